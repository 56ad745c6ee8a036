# Words of the orders slice.

## Post orders

orders-title = Post orders
orders-of = Post orders: { $place }
orders-words = The whole site has orders that all its posts share. Each post has its own beside them.
orders-site = Site
orders-where = Holds for
orders-whole-site = The whole site
orders-in-force = In force
orders-none-in-force = Nothing yet
orders-nothing-yet = Nothing is in force here yet. Write a first revision, and propose it to the client.
orders-next = Next
orders-review-on = Next review
orders-review-late = overdue
orders-temporary = Temporary orders
orders-temporary-new = New temporary order
orders-confirmations = Who has confirmed
orders-begin = Begin
orders-language = Written in
orders-languages = Languages
orders-from-template = Begin with the template for such a place
orders-draft-open = Go on writing
orders-draft-begin = Write the next revision
orders-contents = Contents
orders-behind = { $count ->
    [one] one section to translate
   *[other] { $count } sections to translate
}
orders-review = Looked through: no change
orders-review-words = Leaving orders as they are is a decision too. Say why, and when somebody looks again.
orders-review-reason = Why does nothing change?
orders-review-next = Next review
orders-review-save = Write it down
orders-review-day = Please choose a day within the next two years.
orders-nothing-in-force = Nothing is in force yet that could be looked through.
orders-there = There are orders here already. Reload the page to see them.
done-orders-begun = Begun. Nothing is in force before it is proposed and approved.
done-orders-reviewed = Written down: no change.
translation-behind = to translate
translation-behind-words = The original was changed after this was translated. Where they differ, the original holds.
translation-missing-words = This section is not translated yet.
line-why = Why?

section-overview = Site and layout
section-purpose = Purpose and risks
section-hours = Hours and relief
section-arrival = Arrival, keys, equipment
section-access = Access
section-patrols = Patrols
section-scenarios = What to do when
section-escalation = Whom to call
section-client-rules = Rules of the client
section-care = How we speak with people
section-life-safety = Life safety
section-reports = Reports and logs
section-limits = Limits of authority
section-special = Special and temporary orders
section-revision = Changes of these orders
section-other = Something else

## Drafts

draft-title = Draft: { $place }
draft-heading = Draft
draft-words = Nobody stands by a draft. Several people can write at once; nobody's words are overwritten.
draft-empty-yet = The draft says nothing yet. Add a section, or bring in a file.
draft-propose = Propose it
draft-bring-in = Bring in a file
draft-file = Markdown or Word (.docx), 20 MB at most
draft-instead = In place of what is there, not after it
draft-discard = Throw this draft away
draft-discard-words = What is in force stays. What the draft said stays in the record alone.
draft-overtaken = The orders changed while this was written
draft-overtaken-words = Another revision took force. Join it with this draft before you propose: what does not touch is joined by itself, and you choose for the rest.
draft-ours = This draft
draft-theirs = In force
draft-side-gone = Taken out
draft-take-ours = Take the draft
draft-take-theirs = Take what is in force
draft-take-both = Take both, one below the other
draft-join = Join them
draft-choose-sides = Please choose for each section in which both changed something.
draft-nothing-to-join = The draft follows what is in force. There is nothing to join.
draft-there = Somebody is writing the next revision already. Reload the page, and write in the same draft.
draft-empty = The draft says nothing. Write at least one section.
draft-no-change = The draft says the same as what is in force. There is nothing to propose.
draft-base-replaced = Another revision took force while this was written. Join it with the draft first.
draft-section-changed = Somebody else changed this section while you were writing.
draft-section-taken-out = Somebody else took this section out while you were writing. Save to put it back.
draft-too-many-sections = Orders have 60 sections at most. Please join some of them.
draft-section-too-long = The section “{ $title }” is too long: 200 kB at most. Please divide it.
draft-too-long = This is too long for post orders: one million letters at most. Please shorten it.
draft-too-many-pictures = Six pictures at once at most. Please send the others afterwards.
draft-picture-words = Please say in words what the picture shows, for whoever cannot see it.
draft-file-needed = Please choose a file.
draft-file-empty = This file holds no text that we could bring in.
draft-file-too-large = This file is too large or unpacks to too much. Please bring it in in parts.
draft-file-encrypted = This document is protected by a password. Save a copy without one, and try again.
draft-file-old-word = This was written by an old Word (.doc). Open it, save it as .docx, and try again.
draft-file-unreadable = This is neither Markdown nor a Word document (.docx) that we can read. Save it as .docx, without a password, and try again.
done-draft-begun = A draft is begun.
done-draft-joined = Joined. Look through it once more.
done-draft-discarded = The draft is thrown away.
done-brought-in = Brought in. Look through it before you propose it.
done-brought-in-in-part = Brought in, without comments, headers or drawings that we do not read. Look through it before you propose it.
done-section-placed = Moved.
done-section-taken-out = Taken out.
section-new = Add a section
section-edit = Write a section
section-kind = What is it about?
section-title = Title
section-words = Words
section-words-hint = In Markdown: a line that begins with 1. is a step, one that begins with - a point.
section-pictures = Pictures
section-pictures-hint = They stand at the end of the words; move their line to where they belong.
section-picture-words = What do they show?
section-more = Move or take out
draft-blanks = { $count ->
    [one] One place is still to be filled in. It stands in square brackets and capital letters.
   *[other] { $count } places are still to be filled in. They stand in square brackets and capital letters.
}
orders-show-why = Show why each line is here
section-up = Up
section-down = Down
section-take-out = Take out
section-theirs = { $name } saved this section at { $when }, while you were writing. This is what they changed:
section-theirs-gone = They took it out. Your words are still below; save to put the section back.
section-joined = Both changes are joined below. Look at it, and save.
section-not-joined = Both of you changed the same lines. Your words are below; take over what you want of theirs, and save.
markdown-title = How to write
markdown-words =
    1. A step that is done in order
    - A point
    {"**"}what must not be missed**
    ### A heading within the section

## What changed

difference-title = What changes
difference-none = A reader sees no change.
difference-all-new = These are the first orders: everything is new.
difference-added = new:
difference-removed = gone:
difference-changed = changed:
difference-moved-from = moved from line { $place }:
difference-unchanged = { $count ->
    [one] one line unchanged
   *[other] { $count } lines unchanged
}
difference-sections-unchanged = { $count ->
    [one] one section is as it was.
   *[other] { $count } sections are as they were.
}
difference-more = { $count ->
    [one] and one more line, on the page
   *[other] and { $count } more lines, on the page
}
difference-section-added = new section
difference-section-removed = section taken out
difference-section-moved = moved

## Revisions

revisions-title = Revisions
revisions-of = Revisions: { $place }
revisions-none = No revision was proposed yet.
revisions-older = Older ones
revision-label = Revision
revision-number = Revision { $number }
revision-since = since { $when }
revision-summary = What changed
revision-state = Stands
revision-by = By
revision-cause = Why
revision-facts = Facts
revision-views = Ways to read it
revision-whole = All of it
revision-because = Because somebody told us:
revision-proposed-at = Proposed
revision-effective-at = From
revision-in-force-at = In force since
revision-ended-at = Until
revision-replaces = Replaces
revision-question = Question for officers
revision-hash = Mark of the text
revision-paper = For print (PDF)
revision-emergency = In force before the client answered
revision-withdraw = Take it back
revision-withdraw-words = Nobody is asked any more, and it will not take force. You can write it again later.
revision-write-again = Write it again, over what is in force
revision-draft = Draft
revision-proposed = Waits for the client
revision-approved = Approved, waits for its time
revision-in-force = In force
revision-replaced = Replaced
revision-refused = Refused by the client
revision-withdrawn = Taken back
cause-first = First orders
cause-concern = Somebody told us something
cause-incident = Something happened
cause-review = A review
cause-client = The client wishes it
cause-other = Another reason
next-remind = We remind them
next-silence = What the contract says of silence
next-take-force = Takes force
propose-title = Propose this draft
propose-words = It gets its number, and nobody changes it any more. Those who decide at the client are asked by letter.
propose-summary = What changes, in one sentence
propose-summary-hint = In the client's words: "Guests are met at the gate, not waved through."
propose-concerns = Numbers of the concerns that it answers
propose-concerns-hint = One after another, such as 7K2Q-M4DS.
propose-cause-words = More about why
propose-effective-at = In force from
propose-effective-at-hint = By the clock of the site. Empty: as soon as the client agrees.
propose-emergency = It cannot wait: put it in force now, and ask the client afterwards. Their no ends it.
propose-send = Propose it
question-title = A question about the change
question-words = Each officer answers it when they confirm that they read the change. It asks for what the changed line says.
question-asked = Question
question-right = Right answer
question-wrong-1 = Wrong answer
question-wrong-2 = Another wrong answer
question-answers-alike = Please give a wrong answer that differs from the right one.
revision-which-concern = Please give the number of the concern.
revision-concern-number = One of these is no number of a concern. They look like 7K2Q-M4DS.
revision-too-many-concerns = Twenty concerns at most.
revision-time = Please give a day and a time, such as 2026-11-22 18:00.
revision-not-ahead = Please choose a time within the next year, or leave it empty.
revision-emergency-is-now = What cannot wait is in force now. Leave the time empty, or untick that it cannot wait.
revision-not-a-draft = This was proposed, and nobody changes it any more. Write the next revision.
revision-not-proposed = This is still a draft. Propose it first.
revision-not-waiting = This does not wait any more. Reload the page to see how it stands.
revision-overtaken = The orders changed while this waited. Write it again, over what is in force now.
revision-another-waits = Another revision of these orders waits for the client. Take it back first, or wait for their answer.
done-revision-proposed = Proposed. Those who decide are asked.
done-revision-withdrawn = Taken back.
paper-page = Page { $page } of { $pages }
paper-printed = Printed { $when }
paper-approved-by = Approved by
paper-nobody = Nobody yet
paper-too-long = These orders are too long to print in one piece.

## Approvals

approvals-title = Answers of the client
approvals-nobody = Nobody of the client decides and sees this site, so nobody was asked. Write down what you were told.
approval-title = Changed post orders: do you agree?
approval-because = Because you told us: { $headline }
approval-emergency-words = This could not wait and is in force already. Your no ends it.
approval-effective = It is to be in force from { $when }.
approval-answer = Is this right?
approval-yes = Yes, I agree
approval-no = No, and I say why
approval-words = Your words
approval-words-hint = With a no, please say what should be otherwise.
approval-by = Please answer by { $when }.
approval-send = Send the answer
approval-you-said = You said on { $when }: { $answer }.
approval-somebody-said = { $name } said: { $answer }.
approval-no-longer = No answer is needed any more.
approval-by-portal = in the portal
approval-by-link = by the link of a letter
approval-told-us = told us
approval-asked-at = asked { $when }
approval-reminded-at = reminded { $when }
approval-standing-in = standing in
approval-who = Who told you?
approval-write-down = Write down their answer
approval-write-down-words = When somebody who decides told you by telephone, on paper or in a meeting. Say in words how.
approval-say-why = Please say why not, so that we can change it.
approval-say-how = Please say how and when they told you.
approval-not-asked = No answer is needed any more: somebody was first, or the change was taken back. Reload the page.
approval-other-text = The text that you saw is not the one that waits. Reload the page, and read it once more.
approval-said-before = You have answered already. To change your mind, please tell us.
done-approval-said = Thank you. Your answer is kept.
done-approval-written-down = Written down.
remarks-title = Said of single lines
remark-say = Say something of one line
remark-line = Which line?
remark-words = What would you say?
remark-send = Send
done-remarked = Sent to whoever wrote the change.
approval-subject = Please look at a change: { $summary }
approval-letter = We would like to change the post orders of { $place }:
approval-letter-again = We asked you about a change of the post orders of { $place }, and have not heard yet:
approval-letter-stand-in = Somebody was asked about a change of the post orders of { $place } and has not answered. You may answer for them:
approval-letter-emergency = We had to change the post orders of { $place } at once. Your no ends the change:
approval-letter-by = Please answer by { $when }.
approval-letter-link = Read it and answer here, without signing in:
approval-news-subject = Answer to a change: { $summary }
approval-news-yes = { $name } agrees with your change of the orders of { $place }.
approval-news-no = { $name } does not agree with your change of the orders of { $place }:
approval-news-remark = { $name } said something of your change of the orders of { $place }:
approval-news-waits = Nobody answered in time to your change of the orders of { $place }. It goes on waiting: please call them.
approval-news-counts-as-yes = Nobody answered in time to your change of the orders of { $place }. By the contract that counts as a yes.
approval-news-lapses = Nobody answered in time to your change of the orders of { $place }. By the contract it is taken back.
approval-news-link = The change:

## Secrets

secrets-title = Codes and keys
secrets-words = Codes and numbers of keys are kept apart from the orders and never printed. Every look is written down.
secrets-none = None are written down here.
secret-look = Show it
secret-looked = { $name } looked, { $when }
secret-changed = Changed { $when }
secret-change = Change it
secret-name = What is it?
secret-name-hint = Such as: alarm panel, ground floor.
secret-value = Code or number
secret-new = Add one
secret-keep = Keep it
secret-retire = Out of use
