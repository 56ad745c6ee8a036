//! The mailroom: what staff see, and what they decide.

use axum::http::StatusCode;
use listening::concern::{State as Stands, Voice};
use mail::arrival::{Reason, State};
use stage::Stage;

use crate::{answered, concern_of, corpus, found, marked, said_about, settled, stage, taken};

fn again(stage: &Stage, arrival: &mail::arrival::Arrival) -> mail::arrival::Arrival {
    stage.app.db.read_here(|connection| mail::arrival::rows::any(connection, &arrival.id)).unwrap()
}

#[tokio::test]
async fn what_is_held_stands_first_and_is_made_a_concern_with_one_form() {
    let stage = stage();
    let arrival = taken(&stage, &corpus::mail("stranger_at_no_site"));
    taken(&stage, &corpus::mail("machine_list"));
    let list = stage.get(&stage.cast.maya, "/mail").await;
    assert!(list.text.find("To be decided").unwrap() < list.text.find("Ten tips").unwrap(), "{}", list.text);
    let path = format!("/mail/{}", arrival.id);
    let page = stage.get(&stage.cast.maya, &path).await;
    assert!(page.says("There is noise every night.") && page.says("It does not say at which site"), "{}", page.text);
    let gate = stage.cast.gate.to_string();
    let form = [("site", gate.as_str()), ("version", "1")];
    let without = stage.post(&stage.cast.maya, &format!("{path}/concern"), &[("version", "1")]).await;
    assert_eq!(without.status, StatusCode::UNPROCESSABLE_ENTITY);
    let done = stage.post(&stage.cast.maya, &format!("{path}/concern"), &form).await;
    assert!(done.leads_to().starts_with("/concerns/"));
    let arrival = again(&stage, &arrival);
    assert_eq!((settled(&arrival).state, settled(&arrival).reason), (State::Raised, Reason::Decided));
    let concern = concern_of(&stage, &arrival);
    assert_eq!((concern.voice, concern.reporter.email.as_deref()), (Voice::Public, Some("tess@home.example")));
    let twice = stage.post(&stage.cast.maya, &format!("{path}/concern"), &form).await;
    assert_eq!(twice.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(twice.says("Somebody else decided meanwhile"));
}

#[tokio::test]
async fn a_sender_who_is_somebody_else_is_marked_wherever_they_are_shown() {
    let stage = stage();
    let arrival = taken(&stage, &corpus::mail("e07_forged_sender"));
    let concern = concern_of(&stage, &arrival);
    for path in ["/mail".to_owned(), format!("/mail/{}", arrival.id), format!("/concerns/{}", concern.id)] {
        let page = stage.get(&stage.cast.maya, &path).await;
        assert!(page.says("sender not verified"), "{path}: {}", page.text);
    }
}

#[tokio::test]
async fn what_is_held_joins_a_concern_by_its_number() {
    let stage = stage();
    let raised = answered(&stage);
    let arrival = taken(&stage, &marked(&stage, &raised, &corpus::mail("e10_staff_answer_by_mail")));
    let path = format!("/mail/{}", arrival.id);
    let page = stage.get(&stage.cast.sam, &path).await;
    assert!(page.says(&raised.number) && page.says("Please answer on the page of the concern"), "{}", page.text);
    let wrong =
        stage.post(&stage.cast.sam, &format!("{path}/belonging"), &[("number", "2222-2222"), ("version", "1")]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    let form = [("number", raised.number.as_str()), ("version", "1")];
    stage.post(&stage.cast.sam, &format!("{path}/belonging"), &form).await.done();
    assert_eq!(said_about(&stage, &raised.id).pop().unwrap().message.words, "I will see to it.");
    assert_eq!(found(&stage, &raised.id).state, Stands::Acknowledged);
}

#[tokio::test]
async fn what_is_nothing_is_set_aside_and_stays() {
    let stage = stage();
    let arrival = taken(&stage, &corpus::mail("e05_no_sender"));
    let path = format!("/mail/{}/setting-aside", arrival.id);
    stage.post(&stage.cast.ines, &path, &[("version", "1")]).await.done();
    assert_eq!(again(&stage, &arrival).state(), State::SetAside);
    let list = stage.get(&stage.cast.ines, "/mail").await;
    assert!(list.says("set aside") && !list.says("To be decided"));
}

#[tokio::test]
async fn a_mail_that_cannot_be_read_becomes_a_concern_with_the_mail_attached() {
    let stage = stage();
    let arrival = taken(&stage, "\n\nno headers at all");
    assert_eq!(settled(&arrival).reason, Reason::Unreadable);
    let gate = stage.cast.gate.to_string();
    let form = [("site", gate.as_str()), ("version", "1")];
    stage.post(&stage.cast.maya, &format!("/mail/{}/concern", arrival.id), &form).await.done();
    let said = said_about(&stage, &concern_of(&stage, &again(&stage, &arrival)).id).remove(0);
    let file = stage.get(&stage.cast.sam, &format!("/attachments/{}", said.files[0].id)).await;
    assert_eq!(file.text, "\n\nno headers at all");
    assert_eq!(file.headers["content-disposition"], "attachment; filename*=UTF-8''mail.eml");
}

#[tokio::test]
async fn a_mail_is_seen_by_those_who_see_its_site_and_saved_as_it_came() {
    let stage = stage();
    let text = corpus::mail("stranger_at_a_site");
    let arrival = taken(&stage, &text);
    let nowhere = taken(&stage, &corpus::mail("stranger_at_no_site"));
    let path = format!("/mail/{}", arrival.id);
    for (who, status) in [
        (&stage.cast.sam, StatusCode::OK),
        (&stage.cast.maya, StatusCode::OK),
        (&stage.cast.nora, StatusCode::NOT_FOUND),
        (&stage.cast.omar, StatusCode::FORBIDDEN),
        (&stage.cast.alice, StatusCode::FORBIDDEN),
    ] {
        for path in [path.clone(), format!("{path}/raw")] {
            assert_eq!(stage.get(who, &path).await.status, status, "{path}");
        }
    }
    assert_eq!(stage.get(&stage.cast.sam, &format!("/mail/{}", nowhere.id)).await.status, StatusCode::NOT_FOUND);
    let list = stage.get(&stage.cast.nora, "/mail").await;
    assert!(!list.says("Noise"), "{}", list.text);
    let raw = stage.get(&stage.cast.sam, &format!("{path}/raw")).await;
    assert_eq!(raw.text, text);
    assert_eq!(
        (raw.headers["content-type"].to_str().unwrap(), raw.headers["x-content-type-options"].to_str().unwrap()),
        ("text/plain; charset=utf-8", "nosniff")
    );
}

#[tokio::test]
async fn a_file_is_handed_out_to_staff_who_see_its_concern_alone() {
    let stage = stage();
    let arrival = taken(&stage, &corpus::mail("e19_name_with_a_path"));
    let concern = concern_of(&stage, &arrival);
    let file = said_about(&stage, &concern.id).remove(0).files.remove(0);
    let path = format!("/attachments/{}", file.id);
    let page = stage.get(&stage.cast.sam, &path).await;
    assert_eq!(page.headers["content-type"], "application/octet-stream", "no browser runs it");
    assert!(page.headers["content-disposition"].to_str().unwrap().starts_with("attachment"));
    assert_eq!(stage.get(&stage.cast.nora, &path).await.status, StatusCode::NOT_FOUND);
    assert_eq!(stage.get(&stage.cast.alice, &path).await.status, StatusCode::FORBIDDEN);
    let page = stage.get(&stage.cast.sam, &format!("/concerns/{}", concern.id)).await;
    assert!(page.says("run.html") && page.says("by e-mail") && page.says("sender not checked"), "{}", page.text);
}

#[tokio::test]
async fn whoever_wrote_reads_what_they_quoted_and_nothing_of_staff() {
    let stage = stage();
    let raised = answered(&stage);
    taken(&stage, &marked(&stage, &raised, &corpus::mail("reply_by_message_id")));
    taken(&stage, &marked(&stage, &raised, &corpus::mail("e01_auto_reply_to_our_letter")));
    let page = stage.get(&stage.cast.sam, &format!("/concerns/{}", raised.id)).await;
    assert!(page.says("What was quoted below") && page.says("automatic answer"), "{}", page.text);
}

#[tokio::test]
async fn the_list_goes_on_page_by_page() {
    let stage = stage();
    for number in 0..60 {
        let text = corpus::mail("machine_list").replace("list@", &format!("list-{number}@"));
        taken(&stage, &text);
        stage.app.clock.forward_seconds(1);
    }
    let first = stage.get(&stage.cast.ines, "/mail").await;
    let next = first.between("href=\"/mail?after=", "\"").unwrap();
    let second = stage.get(&stage.cast.ines, &format!("/mail?after={next}")).await;
    let count = |page: &stage::Page| page.text.matches("Ten tips").count();
    assert_eq!((count(&first), count(&second)), (50, 10));
}
