//! Files of other programs: what is taken of them, and what they are given.

use axum::body::Body;
use axum::http::Request;
use axum::http::header::CONTENT_TYPE;
use stage::{Page, Stage, Who};

use crate::stage;

/// A trainer sends a file in English.
async fn bring(stage: &Stage, who: &Who, file: &[u8]) -> Page {
    bring_in(stage, who, "en", file).await
}

async fn bring_in(stage: &Stage, who: &Who, language: &str, file: &[u8]) -> Page {
    let part =
        |name: &str, value: &str| format!("--b\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n");
    let mut body: Vec<u8> =
        [part("competency", "AL"), part("language", language), part("source", "A course")].concat().into();
    body.extend_from_slice(b"--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\n");
    body.extend_from_slice(file);
    body.extend_from_slice(b"\r\n--b--\r\n");
    let request = Request::post("/question-files").header(CONTENT_TYPE, "multipart/form-data; boundary=b");
    stage.send(who, request.body(Body::from(body)).unwrap()).await
}

#[tokio::test]
async fn a_file_is_taken_and_what_it_cannot_give_is_said_item_by_item() {
    let stage = stage();
    let ines = &stage.cast.ines;
    let file = b"::X-1::Who opens the gate?{=The guard who stands at the gate#It is their task.~A guest#Never.}\n\n\
                 ::X-2::Match them.{=one -> two =three -> four =five -> six}\n\n\
                 ::X-3::Both?{~%50%One~%50%Two}\n\n::AL-001::Who?{=Me~You}\n";
    let brought = bring(&stage, ines, file).await;
    let page = stage.get(ines, &brought.leads_to()).await;
    assert!(page.says("1 new, 0 with new words") && page.says("It is of another kind"), "{}", page.text);
    assert!(page.says("more than one right option") && page.says("comes with Rapport has this name"), "{}", page.text);
    assert!(page.says("What could be better") && page.says("very unequal length"), "{}", page.text);
    let again =
        stage.get(ines, &bring(&stage, ines, b"::X-1::Who opens it?{=The guard~The guest}").await.leads_to()).await;
    assert!(again.says("0 new, 1 with new words") && again.says("All of it was taken"), "{}", again.text);
    assert!(again.says("It does not say why option A") && !again.says("It asks the same"), "{}", again.text);
    let spanish = async |file: &[u8]| stage.get(ines, &bring_in(&stage, ines, "es", file).await.leads_to()).await;
    let turned = spanish(b"::X-1::Quien?{~El visitante=El guardia}").await;
    assert!(turned.says("its right option is A. Put the right one") && turned.says("Not taken"), "{}", turned.text);
    let longer = spanish(b"::X-1::Quien?{=El guardia~El visitante~Nadie}").await;
    assert!(longer.says("it has 2 options. Give it as many") && longer.says("0 with new words"), "{}", longer.text);
    let fits = spanish(b"::X-1::Quien?{=El guardia~El visitante}").await;
    assert!(fits.says("0 new, 1 with new words") && fits.says("All of it was taken"), "{}", fits.text);
    let mended = spanish(b"::X-1::Quien abre?{=El guardia~El visitante}").await;
    assert!(mended.says("All of it was taken") && mended.says("asked on in another language"), "{}", mended.text);
    let other = spanish(b"::X-1::Quien cierra?{~El visitante=El guardia}").await;
    assert!(other.says("X-1") && other.says("What it said in another language"), "{}", other.text);
    assert!(!other.says("Not taken"), "the question itself was taken: {}", other.text);
    let list = stage.get(ines, "/question-files").await;
    assert!(list.says("1 new, 0 with new words, 0 as they were"), "{}", list.text);
}

#[tokio::test]
async fn what_is_no_file_of_questions_is_refused_and_nothing_is_taken() {
    let stage = stage();
    let ines = &stage.cast.ines;
    for (file, says) in [
        (&b""[..], "Choose a file"),
        (&b"PK\x03\x04 and no more"[..], "damaged"),
        (&b"<!DOCTYPE quiz [<!ENTITY a \"aaaa\">]><quiz>&a;</quiz>"[..], "defines words of its own"),
        (&[0, 1, 2, 0xff, 0xfe, 0, 0][..], "Save it as"),
    ] {
        let refused = bring(&stage, ines, file).await;
        assert!(refused.status == 422 && refused.says(says), "{says}: {}", refused.text);
    }
    assert!(!stage.get(ines, "/question-files").await.says("Brought in before"));
    for who in [&stage.cast.omar, &stage.cast.sam, &stage.cast.alice] {
        assert_eq!(bring(&stage, who, b"a").await.status, 403);
        assert_eq!(stage.get(who, "/question-files").await.status, 403);
        assert_eq!(stage.get(who, "/question-files/export/gift").await.status, 403);
    }
}

#[tokio::test]
async fn each_format_gives_all_questions_and_is_taken_back_as_it_was() {
    let stage = stage();
    let ines = &stage.cast.ines;
    let all = learning::library::curriculum().items.len();
    for format in ["gift", "aiken", "moodle", "qti21", "qti22", "qti30", "csv", "anki"] {
        let file = stage.get(ines, &format!("/question-files/export/{format}?language=en")).await;
        assert_eq!(file.status, 200, "{format}");
        assert!(
            file.headers["content-disposition"].to_str().unwrap().starts_with("attachment; filename=\"questions-en.")
        );
        if ["gift", "aiken", "moodle", "csv"].contains(&format) {
            let taken = interchange::read(file.text.as_bytes(), None, "").unwrap();
            assert_eq!(taken.questions.len(), all, "{format}: {:?}", taken.left);
        }
    }
    let spanish = stage.get(ines, "/question-files/export/csv?language=es").await;
    assert!(interchange::read(spanish.text.as_bytes(), None, "").unwrap().questions.len() >= 100);
    assert_eq!(stage.get(ines, "/question-files/export/word").await.status, 404);
}

#[tokio::test]
async fn what_was_not_taken_stands_first_and_all_of_it_is_in_a_file() {
    let stage = stage();
    let ines = &stage.cast.ines;
    let mut file = "name,question,A,B,key,Notes\n".to_owned();
    for number in 1..=600 {
        file += &format!("X-{number},What is {number}?,One,Two,A,note {number}\n");
    }
    file += "AL-001,Whose?,One,Two,A,\nX-601,Which?,One,Two,,\n";
    let brought = bring(&stage, ines, file.as_bytes()).await.leads_to();
    let page = stage.get(ines, &brought).await;
    assert!(page.says("comes with Rapport has this name") && page.says("It has no right option"), "{}", page.text);
    assert!(page.says("/left.csv") && page.says("/left.parquet"), "{}", page.text);
    let all = stage.get(ines, &format!("{}/left.csv", brought.split('?').next().unwrap())).await;
    assert_eq!(all.status, 200);
    let whole = all.text.lines().filter(|line| line.contains(",whole,")).count();
    assert!(whole == 2 && all.text.lines().nth(1).unwrap().contains(",whole,"), "{}", all.text);
    assert!(all.text.contains("Notes"), "{}", all.text);
    assert_eq!(stage.get(&stage.cast.omar, &format!("{brought}/left.csv")).await.status, 403);
}

#[tokio::test]
async fn what_a_format_cannot_carry_is_said_before_the_file_is_kept() {
    let stage = stage();
    let ines = &stage.cast.ines;
    let list = b"::X-1::A) Whoever stands at the gate?{=The guard~The guest}";
    bring(&stage, ines, list).await;
    let aiken = stage.get(ines, "/question-files/giving/aiken?language=en").await;
    assert!(aiken.says("Not in the file") && aiken.says("would take one of its lines"), "{}", aiken.text);
    assert!(aiken.says("X-1") && aiken.says("Why options are right or wrong"), "{}", aiken.text);
    assert!(aiken.says("/question-files/export/aiken?language=en"), "{}", aiken.text);
    let csv = stage.get(ines, "/question-files/giving/csv?language=es").await;
    assert!(csv.says("It carries all of it") && csv.says("Espa"), "{}", csv.text);
    assert_eq!(stage.get(ines, "/question-files/giving/word").await.status, 404);
    assert_eq!(stage.get(&stage.cast.omar, "/question-files/giving/csv").await.status, 403);
}
