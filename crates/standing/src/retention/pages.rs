//! The page of retention. Who may enter is in the arguments.

use askama::Template;
use askama::filters::Safe;
use axum::response::Response;
use ground::Result;
use ground::fields::{Asked, Choice};
use ground::figure;
use ground::spreadsheet::{self, Column, Ending, Sheet};
use ground::words::Words;
use people::client::Setting;
use people::door::AccountManager;
use people::organization;

use super::drawn::Group;
use super::{Stay, stays};

#[derive(Template)]
#[template(path = "retention/show.html")]
struct Show<'a> {
    w: &'a Words,
    /// What kind of places the curve is about; none where it is about all.
    setting: Option<&'static str>,
    group: Group,
    without: usize,
    median: String,
    after_a_year: String,
    segments: Vec<Segment>,
    figure: Option<Safe<String>>,
}

/// The clients with one kind of places.
struct Segment {
    word: &'static str,
    key: &'static str,
    count: usize,
    ended: usize,
    median: String,
    after_a_year: String,
}

pub(super) async fn show(manager: AccountManager, Asked(asked): Asked) -> Result<Response> {
    let zone = manager.organization.zone.clone();
    let found = manager.read(move |work| {
        let today = organization::day(work.connection, work.now)?;
        stays(work, (today, &zone))
    });
    let (found, without) = found.await?;
    let w = &manager.words;
    let setting = Setting::from_word(asked.typed("setting"));
    let of = |wanted: Option<Setting>| -> Vec<Stay> {
        let theirs = found.iter().filter(|(setting, _)| wanted.is_none_or(|wanted| wanted == *setting));
        theirs.map(|(_, stay)| *stay).collect()
    };
    let group = Group::of(&of(setting));
    let drawn = group.chart(w);
    let content = Show {
        w,
        setting: setting.map(Setting::key),
        without,
        median: group.median(w),
        after_a_year: group.after_a_year(w),
        segments: Setting::ALL.iter().filter_map(|setting| segment(w, *setting, &of(Some(*setting)))).collect(),
        figure: drawn.map(|chart| figure::shown(w, &chart, "retention")).transpose()?,
        group,
    };
    manager.page(&w.t("retention-title"), &content)
}

/// How long each client stayed, or stays: what the curve is made of, for another program.
pub(super) async fn file(manager: AccountManager, Ending(format): Ending) -> Result<Response> {
    let zone = manager.organization.zone.clone();
    let found = manager.read(move |work| {
        let today = organization::day(work.connection, work.now)?;
        stays(work, (today, &zone))
    });
    let (found, _) = found.await?;
    let columns = [Column::text("setting"), Column::day("from"), Column::whole("days"), Column::truth("ended")];
    let mut list = Sheet::new(columns)?;
    for (setting, stay) in found {
        list.add([setting.word().into(), stay.from.into(), stay.days.into(), stay.ended.into()])?;
    }
    spreadsheet::file("retention", format, &list)
}

fn segment(w: &Words, setting: Setting, stays: &[Stay]) -> Option<Segment> {
    let group = Group::of(stays);
    let (word, key) = (setting.word(), setting.key());
    let (median, after_a_year) = (group.median(w), group.after_a_year(w));
    (group.count > 0).then_some(Segment { word, key, count: group.count, ended: group.ended, median, after_a_year })
}
