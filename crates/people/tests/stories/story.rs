//! Many verbs in one transaction: all of them, or none.

use ground::{Error, Result};
use people::client::{self, NewClient, Setting};
use people::door::Story;
use people::{Door, Me};

use crate::{entries, stage};

fn welcome(story: &mut Story<'_>, name: &str, seconds_ago: i64) -> Result<()> {
    let new = NewClient { name: name.to_owned(), setting: Setting::Office };
    let at = story.now().plus_seconds(-seconds_ago);
    story.write(&Me::system(), at, |work| client::welcome(work, &new)).map(drop)
}

#[test]
fn a_story_is_committed_whole_each_verb_at_its_own_time() {
    let stage = stage();
    let (now, before) = (stage.app.clock.now(), entries(&stage));
    let door = Door::of_system(&stage.app, now);
    door.live(|story| ["Larch Court", "Elm Court"].iter().try_for_each(|name| welcome(story, name, 3_600))).unwrap();
    assert_eq!(entries(&stage), before + 2);
    let an_hour_ago = now.plus_seconds(-3_600).millis();
    let all = |connection: &mut _| ground::entry::rows::after_in_chains(connection, ("", 0), 1_000);
    let at_that_time = |entry: &ground::entry::Entry| entry.recorded_at == an_hour_ago;
    assert_eq!(stage.app.db.read_here(all).unwrap().iter().filter(|entry| at_that_time(entry)).count(), 2);
}

#[test]
fn a_story_with_a_verb_that_failed_changes_nothing_even_when_it_goes_on() {
    let stage = stage();
    let (now, before) = (stage.app.clock.now(), entries(&stage));
    let door = Door::of_system(&stage.app, now);
    let failed = door.live(|story| {
        welcome(story, "Larch Court", 60)?;
        story.write(&Me::system(), story.now(), |_| Err::<people::Done<()>, _>(Error::NotFound))
    });
    assert!(matches!(failed, Err(Error::NotFound)), "{failed:?}");
    let went_on = door.live(|story| {
        welcome(story, "Larch Court", 60)?;
        // Somebody who looks away from what failed is stopped at the end.
        let _future = welcome(story, "Elm Court", -60);
        Ok(())
    });
    assert!(matches!(went_on, Err(Error::Broken(_))), "{went_on:?}");
    assert_eq!(entries(&stage), before);
}
