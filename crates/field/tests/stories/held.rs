//! What an account that was closed meanwhile sent waits for a supervisor.

use people::staff;

use crate::*;

/// Omar wrote something down, and left before it arrived.
async fn held(stage: &Stage) -> (Phone, String, Page) {
    omar_stands(stage, (-HOUR, None));
    let phone = introduced(stage, &stage.cast.omar, &fresh(), 0).await;
    let at = phone.now(stage);
    let omar: Id<StaffMember> = Id::known(phone.staff.clone());
    stage.write(&stage.cast.ines.me, move |work| staff::leave(work, &omar)).unwrap();
    stage.forward_seconds(60);
    let id = fresh();
    let page = phone.send(stage, &id, ("concern", at), lamp(stage)).await;
    (phone, id, page)
}

#[tokio::test]
async fn it_waits_is_told_and_becomes_a_concern() {
    let stage = stage();
    let (phone, id, page) = held(&stage).await;
    assert_eq!(page.status, 202);
    assert!(answer(&page)["says"].as_str().unwrap().contains("supervisor"), "{}", page.text);
    let at = phone.now(&stage).plus_seconds(-60);
    assert_eq!(phone.send(&stage, &id, ("concern", at), lamp(&stage)).await.status, 202, "the same again");
    let (sam, nora) = (&stage.cast.sam, &stage.cast.nora);
    let letter = stage.letter_to(sam.email).unwrap();
    assert!(letter.contains(&format!("/held/{id}")) && !letter.contains("lamp"), "{letter}");
    assert!(stage.get(sam, "/held").await.says("Omar Diallo"));
    let page = stage.get(sam, &format!("/held/{id}")).await;
    assert!(page.says("The lamp at the ramp is out.") && page.says("Harbour Gate"), "{}", page.text);
    assert!(!stage.get(nora, "/held").await.says("Omar"), "other supervisors see nothing of it");
    assert_eq!(stage.get(nora, &format!("/held/{id}")).await.status, 404);
    let path = stage.post(sam, &format!("/held/{id}"), &[("act", "take_in")]).await.leads_to();
    let concern = stage.get(sam, &path).await;
    assert!(concern.says("The lamp at the ramp is out."), "{}", concern.text);
    assert_eq!(stage.post(sam, &format!("/held/{id}"), &[("act", "take_in")]).await.status, 404, "once");
    assert!(!stage.get(sam, "/held").await.says("Omar"));
}

#[tokio::test]
async fn it_is_put_aside_with_a_reason_and_its_words_are_gone() {
    let stage = stage();
    let (_, id, _) = held(&stage).await;
    let sam = &stage.cast.sam;
    assert_eq!(stage.post(sam, &format!("/held/{id}"), &[("words", "")]).await.status, 422);
    stage.post(sam, &format!("/held/{id}"), &[("words", "Written twice.")]).await.done();
    let kept = stage
        .read(&sam.me, |work| field::sending::rows::find(work.connection, &Id::known(id.clone())))
        .unwrap()
        .unwrap();
    assert_eq!((kept.content, kept.settled.unwrap().words.as_deref()), (None, Some("Written twice.")));
    let entries = stage.read(&sam.me, |work| ground::entry::rows::of_subject(work.connection, &id)).unwrap();
    assert!(entries.iter().all(|entry| !format!("{entry:?}").contains("lamp")), "the record holds no words of it");
}
