//! Advice: what clients said points to what a site should practise.

use training::advice;

use crate::*;

/// Four at the gate say the same, at the yard many say something that points nowhere.
fn gate_is_rude(stage: &Stage) -> Vec<Raised> {
    let cast = &stage.cast;
    told(stage, (&cast.olaf, &cast.yard), ("billing", 12));
    told(stage, (&cast.olaf, &cast.yard), ("manner", 1));
    told(stage, (&cast.alice, &cast.gate), ("manner", 3))
}

#[tokio::test]
async fn three_of_a_kind_point_to_what_the_site_should_practise() {
    let stage = stage();
    let (ines, sam) = (&stage.cast.ines, &stage.cast.sam);
    assert!(stage.get(ines, "/advice").await.says("Nothing points anywhere"));
    let raised = gate_is_rude(&stage);
    let gate = &stage.cast.gate;
    let all = stage.get(ines, "/advice").await;
    assert!(all.says("Harbour Gate") && all.says("Empathy") && !all.says("Mill Yard"), "{}", all.text);
    let page = stage.get(sam, &format!("/sites/{gate}/practice")).await;
    assert!(page.says("Practise it") && page.says("3 of 3") && page.says("4 of 16"), "{}", page.text);
    assert!(page.says("/learning/EM") && page.says("/rehearsals#"), "{}", page.text);
    for one in &raised {
        assert!(page.says(&format!("/concerns/{}", one.id)), "{}", page.text);
    }
    assert!(!page.says("It was like that again"), "no words of clients: {}", page.text);
    let yard = stage.get(ines, &format!("/advice/{}", stage.cast.yard)).await;
    assert!(yard.says("Too few to say") && !yard.says("Practise it"), "{}", yard.text);
    let terrace = stage.get(ines, &format!("/advice/{}", stage.cast.terrace)).await;
    assert!(terrace.says("Nothing was told of this site"), "{}", terrace.text);
}

#[tokio::test]
async fn nobody_else_sees_it_and_time_takes_it_back() {
    let stage = stage();
    gate_is_rude(&stage);
    let gate = stage.cast.gate.clone();
    let (of_site, of_trainer) = (format!("/sites/{gate}/practice"), format!("/advice/{gate}"));
    assert_eq!(stage.get(&stage.cast.nora, &of_site).await.status, 404, "out of reach");
    for who in [&stage.cast.omar, &stage.cast.alice] {
        assert_eq!(stage.get(who, &of_site).await.status, 403);
    }
    for who in [&stage.cast.omar, &stage.cast.alice, &stage.cast.sam] {
        assert_eq!(stage.get(who, &of_trainer).await.status, 403);
        assert_eq!(stage.get(who, "/advice").await.status, 403);
    }
    let pointers = |at| stage.app.db.read_here(|connection| advice::of_site(connection, &gate, at)).unwrap();
    let now = stage.app.clock.now();
    assert_eq!(pointers(now).len(), 3);
    assert!(pointers(now.plus_seconds(181 * 86_400)).is_empty());
}

#[tokio::test]
async fn what_is_on_the_protected_path_is_left_out() {
    let stage = stage();
    let raised = gate_is_rude(&stage);
    let id = raised[0].id.clone();
    let maya = &stage.cast.maya.me;
    let owner = Id::known(maya.actor.id.clone());
    stage.write(maya, move |work| concern::protect(work, &id, None, (&owner, None))).unwrap();
    let page = stage.get(&stage.cast.sam, &format!("/sites/{}/practice", stage.cast.gate)).await;
    assert!(page.says("Too few to say") && page.says("2 of 2"), "{}", page.text);
    assert!(!page.says(raised[0].id.as_str()));
}
