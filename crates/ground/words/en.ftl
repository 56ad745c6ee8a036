# Words of the ground: the frame, forms, problems.
product-name = Rapport

frame-skip = Skip to the main content
frame-navigation = Main
frame-language = Language
frame-help = Help and contact
frame-demo = Demo: all of it is made up

# The script fills in what stands in braces.
clock-due = due in {"{"}time{"}"}
clock-late = late by {"{"}time{"}"}
clock-became-late = {"{"}name{"}"} is now late
clock-day = d
clock-hour = h
clock-minute = min
clock-second = s
draft-restored = Your words were kept on this device. Nothing was sent yet.
copied = Copied
count-left = {"{"}n{"}"} characters left
count-over = {"{"}n{"}"} characters too many

field-needed = Please fill this in.
scale-cannot-say = I cannot say
field-choose = Please choose one of these.
field-longer = Please write at least { $least } characters.
field-shorter = Please shorten this: at most { $most } characters, { $over } too many.
field-one-line = Please write this in one line of plain text.
field-plain-text = This holds a character that cannot be shown. Please type it again as plain text.
field-email = Please enter an e-mail address, like dana@example.com.
field-number = Please enter a whole number from { $from } to { $to }.
field-day = Please enter a day, like 2026-11-22.
field-text = Please send a text.

form-unreadable = What was sent could not be read. Please go back and send it again.
form-too-large = What was sent is too large. Please go back and send less, or a smaller photo.

photo-unreadable = This is not a photo that can be read. Please choose a JPEG, PNG or WebP picture.
photo-too-large = This photo is too large. Please choose one of at most 12 MB.

push-unreadable = This browser named no address and keys that can be read. Please try again.
push-address = Push services at this address are not used. Letters come instead.

problem-title = That did not work
problem-home = To the first page
problem-not-found = There is nothing here, or it is not for you to see.
problem-not-allowed = This page is not for you. If you think that it should be, ask your administrator.
problem-sign-in = Please sign in first.
problem-too-often =
    { $minutes ->
        [one] Too many tries. Please wait a minute and try again.
       *[other] Too many tries. Please wait { $minutes } minutes and try again.
    }
problem-broken = Something of ours is broken. It was written down. Please try again in a few minutes.
problem-method = This address cannot be used in that way.
problem-timeout = This took too long. Please try again.
once-another = This form was sent before with other words, and we have those. If this is something else, please send it once more.


form-problems = Please look at this again
field-at-most = At most { $most } characters

figure-as-table = The figures as a table
list-csv = Save as CSV
list-parquet = Save as Parquet
day = { $day } { $month } { $year }
when = { $day } { $month } { $year }, { $time } { $zone }
month-1 = Jan
month-2 = Feb
month-3 = Mar
month-4 = Apr
month-5 = May
month-6 = Jun
month-7 = Jul
month-8 = Aug
month-9 = Sep
month-10 = Oct
month-11 = Nov
month-12 = Dec

# Letters: what sorts there are, why one gets them, why one did not arrive.
letter-class-essential = Letters for signing in and for safety
letter-class-concerns = Where it stands with what you told us
letter-class-questions = The question whether it helped
letter-class-surveys = Surveys on how our work is going
letter-class-alerts = Alerts that a promise needs you
letter-class-orders = Changed post orders that need you
letter-class-digests = All in one letter, by day or by week
letter-class-reports = The report of each month, for those who decide about the contract
letter-class-training = Licences and certificates that expire
letter-why-essential = You get this letter because your account or somebody's safety needs it.
letter-why-concerns = You get this letter because you told { $organization } something and left this address.
letter-why-questions = You get this letter because you told { $organization } something and it was answered.
letter-why-surveys = You get this because you are a contact of a client that we guard.
letter-why-alerts = You get this letter because a promise at { $organization } needs you.
letter-why-orders = You get this letter because changed post orders at { $organization } need you.
letter-why-digests = You get this letter because you asked { $organization } for an overview.
letter-why-reports = You get this letter because you decide about the contract with { $organization }.
letter-why-training = You get this letter because a licence or a certificate at { $organization } has to be renewed.
letter-open = Open the page
letter-off = Here you can switch off such letters:
letter-off-link = Switch off such letters
letter-failed-unknown = there is no such address
letter-failed-domain = nothing takes mail at this domain
letter-failed-disabled = the mailbox is closed
letter-failed-full = the mailbox is full
letter-failed-large = the letter is too large for them
letter-failed-policy = their rules do not let it in
letter-failed-refused = their mail server refused it
letter-failed-late = it could not be delivered in time

# What a phone in the field says of what waits on it.

outbox-waiting = On this phone. Waiting for signal.
outbox-sending = Sending
outbox-sent = The office has it, { $time }
outbox-held = Your supervisor has it.
outbox-server = The server had a problem. Trying again ({ $count }).
outbox-needs = Needs you: { $reason }
outbox-refused = The office could not take it as it is.
outbox-draft = Not finished. It is on this phone only.
outbox-finish = Finish it
outbox-mend = Mend
outbox-open = Open the page
outbox-seen = I have told them
outbox-remove = Remove
outbox-keep = Keep it
outbox-remove-sure = The office does not have this. Removed, it is gone for good. Remove it?
outbox-removed = Removed. The office never had it, and it is gone.
outbox-others = Entries of other officers that wait here: { $count }
outbox-photos = Photos: { $count }.
outbox-photo-broken = This photo cannot be read on this phone.
outbox-full = Not kept: this phone is out of space. Your words are still in the form.
outbox-not-kept = Not kept: this phone could not store it. Your words are still in the form.
outbox-no-key = This phone does not know you yet. Sign in once where there is signal. Your words are still in the form.
outbox-broken = This browser does not let us keep anything on this phone.
outbox-kind-concern = A concern
outbox-kind-interaction = A talk that you noted
outbox-kind-confirmation = Orders that you confirmed
outbox-kind-photo = A photo
outbox-kind-heard = An alert that you have seen
outbox-kind-practice = Practice
phone-saved-copy = No signal. Saved copy from { $time }
phone-saved-slow = Saved copy from { $time }. Asking the office.
phone-saved-same = As the office has it at { $time }.
phone-saved-older = The office has something newer.
phone-saved-show = Show what is new
phone-lost = This phone lost what was kept here, about { $count } entries, last kept { $time }. Tell your supervisor.
phone-clock-behind = This phone's clock is { $time } behind.
phone-clock-ahead = This phone's clock is { $time } ahead.
phone-clock-right = This phone's clock is right.
phone-kept = The browser has promised to keep what is stored here.
phone-not-kept = The browser may throw away what is stored here when the phone is full. Install the app.
phone-never = not yet
phone-switching = One moment
phone-switch-unknown = This officer has not used this phone with a signal yet. That is needed once.
phone-pin-wrong = Wrong PIN. Tries left: { $left }
phone-pin-forgotten = Wrong PIN five times: this officer can only come back with a signal. What waits is still sent.
sign-out-waiting = The office does not have { $count } of your entries yet.
sign-out-send = Send now
sign-out-anyway = Sign out; they stay sealed on this phone and are sent when it is next online
sign-out-stay = Stay signed in
