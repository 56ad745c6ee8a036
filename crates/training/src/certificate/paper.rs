//! A certificate on paper: one page, with the address that says whether it is good. What stands on it follows what
//! California asks of a certificate of training (16 CCR 643(b)), which is the most that we know to be asked.

use ground::words::Words;
use ground::{Day, Moment};
use print::{Document, Paper, Part, Run, TypeSize};

use super::rules::grouped;
use super::{Certificate, Standing};

/// When and on which sheet it is printed.
pub(super) struct Sheet {
    pub(super) paper: Paper,
    pub(super) now: Moment,
    pub(super) today: Day,
    pub(super) zone: String,
    /// The address of the installation.
    pub(super) public_url: String,
}

/// The document of a certificate, in its language.
pub(super) fn document(one: &Certificate, code: &str, w: &Words, on: &Sheet) -> Document {
    let standing = one.standing(on.today);
    let address = format!("{}/certificates/verify/{}", on.public_url, grouped(code));
    let said = match one.exam_id {
        Some(_) => "certificate-says-exam",
        None => "certificate-says-attested",
    };
    let named = [
        ("name", one.officer_name.as_str().into()),
        ("title", one.title.as_str().into()),
        ("day", w.day(one.completed_on).into()),
    ];
    let link = Run { link: Some(address.clone()), ..Run::plain(address) };
    Document {
        language: w.language.code().to_owned(),
        title: w.t("certificate"),
        organization: one.issuer.clone(),
        header: one.number.clone(),
        footer: w.with("certificate-printed", &[("when", w.when(on.now, &on.zone).into())]),
        // The printer puts the numbers in.
        page_of_pages: w.with("certificate-page", &[("page", "{page}".into()), ("pages", "{pages}".into())]),
        printed_at: on.now.timestamp(),
        paper: on.paper,
        type_size: TypeSize::Hand,
        notice: (standing != Standing::Valid).then(|| w.t(standing.key())),
        facts: facts(one, w),
        parts: vec![
            Part::Paragraph(vec![Run::strong(w.with(said, &named))]),
            Part::Paragraph(vec![Run::plain(w.t("certificate-no-licence"))]),
            Part::Paragraph(vec![Run::plain(format!("{} ", w.t("certificate-verify-at"))), link]),
        ],
    }
}

fn facts(one: &Certificate, w: &Words) -> Vec<(String, String)> {
    let hours = one.hours.map(|hours| w.with("certificate-hours-count", &[("hours", hours.into())]));
    let until = one.valid_until.map_or_else(|| w.t("certificate-endless"), |day| w.day(day));
    let questions = one
        .shorter
        .map(|(asked, whole)| w.with("certificate-questions-of", &[("asked", asked.into()), ("whole", whole.into())]));
    let facts = [
        ("certificate-number", Some(one.number.clone())),
        ("certificate-officer", Some(one.officer_name.clone())),
        ("certificate-title", Some(one.title.clone())),
        ("certificate-questions", questions),
        ("certificate-hours", hours),
        ("certificate-completed", Some(w.day(one.completed_on))),
        ("certificate-issuer", Some(one.issuer.clone())),
        ("certificate-instructor", one.instructor.clone()),
        ("certificate-issued", Some(w.day(one.issued_on))),
        ("certificate-until", Some(until)),
    ];
    facts.into_iter().filter_map(|(key, said)| Some((w.t(key), said?))).collect()
}
