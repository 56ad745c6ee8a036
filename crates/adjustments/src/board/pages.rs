//! The board on a page, and on paper for a lobby.

use askama::Template;
use axum::response::Response;
use ground::fields::Asked;
use ground::web::Path;
use ground::words::{Language, Words};
use ground::{Id, Moment, Result};
use orders::printed;
use people::door::Member;
use people::site::{self, Site};
use print::{Document, Part, Run, TypeSize};

use super::Pair;

#[derive(Template)]
#[template(path = "board/show.html")]
struct Show<'a> {
    w: &'a Words,
    site: Site,
    pairs: Vec<Pair>,
}

pub(super) async fn show(member: Member, Path(id): Path<Id<Site>>) -> Result<Response> {
    let (site, pairs) = found(&member, id).await?;
    let w = &member.words;
    let title = w.with("board-of", &[("site", site.name.as_str().into())]);
    member.page(&title, &Show { w, site, pairs })
}

pub(super) async fn paper(member: Member, Path(id): Path<Id<Site>>, Asked(asked): Asked) -> Result<Response> {
    let (site, pairs) = found(&member, id).await?;
    let language = Language::parse(asked.typed("language")).unwrap_or(member.me.language);
    let w = member.app.catalogue.speak(language);
    let (organization, now) = (member.organization.name.clone(), member.now);
    printed::respond("board.pdf".to_owned(), move || Ok(document(&w, (&site, &pairs), &organization, now))).await
}

/// A site within reach, and its board.
async fn found(member: &Member, id: Id<Site>) -> Result<(Site, Vec<Pair>)> {
    let found = member.read(move |work| {
        let site = site::rows::find(work, &id)?;
        let pairs = super::of_site(work, &site)?;
        Ok((site, pairs))
    });
    found.await
}

/// The board as a poster. Whether it worked stays out of it: on a wall it would say who answered what.
fn document(w: &Words, (site, pairs): (&Site, &[Pair]), organization: &str, now: Moment) -> Document {
    let cell = |words: &str| vec![Run::plain(words)];
    let row = |pair: &Pair| vec![cell(&pair.said), vec![Run::strong(pair.did.as_str())]];
    let table = Part::Table {
        head: vec![cell(&w.t("board-said")), cell(&w.t("board-did"))],
        rows: pairs.iter().map(row).collect(),
    };
    let nothing = Part::Paragraph(vec![Run::plain(w.t("board-nothing"))]);
    Document {
        language: w.language.code().to_owned(),
        title: w.with("board-of", &[("site", site.name.as_str().into())]),
        organization: organization.to_owned(),
        header: site.name.clone(),
        footer: w.with("paper-printed", &[("when", w.when(now, &site.zone).into())]),
        page_of_pages: w.with("paper-page", &[("page", "{page}".into()), ("pages", "{pages}".into())]),
        printed_at: now.timestamp(),
        paper: printed::usual_paper(&site.zone),
        type_size: TypeSize::Poster,
        parts: vec![if pairs.is_empty() { nothing } else { table }],
        ..Document::default()
    }
}
