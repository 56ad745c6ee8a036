//! What comes too often, and loops.

use mail::arrival::{Reason, State};

use crate::{OURS, letters, settled, stage, taken, taken_for};

#[test]
fn two_help_desks_do_not_answer_each_other_without_end() {
    let stage = stage();
    let mut answered = 0;
    let mut last = String::new();
    for turn in 0..10 {
        // Their machine says nothing of being one, and begins a conversation of its own each time.
        let mail = format!(
            "From: Desk <desk@elsewhere.example>\nTo: {OURS}\nSubject: Ticket {turn}\n\nWe have received your mail.{turn}\n"
        );
        taken_for(&stage, mail.as_bytes(), &["care+gate@guards.example"]);
        let ours = letters(&stage).into_iter().filter(|letter| letter.to_address == "desk@elsewhere.example");
        let newest = ours.max_by_key(|letter| letter.id.clone()).map(|letter| letter.id).unwrap_or_default();
        if newest == last {
            break;
        }
        last = newest;
        answered += 1;
        stage.app.clock.forward_seconds(2);
    }
    assert!((1..=3).contains(&answered), "{answered} answers");
}

#[test]
fn a_panel_that_reports_all_the_time_is_held_and_seen() {
    let stage = stage();
    let panel =
        |number: usize| format!("From: panel@alarm.example\nTo: {OURS}\nSubject: Alarm {number}\n\nZone {number}.\n");
    let mut states = Vec::new();
    for number in 0..40 {
        let arrival = taken_for(&stage, panel(number).as_bytes(), &["care+gate@guards.example"]);
        states.push((settled(&arrival).state, settled(&arrival).reason));
        stage.app.clock.forward_seconds(30);
    }
    assert_eq!(states[39], (State::Held, Reason::TooMany));
    let raised = states.iter().filter(|(state, _)| *state == State::Raised).count();
    assert!(raised <= 20, "{raised} concerns");
    let told = letters(&stage).into_iter().filter(|letter| letter.kind == "mail.held");
    assert_eq!(told.count(), 1, "one letter says so, not one for each");
}

#[test]
fn a_bomb_of_headers_or_of_parts_is_held_with_all_of_it_kept() {
    let stage = stage();
    let headers = format!("From: a@x.example\n{}\n\nx", "X-Bomb: x\n".repeat(100_000));
    let parts = "--b\nContent-Type: text/plain\n\nx\n".repeat(10_000);
    let parts = format!("From: a@x.example\nContent-Type: multipart/mixed; boundary=b\n\n{parts}");
    let nested: String = (0..2_000).map(|_| "Content-Type: message/rfc822\n\n").collect();
    for (bomb, state) in
        [(headers, State::Held), (parts, State::Held), (format!("From: a@x.example\n{nested}x"), State::Held)]
    {
        let arrival = taken(&stage, &bomb);
        assert_eq!(settled(&arrival).state, state);
        assert_eq!(mail::arrival::read(&stage.app, &arrival.hash).unwrap(), bomb.as_bytes());
    }
}

#[test]
fn very_many_links_and_very_long_lines_are_words_like_others() {
    let stage = stage();
    let links = "http://spy.example/x ".repeat(5_000);
    let mail =
        format!("From: alice@harbour.example\nTo: {OURS}\nSubject: Harbour Gate {}\n\n{links}\n", "x".repeat(3_000));
    let arrival = taken(&stage, &mail);
    assert_eq!((settled(&arrival).state, arrival.said.subject.chars().count()), (State::Raised, 300));
}
