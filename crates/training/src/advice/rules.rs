//! What words of clients point to. A table of rules, and how sure one can be that a site has more of it than others.

use std::collections::BTreeMap;

use ground::{Id, Moment};
use listening::concern::{Category, Concern};
use listening::facts::counted::Counted;
use people::site::Site;
use people::staff::StaffMember;
use statistics::Share;

/// From so many concerns on something points.
const LEAST: u64 = 3;
/// It points when the site has more of it than the company with at least this probability.
const SURE: f64 = 0.85;
/// What is known of the company counts as much as so many concerns of the site: Beta prior at the company's rate.
const STRENGTH: f64 = 10.0;

/// What a concern of a category points to, in tenths.
const WEIGHTS: &[(Category, &[(&str, u32)])] = &[
    (Category::Conduct, &[("PB", 5), ("PC", 3), ("FP", 2)]),
    (Category::Manner, &[("EM", 4), ("AP", 3), ("FP", 3)]),
    (Category::Appearance, &[("AP", 10)]),
    (Category::ResponseTime, &[("IR", 6), ("TL", 4)]),
    (Category::Patrol, &[("PC", 8), ("TL", 2)]),
    (Category::Access, &[("PC", 8), ("FP", 2)]),
    (Category::Reporting, &[("RW", 5), ("OC", 3), ("CC", 2)]),
    (Category::Orders, &[("PC", 6), ("TL", 4)]),
    (Category::Confidentiality, &[("CF", 10)]),
    (Category::Fairness, &[("FP", 6), ("IN", 4)]),
    (Category::Safety, &[("IR", 6), ("DE", 4)]),
];

/// What a category points to, in tenths. Coverage, continuity and billing are the office's; what is said of training names no
/// competency; praise points to nothing that is amiss.
pub(super) fn weights(category: Category) -> &'static [(&'static str, u32)] {
    WEIGHTS.iter().find(|(of, _)| *of == category).map_or(&[], |(_, weights)| weights)
}

/// A concern, as far as it is counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// Its name in the rows.
    pub id: Id<Concern>,
    /// Its number.
    pub number: String,
    /// Where.
    pub site_id: Id<Site>,
    /// What it is about.
    pub category: Category,
    /// Whom it is about, where it names somebody; they may not read it.
    pub about_id: Option<Id<StaffMember>>,
    /// When it was told.
    pub at: Moment,
}

impl From<Counted> for Told {
    fn from(one: Counted) -> Self {
        let Counted { id, number, site_id, category, about_id, raised_at } = one;
        Self { id, number, site_id, category, about_id, at: raised_at }
    }
}

/// What was told of a site points to a competency, or might.
#[derive(Debug, Clone, PartialEq)]
pub struct Pointer {
    /// Which competency.
    pub competency: String,
    /// How many concerns of how many at the site point there.
    pub here: Share,
    /// The same of all sites together.
    pub company: Share,
    /// How likely the site has more of it than the company, 0 to 1.
    pub likely: f64,
    /// How much points there, in tenths of a concern.
    pub weight: u32,
    /// The concerns, the newest first.
    pub concerns: Vec<Told>,
}

/// What one may say of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Says {
    /// It is to be practised here.
    Points,
    /// There are too few to say.
    TooFew,
    /// It is no more than elsewhere, as far as one can tell.
    AsElsewhere,
}

impl Says {
    pub(super) const fn key(self) -> &'static str {
        match self {
            Self::Points => "advice-points",
            Self::TooFew => "advice-too-few",
            Self::AsElsewhere => "advice-as-elsewhere",
        }
    }

    pub(super) const fn look(self) -> &'static str {
        match self {
            Self::Points => "soon",
            Self::TooFew | Self::AsElsewhere => "rest",
        }
    }
}

impl Pointer {
    /// Whether it is to be practised.
    #[must_use]
    pub fn points(&self) -> bool {
        self.says() == Says::Points
    }

    pub(super) fn says(&self) -> Says {
        if self.here.count() < LEAST {
            Says::TooFew
        } else if self.likely > SURE {
            Says::Points
        } else {
            Says::AsElsewhere
        }
    }

    /// When the newest of its concerns was told.
    #[must_use]
    pub fn newest(&self) -> Option<Moment> {
        self.concerns.iter().map(|one| one.at).max()
    }
}

/// How likely a site has more of something than the company. A site of which nothing is known is as the company is.
pub(super) fn likely(here: Share, company: Share) -> f64 {
    company.value().map_or(0.0, |rate| here.above(rate, STRENGTH).unwrap_or(0.0))
}

/// How many of some concerns point to each competency, and by how much.
fn counts<'a>(told: impl Iterator<Item = &'a Told>) -> (u64, BTreeMap<&'static str, (u64, u32)>) {
    let (mut of, mut counts) = (0, BTreeMap::new());
    for one in told.filter(|one| one.category != Category::Unsorted) {
        of += 1;
        for (competency, weight) in weights(one.category) {
            let (count, sum) = counts.entry(*competency).or_insert((0, 0));
            (*count, *sum) = (*count + 1, *sum + weight);
        }
    }
    (of, counts)
}

/// What was told points to, by site: those first that are to be practised, and of these what most points to.
pub(super) fn pointers(mut told: Vec<Told>) -> BTreeMap<Id<Site>, Vec<Pointer>> {
    told.sort_by(|one, other| other.at.cmp(&one.at).then_with(|| other.id.cmp(&one.id)));
    let (of_all, all) = counts(told.iter());
    let share = |count: u64, of: u64| Share::new(count, of).unwrap_or_default();
    let mut by_site: BTreeMap<Id<Site>, Vec<Told>> = BTreeMap::new();
    for one in told {
        by_site.entry(one.site_id.clone()).or_default().push(one);
    }
    let of_site = |theirs: Vec<Told>| {
        let (of, counts) = counts(theirs.iter());
        let pointer = |(competency, (count, weight)): (&str, (u64, u32))| {
            let (here, company) = (share(count, of), share(all.get(competency).map_or(0, |one| one.0), of_all));
            let names = |one: &&Told| weights(one.category).iter().any(|(name, _)| *name == competency);
            let concerns = theirs.iter().filter(names).cloned().collect();
            let likely = likely(here, company);
            Pointer { competency: competency.to_owned(), here, company, likely, weight, concerns }
        };
        let mut found: Vec<Pointer> = counts.into_iter().map(pointer).collect();
        found.sort_by_key(|one| (!one.points(), std::cmp::Reverse(one.weight)));
        found
    };
    by_site.into_iter().map(|(site, theirs)| (site, of_site(theirs))).collect()
}

#[cfg(test)]
mod tests;
