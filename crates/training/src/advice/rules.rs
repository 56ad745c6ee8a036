//! What words of clients and answers of people point to, and how sure one can be that a site has more of it than others.

mod weights;

use std::collections::BTreeMap;

use ground::{Id, Moment};
use listening::concern::{Category, Concern};
use listening::facts::counted::Counted;
use people::site::Site;
use people::staff::StaffMember;
use satisfaction::facts::low::Low;
use statistics::Share;

use weights::{of_answers, of_category};

/// From so many concerns, or low answers, on something points.
const LEAST: u64 = 3;
/// It points when the site has more of it than the company with at least this probability.
const SURE: f64 = 0.85;
/// What is known of the company counts as much as so many concerns, or answers, of the site: Beta prior at the company's rate.
const STRENGTH: f64 = 10.0;

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

/// Where something comes from that points to a competency.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Source {
    /// Concerns of the site.
    Concerns,
    /// What its people answered when we asked them: the key of what they found low.
    Answers(&'static str),
}

/// What comes from one source, and points to a competency, or might.
#[derive(Debug, Clone, PartialEq)]
pub struct Evidence {
    /// From where.
    pub source: Source,
    /// How many of how many at the site point there.
    pub here: Share,
    /// The same of all sites together.
    pub company: Share,
    /// How likely the site has more of it than the company, 0 to 1.
    pub likely: f64,
    /// How much of all that comes from this source at the site points there, 0 to 1.
    pub weight: f64,
    /// When the newest of it was known.
    pub newest: Option<Moment>,
}

/// What points to a competency at a site, or might.
#[derive(Debug, Clone, PartialEq)]
pub struct Pointer {
    /// Which competency.
    pub competency: String,
    /// What speaks for it, by where it comes from. It is to be practised when any of it points there.
    pub evidence: Vec<Evidence>,
    /// The concerns among it, the newest first.
    pub concerns: Vec<Told>,
}

/// What one may say of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Says {
    /// There are too few to say.
    TooFew,
    /// It is no more than elsewhere, as far as one can tell.
    AsElsewhere,
    /// It is to be practised here.
    Points,
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

impl Evidence {
    /// So many of so many here against so many of so many everywhere; those here point there by so many tenths together.
    fn new(source: Source, (here, company): (Share, Share), (tenths, newest): (u64, Option<Moment>)) -> Self {
        let weight = share(tenths, 10 * here.of()).value().unwrap_or_default();
        Self { source, here, company, likely: likely(here, company), weight, newest }
    }

    /// What one may say of it.
    pub(super) fn says(&self) -> Says {
        if self.here.count() < LEAST {
            Says::TooFew
        } else if self.likely > SURE {
            Says::Points
        } else {
            Says::AsElsewhere
        }
    }
}

impl Pointer {
    fn new(competency: &str) -> Self {
        Self { competency: competency.to_owned(), evidence: Vec::new(), concerns: Vec::new() }
    }

    /// Whether it is to be practised.
    #[must_use]
    pub fn points(&self) -> bool {
        self.says() == Says::Points
    }

    pub(super) fn says(&self) -> Says {
        self.evidence.iter().map(Evidence::says).max().unwrap_or(Says::TooFew)
    }

    /// Why it is to be practised: of what speaks for it what points there, the concerns first.
    pub fn reasons(&self) -> impl Iterator<Item = &Evidence> {
        self.evidence.iter().filter(|one| one.says() == Says::Points)
    }

    /// When the newest of the reasons was known.
    #[must_use]
    pub fn newest(&self) -> Option<Moment> {
        self.reasons().filter_map(|one| one.newest).max()
    }

    /// How much points there; of something to which nothing does, how much might.
    fn weight(&self) -> f64 {
        let same = self.evidence.iter().filter(|one| one.says() == self.says());
        same.map(|one| one.weight).sum()
    }
}

fn share(count: u64, of: u64) -> Share {
    Share::new(count, of).unwrap_or_default()
}

/// How likely a site has more of something than the company. A site of which nothing is known is as the company is.
pub(super) fn likely(here: Share, company: Share) -> f64 {
    company.value().map_or(0.0, |rate| here.above(rate, STRENGTH).unwrap_or(0.0))
}

/// How many of some concerns point to each competency, and by how many tenths together.
fn counts<'a>(told: impl Iterator<Item = &'a Told>) -> (u64, BTreeMap<&'static str, (u64, u64)>) {
    let (mut of, mut counts) = (0, BTreeMap::new());
    for one in told.filter(|one| one.category != Category::Unsorted) {
        of += 1;
        for (competency, weight) in of_category(one.category) {
            let (count, sum) = counts.entry(*competency).or_insert((0, 0));
            (*count, *sum) = (*count + 1, *sum + weight);
        }
    }
    (of, counts)
}

/// What points somewhere, by site and competency, while it is gathered.
type Found = BTreeMap<Id<Site>, BTreeMap<&'static str, Pointer>>;

/// What was told and answered points to, by site: those first that are to be practised, and of these what most points to.
pub(super) fn pointers(told: Vec<Told>, low: &[Low]) -> BTreeMap<Id<Site>, Vec<Pointer>> {
    let mut found = Found::new();
    take_concerns(&mut found, told);
    for one in low {
        take_answers(&mut found, one);
    }
    let sorted = |pointers: BTreeMap<&str, Pointer>| {
        let mut all: Vec<Pointer> = pointers.into_values().collect();
        all.sort_by(|one, other| {
            other.points().cmp(&one.points()).then_with(|| other.weight().total_cmp(&one.weight()))
        });
        all
    };
    found.into_iter().map(|(site, pointers)| (site, sorted(pointers))).collect()
}

fn take_concerns(found: &mut Found, mut told: Vec<Told>) {
    told.sort_by(|one, other| other.at.cmp(&one.at).then_with(|| other.id.cmp(&one.id)));
    let (of_all, all) = counts(told.iter());
    let mut by_site: BTreeMap<Id<Site>, Vec<Told>> = BTreeMap::new();
    for one in told {
        by_site.entry(one.site_id.clone()).or_default().push(one);
    }
    for (site_id, theirs) in by_site {
        let (of, counts) = counts(theirs.iter());
        for (competency, (count, tenths)) in counts {
            let shares = (share(count, of), share(all.get(competency).map_or(0, |one| one.0), of_all));
            let concerns: Vec<Told> =
                theirs.iter().filter(|one| points_to(one.category, competency)).cloned().collect();
            let newest = concerns.first().map(|one| one.at);
            let evidence = Evidence::new(Source::Concerns, shares, (tenths, newest));
            let pointer = pointer(found, &site_id, competency);
            (pointer.concerns, pointer.evidence) = (concerns, vec![evidence]);
        }
    }
}

fn take_answers(found: &mut Found, low: &Low) {
    for (site_id, theirs) in low.sites.iter().filter(|(_, theirs)| theirs.share.count() > 0) {
        for (competency, tenths) in of_answers(low.about) {
            let source = Source::Answers(low.about);
            let evidence =
                Evidence::new(source, (theirs.share, low.company), (theirs.share.count() * tenths, theirs.newest));
            pointer(found, site_id, competency).evidence.push(evidence);
        }
    }
}

fn pointer<'a>(found: &'a mut Found, site_id: &Id<Site>, competency: &'static str) -> &'a mut Pointer {
    let of_site = found.entry(site_id.clone()).or_default();
    of_site.entry(competency).or_insert_with(|| Pointer::new(competency))
}

/// Whether a concern of a category points to a competency.
pub(crate) fn points_to(category: Category, competency: &str) -> bool {
    of_category(category).iter().any(|(name, _)| *name == competency)
}

#[cfg(test)]
mod tests;
