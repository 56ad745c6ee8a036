//! Five answers and more become figures, and their words are shown.

use ground::letter;
use people::contact::{self, NewContact, Standing};

use crate::survey::opened;
use crate::*;

/// Some more contacts of the harbour, as many as make six with the cast's.
fn joined_by_others(stage: &Stage) {
    for name in ["Dana", "Emil", "Fay"] {
        let new = NewContact {
            client_id: stage.cast.harbour.clone(),
            name: format!("{name} Reed"),
            email: format!("{}@harbour.example", name.to_lowercase()),
            phone: None,
            standing: Standing::DayToDay,
            language: Language::English,
            sites: Vec::new(),
        };
        stage.write(&stage.cast.ines.me, move |work| contact::add(work, &new)).unwrap();
    }
}

/// The addresses of the survey in all letters.
fn links(stage: &Stage) -> Vec<String> {
    let letters = stage.app.db.read_here(|connection| letter::newest(connection, 100)).unwrap();
    let link = |words: &str| Some(words[words.find("/survey/")?..].split_whitespace().next()?.to_owned());
    letters.iter().filter_map(|one| link(&one.words)).collect()
}

#[tokio::test]
async fn own_questions_have_figures_and_words_are_found_by_what_they_are_about() {
    let stage = stage();
    let (maya, visitor) = (&stage.cast.maya, &stage.cast.visitor);
    for (english, kind) in [("The gate is lit.", "agreement"), ("Which door worries you?", "words")] {
        stage.post(maya, "/surveys/questions", &[("english", english), ("kind", kind)]).await.done();
    }
    joined_by_others(&stage);
    let path = opened(&stage, "20").await;
    let links = links(&stage);
    assert_eq!(links.len(), 6);
    let long = format!("{} The gate.", "<b>great</b> ".repeat(1_500));
    let comments = [long.as_str(), "The gate is dark.", "", "Nothing.", ""];
    for ((link, step), comment) in links.iter().zip(["5", "4", "4", "4", "1"]).zip(comments) {
        let form = [("own_1", step), ("own_2", "<i>The side door</i>"), ("comment", comment)];
        stage.post(visitor, link, &form).await.done();
    }
    let page = stage.get(maya, &path).await;
    // Student's interval of 5, 4, 4, 4, 1: 3.6 -+ 1.88.
    assert!(page.says("3.6 (between 1.7 and 5.5)"), "{}", &page.text[..9_000]);
    assert!(page.says("The side door") && !page.says("<i>The side"));
    assert!(page.says("great&#60;/b&#62;") && !page.says("<b>great"));
    assert!(page.says("2 of 3") && page.says("theme=access-control"), "two of three are about the gate");
    let dark = stage.get(maya, &format!("{path}?theme=safety")).await;
    assert!(dark.says("The gate is dark.") && !dark.says("Nothing."));
}
