//! What stands in a report: each fact asked of the slice that knows it, within the reach of whoever reads.

use adjustments::adjustment::Adjustment;
use adjustments::facts::{self as changes, Changed};
use ground::entry::{Actor, ActorKind};
use ground::{Error, Id, Moment, Result};
use listening::facts::Checked;
use listening::facts::period::{self as told, Of};
use listening::promise::Step;
use listening::queue::Line;
use meeting::given_word::GivenWord;
use people::client::{self, Client};
use people::site::{self, Site};
use people::work::Work;
use people::{Me, Person, Reach, organization};
use satisfaction::facts::{Helpfulness, Overall, overall};
use satisfaction::figure::share;
use statistics::Share;

use super::Period;

/// So much of each kind is named; of the rest it says how much there is.
const NAMED: usize = 50;

/// So many of something, and how many there are in all.
pub type Named<T> = (Vec<T>, usize);

/// What is asked for.
#[derive(Debug, Clone)]
pub struct Asked {
    /// Of which client.
    pub client_id: Id<Client>,
    /// Of which site, as the address says it; empty for all.
    pub site: String,
    /// Of which time.
    pub period: Period,
}

/// How many of our promises were kept in time.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct InTime {
    /// That somebody says it was heard.
    pub acknowledged: Share,
    /// That it is answered.
    pub answered: Share,
}

/// One month among several.
#[derive(Debug)]
pub struct Month {
    /// How many promises about what was told in it were kept in time.
    pub in_time: InTime,
    /// How much was told in it that is no praise.
    pub told: usize,
    /// How much praise there was.
    pub praise: usize,
    /// How many changes took force.
    pub changed: usize,
    /// Whether what we did helped.
    pub helped: Helpfulness,
}

/// All that a report says.
#[derive(Debug)]
pub struct Report {
    /// Of whom.
    pub client: Client,
    /// Of which site; none means of all that the reader sees.
    pub site: Option<Site>,
    /// The sites that the reader sees.
    pub sites: Vec<Site>,
    /// Of which time.
    pub period: Period,
    /// Where the period begins and ends.
    pub zone: String,
    /// From its first moment until before the last.
    pub span: (Moment, Moment),
    /// When all of this was known.
    pub known_at: Moment,
    /// What was told, and is no praise.
    pub told: Named<Line>,
    /// Praise.
    pub praise: Named<Line>,
    /// How many promises about what was told were kept in time.
    pub in_time: InTime,
    /// Month by month; empty where there is one month.
    pub months: Vec<(Period, Month)>,
    /// What changed.
    pub changed: Named<Changed>,
    /// What was said when we asked whether it helped.
    pub checked: Vec<Checked>,
    /// The same in figures.
    pub helped: Helpfulness,
    /// How satisfied people are on the whole; none where no survey ended, or only some sites are looked at.
    pub overall: Option<Overall>,
    /// What is promised and open.
    pub open: Named<Line>,
    /// What was promised to the reader by word of mouth and is open, with the zone of its site.
    pub given: Vec<(GivenWord, String)>,
    /// What is being prepared.
    pub planned: Named<Adjustment>,
    /// How much waits for a word of the client.
    pub waiting: usize,
}

impl Report {
    /// Whether its time is over.
    #[must_use]
    pub fn is_over(&self) -> bool {
        self.known_at >= self.span.1
    }

    /// Whether nothing happened, and nothing is open.
    #[must_use]
    pub fn is_quiet(&self) -> bool {
        let lists = [self.told.1, self.praise.1, self.changed.1, self.open.1, self.planned.1];
        let asked = self.checked.len() + self.given.len() + self.waiting;
        lists.iter().sum::<usize>() + asked == 0 && self.overall.is_none()
    }
}

/// Somebody of a client, nobody in particular: what staff hand over is what everybody there may read who sees all sites.
/// What is about whoever hands it over stays hidden from them.
#[must_use]
pub fn as_client(me: &Me, client_id: &Id<Client>) -> Me {
    let reach = Reach {
        client_id: Some(client_id.clone()),
        sites: None,
        protected: false,
        not_about: me.reach.not_about.clone(),
    };
    let actor = Actor { kind: ActorKind::Contact, id: String::new(), name: String::new() };
    Me { actor, person: Person::Contact { client_id: client_id.clone() }, reach, language: me.language }
}

/// The report that is asked for, as whoever asks may read it: a contact.
///
/// # Errors
/// Not found when the client or the site is out of reach, or the period has not begun.
pub fn gather(work: &mut Work<'_>, asked: &Asked) -> Result<Report> {
    let client = client::rows::find(work, &asked.client_id)?;
    let sites = site::rows::list(work)?;
    let site = chosen(&sites, &asked.site)?;
    let zone = organization::rows::get(work.connection)?.zone;
    let span = asked.period.span(&zone).ok_or(Error::NotFound)?;
    if span.0 > work.now {
        return Err(Error::NotFound);
    }
    let of = Of { client_id: client.id.clone(), site_id: site.as_ref().map(|site| site.id.clone()), span };
    let most = i64::try_from(NAMED).unwrap_or(i64::MAX);
    let checked = told::checked(work, &of)?;
    let sees_all = site.is_none() && work.me.reach.sites.is_none();
    let until = span.1.min(work.now.plus_millis(1));
    Ok(Report {
        told: told::told(work, &of, most)?,
        praise: told::praise(work, &of, most)?,
        in_time: in_time(work, &of)?,
        months: by_month(work, &of, asked.period, &zone)?,
        changed: changes::changed(work, &of, NAMED)?,
        helped: Helpfulness::of(&checked),
        checked,
        overall: if sees_all { overall(work.connection, &client.id, (span.0, until))? } else { None },
        open: told::open(work, &of, most)?,
        given: given(work, &of, &sites)?,
        planned: changes::planned(work, &of, NAMED)?,
        waiting: told::waiting(work, &of)?,
        known_at: work.now,
        period: asked.period,
        client,
        site,
        sites,
        zone,
        span,
    })
}

/// The site that was asked for, if any: one that whoever asks may see.
fn chosen(sites: &[Site], wanted: &str) -> Result<Option<Site>> {
    match wanted {
        "" => Ok(None),
        wanted => sites.iter().find(|site| site.id.as_str() == wanted).cloned().map(Some).ok_or(Error::NotFound),
    }
}

fn in_time(work: &mut Work<'_>, of: &Of) -> Result<InTime> {
    let acknowledged = told::in_time(work, of, Step::Acknowledge)?;
    let answered = told::in_time(work, of, Step::Answer)?;
    Ok(InTime {
        acknowledged: share(acknowledged.count, acknowledged.of),
        answered: share(answered.count, answered.of),
    })
}

fn by_month(work: &mut Work<'_>, of: &Of, period: Period, zone: &str) -> Result<Vec<(Period, Month)>> {
    let months = period.months();
    if months.len() < 2 {
        return Ok(Vec::new());
    }
    let mut found = Vec::new();
    for month in months {
        let span = month.span(zone).filter(|span| span.0 <= work.now);
        if let Some(span) = span {
            found.push((month, one_month(work, &Of { span, ..of.clone() })?));
        }
    }
    Ok(found)
}

fn one_month(work: &mut Work<'_>, of: &Of) -> Result<Month> {
    Ok(Month {
        in_time: in_time(work, of)?,
        told: told::told(work, of, 0)?.1,
        praise: told::praise(work, of, 0)?.1,
        changed: changes::changed(work, of, 0)?.1,
        helped: Helpfulness::of(&told::checked(work, of)?),
    })
}

/// What was promised to whoever reads by word of mouth, before the end of the span, and is open.
fn given(work: &mut Work<'_>, of: &Of, sites: &[Site]) -> Result<Vec<(GivenWord, String)>> {
    let me = work.me.contact_id();
    let mut words = meeting::facts::given_to(work.connection, &me)?;
    words.retain(|word| word.is_open() && word.given_at < of.span.1);
    words.retain(|word| of.site_id.as_ref().is_none_or(|site| *site == word.site_id));
    words.sort_by_key(|word| word.due_at);
    words.truncate(NAMED);
    let placed = |word: GivenWord| {
        let zone = sites.iter().find(|site| site.id == word.site_id)?.zone.clone();
        Some((word, zone))
    };
    Ok(words.into_iter().filter_map(placed).collect())
}
