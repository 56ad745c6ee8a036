health-title = Health
health-words = A hundred, less the points of every reason below, up to what each part may take. Each reason leads to its record.
health-mean-of-sites = A client is the mean of its sites of which enough is known.
health-today = today
health-another-day = As it stood at the end of
health-look = Look
health-sites = Sites, the lowest first
health-site = Site
health-reasons = Reasons
health-more-sites = { $count } more sites stand better.
health-no-site = No site was open then.
health-taken = { $points } of at most { $cap } points
health-capped = The reasons are { $sum } points together; { $cap } are taken.
health-sum = { $all } less { $taken } is { $left }.
health-gains = What would lift this most
health-gains-words = So many points would come back if a sign were gone, the caps taken into account.
health-over-time = Health over a year
health-over-time-words = The points on one day in a fortnight. Where nothing was reckoned, or not enough was known, there is a gap.
health-day = Day
health-dimension-promises = Promises
health-dimension-attention = Attention
health-dimension-voice = Voice
health-dimension-satisfaction = Satisfaction and rapport
health-dimension-continuity = Continuity
health-dimension-contract = Contract
health-band-steady = Steady
health-band-attention = Needs attention
health-band-risk = At risk
health-band-unknown = Not enough known
health-unknown = Parts with data: { $known } of { $total }. For a number, { $needed } are needed.
health-no-reason = No reason for a deduction is on record.
health-nothing-known = Nothing is known of it.

# Promises
health-acknowledged-late = { $number } was to be acknowledged by { $due }; it was on { $when }.
health-not-acknowledged = { $number } was to be acknowledged by { $due }, and was not.
health-answered-late = { $number } was to be answered by { $due }; it was on { $when }.
health-not-answered = { $number } was to be answered by { $due }, and was not.
health-category-twice = The same category at { $site } more than once in { $days } days: { $category } ({ $numbers }).
health-did-not-work = Asked whether it helped ({ $number }), the client said No on { $day }.
# Attention
health-no-visit = Last supervisor's visit to { $site }: { $day }. Agreed: every { $limit } days.
health-never-visited = No supervisor's visit to { $site } is on record. Agreed: every { $limit } days.
health-no-talk = Last talk with a decision-maker of { $client }: { $day }. Limit: { $limit } days.
health-never-talked = No talk with a decision-maker of { $client } is on record. Limit: { $limit } days.
health-had-to-chase = The client had to ask again about { $number } on { $day }, while we were late.
# Voice
health-silent = No concern, praise or survey answer at { $site } since { $day }, more than { $limit } days: how they see us is unknown.
health-survey-unanswered = The last { $count } surveys of this client were not answered; the newest was opened on { $day }.
health-few-contacts = Contacts of { $client } who can be reached: { $count }. Wanted: at least { $limit }.
# Satisfaction and rapport
health-satisfaction-low = Mean satisfaction is { $mean } of 5, below { $limit } (number of answers: { $answers }).
health-satisfaction-dropped = Mean satisfaction went from { $before } to { $mean } of 5 since { $day } (number of answers: { $answers-before }, then { $answers }).
health-detractor = Decision-makers who gave 0 to 6 of 10 for recommending us: { $count } of { $answers }.
health-rapport-low = Mean rapport is { $mean } of 7, below { $limit } (number of answers: { $answers }).
# Continuity
health-officers-changed = Officers at { $site } who came in the last { $days } days: { $count } of { $total }. Limit: { $limit } %.
health-orders-unconfirmed = { $officer } is posted at { $post } and has not confirmed revision { $revision } of its orders.
# Contract
health-decision-maker-changed = A decision-maker of { $client } changed on { $day }, not more than { $limit } days ago.
health-billing-open = { $number } about hours or invoices has been open since { $day }.
health-notice-near = The last day to give notice is { $day }, less than { $limit } days away, and no meeting about the renewal is on record.

# The signs, and from when on each counts.
signal-acknowledged-late = A concern acknowledged late
signal-answered-late = A concern answered late
signal-category-twice = The same category more than once at a site
signal-did-not-work = An answer that did not help
signal-not-visited = No supervisor's visit as agreed
signal-not-talked = No talk with a decision-maker
signal-not-talked-long = No talk with a decision-maker for long
signal-had-to-chase = The client had to ask again
signal-silent = Silence
signal-surveys-unanswered = Surveys without an answer
signal-few-contacts = Few contacts
signal-satisfaction-low = Low satisfaction
signal-satisfaction-dropped = A drop of satisfaction
signal-detractor = A decision-maker who would not recommend us
signal-rapport-low = Low rapport
signal-officers-changed = Many new officers
signal-orders-unconfirmed = An officer on post without confirmed orders
signal-decision-maker-changed = A change of who decides
signal-billing-open = An open concern about hours or invoices
signal-notice-near = The notice deadline is near, and nobody met
limit-not-visited = Usual days between visits
limit-not-talked = Days without a talk
limit-not-talked-long = Days without a talk, when it is long
limit-silent = Days of silence
limit-notice-near = Days before the notice deadline
limit-decision-maker-changed = Days after a change of who decides
limit-few-contacts = Fewest contacts
limit-surveys-unanswered = Surveys in a row
limit-satisfaction-low = Lowest mean of 5, in tenths
limit-satisfaction-dropped = Drop of the mean, in tenths
limit-rapport-low = Lowest mean of 7, in tenths
limit-officers-changed = Share of new officers, in per cent

health-weights = How health is reckoned
health-weights-words = These figures are a judgement, and yours to change: what you set holds from now on, and what was reckoned before stays as it was. The parts together are a hundred points.
health-cap = At most so many points
health-bands-title = How it is called
health-steady-from = Steady from
health-attention-from = Needs attention from
health-needed = Parts of which something must be known
health-why = Why you change it
health-set = Set it so
health-log = What was changed
health-log-none = Nothing: all of it is as usual.
health-changed = { $what }: { $before } becomes { $after }
done-health-weights = It holds from now on.
health-unchanged = Nothing was changed.
health-caps = The parts must add up to 100; they add up to { $sum }.
health-bands = This must be less than from where it is steady.

# Renewals: what comes up, what is to be done before it, and how a term ended.
renewals-title = Renewals
renewals-words =
    { $count ->
        [one] One contract is in force. What counts is the last day on which notice can be given, not the end.
       *[other] { $count } contracts are in force, by the last day on which notice can be given: that day counts, not the end.
    }
renewals-none = No contract is in force.
renewals-endless = Without an end
renewals-endless-words = These contracts have no end, so they have no last day for notice. Keep an eye on them all the same.
renewals-pages = Pages
renewals-before = Before these
renewals-next = More
renewal-title = Renewal
renewal-client = Client
renewal-notice = Notice until
renewal-notice-passed = Ends by agreement
renewal-days-left =
    { $count ->
        [0] today
        [one] one day left
       *[other] { $count } days left
    }
renewal-began = Began
renewal-ends-on = End of the term
renewal-itself = renews itself
renewal-ends = ends, unless both agree
renewal-renews = Each further term
renewal-for-months =
    { $count ->
        [one] one month
       *[other] { $count } months
    }
renewal-no-end-words = It has no end, so nothing has to be renewed.
renewal-not-in-force = This contract is not in force.
renewal-value = Value in a year
renewal-value-hint = Digits alone: 125000, or 125000.50. Leave it out where it is not known.
renewal-value-unreadable = Please write the value in digits, like 125000 or 125000.50, without a sign between thousands.
renewal-currency = Currency
renewal-currency-hint = Three letters: EUR, USD.
renewal-currency-unreadable = Please name the currency by its three letters, like EUR.
renewal-months = Renews itself for so many months
renewal-months-hint = From 1 to 120. It matters only where the contract renews itself.
renewal-review-on = Next review
renewal-words = Notes
renewal-words-hint = Only those who answer for contracts read this.
renewal-edit = Change value, term and review
renewal-health = Health
renewal-deciders = Who decides
renewal-no-decider = We know nobody there who decides. Find out before the last day for notice.
renewal-tasks = To be done
renewal-no-tasks = Nothing is planned.
renewal-task = Task
renewal-task-review-meeting = Review meeting
renewal-task-renewal-pack = Renewal pack
renewal-task-other = Something else
renewal-task-plan = Plan a task
renewal-task-kind = What
renewal-task-headline = In a few words
renewal-task-headline-hint = Needed only for something else.
renewal-task-owner = Who sees to it
renewal-task-due = Due on
renewal-task-until = On { $day } at the latest.
renewal-task-late = late
renewal-task-done = Done
renewal-task-do = It is done
renewal-task-words = What came of it
renewal-task-past = That day is over. Please choose today or later.
renewal-task-too-late = That is too late for this term. Please choose { $day } at the latest.
renewal-task-over = This task is done, or nothing is to be done about it.
renewal-owner-left = Whoever should see to it is not with us. Please choose somebody else.
renewal-over = This contract is over. Nothing can be planned for it.
renewal-no-end = This contract has no end, so no term of it ends. Give it an end first.
renewal-outcome = Outcome
renewal-no-outcome = No outcome of any term is written down.
renewal-decide = Write down an outcome
renewal-term = The term that ends on
renewal-no-such-term = There is no such term to decide about now. Please choose one from the list.
renewal-decided-before = The outcome of this term is written down. What was written stays.
renewal-decided-on = They decided on
renewal-decided-ahead = That day is not here yet. Please write down what was decided when it is.
renewal-outcome-words = More about it
renewal-reason = What decided it
renewal-kept = Kept
renewal-changed = Kept, with something changed
renewal-retendered = Put out to tender
renewal-lost = Lost
renewal-reason-price = Price
renewal-reason-service = How we worked
renewal-reason-people = People
renewal-reason-in-house = They guard themselves
renewal-reason-site-closed = Site closed or sold
renewal-reason-one-provider = One provider for several places
renewal-reason-technology = Technology in the place of people
renewal-reason-rule = They had to ask others, too
renewal-reason-other = Another reason
renewal-lost-words = A contract does not end by this. When it was lost, end it on its page with its last day.
renewal-lost-still-runs = It is written down as lost, and the contract still runs.
renewal-end-it = End it on its page
renewal-history = History
renewal-deed-renewal-outlook-changed = Value, term or review changed
renewal-deed-renewal-decided = Outcome written down
renewal-deed-renewal-task-planned = Task planned
renewal-deed-renewal-term-planned = Review meeting and renewal pack planned by the clock
renewal-deed-renewal-task-done = Task done
renewal-deed-renewal-task-reminded = Owner of a task reminded
renewal-deed-contract-signed = Contract signed
renewal-deed-contract-changed = Contract changed
renewal-deed-contract-ended = Contract ended
renewal-letter-due-subject = { $what } for { $client }: due on { $day }
renewal-letter-due = { $what } for the contract with { $client } is due on { $day }.
renewal-letter-late-subject = { $what } for { $client } is late
renewal-letter-late = { $what } for the contract with { $client } was due on { $day }, and is not done.
done-renewal-decided = The outcome is written down.
done-renewal-planned = The task is planned. Its owner is reminded the day before.
done-renewal-task = It is done.

# Retention: how long clients stay.
retention-title = Retention
retention-all = All clients
retention-words = Of all clients there ever were: for how long they stay, from the first day of the first contract. Those who are still there count for as long as they have been.
retention-clients = Clients
retention-left = Left so far
retention-median = Half had left after
retention-not-reached = not reached: more than half are still there
retention-after-a-year = Still there after a year
retention-not-seen = nobody was there for a year yet
retention-too-few = too few clients to say
retention-no-curve = With fewer than five clients there is no curve: look at each of them.
retention-without =
    { $count ->
        [one] One client without a contract that began is not counted.
       *[other] { $count } clients without a contract that began are not counted.
    }
retention-by-setting = By kind of place
retention-setting = Kind of place
retention-curve-words = The share of clients that stay longer than so many years, with the range in which it lies with 95 % confidence. Each step down is a client who left.
retention-years = Years since the first contract began
retention-share = Still clients
retention-in-years = { $years } years
retention-percent = { $share } %
retention-percent-between = { $share } % (between { $low } % and { $high } %)
retention-method = The estimate of Kaplan and Meier with 95 % intervals (Greenwood, on the scale of log(-log)). A time without a contract between two of them is no leaving. Few clients make wide ranges: do not read a difference into them.

# The calendar feed.
calendar-title = Your calendar
calendar-me = About you
calendar-words = A secret address by which your calendar reads what comes up: the last days for notice, ends of terms and reviews, if you answer for contracts, and tasks for renewals. Whoever has the address can read it, so keep it to yourself. It shows clients by name, and nothing that anybody told us.
calendar-make = Make a secret address
calendar-make-another = Make another address
calendar-once = This is the address. It is shown this once: put it into your calendar now.
calendar-copy = Copy the address
calendar-use = In your calendar choose to add one by its address, or to subscribe. It looks for news a few times a day.
calendar-since = There is an address since { $when }. When you make another one, this one stops working.
calendar-revoke = Stop the address
calendar-none = There is no address.
calendar-name = Renewals: { $organization }
calendar-notice = Last day for notice: { $client }
calendar-end = The term ends: { $client }
calendar-review = Review: { $client }
calendar-task = { $what }: { $client }
done-calendar-revoked = The address leads nowhere any more.

# Visits.

visits-title = Visits
visits-words = Where somebody is to come next: the sites that wait longest come first. A visit is one that was noted as a visit.
visits-none = There is no site to visit.
visits-late = { $count ->
    [one] One site waits longer than agreed.
   *[other] { $count } sites wait longer than agreed.
}
visits-more = { $count } more sites are due later.
visit-site = Site
visit-last = Last visit
visit-never = No visit is on record
visit-every = Agreed
visit-days = every { $days } days
visit-due = Next visit by
visit-is-late = Overdue
visit-note = Note a visit
visit-every-days = A visit every so many days
visit-agree = Agree on this
visit-so-already = It is agreed so already.
visit-list = The last visits
rotation-title = Who stands there
rotation-words = { $officers } different officers stood there in the last 90 days. Of the { $standing } who stand there now, { $new } came within that time.
rotation-none = Nobody is assigned now.
rotation-since = there for the first time on { $day }
done-visit-agreed = It is agreed.

# The owner's first page.

portfolio-title = Portfolio
portfolio-talks = The talks to have
portfolio-talks-words = A near notice deadline of a client that is not steady comes first, then who is at risk, then any near deadline, then who needs attention.
portfolio-talks-none = Nothing calls for a talk today.
portfolio-talk-with = With
portfolio-notice = notice by { $day } ({ $days } days)
portfolio-and-more = (and { $count } more like it)
portfolio-changed = What changed this week
portfolio-changed-none = No client moved by three points or more.
portfolio-from-to = { $before } to { $after }
portfolio-came = New:
portfolio-went = No more:
portfolio-promises = Promises kept
portfolio-promises-words = answers in time, of those that we owed to what was told us in the last 90 days
portfolio-clients = Clients ({ $count })
portfolio-none = There is no client yet.
portfolio-client = Client
portfolio-deadline = Notice by
portfolio-days = { $days ->
    [0] today
    [one] tomorrow
   *[other] in { $days } days
}
portfolio-passed = notice can be given no more
portfolio-no-end = no end agreed
portfolio-week = In a week
portfolio-pages = Pages
portfolio-earlier = Before
portfolio-later = Next

# Whether health told who left.

calibration-title = Did health tell who left?
calibration-words = For every term that is over: what health was { $days } days before the last day on which notice could be given, reckoned from what was known then, against what came. Flagged is whoever was not steady.
calibration-too-little = That is too little to say anything yet: { $terms } terms are over, and of those who left, enough was known of { $left }. At least { $fewest } of each are needed.
calibration-recall = Of those who left and were known well enough, flagged before
calibration-precision = Of those flagged, left
calibration-missed = Of those steady, left all the same
calibration-unknown = Terms of which not enough was known
calibration-terms = Terms that are over ({ $count })
calibration-none = No term is over yet.
calibration-then = Health then
calibration-came = What came
calibration-left = Left
calibration-stayed = Stayed
