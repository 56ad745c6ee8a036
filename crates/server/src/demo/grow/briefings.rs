//! What officers were told for some hours, and who confirmed the orders in force.

use briefing::confirmation::{self, Line, Officer, Said, Way};
use briefing::temporary::{self, Kind, NewTemporary};
use ground::{App, Id, Moment, Result, letter};
use orders::post_orders;
use orders::revision::{self, Revision};
use people::session;
use people::work::{Done, Work};
use people::{Door, Me};

use super::{Place, World};

const MINUTE: i64 = 60;
const HOUR: i64 = 60 * MINUTE;

/// What supervisors tell officers for some hours, in turn.
const ORDERS: [&str; 4] = [
    "The ramp is being painted until tomorrow noon. Send cars round by the quay, and say sorry for the way.",
    "The lift of the east stairs is out. Offer help to whoever carries something heavy.",
    "A film crew of six works in the yard until Friday. They wear yellow badges; everybody else is asked.",
    "The night line rings at the patrol tonight, as the desk telephone is being changed.",
];

/// What clients tell officers, in turn.
const FROM_CLIENTS: [(Kind, &str); 3] = [
    (Kind::Visitors, "Four auditors come on Thursday at nine and need badges for the day."),
    (Kind::Deliveries, "Two pallets of paper come tonight between eight and ten; the driver has our number."),
    (Kind::Leavers, "R. Oakhanger no longer works here. Please ask for the badge, kindly."),
];

/// Tells officers what holds today, and lets most of them confirm what they read.
pub(super) fn grow(app: &App, world: &World, until: Moment) -> Result<()> {
    for (number, place) in world.places.iter().enumerate() {
        let grower = Grower { app, place, until };
        grower.tell(number)?;
        grower.confirm(number)?;
    }
    app.db.write_here(letter::take_as_posted)
}

/// One site, and how its briefing grows.
struct Grower<'a> {
    app: &'a App,
    place: &'a Place,
    until: Moment,
}

impl Grower<'_> {
    fn write<T: Send + 'static>(
        &self,
        me: &Me,
        at: Moment,
        verb: impl Fn(&mut Work<'_>) -> Result<Done<T>> + Send + 'static,
    ) -> Result<T> {
        super::write(self.app, self.until, (me, at), verb)
    }

    /// The supervisor tells something at every other site; at the rest, a contact does.
    fn tell(&self, number: usize) -> Result<()> {
        let given_at = self.until.plus_seconds(-4 * HOUR - i64::try_from(number % 7).unwrap_or(0) * 20 * MINUTE);
        let turn = number / 2;
        let (me, kind, words) = match (number % 2, self.place.contacts.first()) {
            (1, Some(contact)) => {
                let (kind, words) = FROM_CLIENTS[turn % FROM_CLIENTS.len()];
                (&contact.me, kind, words)
            }
            _ => (&self.place.supervisor, Kind::Order, ORDERS[turn % ORDERS.len()]),
        };
        let ends_at = given_at.plus_seconds(temporary::USUAL_HOURS * HOUR);
        let new = NewTemporary { post_id: None, kind, words: words.to_owned(), ends_at, concern: None };
        let site = self.place.site.id.clone();
        self.write(me, given_at, move |work| temporary::give(work, &site, &new)).map(drop)
    }

    /// Everybody who must has confirmed; at every fifth site the last of them has not yet.
    fn confirm(&self, number: usize) -> Result<()> {
        let (site, supervisor) = (self.place.site.id.clone(), Me::clone(&self.place.supervisor));
        let standing = Door::of_system(self.app, self.until).acting_as(supervisor).read(move |work| {
            let mut found: Vec<(Revision, Line)> = Vec::new();
            for orders in post_orders::rows::of_site(work.connection, &site)? {
                let Some(revision_id) = &orders.revision_id else { continue };
                let revision = revision::rows::any(work.connection, revision_id)?;
                let lines = confirmation::standing(work, &orders, &revision)?;
                found.extend(lines.into_iter().map(|line| (revision.clone(), line)));
            }
            Ok(found)
        })?;
        let left_out = usize::from(number % 5 == 4);
        let confirm = standing.len().saturating_sub(left_out);
        standing.iter().take(confirm).try_for_each(|(revision, line)| self.confirm_one(revision, line))
    }

    fn confirm_one(&self, revision: &Revision, line: &Line) -> Result<()> {
        let (post_id, staff_id) = (line.assignment.post_id.clone(), line.assignment.staff_id.clone());
        let me = self.app.db.read_here(|connection| session::rows::as_staff(connection, &staff_id))?;
        let since = revision.in_force_at.unwrap_or(self.until);
        let at = since.max(line.assignment.starts_at).plus_seconds(12 * MINUTE);
        let said = Said {
            revision_id: revision.id.clone(),
            hash: revision.hash.clone().unwrap_or_default(),
            answer: Some(right(revision, &staff_id)),
            their_at: None,
            looks: 0,
        };
        let officer = Officer { staff_id, way: Way::Own };
        self.write(&me, at, move |work| confirmation::confirm(work, &post_id, &officer, &said)).map(drop)
    }
}

/// The place of the right answer among those that an officer is shown.
fn right(revision: &Revision, staff_id: &Id<people::staff::StaffMember>) -> usize {
    let place = revision.question.as_ref().and_then(|question| {
        let shown = confirmation::answers(question, &revision.id, staff_id);
        shown.iter().position(|answer| *answer == question.right)
    });
    place.unwrap_or(0)
}
