//! Ines takes on Vera, gives her sites, and lets her go.

use axum::http::StatusCode;
use ground::Id;
use ground::words::Language;
use people::site;
use people::staff::{self, NewStaffMember, Role, Roles, StaffMember};

use crate::{PASSWORD, choose_password, deeds, id_of, link_to, record, sign_in, stage, ticked_sites, with_session};

const VERA: [(&str, &str); 5] = [
    ("name", "Vera Stone"),
    ("email", "vera@lantern.example"),
    ("roles", "supervisor"),
    ("roles", "officer"),
    ("language", "es"),
];

#[tokio::test]
async fn a_staff_member_is_taken_on_invited_and_signs_in() {
    let stage = stage();
    let ines = &stage.cast.ines;
    let id = id_of(&stage.post(ines, "/staff", &VERA).await);
    assert_eq!(deeds(&stage, &id), ["staff.taken_on", "session.link_sent"]);
    let page = stage.get(ines, &format!("/staff/{id}")).await;
    assert!(page.says("Officer, Supervisor") && page.says("Has not chosen a password yet"), "{}", page.text);
    let letter = stage.letter_to("vera@lantern.example").unwrap();
    assert!(letter.contains("Hola, Vera Stone:") && letter.contains("3 d\u{ed}as"), "{letter}");

    let link = link_to(&stage, "vera@lantern.example");
    stage.app.clock.forward_seconds(2 * 86_400);
    let entered = stage.post(&stage.cast.visitor, &link, &[("password", PASSWORD)]).await;
    let vera = with_session(&stage.cast.visitor, &entered);
    assert!(stage.get(&vera, "/me").await.says("Vera Stone"));
    assert_eq!(sign_in(&stage, "vera@lantern.example", PASSWORD).await.leads_to(), "/");
    assert!(!stage.get(ines, &format!("/staff/{id}")).await.says("Has not chosen"));
    assert!(record(&stage, &id).iter().all(|entry| !entry.change.contains("argon2")), "no hash in the record");

    let sent = stage.post(ines, &format!("/staff/{id}/link"), &[]).await;
    assert_eq!(sent.leads_to(), format!("/staff/{id}"));
    assert_ne!(link_to(&stage, "vera@lantern.example"), link);
}

#[tokio::test]
async fn an_invitation_goes_to_the_staff_member_also_when_a_contact_has_the_address() {
    let stage = stage();
    let form = [("name", "Alice Guard"), ("email", stage.cast.alice.email), ("roles", "officer"), ("language", "en")];
    let id = id_of(&stage.post(&stage.cast.ines, "/staff", &form).await);
    assert_eq!(deeds(&stage, &id), ["staff.taken_on", "session.link_sent"]);
}

#[tokio::test]
async fn a_staff_member_is_changed_over_the_version_that_was_looked_at() {
    let stage = stage();
    let ines = &stage.cast.ines;
    let path = format!("/staff/{}", stage.cast.omar.me.actor.id);
    let edit = stage.get(ines, &format!("{path}/edit")).await;
    assert!(edit.says("value=\"officer\" id=\"roles\" checked"), "{}", edit.text);
    let mut form = VERA.to_vec();
    form[1] = ("email", stage.cast.omar.email);
    form.push(("version", "0"));
    assert_eq!(stage.post(ines, &path, &form).await.leads_to(), path);
    assert!(stage.get(ines, "/staff").await.says("Vera Stone"));
    let stale = stage.post(ines, &path, &form).await;
    assert!(stale.status == StatusCode::UNPROCESSABLE_ENTITY && stale.says("name=\"version\" value=\"1\""));
    form[1] = ("email", stage.cast.maya.email);
    form[5] = ("version", "1");
    let taken = stage.post(ines, &path, &form).await;
    assert!(taken.status == StatusCode::UNPROCESSABLE_ENTITY && taken.says("id=\"email-error\""));
    let no_role = stage.post(ines, "/staff", &VERA[..2]).await;
    assert!(no_role.status == StatusCode::UNPROCESSABLE_ENTITY && no_role.says("id=\"roles-error\""));
}

#[tokio::test]
async fn a_supervisor_is_given_sites() {
    let stage = stage();
    let cast = &stage.cast;
    let id = cast.nora.me.actor.id.clone();
    let path = format!("/staff/{id}");
    let form = [("sites", cast.yard.as_str()), ("sites", cast.gate.as_str()), ("sites", cast.gate.as_str())];
    assert_eq!(stage.post(&cast.ines, &format!("{path}/sites"), &form).await.leads_to(), path);
    assert_eq!(stage.get(&cast.nora, &format!("/sites/{}", cast.gate)).await.status, StatusCode::OK);
    assert!(stage.get(&cast.maya, &path).await.says("Harbour Gate"), "an account manager sees them");
    assert!(!stage.get(&cast.maya, &path).await.says("Save the sites"), "and cannot change them");

    assert_eq!(stage.post(&cast.ines, &format!("{path}/sites"), &[]).await.leads_to(), path);
    assert_eq!(stage.get(&cast.nora, &format!("/sites/{}", cast.gate)).await.status, StatusCode::NOT_FOUND);
    let given = record(&stage, &id).into_iter().rfind(|entry| entry.deed == "staff.given_sites").unwrap();
    assert!(given.change.contains(cast.gate.as_str()), "{}", given.change);
    let unknown = [("sites", "nonsense")];
    let refused = stage.post(&cast.ines, &format!("{path}/sites"), &unknown).await;
    assert_eq!(refused.status, StatusCode::BAD_REQUEST);
}

#[tokio::test]
async fn a_site_that_is_closed_stays_with_its_supervisor() {
    let stage = stage();
    let (ines, cast) = (&stage.cast.ines, &stage.cast);
    let nora = Id::<StaffMember>::known(cast.nora.me.actor.id.clone());
    stage.post(ines, &format!("/sites/{}/closing", cast.yard), &[]).await.done();
    let page = stage.get(ines, &format!("/staff/{nora}")).await;
    assert!(page.says("Mill Yard (Closed)"), "{}", page.text);
    let sites = ticked_sites(&page);
    let form: Vec<(&str, &str)> = sites.iter().map(|site| ("sites", site.as_str())).collect();
    stage.post(ines, &format!("/staff/{nora}/sites"), &form).await.done();
    let looks_after = stage.app.db.read_here(|connection| site::rows::looked_after_by(connection, &nora)).unwrap();
    assert_eq!(looks_after, std::slice::from_ref(&cast.yard));
}

#[tokio::test]
async fn whoever_owns_sites_is_replaced_before_leaving() {
    let stage = stage();
    let (ines, cast) = (&stage.cast.ines, &stage.cast);
    let nora = cast.nora.me.actor.id.clone();
    let session = with_session(&cast.nora, &choose_password(&stage, &cast.nora).await);
    let refused = stage.post(ines, &format!("/staff/{nora}/leaving"), &[]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.says("at: Mill Yard. Please choose another owner"), "{}", refused.text);
    let officer = [
        ("name", "Nora Finch"),
        ("email", cast.nora.email),
        ("roles", "officer"),
        ("language", "en"),
        ("version", "0"),
    ];
    let refused = stage.post(ines, &format!("/staff/{nora}"), &officer).await;
    assert!(refused.status == StatusCode::UNPROCESSABLE_ENTITY && refused.says("Mill Yard"), "an officer owns no site");
    assert_eq!(stage.get(&session, "/me").await.status, StatusCode::OK);

    let site = [
        ("client", cast.mill.as_str()),
        ("name", "Mill Yard"),
        ("setting", "industrial"),
        ("address", "1 Mill Yard Street"),
        ("zone", "America/Chicago"),
        ("hours", "always"),
        ("owner", &cast.sam.me.actor.id),
        ("version", "0"),
    ];
    assert_eq!(stage.post(ines, &format!("/sites/{}", cast.yard), &site).await.status, StatusCode::SEE_OTHER);
    let link = {
        stage.post(ines, &format!("/staff/{nora}/link"), &[]).await;
        link_to(&stage, cast.nora.email)
    };
    assert_eq!(stage.post(ines, &format!("/staff/{nora}/leaving"), &[]).await.leads_to(), "/staff");
    assert_eq!(stage.get(&session, "/me").await.leads_to(), "/sign-in");
    assert_eq!(sign_in(&stage, cast.nora.email, PASSWORD).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(stage.post(&cast.visitor, &link, &[("password", PASSWORD)]).await.says("no longer good"));
    assert!(!stage.get(ines, "/staff").await.says("Nora Finch"));
    assert!(stage.get(ines, &format!("/staff/{nora}")).await.says("badge waiting"));
    assert_eq!(deeds(&stage, &nora).last().unwrap(), "staff.left");
    assert!(stage.post(ines, &format!("/staff/{nora}/leaving"), &[]).await.says("This person left before"));
    assert_eq!(stage.post(ines, &format!("/staff/{nora}/link"), &[]).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn one_administrator_stays() {
    let stage = stage();
    let ines = &stage.cast.ines;
    let path = format!("/staff/{}", ines.me.actor.id);
    let refused = stage.post(ines, &format!("{path}/leaving"), &[]).await;
    assert!(refused.status == StatusCode::UNPROCESSABLE_ENTITY && refused.says("only administrator"));
    let form = [
        ("name", "Ines Carballo"),
        ("email", ines.email),
        ("roles", "account_manager"),
        ("language", "en"),
        ("version", "0"),
    ];
    assert!(stage.post(ines, &path, &form).await.says("only administrator"));
    let second = [("name", "Ada"), ("email", "ada@lantern.example"), ("roles", "administrator"), ("language", "en")];
    stage.post(ines, "/staff", &second).await;
    assert_eq!(stage.post(ines, &path, &form).await.leads_to(), path);
    assert_eq!(stage.get(ines, "/organization").await.status, StatusCode::FORBIDDEN, "from the next page on");
}

#[tokio::test]
async fn an_import_finds_everything_again() {
    let stage = stage();
    let new = NewStaffMember {
        name: "Imported".to_owned(),
        email: "imported@lantern.example".to_owned(),
        roles: Roles::of(&[Role::Trainer]).unwrap(),
        language: Language::Spanish,
    };
    let member = StaffMember { outside_key: Some("hr-7".to_owned()), ..StaffMember::taken_on(&new) };
    let inserted = member.clone();
    stage.app.db.write_here(move |connection| staff::rows::insert(connection, &inserted)).unwrap();
    let all = stage.app.db.read_here(staff::rows::everything).unwrap();
    assert_eq!(all.into_iter().find(|one| one.outside_key.as_deref() == Some("hr-7")), Some(member));
}
