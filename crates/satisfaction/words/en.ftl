# How people found our work.

satisfaction-title = Satisfaction
satisfaction-words = What people said when we asked whether our answer helped, and how it was handled. Silence is unknown: it counts as no answer, never as a good one.
satisfaction-client = Client
satisfaction-all = All that I see
satisfaction-period = Time
satisfaction-show = Show
period-quarter = The last 90 days
period-year = The last 360 days
satisfaction-response = Answered, of those we asked
satisfaction-helped = Did it help?
satisfaction-few = Fewer than { $fewest } answers: they are shown one by one, since a figure of so few says little.
satisfaction-question = Question
satisfaction-answers = Answers
satisfaction-mean = Mean, 1 to 5
satisfaction-spread = How many gave each
satisfaction-trend = Where it goes
satisfaction-comments = In their words
satisfaction-no-comments = Nobody added words in this time.
satisfaction-how = How these figures are made
satisfaction-how-words = "Between" says where a figure would lie, 95 times in 100, if we asked as many again: of a share after Wilson (1927), of a mean after Student (1908). Below { $fewest } answers there is no figure. Where it goes is tested over twelve spans of 30 days after Mann (1945) and Kendall (1975), and shown only if chance alone would do the same less than once in 100 times; it needs answers in six spans.
figure-count = { $count } of { $of }
figure-share = { $count } of { $of } ({ $value } %, between { $low } % and { $high } %)
figure-none = No answers
figure-single = Single answers: { $grades }
figure-same = { $mean }; all the same, so nothing can be said of chance
figure-mean = { $mean } (between { $low } and { $high })
trend-rising = Rising
trend-falling = Falling
trend-unclear = No trend that is more than chance
trend-too-few = Answers in too few spans
trend-year-alone = Over the last 360 days alone

# The quarterly survey: questions and the ends of their scales.

item-reliable-1 = Officers are in place at the agreed times.
item-reliable-2 = What was agreed with the security team gets done.
item-assured-1 = The officers know what to do at this site.
item-assured-2 = I trust the officers to deal with a difficult situation.
item-tangible-1 = The officers' appearance suits this site.
item-tangible-2 = The officers have the equipment that this site needs.
item-empathy-1 = The security team understands what matters at our site.
item-empathy-2 = The security team takes my concerns seriously.
item-responsive-1 = I get a quick answer when I ask for something.
item-responsive-2 = The officers help readily when somebody asks them.
item-rapport-enjoy-1 = The officers are pleasant to deal with.
item-rapport-enjoy-2 = I feel at ease when I speak with the officers.
item-rapport-enjoy-3 = The officers and I understand each other well.
item-rapport-connect-1 = The officers know who I am.
item-rapport-connect-2 = I would like the officers I know to stay here.
item-effort = It is easy to work with the security team.
item-overall = Overall, how satisfied or dissatisfied are you with the security service?
item-recommend = If a colleague asked, how likely would you be to recommend us?
item-importance = How much does each matter to you? Share out 100 points.
dimension-reliability = Doing what was agreed
dimension-assurance = Skilled officers we can trust
dimension-tangibles = Appearance and equipment
dimension-empathy = Understanding our site and people
dimension-responsiveness = Quick answers and help
item-comment = What one thing should we do differently, if anything?
scale-5-low = Very dissatisfied
scale-5-high = Very satisfied
scale-7-low = Strongly disagree
scale-7-high = Strongly agree
scale-10-low = Not at all likely
scale-10-high = Extremely likely

# Around the questions.

survey-relationship = How we work together
survey-relationship-words = Every three months, { $organization } asks how its work at { $site } is going.
survey-takes-three-minutes = It takes about three minutes.
survey-optional = You may leave out any question.
survey-send = Send my answers
survey-anonymous = Leave my name out
survey-editable = You can change your answers until { $day }.
survey-closed = This survey has ended. You can still tell us at any time what worries you: it gets a number and an answer.
survey-answered = You have answered already. You can change your answers until { $day }.
survey-answered-final = You have answered already. Your answers can no longer be changed.
survey-letter-link = Here are the questions; no need to sign in:
survey-reminder-subject = Until { $day }: how is security at { $site }?
survey-reminder-words = We asked you about { $site } and have no answer yet. You can answer until { $day }. We will not remind you again.
survey-letter-subject = How is security at { $site } going for you?
survey-letter-words = { $organization } would like to know how its work at { $site } is going for you. It takes about three minutes, and you can answer until { $day }.
dimension-enjoyable = Pleasant to deal with
dimension-connected = Knowing each other
survey-name = Your name
survey-nothing = Nothing was answered. Answer at least one question, or write a word.
survey-points = These five must add up to 100; they add up to { $sum }.
done-survey = Thank you. We have your answers.
survey-one-open = A round is open. It must close before another one opens.
survey-not-over = It is not over yet.
survey-over = It is over, and not repeated.
survey-not-now = They are not asked now.
survey-is-closed = This survey has ended. You can still tell us at any time what worries you.
survey-is-final = You have answered without your name. Those answers can no longer be changed.
survey-name-hint = Without your name, nobody can call you back about it. Where a site has few contacts, we show your answer only together with others. We note that you answered, so that we do not remind you. What you write in your own words may still show who you are. Without your name, your answers cannot be changed later.

# Rounds.

surveys-title = Surveys
surveys-words = Every quarter we ask the contacts of our clients how our work is going: by a letter with a link, once, with one reminder. Whoever was asked anything in the last 30 days is asked later, and whoever wants no surveys is not asked.
surveys-none = Nobody was asked yet.
survey-open = Open
survey-over-word = Over
survey-open-one = Ask now
survey-days = Days to answer
survey-days-hint = 7 to 60
survey-repeats = Every quarter
survey-repeats-yes = Ask again by itself every 91 days
survey-open-now = Ask all contacts
survey-opened = Opened
survey-closes = Open until
survey-next = The next one opens
survey-score = Would recommend us (net promoter score)
survey-resting = Not asked yet
survey-resting-words = { $count ->
    [one] One contact: they were asked something else in the last 30 days, or the letter is on its way.
   *[other] { $count } contacts: they were asked something else in the last 30 days, or the letter is on its way.
}
survey-together = Answers are shown together only. With fewer than five there are no figures and no comments, so that nobody can tell who said what.
survey-dimensions = What it comes to, 1 to 7
survey-questions = The questions
survey-importance = What matters, of 100 points
survey-mean = Mean
survey-no-comments = No comments to show.
survey-end = End it
survey-end-words = Nobody can answer any more, and no further round opens by itself.
done-survey-opened = Contacts are asked now.
done-survey-ended = It is over.
figure-too-few = { $count }: fewer than { $fewest }, so no figure
figure-score-counts = { $promoters } of 9 or 10, { $passives } of 7 or 8, { $detractors } of 0 to 6
figure-score = { $value } (between { $low } and { $high }): { $promoters } of 9 or 10, { $passives } of 7 or 8, { $detractors } of 0 to 6

# The pulse of the public.

item-pulse-safe = Did you feel safe here today?
item-pulse-treated = Did the guards treat you with respect?
item-pulse-comment = Anything else, if you like
scale-no-contact = I met no guard
pulse-ask-title = Your visit today
pulse-ask-words = Two questions about { $site }, for { $organization }. We ask for no name.
pulse-nobody-answers = Nobody can answer you here. If something needs an answer, tell us this way:
pulse-title = What the public says
pulse-words = What people at the site answered in the last 90 days on the page behind its signs, without an account and without a name.
pulse-apart = It is kept apart from what clients say, and is in none of their figures. Nobody is counted: one person can answer more than once, and whoever is upset or delighted answers more readily. Read it as a hint.
pulse-forms = Forms sent
pulse-good = 4 or 5
pulse-by-sign = By sign
pulse-none = Nobody answered in this time. The page behind each sign of the site leads to the two questions.
pulse-how-words = "Between" says where a figure would lie, 95 times in 100, if as many others answered alike: of a share after Wilson (1927), of a mean after Student (1908). Below { $fewest } answers each is shown by itself: nobody left a name, and an answer has a day and no time.
pulse-privacy = We ask for no name. With your answers we keep the day and the sign. This page sets no cookie.
pulse-too-often = Much was answered from here in a short time. Your answers are still below: please send them again in { $minutes } min.

# What comments are about.

theme-people = Manner of the officers
theme-new-faces = New faces
theme-presence = Presence and patrols
theme-skill = Knowing the job
theme-communication = Communication and supervision
theme-reports = Reports
theme-response-time = Response time
theme-access-control = Doors and access
theme-parking = Parking and vehicles
theme-safety = Feeling safe
theme-cost = Cost and billing
theme-appearance = Appearance
theme-praise = Praise
theme-other = Other
themes-title = What they are about
themes-comments = Comments
themes-all = All comments
themes-of = of { $count }
themes-words = Themes are found by single words, so some are wrong, and a comment can be under several. They say where to read first; they are no figure of satisfaction.
themes-left-out = More of them stand in the file below: { $count }

# Questions of the organization's own.

own-questions-title = Questions of our own
own-questions-words = Up to { $most } sentences that you ask besides the others, in rounds that are opened from now on. A round that is open does not change. A sentence cannot be changed, since answers to another sentence cannot be compared: stop asking it, and add the new one.
own-questions-none = None yet.
own-questions-also = Also asked by { $organization }
own-questions-retired = Asked no more
own-question-new = Add one
own-question-english = In English
own-question-english-hint = A sentence that one can agree with, about one thing alone, like "The main gate is well lit at night."
own-question-spanish = In Spanish
own-question-spanish-hint = Without it, the English sentence is shown.
own-question-shown-in-english = None: the English sentence is shown
own-question-kind = How it is answered
own-kind-agreement = 1, strongly disagree, to 7, strongly agree
own-kind-words = In words
own-question-add = Add it
own-question-retire = Stop asking
own-question-is-retired = asked no more
own-question-twice = This is asked already.
own-question-enough = There are { $most } already. Stop asking one before you add another.
own-question-retired-before = It is asked no more already.
done-own-question-added = The next round asks it too.
done-own-question-retired = The next round does not ask it. What was answered to it stays.

# How what people answer goes from round to round.
trend-title = Over the rounds
trend-words = What a client, or all of them, answered in each round that is over. An open round is not here: its answers can still change. With fewer than { $fewest } answers there is no figure, so that nobody can tell who said what.
trend-of = Drawn
trend-none = No round is over yet.
trend-rounds = { $count ->
    [one] One round is over.
   *[other] { $count } rounds are over.
}
trend-no-chart = Fewer than two rounds have enough answers for a figure.
trend-newest = The last round
trend-before = The round before
trend-few-rounds = Too few rounds yet
trend-how = Where it goes is tested once six rounds have a figure, after Mann (1945) and Kendall (1975), and shown only if chance alone would do the same less than once in 100 times.
trend-chart-words = One figure for each round, with where it lies as far as chance goes. A round of few answers is a gap.
