# Words of the listening slice.

## Concerns, conversation, promises

queue-title = Queue
queue-search = Search all words, or type a number
queue-narrow = Only some of them
queue-show = Show
queue-tabs = Filters that many need
queue-searching = The newest in which all of these words stand, closed ones too.
queue-caption = Open concerns, the next promise first
queue-choose = Choose
queue-choose-one = Choose { $number }
queue-due = Next promise
queue-concern = Concern
queue-do = Do
queue-take = Take
queue-reply = Reply
queue-empty = Nothing is open here. That does not mean that all is well: when did somebody last ask?
queue-all = Choose all
queue-hand-to = Hand the chosen ones to
queue-pages = Pages
queue-next = Later ones
queue-none-chosen = Please choose a person, and at least one concern that they do not see to yet.
tab-all = All open
tab-mine = Mine
tab-new = Not acknowledged
tab-late = Late
filter-any-site = Any site
filter-any-severity = Any severity
filter-any-state = Any state
filter-any-owner = Anybody
keys-title = Keys
keys-words = j and k move, Enter opens, t takes, r replies, / searches, ? shows this.
keys-off = Turn the keys off

concern-new = Somebody told me something
concern-words = What did they say?
concern-words-hint = In their words, as well as you can.
concern-urgency = How urgent is it?
concern-how = How did they tell you?
concern-whose = Who told you?
concern-more = More, if you know it
concern-send = Write it down
reporter-name = Their name
reporter-name-hint = Leave it empty when they would not say.
reporter-email = Their e-mail address
reporter-email-hint = Only if they want an answer by mail.
emergency-first = Is somebody in danger now? Call { $number } first.
concern-site = Site
concern-from = From
concern-raised = Raised
concern-owner = Seen to by
concern-category = About
concern-severity = Severity
concern-state = State
concern-remedy = What they would like to happen
concern-facts = Facts
concern-acknowledge = Say that it was heard
concern-thank = Say thank you and pass it on
concern-sort = Sort it
concern-hand-over = Hand over
concern-protect = Put on the protected path
concern-protect-words = For force, discrimination, sexual conduct, injury, crime and minors. From then on only its owner and those above the site can read it, and nothing in it can be corrected.
concern-protected = Protected
concern-round = Opened again, round { $round }
concern-reopen = Open again
concern-no-answer-needed = What they said last needs no answer
protect-owner = Who above the site sees to it?
protect-about = Which staff member is it about?
protect-about-hint = They will never see it.
about-nobody = Nobody in particular
reopen-words = What is still wrong?
conversation-title = Conversation
promises-title = What we promised
back-to-concern = Back to the concern
photo-alt = Photo that came with this message
author-unknown = Somebody who gave no name

reply-who-sees = Who will see this?
reply-answer = An answer: they see it, and we ask later whether it helped
reply-say = A message: they see it
reply-ask-back = A question: they see it, and our answer waits for theirs
reply-note = A note: only staff see it
reply-refuse = A no, with the reason and whom they can turn to next: they see it
reply-close = Close it: they see why
reply-words = Your words
reply-send = Send
message-message = Message
message-note = Note
message-staff-only = Staff only: whoever told us cannot see this
message-edited = corrected
message-earlier = What it said before
message-folded = What was quoted below
message-file-size = { $kilobytes } KB
trust-verified = sender verified
trust-unchecked = sender not checked
trust-failed = sender not verified
message-correct = Correct this
message-correct-words = What it said before stays readable, for them too.
message-same = It says that already.
message-is-evidence = This concern is on the protected path. What was said there stays as it is; write a further message instead.

promise-due = due in { $time }
promise-late = late by { $time }
promise-paused = Waits for them
promise-kept = kept
promise-was-late = late
late-title = Late, and nobody said why:
late-reason = Why was it late? Whoever told us will read this.
late-send = Tell them why
promise-ended = no longer owed
step-follow-up = Ask again
step-close = Close

channel-portal = by the portal
channel-qr = by a sign
channel-phone = by telephone
channel-spoken = spoken
channel-api = by a program
channel-mail = by e-mail
voice-client = Client
voice-public = Somebody at the site
voice-officer = Officer
urgency-danger = Somebody is in danger, or a crime is happening
urgency-serious = It cannot wait
urgency-shortfall = Something is not as it should be
urgency-wish = A wish or a question
urgency-praise = Praise: something was done well
category-unsorted = Not sorted yet
category-coverage = Coverage
category-conduct = Conduct
category-manner = Manner
category-appearance = Appearance
category-response-time = Response time
category-patrol = Patrol
category-access = Access
category-reporting = Reporting and telling
category-orders = Post orders unclear or wrong
category-continuity = Changing faces
category-safety = Safety and the place
category-confidentiality = Confidentiality
category-fairness = Fairness and force
category-billing = Billing
category-training = Training
category-praise = Praise
state-new = Not acknowledged yet
state-acknowledged = Acknowledged
state-waiting = Waits for them
state-answered = Answered
state-refused = Refused, still open
state-closed = Closed
outcome-settled = It helped
outcome-silent = Closed, unknown whether it helped
outcome-told = Closed
outcome-thanked = Thanked

concern-changed-meanwhile = Somebody else was here meanwhile: look at what changed. Your words are still in the form.
promise-not-late = Nothing is late, or the reason was said already.
concern-already-acknowledged = Somebody has said already that it was heard.
concern-already-refused = It was refused already.
concern-already-waiting = We are waiting for their answer already. Write a message instead.
concern-already-open = It is open already.
concern-already-theirs = They see to it already.
concern-already-protected = It is on the protected path already.
concern-about-them = It is about them: somebody else must see to it.
concern-closed = It is closed. Open it again first.
concern-closed-long-ago = It was closed more than 30 days ago. Please tell us anew.
concern-not-answered = It was not answered yet: answer it first.
concern-needs-answer = It was not answered yet in this round, so it needs an answer.
concern-not-praise = Only what nobody has acknowledged yet can be sorted as praise.
owner-may-not = They may not read this concern, so they cannot see to it.
owner-not-above-site = On the protected path, an account manager or administrator must see to it.

helped-yes = Yes
helped-partly = Partly
helped-no = No
check-back-title = Did it help?
check-back-words = You told us about { $site } ({ $number }). This is what was said since.
check-back-question = Did it help?
check-back-question-hint = With "No" it is opened again, and we owe you a new answer.
check-back-more = Would you like to add something?
scale-fully-low = Not at all
scale-fully-high = Fully
item-result-fair = Was the result fair to you?
item-handled-promptly = Was it dealt with quickly enough?
item-respect = Were you treated with respect?
item-told-why = Did we explain our answer to you?
handling-title = How they found it handled
handling-grade = { $grade } of 5
check-back-send = Send
check-back-thanks = Thank you
check-back-stands = Concern { $number } now stands like this:
check-back-over = It was opened again since we asked. Look at our newest e-mail, or at its page.

history-title = History of { $number }
history-words = Every change, as the record has it. Nothing here can be changed or removed without being noticed.
history-link = History
history-when = When
history-who = Who
history-what = What
history-change = Before and after
history-show = Show
deed-concern-raised = Raised it
deed-concern-acknowledged = Said that it was heard
deed-concern-answered = Answered
deed-concern-said = Wrote a message
deed-concern-asked-back = Asked back
deed-concern-noted = Wrote a note for staff
deed-concern-heard = Said more
deed-concern-needs-no-answer = Found that no answer is owed
deed-concern-shown = Added pictures
deed-concern-corrected = Corrected a message
deed-concern-refused = Refused, with a reason
deed-concern-sorted = Sorted it
deed-concern-handed-over = Handed it over
deed-concern-protected = Put it on the protected path
deed-concern-asked-whether-it-helped = Asked whether it helped
deed-concern-checked-back = Said whether it helped
deed-concern-closed = Closed it
deed-concern-reopened = Opened it again
history-by-system = Rapport, by the clock
history-by-guest = Somebody without an account

letter-subject = [{ $number }] { $headline }
letter-received = We have what you told us. Its number is { $number }.
letter-news = There is news about what you told us ({ $number }):
letter-late = We are late with what we promised you for { $number }, and we are sorry. This is why:
letter-closed = We have closed { $number }. If it did not help, you can open it again for 30 days.
letter-check-back = You told us something ({ $number }), and we answered. Did it help?
letter-follow = Here you can see where it stands:
letter-reply = Here you can read all of it and reply:
letter-reopen = Here you can read all of it, and open it again:
letter-check-back-link = Choose one. It opens a page on which you can say more, and send it:

done-raised = Written down.
done-acknowledged = They can see now that it was heard.
done-handed-over = Handed over.
done-explained = Saved. Whoever told us can read the reason.
done-sorted = Sorted.
done-protected = On the protected path. Only its owner and those above the site can read it now.
done-answered = Answered. We will ask later whether it helped.
done-said = Sent.
done-asked-back = Asked. Our answer waits for theirs.
done-noted = Noted, for staff only.
done-refused = Refused, with your reason. It stays open until they use their recourse or let it go.
done-closed = Closed.
done-corrected = Corrected. What it said before stays readable.
done-no-answer-needed = No answer is owed.
done-reopened = Opened again.
done-checked = Thank you. We have it.

## (end of concerns)



## Signs and tracking

signs-title = Signs
signs-words = People at the site scan the code of a sign and tell us something, without an account. Print on A3 to be read from two metres, on A4 from 1.4 metres, always at 100 %.
signs-none = No sign hangs here yet.
sign-place = Place
sign-address = Address
sign-print = Print
sign-retire = Take down
sign-is-retired = taken down
sign-new = Hang up a sign
sign-place-new = Where will it hang?
sign-place-new-hint = As people there call it, like "Lobby, by the lifts". It stands on the sign.
sign-post = Post
sign-no-post = No post in particular
sign-hang = Make the sign
done-sign-hung = The sign is ready to print.
done-sign-retired = The sign is taken down. Its code leads nowhere now.
sign-site-closed = This site is closed. No sign can hang there.
sign-already-retired = This sign was taken down before.
sign-sent-twice = This was sent before. We have it.

sign-title = Tell security
sign-heading = Tell security
sign-emergency = In danger now?
sign-emergency-call = Call { $number }
sign-what = What happened?
sign-what-hint = In your words, in any language. Say where and when.
sign-urgency = How urgent is it?
sign-danger-first = { $danger }. Call { $number } first, then write to us.
sign-photo = Photos, if you have some
sign-photo-hint = Up to 3, together at most 12 MB. We remove the location that is stored in them.
sign-name = Your name, if you like
sign-name-hint = Without a name you stay anonymous.
sign-email = Your e-mail address, if you want the answer by mail
sign-email-hint = Without it you get a private link on which you read the answer.
sign-send = Send
sign-not-emergency = We are not an emergency line: it may be a while before somebody reads this.
sign-privacy = What you write goes to { $organization } alone. This page sets no cookie.
sign-told-already = You have told us already? Follow it by your code
sign-pulse = How was your visit? Two questions, without your name
sign-photos-too-many = Please choose at most 3 photos.
sign-photos-again = Please choose your photos again: the browser does not keep them.
sign-too-often = Much has come from here in a short time. Your words are still below: please send them again in { $minutes } min.
sign-gone-title = This sign is no longer in use
sign-gone-words = Its code leads nowhere, or was mistyped. Please look for a newer sign, or speak to an officer at the site.

sign-sheet-tell = Tell security
sign-sheet-scan = Scan with your camera. No app, no account.
sign-sheet-emergency = Emergency

track-title = Follow what you told us
track-words = Your code is at the end of your private link: 16 letters and digits.
track-code = Your code
track-open = Open
track-unknown = There is nothing under this code. Please compare it with the end of your private link, letter by letter.
track-page = Your concern { $number }
track-received = Thank you. We have it.
track-number = Your number:
track-keep = Keep this private link. On it you read our answer, and can say more.
track-copy = Copy the link
track-mailed = We have mailed it to you too.
track-danger = Perhaps nobody has read this yet. If somebody is in danger, call now.
track-next = What happens next
track-stands-new = It is with { $owner }, and waits to be taken on.
track-stands-reopened = It is open again, and waits for { $owner }.
track-stands-acknowledged = { $owner } is seeing to it.
track-stands-waiting = { $owner } has asked you something and waits for your answer.
track-stands-answered = { $owner } has answered. Did it help?
track-stands-refused = { $owner } has said no, and why. If you see it differently, say so below.
track-stands-closed = It is closed. You can open it again for 30 days.
track-stands-closed-long-ago = It is closed. To tell us something new, please use a sign at the site.
track-step-told = You told us
track-step-reopened = You opened it again
track-step-acknowledged = Somebody takes it on
track-step-answered = We answer
track-step-asked = We ask whether it helped
track-step-checked = You say whether it helped
track-step-closed = Closed
track-by = promised by { $time }
track-late = promised by { $time }; late by { $by }. We are sorry.
track-why-late = Why: { $reason }
track-was-late = { $time }, later than promised
track-helped-title = Did it help?
track-helped = Is it settled?
track-helped-words = Anything else, if you like
track-helped-send = Send my answer
check-back-not-answered = It is not answered yet, or you have said already whether the answer helped.
track-reopen-title = Not settled after all?
track-reopen-words = What is still wrong, if you like
track-reopen = Open it again
track-still-not-settled = It is still not settled.
track-said = What was said
track-you = You
track-more = Say more
track-send = Send
track-private = This page is private: whoever has its link can read it.
done-track-sent = Thank you. We have it.

## (end of signs)



## Interface for programs

api-unfit = Some fields are not as they should be; each is named in "errors".
api-no-json = The body is not JSON that can be read. It must be JSON in UTF-8.
api-no-object = The body must be one JSON object.
api-content-type = Send the body as application/json.
api-too-large = The body is larger than 256 KB.
api-unknown-field = There is no field of this name here.
api-once = Send this only once.
api-id = This is not an id. Ids are as the interface gives them, such as in /api/v1/sites.
api-site-unknown = There is no open site of this id. See /api/v1/sites.
api-moment = Write a moment as in RFC 3339, such as 2026-11-22T12:00:00Z.
api-cursor = Send what stood in "next" on the page before.
idempotency-key-needed = Send a header Idempotency-Key with a text of your own for this request.
idempotency-key-unfit = The header Idempotency-Key must be given once, with 1 to 200 visible ASCII characters.
idempotency-key-reused = This key came before with another request. Use a new key for a new request.

## (end of programs)

check-back-your-words = What you wrote, so that you can send it again:
check-back-page = Go to its page
letter-acknowledged = Somebody has read what you told us ({ $number }) and sees to it.
letter-thanked = Thank you for your kind words ({ $number }). They were passed on.
letter-closed-in-silence = We asked whether it helped and have heard nothing more about { $number }, so we have closed it. If it did not help, you can open it again for 30 days.
concern-site-gone = This site is not one of yours now. Choose another one, or tell your supervisor what was said.

## Alerts: who of ours is told

alert-subject = [{ $number }] { $site }: { $step }, due { $due }
alert-subject-late = [{ $number }] { $site }: { $step } is late, it was due { $due }
alert-due = { $severity }, { $site }. { $step }: due { $due }.
alert-late = { $severity }, { $site }. { $step }: this was due { $due }, and nobody has done it yet.
alert-open = Open it here. What was said stands only there:
alerts-title = Who was told
alert-told = { $name } ({ $whom }), { $way }
alert-last = Told: { $name }, { $way }, { $when }
deed-concern-explained-lateness = Said why it was late
deed-concern-told-staff = Told whoever has to see to it

## Letters that did not arrive, and replies by mail

letter-by-mail = Or simply reply to this letter.
alert-acknowledge = Say that it was heard; no need to sign in. A button on the page makes sure that it was you:
heard-title = Say that it was heard
heard-due = It is to be acknowledged by { $when }.
heard-already = Somebody has said already that it was heard.
heard-open = Open it. What was said stands only there.
came-back-subject = [{ $number }] { $site }: our letter did not arrive
came-back-words = A letter about { $number } to whoever told us did not arrive: { $why }. They do not know what it said. Please call them, or ask for another address.
concern-undelivered = Our letter of { $when } did not arrive: { $why }. They may not know what it said.
deed-concern-letter-came-back = Noted that a letter did not arrive
concern-refused = Their address takes no mail. What you write here they read only on their page, until it is tried again.
deed-concern-written-again = Had letters tried again

## Measures

measures-title = What changes because of it
measure-new = Change something because of it
measure-planned = Being prepared
measure-in-force = In force
measure-dropped = Not done after all
concern-number-unknown = No concern of yours has the number { $number }.
concern-measure-planned = Something is still to be changed because of this. Put that in force, or give it up, before you close this.
concern-is-praise = This is praise. There is nothing to change.
deed-concern-measure-planned = Something will be changed because of it
deed-concern-adjusted = What was changed is in force
deed-concern-measure-dropped = What was planned will not be done
