//! Which sections of the three texts are one, and where it stands.

use crate::Section;
use crate::compare::{partners, rising};

/// One section, by its places in the three texts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Slot {
    pub(super) base: Option<usize>,
    pub(super) ours: Option<usize>,
    pub(super) theirs: Option<usize>,
}

/// All sections: in our order, with what they added or moved put behind what it follows in theirs.
pub(super) fn slots(base: &[Section], ours: &[Section], theirs: &[Section]) -> Vec<Slot> {
    let (our_base, their_base) = (partners(base, ours), partners(base, theirs));
    let mut theirs_left: Vec<Slot> =
        (0..theirs.len()).map(|place| Slot { base: their_base[place], ours: None, theirs: Some(place) }).collect();
    let mut slots: Vec<Slot> = Vec::new();
    for (place, from) in our_base.iter().enumerate() {
        let same = |slot: &Slot| match from {
            Some(_) => slot.base == *from,
            None => slot.base.is_none() && slot.theirs.is_some_and(|it| theirs[it].key == ours[place].key),
        };
        let twin = theirs_left.iter_mut().find(|slot| slot.ours.is_none() && same(slot));
        let mut slot = Slot { base: *from, ours: Some(place), theirs: None };
        if let Some(twin) = twin {
            twin.ours = slot.ours;
            slot = *twin;
        }
        slots.push(slot);
    }
    let (our_moves, their_moves) = (moved(&our_base), moved(&their_base));
    for place in 0..theirs.len() {
        let slot = theirs_left[place];
        let we_moved = slot.ours.is_some_and(|ours| our_moves[ours]);
        if slot.ours.is_some() && (!their_moves[place] || we_moved) {
            continue;
        }
        slots.retain(|other| *other != slot);
        let before = theirs_left[..place].iter().rev().find_map(|before| slots.iter().position(|it| it == before));
        slots.insert(before.map_or(0, |before| before + 1), slot);
    }
    slots
}

/// Which sections changed their order among those that were there before.
fn moved(partners: &[Option<usize>]) -> Vec<bool> {
    let (places, from): (Vec<usize>, Vec<usize>) =
        partners.iter().enumerate().filter_map(|(place, from)| Some((place, (*from)?))).unzip();
    let mut moved: Vec<bool> = partners.iter().map(Option::is_some).collect();
    for kept in rising(&from) {
        moved[places[kept]] = false;
    }
    moved
}
