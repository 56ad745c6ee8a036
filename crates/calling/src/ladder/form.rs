//! A ladder as typed: a row of fields for each rung, and what makes rungs a ladder.

use agreement::contract::Severity;
use ground::fields::Choice;
use ground::{Fields, Refusal};

use super::rules::{MOST_RUNGS, Point, Rung, Step, Way, Whom};

/// No rung is further from its promise than this; a longer time is a slip of the finger.
const MOST_MINUTES: i64 = 30 * 24 * 60;

/// The name of a field of one row.
pub(super) fn field(name: &str, row: usize) -> String {
    format!("{name}_{row}")
}

/// How many rows the form has for so many rungs: always two that are empty, as long as rungs may be added.
pub(super) fn rows_for(rungs: usize) -> usize {
    (rungs + 2).min(MOST_RUNGS)
}

/// How many rows were typed, up to the last in which somebody stands.
pub(super) fn rows_typed(fields: &Fields) -> usize {
    (0..MOST_RUNGS).rev().find(|row| fields.given(&field("whom", *row))).map_or(0, |row| row + 1)
}

/// The fields that show these rungs.
pub(super) fn shown(rungs: &[Rung]) -> Fields {
    rungs.iter().enumerate().fold(Fields::default(), |fields, (row, rung)| {
        fields
            .set(&field("whom", row), rung.whom.word())
            .set(&field("minutes", row), (rung.seconds / 60).to_string())
            .set(&field("point", row), rung.point.word())
            .set(&field("by", row), rung.by.word())
    })
}

/// Reads what was typed; a row without anybody in it is left out. `None`, and what is wrong beside
/// its field, when it makes no ladder.
pub fn read(fields: &mut Fields, severity: Severity, step: Step) -> Option<Vec<Rung>> {
    let (mut rungs, mut rows, mut right) = (Vec::new(), Vec::new(), true);
    for row in 0..MOST_RUNGS {
        if !fields.given(&field("whom", row)) {
            continue;
        }
        let whom = chosen::<Whom>(fields, "whom", row);
        let minutes = minutes(fields, row);
        let (point, by) = (chosen::<Point>(fields, "point", row), chosen::<Way>(fields, "by", row));
        match (whom, minutes, point, by) {
            (Some(whom), Some(minutes), Some(point), Some(by)) => {
                rungs.push(Rung { whom, point, seconds: minutes * 60, by });
                rows.push(row);
            }
            _ => right = false,
        }
    }
    if !right {
        return None;
    }
    if let Err((at, refusal)) = check(severity, step, &rungs) {
        fields.refuse(field("minutes", rows.get(at).copied().unwrap_or(0)), refusal);
        return None;
    }
    Some(rungs)
}

fn chosen<T: Choice>(fields: &mut Fields, name: &str, row: usize) -> Option<T> {
    let name = field(name, row);
    let found = T::from_word(fields.typed(&name).trim());
    if found.is_none() {
        fields.refuse(name, Refusal::new("field-choose"));
    }
    found
}

/// How many minutes were typed; none is none.
fn minutes(fields: &mut Fields, row: usize) -> Option<i64> {
    let name = field("minutes", row);
    let typed = fields.typed(&name).trim();
    let read = if typed.is_empty() { Some(0) } else { typed.parse().ok() };
    let read = read.filter(|minutes| (0..=MOST_MINUTES).contains(minutes));
    if read.is_none() {
        let range = Refusal::new("field-number").with("from", "0").with("to", MOST_MINUTES.to_string());
        fields.refuse(name, range);
    }
    read
}

/// Whether these rungs make a ladder: they stand in the order of time, and a grave concern that
/// nobody has acknowledged is told at once.
///
/// # Errors
/// The rung that does not fit, and why.
pub fn check(severity: Severity, step: Step, rungs: &[Rung]) -> Result<(), (usize, Refusal)> {
    if rungs.len() > MOST_RUNGS {
        return Err((MOST_RUNGS, Refusal::new("ladder-too-long")));
    }
    if (severity, step) == (Severity::S1, Step::Acknowledge) {
        let first = rungs.first().map(|rung| (rung.point, rung.seconds));
        if first != Some((Point::AfterGiven, 0)) {
            return Err((0, Refusal::new("ladder-grave-at-once")));
        }
    }
    match rungs.windows(2).position(|pair| !is_in_order(pair[0], pair[1])) {
        Some(at) => Err((at + 1, Refusal::new("ladder-order"))),
        None => Ok(()),
    }
}

/// Whether one rung may stand before another: at the same point the sooner one first, and otherwise
/// the sooner point first. So many open hours are never over before as many hours are.
fn is_in_order(one: Rung, next: Rung) -> bool {
    match (one.point, next.point) {
        (Point::BeforeDue, Point::BeforeDue) => one.seconds >= next.seconds,
        (Point::AfterDue, Point::OpenAfterDue) => one.seconds <= next.seconds,
        (one_point, next_point) if one_point == next_point => one.seconds <= next.seconds,
        (one_point, next_point) => one_point < next_point,
    }
}
