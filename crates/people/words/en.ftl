# Words of the people slice.
save = Save
cancel = Cancel
done-saved = Saved.
done-signed-out = You are signed out.
changed-meanwhile = Somebody else changed this meanwhile. Look at their change, then save yours again.

sign-in-title = Sign in
sign-in-contact = You are a client
sign-in-link-email = Your e-mail address
sign-in-link-email-hint = We send you a link. There is no password.
sign-in-send-link = Send me a link
sign-in-staff = You work here
sign-in-email = E-mail address
sign-in-password = Password
sign-in-button = Sign in
sign-in-wrong = This e-mail address and password do not fit together. Check both and try again.
sign-in-forgotten = Password forgotten? Ask for a link above; with it you choose a new one.
sign-in-demo = This is a demo. Everybody in it is made up.
sign-in-demo-link = Choose somebody to sign in as
link-sent-title = Look into your mail
link-sent-words = If { $email } is known here, a link is on its way to it. It is good for 30 minutes, once.
link-sent-spam = Nothing there after a few minutes? Look into the spam folder, or ask your security company.
link-sent-demo = In the demo you read the mail here
link-title = Sign in by link
link-words = Press the button to sign in. The link is good once.
link-enter = Sign me in
link-password = Choose a password
link-password-hint = At least 10 characters. Three or four words that only you would put together are good.
link-choose = Choose it and sign in
link-spent = This link is no longer good: it was used, or it is too old. Ask for a new one on the page for signing in.
password-too-short = Please choose at least { $least } characters.
password-too-long = Please choose at most { $most } characters.
sign-out = Sign out
sign-out-everywhere = Sign out everywhere

letter-greeting = Hello { $name },
letter-sign-in-subject = Your link for signing in
letter-sign-in-words = Open this link and press the button to sign in:
letter-sign-in-good = It is good for { $minutes } minutes, once.
letter-sign-in-good-days =
    { $days ->
        [one] It is good for one day, once.
       *[other] It is good for { $days } days, once.
    }
letter-sign-in-ignore = You did not ask for it? Then somebody mistyped their address; you need not do anything.

me-title = About you
me-language = Language
me-theme = Colours
me-theme-device = As my device
me-theme-light = Light
me-theme-dark = Dark
me-theme-dim = Dim, for the night
me-keys = Single-key shortcuts
me-keys-on = On
me-keys-off = Off
me-sessions = Where you are signed in
me-this-device = This device
me-last-used = Last used
