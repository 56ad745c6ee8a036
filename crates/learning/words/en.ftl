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
rehearsals-title = Dialogues
rehearsals-words = Somebody says something, and you choose what you say or do. At the end you read what it did and why. It is there to learn from: nobody is ranked by it.
rehearsals-in-english = The dialogues are in English so far.
rehearsal-anywhere = Anywhere
rehearsal-minutes = about { $minutes } minutes
rehearsal-begin = Begin
rehearsal-begin-anew = Begin anew
rehearsal-again = Go through it again
rehearsal-go-on = Go on
rehearsal-times = { $times ->
    [one] You went through it once.
   *[other] You went through it { $times } times.
 }
rehearsal-last = The last time, { $when }
rehearsal-good = It ended well
rehearsal-mixed = It ended partly well
rehearsal-poor = It ended badly
rehearsal-so-far = { $choices ->
    [one] Where you are, and the one choice so far
   *[other] Where you are, and the { $choices } choices so far
 }
rehearsal-you = You
rehearsal-choice = What do you say or do?
rehearsal-choose = That is what I do
rehearsal-no-choice = Choose one of these.
rehearsal-went-on = This dialogue has gone on since. Look at where it is now.
rehearsal-is-under-way = You are in the middle of this dialogue. Go on with it.
rehearsal-rewritten = This dialogue was rewritten since you began it. Begin it anew.
rehearsal-removed = This dialogue is not there any more. Choose another one.
rehearsal-decided = What decided it
rehearsal-sums = What your choices came to
rehearsal-trust = Trust
rehearsal-trust-much = They trust you.
rehearsal-trust-some = They trust you a little more than before.
rehearsal-trust-same = They trust you as much as before.
rehearsal-trust-less = They trust you less than before.
rehearsal-information = Information
rehearsal-information-much = You learnt much of what you needed.
rehearsal-information-some = You learnt a part of what you needed.
rehearsal-information-none = You learnt nothing that you needed.
rehearsal-risk = Risk
rehearsal-risk-much = There was more danger, or a breach of orders.
rehearsal-risk-some = There was a little more danger.
rehearsal-risk-none = There was no more danger than before.
rehearsal-step = Step { $step }
rehearsal-steps = Step by step
rehearsal-moves = Trust { $trust }, information { $information }, risk { $risk }
rehearsal-lacked-trust = With more trust this would have led further.
rehearsal-behaviours = What you used, and what you missed
rehearsal-used = Used
rehearsal-missed = Missed
rehearsal-better = Worth trying
rehearsal-would-show = It would have shown:
rehearsal-picture = What officers choose
rehearsal-picture-words = Scenes stand from left to right, and each number is a choice, with how often it was chosen once there are enough rehearsals. A dashed line is taken where too little trust has gathered. Choose the picture to see it large.
rehearsal-picture-alt = The scenes of the dialogue and what leads from one to the next. The tables below say the same.
rehearsal-taken = { $rehearsals } rehearsals of { $officers ->
    [one] one officer
   *[other] { $officers } officers
 } came to an end with these words. With each figure stands how sure one can be of it.
rehearsal-taken-few = { $rehearsals ->
    [one] One rehearsal
   *[other] { $rehearsals } rehearsals
 } came to an end with these words. What was chosen is counted from { $fewest } rehearsals of { $officers } officers on.
rehearsal-taken-count = { $count } of { $of }
rehearsal-taken-share = { $count } of { $of } ({ $value } %, between { $low } % and { $high } %)
rehearsal-scene = Scene { $name }
rehearsal-said = What can be said or done
rehearsal-chosen = Chosen
rehearsal-nothing = Nothing
rehearsal-endings = Endings
rehearsal-ending = Ending
rehearsal-outcome = How well
rehearsal-reached = Reached
