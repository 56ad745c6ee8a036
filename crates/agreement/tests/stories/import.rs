//! Files of another system, brought in as a command line does.

use std::path::PathBuf;
use std::sync::{Arc, Mutex};

use agreement::import::{Counts, File, Report, Way, gather, run};
use agreement::{contract, post};
use ground::entry::{self, Entry};
use people::{Door, client, contact, site, staff};
use stage::Stage;

use crate::{stage, when};

/// Imports files as the administrator.
fn import(stage: &Stage, files: &[File], way: Way) -> Report {
    let door = Door::of_system(&stage.app, stage.app.clock.now()).acting_as(stage.cast.ines.me.clone());
    run(&door, files, way, |_, _| {}).unwrap()
}

fn file(name: &str, text: &str) -> File {
    File { name: format!("{name}.csv"), bytes: text.as_bytes().to_vec() }
}

fn examples() -> Vec<File> {
    gather(&[PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../docs/import")]).unwrap()
}

/// An example with one text in the place of another.
fn edited(name: &str, from: &str, to: &str) -> Vec<File> {
    let mut files = examples();
    let file = files.iter_mut().find(|file| file.name == name).unwrap();
    let text = String::from_utf8(file.bytes.clone()).unwrap();
    assert!(text.contains(from), "{from} is not in {name}");
    file.bytes = text.replace(from, to).into_bytes();
    files
}

fn counted(report: &Report, count: impl Fn(&Counts) -> usize) -> Vec<usize> {
    report.counts.iter().map(|(_, counts)| count(counts)).collect()
}

fn problems(report: &Report) -> Vec<(&str, u64, &str, &str)> {
    report.problems.iter().map(|p| (p.file.as_str(), p.line, p.column.as_str(), p.refusal.key)).collect()
}

/// How many clients, staff members, sites, contacts, posts, assignments, contracts and entries there are.
fn everything(stage: &Stage) -> [usize; 8] {
    stage
        .app
        .db
        .read_here(|connection| {
            Ok([
                client::rows::everything(connection)?.len(),
                staff::rows::everything(connection)?.len(),
                site::rows::everything(connection)?.len(),
                contact::rows::everything(connection)?.len(),
                post::rows::everything(connection)?.len(),
                post::rows::every_assignment(connection)?.len(),
                contract::rows::everything(connection)?.len(),
                entry::rows::after_in_chains(connection, ("", 0), 10_000)?.len(),
            ])
        })
        .unwrap()
}

fn history(stage: &Stage, id: &str) -> Vec<Entry> {
    stage.app.db.read_here(|connection| entry::rows::of_subject(connection, id)).unwrap()
}

#[test]
fn the_examples_are_brought_in_with_everything_that_they_say() {
    let stage = stage();
    let before = everything(&stage);
    let report = import(&stage, &examples(), Way::Apply);
    assert_eq!(problems(&report), []);
    assert_eq!(counted(&report, |counts| counts.added), [3, 5, 3, 4, 4, 4, 3]);
    // An entry for each row, one for each supervisor who was given sites, and one for the import.
    let added = [3, 5, 3, 4, 4, 4, 3, 26 + 2 + 1];
    assert_eq!(everything(&stage), std::array::from_fn(|n| before[n] + added[n]));
    let (mill, atrium) = stage
        .app
        .db
        .read_here(|connection| {
            let sites = site::rows::everything(connection)?;
            let of = |key: &str| sites.iter().find(|site| site.outside_key.as_deref() == Some(key)).cloned().unwrap();
            Ok((of("mill-yard"), of("plaza-atrium")))
        })
        .unwrap();
    assert_eq!(mill.zone, "America/New_York");
    assert!(atrium.calendar.contains("2026-12-25") && atrium.calendar.contains("07:00-14:00"), "{}", atrium.calendar);
    let lodge = stage.app.db.read_here(post::rows::every_assignment).unwrap();
    let lucia = lodge.iter().find(|shift| shift.outside_key.as_deref() == Some("yard-lucia")).unwrap();
    assert_eq!((lucia.starts_at, lucia.ends_at), (when("2026-11-26T11:00:00Z"), None));
    let contracts = stage.app.db.read_here(contract::rows::everything).unwrap();
    let plaza = contracts.iter().find(|contract| contract.outside_key.as_deref() == Some("plaza-2025")).unwrap();
    assert_eq!(plaza.promises.text().unwrap(), r#"{"S1":{"acknowledge":"10 min"},"S2":{"answer":"4 working hours"}}"#);
    let made = &history(&stage, plaza.id.as_str())[0];
    assert_eq!((made.deed.as_str(), made.by_name.as_str()), ("contract.signed", "Ines Carballo"));
}

#[test]
fn the_same_files_again_change_nothing() {
    let stage = stage();
    import(&stage, &examples(), Way::Apply);
    let before = everything(&stage);
    let report = import(&stage, &examples(), Way::Apply);
    assert_eq!(problems(&report), []);
    assert_eq!(counted(&report, |counts| counts.unchanged), [3, 5, 3, 4, 4, 4, 3]);
    assert_eq!(everything(&stage), before);
    // A list in another order is the same list.
    let report =
        import(&stage, &edited("staff.csv", "harbour-gate;plaza-atrium", "plaza-atrium; harbour-gate"), Way::Apply);
    assert_eq!(counted(&report, |counts| counts.changed), [0; 7]);
}

#[test]
fn a_dry_run_says_the_same_and_does_nothing() {
    let stage = stage();
    let before = everything(&stage);
    let tried = import(&stage, &examples(), Way::DryRun);
    assert_eq!(everything(&stage), before);
    assert_eq!(tried, import(&stage, &examples(), Way::Apply));
}

#[test]
fn a_cell_that_differs_changes_its_row_and_no_other() {
    for (name, from, to, deed) in [
        ("clients.csv", "Copper Plaza Shopping", "Copper Plaza", "client.changed"),
        ("staff.csv", "Rex Tanaka", "Rex T.", "staff.changed"),
        ("staff.csv", "harbour-gate;plaza-atrium", "harbour-gate", "staff.given_sites"),
        ("sites.csv", "mon-fri 06:00", "mon-fri 05:00", "site.changed"),
        ("contacts.csv", "en,mill-yard", "en,", "contact.changed"),
        ("posts.csv", "Gate lodge", "Lodge", "post.renamed"),
        ("assignments.csv", "2026-11-26 06:00,", "2026-11-26 06:00,2026-12-01 06:00", "assignment.moved"),
        ("contracts.csv", "10 min", "12 min", "contract.changed"),
    ] {
        let stage = stage();
        import(&stage, &examples(), Way::Apply);
        let before = everything(&stage);
        let report = import(&stage, &edited(name, from, to), Way::Apply);
        assert_eq!(problems(&report), [], "{name}");
        assert_eq!(counted(&report, |counts| counts.changed).iter().sum::<usize>(), 1, "{name}");
        // One entry for the row, and one for the import.
        assert_eq!(everything(&stage), std::array::from_fn(|n| before[n] + if n == 7 { 2 } else { 0 }), "{name}");
        let recorded = stage.app.db.read_here(|connection| entry::rows::after_in_chains(connection, ("", 0), 10_000));
        assert!(recorded.unwrap().iter().any(|entry| entry.deed == deed), "{name}");
    }
}

#[test]
fn a_file_without_a_column_changes_nothing_in_it() {
    for (name, dropped) in [
        ("contacts.csv", &["phone", "language", "sites"][..]),
        ("staff.csv", &["language", "sites"]),
        ("sites.csv", &["holidays"]),
        ("assignments.csv", &["ends_at"]),
        ("contracts.csv", &["ends_on", "S1_acknowledge", "S2_answer"]),
    ] {
        let stage = stage();
        import(&stage, &examples(), Way::Apply);
        let mut files = examples();
        let file = files.iter_mut().find(|file| file.name == name).unwrap();
        let mut reader = csv::Reader::from_reader(&file.bytes[..]);
        let header = reader.headers().unwrap().clone();
        let kept = |record: &csv::StringRecord| -> Vec<String> {
            let cells = record.iter().zip(&header);
            cells.filter(|(_, column)| !dropped.contains(column)).map(|(cell, _)| cell.to_owned()).collect()
        };
        let mut writer = csv::Writer::from_writer(Vec::new());
        writer.write_record(kept(&header)).unwrap();
        for record in reader.records() {
            writer.write_record(kept(&record.unwrap())).unwrap();
        }
        file.bytes = writer.into_inner().unwrap();
        let report = import(&stage, &files, Way::Apply);
        assert_eq!(problems(&report), [], "{name}");
        assert_eq!(counted(&report, |counts| counts.changed), [0; 7], "{name}");
    }
}

#[test]
fn every_row_that_is_wrong_is_reported_by_its_line_and_nothing_is_applied() {
    let stage = stage();
    let before = everything(&stage);
    let files = [
        file("clients", "key,name,setting\na,Alder House,castle\nb,,office\na,Twice,office\n"),
        file(
            "staff",
            "key,name,email,roles\ns,Sal,sal@x.example,supervisor\nt,Tim,sal@x.example,king\nu,Una,sal@x.example,officer\n",
        ),
        file(
            "sites",
            "key,client,name,setting,address,zone,hours,owner\n\
            g,a,Gate,office,1 Elm,Nowhere/Land,sometimes,u\nh,zed,Hall,office,2 Elm,UTC,always,u\n",
        ),
        file("contacts", "key,client,name,email,standing,sites\nc,a,Cy,cy@x.example,boss,g;q\n"),
        file("posts", "key,site,name\np,g,Desk\nq,g\n"),
        file(
            "assignments",
            "key,post,officer,starts_at,ends_at\n1,p,u,2026-11-22 06:00,\n2,p,u,2026-11-23 06:00,\n3,p,s,soon,\n4,p,s,2026-11-22 06:00,\n",
        ),
        file("contracts", "key,client,starts_on,notice_days,renewal,P_answer\nk,b,2026-13-01,many,automatic,never\n"),
    ];
    let report = import(&stage, &files, Way::Apply);
    let expected = [
        ("clients.csv", 2, "setting", "field-choose"),
        ("clients.csv", 3, "name", "field-needed"),
        ("clients.csv", 4, "key", "import-key-twice"),
        ("staff.csv", 3, "roles", "field-choose"),
        ("staff.csv", 4, "email", "email-taken"),
        ("sites.csv", 2, "zone", "field-zone"),
        ("sites.csv", 2, "hours", "calendar-unreadable"),
        ("sites.csv", 3, "client", "import-key-unknown"),
        ("contacts.csv", 2, "sites", "import-key-unknown"),
        ("contacts.csv", 2, "standing", "field-choose"),
        ("posts.csv", 3, "", "import-cells"),
        ("assignments.csv", 3, "starts_at", "assignment-overlaps"),
        ("assignments.csv", 4, "starts_at", "assignment-time"),
        ("assignments.csv", 5, "officer", "assignment-not-an-officer"),
        ("contracts.csv", 2, "starts_on", "field-day"),
        ("contracts.csv", 2, "notice_days", "field-number"),
        ("contracts.csv", 2, "P_answer", "limit-unreadable"),
    ];
    assert_eq!(problems(&report), expected);
    assert_eq!(everything(&stage), before);
}

#[test]
fn rows_that_do_not_fit_together_are_refused() {
    let stage = stage();
    import(&stage, &examples(), Way::Apply);
    let before = everything(&stage);
    for (name, from, to, expected) in [
        ("sites.csv", "mill-yard,mill,", "mill-yard,plaza,", vec![("sites.csv", 5, "client", "import-stays")]),
        ("sites.csv", "always,,teo", "always,,rex", vec![("sites.csv", 2, "owner", "site-owner-unfit")]),
        (
            "contacts.csv",
            "es,harbour-gate",
            "es,mill-yard",
            vec![("contacts.csv", 3, "sites", "import-site-elsewhere")],
        ),
        (
            "contacts.csv",
            "hugh@copperplaza.example",
            "alice@harbour.example",
            vec![("contacts.csv", 4, "email", "email-taken")],
        ),
        (
            "posts.csv",
            "gate-booth,harbour-gate",
            "gate-booth,mill-yard",
            vec![("posts.csv", 2, "site", "import-stays")],
        ),
        (
            "assignments.csv",
            "\nyard-lucia",
            "\nextra,atrium-desk,rex,2026-11-23 14:59,\nyard-lucia",
            vec![("assignments.csv", 5, "starts_at", "assignment-overlaps")],
        ),
        (
            "assignments.csv",
            "gate-booth,rex",
            "gate-booth,lucia",
            vec![("assignments.csv", 4, "officer", "import-stays")],
        ),
        (
            "contracts.csv",
            "2025-07-01,2027",
            "2027-07-01,2027",
            vec![("contracts.csv", 3, "ends_on", "contract-ends-before-start")],
        ),
    ] {
        let report = import(&stage, &edited(name, from, to), Way::Apply);
        assert_eq!(problems(&report), expected, "{name}: {to}");
        assert_eq!(everything(&stage), before, "{name}: {to}");
    }
}

#[test]
fn a_verbs_refusal_names_the_row() {
    let stage = stage();
    import(&stage, &examples(), Way::Apply);
    let before = everything(&stage);
    let mut files = edited("staff.csv", "teo@harborwatch.example,supervisor", "teo@harborwatch.example,trainer");
    files.retain(|file| file.name == "staff.csv");
    let report = import(&stage, &files, Way::Apply);
    assert_eq!(problems(&report), [("staff.csv", 3, "", "staff-owns-sites")]);
    assert_eq!(everything(&stage), before);
}

#[test]
fn files_come_as_programs_write_them() {
    let stage = stage();
    let text =
        "\u{feff}\"key\",\"setting\",\"name\"\r\n\"cafe\",\"office\",\"Caf\u{e9} \"\"Sol\"\", Ltd.\"\r\n\r\n,,\r\n";
    let report = import(&stage, &[file("clients", text)], Way::Apply);
    assert_eq!((problems(&report), counted(&report, |counts| counts.added)), (vec![], vec![1]));
    let clients = stage.app.db.read_here(client::rows::everything).unwrap();
    assert!(clients.iter().any(|client| client.name == "Caf\u{e9} \"Sol\", Ltd."));
    let latin = File { name: "clients.csv".to_owned(), bytes: b"key,name,setting\nx,Caf\xe9,office\n".to_vec() };
    assert_eq!(problems(&import(&stage, &[latin], Way::Apply)), [("clients.csv", 2, "", "import-not-utf8")]);
    let lines = file("clients", "key,name,setting\ny,\"Two\nlines\",office\nz,\"a \u{202e}b\",office\n");
    let expected = [("clients.csv", 2, "name", "field-one-line"), ("clients.csv", 4, "name", "field-plain-text")];
    assert_eq!(problems(&import(&stage, &[lines], Way::Apply)), expected);
}

#[test]
fn every_problem_has_its_sentence() {
    use ground::words::Language;
    let stage = stage();
    let files = [
        file("customers", ""),
        file("clients", "key,nmae\n"),
        file("posts", "key,site,name\np,nowhere,Desk\nq,x\np,a,b\n"),
        file("contracts", ""),
    ];
    let report = import(&stage, &files, Way::DryRun);
    assert_eq!(report.problems.len(), 8, "{:?}", problems(&report));
    for language in Language::ALL {
        let words = stage.app.catalogue.speak(language);
        for problem in &report.problems {
            assert!(!words.refusal(&problem.refusal).is_empty());
        }
    }
}

#[test]
fn many_rows_are_brought_in_and_progress_is_told() {
    let stage = stage();
    let rows = 500;
    let mut clients = "key,name,setting\n".to_owned();
    let mut contacts = "key,client,name,email,standing\n".to_owned();
    for n in 0..rows {
        clients.push_str(&format!("c{n},Client {n},office\n"));
        contacts.push_str(&format!("p{n},c{n},Person {n},person{n}@x.example,day_to_day\n"));
    }
    let told = Arc::new(Mutex::new(Vec::new()));
    let (door, hear) = (Door::of_system(&stage.app, stage.app.clock.now()), Arc::clone(&told));
    let files = [file("contacts", &contacts), file("clients", &clients)];
    let progress = move |done, total| hear.lock().unwrap().push((done, total));
    let report = run(&door, &files, Way::Apply, progress).unwrap();
    assert_eq!(counted(&report, |counts| counts.added), [rows, rows]);
    let told = told.lock().unwrap();
    assert_eq!((told.first(), told.last()), (Some(&(1, 2 * rows)), Some(&(2 * rows, 2 * rows))));
}
