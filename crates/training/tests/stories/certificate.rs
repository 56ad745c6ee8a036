//! Certificates: of exams and of what is attested, on paper, checked by whoever holds it, withdrawn.

use examining::exam::{self, Exam};
use ground::Id;
use training::certificate::{Certificate, code};

use crate::*;

/// An exam of Omar's with so many right answers.
async fn sat(stage: &Stage, right: i64) -> Id<Exam> {
    let omar = &stage.cast.omar;
    let begun = stage.post(omar, "/exams", &[("blueprint", "north-dakota"), ("unit", "")]).await;
    let id: Id<Exam> = Id::parse(begun.leads_to().strip_prefix("/exams/").unwrap()).unwrap();
    let found = stage.app.db.read_here(|connection| exam::rows::any(connection, &id)).unwrap();
    for place in 1..=right.min(found.asked) {
        let key = stage.app.db.read_here(|connection| {
            let asked = exam::rows::question(connection, &id, place)?;
            let worded = learning::question::rows::wording(connection, &asked.wording_id)?.worded;
            Ok(exam::rows::any(connection, &id)?
                .order(&asked.question_id, worded.options.len())
                .iter()
                .position(|one| *one == worded.key)
                .unwrap())
        });
        let chosen = key.unwrap().to_string();
        stage.post(omar, &format!("/exams/{id}/{place}"), &[("chosen", &chosen), ("go", "next")]).await.done();
    }
    stage.post(omar, &format!("/exams/{id}/handing-in"), &[]).await.done();
    id
}

fn of_omar(stage: &Stage) -> String {
    format!("/staff/{}/certificates", stage.cast.omar.me.actor.id)
}

fn named(path: &str) -> Id<Certificate> {
    Id::parse(path.strip_prefix("/certificates/").unwrap()).unwrap()
}

const TAUGHT: [(&str, &str); 4] =
    [("title", "Orientation <day>"), ("hours", "8"), ("completed_on", "2026-11-20"), ("instructor", "Ines Carballo")];

async fn attested(stage: &Stage, valid_until: &str) -> Id<Certificate> {
    let form: Vec<_> = TAUGHT.into_iter().chain([("valid_until", valid_until)]).collect();
    named(&stage.post(&stage.cast.ines, &of_omar(stage), &form).await.leads_to())
}

#[tokio::test]
async fn an_exam_that_was_passed_has_one_certificate_that_anybody_can_check() {
    let stage = stage();
    let (omar, ines, visitor) = (&stage.cast.omar, &stage.cast.ines, &stage.cast.visitor);
    let failed = sat(&stage, 1).await;
    let path = of_omar(&stage);
    assert!(stage.get(ines, &path).await.says("no exam that was passed"));
    let form = [("exam", failed.as_str()), ("exam_valid_until", "")];
    let of_exam = format!("{path}/of-exam");
    let refused = stage.post(ines, &of_exam, &form).await;
    assert!(refused.status == 422 && refused.says("was not passed"), "{}", refused.text);
    let passed = sat(&stage, 1_000).await;
    let page = stage.get(ines, &path).await;
    assert!(page.says(passed.as_str()) && page.says("value=\"2028-11-22\""), "{}", page.text);
    let form = [("exam", passed.as_str()), ("exam_valid_until", "2028-11-22")];
    let id = named(&stage.post(ines, &of_exam, &form).await.leads_to());
    assert_eq!(stage.post(ines, &of_exam, &form).await.status, 422, "one for each exam");
    let mine = stage.get(omar, "/me/certificates").await;
    assert!(mine.says("North Dakota") && mine.says("22 Nov 2028"), "{}", mine.text);
    let verify = mine.between("href=\"/certificates/verify/", "\"").unwrap();
    let seen = stage.get(visitor, &format!("/certificates/verify/{verify}")).await;
    assert!(seen.says("Omar Diallo") && seen.says("Lantern Guards") && seen.says("Valid"), "{}", seen.text);
    assert!(seen.says("no licence and no state examination") && !seen.says("omar@"), "{}", seen.text);
    let typed = verify.to_lowercase().replace('-', "");
    assert!(stage.get(visitor, &format!("/certificates/verify/{typed}?lang=es")).await.says("no es una licencia"));
    let paper = stage.get(omar, &format!("/certificates/{id}/paper")).await;
    assert!(paper.status == 200 && paper.text.starts_with("%PDF"), "{}", paper.status);
    stage.post(ines, &format!("/exams/{passed}/voiding"), &[("why", "A colleague read aloud.")]).await.done();
    let seen = stage.get(visitor, &format!("/certificates/verify/{verify}")).await;
    assert!(seen.says("Withdrawn") && !seen.says("colleague"), "a voided exam proves nothing: {}", seen.text);
}

#[tokio::test]
async fn where_the_exam_was_shorter_that_is_said_and_much_shorter_is_another_exam() {
    let stage = stage();
    let (ines, visitor) = (&stage.cast.ines, &stage.cast.visitor);
    let questions = stage.app.db.read_here(learning::question::rows::narrow).unwrap();
    // Of one competency two questions are left, and then of three.
    let retire = |competency: &str| {
        for one in questions.iter().filter(|one| one.competency == competency).skip(2) {
            let id = one.id.clone();
            stage.write(&ines.me, move |work| learning::question::retire(work, &id)).unwrap();
        }
    };
    retire("IR");
    let exam_id = sat(&stage, 1_000).await;
    let exam = stage.app.db.read_here(|connection| exam::rows::any(connection, &exam_id)).unwrap();
    assert!(exam.asked < exam.whole() && exam.asked * 10 >= exam.whole() * 9, "{} {}", exam.asked, exam.whole());
    let of_exam = format!("{}/of-exam", of_omar(&stage));
    let form = |id: &Id<Exam>| [("exam", id.to_string()), ("exam_valid_until", String::new())];
    let send = async |id: &Id<Exam>| {
        let form = form(id);
        let form = [(form[0].0, form[0].1.as_str()), (form[1].0, form[1].1.as_str())];
        stage.post(ines, &of_exam, &form).await
    };
    let id = named(&send(&exam_id).await.leads_to());
    let said = format!("{} of {}; there were no others about some subjects", exam.asked, exam.whole());
    let verify = format!("/certificates/verify/{}", code(&stage.app.keys, &id));
    for page in [stage.get(ines, &format!("/certificates/{id}")).await, stage.get(visitor, &verify).await] {
        assert!(page.says(&said), "{}", page.text);
    }
    retire("RW");
    retire("PB");
    let shorter = sat(&stage, 1_000).await;
    let refused = send(&shorter).await;
    assert!(refused.status == 422 && refused.says("less than nine tenths"), "{}", refused.text);
    assert!(!stage.get(ines, &of_omar(&stage)).await.says(shorter.as_str()), "it is not offered either");
}

#[tokio::test]
async fn what_a_trainer_attests_expires_and_may_be_withdrawn() {
    let stage = stage();
    let (ines, visitor) = (&stage.cast.ines, &stage.cast.visitor);
    let id = attested(&stage, "2026-12-24").await;
    let again = stage.post(ines, &of_omar(&stage), &TAUGHT).await;
    assert!(again.status == 422 && again.says("with this day already"), "{}", again.text);
    let later = [("title", "Drill"), ("completed_on", "2026-11-23")];
    let later = stage.post(ines, &of_omar(&stage), &later).await;
    assert!(later.status == 422 && later.says("later than today"), "{}", later.text);
    let own = format!("/staff/{}/certificates", ines.me.actor.id);
    assert!(stage.post(ines, &own, &TAUGHT).await.says("Nobody attests something of themselves"));
    let page = stage.get(ines, &format!("/certificates/{id}")).await;
    assert!(page.says("8 hours") && page.says("20 Nov 2026") && !page.says("<day>"), "{}", page.text);
    let verify = format!("/certificates/verify/{}", code(&stage.app.keys, &id));
    assert!(stage.get(visitor, &verify).await.says("Valid<"));
    let letters = |email: &str| stage.letter_to(email).filter(|letter| letter.contains("valid until"));
    stage.run_jobs();
    assert_eq!(letters(stage.cast.omar.email), None);
    stage.app.clock.forward_seconds(3 * 86_400);
    stage.run_jobs();
    let letter = letters(stage.cast.omar.email).unwrap();
    assert!(letter.contains("Orientation <day>") && letter.contains("24 Dec 2026"), "{letter}");
    let theirs = letters(ines.email).unwrap();
    assert!(theirs.contains("Omar Diallo") && theirs.contains(&of_omar(&stage)), "{theirs}");
    assert_eq!(letters(stage.cast.sam.email), None, "who has no say in it is not written to");
    stage.app.clock.forward_seconds(30 * 86_400);
    assert!(stage.get(visitor, &verify).await.says("Expired<"));
    let withdrawal = format!("/certificates/{id}/withdrawal");
    stage.app.clock.forward_seconds(1);
    let me = &ines.me;
    let at = id.clone();
    stage.write(me, move |work| training::certificate::withdraw(work, &at, "Somebody <else> sat there.")).unwrap();
    let seen = stage.get(visitor, &verify).await;
    assert!(seen.says("Withdrawn<") && !seen.says("else"), "{}", seen.text);
    assert_eq!(stage.get(visitor, &withdrawal).await.status, 405);
}

#[tokio::test]
async fn nobody_is_told_that_what_was_renewed_expires_unless_the_other_was_withdrawn() {
    let stage = stage();
    let (omar, ines) = (&stage.cast.omar, &stage.cast.ines);
    let id = attested(&stage, "2026-12-30").await;
    stage.app.clock.forward_seconds(86_400);
    let renewed = [("title", "Orientation <day>"), ("completed_on", "2026-11-23"), ("valid_until", "2028-11-23")];
    let renewed = named(&stage.post(ines, &of_omar(&stage), &renewed).await.leads_to());
    stage.app.clock.forward_seconds(8 * 86_400);
    stage.run_jobs();
    assert_eq!(stage.letter_to(omar.email), None);
    stage.write(&ines.me, move |work| training::certificate::withdraw(work, &renewed, "It was a mistake.")).unwrap();
    stage.app.clock.forward_seconds(7 * 86_400);
    stage.run_jobs();
    let letter = stage.letter_to(omar.email).unwrap();
    assert!(letter.contains("is valid until 30 Dec 2026"), "{letter}");
    let entries = stage.app.db.read_here(|connection| ground::entry::rows::of_subject(connection, id.as_str()));
    let deeds: Vec<_> = entries.unwrap().into_iter().map(|entry| entry.deed).collect();
    assert_eq!(deeds, ["certificate.issued", "certificate.reminder_dropped", "certificate.reminded"]);
}

#[tokio::test]
async fn after_days_that_were_missed_a_letter_says_that_it_is_over() {
    let stage = stage();
    attested(&stage, "2026-12-30").await;
    stage.app.clock.forward_seconds(60 * 86_400);
    stage.run_jobs();
    let letter = stage.letter_to(stage.cast.omar.email).unwrap();
    assert!(letter.contains("was valid until 30 Dec 2026") && !letter.contains("is valid until"), "{letter}");
    assert!(stage.letter_to(stage.cast.ines.email).unwrap().contains("was valid until"));
}

#[tokio::test]
async fn nobody_else_sees_a_certificate_and_a_wrong_code_is_no_code() {
    let stage = stage();
    let id = attested(&stage, "").await;
    let (paper, path) = (format!("/certificates/{id}/paper"), format!("/certificates/{id}"));
    assert_eq!(stage.get(&stage.cast.omar, &paper).await.status, 200);
    for who in [&stage.cast.sam, &stage.cast.maya] {
        assert_eq!(stage.get(who, &paper).await.status, 404);
        assert_eq!(stage.get(who, &path).await.status, 403);
        assert_eq!(stage.get(who, &of_omar(&stage)).await.status, 403);
        assert_eq!(stage.post(who, &of_omar(&stage), &TAUGHT).await.status, 403);
    }
    assert_eq!(stage.get(&stage.cast.alice, &paper).await.status, 403);
    assert_eq!(stage.get(&stage.cast.visitor, &paper).await.leads_to(), "/sign-in");
    let wrong = Id::<Certificate>::known("another");
    for code in [code(&stage.app.keys, &wrong), "x".to_owned(), id.to_string()] {
        assert_eq!(stage.get(&stage.cast.visitor, &format!("/certificates/verify/{code}")).await.status, 404);
    }
    stage.post(&stage.cast.ines, &format!("{path}/withdrawal"), &[("why", " ")]).await;
    stage.post(&stage.cast.ines, &format!("{path}/withdrawal"), &[("why", "It was a mistake.")]).await.done();
    assert!(stage.get(&stage.cast.ines, &path).await.says("It was a mistake."));
    assert!(stage.get(&stage.cast.omar, "/me/certificates").await.says("Withdrawn"));
}
