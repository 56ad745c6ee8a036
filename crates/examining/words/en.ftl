# What officers can, and how sure one can be of it.

exams-title = Exams
exams-words = An exam has as many questions and as much time as its blueprint says. Once it begins, its time runs, whatever happens to your phone: you can go on from any device. Nobody compares officers by their results.
exam-kind-exam = Exam
exam-kind-placement = Test of what one can
exam-numbers = { $items } questions, { $minutes } minutes; { $pass } must be right.
exam-begin = Begin now
exam-of-nobody = No official evidence was found that the state holds such an exam. This is a check of what one should know, with numbers of ours.
exam-rests-on = What of this is official
exam-rests-on-words = Facts and estimates are as our content has them, in English.
exam-facts = Said in public
exam-facts-none = Nothing: all numbers are ours.
exam-fact-official = Official
exam-fact-secondary = Said by others
exam-fact-disputed = Not certain
exam-fact-as-of = as of { $as_of }
exam-estimates = Our estimates
exams-past = Your exams
exams-past-none = You have sat no exam here yet.
exam-is-under-way = You have an exam under way.
exam-go-on = Go on: { $exam }
exam-nothing-to-ask = There are no questions for this exam. Ask a trainer to bring some in.
exam-right-of = { $right } of { $asked } right
exam-passed = Passed
exam-not-passed = Not passed
exam-voided = Voided

exam-ends = Ends at
exam-minutes-left = { $minutes ->
    [one] 1 minute left
   *[other] { $minutes } minutes left
}
exam-given-back = { $minutes ->
    [one] The system was away for 1 minute; it was given back.
   *[other] The system was away for { $minutes } minutes; they were given back.
}
exam-time-is-up = The time of your exam is up.
exam-saved-counts = What you saved counts.
exam-see-result = See the result
exam-is-short = This form has only { $asked } questions, and as large a share of them must be right. There are too few about
exam-short-of = { $there } of { $needed }
exam-so-far = You answered { $answered } of { $asked } questions.
exam-pass-mark = { $pass } must be right to pass.
exam-to-question = Go to question { $place }
exam-question = Question
exam-question-title = Question { $place } of { $asked }
exam-open = Open ({ $count })
exam-open-none = Every question has an answer. You can still change them.
exam-open-label = Open questions
exam-flagged = To come back to ({ $count })
exam-flagged-label = Questions to come back to
exam-answered = Answered ({ $count })
exam-answered-label = Answered questions
exam-all-questions = All questions
exam-in-english = This question is asked in English only.
exam-language-changed = You changed your language since this was asked.
exam-flag = Come back to this question later
exam-save-next = Save and go on
exam-save-previous = Save and go back
exam-save-all = Save and see all questions
exam-no-such-option = There is no such option. Go back to the question and choose one of those that it shows.
exam-is-over = The time of this exam is up or it was handed in, so this answer was not taken. What you saved before counts: open the exam to see it.
exam-closed-before = This exam was over already. Open it to see its result.

exam-hand-in = Hand in
exam-open-still = { $count ->
    [one] 1 question has no answer yet. It will count as wrong.
   *[other] { $count } questions have no answer yet. They will count as wrong.
}
exam-open-no-more = All { $asked } questions have an answer.
exam-flagged-still = { $count ->
    [one] You wanted to come back to 1 question.
   *[other] You wanted to come back to { $count } questions.
}
exam-hand-in-words = Once it is handed in, nothing can be changed. You see the result and the reasons of every answer at once.
exam-hand-in-now = Hand in now
exam-not-yet = Not yet

exam-closed-handed-in = It was handed in.
exam-closed-time = It ended when its time was up.
exam-closed-sure = It ended because enough was known.
exam-closed-enough = It ended because enough questions were asked.
exam-likely-again = Another form of the same exam would likely bring { $low } to { $high } of { $asked } right.
exam-likely-words = Its questions are drawn, and so 19 of 20 results lie within that range.
exam-by-competency = By competency
exam-competency = Competency
exam-right = Right answers
exam-review = Every question, with the reasons
exam-was-right = Right
exam-was-wrong = Wrong
exam-was-open = No answer
exam-key = Right answer
exam-chosen = Chosen
exam-voided-since = Voided since { $when }; it counts for nothing.
exam-void = Void this exam
exam-void-words = It then counts neither for what is known of the officer nor for what is known of the questions. That cannot be undone.
exam-void-why = Why
exam-void-under-way = This exam is still under way. Void it when it is over.
exam-void-own = This is an exam of your own. Ask another trainer to look at it.
exam-void-before = This exam was voided already. Look at it again.
done-exam-voided = The exam counts for nothing any more.

exams-taken-title = Exams of officers
exams-taken-words = The newest first. They are for helping officers to learn, not for comparing them.
exams-taken-none = Nobody has finished an exam yet.
exam-officer = Officer
exam-which = Exam
exam-begun = Begun
exam-result = Result

readiness-title = How ready am I?
readiness-words = How likely you would pass each exam today, from what you answered to questions that were new to you and in exams. Nobody is ranked by it.
readiness-of-words = For helping this officer to learn. It is no measure of how they do their work, and nobody is ranked by it.
readiness-not-enough = Not enough answers yet: { $answers } so far. A forecast needs about { $more } more.
readiness-from = { $answers ->
    [one] From 1 answer.
   *[other] From { $answers } answers.
}
readiness-exams = Chance to pass today
readiness-chance = Chance to pass
readiness-likely = { $likely } % (between { $low } % and { $high } %)
readiness-how = "Between" says how likely it would be if the ability were at either end of where it lies, 19 times in 20. The questions of an exam are not known before: a few forms are drawn as an exam would be. A forecast is about our questions; where an exam asks for more than that, its description says so.
readiness-nothing-to-ask = There are no questions for it yet.
readiness-competencies = By competency
readiness-no-answers = No answers yet.
readiness-read-next = Read next:
readiness-right = Right answers
readiness-too-few = { $answers } of at least { $fewest } answers: too few for a figure
ability-is = An ability of { $ability }, between { $low } and { $high }. At 0 an officer of middling skill is; about two of three are between -1 and 1.

foretelling-title = Were the forecasts right?
foretelling-words = Of exams of which a chance to pass was foretold when they began: how many were passed. Forecasts are honest where what was foretold lies within what came.
foretelling-bin = Foretold
foretelling-from-to = { $low } to { $high } %
foretelling-mean = On average
foretelling-passed = Passed
foretelling-brier = Over { $exams } exams the Brier score is { $brier }; 0 is perfect. Always saying the share that passed would give { $plain }.
foretelling-too-few = { $exams } of at least { $fewest } exams with a forecast: too few to say.

placement-title = What can I do already?
placement-words = A test that asks one question after another, each as hard as fits what you answered before, and stops when enough is known: after 10 questions at the earliest, after 30 at the latest. There is no time limit, and you can go on another day.
placement-begin = Begin
placement-is-under-way = You have a test under way.
placement-go-on = Go on
placement-for = Which exam should it look at?
placement-past = Your tests
placement-past-none = You have taken no such test yet.
placement-nothing-to-ask = There are no questions for this test. Ask a trainer to bring some in.
placement-question-title = Question { $place }, of 30 at most
placement-unknown = I do not know
placement-answer = Answer
placement-choose = Please choose an answer, or say that you do not know. Go back to the question to do so.
placement-end = Stop here and see the result
placement-asked = { $asked ->
    [one] After 1 question.
   *[other] After { $asked } questions.
}
placement-chance = Chance to pass { $exam } today: { $likely } %.
ability-low = There is much to gain: begin with the lessons of the competencies below.
ability-middling = A solid beginning: practice will carry you further.
ability-high = You know this well: keep it with a few minutes of practice each day.

figures-title = What answers say of questions
figures-usage = Save as QTI usage data
figures-words = Those that somebody should look at come first. Figures count the first answer of each officer to a question in the words that it has now; what was voided does not count.
figures-none = No question has been answered yet.
figures-more = { $count } more are in the files.
figures-question = Question
figures-answers = Answers
figures-right = Right
figures-correlation = Goes with ability
figures-difficulty = Difficulty
figures-look = Look at
figures-drawn = In forms of the last { $days } days
figures-of = What answers say of it
figures-too-few = { $answers } of at least { $fewest }: too few
figures-correlation-words = Whoever can more should be right more often: from about 0.2 on a question tells officers apart. Ability is taken from all other answers.
figures-correlation-is = { $value } (between { $low } and { $high })
figures-same-for-all = Nothing follows: all did the same
figures-fitted = { $difficulty }; its author thought { $level }. Steepness { $discrimination }
figures-author = { $level }, as its author thinks; { $answers } of at least { $fewest } answers for a figure
figures-options = What was chosen
figures-option = Option
figures-chosen = Chosen by
figures-none-chosen = I do not know
figures-nothing-to-look-at = Nothing stands out.
figure-flag-key = The key may be wrong: whoever can more is wrong more often
figure-flag-rare = An option that hardly anybody takes
figure-flag-attracts = A wrong option draws those who can more
figure-flag-beats = Of the best third more take a wrong option than the key
