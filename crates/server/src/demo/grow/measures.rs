//! What was changed: post orders of every site, agreed to by its client, and what is changed today
//! because of what lies on the desk.

use adjustments::adjustment::{self, Kind, NewAdjustment};
use agreement::contract::Limit;
use ground::words::Language;
use ground::{App, Error, Id, Moment, Result, entry, letter};
use listening::concern::{Category, Concern, State};
use listening::queue::{self, Filter};
use orders::approval::{self, Answer, NewAnswer, Way};
use orders::draft::{self, NewSection};
use orders::post_orders::{self, Kind as Part, PostOrders};
use orders::revision::{self, Cause, Proposal, Question, Revision};
use people::site::Site;
use people::work::{Done, Work};
use people::{Door, Me, session};

use super::{Place, World};

const HOUR: i64 = 3_600;
const DAY: i64 = 24 * HOUR;
/// So many open concerns of a site are looked at for one that something is changed because of.
const LOOKED_AT: i64 = 20;
/// So many supervisors look after the sites of a copy in turn.
const SUPERVISORS: usize = 6;

/// What is changed because of what was told.
struct Change {
    said: &'static str,
    headline: &'static str,
    expected: &'static str,
    line: &'static str,
}

/// What is changed because of what was told about something.
const fn change_about(category: Category) -> Change {
    match category {
        Category::Access => Change {
            said: "Guests are waved through.",
            headline: "Guests are met at the door and asked whom they visit.",
            expected: "Nobody comes in unseen.",
            line: "- Meet whoever comes in at the door, and ask whom they visit.",
        },
        Category::Patrol | Category::Safety => Change {
            said: "The far stairs are dark.",
            headline: "The far stairs are on every round.",
            expected: "A dark lamp is known the same night.",
            line: "- Tell whoever asks that the far stairs are on every round.",
        },
        Category::ResponseTime | Category::Coverage => Change {
            said: "Nobody answered the night line.",
            headline: "The night line rolls over to the patrol.",
            expected: "Somebody answers within a minute.",
            line: "- Answer the night line within a minute, wherever you are.",
        },
        _ => Change {
            said: "What was told at the desk was forgotten.",
            headline: "What is told at the desk is written down at once, with a number.",
            expected: "Nobody has to say it twice.",
            line: "- Write down at once what you are told, and give its number.",
        },
    }
}

/// One site, and how its measures grow.
struct Grower<'a> {
    app: &'a App,
    place: &'a Place,
    begins_at: Moment,
    until: Moment,
}

/// Grows the measures of every site.
pub(super) fn grow(app: &App, world: &World, (begins_at, until): (Moment, Moment)) -> Result<()> {
    for (number, place) in world.places.iter().enumerate() {
        let grower = Grower { app, place, begins_at, until };
        let orders = grower.orders()?;
        grower.change(&orders, number)?;
    }
    app.db.write_here(letter::take_as_posted)
}

impl Grower<'_> {
    fn write<T: Send + 'static>(
        &self,
        me: &Me,
        at: Moment,
        verb: impl Fn(&mut Work<'_>) -> Result<Done<T>> + Send + 'static,
    ) -> Result<T> {
        super::write(self.app, self.until, (me, at.max(self.begins_at)), verb)
    }

    fn read<T>(&self, read: impl FnOnce(&mut Work<'_>) -> Result<T>) -> Result<T> {
        let me = Me::clone(&self.place.supervisor);
        Door::of_system(self.app, self.until).acting_as(me).read(read)
    }

    /// Orders of the whole site: the first ones, a change a while ago, and a look whether they still fit.
    fn orders(&self) -> Result<Id<PostOrders>> {
        let (site, supervisor) = (self.place.site.id.clone(), Me::clone(&self.place.supervisor));
        let first = self.begins_at.plus_seconds(2 * DAY);
        let draft = self
            .write(&supervisor, first, move |work| post_orders::begin(work, &site, None, (Language::English, true)))?;
        let orders = self.read(|work| revision::rows::any(work.connection, &draft))?.orders_id;
        let first_time = proposal(Cause::First, "The first orders of this site.", None);
        self.propose(&draft, first_time, first.plus_seconds(HOUR))?;
        self.approve(&draft, first.plus_seconds(DAY))?;
        let later = self.until.plus_seconds(-40 * DAY);
        self.add_line(&orders, later, "- Say good night to whoever leaves after dark, and offer to walk with them.")?;
        let (id, next_on) = (orders.clone(), self.until.day_in(&self.place.site.zone));
        let next_on = next_on.ok_or_else(|| Error::broken("a site is in no known zone"))?.plus_days(200);
        self.write(&supervisor, self.until.plus_seconds(-30 * DAY), move |work| {
            let version = post_orders::rows::find(work, &id)?.version;
            post_orders::review(work, &id, version, ("Walked the site with the client; all of it still fits.", next_on))
        })?;
        Ok(orders)
    }

    /// A revision that adds a line to how we speak with people, and takes force.
    fn add_line(&self, orders: &Id<PostOrders>, at: Moment, line: &'static str) -> Result<()> {
        let draft = self.draft(orders, at, line)?;
        let question = Question {
            asked: "Somebody leaves after dark. What do you offer?".to_owned(),
            right: "To walk with them".to_owned(),
            wrong: vec!["To call a taxi".to_owned(), "Nothing".to_owned()],
        };
        let proposal = proposal(Cause::Client, "Whoever leaves after dark is offered company.", Some(question));
        self.propose(&draft, proposal, at.plus_seconds(HOUR))?;
        self.approve(&draft, at.plus_seconds(20 * HOUR))
    }

    /// A draft with one more line in how we speak with people.
    fn draft(&self, orders: &Id<PostOrders>, at: Moment, line: &'static str) -> Result<Id<Revision>> {
        let supervisor = Me::clone(&self.place.supervisor);
        let id = orders.clone();
        let draft = self.write(&supervisor, at, move |work| draft::begin(work, &id, None))?;
        self.write_line(&draft, at, line)?;
        Ok(draft)
    }

    fn write_line(&self, draft: &Id<Revision>, at: Moment, line: &'static str) -> Result<()> {
        let content = self.read(|work| revision::rows::content(work.connection, draft))?;
        let care = content.sections.into_iter().find(|section| section.kind == Part::Care);
        let care = care.ok_or_else(|| Error::broken("a template has no part about speaking with people"))?;
        let words = format!("{}\n{line}", care.words.trim_end());
        let (draft, new) = (draft.clone(), NewSection { kind: care.kind, title: care.title, words });
        let (key, seen) = (care.key, Some(care.version));
        self.write(&Me::clone(&self.place.supervisor), at, move |work| {
            draft::write(work, &draft, (&key, Language::English), (&new, seen))
        })
    }

    fn propose(&self, draft: &Id<Revision>, proposal: Proposal, at: Moment) -> Result<()> {
        let draft = draft.clone();
        self.write(&Me::clone(&self.place.supervisor), at, move |work| {
            let seen = revision::rows::any(work.connection, &draft)?.version;
            revision::propose(work, &draft, seen, &proposal)
        })
    }

    /// The first who was asked agrees.
    fn approve(&self, revision: &Id<Revision>, at: Moment) -> Result<()> {
        let asked = self.read(|work| approval::rows::of_revision(work.connection, revision))?;
        let Some((asked, _)) = asked.into_iter().next() else { return Ok(()) };
        let me = self.app.db.read_here(|connection| session::rows::as_contact(connection, &asked.contact_id))?;
        let (id, revision) = (asked.id, revision.clone());
        self.write(&me, at, move |work| {
            let hash = revision::rows::any(work.connection, &revision)?.hash.unwrap_or_default();
            let said = NewAnswer { answer: Answer::Yes, words: None, way: Way::Link, hash };
            approval::answer(work, &id, &said)
        })
    }

    /// Something is changed today because of what lies on the desk: at some sites it waits for the
    /// client, at others it is being prepared, or just in force.
    fn change(&self, orders: &Id<PostOrders>, number: usize) -> Result<()> {
        let Some(concern) = self.open_concern(self.until.plus_seconds(-3 * HOUR))? else { return Ok(()) };
        let Change { said, headline, expected, line } = change_about(concern.category);
        // Supervisors look after the sites in turn, so that a turn of them later the next kind comes.
        let turn = number / SUPERVISORS % 3;
        let kind = if turn == 0 { Kind::Revision } else { Kind::Training };
        let supervisor = &self.place.supervisor;
        let new = NewAdjustment {
            concerns: vec![concern.number.clone()],
            kind,
            said: said.to_owned(),
            headline: headline.to_owned(),
            expected: expected.to_owned(),
            owner_id: supervisor.staff_id(),
            limit: limit("7 days")?,
            check_back_after: limit("14 days")?,
            on_board: true,
        };
        let opened_at = self.until.plus_seconds(-3 * HOUR);
        let id = self.write(supervisor, opened_at, move |work| adjustment::open(work, &new))?;
        if kind == Kind::Revision {
            let (orders, adjustment) = (orders.clone(), id);
            let begun_at = self.until.plus_seconds(-2 * HOUR);
            let begin = move |work: &mut Work<'_>| adjustment::begin_draft(work, &adjustment, &orders);
            let draft = self.write(supervisor, begun_at, begin)?;
            self.write_line(&draft, begun_at, line)?;
            let mut because = proposal(Cause::Concern, headline, None);
            because.concerns = vec![concern.number];
            self.propose(&draft, because, self.until.plus_seconds(-HOUR))
        } else if turn == 1 {
            let done_at = self.until.plus_seconds(-HOUR);
            self.write(supervisor, done_at, move |work| adjustment::put_in_force(work, &id, 0, None))
        } else {
            Ok(())
        }
    }

    /// An open concern of the site to which nothing happened since a moment.
    fn open_concern(&self, before: Moment) -> Result<Option<Concern>> {
        let site: Id<Site> = self.place.site.id.clone();
        self.read(|work| {
            for line in queue::rows::list(work, &Filter { site: Some(site), ..Filter::default() }, LOOKED_AT)? {
                let entries = entry::rows::of_subject(work.connection, line.concern.id.as_str())?;
                let is_quiet = entries.iter().all(|entry| entry.recorded_at < before.millis());
                let may_change = matches!(line.concern.state, State::Acknowledged | State::Answered)
                    && line.concern.severity != agreement::contract::Severity::P
                    && line.concern.protected_at.is_none();
                if is_quiet && may_change {
                    return Ok(Some(line.concern));
                }
            }
            Ok(None)
        })
    }
}

fn proposal(cause: Cause, summary: &str, question: Option<Question>) -> Proposal {
    Proposal {
        summary: summary.to_owned(),
        cause,
        cause_words: None,
        concerns: Vec::new(),
        effective_at: None,
        question,
        emergency: false,
    }
}

fn limit(words: &str) -> Result<Limit> {
    words.parse().map_err(|_| Error::broken("not a limit"))
}
