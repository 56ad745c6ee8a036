//! The list of everybody who works here. Who may enter is in the arguments.

use askama::Template;
use axum::response::Response;
use ground::Result;
use ground::words::Words;
use people::door::Trainer;
use people::staff::{self, StaffMember};

#[derive(Template)]
#[template(path = "officers/list.html")]
struct List<'a> {
    w: &'a Words,
    members: Vec<StaffMember>,
}

pub(super) async fn list(trainer: Trainer) -> Result<Response> {
    let members = trainer.read(|work| staff::rows::all(work.connection)).await?;
    let w = &trainer.words;
    trainer.page(&w.t("training-title"), &List { w, members })
}
