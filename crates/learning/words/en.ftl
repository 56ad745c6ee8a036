# What officers learn.

learning-title = Learning

questions-title = Questions
questions-words = What officers are asked in practice and in exams. What belongs to the orders of one site is asked of its officers alone, and is not listed here.
questions-all = All
questions-asked = Asked
questions-retired = Asked no more
questions-show = Show
questions-none = There are no such questions.
questions-more = More questions
question-competency = Competency
question-state = Which
question-origin = Where it comes from
question-of-content = Comes with Rapport
question-brought = Brought in
question-of-orders = Post orders
question-source = What it rests on
question-level = How hard
question-level-words = { $level } logits, its author thinks; at 0 an officer of middling skill is right half of the time
question-worded = In these words since
question-key = Right
question-retire = Ask no more
question-restore = Ask again
question-retired-since = Asked no more since { $when }.
question-retired-before = This question is asked no more already. Look at it again.
question-is-asked = This question is asked already. Look at it again.
done-question-retired = Nobody is asked this question any more.
done-question-restored = This question is asked again.

lesson-minutes = About { $minutes } minutes
lesson-behaviours = How one sees it
lesson-sources = What this rests on
practice-begin = Practise for five minutes

occasion-practice = Practice
occasion-exam = Exam
occasion-placement = Test of what one can

lessons-title = Lessons
lessons-words = Five minutes each: what it is, how one sees it, and an example from each kind of place.
learning-for-trainers = For trainers

practice-title = Practice
practice-words = { $questions ->
    [one] One question
   *[other] { $questions } questions
 }, about five minutes. What you would soon forget comes first. Nobody is compared with anybody by it.
practice-nothing-waits = Nothing waits for you today, and there are no new questions. Come back tomorrow.
practice-question = Question { $number } of { $of }
practice-guess = I guessed
practice-right = Right.
practice-wrong = Not right.
practice-chosen = Your answer
practice-check = Check
practice-next = Next question
practice-hand-in = Hand in
practice-done-title = Practised
practice-kept = It is kept on this phone, and sent as soon as there is a signal.
practice-right-of = { "{right}" } of { "{of}" } right
practice-right-of-count = { $right } of { $of } right
practice-come-back = What was not right comes back tomorrow; what was, later.
practice-again = Five more minutes
practice-waiting = Waiting today
practice-waiting-count = { $count ->
    [0] No question comes back today; new ones are there
    [one] One question
   *[other] { $count } questions
 }
practice-days = This week
practice-days-count = Practised on { $days } of 7 days
practice-remembered = Still known
practice-remembered-few = Too few to say: { $of } of at least { $fewest } questions that came back
practice-remembered-of = { $right } of { $of } that came back in { $days } days
practice-nothing = Answer at least one question, and hand in each sheet as it is.
practice-there = This practice was handed in before.
done-practice = Handed in.
