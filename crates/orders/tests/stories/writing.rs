//! Writing: templates, two at once, what took force meanwhile, files, translations.

use ground::Id;
use orders::revision::State;

use crate::*;

const RULES: &str = "1. Greet everybody who comes in.\n2. Ask guests whom they visit.\n3. Call the resident before you let anybody in.\n4. Write the name down.\n5. Show guests the lift.";

#[tokio::test]
async fn orders_begin_with_the_template_for_such_a_place() {
    let stage = stage();
    let sam = &stage.cast.sam;
    let path = format!("/sites/{}/orders", stage.cast.gate);
    assert!(stage.get(sam, &path).await.says("Nothing yet"));
    let begun = stage.post(sam, &path, &[("language", "es"), ("template", "on")]).await;
    let draft = stage.get(sam, &begun.leads_to()).await;
    assert!(draft.text.matches("/sections/").count() > 15, "{}", draft.text);
    let again = stage.post(sam, &path, &[("language", "es")]).await;
    assert!(again.says("There are orders here already"), "{}", again.text);
    assert_eq!(stage.get(&stage.cast.nora, &begun.leads_to()).await.status, 404, "she looks after another site");
    assert_eq!(stage.get(&stage.cast.omar, &begun.leads_to()).await.status, 403, "officers write no orders");
}

#[tokio::test]
async fn two_who_write_at_once_lose_nothing() {
    let stage = stage();
    let (sam, ines) = (&stage.cast.sam, &stage.cast.ines);
    let draft = begin(&stage, &lobby(&stage)).await;
    add(&stage, &draft, "Access", RULES).await;
    let (_, seen) = section(&stage, &draft);
    write(&stage, ines, &draft, seen, &RULES.replace("Greet", "Stand up and greet")).await.done();
    let met = write(&stage, sam, &draft, seen, &RULES.replace("Show guests the lift", "Walk guests to the lift")).await;
    assert_eq!(met.status, 422);
    assert!(met.says("Ines Carballo saved this section") && met.says("Both changes are joined below"), "{}", met.text);
    assert!(met.says("Stand up and greet everybody who comes in.\n2."), "hers: {}", met.text);
    assert!(met.says("Walk guests to the lift"), "and his");
    let touching = write(&stage, sam, &draft, seen, &RULES.replace("Greet", "Wave at")).await;
    assert!(touching.says("Both of you changed the same lines") && touching.says("Wave at"), "{}", touching.text);
    let content = stage.read(&ines.me, |work| revision::rows::content(work.connection, &draft)).unwrap();
    assert!(content.sections[0].words.starts_with("1. Stand up"), "nothing was overwritten");
}

#[tokio::test]
async fn a_section_that_one_took_out_and_another_wrote_comes_back_when_they_say_so() {
    let stage = stage();
    let (sam, ines) = (&stage.cast.sam, &stage.cast.ines);
    let draft = begin(&stage, &lobby(&stage)).await;
    add(&stage, &draft, "Access", RULES).await;
    let (key, seen) = section(&stage, &draft);
    let removal = format!("/revisions/{draft}/sections/{key}/removal");
    stage.post(ines, &removal, &[("version", &seen.to_string())]).await.done();
    let met = write(&stage, sam, &draft, seen, "Ask first.").await;
    assert!(met.says("They took it out") && met.says("Ask first."), "{}", met.text);
    let shown = met.between("name=\"version\" value=\"", "\"").unwrap().parse().unwrap();
    write(&stage, sam, &draft, shown, "Ask first.").await.done();
    let content = stage.read(&ines.me, |work| revision::rows::content(work.connection, &draft)).unwrap();
    assert_eq!((content.sections[0].words.as_str(), content.sections[0].removed_at), ("Ask first.", None));
    let late = stage.post(ines, &removal, &[("version", &seen.to_string())]).await;
    assert!(late.says("Somebody else changed this section"), "{}", late.text);
}

#[tokio::test]
async fn a_draft_joins_what_took_force_while_it_was_written() {
    let stage = stage();
    let (sam, ines) = (&stage.cast.sam, &stage.cast.ines);
    let (orders, _) = in_force(&stage, RULES).await;
    let waits = next_draft(&stage, &orders).await;
    let (_, seen) = section(&stage, &waits);
    write(&stage, sam, &waits, seen, &RULES.replace("Greet", "Stand up and greet")).await.done();
    propose(&stage, &waits, &[]).await.done();
    let urgent = next_draft(&stage, &orders).await;
    let (_, seen) = section(&stage, &urgent);
    write(&stage, ines, &urgent, seen, &RULES.replace("Show guests the lift", "Walk guests to the lift")).await.done();
    propose(&stage, &urgent, &[("emergency", "on")]).await.done();
    assert_eq!(revision(&stage, &waits).state, State::Withdrawn, "it was overtaken");
    assert_eq!(revision(&stage, &urgent).state, State::InForce);
    let again = stage.post(sam, &format!("/orders/{orders}/draft"), &[("from", waits.as_str())]).await;
    let page = stage.get(sam, &again.leads_to()).await;
    assert!(page.says("<ins>"), "{}", page.text);
    let content =
        stage.read(&ines.me, |work| revision::rows::content(work.connection, &draft_in(&again.leads_to()))).unwrap();
    let words = &content.sections[0].words;
    assert!(words.contains("Stand up and greet") && words.contains("Walk guests to the lift"), "{words}");
}

#[tokio::test]
async fn what_touches_is_chosen_by_a_person() {
    let stage = stage();
    let (sam, ines) = (&stage.cast.sam, &stage.cast.ines);
    let (orders, first) = in_force(&stage, RULES).await;
    let draft = next_draft(&stage, &orders).await;
    let (_, seen) = section(&stage, &draft);
    write(&stage, sam, &draft, seen, &RULES.replace("Greet", "Wave at")).await.done();
    // Another revision takes force while he writes: that of a hand which needs no draft.
    let other = stage.write(&ines.me, {
        let (orders, first) = (orders.clone(), first.clone());
        move |work| {
            let mut taking = revision::rows::any(work.connection, &first)?;
            taking.id = Id::fresh();
            taking.number = Some(2);
            taking.base_id = Some(first.clone());
            taking.version = 0;
            revision::rows::insert(work.connection, &taking)?;
            for section in revision::rows::content(work.connection, &first)?.sections {
                let words = section.words.replace("Greet", "Stand up for");
                let section = revision::Section { id: Id::fresh(), words, ..section };
                revision::rows::insert_section(work.connection, &taking.id, &section)?;
            }
            let in_force = orders::post_orders::rows::any(work.connection, &orders)?;
            let in_force = PostOrders { revision_id: Some(taking.id.clone()), number: 2, ..in_force };
            orders::post_orders::rows::save(work.connection, &in_force)?;
            work.done(revision::TOOK_FORCE, taking.id.as_str(), (None, &taking), taking.id.clone())
        }
    });
    let other = other.unwrap();
    let refused = propose(&stage, &draft, &[]).await;
    assert!(refused.says("Another revision took force"), "{}", refused.text);
    let page = stage.get(sam, &format!("/revisions/{draft}/draft")).await;
    assert!(page.says("Wave at") && page.says("Stand up for") && page.says("name=\"en 0\""), "{}", page.text);
    let version = revision(&stage, &draft).version.to_string();
    let join = format!("/revisions/{draft}/joining");
    let blind = stage.post(sam, &join, &[("version", &version), ("in_force", other.as_str())]).await;
    assert!(blind.says("Please choose for each section"), "{}", blind.text);
    let stale = stage.post(sam, &join, &[("version", &version), ("in_force", first.as_str()), ("en 0", "ours")]).await;
    assert_eq!(stale.status, 422, "what he saw is not what is in force");
    stage.post(sam, &join, &[("version", &version), ("in_force", other.as_str()), ("en 0", "ours")]).await.done();
    assert_eq!(revision(&stage, &draft).base_id, Some(other));
    propose(&stage, &draft, &[]).await.done();
}

#[tokio::test]
async fn a_file_comes_in_and_a_file_that_is_none_does_not() {
    let stage = stage();
    let draft = begin(&stage, &lobby(&stage)).await;
    let path = format!("/revisions/{draft}/file");
    let send = async |name: &str, bytes: &[u8]| {
        let boundary = "rapport-test-boundary";
        let mut body =
            format!("--{boundary}\r\ncontent-disposition: form-data; name=\"file\"; filename=\"{name}\"\r\n\r\n")
                .into_bytes();
        body.extend_from_slice(bytes);
        body.extend_from_slice(format!("\r\n--{boundary}--\r\n").as_bytes());
        let request = axum::http::Request::post(&path)
            .header("content-type", format!("multipart/form-data; boundary={boundary}"))
            .body(axum::body::Body::from(body))
            .unwrap();
        stage.send(&stage.cast.sam, request).await
    };
    send("orders.md", b"# Gate orders\n\n## Patrols\n\n1. Walk the stairs.\n\n## Keys\n\nNever lend them.\n")
        .await
        .done();
    let page = stage.get(&stage.cast.sam, &format!("/revisions/{draft}/draft")).await;
    assert!(page.says("Patrols") && page.says("Keys"), "{}", page.text);
    for (name, bytes, says) in [
        ("orders.docx", &b"PK\x03\x04 no document"[..], "neither Markdown nor a Word document"),
        ("orders.md", &b"\xff\xfe\x00"[..], "neither Markdown nor a Word document"),
        ("empty.md", &b" "[..], "holds no text"),
    ] {
        let refused = send(name, bytes).await;
        assert!(refused.status == 422 && refused.says(says), "{name}: {}", refused.text);
    }
    let large = vec![b'a'; 5_000_000];
    let refused = send("large.md", &large).await;
    assert!(refused.status == 422, "a file of 5 MB is too long for orders: {}", refused.status);
}

#[tokio::test]
async fn a_translation_that_is_behind_says_so() {
    let stage = stage();
    let sam = &stage.cast.sam;
    let draft = begin(&stage, &lobby(&stage)).await;
    add(&stage, &draft, "Access", "Ask guests whom they visit.").await;
    let (key, seen) = section(&stage, &draft);
    let form = [("kind", "access"), ("title", "Acceso"), ("words", "Pregunte a quien visitan."), ("language", "es")];
    stage.post(sam, &format!("/revisions/{draft}/sections/{key}"), &form).await.done();
    propose(&stage, &draft, &[("cause", "first")]).await.done();
    agree(&stage).await;
    let orders = revision(&stage, &draft).orders_id;
    let spanish = stage.get(sam, &format!("/orders/{orders}?language=es")).await;
    assert!(spanish.says("Pregunte a quien visitan.") && !spanish.says("to translate"), "{}", spanish.text);
    let next = next_draft(&stage, &orders).await;
    write(&stage, sam, &next, section(&stage, &next).1, "Ask guests whom they visit, and call.").await.done();
    let page = stage.get(sam, &format!("/revisions/{next}/draft")).await;
    assert!(page.says("to translate"), "{}", page.text);
    assert!(seen == 0);
}
