# Words of the listening slice.

## Concerns, conversation, promises

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
sign-photo-hint = Up to 3, together at most 12 MB. Where they were taken is removed.
sign-name = Your name, if you like
sign-name-hint = Without a name you stay anonymous.
sign-email = Your e-mail address, if you want the answer by mail
sign-email-hint = Without it you get a private link on which you read the answer.
sign-send = Send
sign-not-emergency = We are not an emergency line: nobody may read this at once.
sign-privacy = What you write goes to { $organization } alone. This page sets no cookie.
sign-told-already = You have told us already? Follow it by your code
sign-photos-too-many = Please choose at most 3 photos.
sign-photos-again = Please choose your photos again: the browser does not keep them.
sign-too-often = Much has come from here in a short time. Your words are still below: please send them again in { $minutes } minutes.
sign-gone-title = This sign is no longer in use
sign-gone-words = Its code leads nowhere, or was mistyped. Please look for a newer sign, or speak to an officer at the site.

sign-sheet-tell = Tell security
sign-sheet-scan = Scan with your camera. No app, no account.
sign-sheet-emergency = Emergency

track-title = Follow what you told us
track-words = The code came with your receipt: 16 letters and digits.
track-code = Your code
track-open = Open
track-unknown = There is nothing under this code. Please compare it with your receipt, letter by letter.
track-page = Your concern { $number }
track-received = Thank you. We have it.
track-number = Your number:
track-keep = Keep this private link. On it you read our answer, and can say more.
track-copy = Copy the link
track-mailed = We have mailed it to you too.
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
track-step-checked = You say whether it helped
track-step-closed = Closed
track-by = promised by { $time }
track-late = promised by { $time }; late by { $by }. We are sorry.
track-was-late = { $time }, later than promised
track-helped-title = Did it help?
track-helped = Is it settled?
track-helped-words = Anything else, if you like
track-helped-send = Send my answer
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

## (end of programs)
