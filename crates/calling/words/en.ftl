# Words of the calling slice: duty, the ladder, devices, quiet hours.
whom-owner = its owner
whom-supervisors = supervisor
whom-account-managers = account manager
whom-administrators = administrator
way-push = on their devices
way-letter = by letter

## Duty
duty-title = On duty
duty-words = When a promise needs a supervisor, those of the site who are on duty are called. When none of them is, all of them are.
duty-gaps =
    { $count ->
        [one] Nobody is on duty for 1 site. All of its supervisors are called for it.
       *[other] Nobody is on duty for { $count } sites. All of their supervisors are called for them.
    }
duty-gaps-which = Which ones
duty-take = Say who is on duty
duty-zone = The times are those of the office ({ $zone }).
duty-whose = Who
duty-until = On duty until
duty-until-hint = It ends by itself the next time that the clock shows this. It may be tomorrow.
duty-starts-at = From
duty-starts-at-hint = Leave it empty for now. Duty can be entered up to three months ahead.
duty-take-button = On duty until then
duty-now-and-next = Now and next
duty-nobody = Nobody is on duty now.
duty-is-now = Now
duty-from = From
duty-to = Until
duty-end = End
duty-end-now = End now
duty-withdraw = Withdraw
duty-time = Please enter a time of the day, like 22:00.
duty-day-time = Please enter a day and a time of the office, like 2026-11-22 07:00.
duty-too-far = This is more than three months ahead. Please check the day.
duty-over = This would be over already. Please check the day.
duty-not-a-supervisor = Only somebody who works here as a supervisor can be on duty.
duty-overlaps = They are on duty for some of that time already. Please end that first, or choose another time.
duty-is-over = This is over already.
done-duty-taken = Saved. It ends by itself.
done-duty-ended = Ended.

## The ladder
ladder-title = Whom we call
ladder-words = For each promise: who of ours is told that it needs them, when, and by which way, until it is kept. Whoever was told stands on the page of the concern.
ladder-ways = On their devices means a push message, and a letter at once for whoever has no device, or has quiet hours. Safety now comes through at every hour. The supervisors on duty are called before the others.
ladder-site-words = What is changed here holds at this site alone. The rest is as it is for all sites.
ladder-organization-link = Whom we call at all sites
ladder-from-now = A change holds for concerns that are raised from now on, and for an open one as soon as something happens to it or its next rung is reached.
ladder-of-site = Of this site
ladder-of-organization = Changed for all sites
ladder-empty = Nobody is called.
ladder-no-end = After that the supervisors, the account managers and the administrators are told again every 20 minutes, by both ways, until somebody says that it was heard.
ladder-change = Change
ladder-follow-up = Ask again
ladder-edit-title = Whom we call: { $severity }, { $step }
ladder-edit-words = Please write the rungs in the order of time. Nobody is called before the rung above, however short the promise is.
ladder-rung = Rung { $n }
ladder-more = Save to get more rows: two are always empty, up to 12 rungs.
ladder-usual = As usual
ladder-usual-words = What was changed here is forgotten, and the ladder holds again that holds without it.
ladder-too-long = A ladder has at most 12 rungs.
ladder-grave-at-once = When safety is at stake, somebody is called at once: the first rung is 0 minutes after it was promised.
ladder-order = This rung comes before the one above it. Please put them in the order of time.
rung = { $when }: { $whom }, { $way }
rung-whom = Whom
rung-nobody = Nobody: leave this rung out
rung-minutes = Minutes
rung-point = When
rung-by = How
rung-at-once = At once
rung-after-given = { $time } after it was promised
rung-before-due = { $time } before it is due
rung-when-due = When it is due
rung-after-due = { $time } after it was due
point-after-given = after it was promised
point-before-due = before it is due
point-after-due = after it was due
point-open-after-due = after it was due, open hours

## Devices and quiet hours
alerts-mine-title = How you are called
alerts-mine-words = When a promise needs you, your devices show its number and its site, and nothing that was said. Letters come where devices cannot.
devices-this = Alerts on this device
devices-title = Your devices
devices-none = No device takes alerts. Letters come instead.
device-since = Since
device-taken = Last reached
device-test = Send a test
device-remove = Remove
device-too-many = These are too many devices. Please remove one that you no longer use.
push-switch-on = Switch alerts on here
push-asked = Your browser asks you now. Please allow notifications.
push-denied = Your browser does not allow notifications of this page. You can change that in its settings for this page. Letters come instead.
push-failed = This did not work on this device. Letters come instead.
push-none = This browser takes no alerts. Letters come instead.
push-install = On this device, first add this page to the home screen and open it from there. Until then letters come instead.
push-on = Alerts are on here.
push-no-script = Alerts on a device need a browser with script. Letters come instead.
push-title = A promise needs you
push-title-urgent = Safety now: a promise needs you
push-body = { $about }, { $site }
push-test-title = This is a test
push-test-body = Alerts reach this device.
done-device-added = Alerts are on for this device. Send a test to see one.
done-device-removed = The device is removed.
done-device-tested = A test is on its way.
quiet-title = Quiet hours
quiet-words = In these hours, every day, letters come instead of alerts on your devices. Safety now still comes through.
quiet-from = From
quiet-from-hint = Leave both times empty to have no quiet hours.
quiet-until = Until
quiet-zone = Time zone
quiet-time = Please enter a time of the day, like 22:00.
quiet-zone-unknown = Please enter a time zone such as America/Chicago.
quiet-no-hours = These are no hours: both times are the same.
