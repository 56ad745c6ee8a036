use super::*;

fn on(text: &str) -> Day {
    text.parse().unwrap()
}

fn term() -> Term {
    Term { ends_on: on("2027-03-31"), notice_by: on("2027-01-31") }
}

fn planned(due_on: &str, today: &str) -> Result<Task> {
    let owner_id = Id::known("maya");
    let new = NewTask { kind: Kind::ReviewMeeting, headline: String::new(), owner_id, due_on: on(due_on) };
    Task::planned(&Id::known("contract"), term(), &new, on(today))
}

fn key(result: Result<Task>) -> &'static str {
    match result {
        Err(Error::Refused(refusal)) => refusal.key,
        other => panic!("not refused: {other:?}"),
    }
}

#[test]
fn a_task_is_due_before_notice_can_no_longer_be_given() {
    assert!(planned("2027-01-31", "2026-11-26").is_ok());
    assert_eq!(key(planned("2027-02-01", "2026-11-26")), "renewal-task-too-late");
    assert_eq!(key(planned("2026-11-25", "2026-11-26")), "renewal-task-past");
    assert!(planned("2026-11-26", "2026-11-26").is_ok());
    assert!(planned("2027-03-31", "2027-02-01").is_ok(), "what runs to its end has tasks until then");
    assert_eq!(key(planned("2027-04-01", "2027-02-01")), "renewal-task-too-late");
}

#[test]
fn its_owner_is_reminded_the_day_before_and_once_when_it_is_late() {
    let task = planned("2026-12-10", "2026-11-26").unwrap();
    assert_eq!(task.reminds_on, Some(on("2026-12-09")));
    assert_eq!(key(task.clone().reminded(on("2026-12-08"))), "renewal-task-over");
    let once = task.reminded(on("2026-12-09")).unwrap();
    assert_eq!(once.reminds_on, Some(on("2026-12-11")));
    let twice = once.reminded(on("2026-12-11")).unwrap();
    assert_eq!(twice.reminds_on, None);
    assert_eq!(key(twice.reminded(on("2027-12-11"))), "renewal-task-over");
}

#[test]
fn what_is_due_today_is_not_reminded_of_the_day_before() {
    assert_eq!(planned("2026-11-26", "2026-11-26").unwrap().reminds_on, Some(on("2026-11-27")));
    assert_eq!(planned("2026-11-27", "2026-11-26").unwrap().reminds_on, Some(on("2026-11-26")));
    let late = planned("2026-11-27", "2026-11-26").unwrap();
    assert_eq!(late.reminded(on("2026-12-24")).unwrap().reminds_on, None, "one letter after a long pause");
}

#[test]
fn a_task_is_done_once_and_over_the_version_that_was_looked_at() {
    let now = Moment::from_millis(1);
    let task = planned("2026-12-10", "2026-11-26").unwrap();
    assert_eq!(key(task.clone().done(1, "We met.", ("Maya", now))), "changed-meanwhile");
    let done = task.done(0, "We met.", ("Maya", now)).unwrap();
    assert_eq!((done.reminds_on, done.is_open(), done.is_late(on("2030-01-01"))), (None, false, false));
    assert_eq!(key(done.done(0, "We met.", ("Maya", now))), "renewal-task-over");
}

#[test]
fn the_clock_plans_a_meeting_and_a_pack_in_good_time_or_at_once() {
    let days = |today: &str| usual(&term(), on(today)).map(|(_, due)| due.to_string());
    assert!(!is_planned(&term(), on("2026-10-02")));
    assert!(is_planned(&term(), on("2026-10-03")) && is_planned(&term(), on("2027-01-31")));
    assert!(!is_planned(&term(), on("2027-02-01")));
    assert_eq!(days("2026-10-03"), ["2026-12-02", "2026-12-17"]);
    assert_eq!(days("2027-01-20"), ["2027-01-20", "2027-01-20"]);
}

#[test]
fn something_else_needs_its_headline() {
    let typed = |kind: &str| {
        let owner = Id::<StaffMember>::fresh();
        Fields::default().set("kind", kind).set("owner", owner.as_str()).set("due_on", "2027-01-01")
    };
    assert!(NewTask::read(&mut typed("renewal_pack")).is_some());
    let mut fields = typed("other");
    assert_eq!(NewTask::read(&mut fields), None);
    assert!(fields.problem("headline").is_some());
}

proptest::proptest! {
    #[test]
    fn what_is_usual_can_always_be_planned(ahead in 0_i64..=PLANNED_DAYS_AHEAD) {
        let today = term().notice_by.plus_days(-ahead);
        for (kind, due_on) in usual(&term(), today) {
            let new = NewTask { kind, headline: String::new(), owner_id: Id::known("sam"), due_on };
            proptest::prop_assert!(Task::planned(&Id::known("contract"), term(), &new, today).is_ok());
        }
    }
}
