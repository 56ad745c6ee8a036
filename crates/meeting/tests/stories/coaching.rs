//! What a supervisor saw on a visit: for the officer, and for nobody to count.

use crate::*;

const WORDS: &str = "You greeted first. Next time, say when you will be back.";

/// Sam visits the gate and coaches Omar: the name of the visit.
async fn visit(stage: &Stage) -> String {
    let omar = stage.cast.omar.me.actor.id.clone();
    let form = [
        ("site", stage.cast.gate.as_str()),
        ("kind", "visit"),
        ("with", "unsaid"),
        ("topic", "An evening visit."),
        ("about", omar.as_str()),
        ("attentive", "seen"),
        ("common_ground", "no_occasion"),
        ("courteous", "seen"),
        ("connecting", "seen"),
        ("informing", "not_yet"),
        ("coaching", WORDS),
    ];
    let path = stage.post(&stage.cast.sam, "/interactions", &form).await.leads_to();
    path.rsplit('/').next().unwrap().to_owned()
}

#[tokio::test]
async fn three_kinds_of_people_read_it_and_nobody_else() {
    let stage = stage();
    let id = visit(&stage).await;
    let cast = &stage.cast;
    let path = format!("/coaching/{id}");
    for (who, status) in [
        (&cast.omar, 200),
        (&cast.sam, 200),
        (&cast.nora, 404),
        (&cast.maya, 404),
        (&cast.ines, 404),
        (&cast.alice, 403),
        (&cast.bruno, 403),
        (&cast.olaf, 403),
    ] {
        let page = stage.get(who, &path).await;
        assert_eq!((page.status.as_u16(), page.says("You greeted first.")), (status, status == 200), "{}", who.email);
    }
    assert_eq!(stage.get(&cast.visitor, &path).await.status, 303, "whoever is signed out signs in");
    let csv = stage.get(&cast.sam, &format!("/sites/{}/interactions.csv", cast.gate)).await;
    assert!(csv.says("An evening visit.") && !csv.says("You greeted first."), "{}", csv.text);
    let record = |work: &mut people::work::Work<'_>| ground::entry::rows::of_subject(work.connection, &id);
    let entries = stage.read(&cast.ines.me, record).unwrap();
    assert!(!entries.is_empty() && !format!("{entries:?}").contains("greeted"), "{entries:?}");
}

#[tokio::test]
async fn its_officer_is_told_answers_once_and_it_is_not_written_over() {
    let stage = stage();
    let id = visit(&stage).await;
    let (omar, sam) = (&stage.cast.omar, &stage.cast.sam);
    let letter = stage.letter_to("omar@lantern.example").unwrap();
    assert!(letter.contains(&format!("/coaching/{id}")) && !letter.contains("greeted"), "{letter}");
    let path = format!("/coaching/{id}");
    assert_eq!(stage.post(sam, &path, &[("answer", "As Omar.")]).await.status, 404, "it is about Omar");
    assert_eq!(stage.post(omar, &path, &[("answer", "")]).await.status, 422);
    assert_eq!(stage.post(omar, &path, &[("answer", "I will say when.")]).await.leads_to(), path);
    assert!(stage.get(sam, &path).await.says("I will say when."));
    assert!(stage.letter_to("sam@lantern.example").unwrap().contains("answered what you wrote"));
    let again = stage.post(omar, &path, &[("answer", "Once more.")]).await;
    assert!(again.status == 422 && again.says("You answered before."), "{}", again.text);
    let gate = stage.cast.gate.as_str();
    let form = [("site", gate), ("kind", "visit"), ("with", "unsaid"), ("topic", "A visit."), ("replaces", &id)];
    let over = stage.post(sam, "/interactions", &form).await;
    assert!(over.status == 422 && over.says("has read what you wrote"), "{}", over.text);
}

#[tokio::test]
async fn whom_it_is_about_stood_there_and_all_five_are_looked_at() {
    let stage = stage();
    let (sam, gate) = (&stage.cast.sam, stage.cast.gate.as_str());
    let about = |id: &str| {
        let form = [("site", gate), ("kind", "visit"), ("with", "unsaid"), ("topic", "A visit."), ("coaching", WORDS)];
        let mut form: Vec<(&str, String)> = form.iter().map(|(name, value)| (*name, (*value).to_owned())).collect();
        form.push(("about", id.to_owned()));
        form
    };
    let nora = stage.cast.nora.me.actor.id.clone();
    let mut form = about(&nora);
    for name in ["attentive", "common_ground", "courteous", "connecting", "informing"] {
        let all: Vec<(&str, &str)> = form.iter().map(|(name, value)| (*name, value.as_str())).collect();
        assert_eq!(stage.post(sam, "/interactions", &all).await.status, 422, "{name} is missing");
        form.push((name, "seen".to_owned()));
    }
    let all: Vec<(&str, &str)> = form.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let refused = stage.post(sam, "/interactions", &all).await;
    assert!(refused.status == 422 && refused.says("who stood at this site"), "{}", refused.text);
    let page = stage.get(sam, &format!("/interactions/new?site={gate}")).await;
    assert!(page.says("On a visit: what you saw an officer do") && page.says("Omar Diallo"), "{}", page.text);
    let page = stage.get(&stage.cast.omar, &format!("/interactions/new?site={gate}")).await;
    assert!(!page.says("On a visit"), "officers coach nobody: {}", page.text);
}
