use proptest::prelude::*;

use super::*;

const RELIABILITY: Dimension = DIMENSIONS[0];

fn at(number: i64) -> Moment {
    Moment::from_millis(number)
}

/// So many people of a client, about one site of it or all, answer this.
fn people((client, site): (&str, Option<&str>), values: &[i64]) -> Vec<Reply> {
    let about = (Id::known(client), site.map(Id::known));
    values.iter().map(|value| (about.clone(), vec![("reliable_1".to_owned(), *value)])).collect()
}

fn counts(share: Share) -> (u64, u64) {
    (share.count(), share.of())
}

fn at_site(low: &Low, site: &str) -> Option<(u64, u64)> {
    low.sites.get(&Id::known(site)).map(|one| counts(one.share))
}

#[test]
fn somebody_finds_it_low_when_the_mean_of_what_they_answered_is() {
    let values = |pairs: &[(&str, i64)]| -> Vec<(String, i64)> {
        pairs.iter().map(|(item, value)| ((*item).to_owned(), *value)).collect()
    };
    assert_eq!(found_low(&RELIABILITY, &values(&[("reliable_1", 4)])), Some(false), "neither is not low");
    assert_eq!(found_low(&RELIABILITY, &values(&[("reliable_1", 1), ("reliable_2", 7)])), Some(false));
    assert_eq!(found_low(&RELIABILITY, &values(&[("reliable_1", 3), ("reliable_2", 4)])), Some(true));
    assert_eq!(found_low(&RELIABILITY, &values(&[("empathy_1", 1), ("overall", 1)])), None);
}

#[test]
fn of_fewer_than_five_nothing_is_said_and_what_is_left_are_never_fewer_either() {
    let five = people(("harbour", Some("gate")), &[1, 2, 3, 4, 7]);
    let four = people(("harbour", Some("terrace")), &[1; 4]);
    let found = of_surveys(&RELIABILITY, &[(at(1), [five.clone(), four.clone()].concat())], &HashMap::new());
    assert_eq!(at_site(&found, "gate"), Some((3, 5)));
    assert_eq!(at_site(&found, "terrace"), None);
    assert_eq!(counts(found.company), (3, 5), "four are left, and they would be read out of five and nine");
    let one = people(("mill", None), &[7]);
    let found = of_surveys(&RELIABILITY, &[(at(1), [five, four, one].concat())], &HashMap::new());
    assert_eq!(counts(found.company), (7, 10), "with one more they are five");
}

#[test]
fn each_round_counts_as_a_whole() {
    let round = |values: &[i64]| people(("harbour", Some("gate")), values);
    let rounds = [(at(1), round(&[1; 5])), (at(2), round(&[7; 6])), (at(3), round(&[1; 2]))];
    let found = of_surveys(&RELIABILITY, &rounds, &HashMap::new());
    assert_eq!(at_site(&found, "gate"), Some((5, 11)), "two of the third round are not added to eleven");
    assert_eq!(found.sites[&Id::known("gate")].newest, Some(at(1)), "in the second nobody found it low");
}

#[test]
fn who_was_asked_about_all_of_a_client_counts_for_its_only_site() {
    let only = HashMap::from([(Id::known("mill"), Id::known("yard"))]);
    let all = [people(("mill", None), &[1; 5]), people(("harbour", None), &[2; 5])].concat();
    let found = of_surveys(&RELIABILITY, &[(at(1), all)], &only);
    assert_eq!(at_site(&found, "yard"), Some((5, 5)));
    assert_eq!(found.sites.len(), 1);
    assert_eq!(counts(found.company), (10, 10));
}

#[test]
fn the_public_counts_by_whole_days_and_from_five_on() {
    let day = |text: &str| text.parse::<Day>().unwrap();
    let steps = [
        (Id::known("gate"), day("2026-11-20"), 1, 2),
        (Id::known("gate"), day("2026-11-21"), 2, 1),
        (Id::known("gate"), day("2026-11-22"), 3, 4),
        (Id::known("yard"), day("2026-11-22"), 1, 4),
    ];
    let found = of_the_public(&steps).unwrap();
    assert_eq!(at_site(&found, "gate"), Some((3, 7)), "three of five is not low");
    assert_eq!(at_site(&found, "yard"), None);
    assert_eq!(counts(found.company), (7, 11));
    let known = Moment::parse_rfc3339("2026-11-22T12:00:00Z").unwrap();
    assert_eq!(found.sites[&Id::known("gate")].newest, Some(known), "the 21st is over in the last zone");
    assert_eq!(over_everywhere(known).unwrap(), day("2026-11-22"));
    assert_eq!(over_everywhere(known.plus_millis(-1)).unwrap(), day("2026-11-21"));
}

proptest! {
    /// Whatever is answered: a figure, what is left of the company without it, and what one round changes are of five people
    /// or of none.
    #[test]
    fn no_two_figures_show_few(rounds in proptest::collection::vec(proptest::collection::vec((0_u8..3, 0_u8..3, 1_i64..8), 0..30), 0..3)) {
        let rounds: Vec<(Moment, Vec<Reply>)> = rounds.iter().enumerate().map(|(number, replies)| {
            let one = |(client, site, value): &(u8, u8, i64)| {
                let site = (*site > 0).then(|| format!("{client} {site}"));
                people((&client.to_string(), site.as_deref()), &[*value])
            };
            (at(i64::try_from(number).unwrap()), replies.iter().flat_map(one).collect())
        }).collect();
        let only = HashMap::from([(Id::known("0"), Id::known("0 1"))]);
        let all = of_surveys(&RELIABILITY, &rounds, &only);
        let few = |count: u64| (1..FEWEST as u64).contains(&count);
        let of_sites: u64 = all.sites.values().map(|one| one.share.of()).sum();
        prop_assert!(!few(all.company.of() - of_sites));
        for less in 0..rounds.len() {
            let mut others = rounds.clone();
            others.remove(less);
            let without = of_surveys(&RELIABILITY, &others, &only);
            prop_assert!(!few(all.company.of() - without.company.of()));
            for (id, one) in &all.sites {
                prop_assert!(!few(one.share.of()) && one.share.count() <= one.share.of());
                prop_assert!(!few(one.share.of() - without.sites.get(id).map_or(0, |found| found.share.of())));
            }
        }
    }
}
