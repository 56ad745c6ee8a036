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
health-as-table = The same as a table
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
calibration-too-little = That is too little to say anything yet: { $terms } terms are over, and { $left } clients left. At least { $fewest } of each are needed.
calibration-recall = Of those who left, flagged before
calibration-precision = Of those flagged, left
calibration-missed = Of those steady, left all the same
calibration-unknown = Terms of which not enough was known
calibration-terms = Terms that are over ({ $count })
calibration-none = No term is over yet.
calibration-then = Health then
calibration-came = What came
calibration-left = Left
calibration-stayed = Stayed
