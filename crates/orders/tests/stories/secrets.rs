//! Secrets: shown on demand, each look written down, never in a row or in the record as they are.

use ground::entry;

use crate::*;

#[tokio::test]
async fn a_look_at_a_code_is_written_down_and_the_code_is_not() {
    let stage = stage();
    let (sam, omar, nora) = (&stage.cast.sam, &stage.cast.omar, &stage.cast.nora);
    let (orders, _) = in_force(&stage, "Ask guests whom they visit.").await;
    let path = format!("/orders/{orders}/secrets");
    stage.post(sam, &path, &[("name", "Alarm panel"), ("secret", "4711-0815")]).await.done();
    let page = stage.get(omar, &path).await;
    assert!(page.says("Alarm panel") && !page.says("4711-0815"), "{}", page.text);
    let look = page.between("action=\"", "\" class").unwrap();
    assert!(look.ends_with("/look"), "{look}");
    let id = look.split('/').nth(2).unwrap().to_owned();
    let shown = stage.post(omar, &look, &[]).await;
    assert!(shown.says("4711-0815") && shown.headers["cache-control"] == "no-store", "{}", shown.text);
    assert_eq!(stage.post(nora, &look, &[]).await.status, 404);
    assert_eq!(stage.get(nora, &path).await.status, 404);
    let entries = stage.read(&sam.me, |work| entry::rows::of_subject(work.connection, &id)).unwrap();
    let deeds: Vec<(&str, &str)> = entries.iter().map(|one| (one.deed.as_str(), one.by_name.as_str())).collect();
    assert_eq!(deeds, [("secret.kept", "Sam Okonjo"), ("secret.looked_at", "Omar Diallo")]);
    assert!(entries.iter().all(|entry| !entry.change.contains("4711")), "the record does not know it");
    let kept = stage.read(&sam.me, |work| orders::secret::rows::of_orders(work.connection, &orders)).unwrap();
    assert!(!kept[0].locked.contains("4711"));
    assert!(stage.get(sam, &path).await.says("Omar Diallo looked"));
    stage
        .post(sam, &format!("/secrets/{id}"), &[("name", "Alarm panel"), ("secret", "0000"), ("version", "0")])
        .await
        .done();
    assert!(stage.post(omar, &look, &[]).await.says("0000"));
    let stale = [("name", "Alarm panel"), ("secret", "9999"), ("version", "0")];
    assert_eq!(stage.post(sam, &format!("/secrets/{id}"), &stale).await.status, 422);
    stage.post(sam, &format!("/secrets/{id}/retirement"), &[("version", "1")]).await.done();
    assert_eq!(stage.post(omar, &look, &[]).await.status, 404);
}

#[tokio::test]
async fn whoever_stands_elsewhere_reads_neither_orders_nor_codes() {
    let stage = stage();
    let (orders, first) = in_force(&stage, "Ask guests whom they visit.").await;
    let assignment = stage.read(&stage.cast.ines.me, |work| {
        let posts = post::rows::of_site(work, &stage.cast.gate)?;
        post::rows::now_and_next(work.connection, &[posts[0].id.clone()], work.now)
    });
    let assignment = assignment.unwrap()[0].id.clone();
    assert_eq!(stage.get(&stage.cast.omar, &format!("/orders/{orders}")).await.status, 200);
    stage.write(&stage.cast.ines.me, move |work| post::end_assignment(work, &assignment)).unwrap();
    stage.app.clock.forward_seconds(60);
    for path in [format!("/orders/{orders}"), format!("/orders/{orders}/secrets"), format!("/revisions/{first}/paper")]
    {
        assert_eq!(stage.get(&stage.cast.omar, &path).await.status, 404, "{path}");
    }
}
