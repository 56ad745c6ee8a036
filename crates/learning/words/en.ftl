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
question-level-words = { NUMBER($level, minimumFractionDigits: 1, maximumFractionDigits: 2) } logits, its author thinks; at 0 an officer of middling skill is right half of the time
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
