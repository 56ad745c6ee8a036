# Words of the desk slice.

## The portal

portal-title = Your portal
portal-told = What you told us
portal-told-title = What you told us, and where it stands
portal-told-none = You have told us nothing yet. Whatever it is, large or small: we would like to hear it.
portal-greeting = Welcome,
portal-nothing-waits = Nothing waits for you.
portal-change-asks-you = Changed post orders: do you agree?
portal-change-answer = Read and answer
portal-waiting =
    { $count ->
        [one] One thing waits for you
       *[other] { $count } things wait for you
    }
portal-asked-you = We asked you something.
portal-refused-you = We said no, and said why. Does that settle it?
portal-helped-you = We answered. Did it help?
portal-say-helped = Say whether it helped
portal-reply = Reply
portal-tell = Tell us something
portal-survey = How is our work going? The questions take about three minutes, until { $until }.
portal-survey-answer = Answer
portal-sites = Sites
portal-all-sites = All sites
portal-open = In our hands
portal-open-none = Nothing that you told us is open with us.
portal-with = With
portal-said-and-done = You said, we did
portal-said-none = You told us nothing in the last 30 days.
portal-you-said = You said
portal-they-said = { $name } said
portal-we-said = { $name } answered
portal-not-yet = Not answered yet
portal-read = Read all of it
portal-in-time-title = Answered in time
portal-in-time =
    { $of ->
        [one] The one answer that we owed you for the last 90 days { $count ->
            [0] was late.
           *[other] came in time.
        }
       *[other] Of the { $of } answers that we owed you for the last 90 days, { $count } came in time.
    }
portal-given = Promised to you by word of mouth
portal-closed = Recently closed
portal-closed-none = Nothing was closed in the last 30 days.
portal-all = All that you told us
portal-reports = Reports by month and by quarter
portal-what = What you said
portal-where-it-stands = Where it stands
portal-seen-to = Seen to by
portal-when = Told us
portal-earlier = Earlier ones
portal-people = Who looks after your sites
portal-waits-for-you = Waits for you
portal-waits-for-colleague = Waits for your colleague
portal-answered = Answered
portal-refused = We said no
portal-said-yes = It helped
portal-said-partly = It helped in part
portal-said-no = It did not help
portal-say-now = Did it help?
portal-said-nothing = Nobody said whether it helped
portal-said-nothing-yet = Nobody said yet whether it helped

portal-site = Where?
portal-words = What would you like to tell us?
portal-words-hint = A worry, a request, a question or praise: what happened, where and when. Your own words are best.
portal-remedy = What would you like to happen?
portal-remedy-hint = You may leave this empty.
portal-photos = Photos
portal-photos-hint = Up to three, 12 MB together. We remove the location that is stored in them.
portal-photos-most = Please choose at most three photos.
portal-photos-again = Please choose the photos once more: a browser does not keep them.
portal-send = Send it to us

portal-you = You
portal-way = How far it has come
way-told = You told us
way-acknowledged = We say that we heard it
way-answered = We answer
way-helped = You say whether it helped
way-closed = Closed
way-thanked = We said thank you
portal-again = Opened again
portal-conversation = What was said
portal-say-more = Say something more
portal-more = Would you like to say something more?
portal-your-reply = Your reply
portal-asked-you-words = We asked you something. Our answer waits for yours.
portal-reopen = Is something still wrong?
portal-reopen-until = For 30 days after it was closed, you can open it again.
portal-reopen-send = Open it again
portal-closed-long-ago = It was closed more than 30 days ago. If it comes up again, please tell us anew.
portal-promised = What we promised
portal-promised-none = For this we promised no times.
portal-by = By { $when }
portal-facts = About it
portal-wanted = What you would like to happen
promised-acknowledge = To say that we heard it
promised-answer = To answer
promised-adjust = To change what is done
promised-check-back = To ask you whether it helped
honesty-kept = Kept: { $when }
honesty-late = Late by { $time }: { $when }
honesty-running = Not due yet
honesty-overdue = Late by { $time }
honesty-waits = Waits for your reply
honesty-over = No longer owed
portal-why-late = Why: { $reason }
honesty-missed = Missed by { $time }; then promised anew or no longer owed

done-told = We have it. Here you can see where it stands.
done-said-more = Sent.
done-helped = Thank you for telling us.

## Home

home-title = Home
home-greeting = Hello
home-field = To my post
home-welcome = Good to see you. Nothing needs you here now.
home-number = Give this number to whoever told you:
home-without = On post without having confirmed
home-since = since { $when }
home-given-late = Promised by word of mouth, and late: { $count }
home-held = Sent by phones, and waits for you: { $count }
home-late = Mine, and late
home-late-none = Nothing of yours is late.
home-new = Not acknowledged yet
home-new-none = All was acknowledged.
home-next = Mine, due next
home-next-none = Nothing of yours is due.
home-all = All in the queue ({ $count })
home-duty-until = You are on duty until { $when }.
home-duty-change = Change it
home-duty-none = You are not on duty.

## Digests: what is new, at a chosen time.

rhythm-never = Not at all
rhythm-daily = Every day
rhythm-weekly = Every week
digest-title = Summary by e-mail
digest-about-contact = What you told us, where it stands and what changed, in one e-mail. When nothing changed, we write nothing.
digest-about-staff = What is late, due or new at your sites, in one e-mail. When there is nothing, we write nothing.
digest-rhythm = How often?
digest-weekday = On which day?
digest-weekday-hint = For a summary every week.
digest-hour = At what time?
digest-zone = Time zone
digest-zone-hint = For instance America/Chicago.
digest-next = The next one is due on { $when }.
digest-not-due = It is not time for this summary.
digest-contact-subject = What you told us, and where it stands
digest-contact-words = This is what is new since { $when }.
digest-waiting = This waits for you:
digest-news = This is new:
digest-others = { $count ->
    [one] One more concern is open as it was.
   *[other] { $count } more concerns are open as they were.
}
digest-portal = All of it is in your portal:
digest-choose = Choose when we write, or switch this off:
digest-line = { $headline } ({ $number }, { $site }):
digest-staff-line = { $number }, { $site }, { $severity }:
digest-stands = { $state }.
digest-stands-due = { $state }. { $step }: by { $when }.
digest-said = We said: { $words }
digest-why-late = Why it is late: { $reason }
digest-staff-subject = What is late, due and new
digest-late = Yours, and late:
digest-due = Yours, and due within a day:
digest-new = Not yet acknowledged at your sites:
digest-queue = All of it is in the queue:
