# Words of the demo's own pages.
demo-title = Choose somebody to sign in as
demo-words = Everybody here is made up, and so is everything that they say. Change whatever you like.
demo-first = Clients to begin with
demo-signs = Signs to scan
demo-signs-words = This is what anybody at a site sees who scans the code of a sign.
demo-contacts = All clients
demo-staff = The company
demo-password = With an e-mail address and the password { $password } they can sign in like anybody, too.
demo-mail-title = Letters
demo-mail-words = The demo sends no mail. What it would send is here, the newest first.
demo-mail-none = No letters yet.
demo-mail-older = Older letters
