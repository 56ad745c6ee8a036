# Words of the briefing slice.


## Temporary orders

temporary-title = Temporary orders
temporary-new = New temporary order
temporary-none = No temporary order is in force here.
temporary-over-title = Over
temporary-in-force = In force now
temporary-order = Order
temporary-visitors = Visitors
temporary-leavers = People who left
temporary-deliveries = Deliveries
temporary-kind = What is it about?
temporary-where = Where
temporary-all-posts = All posts
temporary-site = Site
temporary-words = What should officers know?
temporary-line = In one line
temporary-line-hint = "Ms Wu visits 4B on Friday from 10:00." "Mr Roe left the company: no access."
temporary-until = Until
temporary-12-hours = In 12 hours
temporary-24-hours = In 24 hours
temporary-72-hours = In 72 hours
temporary-until-time = At a time
temporary-ends-at = That time
temporary-ends-at-hint = By the clock of the site, thirty days at most. Needed only for "At a time".
temporary-because = Because of concern
temporary-because-hint = Its number, if there is one.
temporary-give = Put in force now
temporary-tell = Tell the officers
temporary-by = Given by
temporary-from-client = From the client:
temporary-ends = until { $when }
temporary-ended-at = Ended { $when }
temporary-next = What becomes of it?
temporary-next-words = Do nothing, and it ends by itself.
temporary-longer = Give it longer
temporary-end = End it now
temporary-permanent = Made permanent
temporary-permanent-draft = The change of the post orders
temporary-make-permanent = Make it permanent
temporary-portal-title = Visitors, leavers, deliveries
temporary-portal-words = The officers see it at once, until it ends by itself. If officers should do something differently, tell us as a concern: we answer, and propose the change to you.
temporary-portal-concern = Tell us
temporary-told-subject = { $site }: { $kind }, from the client
temporary-told = { $name } tells the officers at { $site } until { $when }:
temporary-ask-subject = { $site }: make it permanent?
temporary-ask = A temporary order of { $name } at { $site } ends by itself { $when }. Let it end, give it longer, or make it permanent.
temporary-time = Please give a day and a time, such as 2026-11-22 18:00.
temporary-too-long = Please give a time that lies ahead, thirty days at most. What holds longer belongs into the post orders.
temporary-concern = This is no number of a concern. They look like 7K2Q-M4DS.
temporary-concern-unknown = No concern of this site has the number { $number }.
temporary-no-order = What officers are to do is agreed in the post orders. Please tell us as a concern instead.
temporary-over = It is over already. Give a new one if it should hold again.
temporary-not-longer = It lasts as long as that already. Please choose a later time.
temporary-permanent-already = It is in a draft of the post orders already.
temporary-no-orders = There are no post orders here yet. Begin them first, on the page of the site's orders.
temporary-nothing-to-ask = There is nothing to ask about it.
done-temporary-given = In force now.
done-temporary-told = The officers see it now.
done-temporary-ended = Ended.
done-temporary-longer = It lasts longer now.
done-temporary-permanent = It stands in the draft. Propose it, and it stays.

## The briefing of a post

briefing-title = Briefing
briefing-to-confirm = Please read and confirm:
briefing-read-and-confirm = Read and confirm
briefing-nothing = No post orders are in force here yet.
briefing-of-site = Orders of the whole site
briefing-of-post = Orders of this post
briefing-somebody-else = Somebody else confirms here
briefing-who = Who?
briefing-pin = Their PIN
briefing-read-here = Read and confirm
briefing-mine = What you confirmed

## Confirmations

confirmation-title = Read and confirm
confirmation-since = This changed since revision { $number }, which you confirmed.
confirmation-answer = Your answer
confirmation-answer-read = Please say so
confirmation-i-read = I read it, and I will stand by it.
confirmation-confirm = Confirm
confirmation-look-again = Look at the line once more, and answer again.
confirmation-reads-here = { $name } reads and confirms on this phone.
confirmation-own = on their own device
confirmation-post-phone = on the post's phone
confirmation-paper = on paper
confirmation-looks = { $count ->
    [one] after one more look
   *[other] after { $count } more looks
}
confirmation-other-text = This is not the text that you were shown. Please read it as it stands here.
confirmation-stale = Another revision is in force meanwhile, so this was not confirmed. Please read the new one.
confirmation-not-theirs = Only officers who stand here, or will within a week, confirm these orders.
confirmation-there = This was confirmed already.
confirmation-their-time = The time of the device is not readable.
confirmation-pin-again = Too much time has passed. Please begin with the PIN again.
confirmation-nothing = There is nothing left for them to confirm here.
confirmation-told-before = This was told before.
confirmation-announce-subject = { $place }: orders changed
confirmation-announce = The orders changed at { $place }, where you stand or will stand. Please read what changed, and confirm it, before your next shift.
push-title-unconfirmed = On post without having confirmed the orders
confirmation-missing-subject = { $site }: { $officer } has not confirmed the orders
confirmation-missing = The shift of { $officer } at { $post }, { $site }, began { $when }. They have not confirmed the orders that are in force there.
done-confirmed = Confirmed. Thank you.
done-confirmed-late = Kept: you confirmed the earlier revision. Another one is in force meanwhile; please confirm that too.

## The board

confirmations-title = Who has confirmed
confirmations-nothing = No post orders are in force at this site.
confirmations-nobody = Nobody stands here now, or will within a week.
confirmations-of = { $k } of { $n }
confirmation-done = confirmed
confirmation-sheet = the sheet
confirmation-more-than-one-look = needed more than one look
confirmation-on-post-without = on post without
confirmation-on-post-since = since { $when }
confirmation-missing-yet = not yet
confirmation-begins = begins { $when }
confirmation-paper-title = Enter what was confirmed on paper
confirmation-paper-words = Take a photo of the sheet with the officer's signature, and enter it here.
confirmation-choose = Please choose
confirmation-whom = Who, and which orders
confirmation-of-whom = { $name }: { $place }
confirmation-paper-at = Signed at
confirmation-paper-at-hint = By the clock of the site.
confirmation-paper-sheet = Photo of the sheet
confirmation-paper-enter = Enter
confirmation-paper-time = Please give the day and the time of the signature: after the orders took force, and not in the future.
confirmation-paper-photo = Please add a photo of the sheet.
done-confirmation-entered = Entered.

## PINs

pin-title = Your PIN
pin-back = Your settings
pin-words = Six digits by which you confirm orders on a phone that a post shares. They open nothing else.
pin-there = You have one. Choose another if somebody may know it.
pin-new = New PIN
pin-again = Once more
pin-six-digits = Please choose six digits.
pin-too-easy = Please choose digits that are not all the same and not in a row.
pin-not-the-same = These two are not the same.
pin-wrong = The PIN is wrong, or none was chosen yet (on the page of one's settings).
done-pin-chosen = Your PIN is chosen.
