//! From one endless page to pages.

use super::strip::Strip;
use crate::{Error, MOST_PAGES};

/// A page: strips, and how far below the top of the text each stands.
#[derive(Default)]
pub(crate) struct Page {
    pub(crate) strips: Vec<Placed>,
}

/// A strip in its place.
pub(crate) struct Placed {
    pub(crate) strip: Strip,
    pub(crate) top: f32,
    /// It stands there a second time, and is not read again.
    pub(crate) repeats: bool,
}

struct Pages<'a> {
    done: Vec<Page>,
    current: Page,
    filled: f32,
    body_height: f32,
    heads: &'a [Vec<Strip>],
}

/// The pages. Strips that keep their next stand with it if all of them fit on a page.
pub(crate) fn paginate(strips: Vec<Strip>, heads: &[Vec<Strip>], body_height: f32) -> Result<Vec<Page>, Error> {
    let mut pages = Pages { done: Vec::new(), current: Page::default(), filled: 0.0, body_height, heads };
    let mut group: Vec<Strip> = Vec::new();
    for strip in strips {
        let goes_on = strip.keeps_next;
        group.push(strip);
        if !goes_on {
            pages.place(std::mem::take(&mut group))?;
        }
    }
    pages.place(group)?;
    pages.done.push(pages.current);
    Ok(pages.done)
}

impl Pages<'_> {
    /// Places strips that stand together: as many of them as one page takes, then the rest.
    fn place(&mut self, mut group: Vec<Strip>) -> Result<(), Error> {
        if group.first().is_some_and(|strip| strip.starts_page) {
            self.turn(group.first())?;
        }
        while !group.is_empty() {
            let (count, height) = self.together(&group);
            if self.filled + height > self.body_height {
                self.turn(group.first())?;
            }
            for strip in group.drain(..count) {
                self.put(strip, false);
            }
        }
        Ok(())
    }

    /// How many of some strips fit on a page of their own, one at least, and how tall they are
    /// below what stands above them.
    fn together(&self, group: &[Strip]) -> (usize, f32) {
        let first = group.first().map_or(0.0, |strip| strip.before);
        let head = group.first().and_then(|strip| strip.table).and_then(|table| self.heads.get(table));
        let head_height: f32 = head.into_iter().flatten().map(|strip| strip.height).sum();
        let (mut count, mut height) = (0, 0.0);
        for strip in group {
            let taller = height + strip.before + strip.height;
            if count > 0 && taller - first + head_height > self.body_height {
                break;
            }
            (count, height) = (count + 1, taller);
        }
        (count, height)
    }

    fn put(&mut self, strip: Strip, repeats: bool) {
        let before = if self.current.strips.is_empty() { 0.0 } else { strip.before };
        let top = self.filled + before;
        self.filled = top + strip.height;
        self.current.strips.push(Placed { strip, top, repeats });
    }

    /// Begins a page, unless nothing stands on this one yet.
    fn turn(&mut self, first: Option<&Strip>) -> Result<(), Error> {
        if self.current.strips.is_empty() {
            return Ok(());
        }
        self.done.push(std::mem::take(&mut self.current));
        self.filled = 0.0;
        if self.done.len() >= MOST_PAGES {
            return Err(Error::TooManyPages);
        }
        let heads = self.heads;
        let head = first.and_then(|strip| strip.table).and_then(|table| heads.get(table));
        for strip in head.into_iter().flatten() {
            self.put(strip.clone(), true);
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn strip(height: f32) -> Strip {
        Strip { height, ..Strip::default() }
    }

    fn heights(pages: &[Page]) -> Vec<Vec<f32>> {
        pages.iter().map(|page| page.strips.iter().map(|placed| placed.strip.height).collect()).collect()
    }

    #[test]
    fn what_keeps_its_next_goes_to_the_next_page_with_it() {
        let keeping = Strip { keeps_next: true, ..strip(20.0) };
        let pages = paginate(vec![strip(50.0), keeping, strip(40.0)], &[], 100.0).unwrap();
        assert_eq!(heights(&pages), [vec![50.0], vec![20.0, 40.0]]);
    }

    #[test]
    fn what_fits_on_no_page_together_is_parted() {
        let keeping = Strip { keeps_next: true, ..strip(60.0) };
        let pages = paginate(vec![keeping, strip(60.0)], &[], 100.0).unwrap();
        assert_eq!(heights(&pages), [vec![60.0], vec![60.0]]);
    }

    #[test]
    fn what_is_parted_takes_along_what_announces_it() {
        let keeping = |height| Strip { keeps_next: true, ..strip(height) };
        let strips = vec![strip(30.0), keeping(10.0), keeping(80.0), strip(80.0)];
        let pages = paginate(strips, &[], 100.0).unwrap();
        assert_eq!(heights(&pages), [vec![30.0], vec![10.0, 80.0], vec![80.0]]);
    }

    #[test]
    fn the_head_of_a_table_is_repeated_above_its_rows() {
        let row = Strip { table: Some(0), ..strip(30.0) };
        let head = Strip { keeps_next: true, ..strip(10.0) };
        let strips = vec![head.clone(), row.clone(), row.clone(), row.clone(), row, strip(5.0)];
        let pages = paginate(strips, &[vec![head]], 100.0).unwrap();
        assert_eq!(heights(&pages), [vec![10.0, 30.0, 30.0, 30.0], vec![10.0, 30.0, 5.0]]);
        let repeats: Vec<bool> = pages[1].strips.iter().map(|placed| placed.repeats).collect();
        assert_eq!(repeats, [true, false, false]);
    }

    #[test]
    fn nothing_is_one_blank_page_and_too_much_is_refused() {
        assert_eq!(paginate(Vec::new(), &[], 100.0).unwrap().len(), 1);
        let most = vec![strip(60.0); MOST_PAGES];
        assert_eq!(paginate(most.clone(), &[], 100.0).unwrap().len(), MOST_PAGES);
        let more = [most, vec![strip(60.0)]].concat();
        assert_eq!(paginate(more, &[], 100.0).err(), Some(Error::TooManyPages));
    }

    proptest! {
        #[test]
        fn every_strip_stands_once_in_order_and_within_its_page(
            strips in prop::collection::vec((0.0f32..20.0, 1.0f32..60.0, any::<bool>(), any::<bool>()), 0..60),
        ) {
            let made: Vec<Strip> = strips.iter().map(|(before, height, keeps_next, starts_page)| {
                Strip { before: *before, height: *height, keeps_next: *keeps_next, starts_page: *starts_page, ..Strip::default() }
            }).collect();
            let pages = paginate(made, &[], 100.0).unwrap();
            let placed: Vec<f32> = heights(&pages).concat();
            prop_assert_eq!(placed, strips.iter().map(|strip| strip.1).collect::<Vec<_>>());
            for page in &pages {
                let mut filled = 0.0;
                for placed in &page.strips {
                    prop_assert!(placed.top >= filled);
                    filled = placed.top + placed.strip.height;
                    prop_assert!(filled <= 100.0);
                }
            }
        }
    }
}
