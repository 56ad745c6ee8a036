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
practice-kept = What you answered is kept, and the office gets it as soon as there is a signal.
practice-right-of = {"{"}right{"}"} of {"{"}of{"}"} right
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

exchange-title = Questions from and for other programs
exchange-bring = Bring in a file
exchange-bring-words = GIFT, Aiken, Moodle XML, QTI packages, CSV and Anki packages are known by what is in them. Choice questions with one right option are taken; of everything else you are told, item by item, why not. A question whose name was brought in before gets the new words.
exchange-file = File
exchange-competency = Competency
exchange-competency-hint = For questions that do not name one
exchange-language = In which language the questions are
exchange-source = What they rest on
exchange-source-hint = For questions that do not say it: a book, a course, a law
exchange-give = Take questions along
exchange-give-words = All questions that everybody may be asked, in one file. What belongs to the orders of one site is not in it.
exchange-format = Format
exchange-carries = What it carries
exchange-files = File
exchange-gift = GIFT
exchange-aiken = Aiken
exchange-moodle = Moodle XML
exchange-qti21 = QTI 2.1
exchange-qti22 = QTI 2.2
exchange-qti30 = QTI 3.0
exchange-csv = CSV, for a spreadsheet
exchange-anki = Anki
exchange-carries-least = Questions, options and keys alone
exchange-carries-most = All but what a question rests on, and a competency or setting that no tag can hold
exchange-carries-all = All
giving-count = { $count ->
    [one] One question
   *[other] { $count } questions
} that everybody may be asked.
giving-file = Save the file
giving-lost-title = What this format cannot carry
giving-lost-nothing = It carries all of it.
giving-questions = Questions
giving-which = questions: which
giving-not-given = Not in the file
exchange-earlier = Brought in before
import-title = A file that was brought in
import-taken = { $added } new, { $reworded } with new words, { $same } as they were
import-left-title = What could not be taken
import-left-nothing = All of it was taken.
import-left-more = And { $count } more.
import-not-taken = Not taken
import-place = Where
import-what = What
import-at = Question { $number }
import-at-line = Question { $number }, line { $line }
import-line = Line { $line }
import-whole-file = The whole file
done-questions-brought = The file was read. What could not be taken is below.

import-empty = The file is empty, or none was chosen. Choose a file.
import-too-large = The file is larger than can be read. Bring it in in parts.
import-not-known = This is no format that we know. Save it as GIFT, Aiken, Moodle XML, QTI, CSV or an Anki package.
import-not-text = The letters of this file cannot be read. Save it as UTF-8.
import-no-manifest = The package has no imsmanifest.xml. Export it again from the program that made it.
import-two-manifests = The package holds more than one package. Bring in each by itself.
import-too-many-files = The package holds more than 5 000 files. Bring it in in parts.
import-bomb = The package unpacks to more than can be read. Leave out pictures and films, and export it again.
import-unsafe-path = The package holds a file that would lie outside of it. It is not opened.
import-broken-package = The package is damaged. Export it again.
import-encrypted = The package asks for a password. Export it without one.
import-ill-formed = The file breaks the rules of XML on line { $line }, or defines words of its own. Export it again.
import-outdated = The package holds only a note that asks for a newer Anki. Export it for older versions, or as a whole collection.
import-too-new = The package was made by a newer version than we know. Export it for older versions.
import-too-many-questions = The file has more than 10 000 questions. Bring it in in parts.
export-no-text = A question, or one of its options, says nothing. Bring it in with its words, or ask it no more.
export-options = A question has fewer than two options, or more than eight. Bring it in anew, or ask it no more.
export-no-key = A question has no right option. Bring it in anew, or ask it no more.
export-repeated-option = Two options of a question say the same. Bring it in anew, or ask it no more.
export-level = The level of a question is no number. Bring it in anew.
export-too-long = A question is longer than 4 000 characters. Bring it in shorter.
export-fault = The file could not be put together. Please try another format.

import-left-no-key = It has no right option.
import-left-several-keys = It has more than one right option.
import-left-too-few-options = It has fewer than two options.
import-left-too-many-options = It has more than eight options.
import-left-no-text = It, or one of its options, has no words.
import-left-too-long = One of its texts is longer than 4 000 characters.
import-left-repeated-option = Two of its options say the same.
import-left-other-kind = It is of another kind: { $word }.
import-left-ill-formed = It breaks the rules of its format.
import-left-missing = The package names its file and does not hold it.
import-left-mistakable = The format would take one of its lines for something else.
import-left-name-of-another = A question that comes with Rapport has this name. Give it another one.
import-left-words-elsewhere = What it said in another language: there another option is right, or there are more or fewer of them, so that it is asked no more. Bring it in again in that language.
import-left-second-column = A second column for the same, of which one cell can be kept: { $word }
import-left-other-key = In another language its right option is { $word }. Put the right one in the same place, and bring it in again.
import-left-other-count = In another language it has { $word } options. Give it as many, with the right one in the same place, and bring it in again.
import-left-name-twice = The file has another question of this name, or this question twice.
import-left-picture = A picture
import-left-media = A sound, a film, or something else that plays
import-left-markup = Tables, bold or raised letters; the words are kept
import-left-style = Colours, fonts or programs
import-left-link = Where a link leads; its words are kept
import-left-combined-feedback = Feedback on being right, partly right or wrong as a whole
import-left-conditions = When an explanation is shown; it is kept, and always shown
import-left-rubric = Instructions for whoever scores or takes the test
import-left-stimulus = A text that several questions share
import-left-aids = Aids: what is read aloud or signed, a glossary, a calculator
import-left-weights = Points
import-left-scoring = A rule for scoring
import-left-tag = A tag: { $word }
import-left-category = A category: { $word }
import-left-other-name = A second name: { $word }
import-left-comment = A comment of its author
import-left-hints = Hints
import-left-arrangement = In which order the options stand, or how they are numbered: here they are mixed. Look whether one names another, as in "both of the above"
import-left-penalty = What a further try costs
import-left-called = What the file is called: { $word }
import-left-hidden = That it was hidden
import-left-other-language = A text in another language
import-left-scheduling = What was answered, and when it is asked again
import-left-test = A test: which questions, in which order
import-left-file = A file that is no question
import-left-column = A column that we do not know: { $word }
import-left-not-a-number = A level that is no number: { $word }
import-left-letters = The file does not say how its letters are written; they were taken for Windows-1252
import-left-name = Its name
import-left-reasons = Why options are right or wrong
import-left-explanation = Its explanation
import-left-competency = Its competency
import-left-level = Its level
import-left-setting = In what kind of place it happens
import-left-source = What it rests on
import-left-line-breaks = Line breaks; each became a space

learning-exams = Exams, against the clock
learning-readiness = How ready am I for an exam?
learning-placement = Find out what I can already
learning-figures = What answers say of questions
learning-exams-taken = Exams of officers
learning-calibration = Were the forecasts right?
learning-plan = What I practise next, and why
learning-certificates = My certificates
learning-licences = My licences
learning-training = Licences, certificates and plans of officers
learning-advice = What sites should practise
improve-title = What could be better
improve-nothing = Nothing was noticed.
improve-words = None of this kept a question out. Whoever is asked learns more, and guesses less, when it is mended in the file and the file is brought in again.
remark-question = Question
remark-what = What was noticed
remark-long-ask = What is asked is long. Say it in fewer words.
remark-long-option = Option { $word } is long. Say it in fewer words.
remark-no-reason = It does not say why option { $word } is right or is not.
remark-joined = Option { $word } joins others. Options are mixed here, and each must stand by itself.
remark-uneven = The options are of very unequal length. Many guess the longest.
remark-same = Option { $word } says what another one says.
remark-not-parallel = Some options are spoken and some are not.
remark-absolute = "{ $word }" stands in wrong options alone, so they are guessed to be wrong.
remark-hard = It reads like grade { $word } of school. Grade 9 is read with ease by almost everybody.
remark-open-ask = What is asked is no whole sentence, so options that do not fit on it are left out by guessing.
remark-odd = Option { $word } alone begins with another kind of letter, or ends with another sign, than all others.
remark-other-language = It has new words, and is asked on in another language. Look whether it still says the same there, with the options in the same order.
remark-unknown-competency = "{ $word }" is no competency here: the question is practised, and is in no exam.
remark-twice = It asks the same as { $word }.
