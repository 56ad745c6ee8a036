//! Confirming on paper, and on a phone that the post shares.

use std::io::Cursor;

use axum::body::Body;
use axum::http::Request;
use axum::http::header::CONTENT_TYPE;
use briefing::confirmation::{self, Way};
use image::{DynamicImage, ImageFormat};

use crate::*;

const EDGE: &str = "the-edge-of-a-part";

fn picture() -> Vec<u8> {
    let mut bytes = Vec::new();
    DynamicImage::new_rgb8(40, 30).write_to(&mut Cursor::new(&mut bytes), ImageFormat::Png).unwrap();
    bytes
}

/// Sam enters a sheet.
async fn enter(stage: &Stage, who: &Who, fields: &[(&str, &str)], photo: Option<&[u8]>) -> stage::Page {
    let mut body = Vec::new();
    for (name, value) in fields {
        let part = format!("--{EDGE}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n");
        body.extend_from_slice(part.as_bytes());
    }
    if let Some(photo) = photo {
        let head =
            format!("--{EDGE}\r\nContent-Disposition: form-data; name=\"photo\"; filename=\"sheet.png\"\r\n\r\n");
        body.extend_from_slice(head.as_bytes());
        body.extend_from_slice(photo);
        body.extend_from_slice(b"\r\n");
    }
    body.extend_from_slice(format!("--{EDGE}--\r\n").as_bytes());
    let request = Request::post(format!("/sites/{}/confirmations", stage.cast.gate))
        .header(CONTENT_TYPE, format!("multipart/form-data; boundary={EDGE}"));
    stage.send(who, request.body(Body::from(body)).unwrap()).await
}

#[tokio::test]
async fn a_supervisor_enters_a_sheet_of_paper_with_its_photo() {
    let stage = stage();
    let (omar, sam, lobby) = (&stage.cast.omar, &stage.cast.sam, lobby(&stage));
    assign(&stage, omar, &lobby, (-HOUR, None));
    let first = put_in_force(&stage, Some(&lobby), ("Access", "Meet guests at the gate."), true);
    stage.app.clock.forward_seconds(HOUR);
    let whom = format!("{} {first}", omar.me.actor.id);
    let (now, before) = (stage.app.clock.now(), stage.app.clock.now().plus_seconds(-DAY));
    let (now, before, ahead) = (local(now), local(before), local(now.plus_seconds(DAY)));
    let photo = picture();
    for (fields, photo, says) in [
        (vec![("whom", whom.as_str()), ("at", &now)], None, "add a photo of the sheet"),
        (vec![("whom", &whom), ("at", &now)], Some(&b"no picture"[..]), "picture"),
        (vec![("whom", &whom), ("at", &before)], Some(&photo), "after the orders took force"),
        (vec![("whom", &whom), ("at", &ahead)], Some(&photo), "not in the future"),
        (vec![("whom", ""), ("at", &now)], Some(&photo), "Please choose"),
    ] {
        let refused = enter(&stage, sam, &fields, photo).await;
        assert!(refused.status == 422 && refused.says(says), "{says}: {}", refused.text);
    }
    let sheet = [("whom", whom.as_str()), ("at", &now)];
    assert_eq!(enter(&stage, &stage.cast.nora, &sheet, Some(&photo)).await.status, 404);
    enter(&stage, sam, &sheet, Some(&photo)).await.done();
    assert!(enter(&stage, sam, &sheet, Some(&photo)).await.says("confirmed already"));
    let all = stage.read(&sam.me, |work| confirmation::rows::of_revision(work.connection, &first)).unwrap();
    assert_eq!(
        (all.len(), all[0].way, all[0].entered_by.as_ref().map(|by| by.name.as_str())),
        (1, Way::Paper, Some("Sam Okonjo"))
    );
    let board = stage.get(sam, &format!("/sites/{}/confirmations", stage.cast.gate)).await;
    assert!(board.says("1 of 1") && board.says("on paper"), "{}", board.text);
    let photo = format!("/confirmations/{}/photo", all[0].id);
    assert_eq!(stage.get(sam, &photo).await.headers["content-type"], "image/jpeg");
    assert_eq!(stage.get(&stage.cast.nora, &photo).await.status, 404);
}

#[tokio::test]
async fn somebody_else_confirms_on_the_phone_of_the_post_by_their_pin() {
    let stage = stage();
    let (omar, sam, lobby) = (&stage.cast.omar, &stage.cast.sam, lobby(&stage));
    assign(&stage, omar, &lobby, (-HOUR, None));
    let first = put_in_force(&stage, Some(&lobby), ("Access", "Meet guests at the gate."), false);
    let other = format!("/posts/{lobby}/briefing/other");
    let id = omar.me.actor.id.as_str();
    let none = stage.post(sam, &other, &[("officer", id), ("pin", "471108")]).await;
    assert!(none.status == 422 && none.says("The PIN is wrong, or none was chosen"), "{}", none.text);
    let easy = stage.post(omar, "/me/pin", &[("pin", "111111"), ("again", "111111")]).await;
    assert!(easy.says("not all the same") && !easy.says("111111"), "{}", easy.text);
    assert_eq!(stage.post(omar, "/me/pin", &[("pin", "471108"), ("again", "471109")]).await.status, 422);
    stage.post(omar, "/me/pin", &[("pin", "471108"), ("again", "471108")]).await.done();
    let page = stage.post(sam, &other, &[("officer", id), ("pin", "471108")]).await;
    assert!(page.says("Omar Diallo reads and confirms on this phone."), "{}", page.text);
    let bearer = page.between("name=\"bearer\" value=\"", "\"").unwrap();
    let mark = revision(&stage, &first).hash.unwrap();
    let path = format!("/posts/{lobby}/confirmations/{first}");
    let forged = bearer.replace(id, &sam.me.actor.id);
    let refused = stage.post(sam, &path, &[("hash", &mark), ("answer", "0"), ("bearer", &forged)]).await;
    assert_eq!(refused.status, 422, "{}", refused.text);
    stage.post(sam, &path, &[("hash", &mark), ("answer", "0"), ("bearer", &bearer)]).await.done();
    let all = stage.read(&sam.me, |work| confirmation::rows::of_revision(work.connection, &first)).unwrap();
    assert_eq!((all.len(), all[0].way, all[0].staff_id.as_str()), (1, Way::PostPhone, id));
    let nothing = stage.post(sam, &other, &[("officer", id), ("pin", "471108")]).await;
    assert!(nothing.says("nothing left for them to confirm"), "{}", nothing.text);
    let mut last = 0;
    for _ in 0..10 {
        last = stage.post(sam, &other, &[("officer", id), ("pin", "000001")]).await.status.as_u16();
    }
    assert_eq!(last, 429, "tries are counted");
}
