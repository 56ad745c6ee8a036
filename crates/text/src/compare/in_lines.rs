//! What became of the lines of a section.

use std::collections::{HashMap, VecDeque};

use super::LineChange;
use super::alike::{Bag, Dictionary, Marks};
use super::hunks::{Hunk, hunks};
use super::in_words;
use crate::lines::{Face, Kind, Line, Piece};

/// From this share of common words on, in thousandths, a line is still itself.
const STILL_ITSELF: u32 = 500;
/// Beyond this many words to look at, lines are only compared with their neighbours.
const MANY_WORDS: usize = 4_000_000;
/// How many neighbours.
const NEIGHBOURS: usize = 8;
/// A shorter line (in bytes) that is found elsewhere says nothing about a move.
const MOVED_BYTES: usize = 12;

/// Compares line by line.
pub(super) fn compare(old: &[Line], new: &[Line]) -> Vec<LineChange> {
    let hunks = hunks(old.iter().map(Line::face), new.iter().map(Line::face));
    let moved = moves(old, new, &hunks);
    let mut changes = Vec::with_capacity(old.len().max(new.len()));
    let (mut at, mut new_at) = (0, 0);
    for hunk in hunks {
        same(&mut changes, old, &new[new_at..hunk.1.start], at);
        (at, new_at) = (hunk.0.end, hunk.1.end);
        compare_hunk(&mut changes, old, new, &hunk, &moved);
    }
    same(&mut changes, old, &new[new_at..], at);
    changes
}

fn same(changes: &mut Vec<LineChange>, old: &[Line], new: &[Line], at: usize) {
    changes.extend(new.iter().enumerate().map(|(index, line)| {
        let to_the_byte = old[at + index].source == line.source;
        LineChange::Same { old: at + index, line: line.clone(), to_the_byte }
    }));
}

/// Lines that left one place and came to another, as new place to old place.
#[derive(Default)]
struct Moves {
    from: HashMap<usize, usize>,
    left: Vec<bool>,
}

fn moves(old: &[Line], new: &[Line], hunks: &[Hunk]) -> Moves {
    let mut gone: HashMap<Face, VecDeque<usize>> = HashMap::new();
    for place in hunks.iter().flat_map(|hunk| hunk.0.clone()) {
        gone.entry(old[place].face()).or_default().push_back(place);
    }
    let mut moves = Moves { left: vec![false; old.len()], ..Moves::default() };
    for place in hunks.iter().flat_map(|hunk| hunk.1.clone()) {
        let line = &new[place];
        if line.runs.iter().map(|run| run.text.len()).sum::<usize>() < MOVED_BYTES {
            continue;
        }
        if let Some(from) = gone.get_mut(&line.face()).and_then(VecDeque::pop_front) {
            moves.from.insert(place, from);
            moves.left[from] = true;
        }
    }
    moves
}

fn compare_hunk(changes: &mut Vec<LineChange>, old: &[Line], new: &[Line], hunk: &Hunk, moves: &Moves) {
    let gone: Vec<usize> = hunk.0.clone().filter(|place| !moves.left[*place]).collect();
    let came: Vec<usize> = hunk.1.clone().filter(|place| !moves.from.contains_key(place)).collect();
    let mut pairs = pairs(old, new, &gone, &came).into_iter().peekable();
    let mut left = gone.into_iter().peekable();
    for place in hunk.1.clone() {
        let line = new[place].clone();
        if let Some(from) = moves.from.get(&place) {
            changes.push(LineChange::Moved { old: *from, line });
            continue;
        }
        // What is gone stands before what came in its stead, up to the next line that is still itself.
        let until = pairs.peek().map_or(usize::MAX, |(old, _)| *old);
        while let Some(place) = left.next_if(|place| *place < until) {
            changes.push(LineChange::Removed { old: place, line: old[place].clone() });
        }
        if let Some((from, _)) = pairs.next_if(|(_, to)| *to == place) {
            left.next();
            let words = in_words::compare(&old[from].runs, &line.runs);
            changes.push(LineChange::Changed { old: from, line, words });
        } else {
            changes.push(LineChange::Added { line });
        }
    }
    changes.extend(left.map(|place| LineChange::Removed { old: place, line: old[place].clone() }));
}

/// Which lines are still themselves, in order.
fn pairs(old: &[Line], new: &[Line], gone: &[usize], came: &[usize]) -> Vec<(usize, usize)> {
    let mut dictionary = Dictionary::default();
    let mut bag = |line| dictionary.bag(texts(line));
    let old_bags: Vec<Bag> = gone.iter().map(|place| bag(&old[*place])).collect();
    let new_bags: Vec<Bag> = came.iter().map(|place| bag(&new[*place])).collect();
    let old_shapes: Vec<Shape> = gone.iter().map(|place| shape(&old[*place])).collect();
    let new_shapes: Vec<Shape> = came.iter().map(|place| shape(&new[*place])).collect();
    let mut marks = Marks::new(&dictionary);
    let mut marked = usize::MAX;
    let score = |one: usize, two: usize| {
        // The shorter bag bounds what can be common.
        let (mine, other) = (old_bags[one].len(), new_bags[two].len());
        let at_best = 2_000 * mine.min(other);
        if old_shapes[one] != new_shapes[two] || at_best < STILL_ITSELF as usize * (mine + other) {
            return 0;
        }
        if marked != one {
            marks.set(&old_bags[one]);
            marked = one;
        }
        marks.alike(&new_bags[two])
    };
    let size = |bags: &[Bag]| bags.iter().map(|bag| bag.len() + 1).sum::<usize>();
    let cost = gone.len().saturating_mul(size(&new_bags)).saturating_add(came.len().saturating_mul(size(&old_bags)));
    let found =
        if cost > MANY_WORDS { near(gone.len(), came.len(), score) } else { best(gone.len(), came.len(), score) };
    found.into_iter().map(|(one, two)| (gone[one], came[two])).collect()
}

fn texts(line: &Line) -> impl Iterator<Item = &str> {
    line.runs.iter().map(|run| run.text.as_str())
}

/// Whether it is a row and of how many cells, and whether it is code. A line keeps its shape as long
/// as it is itself.
type Shape = (bool, usize, bool);

fn shape(line: &Line) -> Shape {
    let cells = line.runs.iter().filter(|run| run.piece == Piece::Cell).count();
    (matches!(line.kind, Kind::Head | Kind::Row), cells, line.kind == Kind::Code)
}

/// Pairs in order whose likeness, summed up, is greatest.
fn best(old: usize, new: usize, mut score: impl FnMut(usize, usize) -> u32) -> Vec<(usize, usize)> {
    let scores: Vec<u32> = (0..old * new).map(|cell| score(cell / new, cell % new)).collect();
    let width = new + 1;
    let mut sums = vec![0u32; (old + 1) * width];
    for one in (0..old).rev() {
        for two in (0..new).rev() {
            let pair = scores[one * new + two];
            let with = if pair >= STILL_ITSELF { pair + sums[(one + 1) * width + two + 1] } else { 0 };
            sums[one * width + two] = with.max(sums[(one + 1) * width + two]).max(sums[one * width + two + 1]);
        }
    }
    let (mut one, mut two, mut pairs) = (0, 0, Vec::new());
    while one < old && two < new {
        let here = sums[one * width + two];
        let pair = scores[one * new + two];
        if pair >= STILL_ITSELF && here == pair + sums[(one + 1) * width + two + 1] {
            pairs.push((one, two));
            (one, two) = (one + 1, two + 1);
        } else if here == sums[(one + 1) * width + two] {
            one += 1;
        } else {
            two += 1;
        }
    }
    pairs
}

/// The first neighbour that is alike enough: coarser, for texts that nobody wrote by hand.
fn near(old: usize, new: usize, mut score: impl FnMut(usize, usize) -> u32) -> Vec<(usize, usize)> {
    let (mut from, mut pairs) = (0, Vec::new());
    for two in 0..new {
        let end = (from + NEIGHBOURS).min(old);
        if let Some(one) = (from..end).find(|one| score(*one, two) >= STILL_ITSELF) {
            pairs.push((one, two));
            from = one + 1;
        }
    }
    pairs
}
