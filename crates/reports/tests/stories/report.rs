//! The report of a month and of a quarter: what is in it, what is not, and for whom.

use adjustments::adjustment::{self, NewAdjustment};
use listening::facts;
use people::session;
use print::{Document, Part, Run};
use satisfaction::figure::say_share;

use super::*;

/// A month with all that there is in a month: its concern that was answered and helped, and its change.
fn eventful(stage: &Stage) -> (Id<Concern>, Id<Concern>) {
    let (alice, gate) = (&stage.cast.alice, &stage.cast.gate);
    let first = told(stage, alice, gate, ("The <b>gate</b> stood open & \"nobody\" came.", "shortfall"));
    told(stage, alice, gate, ("Omar was so kind to my mother.", "praise"));
    let late = told(stage, alice, gate, ("The light in the garage is broken.", "shortfall"));
    answered(stage, &first);
    says(stage, alice, &first, Helped::Yes);
    let number = stage.read(&stage.cast.ines.me, |work| concern::rows::any(work.connection, &late)).unwrap().number;
    let mut fields = Fields::default()
        .set("concerns", number)
        .set("kind", "equipment")
        .set("said", "The garage was dark.")
        .set("headline", "The garage has new lights.")
        .set("expected", "Nobody walks in the dark.")
        .set("owner", stage.cast.sam.me.actor.id.as_str())
        .set("limit", "7 days")
        .set("check_back_after", "10 days")
        .set("on_board", "on");
    let new = NewAdjustment::read(&mut fields).unwrap();
    let opened = stage.write(&stage.cast.sam.me, move |work| adjustment::open(work, &new)).unwrap();
    let done = opened.clone();
    let force = move |work: &mut Work<'_>| adjustment::put_in_force(work, &done, 0, Some("The lights hang."));
    stage.write(&stage.cast.sam.me, force).unwrap();
    (first, late)
}

/// Somebody who signs in anew, since a session ends after some weeks.
fn anew(stage: &Stage, who: &Who) -> Who {
    let person = session::PersonKey { kind: who.me.actor.kind, id: who.me.actor.id.clone() };
    let token = stage.write(&who.me, move |work| session::sign_in(work, &person, "Stage")).unwrap();
    Who { session: Some(token), ..who.clone() }
}

/// Every text of a document, as its parts hold them.
fn texts(document: &Document) -> Vec<String> {
    let joined = |runs: &[Run]| runs.iter().map(|run| run.text.as_str()).collect::<String>();
    let part = |part: &Part| match part {
        Part::Heading { text, .. } => vec![text.clone()],
        Part::Paragraph(runs) | Part::Item { runs, .. } => vec![joined(runs)],
        Part::Table { head, rows } => head.iter().chain(rows.iter().flatten()).map(|cell| joined(cell)).collect(),
        Part::Figure { chart, caption } => {
            let table = chart::table(chart);
            [joined(caption)].into_iter().chain(table.rows.into_iter().flatten()).collect()
        }
        other => panic!("a report has no {other:?}"),
    };
    let facts = document.facts.iter().flat_map(|(name, value)| [name.clone(), value.clone()]);
    let framed = [document.title.clone()].into_iter().chain(document.notice.clone());
    framed.chain(facts).chain(document.parts.iter().flat_map(part)).collect()
}

#[tokio::test]
async fn of_a_time_in_which_nothing_was_nothing_is_claimed() {
    let stage = stage();
    let page = stage.get(&stage.cast.alice, "/portal/reports/2026-10").await;
    assert!(page.says("It was a quiet time") && page.says("Nothing was told in this time."), "{}", page.text);
    assert!(
        page.says("Report for Harbour Lofts: October 2026") && page.says("22 Nov 2026, 06:00 CST"),
        "{}",
        page.text
    );
    assert!(page.says("1 Oct 2026 to 31 Oct 2026") && !page.says("%, between"), "{}", page.text);
    let page = stage.get(&stage.cast.alice, "/portal/reports/2024-02").await;
    assert!(page.says("1 Feb 2024 to 29 Feb 2024"), "{}", page.text);
    let paper = stage.get(&stage.cast.alice, "/portal/reports/2026-10/paper").await;
    assert!(paper.status == 200 && paper.text.starts_with("%PDF"));
    let list = stage.get(&stage.cast.alice, "/portal/reports").await;
    assert!(list.says("/portal/reports/2026-11\"") && list.says("/portal/reports/2026-q4\""), "{}", list.text);
    assert!(list.says("Quarter 3 of 2026 (July to September)") && !list.says("2026-12"), "{}", list.text);
}

#[tokio::test]
async fn what_is_no_period_or_has_not_begun_is_not_found() {
    let stage = stage();
    for period in ["2026-12", "2027-q1", "2026-13", "2026", "october", "2026-11?site=none", "2026-1"] {
        for (who, path) in [
            (&stage.cast.alice, format!("/portal/reports/{period}")),
            (&stage.cast.maya, format!("/clients/{}/reports/{period}", stage.cast.harbour)),
        ] {
            assert_eq!(stage.get(who, &path).await.status, 404, "{path}");
        }
    }
    let known = stage.get(&stage.cast.alice, "/portal/reports/2026-11").await;
    assert!(known.status == 200 && known.says("This time is not over yet"), "{}", known.text);
}

#[tokio::test]
async fn the_page_the_paper_and_the_pages_of_others_say_the_same() {
    let stage = stage();
    eventful(&stage);
    told(&stage, &stage.cast.alice, &stage.cast.gate, ("The bell is out of order.", "shortfall"));
    stage.app.clock.forward_seconds(8 * DAY);
    stage.run_jobs();
    let (alice, maya) = (&stage.cast.alice, &stage.cast.maya);
    for period in ["2026-11", "2026-q4"] {
        let page = stage.get(alice, &format!("/portal/reports/{period}")).await;
        let path = format!("/clients/{}/reports/{period}", stage.cast.harbour);
        let theirs = stage.get(maya, &path).await;
        for (page, me, concerns) in [
            (&page, alice.me.clone(), "/portal/concerns"),
            (&theirs, as_client(&maya.me, &stage.cast.harbour), "/concerns"),
        ] {
            let report = of(&stage, &me, period);
            let w = stage.app.catalogue.speak(Language::English);
            let frame = Frame {
                organization: "Lantern Guards".to_owned(),
                zone: report.zone.clone(),
                printed_at: stage.app.clock.now(),
            };
            let document = document(&shown(&report, &w, concerns), &w, &frame);
            for text in texts(&document) {
                assert!(page.says(&escaped(&text)), "{text} is not in {}", page.text);
            }
            let pdf = lopdf::Document::load_mem(&print::print(&document).unwrap()).unwrap();
            assert!(!pdf.get_pages().is_empty());
            assert_eq!(document.header, "All sites");
            // What the portal counts of the same time.
            let counted = stage.read(&me, |work| facts::answered_in_time(work, None, report.span.0)).unwrap();
            assert_eq!((counted.count, counted.of), (2, 3));
            let says = say_share(&satisfaction::figure::share(counted.count, counted.of), &w);
            assert!(page.says(&format!("Answered in time: {says}")), "{says}: {}", page.text);
        }
    }
    let satisfied = stage.get(maya, "/satisfaction").await;
    let page = stage.get(alice, "/portal/reports/2026-11").await;
    let (_, asked) = satisfied.text.split_once("Answered, of those we asked").unwrap();
    let asked = asked.split_once("<dd>").unwrap().1.split_once("</dd>").unwrap().0;
    assert!(page.says(&format!("When we asked whether it helped, {asked} answered.")), "{asked}: {}", page.text);
    assert!(page.says("Few answered, so here is each answer, without names: Yes"), "{}", page.text);
    assert!(page.says("You told us: The garage was dark.") && page.says("The garage has new lights."), "{}", page.text);
    assert!(page.says("Omar was so kind to my mother."), "{}", page.text);
    assert!(page.says("&#60;b&#62;gate") && !page.says("<b>gate"), "{}", page.text);
}

#[tokio::test]
async fn nobody_finds_what_is_not_theirs_and_no_note_is_in_it() {
    let stage = stage();
    let (first, _) = eventful(&stage);
    let (alice, bruno, gate) = (&stage.cast.alice, &stage.cast.bruno, &stage.cast.gate);
    told(&stage, alice, &stage.cast.terrace, ("The terrace was never locked.", "shortfall"));
    told(&stage, &stage.cast.visitor, gate, ("Somebody of the public said this.", "shortfall"));
    let secret = told(&stage, bruno, gate, ("He pushed me against the wall.", "serious"));
    let noted = first.clone();
    let note = move |work: &mut Work<'_>| conversation::note(work, &noted, "They always complain.");
    stage.write(&stage.cast.sam.me, note).unwrap();
    let protect =
        move |work: &mut Work<'_>| concern::protect(work, &secret, None, (&Id::known(work.me.actor.id.clone()), None));
    stage.write(&stage.cast.maya.me, protect).unwrap();
    let path = format!("/clients/{}/reports/2026-11", stage.cast.harbour);
    for (who, path) in [
        (alice, "/portal/reports/2026-11"),
        (alice, "/portal/reports/2026-q4"),
        (bruno, "/portal/reports/2026-11"),
        (&stage.cast.maya, path.as_str()),
    ] {
        let page = stage.get(who, path).await;
        assert!(page.status == 200 && page.says("gate&#60;/b&#62; stood open"), "{}", page.text);
        for hidden in ["They always complain", "of the public", "He pushed me"] {
            assert!(!page.says(hidden), "{hidden}: {}", page.text);
        }
        assert_eq!(page.says("The terrace was never locked."), who.email != bruno.email, "{}", page.text);
    }
    let gate_alone = stage.get(alice, &format!("/portal/reports/2026-11?site={gate}")).await;
    assert!(gate_alone.says("stood open") && !gate_alone.says("The terrace was never locked"), "{}", gate_alone.text);
    let terrace = format!("/portal/reports/2026-11?site={}", stage.cast.terrace);
    assert_eq!(stage.get(bruno, &terrace).await.status, 404);
    let olaf = stage.get(&stage.cast.olaf, "/portal/reports/2026-11").await;
    assert!(olaf.says("Mill Works") && !olaf.says("stood open"), "{}", olaf.text);
    assert_eq!(stage.get(&stage.cast.olaf, &format!("/portal/reports/2026-11?site={gate}")).await.status, 404);
    for who in [&stage.cast.omar, &stage.cast.sam, alice, &stage.cast.olaf] {
        for path in [path.clone(), format!("{path}/paper")] {
            assert_eq!(stage.get(who, &path).await.status, 403, "{}", who.email);
        }
    }
    assert_eq!(stage.get(&stage.cast.omar, "/portal/reports/2026-11").await.status, 403);
    assert_eq!(stage.get(&stage.cast.maya, "/clients/none/reports/2026-11").await.status, 404);
}

#[tokio::test]
async fn silence_is_unknown_few_are_named_one_by_one_and_five_are_a_figure() {
    let stage = stage();
    let (alice, gate) = (&stage.cast.alice, &stage.cast.gate);
    let path = "/portal/reports/2026-11";
    let ask = |stage: &Stage| {
        let id = told(stage, alice, gate, ("The gate stood open.", "shortfall"));
        answered(stage, &id);
        id
    };
    let silent: Vec<_> = (0..3).map(|_| ask(&stage)).collect();
    let page = stage.get(alice, path).await;
    assert!(page.says("0 of 3 answered") && page.says("Silence is unknown"), "{}", page.text);
    says(&stage, alice, &silent[0], Helped::No);
    says(&stage, alice, &silent[1], Helped::Yes);
    let page = stage.get(alice, path).await;
    assert!(page.says("2 of 3 answered") && page.says("without names: Yes, No"), "{}", page.text);
    for _ in 0..3 {
        let id = ask(&stage);
        says(&stage, alice, &id, Helped::Yes);
    }
    // Wilson's interval of 4 of 5 is 0.376 to 0.964.
    let page = stage.get(alice, path).await;
    assert!(page.says("Yes: 4 of 5 (80 %, between 38 % and 96 %)") && page.says("<svg"), "{}", page.text);
    assert!(!page.says("without names"), "{}", page.text);
}

#[tokio::test]
async fn of_very_much_it_names_some_and_says_how_much_more_there_is() {
    let stage = stage();
    let (alice, gate) = (&stage.cast.alice, &stage.cast.gate);
    let long = format!("<script>alert(1)</script> {}", "The gate & the door. ".repeat(450));
    for _ in 0..53 {
        told(&stage, alice, gate, (&long, "wish"));
    }
    let page = stage.get(alice, "/portal/reports/2026-q4").await;
    assert!(page.says("You told us 53 things.") && page.says("3 more are not shown here."), "{}", page.text);
    assert!(!page.says("<script>alert") && page.text.len() < 150_000, "{}", page.text.len());
    let spanish = stage.get(&stage.cast.bruno, "/portal/reports/2026-q4").await;
    assert!(spanish.says("Nos cont\u{f3} 53 cosas.") && spanish.says("Trimestre 4 de 2026"), "{}", spanish.text);
}

#[tokio::test]
async fn what_somebody_says_of_a_line_becomes_a_concern_once() {
    let stage = stage();
    let (alice, gate) = (&stage.cast.alice, &stage.cast.gate);
    let id = told(&stage, alice, gate, ("The gate stood open.", "shortfall"));
    let page = stage.get(alice, "/portal/reports/2026-11").await;
    assert!(page.says("Say something about this"), "{}", page.text);
    let once = page.between("name=\"once\" value=\"", "\"").unwrap();
    let line = format!("concern-{id}");
    assert!(once.ends_with(&line), "{once}");
    let form = [("once", once.as_str()), ("line", &line), ("site", ""), ("words", "It <i>still</i> does.")];
    let path = "/portal/reports/2026-11/concerns";
    let first = stage.post(alice, path, &form).await;
    first.done();
    assert_eq!(stage.post(alice, path, &form).await.leads_to(), first.leads_to(), "sent twice, told once");
    let page = stage.get(alice, "/portal/reports/2026-11").await;
    assert!(page.says("You told us 2 things.") && page.says(&first.leads_to()), "{}", page.text);
    let new: Id<Concern> = Id::parse(first.leads_to().rsplit('/').next().unwrap()).unwrap();
    let words =
        stage.read(&alice.me, |work| conversation::rows::all(work.connection, &new)).unwrap().remove(0).message.words;
    assert_eq!(words, "About the report for November 2026, \"The gate stood open.\":\n\nIt <i>still</i> does.");
    let kept = stage.read(&alice.me, |work| concern::rows::find(work, &new)).unwrap();
    assert!(kept.site_id == *gate && kept.reporter.id.as_deref() == Some(alice.me.actor.id.as_str()));
    let empty = stage.post(alice, path, &[("line", line.as_str()), ("words", " ")]).await;
    assert!(
        empty.status == 422 && empty.says("Please fill this in.") && empty.says(" open><summary>"),
        "{}",
        empty.text
    );
    for (who, line) in [(&stage.cast.olaf, line.as_str()), (alice, "concern-none"), (alice, "")] {
        let page = stage.post(who, path, &[("line", line), ("words", "Not mine.")]).await;
        assert_eq!(page.status, 404, "{} {line}", who.email);
    }
    let form = [("line", line.as_str()), ("words", "No client.")];
    assert_eq!(stage.post(&stage.cast.maya, path, &form).await.status, 403);
    let path = format!("/clients/{}/reports/2026-11", stage.cast.harbour);
    assert!(!stage.get(&stage.cast.maya, &path).await.says("Say something about this"));
    let list = stage.get(&stage.cast.maya, &format!("/clients/{}/reports", stage.cast.harbour)).await;
    assert!(list.says(&path) && list.says("Harbour Lofts"), "{}", list.text);
}

#[tokio::test]
async fn a_pack_is_the_twelve_months_that_are_over() {
    let stage = stage();
    let (alice, maya) = (&stage.cast.alice, &stage.cast.maya);
    eventful(&stage);
    told(&stage, alice, &stage.cast.terrace, ("The terrace was never locked.", "shortfall"));
    // Until January 2027.
    stage.app.clock.forward_seconds(45 * DAY);
    stage.run_jobs();
    told(&stage, alice, &stage.cast.terrace, ("This is of the month that runs.", "shortfall"));
    let path = format!("/clients/{}/pack", stage.cast.harbour);
    let [maya, alice, sam, omar] = &[maya, alice, &stage.cast.sam, &stage.cast.omar].map(|who| anew(&stage, who));
    let page = stage.get(maya, &path).await;
    assert!(page.says("Twelve months until December 2026") && page.says("1 Jan 2026 to 31 Dec 2026"), "{}", page.text);
    assert!(page.says("The terrace was never locked.") && !page.says("the month that runs"), "{}", page.text);
    assert!(page.says("Month by month") && page.says("You told us 3 things."), "{}", page.text);
    assert!(page.says("The garage has new lights.") && page.says("You told us: The garage was dark."), "{}", page.text);
    let report = of(&stage, &as_client(&maya.me, &stage.cast.harbour), "2026-y12");
    let sums = |count: fn(&reports::report::Month) -> usize| report.months.iter().map(|(_, one)| count(one)).sum();
    let (told, praise, changed): (usize, usize, usize) =
        (sums(|one| one.told), sums(|one| one.praise), sums(|one| one.changed));
    assert_eq!((report.months.len(), told, praise, changed), (12, 3, 1, 1));
    assert_eq!((report.told.1, report.praise.1, report.changed.1), (told, praise, changed));
    let answered: u64 = report.months.iter().map(|(_, one)| one.in_time.answered.of()).sum();
    assert_eq!(report.in_time.answered.of(), answered, "each month has its own");
    let paper = stage.get(maya, &format!("{path}/paper")).await;
    assert!(paper.status == 200 && paper.text.starts_with("%PDF"));
    for who in [alice, sam, omar] {
        assert_eq!(stage.get(who, &path).await.status, 403, "{}", who.email);
    }
    let w = stage.app.catalogue.speak(Language::English);
    let frame = Frame { organization: String::new(), zone: "UTC".to_owned(), printed_at: stage.app.clock.now() };
    let document = document(&shown(&report, &w, "/concerns"), &w, &frame);
    let texts = texts(&document);
    assert!(texts.iter().all(|text| page.says(&escaped(text))), "{texts:?}");
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR"));
    std::fs::write(folder.join("pack.pdf"), print::print(&document).unwrap()).unwrap();
}
