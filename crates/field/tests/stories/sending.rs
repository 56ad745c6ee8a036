//! What was written where there was no signal arrives once, with its true time.

use ground::entry;
use listening::concern::{self, Concern};
use listening::conversation;

use crate::*;

fn concerns(stage: &Stage) -> Vec<Concern> {
    stage
        .read(&stage.cast.ines.me, |work| {
            let lines = listening::queue::rows::list(work, &listening::queue::Filter::default(), 100)?;
            Ok(lines.into_iter().map(|line| line.concern).collect())
        })
        .unwrap()
}

#[tokio::test]
async fn it_is_taken_once_however_often_it_comes() {
    let stage = stage();
    omar_stands(&stage, (-HOUR, None));
    let phone = introduced(&stage, &stage.cast.omar, &fresh(), 0).await;
    let (id, said_at) = (fresh(), phone.now(&stage));
    stage.forward_seconds(2 * HOUR);
    let mut fields = lamp(&stage);
    fields["number"] = "7K2Q-M4DS".into();
    let first = phone.send(&stage, &id, ("concern", said_at), fields.clone()).await;
    assert_eq!((first.status.as_u16(), &answer(&first)["number"]), (201, &json!("7K2Q-M4DS")), "{}", first.text);
    for _ in 0..3 {
        let again = phone.send(&stage, &id, ("concern", said_at), fields.clone()).await;
        assert_eq!(again.status, 200);
        assert_eq!(answer(&again), answer(&first), "the same again");
    }
    let all = concerns(&stage);
    assert_eq!(all.len(), 1);
    assert_eq!((all[0].number.as_str(), all[0].said_at), ("7K2Q-M4DS", said_at));
    assert_eq!(all[0].raised_at, stage.app.clock.now(), "our clock starts when it reaches us");
    assert_eq!(all[0].reporter.name.as_deref(), Some("Ruth"));
    let id = all[0].id.to_string();
    let entries = stage.read(&stage.cast.ines.me, |work| entry::rows::of_subject(work.connection, &id)).unwrap();
    assert_eq!((entries[0].by_name.as_str(), entries[0].their_at), ("Omar Diallo", Some(said_at.millis())));
}

#[tokio::test]
async fn other_words_under_the_same_name_are_not_taken_for_the_same() {
    let stage = stage();
    omar_stands(&stage, (-HOUR, None));
    let phone = introduced(&stage, &stage.cast.omar, &fresh(), 0).await;
    let (id, at) = (fresh(), phone.now(&stage));
    assert_eq!(phone.send(&stage, &id, ("concern", at), lamp(&stage)).await.status, 201);
    let mut other = lamp(&stage);
    other["words"] = "The gate is open.".into();
    let refused = phone.send(&stage, &id, ("concern", at), other).await;
    assert_eq!(refused.status, 422);
    assert!(answer(&refused)["says"].as_str().unwrap().contains("same name"), "{}", refused.text);
    assert_eq!(concerns(&stage).len(), 1);
}

#[tokio::test]
async fn two_that_arrive_in_one_instant_are_one() {
    let stage = stage();
    omar_stands(&stage, (-HOUR, None));
    let phone = introduced(&stage, &stage.cast.omar, &fresh(), 0).await;
    let (id, at) = (fresh(), phone.now(&stage));
    let one = phone.send(&stage, &id, ("concern", at), lamp(&stage));
    let other = phone.send(&stage, &id, ("concern", at), lamp(&stage));
    let (one, other) = tokio::join!(one, other);
    assert_eq!(answer(&one)["number"], answer(&other)["number"]);
    let mut statuses = [one.status.as_u16(), other.status.as_u16()];
    statuses.sort_unstable();
    assert_eq!(statuses, [200, 201]);
    assert_eq!(concerns(&stage).len(), 1);
}

#[tokio::test]
async fn a_clock_that_is_three_hours_wrong_is_noticed_and_corrected() {
    let stage = stage();
    omar_stands(&stage, (-HOUR, None));
    let phone = introduced(&stage, &stage.cast.omar, &fresh(), 3 * HOUR).await;
    let (told_at, theirs) = (stage.app.clock.now(), phone.now(&stage));
    stage.forward_seconds(600);
    assert_eq!(phone.send(&stage, &fresh(), ("concern", theirs), lamp(&stage)).await.status, 201);
    assert_eq!(concerns(&stage)[0].said_at, told_at);
    let sent = stage.get(&stage.cast.omar, "/field/sent").await;
    assert!(sent.says("What somebody said"), "{}", sent.text);
    let path = format!("/staff/{}/phones", stage.cast.omar.me.actor.id);
    assert!(stage.get(&stage.cast.omar, &path).await.says("180 minutes ahead"));
}

#[tokio::test]
async fn what_is_missing_is_said_and_nothing_is_taken() {
    let stage = stage();
    omar_stands(&stage, (-HOUR, None));
    let phone = introduced(&stage, &stage.cast.omar, &fresh(), 0).await;
    let at = phone.now(&stage);
    let mut fields = lamp(&stage);
    fields["words"] = "".into();
    let refused = phone.send(&stage, &fresh(), ("concern", at), fields).await;
    assert_eq!(refused.status, 422);
    assert!(answer(&refused)["problems"]["words"].is_string(), "{}", refused.text);
    let mut elsewhere = lamp(&stage);
    elsewhere["site"] = stage.cast.yard.as_str().into();
    let refused = phone.send(&stage, &fresh(), ("concern", at), elsewhere).await;
    assert_eq!(refused.status, 422, "he does not stand there: {}", refused.text);
    assert!(concerns(&stage).is_empty());
}

#[tokio::test]
async fn nobody_writes_in_the_name_of_another() {
    let stage = stage();
    omar_stands(&stage, (-HOUR, None));
    let id = fresh();
    let omars = introduced(&stage, &stage.cast.omar, &id, 0).await;
    let sams = introduced(&stage, &stage.cast.sam, &id, 0).await;
    assert_ne!(omars.key, sams.key, "those who share a phone have keys of their own");
    let at = omars.now(&stage);
    let forged = Phone { staff: omars.staff.clone(), ..sams };
    let elsewhere = Phone { id: fresh(), key: omars.key, staff: omars.staff.clone(), ahead: 0 };
    for phone in [&forged, &elsewhere] {
        let refused = phone.send(&stage, &fresh(), ("concern", at), lamp(&stage)).await;
        assert_eq!(refused.status, 403, "{}", refused.text);
    }
    let (one, text) = (fresh(), json!({ "kind": "concern", "at": 1, "language": "en", "fields": lamp(&stage) }));
    let moved = sealed::seal(&omars.key, &format!("out {one}"), text.to_string().as_bytes()).unwrap();
    let page = omars.put(&stage, &format!("/field/out/{}", fresh()), moved).await;
    assert_eq!(page.status, 403, "a seal is of one thing");
    assert!(concerns(&stage).is_empty());
    for _ in 0..60 {
        let refused = forged.send(&stage, &fresh(), ("concern", at), lamp(&stage)).await;
        assert_eq!(refused.status, 403, "{}", refused.text);
    }
    assert_eq!(omars.send(&stage, &fresh(), ("concern", at), lamp(&stage)).await.status, 201, "from the same address");
}

#[tokio::test]
async fn a_number_that_is_taken_gives_way_and_that_is_said() {
    let stage = stage();
    omar_stands(&stage, (-HOUR, None));
    let phone = introduced(&stage, &stage.cast.omar, &fresh(), 0).await;
    let mut fields = lamp(&stage);
    fields["number"] = "7K2Q-M4DS".into();
    let at = phone.now(&stage);
    assert_eq!(phone.send(&stage, &fresh(), ("concern", at), fields.clone()).await.status, 201);
    let second = phone.send(&stage, &fresh(), ("concern", at), fields).await;
    let said = answer(&second);
    let number = said["number"].as_str().unwrap();
    assert_ne!(number, "7K2Q-M4DS");
    assert!(said["says"].as_str().unwrap().contains(number), "{said}");
    assert_eq!(concerns(&stage).len(), 2);
}

#[tokio::test]
async fn what_was_told_in_a_shift_arrives_after_it() {
    let stage = stage();
    omar_stands(&stage, (-HOUR, Some(HOUR)));
    let phone = introduced(&stage, &stage.cast.omar, &fresh(), 0).await;
    let at = phone.now(&stage);
    stage.forward_seconds(30 * HOUR);
    let sent = phone.send(&stage, &fresh(), ("concern", at), lamp(&stage)).await;
    assert_eq!(sent.status, 201, "{}", sent.text);
    let now = phone.now(&stage);
    let refused = phone.send(&stage, &fresh(), ("concern", now), lamp(&stage)).await;
    assert_eq!(refused.status, 422, "but what is told now was not told to him at that site");
}

/// A small picture, as a phone makes it.
pub(crate) fn picture() -> Vec<u8> {
    let mut bytes = Vec::new();
    let image = image::RgbImage::from_fn(300, 200, |x, y| {
        image::Rgb([(x % 255) as u8, (y % 255) as u8, ((x * y) % 251) as u8])
    });
    let mut jpeg = image::codecs::jpeg::JpegEncoder::new_with_quality(&mut bytes, 95);
    jpeg.encode_image(&image).unwrap();
    bytes
}

#[tokio::test]
async fn a_picture_comes_in_parts_and_goes_on_where_it_stopped() {
    let stage = stage();
    omar_stands(&stage, (-HOUR, None));
    let phone = introduced(&stage, &stage.cast.omar, &fresh(), 0).await;
    let (of, id, at) = (fresh(), fresh(), phone.now(&stage));
    let bytes = picture();
    let parts: Vec<&[u8]> = bytes.chunks(bytes.len() / 3 + 1).collect();
    let sha256 = ground::secret::digest(&bytes);
    let fields = json!({ "of": of, "parts": parts.len().to_string(), "sha256": sha256 });
    let early = phone.send(&stage, &id, ("photo", at), fields.clone()).await;
    assert_eq!((early.status.as_u16(), &answer(&early)["have"]), (409, &json!([])));
    for number in [0, 2] {
        let sealed = sealed::seal(&phone.key, &format!("part {id} {number}"), parts[number]).unwrap();
        assert_eq!(phone.put(&stage, &format!("/field/out/{id}/parts/{number}"), sealed).await.status, 204);
    }
    let have = stage.get(&stage.cast.visitor, &format!("/field/out/{id}/parts")).await;
    assert_eq!(answer(&have)["have"], json!([0, 2]));
    let sealed = sealed::seal(&phone.key, &format!("part {id} 1"), parts[1]).unwrap();
    phone.put(&stage, &format!("/field/out/{id}/parts/1"), sealed).await;
    assert_eq!(
        phone.send(&stage, &id, ("photo", at), fields.clone()).await.status,
        424,
        "what it belongs to comes first"
    );
    assert_eq!(phone.send(&stage, &of, ("concern", at), lamp(&stage)).await.status, 201);
    assert_eq!(phone.send(&stage, &id, ("photo", at), fields.clone()).await.status, 201);
    assert_eq!(phone.send(&stage, &id, ("photo", at), fields).await.status, 200);
    let concern: Id<Concern> = concerns(&stage)[0].id.clone();
    let said = stage.read(&stage.cast.ines.me, |work| conversation::rows::all(work.connection, &concern)).unwrap();
    assert_eq!(said[0].photos.len(), 1);
    let have = stage.get(&stage.cast.visitor, &format!("/field/out/{id}/parts")).await;
    assert_eq!(answer(&have)["have"], json!([]), "its parts are kept no longer than they are needed");
}

#[tokio::test]
async fn a_picture_with_a_damaged_part_is_sent_anew() {
    let stage = stage();
    omar_stands(&stage, (-HOUR, None));
    let phone = introduced(&stage, &stage.cast.omar, &fresh(), 0).await;
    let (of, id, at) = (fresh(), fresh(), phone.now(&stage));
    phone.send(&stage, &of, ("concern", at), lamp(&stage)).await;
    let bytes = picture();
    let parts: Vec<&[u8]> = bytes.chunks(48 * 1024).collect();
    let sha256 = ground::secret::digest(&bytes);
    let fields = json!({ "of": of, "parts": parts.len().to_string(), "sha256": sha256 });
    for (first, status) in [(&parts[0][..100], 409), (parts[0], 201)] {
        for (number, part) in parts.iter().enumerate() {
            let part = if number == 0 { first } else { part };
            let sealed = sealed::seal(&phone.key, &format!("part {id} {number}"), part).unwrap();
            phone.put(&stage, &format!("/field/out/{id}/parts/{number}"), sealed).await;
        }
        let sent = phone.send(&stage, &id, ("photo", at), fields.clone()).await;
        assert_eq!(sent.status, status, "{}", sent.text);
        if status == 409 {
            assert_eq!(answer(&sent)["have"], json!([]), "or it would never be sent again");
        }
    }
}

#[tokio::test]
async fn a_picture_that_is_none_is_refused() {
    let stage = stage();
    omar_stands(&stage, (-HOUR, None));
    let phone = introduced(&stage, &stage.cast.omar, &fresh(), 0).await;
    let (of, id, at) = (fresh(), fresh(), phone.now(&stage));
    phone.send(&stage, &of, ("concern", at), lamp(&stage)).await;
    let bytes = b"no picture at all";
    let sealed = sealed::seal(&phone.key, &format!("part {id} 0"), bytes).unwrap();
    phone.put(&stage, &format!("/field/out/{id}/parts/0"), sealed).await;
    let fields = json!({ "of": of, "parts": "1", "sha256": ground::secret::digest(&bytes[..]) });
    let refused = phone.send(&stage, &id, ("photo", at), fields).await;
    assert_eq!(refused.status, 422, "{}", refused.text);
}

#[tokio::test]
async fn an_alert_that_was_heard_without_signal_counts_when_that_arrives() {
    let stage = stage();
    omar_stands(&stage, (-HOUR, None));
    let omars = introduced(&stage, &stage.cast.omar, &fresh(), 0).await;
    let at = omars.now(&stage);
    omars.send(&stage, &fresh(), ("concern", at), lamp(&stage)).await;
    let concern = concerns(&stage)[0].clone();
    let sams = introduced(&stage, &stage.cast.sam, &fresh(), 0).await;
    let heard_at = sams.now(&stage);
    stage.forward_seconds(300);
    let fields = json!({ "concern": concern.id.as_str() });
    let by_omar = omars.send(&stage, &fresh(), ("heard", at), fields.clone()).await;
    assert_eq!(by_omar.status, 422, "it is not his to say: {}", by_omar.text);
    assert_eq!(concerns(&stage)[0].state, concern::State::New);
    let sent = sams.send(&stage, &fresh(), ("heard", heard_at), fields.clone()).await;
    assert_eq!(sent.status, 201, "{}", sent.text);
    assert_eq!(concerns(&stage)[0].state, concern::State::Acknowledged);
    let id = concern.id.to_string();
    let entries = stage.read(&stage.cast.ines.me, |work| entry::rows::of_subject(work.connection, &id)).unwrap();
    let heard = entries.iter().find(|entry| entry.deed == "concern.acknowledged").unwrap();
    assert_eq!((heard.their_at, heard.recorded_at), (Some(heard_at.millis()), stage.app.clock.now().millis()));
    let again = sams.send(&stage, &fresh(), ("heard", heard_at), fields.clone()).await;
    assert_eq!(again.status, 201, "{}", again.text);
    assert!(answer(&again)["says"].as_str().unwrap().contains("Somebody was faster"), "{}", again.text);
}
