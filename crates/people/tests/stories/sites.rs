//! Ines opens a site, moves its hours, and closes it.

use axum::http::StatusCode;
use people::client::Setting;
use people::site::{self, NewSite, Site};

use crate::{deeds, id_of, stage};

fn pier<'a>(client: &'a str, owner: &'a str) -> Vec<(&'static str, &'a str)> {
    vec![
        ("client", client),
        ("name", "Pier 4"),
        ("setting", "event"),
        ("address", "4 Pier Road, Port Lantern"),
        ("zone", "America/Chicago"),
        ("hours", "Mon-Fri 7:00-19:00; sat 09:00-14:00"),
        ("holidays", "2026-12-25\r\n2026-12-24 08:00-12:00"),
        ("owner", owner),
    ]
}

#[tokio::test]
async fn a_site_is_opened_changed_and_closed() {
    let stage = stage();
    let (ines, cast) = (&stage.cast.ines, &stage.cast);
    let new = stage.get(ines, &format!("/sites/new?client={}", cast.harbour)).await;
    assert!(new.says(&format!("value=\"{}\" selected", cast.harbour)) && new.says("value=\"America/Chicago\""));
    assert!(!new.says("Omar Diallo"), "an officer can be no owner");
    let (client, sam) = (cast.harbour.as_str(), cast.sam.me.actor.id.as_str());
    let id = id_of(&stage.post(ines, "/sites", &pier(client, sam)).await);
    let path = format!("/sites/{id}");
    let page = stage.get(ines, &path).await;
    for words in ["Pier 4", "4 Pier Road", "Monday to Friday", "07:00-19:00", "Saturday", "2026-12-24", "Sam Okonjo"] {
        assert!(page.says(words), "{words}: {}", page.text);
    }
    assert!(stage.get(ines, "/sites").await.says("Pier 4"));

    let edit = stage.get(ines, &format!("{path}/edit")).await;
    assert!(edit.says("value=\"mon-fri 07:00-19:00; sat 09:00-14:00\""), "{}", edit.text);
    assert!(edit.says("2026-12-24 08:00-12:00\n2026-12-25</textarea>"), "{}", edit.text);
    let mut form = pier(client, sam);
    form[5] = ("hours", "siempre");
    form[6] = ("holidays", "");
    form.push(("version", "0"));
    assert_eq!(stage.post(ines, &path, &form).await.leads_to(), path);
    assert!(stage.get(ines, &path).await.says("Always"));
    let stale = stage.post(ines, &path, &form).await;
    assert!(stale.status == StatusCode::UNPROCESSABLE_ENTITY && stale.says("Somebody else changed this"));

    assert_eq!(stage.post(ines, &format!("{path}/closing"), &[]).await.leads_to(), "/sites");
    assert!(!stage.get(ines, "/sites").await.says("Pier 4"));
    assert_eq!(stage.post(ines, &format!("{path}/closing"), &[]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(deeds(&stage, &id), ["site.opened", "site.changed", "site.closed"]);
}

#[tokio::test]
async fn what_is_wrong_with_hours_stands_beside_them() {
    let stage = stage();
    let (client, sam) = (stage.cast.harbour.to_string(), stage.cast.sam.me.actor.id.clone());
    for (place, field, typed, says) in [
        (5, "hours", "mon 8-12", "like 08:00-18:00"),
        (5, "hours", "mon 08:00-12:00; mon 11:00-13:00", "overlap"),
        (5, "hours", "moonday 08:00-12:00", "moonday is not a day"),
        (5, "hours", "whenever", "Please write always"),
        (6, "holidays", "Christmas", "year, month and day"),
        (6, "holidays", "2026-12-24 8-12", "year, month and day"),
        (4, "zone", "Chicago", "no time zone of this name"),
        (7, "owner", "", "choose one"),
    ] {
        let mut form = pier(&client, &sam);
        form[place] = (field, typed);
        let page = stage.post(&stage.cast.ines, "/sites", &form).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{typed}");
        let problem = page.between(&format!("id=\"{field}-error\">"), "</span>").unwrap_or_default();
        assert!(problem.contains(says), "{field} {typed}: {problem}");
        assert!(page.says("value=\"Pier 4\"") && page.says(typed), "nothing that was typed is lost");
    }
}

#[tokio::test]
async fn a_supervisor_sees_the_sites_they_look_after_and_those_they_own() {
    let stage = stage();
    let cast = &stage.cast;
    let nora = cast.nora.me.actor.id.as_str();
    let list = stage.get(&cast.sam, "/sites").await;
    assert!(list.says("Harbour Gate") && list.says("Harbour Lofts") && !list.says("Mill Yard"));
    let id = id_of(&stage.post(&cast.ines, "/sites", &pier(cast.harbour.as_str(), nora)).await);
    assert_eq!(stage.get(&cast.nora, &format!("/sites/{id}")).await.status, StatusCode::OK);
    assert_eq!(stage.get(&cast.sam, &format!("/sites/{id}")).await.status, StatusCode::NOT_FOUND);
    let theirs = stage.get(&cast.nora, &format!("/clients/{}", cast.harbour)).await;
    assert!(theirs.says("Pier 4") && !theirs.says("Harbour Gate"));
}

#[tokio::test]
async fn an_owner_works_here_and_can_open_concerns() {
    let stage = stage();
    let cast = &stage.cast;
    let refused = stage.post(&cast.ines, "/sites", &pier(cast.harbour.as_str(), &cast.omar.me.actor.id)).await;
    assert!(refused.status == StatusCode::UNPROCESSABLE_ENTITY && refused.says("id=\"owner-error\""));
    let fresh = ground::Id::<()>::fresh();
    let nobody = stage.post(&cast.ines, "/sites", &pier(cast.harbour.as_str(), fresh.as_str())).await;
    assert_eq!(nobody.status, StatusCode::NOT_FOUND);
    let no_client = stage.post(&cast.ines, "/sites", &pier(fresh.as_str(), &cast.sam.me.actor.id)).await;
    assert_eq!(no_client.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn an_import_finds_everything_again() {
    let stage = stage();
    let new = NewSite {
        client_id: stage.cast.mill.clone(),
        name: "Imported".to_owned(),
        setting: Setting::School,
        address: "5 Mill Street".to_owned(),
        zone: "UTC".to_owned(),
        calendar: "always".to_owned(),
        owner_id: ground::Id::known(stage.cast.sam.me.actor.id.clone()),
        mail_name: None,
    };
    let site = Site { outside_key: Some("erp-7".to_owned()), ..Site::opened(&new) };
    let inserted = site.clone();
    stage.app.db.write_here(move |connection| site::rows::insert(connection, &inserted)).unwrap();
    let all = stage.app.db.read_here(site::rows::everything).unwrap();
    assert_eq!(all.into_iter().find(|one| one.outside_key.as_deref() == Some("erp-7")), Some(site));
}
