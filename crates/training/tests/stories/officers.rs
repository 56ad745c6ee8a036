//! What those who stand at a site hold and practise, for their supervisor.

use crate::*;

#[tokio::test]
async fn a_supervisor_sees_what_those_of_their_sites_hold_and_practise_and_of_no_other() {
    let stage = stage();
    let (omar, ines, sam) = (&stage.cast.omar, &stage.cast.ines, &stage.cast.sam);
    let of = format!("/sites/{}/officers", stage.cast.gate);
    assert!(stage.get(sam, &of).await.says("Nobody stands here"));
    omar_stands_at_the_gate(&stage);
    let nothing = stage.get(sam, &of).await;
    assert!(nothing.says("Omar Diallo") && nothing.says("No licence is written down"), "{}", nothing.text);
    let staff = format!("/staff/{}", omar.me.actor.id);
    let licence = [
        ("kind", "Unarmed <registration>"),
        ("jurisdiction", "US-ND"),
        ("number", "U-4711"),
        ("issued_on", "2025-12-01"),
        ("expires_on", "2026-12-01"),
    ];
    stage.post(ines, &format!("{staff}/licences"), &licence).await.done();
    let certificate = [
        ("title", "Site induction"),
        ("completed_on", "2026-11-20"),
        ("valid_until", "2027-11-20"),
        ("instructor", "Ines"),
        ("hours", "4"),
    ];
    stage.post(ines, &format!("{staff}/certificates"), &certificate).await.done();
    let item = [("competency", "AL"), ("words", "Let people finish, as we spoke of."), ("until_on", "2026-12-10")];
    stage.post(ines, &format!("{staff}/plan"), &item).await.done();
    let page = stage.get(sam, &of).await;
    assert!(page.says("Unarmed &lt;registration&gt;") || page.says("Unarmed &#60;registration&#62;"), "{}", page.text);
    assert!(page.says("Expires soon") && page.says("Active listening") && page.says("Site induction"), "{}", page.text);
    assert!(
        !page.says("U-4711") && !page.says("as we spoke of"),
        "no number, and no words between trainer and officer"
    );
    assert_eq!(stage.get(&stage.cast.nora, &of).await.status, 404, "it is no site of hers");
    for nobody in [omar, &stage.cast.alice] {
        assert_eq!(stage.get(nobody, &of).await.status, 403);
    }
    let page = stage.get(ines, &staff).await;
    assert!(page.says(&format!("{staff}/plan")) && page.says(&format!("{staff}/licences")), "{}", page.text);
    assert!(
        !stage.get(sam, &staff).await.says(&format!("{staff}/licences")),
        "a supervisor is led nowhere they may not go"
    );
}
