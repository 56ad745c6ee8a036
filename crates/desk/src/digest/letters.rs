//! The letters: a client reads what they told us and where it stands; staff read numbers and
//! sites, and nothing that was said.

use askama::Template;
use ground::Result;
use ground::entry::ActorKind;
use ground::letter::Class;
use ground::words::Words;
use listening::concern::State;
use listening::facts::News;
use listening::promise::Step;
use listening::queue::Line;
use people::letter::{self, Sort};
use people::work::Work;

use super::Digest;
use super::gather::{OfContact, OfStaff, of_contact, of_staff};
use super::rows::Reader;
use crate::portal::beginning;

/// How many letters of our answer a digest quotes.
const QUOTED: usize = 280;

#[derive(Template)]
#[template(path = "digest/letters/contact.txt")]
struct ToContact<'a> {
    w: &'a Words,
    name: &'a str,
    said: &'a OfContact,
    since: String,
    portal: String,
    choose: String,
}

#[derive(Template)]
#[template(path = "digest/letters/staff.txt")]
struct ToStaff<'a> {
    w: &'a Words,
    name: &'a str,
    said: &'a OfStaff,
    queue: String,
    choose: String,
}

impl ToContact<'_> {
    /// A concern, and where it stands.
    fn stands(&self, line: &Line) -> String {
        format!("{} {}", client_line(self.w, line), stands(self.w, line))
    }

    /// Our newest words, as they begin.
    fn said(&self, news: &News) -> Option<String> {
        Some(beginning(&news.said.as_ref()?.words.replace('\n', " "), QUOTED))
    }

    fn others(&self) -> Option<String> {
        let count = i64::try_from(self.said.others).unwrap_or(i64::MAX);
        (count > 0).then(|| self.w.with("digest-others", &[("count", count.into())]))
    }
}

impl ToStaff<'_> {
    fn parts(&self) -> [(&'static str, &[Line]); 3] {
        [("digest-late", &self.said.late), ("digest-due", &self.said.due), ("digest-new", &self.said.new)]
    }

    /// A concern by number and site.
    fn stands(&self, line: &Line) -> String {
        let concern = &line.concern;
        let named = [
            ("number", concern.number.as_str().into()),
            ("site", line.site_name.as_str().into()),
            ("severity", self.w.t(concern.severity.key()).into()),
        ];
        format!("{} {}", self.w.with("digest-staff-line", &named), stands(self.w, line))
    }
}

fn client_line(w: &Words, line: &Line) -> String {
    let concern = &line.concern;
    let named = [
        ("headline", concern.headline.as_str().into()),
        ("number", concern.number.as_str().into()),
        ("site", line.site_name.as_str().into()),
    ];
    w.with("digest-line", &named)
}

/// Where a concern stands, and what is promised next by when. What the clock of the reader says
/// when the letter is opened is not known, so times are said by the site's clock.
fn stands(w: &Words, line: &Line) -> String {
    let concern = &line.concern;
    let state = w.t(concern.state.key());
    let ours = matches!(concern.next_step, Step::Acknowledge | Step::Answer) && concern.state != State::Waiting;
    match concern.next_due_at.filter(|_| ours) {
        Some(due_at) => {
            let step = w.t(concern.next_step.key());
            let when = w.when(due_at, &line.zone);
            w.with("digest-stands-due", &[("state", state.into()), ("step", step.into()), ("when", when.into())])
        }
        None => w.with("digest-stands", &[("state", state.into())]),
    }
}

/// Writes what is new to a reader; says whether there was anything to write.
pub(super) fn write(work: &mut Work<'_>, reader: &Reader, digest: &Digest) -> Result<bool> {
    let w = work.app.catalogue.speak(reader.me.language);
    let Work { app, now, .. } = *work;
    let mut seen = Work { app, me: &reader.me, now, connection: &mut *work.connection, their_at: None };
    let (name, url) = (reader.me.actor.name.as_str(), app.settings.public_url.as_str());
    let choose = format!("{url}/digest");
    let text = if reader.me.actor.kind == ActorKind::Staff {
        let said = of_staff(&mut seen)?;
        if said.is_empty() {
            return Ok(false);
        }
        ToStaff { w: &w, name, said: &said, queue: format!("{url}/queue"), choose }.render()?
    } else {
        let said = of_contact(&mut seen, digest.looked_at)?;
        if said.is_empty() {
            return Ok(false);
        }
        let since = w.when(digest.looked_at, &digest.wanted.zone);
        ToContact { w: &w, name, said: &said, since, portal: format!("{url}/portal"), choose }.render()?
    };
    let sort = Sort { kind: "digest.written", class: Class::Digests, about_id: digest.id.as_str() };
    let to = letter::Reader { name, address: &reader.address, language: reader.me.language };
    letter::write(work, &sort, &to, text)?;
    Ok(true)
}
