//! Mails as they come in life, one for each case that other help desks got wrong, and what becomes of each.

use std::path::Path;

use listening::concern::Voice;
use listening::conversation::{Kind, Trust};
use mail::arrival::{Reason, State};
use stage::Stage;

use crate::{answered, concern_of, letters, marked, said_about, settled, stage, taken, taken_for};

/// Each mail of the corpus, what becomes of it, and why.
const BECOMES: &[(&str, State, Reason)] = &[
    ("contact_at_the_site_of_another_client", State::Raised, Reason::Fresh),
    ("contact_names_a_site", State::Raised, Reason::Fresh),
    ("contact_names_no_site", State::Raised, Reason::Fresh),
    ("contact_with_one_site", State::Raised, Reason::Fresh),
    ("e01_auto_reply_to_our_letter", State::Machine, Reason::Away),
    ("e03_out_of_office_old_style", State::Machine, Reason::Away),
    ("e04_delayed", State::Bounced, Reason::Delayed),
    ("e04_not_delivered", State::Bounced, Reason::NotDelivered),
    ("e04_of_a_mail_that_is_not_ours", State::Machine, Reason::Report),
    ("e04_one_of_several", State::Bounced, Reason::NotDelivered),
    ("e05_bounce_with_an_empty_sender", State::Machine, Reason::NullSender),
    ("e05_broken_sender", State::Held, Reason::NoSender),
    ("e05_no_sender", State::Held, Reason::NoSender),
    ("e06_challenge", State::Machine, Reason::AutoSubmitted),
    ("e07_foreign_results_are_not_believed", State::Raised, Reason::Fresh),
    ("e07_forged_sender", State::Raised, Reason::Fresh),
    ("e07_verified_sender", State::Raised, Reason::Fresh),
    ("e08_forged_message_id", State::Raised, Reason::Fresh),
    ("e08_known_message_id_of_a_stranger", State::Raised, Reason::NoPart),
    ("e08_reply_address_of_a_stranger", State::Raised, Reason::NoPart),
    ("e08_subject_token_of_a_stranger", State::Raised, Reason::NoPart),
    ("e09_colleague_of_the_client", State::Heard, Reason::Answers),
    ("e09_contact_of_another_client", State::Raised, Reason::NoPart),
    ("e09_private_address_of_the_same_person", State::Raised, Reason::NoPart),
    ("e10_forwarded_by_staff", State::Raised, Reason::Forwarded),
    ("e10_staff_answer_by_mail", State::Held, Reason::StaffAnswer),
    ("e10_staff_write_themselves", State::Held, Reason::StaffWrote),
    ("e16_answer_to_an_invitation", State::Machine, Reason::Calendar),
    ("e16_empty_body", State::Raised, Reason::Fresh),
    ("e16_encrypted", State::Raised, Reason::Fresh),
    ("e16_inline_picture", State::Raised, Reason::Fresh),
    ("e16_invitation", State::Raised, Reason::Fresh),
    ("e16_mail_in_a_mail", State::Raised, Reason::Fresh),
    ("e16_only_html", State::Raised, Reason::Fresh),
    ("e16_picture_alone", State::Raised, Reason::Fresh),
    ("e16_signed", State::Raised, Reason::Fresh),
    ("e16_uuencoded", State::Raised, Reason::Fresh),
    ("e16_winmail", State::Raised, Reason::Fresh),
    ("e18_zip_bomb_is_kept_shut", State::Raised, Reason::Fresh),
    ("e19_name_with_a_path", State::Raised, Reason::Fresh),
    ("e20_written_at_no_time", State::Raised, Reason::Fresh),
    ("e20_written_in_the_future", State::Raised, Reason::Fresh),
    ("from_ourselves", State::Machine, Reason::Ourselves),
    ("machine_bulk", State::Machine, Reason::Bulk),
    ("machine_list", State::Machine, Reason::List),
    ("machine_nobody_reads", State::Machine, Reason::Nobody),
    ("machine_suppressed", State::Machine, Reason::Suppress),
    ("our_own_letter_comes_back", State::Machine, Reason::Ourselves),
    ("reply_by_address", State::Heard, Reason::Answers),
    ("reply_by_message_id", State::Heard, Reason::Answers),
    ("reply_by_older_reference", State::Heard, Reason::Answers),
    ("reply_by_subject", State::Heard, Reason::Answers),
    ("stranger_at_a_site", State::Raised, Reason::Fresh),
    ("stranger_at_no_site", State::Held, Reason::NoSite),
];

pub(crate) fn mail(name: &str) -> String {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus").join(format!("{name}.eml"));
    std::fs::read_to_string(file).unwrap()
}

#[test]
fn every_mail_of_the_corpus_becomes_what_it_should() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus");
    let mut files: Vec<String> = std::fs::read_dir(folder)
        .unwrap()
        .map(|file| file.unwrap().path().file_stem().unwrap().to_str().unwrap().to_owned())
        .collect();
    files.sort();
    assert_eq!(files, BECOMES.iter().map(|(name, ..)| *name).collect::<Vec<_>>());
    let (mut wrong, stage) = (String::new(), stage());
    for (name, state, reason) in BECOMES {
        // An hour later nobody has written too often.
        stage.app.clock.forward_seconds(3_700);
        let raised = answered(&stage);
        let said_before = said_about(&stage, &raised.id).len();
        stage.run_jobs();
        let to_outside = |stage: &Stage| {
            let all = letters(stage).into_iter();
            all.filter(|letter| !letter.to_address.ends_with("@lantern.example")).count()
        };
        let letters_before = to_outside(&stage);
        let arrival = taken(&stage, &marked(&stage, &raised, &mail(name)));
        let (was, why) = (settled(&arrival).state, settled(&arrival).reason);
        if (was, why) != (*state, *reason) {
            wrong.push_str(&format!("{name}: {was:?} {why:?}\n"));
        }
        if was == State::Machine && to_outside(&stage) != letters_before {
            wrong.push_str(&format!("{name}: a machine was answered\n"));
        }
        let said = said_about(&stage, &raised.id);
        let heard = said.len() > said_before && said.iter().any(|shown| shown.message.by_mail.is_some());
        if heard != (*state == State::Heard) {
            wrong.push_str(&format!("{name}: what was said about the concern\n"));
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

fn one(name: &str) -> (Stage, mail::arrival::Arrival, listening::concern::Raised) {
    let stage = stage();
    let raised = answered(&stage);
    let arrival = taken(&stage, &marked(&stage, &raised, &mail(name)));
    (stage, arrival, raised)
}

#[test]
fn a_forged_sender_gets_no_account_and_no_letter() {
    let (stage, arrival, raised) = one("e07_forged_sender");
    let concern = concern_of(&stage, &arrival);
    assert_ne!(concern.id, raised.id);
    assert_eq!((concern.voice, concern.reporter.id, settled(&arrival).trust), (Voice::Public, None, Trust::Failed));
    let told =
        |letter: &ground::letter::Letter| letter.about_id == concern.id.as_str() && letter.kind == "concern.received";
    assert!(!letters(&stage).iter().any(told), "the address belongs to somebody else");
}

#[test]
fn a_verified_contact_speaks_for_the_client() {
    let (stage, arrival, _) = one("e07_verified_sender");
    let concern = concern_of(&stage, &arrival);
    assert_eq!((concern.voice, settled(&arrival).trust), (Voice::Client, Trust::Verified));
    assert_eq!(concern.reporter.id.as_deref(), Some(stage.cast.alice.me.actor.id.as_str()));
    assert_eq!(concern.site_id, stage.cast.terrace, "its name stands in the subject");
    assert_eq!(settled(&one("contact_names_a_site").1).trust, Trust::Unchecked);
}

#[test]
fn what_staff_forward_is_told_by_whoever_wrote_it() {
    let (stage, arrival, _) = one("e10_forwarded_by_staff");
    let concern = concern_of(&stage, &arrival);
    assert_eq!((concern.voice, concern.reporter.name.as_deref()), (Voice::Client, Some("Alice Hale")));
    let said = said_about(&stage, &concern.id);
    assert!(said[0].message.words.contains("The lights at Harbour Terrace are out."));
    let note = said.iter().find(|shown| shown.message.kind == Kind::Note).unwrap();
    assert!(note.message.words.contains("Sam Okonjo forwarded"), "{}", note.message.words);
}

#[test]
fn a_guess_is_said_to_be_one_and_a_stranger_is_said_to_be_one() {
    let note = |name: &str| {
        let (stage, arrival, _) = one(name);
        let said = said_about(&stage, &concern_of(&stage, &arrival).id);
        said.iter()
            .filter(|shown| shown.message.kind == Kind::Note)
            .map(|shown| shown.message.words.clone())
            .collect::<String>()
    };
    assert!(note("contact_names_no_site").contains("without naming a site"));
    assert!(note("contact_with_one_site").is_empty() && note("contact_names_a_site").is_empty());
    assert!(note("e09_private_address_of_the_same_person").contains("its sender has no part in that"));
}

#[test]
fn files_are_kept_under_clean_names_and_pictures_as_pictures() {
    let shown = |name: &str| {
        let (stage, arrival, _) = one(name);
        said_about(&stage, &concern_of(&stage, &arrival).id).remove(0)
    };
    for (mail, file) in [
        ("e16_winmail", "winmail.dat"),
        ("e18_zip_bomb_is_kept_shut", "42.zip"),
        ("e19_name_with_a_path", "run.html"),
        ("e16_mail_in_a_mail", "file-1.eml"),
    ] {
        assert_eq!(shown(mail).files[0].name, file, "{mail}");
    }
    for mail in ["e16_picture_alone", "e16_inline_picture"] {
        assert_eq!((shown(mail).photos.len(), shown(mail).files.len()), (1, 0), "{mail}");
    }
    let html = shown("e16_only_html").message.words;
    assert!(html.contains("The gate is open.") && !html.contains("alert") && !html.contains("spy"), "{html}");
    assert_eq!(shown("e16_empty_body").message.words, "The lift at Harbour Gate is stuck");
}

#[test]
fn nothing_is_said_in_the_future() {
    let (stage, arrival, _) = one("e20_written_in_the_future");
    let concern = concern_of(&stage, &arrival);
    assert_eq!(concern.said_at, concern.raised_at);
}

#[test]
fn a_letter_that_did_not_arrive_alarms_those_who_look_after_the_client() {
    let (stage, _, raised) = one("e04_not_delivered");
    let letter = letters(&stage).into_iter().find(|letter| letter.kind == "concern.news").unwrap();
    assert!(letter.failed_at.is_some() && letter.failure.unwrap().contains("550 no such user here"));
    stage.forward_seconds(60);
    assert!(
        letters(&stage)
            .iter()
            .any(|letter| letter.kind == "alert.came_back" && letter.to_address == stage.cast.maya.email)
    );
    let said = said_about(&stage, &raised.id);
    assert!(said.last().unwrap().message.words.contains("did not reach alice@harbour.example"));
    let (stage, _, _) = one("e04_delayed");
    stage.forward_seconds(60);
    assert!(letters(&stage).iter().all(|letter| letter.failed_at.is_none() && letter.kind != "alert.came_back"));
}

#[test]
fn strangers_who_were_written_to_as_well_are_not_written_to_by_us() {
    let stage = stage();
    let raised = answered(&stage);
    let text = mail("reply_by_message_id")
        .replace("To: care@guards.example", "To: care@guards.example\nCc: ex@elsewhere.example");
    let arrival = taken_for(&stage, marked(&stage, &raised, &text).as_bytes(), &["care@guards.example"]);
    assert_eq!(settled(&arrival).state, State::Heard);
    stage.forward_seconds(3_600);
    assert!(!letters(&stage).iter().any(|letter| letter.to_address == "ex@elsewhere.example"));
}
