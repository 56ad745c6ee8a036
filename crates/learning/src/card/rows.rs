//! SQL for cards. Numbers with a fraction are kept in millionths.

use diesel::prelude::*;
use ground::db::DbConnection;
use ground::{Day, Error, Id, Result};
use people::staff::StaffMember;

use super::{Card, Memory};
use crate::parts::{millionths, of_millionths};
use crate::question::Question;
use crate::schema::card;

#[derive(Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = card, treat_none_as_null = true)]
pub(crate) struct Row {
    staff_id: Id<StaffMember>,
    question_id: Id<Question>,
    stability_millionths: i64,
    difficulty_millionths: i64,
    reviewed_on: String,
    due_on: String,
    reviews: i64,
    lapses: i64,
}

impl Row {
    fn of(one: &Card) -> Self {
        let Card { staff_id, question_id, memory, reviewed_on, due_on, reviews, lapses } = one.clone();
        Self {
            staff_id,
            question_id,
            stability_millionths: millionths(memory.stability_days),
            difficulty_millionths: millionths(memory.difficulty),
            reviewed_on: reviewed_on.to_string(),
            due_on: due_on.to_string(),
            reviews,
            lapses,
        }
    }

    pub(crate) fn read(self) -> Result<Card> {
        let day = |text: &str| text.parse::<Day>().map_err(|_| Error::broken("a card has no day"));
        Ok(Card {
            memory: Memory {
                stability_days: of_millionths(self.stability_millionths),
                difficulty: of_millionths(self.difficulty_millionths),
            },
            reviewed_on: day(&self.reviewed_on)?,
            due_on: day(&self.due_on)?,
            staff_id: self.staff_id,
            question_id: self.question_id,
            reviews: self.reviews,
            lapses: self.lapses,
        })
    }
}

/// An officer's card of a question.
///
/// # Errors
/// Broken when the database says so.
pub fn find(connection: &mut DbConnection, of: (&Id<StaffMember>, &Id<Question>)) -> Result<Option<Card>> {
    card::table.find(of).select(Row::as_select()).first(connection).optional()?.map(Row::read).transpose()
}

/// Keeps a card in the place of the one before.
///
/// # Errors
/// Broken when the database says so.
pub fn keep(connection: &mut DbConnection, one: &Card) -> Result<()> {
    let row = card::table.find((&one.staff_id, &one.question_id));
    if diesel::update(row).set(Row::of(one)).execute(connection)? == 0 {
        diesel::insert_into(card::table).values(Row::of(one)).execute(connection)?;
    }
    Ok(())
}

/// All cards of an officer.
///
/// # Errors
/// Broken when the database says so.
pub fn of_staff(connection: &mut DbConnection, staff_id: &Id<StaffMember>) -> Result<Vec<Card>> {
    let theirs = card::table.filter(card::staff_id.eq(staff_id)).order((card::due_on, card::question_id));
    let rows: Vec<Row> = theirs.select(Row::as_select()).load(connection)?;
    rows.into_iter().map(Row::read).collect()
}

/// The officers who have cards.
///
/// # Errors
/// Broken when the database says so.
pub fn officers(connection: &mut DbConnection) -> Result<Vec<Id<StaffMember>>> {
    Ok(card::table.select(card::staff_id).distinct().order(card::staff_id).load(connection)?)
}
