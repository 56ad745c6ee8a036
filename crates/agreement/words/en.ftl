# Words of the agreement slice: contracts, posts, the import.
severity-s1 = Safety now
severity-s2 = Serious
severity-s3 = Shortfall
severity-s4 = Wish
severity-p = Praise
step-acknowledge = Acknowledge
step-answer = Answer
step-adjust = Change the measures
step-check-back = Ask whether it helped
step-check-back-again = Ask again
limit-minutes =
    { $n ->
        [one] 1 minute
       *[other] { $n } minutes
    }
limit-hours =
    { $n ->
        [one] 1 hour
       *[other] { $n } hours
    }
limit-days =
    { $n ->
        [one] 1 day
       *[other] { $n } days
    }
limit-working-minutes =
    { $n ->
        [one] 1 working minute
       *[other] { $n } working minutes
    }
limit-working-hours =
    { $n ->
        [one] 1 working hour
       *[other] { $n } working hours
    }
limit-working-days =
    { $n ->
        [one] 1 working day
       *[other] { $n } working days
    }
limit-unreadable = Please write a time such as "15 minutes", "4 working hours" or "2 days".
limit-out-of-range = Please write a time between 1 minute and 366 days.

contracts-title = Contracts
contracts-none = No contract is written down. What is promised is the usual table.
contract-title = Contract
contract-new = Sign a contract
contract-edit = Change the contract
contract-starts-on = First day
contract-ends-on = Last day of the term
contract-ends-on-hint = Leave it empty when the contract has no end.
contract-no-end = No end
contract-notice-days = Notice in days
contract-notice-deadline = Last day to give notice
contract-notice-passed = passed
contract-renewal = At the end of the term
renewal-automatic = Goes on by itself
renewal-by-agreement = Is over, unless renewed
contract-in-force = In force
contract-promises = What is promised
contract-promises-words = Empty means the usual time, which is shown in grey. Changed times are for concerns that are raised from now on.
contract-severity = Severity
contract-end = End the contract
contract-end-words = The contract holds until this day and is not renewed. Promises that were given stay.
contract-last-day = Last day
contract-approvals = Changed post orders
contract-approval-limit = How long the client may take to answer
contract-approval-silence = When nobody of the client answers in time
contract-stand-in = Asked as well after half of that time
contract-stand-in-none = Nobody
contract-stand-in-elsewhere = This person is not with the client any more. Please choose another one.
silence-waits = The change waits
silence-counts-as-yes = That counts as a yes
silence-lapses = The change is taken back
contract-ends-before-start = The last day lies before the first one. Please check both.
contract-ends-already = The contract ends by that day already. To make it longer, change it.

posts-title = Posts
posts-none = This site has no posts yet.
post-new = Open a post
post-edit = Rename the post
post-name = Name of the post
post-now = Now
post-now-and-next = Who stands here now and next
post-nobody = Nobody is assigned
post-is-closed = Closed
post-close = Close the post
post-close-words = Nobody stands at a closed post. Its history stays.
post-closed = This post is closed.
post-site-closed = This site is closed, so no post can be opened there.
assignment-new = Assign an officer
assignment-officer = Officer
assignment-starts-at = From
assignment-ends-at = Until
assignment-ends-at-hint = Leave it empty to assign until further notice.
assignment-open-ended = Until further notice
assignment-end = End
assignment-end-now = End now
assignment-withdraw = Withdraw
assignment-zone = The times are those of the site ({ $zone }).
assignment-time = Please enter a day and a time of the site, like 2026-11-22 07:00.
assignment-ends-before-start = The end must come after the start.
assignment-overlaps = This officer is assigned to this post already for some of that time.
assignment-not-an-officer = Only somebody who works here as an officer can be assigned.
assignment-over = This assignment is over already.

import-file-unknown = This is none of the files that are known: { $known }.
import-file-twice = This file is there twice. Please leave one out.
import-no-file = There is no file to import. Known are: { $known }.
import-not-utf8 = This line is not UTF-8. Please save the file as "CSV UTF-8".
import-no-header = The file has no header. Its columns are: { $known }.
import-column-unknown = This column is not known. Known are: { $known }.
import-column-twice = This column is there twice.
import-column-missing = This column is missing. Known are: { $known }.
import-cells = This row has { $found } cells, the header has { $expected }. Please put cells with a comma or a line break in quotes.
import-key-twice = This key is on line { $line } already. Please give each row a key of its own.
import-key-unknown = There is no row with the key { $key } in { $file }, and none was imported before.
import-stays = An earlier import put this under another key, and it stays there. Please give the row a new key.
import-site-elsewhere = One of these sites belongs to another client.
