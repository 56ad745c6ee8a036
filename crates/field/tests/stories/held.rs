//! What an account that was closed meanwhile sent waits for a supervisor.

use listening::concern::Concern;
use listening::conversation;
use people::staff;

use crate::sending::picture;
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

/// Omar's phone sends a picture that belongs to something.
async fn send_photo(stage: &Stage, phone: &Phone, of: &str) -> String {
    let (id, bytes) = (fresh(), picture());
    let parts: Vec<&[u8]> = bytes.chunks(48 * 1024).collect();
    let fields = json!({ "of": of, "parts": parts.len().to_string(), "sha256": ground::secret::digest(&bytes) });
    let at = phone.now(stage);
    assert_eq!(phone.send(stage, &id, ("photo", at), fields.clone()).await.status, 409, "not before it is whole");
    for (number, part) in parts.iter().enumerate() {
        let sealed = sealed::seal(&phone.key, &format!("part {id} {number}"), part).unwrap();
        assert_eq!(phone.put(stage, &format!("/field/out/{id}/parts/{number}"), sealed).await.status, 204);
    }
    assert_eq!(phone.send(stage, &id, ("photo", at), fields).await.status, 202);
    id
}

fn photos_of(stage: &Stage, path: &str) -> usize {
    let concern: Id<Concern> = Id::known(path.trim_start_matches("/concerns/").to_owned());
    let said = stage.read(&stage.cast.ines.me, |work| conversation::rows::all(work.connection, &concern)).unwrap();
    said[0].photos.len()
}

#[tokio::test]
async fn its_pictures_go_where_it_goes_and_one_that_comes_later_to_its_concern() {
    let stage = stage();
    let (phone, id, _) = held(&stage).await;
    let photo = send_photo(&stage, &phone, &id).await;
    let (sam, nora) = (&stage.cast.sam, &stage.cast.nora);
    assert!(!stage.get(sam, "/held").await.says(&photo), "it is no line of its own");
    assert!(stage.get(sam, &format!("/held/{id}")).await.says("Photos with it"));
    let later = stage.app.clock.now().plus_seconds(40 * 86_400);
    field::sending::jobs::sweep(&stage.app, later, "").unwrap();
    let held: Id<field::sending::Sending> = Id::known(id.clone());
    let late = stage.write(&sam.me, move |work| field::sending::held::take_in(work, &held, &[]));
    assert!(late.is_err(), "a picture that came since they were read is not settled without being taken in");
    let path = stage.post(sam, &format!("/held/{id}"), &[("act", "take_in")]).await.leads_to();
    assert_eq!(photos_of(&stage, &path), 1, "what is held is not swept");
    assert_eq!(stage.get(sam, &format!("/held/{photo}")).await.status, 404, "settled with it");

    let late = send_photo(&stage, &phone, &id).await;
    assert!(stage.get(sam, "/held").await.says(&late) && !stage.get(nora, "/held").await.says(&late));
    assert_eq!(stage.get(nora, &format!("/held/{late}")).await.status, 404);
    stage.post(sam, &format!("/held/{late}"), &[("act", "take_in")]).await.done();
    assert_eq!(photos_of(&stage, &path), 2);
}

#[tokio::test]
async fn its_pictures_are_put_aside_with_it_and_their_parts_are_gone() {
    let stage = stage();
    let (phone, id, _) = held(&stage).await;
    let photo = send_photo(&stage, &phone, &id).await;
    stage.post(&stage.cast.sam, &format!("/held/{id}"), &[("words", "Written twice.")]).await.done();
    let have = stage.get(&stage.cast.visitor, &format!("/field/out/{photo}/parts")).await;
    assert_eq!(answer(&have)["have"], json!([]));
    assert_eq!(stage.get(&stage.cast.sam, &format!("/held/{photo}")).await.status, 404);
}
