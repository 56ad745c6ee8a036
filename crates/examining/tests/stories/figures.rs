//! What answers say of questions: few say little, and a wrong key is found.

use examining::exam::rows as exams;

use crate::*;

#[tokio::test]
async fn few_answers_say_little_and_what_was_voided_says_nothing() {
    let stage = stage();
    let (omar, ines) = (&stage.cast.omar, &stage.cast.ines);
    let path = "/questions/figures";
    assert!(stage.get(ines, path).await.says("No question has been answered yet"));
    assert_eq!(stage.get(omar, path).await.status, 403);
    let id = sat(&stage, omar, "company", 30).await;
    let page = stage.get(ines, path).await;
    assert!(
        page.says("1 of at least 10: too few")
            && page.says("1 of at least 30: too few")
            && !page.says("Nothing stands out"),
        "{}",
        page.text
    );
    let asked = stage.app.db.read_here(|connection| exams::question(connection, &id, 1)).unwrap();
    let of_one = format!("/questions/{}/figures", asked.question_id);
    let page = stage.get(ines, &of_one).await;
    assert!(page.says("as its author thinks; 1 of at least 50 answers"), "{}", page.text);
    assert!(page.says("In forms of the last 90 days</dt><dd>1</dd>") && page.says("Right answer"), "{}", page.text);
    assert_eq!(stage.get(omar, &of_one).await.status, 403);
    assert_eq!(stage.get(ines, &format!("/questions/{}/figures", Id::<Question>::fresh())).await.status, 404);
    let file = stage.get(ines, "/questions/figures.csv").await;
    let lines: Vec<&str> = file.text.lines().collect();
    assert!(lines[0].starts_with("question,competency,answers,right,correlation,author_level"), "{}", lines[0]);
    assert!(
        lines.len() > 300 && lines.iter().filter(|line| line.split(',').nth(2) == Some("1")).count() == 40,
        "{}",
        lines[1]
    );
    assert_eq!(stage.get(ines, "/questions/figures.parquet").await.status, 200);
    stage.post(ines, &format!("/exams/{id}/voiding"), &[("why", "A drill.")]).await.done();
    assert!(stage.get(ines, path).await.says("No question has been answered yet"));
}

#[tokio::test]
async fn a_wrong_key_stands_first() {
    let stage = stage();
    let ines = &stage.cast.ines;
    let mut officers = Vec::new();
    for number in 0..32 {
        officers.push(officer(&stage, number));
    }
    // So few are left that everybody gets the same.
    only_few_are_asked(&stage, 1);
    let mut odd = None;
    for (number, who) in (0_usize..).zip(&officers) {
        let id = begun(&stage, who, "company", "").await;
        let mut asked = stage.app.db.read_here(|connection| exams::questions(connection, &id)).unwrap();
        asked.sort_by_key(|one| one.question_id.clone());
        let odd: &Id<Question> = odd.get_or_insert_with(|| asked[0].question_id.clone());
        for (hard, one) in asked.iter().enumerate() {
            // Whoever can more gets the odd one wrong.
            let right = if one.question_id == *odd { number < 12 } else { hard * 32 < number * asked.len() };
            answers(&stage, who, &id, (one.place, right)).await.done();
        }
        stage.post(who, &format!("/exams/{id}/handing-in"), &[]).await.done();
    }
    let list = stage.get(ines, "/questions/figures").await;
    let first = list.between("<tbody>", "</tr>").unwrap();
    assert!(first.contains(odd.unwrap().as_str()) && first.contains("The key may be wrong"), "{first}");
    assert!(first.contains("12 of 32 (38 %, between 23 % and 55 %)"), "Wilson's interval: {first}");
    let file = stage.get(ines, "/questions/figures.xml").await;
    let usage =
        file.text.split("<ordinaryStatistic ").find(|one| one.contains("name=\"P-value\"") && one.contains("0.375"));
    assert!(usage.is_some_and(|one| one.contains("caseCount=\"32\"")), "{}", file.text);
    assert!(file.says("name=\"PTbis\"") && !file.says("name=\"B-Parm\""), "of 32 answers no curve is fitted");
    assert_eq!(stage.get(&stage.cast.omar, "/questions/figures.xml").await.status, 403);
    let path = first.split("href=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    let page = stage.get(ines, &path).await;
    assert!(
        page.says("whoever can more is wrong more often") && page.says("draws those who can more"),
        "{}",
        page.text
    );
    assert!(page.says("0 of 32") && page.says("all did the same"), "{}", page.text);
    assert!(!page.says("hardly anybody takes"), "of 20 wrong answers that does not follow: {}", page.text);
}
