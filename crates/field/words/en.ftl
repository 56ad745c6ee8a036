# The officer's app.

app-title = My post
app-sent = What I sent
app-concerns = Known here
app-number = The number to tell whoever told you:
app-nowhere = You stand at no post now or in the next days. Your supervisor assigns you.
app-soon = soon
app-new = new
app-orders = All orders of this post
app-outcomes = Does it work?
app-given = What you promised
app-praise = Praise at your sites
app-office = To the office pages

told-title = Somebody told me something
told-elsewhere = It was said at another site:
told-words = What did they say?
told-words-hint = In their words. Your keyboard can listen.
told-who = Who said it?
told-someone = Somebody else
told-unsaid = They would not say
told-who-name = Their name
told-who-name-hint = Only for "Somebody else", if they gave one.
told-photo = Photo
told-photo-hint = Only if it helps.
told-keep = Read it back
told-emergency = Is somebody in danger? Call { $number } now. This is no emergency line.
told-read-back = Read it back to them
told-is-that-right = Is that right?
told-yes = Yes, that is right
told-no = No, change it
told-nowhere = You stand at no post now, so there is no site to write about. Your supervisor assigns you.
told-number = This number is mistyped. Please look at it again.
told-photos-most = Three photos at most.
told-site-gone = You do not stand there any more, or it is closed. Please tell your supervisor; your words are still here.
done-told-by-officer = The office has it.

sent-received = The office has received
sent-none = Nothing yet.
sent-mine = What became of it
sent-mine-none = You have written nothing down yet.
sent-about = About this phone
sent-about-waiting = Waits here
sent-about-answered = The office last answered
sent-about-kept = What is stored here
sent-about-clock = The clock
sent-about-build = Version of the app
concerns-words = What was told about this place and is not settled yet. You need not report it again.
concerns-none = Nothing is open here.

offline-title = No signal
offline-words = This page is not on this phone. You can still write down what somebody told you: it is kept here and sent when there is a signal.

phones-title = Phones
phones-words = Phones on which this person has signed in. What is written there without signal is sealed on the phone, and is sent when there is a signal.
phones-none = None yet.
phone-seen = last here { $when }
phone-clock-wrong = its clock is { $minutes } minutes ahead
phones-lost = lost
phone-give-up = This phone is lost
phone-given-up-before = That was said before.
done-phone-given-up = What this phone sends from now on waits for a supervisor.

sending-concern = What somebody said
sending-interaction = Talking with somebody
sending-confirmation = A confirmation
sending-photo = A photo
sending-heard = "I have heard it"
sending-practice = Practice
sending-practice-gone = What was practised belongs to orders that this officer never confirmed. Nothing of it was taken.
sending-practice-not-counted = Not counted: this account is closed, or this phone was given up as lost.
app-practice-waits = { $count ->
    [one] One question waits for you today
   *[other] { $count } questions wait for you today
 }
sending-taken = received
sending-held = waits for your supervisor
sending-settled = your supervisor saw to it
sending-is-held = Your supervisor has it.
sending-number-taken = Another report has that number. Please tell them { $number } instead.
sending-heard-before = Somebody was faster; that you heard it is noted.
sending-confirmed-late = The orders changed meanwhile. What you read is noted; please read the new ones.
sending-look-again = That was not the right answer. Please look at the line once more.
sending-unreadable = The office cannot read this. Please write it once more.
sending-other-words = Something else was sent under the same name. Please write it once more.
sending-to-mend = Something is missing. Please mend it and send it again.
sending-seal = The office does not know this phone any more. Please sign in: then it is sent.
sending-parts-missing = Parts of the photo did not arrive. It is sent again.
sending-of-nothing = The photo comes after what it belongs to.

held-title = Held for you
held-words = These came from phones of people who have left, or from phones that are lost. Somebody of ours wrote them, with the key of that phone; decide what becomes of each.
held-none = Nothing is held.
held-left = They have left since. It was written on their phone before or after that.
held-lost = Their phone is lost. It may have been written by whoever holds it.
held-site = Site
held-happened = When it happened, as the phone says
held-received = Received
held-photos = Photos with it
held-take-in = Take it in
held-put-aside = Put it aside
held-why = Why?
held-no-concern = This cannot become a concern. Please put it aside, with a reason.
held-settled-before = Somebody saw to this before you.
held-subject = Something from the phone of { $officer } waits for you
held-letter = The phone of { $officer } sent this: { $kind }. Their account is closed, or the phone is lost, so it waits until you decide.
done-held-taken-in = It is a concern now.
done-held-put-aside = It is put aside.

shared-title = Shared phones
shared-words = On a phone that is shared, an officer whose shift is near comes by name and PIN. What one writes the next cannot read.
shared-none = No phone is shared at this site.
shared-make = Those at this site share this device
shared-then = Afterwards sign out here, and open the app at /field/switch.
shared-end = It is shared no longer
done-shared-made = This device is shared now. Please sign out.
done-shared-ended = It is shared no longer.
switch-title = Who are you?
switch-who = Your name
switch-pin = Your PIN
switch-button = Take the phone
switch-nobody = Nobody whose shift is near has chosen a PIN. Sign in with your password, and choose one on the page about you.
switch-password = Sign in with a password
switch-not-here = Your shift here is not near. Please sign in with your password.
switch-too-often = Too many tries with a PIN. Please try again in { $minutes } min.
