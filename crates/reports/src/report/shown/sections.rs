//! The sections of a report, from what was told to what comes next.

use adjustments::adjustment::Adjustment;
use adjustments::facts::Changed;
use chart::Table;
use ground::Id;
use ground::words::Words;
use listening::promise::Step;
use listening::queue::Line;
use people::site::Site;
use satisfaction::facts::{Helpfulness, Overall};
use satisfaction::figure::say_share;
use statistics::Share;

use super::super::charts::bars;
use super::super::gather::{InTime, Month};
use super::super::{Period, Report};
use super::{Said, Section};

pub(super) fn all(report: &Report, w: &Words, concerns: &str) -> Vec<Section> {
    let sections = vec![
        told(report, w, concerns),
        in_time(w, report.in_time, &report.months),
        by_month(w, &report.months),
        changed(report, w),
        helped(w, &report.helped, report.overall.as_ref()),
        praise(report, w, concerns),
        open(report, w, concerns),
        next(report, w),
    ];
    // A month has no months.
    sections.into_iter().filter(|section| section.id != "months" || section.table.is_some()).collect()
}

/// All that can be counted, month by month.
fn by_month(w: &Words, months: &[(Period, Month)]) -> Section {
    let mut section = Section::empty(w, "months", "report-by-month");
    let head = ["report-one-month", "report-told", "report-praise", "report-acknowledged", "report-answered"];
    let head = head.into_iter().chain(["report-changes", "report-it-helped"]).map(|key| w.t(key)).collect();
    let row = |(period, month): &(Period, Month)| {
        let helped = month.helped.helped.first().map(|(_, share)| *share).unwrap_or_default();
        vec![
            period.title(w),
            month.told.to_string(),
            month.praise.to_string(),
            counts(w, month.in_time.acknowledged),
            counts(w, month.in_time.answered),
            month.changed.to_string(),
            counts(w, helped),
        ]
    };
    section.table = (!months.is_empty()).then(|| Table { head, rows: months.iter().map(row).collect() });
    section
}

fn counts(w: &Words, share: Share) -> String {
    w.with("report-counts", &[("count", share.count().into()), ("of", share.of().into())])
}

fn told(report: &Report, w: &Words, concerns: &str) -> Section {
    let mut section = Section::empty(w, "told", "report-told");
    let (lines, count) = &report.told;
    section.words = vec![if *count == 0 {
        w.t("report-told-none")
    } else {
        w.with("report-told-count", &[("count", (*count).into())])
    }];
    section.lines = lines.iter().map(|line| concern(line, concerns, vec![where_and_when(line, w)])).collect();
    section.of_all(w, *count)
}

fn praise(report: &Report, w: &Words, concerns: &str) -> Section {
    let mut section = Section::empty(w, "praise", "report-praise");
    let (lines, count) = &report.praise;
    if *count == 0 {
        section.words = vec![w.t("report-praise-none")];
    }
    section.lines = lines.iter().map(|line| concern(line, concerns, vec![where_and_when(line, w)])).collect();
    section.of_all(w, *count)
}

/// A concern: its headline and what is said of it, never its words.
fn concern(line: &Line, concerns: &str, words: Vec<String>) -> Said {
    let concern = &line.concern;
    Said {
        key: format!("concern-{}", concern.id),
        site_id: concern.site_id.clone(),
        lead: concern.headline.clone(),
        path: Some(format!("{concerns}/{}", concern.id)),
        words,
    }
}

fn where_and_when(line: &Line, w: &Words) -> String {
    let concern = &line.concern;
    w.with(
        "report-told-line",
        &[
            ("number", concern.number.as_str().into()),
            ("site", line.site_name.as_str().into()),
            ("when", w.when(concern.raised_at, &line.zone).into()),
            ("category", w.t(concern.category.key()).into()),
            ("state", w.t(concern.state.key()).into()),
        ],
    )
}

/// How many promises were kept in time, of a month or month by month.
pub(crate) fn in_time(w: &Words, all: InTime, months: &[(Period, Month)]) -> Section {
    let mut section = Section::empty(w, "in-time", "report-in-time");
    if all.acknowledged.of() + all.answered.of() == 0 {
        section.words = vec![w.t("report-in-time-none")];
        return section;
    }
    let says = |key: &str, share: Share| w.with(key, &[("share", say_share(&share, w).into())]);
    section.words = vec![
        says("report-acknowledged-in-time", all.acknowledged),
        says("report-answered-in-time", all.answered),
        w.t("report-in-time-how"),
    ];
    let (acknowledged, answered) = (w.t("report-acknowledged"), w.t("report-answered"));
    section.charts = if months.is_empty() {
        let shares = [(acknowledged, all.acknowledged), (answered, all.answered)];
        bars(w, (w.t("report-in-time"), w.t("report-promise")), &shares).into_iter().collect()
    } else {
        let of = |share: fn(&InTime) -> Share| -> Vec<(String, Share)> {
            months.iter().map(|(month, one)| (month.title(w), share(&one.in_time))).collect()
        };
        let titles = [w.t("report-acknowledged-by-month"), w.t("report-answered-by-month")];
        let shares = [of(|one| one.acknowledged), of(|one| one.answered)];
        let charts = titles.into_iter().zip(&shares);
        charts.filter_map(|(title, shares)| bars(w, (title, w.t("report-one-month")), shares)).collect()
    };
    section
}

fn changed(report: &Report, w: &Words) -> Section {
    let mut section = Section::empty(w, "changed", "report-changed");
    let (changes, count) = &report.changed;
    if *count == 0 {
        section.words = vec![w.t("report-changed-none")];
    }
    section.lines = changes.iter().map(|one| change(one, &report.sites, w)).collect();
    section.of_all(w, *count)
}

/// A change: why, by what and since when, who has confirmed it, and whether it worked.
pub(crate) fn change(changed: &Changed, sites: &[Site], w: &Words) -> Said {
    let adjustment = &changed.adjustment;
    let (site, zone) = place(sites, &adjustment.site_id);
    let since = w.when(adjustment.ended_at.unwrap_or(adjustment.opened_at), &zone);
    let numbers: Vec<&str> = changed.because.iter().map(|(_, number)| number.as_str()).collect();
    let mut words = vec![w.with("report-you-said", &[("said", adjustment.said.as_str().into())])];
    if !numbers.is_empty() {
        words.push(w.with("report-because", &[("numbers", numbers.join(", ").into())]));
    }
    let kind = w.t(adjustment.kind.key());
    let named = [("kind", kind.into()), ("when", since.into()), ("site", site.into())];
    words.push(w.with("report-in-force", &named));
    if let Some(confirmed) = changed.confirmed.filter(|confirmed| confirmed.of > 0) {
        let named = [("count", confirmed.officers.into()), ("of", confirmed.of.into())];
        words.push(w.with("report-confirmed", &named));
    }
    words.push(w.t(changed.verdict.key()));
    Said {
        key: format!("change-{}", adjustment.id),
        site_id: adjustment.site_id.clone(),
        lead: adjustment.headline.clone(),
        path: None,
        words,
    }
}

fn place(sites: &[Site], id: &Id<Site>) -> (String, String) {
    let found = sites.iter().find(|site| site.id == *id);
    found.map_or_else(|| (String::new(), "UTC".to_owned()), |site| (site.name.clone(), site.zone.clone()))
}

/// Whether it helped, and how satisfied people are: silence is unknown, and few are not made a figure of.
pub(crate) fn helped(w: &Words, helped: &Helpfulness, overall: Option<&Overall>) -> Section {
    let mut section = Section::empty(w, "helped", "report-helped");
    let asked = helped.response.of() > 0;
    if asked {
        let response = say_share(&helped.response, w);
        section.words.push(w.with("report-helped-response", &[("share", response.into())]));
    }
    if helped.has_figures() {
        let shares: Vec<(String, Share)> =
            helped.helped.iter().map(|(helped, share)| (w.t(helped.key()), *share)).collect();
        section.words.extend(shares.iter().map(|(answer, share)| format!("{answer}: {}", say_share(share, w))));
        section.charts = bars(w, (w.t("report-helped"), w.t("report-answer")), &shares).into_iter().collect();
    } else if helped.answers() > 0 {
        // In the order of the answers, not of who gave them.
        let single = helped.helped.iter().flat_map(|(helped, share)| {
            std::iter::repeat_n(w.t(helped.key()), usize::try_from(share.count()).unwrap_or_default())
        });
        let single = single.collect::<Vec<_>>().join(", ");
        section.words.push(w.with("report-helped-single", &[("answers", single.into())]));
    } else {
        section.words.push(w.t(if asked { "report-helped-silent" } else { "report-helped-none" }));
    }
    if let Some(overall) = overall {
        let named = [("answered", overall.answered.into()), ("asked", overall.asked.into())];
        section.words.push(w.with("report-survey", &named));
        let named = [("figure", overall.reading.say_together(w).into()), ("count", overall.named.into())];
        section.words.push(w.with("report-overall", &named));
    }
    section
}

fn open(report: &Report, w: &Words, concerns: &str) -> Section {
    let mut section = Section::empty(w, "promises", "report-open");
    let (lines, count) = &report.open;
    if *count == 0 && report.given.is_empty() {
        section.words = vec![w.t("report-open-none")];
    }
    let promised = |line: &Line| {
        let due = line.concern.next_due_at.map(|at| w.when(at, &line.zone)).unwrap_or_default();
        let is_late = line.concern.next_due_at.is_some_and(|at| at < report.known_at);
        let step = w.t(match line.concern.next_step {
            Step::Acknowledge => "report-step-acknowledge",
            Step::Adjust => "report-step-adjust",
            _ => "report-step-answer",
        });
        let key = if is_late { "report-promised-late" } else { "report-promised" };
        let promised = w.with(key, &[("step", step.into()), ("when", due.into())]);
        let named = [("number", line.concern.number.as_str().into()), ("site", line.site_name.as_str().into())];
        Said {
            key: format!("promise-{}", line.concern.id),
            ..concern(line, concerns, vec![promised, w.with("report-number-at", &named)])
        }
    };
    section.lines = lines.iter().map(promised).collect();
    let mut section = section.of_all(w, *count);
    section.lines.extend(report.given.iter().map(|(word, zone)| Said {
        key: format!("word-{}", word.id),
        site_id: word.site_id.clone(),
        lead: word.words.clone(),
        path: None,
        words: vec![w.with(
            if word.is_late(report.known_at) { "report-given-late" } else { "report-given" },
            &[("when", w.when(word.due_at, zone).into())],
        )],
    }));
    section
}

fn next(report: &Report, w: &Words) -> Section {
    let mut section = Section::empty(w, "next", "report-next");
    let (planned, count) = &report.planned;
    if report.waiting > 0 {
        section.words.push(w.with("report-waiting", &[("count", report.waiting.into())]));
    }
    if *count == 0 && report.waiting == 0 {
        section.words.push(w.t("report-next-none"));
    }
    let prepared = |one: &Adjustment| {
        let (site, zone) = place(&report.sites, &one.site_id);
        let key = if one.due_at < report.known_at { "report-planned-late" } else { "report-planned" };
        Said {
            key: format!("plan-{}", one.id),
            site_id: one.site_id.clone(),
            lead: one.headline.clone(),
            path: None,
            words: vec![w.with(key, &[("when", w.when(one.due_at, &zone).into()), ("site", site.into())])],
        }
    };
    section.lines = planned.iter().map(prepared).collect();
    section.of_all(w, *count)
}
