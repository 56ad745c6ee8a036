//! What became of what a site practised: nothing is claimed by default.

use crate::answered::days;
use crate::*;

#[tokio::test]
async fn what_is_told_of_it_afterwards_is_held_against_before_and_against_other_sites() {
    let stage = stage();
    let cast = &stage.cast;
    omar_stands_at_the_gate(&stage);
    told(&stage, (&cast.olaf, &cast.yard), ("billing", 12));
    told(&stage, (&cast.olaf, &cast.yard), ("manner", 1));
    told(&stage, (&cast.alice, &cast.gate), ("manner", 5));
    let of_site = format!("/sites/{}/practice", cast.gate);
    let page = stage.get(&cast.sam, &of_site).await;
    assert!(page.says("What became of it") && page.says("Nothing was practised here"), "{}", page.text);
    days(&stage, 1).await;
    let page = stage.get(&cast.sam, &of_site).await;
    // It was set on the 23rd of November; 60 days later it is the 22nd of January.
    assert!(page.says("since 23 Nov 2026") && page.says("over on 22 Jan 2027"), "{}", page.text);
    assert!(!page.says("Before 5 of 5"), "nobody looks on while it lasts: {}", page.text);
    days(&stage, 30).await;
    told(&stage, (&cast.olaf, &cast.yard), ("billing", 6));
    told(&stage, (&cast.alice, &cast.gate), ("manner", 1));
    told(&stage, (&cast.alice, &cast.gate), ("billing", 5));
    days(&stage, 29).await;
    assert!(stage.get(&cast.sam, &of_site).await.says("Too early"));
    days(&stage, 1).await;
    for (who, path) in [(&cast.sam, of_site.clone()), (&cast.ines, format!("/advice/{}", cast.gate))] {
        let page = stage.get(who, &path).await;
        assert!(page.says("Before 5 of 5 (100 %, between 57 % and 100 %), after 1 of 6 (17 %"), "{}", page.text);
        assert!(page.says("Before 1 of 13 (8 %") && page.says("after 0 of 6 (0 %"), "{}", page.text);
        // The published formulas in Python, in decimal numbers of 60 places.
        assert!(page.says("-76 (between -117 and -11)") && page.says("It fell more than elsewhere."), "{}", page.text);
        assert!(page.says("some of a fall comes by itself"), "{}", page.text);
    }
    assert!(stage.get(&cast.ines, &format!("/advice/{}", cast.yard)).await.says("Nothing was practised here"));
}

#[tokio::test]
async fn of_too_few_nothing_is_said() {
    let stage = stage();
    let cast = &stage.cast;
    omar_stands_at_the_gate(&stage);
    told(&stage, (&cast.olaf, &cast.yard), ("billing", 12));
    told(&stage, (&cast.alice, &cast.gate), ("manner", 3));
    days(&stage, 61).await;
    let page = stage.get(&cast.sam, &format!("/sites/{}/practice", cast.gate)).await;
    assert!(page.says("Too few") && page.says("Before 3 of 3, after 0 of 0"), "{}", page.text);
    assert!(!page.says("(between -"), "{}", page.text);
}
