# Words of the demo's own pages.
demo-title = Choose somebody to sign in as
demo-words = Everybody here is made up, and so is everything that they say. Change whatever you like.
demo-contacts = Clients
demo-staff = The company
demo-password = With an e-mail address and the password { $password } they can sign in like anybody, too.
demo-mail-title = Letters
demo-mail-words = The demo sends no mail. What it would send is here, the newest first.
demo-mail-none = No letters yet.
