//! The form without script, and what an officer finds on the phone.

use crate::*;

#[tokio::test]
async fn the_form_works_without_script() {
    let stage = stage();
    let omar = &stage.cast.omar;
    assert!(stage.get(omar, "/field/told").await.says("You stand at no post now"));
    omar_stands(&stage, (-HOUR, None));
    let page = stage.get(omar, "/field/told").await;
    assert!(page.says("Harbour Gate") && page.says("Alice Hale") && page.says("They would not say"), "{}", page.text);
    assert!(!page.says("Olaf"), "contacts of others are not named");
    let site = stage.cast.gate.as_str();
    let form = [("site", site), ("words", "The lamp is out."), ("who", "unsaid"), ("urgency", "shortfall")];
    let done = stage.post(omar, "/field/told", &form).await;
    let path = done.headers["location"].to_str().unwrap().to_owned();
    let home = stage.get(omar, &path).await;
    assert!(home.says("The number to tell"), "{}", home.text);
    let refused = stage.post(omar, "/field/told", &[("site", site), ("who", "unsaid"), ("urgency", "wish")]).await;
    assert_eq!(refused.status, 422);
    let of_mill =
        [("site", stage.cast.yard.as_str()), ("words", "Hello there"), ("who", "unsaid"), ("urgency", "wish")];
    assert_eq!(stage.post(omar, "/field/told", &of_mill).await.status, 422);
    assert!(stage.get(omar, "/field/sent").await.says("The lamp is out."));
}

#[tokio::test]
async fn a_contact_who_told_it_is_named_and_written_to() {
    let stage = stage();
    omar_stands(&stage, (-HOUR, None));
    let (alice, site) = (&stage.cast.alice, stage.cast.gate.as_str());
    let form = [
        ("site", site),
        ("words", "The door was open at six."),
        ("who", alice.me.actor.id.as_str()),
        ("urgency", "shortfall"),
    ];
    stage.post(&stage.cast.omar, "/field/told", &form).await.done();
    let letter = stage.letter_to(alice.email).unwrap();
    assert!(letter.contains("We have what you told us."), "{letter}");
    let olaf = [("who", stage.cast.olaf.me.actor.id.as_str()), form[0], form[1], form[3]];
    assert_eq!(stage.post(&stage.cast.omar, "/field/told", &olaf).await.status, 422, "he is no contact of that site");
}

#[tokio::test]
async fn officers_know_what_is_open_here_but_nothing_about_people() {
    let stage = stage();
    let (omar, sam) = (&stage.cast.omar, &stage.cast.sam);
    omar_stands(&stage, (-HOUR, None));
    for (words, category) in [("The gate does not close.", "safety"), ("The officer was rude.", "manner")] {
        let form = [
            ("site", stage.cast.gate.as_str()),
            ("words", words),
            ("urgency", "shortfall"),
            ("category", category),
            ("channel", "phone"),
            ("voice", "client"),
        ];
        stage.post(sam, "/concerns", &form).await.done();
    }
    let praise = [
        ("site", stage.cast.gate.as_str()),
        ("words", "The night officer walked me to my car. Thank you."),
        ("urgency", "praise"),
        ("channel", "phone"),
        ("voice", "client"),
    ];
    stage.post(sam, "/concerns", &praise).await.done();
    let here = stage.get(omar, "/field/concerns").await;
    assert!(here.says("The gate does not close.") && !here.says("rude"), "{}", here.text);
    let home = stage.get(omar, "/field").await;
    assert!(home.says("walked me to my car") && home.says("Lobby"), "{}", home.text);
}

#[tokio::test]
async fn the_page_for_no_signal_names_nobody() {
    let stage = stage();
    let page = stage.get(&stage.cast.omar, "/field/offline").await;
    assert!(page.says("No signal") && !page.says("Omar"), "{}", page.text);
}
