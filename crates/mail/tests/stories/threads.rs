//! What joins a conversation, what opens it again, and what came before.

use listening::concern::State as Stands;
use listening::conversation::{self, Kind};
use listening::{check_back, concern};
use mail::arrival::{MatchedBy, Reason, State};
use people::Work;

use crate::{
    OURS, answered, concern_of, corpus, found, letters, marked, of_alice, said_about, settled, stage, taken, taken_for,
};

#[test]
fn a_reply_joins_with_its_new_words_and_its_history_is_folded() {
    let stage = stage();
    let raised = answered(&stage);
    let arrival = taken(&stage, &marked(&stage, &raised, &corpus::mail("reply_by_message_id")));
    assert_eq!(settled(&arrival).matched_by, Some(MatchedBy::MessageId));
    let said = said_about(&stage, &raised.id).pop().unwrap().message;
    assert_eq!((said.words.as_str(), said.author.name.as_str()), ("It opens again.", "Alice Hale"));
    assert!(said.folded().unwrap().contains("> The lock is mended."));
    assert_eq!(found(&stage, &raised.id).state, Stands::Acknowledged, "an answer is owed again");
}

#[test]
fn by_what_it_was_known_is_written_down() {
    for (name, by) in [
        ("reply_by_message_id", MatchedBy::MessageId),
        ("reply_by_older_reference", MatchedBy::MessageId),
        ("reply_by_address", MatchedBy::ReplyAddress),
        ("reply_by_subject", MatchedBy::SubjectToken),
    ] {
        let stage = stage();
        let raised = answered(&stage);
        let arrival = taken(&stage, &marked(&stage, &raised, &corpus::mail(name)));
        assert_eq!(settled(&arrival).matched_by, Some(by), "{name}");
        assert_eq!(settled(&arrival).concern_id.as_ref(), Some(&raised.id));
    }
}

#[test]
fn our_answer_to_a_mail_answers_that_mail() {
    let stage = stage();
    let arrival = taken(&stage, &of_alice("first", "Lights at Harbour Gate", "", "They are out."));
    let concern = concern_of(&stage, &arrival);
    let received = letters(&stage).into_iter().find(|letter| letter.kind == "concern.received").unwrap();
    assert!(received.follows.clone().unwrap().contains("<first@harbour.example>"));
    stage.app.clock.forward_seconds(60);
    let id = concern.id.clone();
    let answer = move |work: &mut Work<'_>| conversation::answer(work, &id, None, "They are on again.");
    stage.write(&stage.cast.sam.me, answer).unwrap();
    let news = letters(&stage).into_iter().find(|letter| letter.kind == "concern.news").unwrap();
    let follows = news.follows.unwrap();
    assert!(follows.contains("<first@harbour.example>") && follows.contains(&received.message_id), "{follows}");
}

#[test]
fn the_same_mail_is_one_concern_however_often_and_for_whom_it_comes() {
    let stage = stage();
    let mail = of_alice("once", "Lights at Harbour Gate", "", "They are out.");
    let first = taken_for(&stage, mail.as_bytes(), &[OURS]);
    let again = taken_for(&stage, mail.as_bytes(), &[OURS]);
    assert_eq!(first.id, again.id, "the same mail for the same address is the same arrival");
    let other = taken_for(&stage, mail.as_bytes(), &["care+gate@guards.example"]);
    let travelled = taken_for(&stage, format!("Received: by elsewhere\n{mail}").as_bytes(), &[]);
    for twin in [other, travelled] {
        assert_eq!((settled(&twin).state, settled(&twin).reason), (State::Twin, Reason::CameBefore));
        assert_eq!(settled(&twin).concern_id, settled(&first).concern_id);
    }
    let reused = taken(&stage, &of_alice("once", "Lights at Harbour Gate", "", "Another thing."));
    assert_eq!(settled(&reused).state, State::Raised, "a Message-ID that was used twice is no twin");
    let without = "From: Alice <alice@harbour.example>\nTo: care@guards.example\nSubject: Harbour Gate\n\nNo name.\n";
    assert_eq!(settled(&taken(&stage, without)).state, State::Raised);
}

/// Alice says by the portal that it helped: her concern is closed.
fn closed(stage: &stage::Stage, raised: &concern::Raised) {
    let id = raised.id.clone();
    let close = move |work: &mut Work<'_>| check_back::close(work, &id, None, "It is done.");
    stage.write(&stage.cast.sam.me, close).unwrap();
}

#[test]
fn a_reply_to_a_closed_concern_opens_it_and_thanks_do_not() {
    let stage = stage();
    let raised = answered(&stage);
    closed(&stage, &raised);
    let thanks = marked(&stage, &raised, &of_alice("thanks", "Re: x", "In-Reply-To: ANSWERED\n", "Thank you, Sam!"));
    let thanks = taken(&stage, &thanks);
    assert_eq!((settled(&thanks).state, settled(&thanks).reason), (State::Heard, Reason::Thanks));
    assert_eq!(found(&stage, &raised.id).state, Stands::Closed);
    assert_eq!(said_about(&stage, &raised.id).pop().unwrap().message.words, "Thank you, Sam!");
    let again = marked(&stage, &raised, &of_alice("again", "Re: x", "In-Reply-To: ANSWERED\n", "It is open again."));
    assert_eq!(settled(&taken(&stage, &again)).reason, Reason::Reopens);
    let concern = found(&stage, &raised.id);
    assert_eq!((concern.state, concern.round), (Stands::New, 2));
}

#[test]
fn a_reply_long_after_closing_is_a_concern_of_its_own() {
    let stage = stage();
    let raised = answered(&stage);
    closed(&stage, &raised);
    stage.app.clock.forward_seconds(31 * 86_400);
    let late =
        marked(&stage, &raised, &of_alice("late", "Something else", "In-Reply-To: ANSWERED\n", "The roof leaks."));
    let late = taken(&stage, &late);
    assert_eq!((settled(&late).state, settled(&late).reason), (State::Raised, Reason::LongAgo));
    assert_eq!(settled(&late).named_id.as_ref(), Some(&raised.id));
    let said = said_about(&stage, &concern_of(&stage, &late).id);
    let note = said.iter().find(|shown| shown.message.kind == Kind::Note).unwrap();
    assert!(note.message.words.contains(&raised.number));
    assert_eq!(found(&stage, &raised.id).state, Stands::Closed);
}

#[test]
fn a_visitor_who_wrote_is_heard_from_the_same_address_alone() {
    let stage = stage();
    let first = taken(&stage, &corpus::mail("stranger_at_a_site"));
    let concern = concern_of(&stage, &first);
    let letter = crate::last_to(&stage, "tess@home.example");
    let reply = |from: &str| {
        format!(
            "From: {from}\nTo: {OURS}\nSubject: Re\nIn-Reply-To: {}\n\nIt goes on, says {from}.\n",
            letter.message_id
        )
    };
    let heard = taken(&stage, &reply("Tess <TESS@home.example>"));
    assert_eq!(settled(&heard).concern_id.as_ref(), Some(&concern.id));
    let other = taken(&stage, &reply("tom@home.example"));
    assert_eq!(settled(&other).reason, Reason::NoPart);
    assert_ne!(settled(&other).concern_id.as_ref(), Some(&concern.id));
}

#[test]
fn somebody_who_is_away_moves_no_clock() {
    let stage = stage();
    let raised = answered(&stage);
    let before = found(&stage, &raised.id);
    taken(&stage, &marked(&stage, &raised, &corpus::mail("e01_auto_reply_to_our_letter")));
    let after = found(&stage, &raised.id);
    assert_eq!((before.state, before.next_due_at, before.version), (after.state, after.next_due_at, after.version));
    let note = said_about(&stage, &raised.id).pop().unwrap().message;
    assert!(note.kind == Kind::Note && note.words.contains("automatic answer"), "{}", note.words);
}
