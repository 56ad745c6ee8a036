//! Ines takes on a client, and parts ways with one.

use axum::http::StatusCode;
use people::client::{self, Client, NewClient, Setting};
use people::{contact, site};

use crate::{deeds, id_of, record, stage};

#[tokio::test]
async fn a_client_is_taken_on_changed_and_parted_with() {
    let stage = stage();
    let ines = &stage.cast.ines;
    let welcomed = stage.post(ines, "/clients", &[("name", " Port <b>Mall</b> "), ("setting", "office")]).await;
    let id = id_of(&welcomed);
    let path = format!("/clients/{id}");
    let page = stage.get(ines, &path).await;
    assert!(page.says("<bdi>Port &#60;b&#62;Mall&#60;/b&#62;</bdi>") && page.says("Office"), "{}", page.text);
    assert!(stage.get(ines, "/clients").await.says(&path));

    let form = [("name", "Port Mall"), ("setting", "shopping_centre"), ("version", "0")];
    assert_eq!(stage.post(ines, &path, &form).await.leads_to(), path);
    assert!(stage.get(ines, &path).await.says("Shopping centre"));

    assert_eq!(stage.post(ines, &format!("{path}/parting"), &[]).await.leads_to(), "/clients");
    assert!(!stage.get(ines, "/clients").await.says("Port Mall"));
    assert!(stage.get(ines, &path).await.says("We parted ways"), "its history stays");
    assert_eq!(stage.post(ines, &format!("{path}/parting"), &[]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(deeds(&stage, &id), ["client.welcomed", "client.changed", "client.parted"]);
    let changed = &record(&stage, &id)[1];
    assert_eq!(changed.by_name, "Ines Carballo");
    assert!(changed.change.contains("[\"office\",\"shopping_centre\"]"), "{}", changed.change);
}

#[tokio::test]
async fn the_second_of_two_sees_the_change_of_the_first() {
    let stage = stage();
    let ines = &stage.cast.ines;
    let path = format!("/clients/{}", stage.cast.harbour);
    let save = |name: &'static str, version: &'static str| {
        let form = [("name", name), ("setting", "residential"), ("version", version)];
        let path = path.clone();
        let stage = &stage;
        async move { stage.post(ines, &path, &form).await }
    };
    assert_eq!(save("Harbour One", "0").await.status, StatusCode::SEE_OTHER);
    let refused = save("Harbour Two", "0").await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.says("Somebody else changed this") && refused.says("value=\"Harbour Two\""), "nothing is lost");
    assert!(refused.says("<bdi>Harbour One</bdi>") && refused.says("name=\"version\" value=\"1\""));
    // Whoever has seen it may save over it; what is wrong with the form otherwise changes no version.
    let wrong = save("", "0").await;
    assert!(wrong.says("name=\"version\" value=\"0\""));
    assert_eq!(save("Harbour Two", "1").await.status, StatusCode::SEE_OTHER);
    assert!(stage.get(ines, &path).await.says("Harbour Two"));
}

#[tokio::test]
async fn one_sees_the_clients_within_reach() {
    let stage = stage();
    let cast = &stage.cast;
    let names = |who: &stage::Who| {
        let clients = stage.read(&who.me, client::rows::list).unwrap();
        clients.into_iter().map(|client| client.name).collect::<Vec<_>>()
    };
    assert_eq!(names(&cast.ines), ["Harbour Lofts", "Mill Works"]);
    assert_eq!(names(&cast.sam), ["Harbour Lofts"]);
    assert_eq!(names(&cast.olaf), ["Mill Works"]);
    assert_eq!(names(&cast.omar), [""; 0]);
    let harbour = cast.harbour.clone();
    assert!(stage.read(&cast.alice.me, |work| client::rows::find(work, &harbour)).is_ok());
    assert!(stage.read(&cast.olaf.me, |work| client::rows::find(work, &harbour)).is_err());
}

#[tokio::test]
async fn an_import_finds_everything_again() {
    let stage = stage();
    let new = NewClient { name: "Imported".to_owned(), setting: Setting::Hospital };
    let client = Client { outside_key: Some("crm-7".to_owned()), ..Client::welcomed(&new) };
    let inserted = client.clone();
    stage.app.db.write_here(move |connection| client::rows::insert(connection, &inserted)).unwrap();
    let all = stage.app.db.read_here(client::rows::everything).unwrap();
    assert_eq!(all.into_iter().find(|one| one.outside_key.as_deref() == Some("crm-7")), Some(client));
}

#[tokio::test]
async fn nothing_is_added_to_a_client_with_whom_we_parted() {
    let stage = stage();
    let (ines, mill) = (&stage.cast.ines, stage.cast.mill.clone());
    let yard = stage.read(&ines.me, |work| site::rows::find(work, &stage.cast.yard)).unwrap();
    stage.post(ines, &format!("/clients/{mill}/parting"), &[]).await;
    let form = [
        ("client", mill.as_str()),
        ("name", "New Yard"),
        ("setting", "industrial"),
        ("address", "2 Mill Street"),
        ("zone", "UTC"),
        ("hours", "always"),
        ("owner", yard.owner_id.as_str()),
    ];
    let refused = stage.post(ines, "/sites", &form).await;
    assert!(refused.status == StatusCode::UNPROCESSABLE_ENTITY && refused.says("We parted ways with this client"));
    let form = [
        ("client", mill.as_str()),
        ("name", "Uma"),
        ("email", "uma@mill.example"),
        ("standing", "day_to_day"),
        ("language", "en"),
    ];
    let refused = stage.post(ines, "/contacts", &form).await;
    assert!(refused.status == StatusCode::UNPROCESSABLE_ENTITY && refused.says("We parted ways with this client"));
    let contacts = stage.read(&ines.me, |work| contact::rows::of_client(work, &mill)).unwrap();
    assert_eq!(contacts.len(), 1);
}
