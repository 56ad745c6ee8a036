# What a client reads of a month or a quarter.

reports-title = Reports
reports-words = What you told us, what we did about it and whether it worked: each month and each quarter on one page.
reports-months = By month
reports-quarters = By quarter
reports-running = Not over yet
report-month = { $month } { $year }
report-quarter = Quarter { $quarter } of { $year } ({ $from } to { $until })
report-month-1 = January
report-month-2 = February
report-month-3 = March
report-month-4 = April
report-month-5 = May
report-month-6 = June
report-month-7 = July
report-month-8 = August
report-month-9 = September
report-month-10 = October
report-month-11 = November
report-month-12 = December
report-title = Report for { $client }: { $period }
report-client = Client
report-site = Site
report-all-sites = All sites
report-period = Time
report-from-until = { $from } to { $until }
report-zone = Time zone
report-known = As known on
report-unfinished = This time is not over yet. The report says what is known until now; the numbers will still change.
report-quiet = It was a quiet time: nothing was told, nothing changed and nothing is open. If something is on your mind, we are glad to hear it.
report-paper = As a PDF
report-earlier = Earlier
report-later = Later
report-look = Show
report-more =
    { $count ->
        [one] One more is not shown here.
       *[other] { $count } more are not shown here.
    }

report-told = What you told us
report-told-none = Nothing was told in this time.
report-told-count =
    { $count ->
        [one] You told us one thing.
       *[other] You told us { $count } things.
    }
report-told-line = { $number }, { $site }, { $when }, { $category }. { $state }.

report-in-time = Promises kept in time
report-in-time-none = No acknowledgement and no answer fell due for what was told in this time.
report-acknowledged-in-time = Acknowledged in time: { $share }
report-answered-in-time = Answered in time: { $share }
report-in-time-how = It counts what was told in this time. What is late counts as late, whether it was done since or not.
report-acknowledged = Acknowledged
report-answered = Answered
report-acknowledged-by-month = Acknowledged in time, by month
report-answered-by-month = Answered in time, by month
report-one-month = Month
report-promise = Promise
report-share = Share

report-changed = What changed, and why
report-changed-none = Nothing took force in this time.
report-you-said = You told us: { $said }
report-because = Because of { $numbers }
report-in-force = In force since { $when }, { $site }. { $kind }.
report-confirmed =
    { $of ->
        [one] Confirmed by { $count } of 1 officer.
       *[other] Confirmed by { $count } of { $of } officers.
    }

report-helped = Did it work?
report-helped-none = In this time we asked nobody whether it helped.
report-helped-silent = Nobody has answered. Silence is unknown: it counts neither as good nor as bad.
report-helped-response = When we asked whether it helped, { $share } answered.
report-helped-single = Few answered, so here is each answer, without names: { $answers }
report-answer = Answer
report-survey = { $answered } of { $asked } people answered our survey.
report-overall = Overall satisfaction from 1 to 5, of those who left their name ({ $count }): { $figure }

report-praise = Praise
report-praise-none = No praise reached us in this time.

report-open = Open promises
report-open-none = No promise is open.
report-promised = { $step } by { $when }
report-promised-late = { $step } by { $when }. This is late, and we owe it still.
report-step-acknowledge = We say that we heard it
report-step-answer = We answer
report-step-adjust = What changes is in force
report-number-at = { $number }, { $site }
report-given = Promised to you by word of mouth, due { $when }
report-given-late = Promised to you by word of mouth, due { $when }. This is late, and we owe it still.

report-next = What comes next
report-next-none = Nothing is being prepared, and nothing waits for you.
report-waiting =
    { $count ->
        [one] One thing waits for a word from you.
       *[other] { $count } things wait for a word from you.
    }
report-planned = Being prepared, promised by { $when }, { $site }
report-planned-late = Being prepared, promised by { $when }, { $site }. This is late, and we owe it still.

report-say = Say something about this
report-say-words = What would you like to tell us about it?
report-say-send = Send
report-say-heading = About the report for { $period }, "{ $line }":
done-report-told = Thank you. This is now among what you told us, with a number and a promised answer.
report-posted-before = Whether there is a letter about this report was decided before. There is nothing left to do.
report-letter-words = The report of the month is there: what you told us, what we changed because of it, and whether it worked.
report-letter-link = Read it, print it, or say something about any line of it:

reports-pack = The last twelve months, for a renewal
report-twelve = Twelve months until { $month } { $year }
report-by-month = Month by month
report-changes = Changes
report-it-helped = It helped
report-counts = { $count } of { $of }

# Who is written each month.
report-letters-on = You get a letter each month when the report is there.
report-letters-off = You get no letter when a report is there.
report-letters-start = Write to me each month
report-letters-stop = Stop the letters
done-report-letters-on = You will get a letter each month when there is something to read.
done-report-letters-off = You will get no more letters about reports.
report-letter-quarter = The report of the quarter is there too, { $quarter }:
