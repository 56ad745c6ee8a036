//! Ines adds a contact, and one leaves.

use axum::http::StatusCode;
use ground::Id;
use people::contact::{self, Contact, NewContact, Standing};
use people::session;
use people::site::{self, Site};
use stage::Stage;

use crate::{deeds, id_of, stage, ticked_sites};

fn uma<'a>(client: &'a str, sites: &[&'a str]) -> Vec<(&'static str, &'a str)> {
    let mut form = vec![
        ("client", client),
        ("name", "Uma Reyes"),
        ("email", "Uma@Harbour.example"),
        ("phone", "+1 312 555 0101"),
        ("standing", "day_to_day"),
        ("language", "es"),
    ];
    form.extend(sites.iter().map(|site| ("sites", *site)));
    form
}

/// The sites that a contact may see, in order; none when they may see all of the client's.
fn reach(stage: &Stage, id: &Id<Contact>) -> Option<Vec<Id<Site>>> {
    let me = stage.app.db.read_here(|connection| session::rows::as_contact(connection, id)).unwrap();
    let mut sites = me.reach.sites?;
    sites.sort();
    Some(sites)
}

/// Ines opens the form of a contact, and saves them with the sites that are ticked there.
async fn save_with_the_same_sites(stage: &Stage, path: &str, version: &str) {
    let sites = ticked_sites(&stage.get(&stage.cast.ines, &format!("{path}/edit")).await);
    let sites: Vec<&str> = sites.iter().map(String::as_str).collect();
    let mut form = uma(stage.cast.harbour.as_str(), &sites);
    form.push(("version", version));
    stage.post(&stage.cast.ines, path, &form).await.done();
}

#[tokio::test]
async fn a_contact_is_added_changed_and_leaves() {
    let stage = stage();
    let (ines, cast) = (&stage.cast.ines, &stage.cast);
    let client = cast.harbour.as_str();
    let form = stage.get(ines, &format!("/contacts/new?client={client}")).await;
    assert!(form.says("Harbour Gate") && !form.says("Mill Yard"), "only the client's sites are offered");
    let id = id_of(&stage.post(ines, "/contacts", &uma(client, &[cast.gate.as_str()])).await);
    let path = format!("/contacts/{id}");
    let page = stage.get(ines, &path).await;
    assert!(page.says("uma@harbour.example") && page.says("Harbour Gate") && !page.says("Harbour Terrace"));
    assert!(stage.get(ines, &format!("/clients/{client}")).await.says("Uma Reyes"));

    let edit = stage.get(ines, &format!("{path}/edit")).await;
    assert!(edit.says(&format!("value=\"{}\" id=\"sites\" checked", cast.gate)), "{}", edit.text);
    let mut form = uma(client, &[]);
    form.push(("version", "0"));
    assert_eq!(stage.post(ines, &path, &form).await.leads_to(), path);
    assert!(stage.get(ines, &path).await.says("All sites of the client"));
    let stale = stage.post(ines, &path, &form).await;
    assert!(stale.status == StatusCode::UNPROCESSABLE_ENTITY && stale.says("name=\"version\" value=\"1\""));

    let left = stage.post(ines, &format!("{path}/leaving"), &[]).await;
    assert_eq!(left.leads_to(), format!("/clients/{client}"));
    assert_eq!(stage.post(ines, &format!("{path}/leaving"), &[]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(!stage.get(ines, &format!("/clients/{client}")).await.says("Uma Reyes"));
    assert!(stage.get(ines, &path).await.says("badge waiting"));
    assert_eq!(deeds(&stage, &id), ["contact.added", "contact.changed", "contact.left"]);
}

#[tokio::test]
async fn whoever_leaves_is_out() {
    let stage = stage();
    let alice = &stage.cast.alice;
    assert_eq!(stage.get(alice, "/me").await.status, StatusCode::OK);
    stage.post(&stage.cast.ines, &format!("/contacts/{}/leaving", alice.me.actor.id), &[]).await;
    assert_eq!(stage.get(alice, "/me").await.leads_to(), "/sign-in");
    assert_eq!(stage.get(&stage.cast.bruno, "/me").await.status, StatusCode::OK);
}

#[tokio::test]
async fn one_address_of_mail_is_one_contacts() {
    let stage = stage();
    let (ines, client) = (&stage.cast.ines, stage.cast.harbour.as_str());
    let mut form = uma(client, &[]);
    form[2] = ("email", "ALICE@harbour.example");
    let refused = stage.post(ines, "/contacts", &form).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.says("id=\"email-error\"") && refused.says("value=\"Uma Reyes\""), "{}", refused.text);
    let bruno = format!("/contacts/{}", stage.cast.bruno.me.actor.id);
    form.push(("version", "0"));
    assert!(stage.post(ines, &bruno, &form).await.says("id=\"email-error\""));
}

#[tokio::test]
async fn a_contact_sees_no_site_of_another_client() {
    let stage = stage();
    let (ines, cast) = (&stage.cast.ines, &stage.cast);
    let form = uma(cast.harbour.as_str(), &[cast.yard.as_str()]);
    assert_eq!(stage.post(ines, "/contacts", &form).await.status, StatusCode::NOT_FOUND);
    // The client in the form is not believed: a contact stays with their client.
    let bruno = format!("/contacts/{}", cast.bruno.me.actor.id);
    let mut form = uma(cast.mill.as_str(), &[cast.yard.as_str()]);
    form.push(("version", "0"));
    assert_eq!(stage.post(ines, &bruno, &form).await.status, StatusCode::NOT_FOUND);
    assert_eq!(stage.get(ines, "/contacts/new").await.status, StatusCode::NOT_FOUND, "of which client?");
    let names = |who: &stage::Who| {
        let sites = stage.read(&who.me, site::rows::list).unwrap();
        sites.into_iter().map(|site| site.name).collect::<Vec<_>>()
    };
    assert_eq!(names(&cast.alice), ["Harbour Gate", "Harbour Terrace"]);
    assert_eq!(names(&cast.bruno), ["Harbour Gate"]);
    assert_eq!(names(&cast.olaf), ["Mill Yard"]);
}

#[tokio::test]
async fn a_site_that_is_closed_stays_with_whoever_may_see_it() {
    let stage = stage();
    let (ines, cast) = (&stage.cast.ines, &stage.cast);
    let bruno = Id::<Contact>::known(cast.bruno.me.actor.id.clone());
    let path = format!("/contacts/{bruno}");
    stage.post(ines, &format!("/sites/{}/closing", cast.gate), &[]).await.done();
    save_with_the_same_sites(&stage, &path, "0").await;
    assert_eq!(reach(&stage, &bruno), Some(vec![cast.gate.clone()]), "none would mean all of the client's");

    let mut form = uma(cast.harbour.as_str(), &[cast.gate.as_str(), cast.terrace.as_str()]);
    form.push(("version", "1"));
    stage.post(ines, &path, &form).await.done();
    save_with_the_same_sites(&stage, &path, "2").await;
    assert_eq!(reach(&stage, &bruno), Some(vec![cast.gate.clone(), cast.terrace.clone()]));
    let page = stage.get(ines, &path).await;
    assert!(page.says("Harbour Gate") && page.says("Harbour Terrace"), "{}", page.text);
    assert!(stage.get(ines, &format!("{path}/edit")).await.says("Harbour Gate (Closed)"));
    let alice = stage.get(ines, &format!("/contacts/{}/edit", cast.alice.me.actor.id)).await;
    assert!(alice.says("Harbour Terrace") && !alice.says("Harbour Gate"), "others are not offered it");
}

#[tokio::test]
async fn a_site_that_is_chosen_twice_is_given_once() {
    let stage = stage();
    let cast = &stage.cast;
    let (gate, terrace) = (cast.gate.as_str(), cast.terrace.as_str());
    let form = uma(cast.harbour.as_str(), &[terrace, gate, gate]);
    let id = Id::<Contact>::known(id_of(&stage.post(&cast.ines, "/contacts", &form).await));
    assert_eq!(reach(&stage, &id), Some(vec![cast.gate.clone(), cast.terrace.clone()]));
}

#[tokio::test]
async fn an_import_finds_everything_again() {
    let stage = stage();
    let new = NewContact {
        client_id: stage.cast.mill.clone(),
        name: "Imported".to_owned(),
        email: "imported@mill.example".to_owned(),
        phone: None,
        standing: Standing::DecisionMaker,
        language: ground::words::Language::English,
        sites: vec![stage.cast.yard.clone()],
    };
    let contact = Contact { outside_key: Some("crm-7".to_owned()), ..Contact::added(&new) };
    let inserted = contact.clone();
    stage.app.db.write_here(move |connection| contact::rows::insert(connection, &inserted)).unwrap();
    let all = stage.app.db.read_here(contact::rows::everything).unwrap();
    assert_eq!(all.into_iter().find(|one| one.outside_key.as_deref() == Some("crm-7")), Some(contact));
}
