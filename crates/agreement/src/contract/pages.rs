//! The pages of a contract. Who may enter is in the arguments.

use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use ground::web::form::Form;
use ground::web::see;
use ground::words::Words;
use ground::{Day, Error, Fields, Id, Result};
use people::client::{self, Client};
use people::contact;
use people::door::{AccountManager, Door};

use super::promises::{cells, field};
use super::targets::default_limit;
use super::{Approvals, Contract, Limit, NewContract, Renewal, Severity, Silence, Step, rows, rules};

#[derive(Template)]
#[template(path = "contract/list.html")]
struct List<'a> {
    w: &'a Words,
    client: Client,
    contracts: Vec<Contract>,
    today: Day,
}

#[derive(Template)]
#[template(path = "contract/show.html")]
struct Show<'a> {
    w: &'a Words,
    form: Form<'a>,
    client: Client,
    contract: Contract,
    stand_in: Option<String>,
    in_force: bool,
    today: Day,
}

#[derive(Template)]
#[template(path = "contract/edit.html")]
struct Edit<'a> {
    w: &'a Words,
    form: Form<'a>,
    title: &'a str,
    action: String,
    renewals: Vec<(String, String)>,
    silences: Vec<(String, String)>,
    stand_ins: Vec<(String, String)>,
}

impl List<'_> {
    fn holds(&self, contract: &Contract) -> bool {
        contract.is_in_force(self.today)
    }
}

impl Show<'_> {
    fn approval_limit(&self) -> String {
        said(self.w, self.contract.approvals.limit)
    }

    fn is_past(&self, day: &Day) -> bool {
        *day < self.today
    }

    fn said(&self, severity: &Severity, step: &Step) -> String {
        self.contract.promises.limit(*severity, *step).map_or_else(|| "-".to_owned(), |limit| said(self.w, limit))
    }
}

impl Edit<'_> {
    /// The field of one promise; what is usual stands in it as long as nothing is typed.
    fn promise(&self, severity: &Severity, step: &Step) -> askama::filters::Safe<String> {
        let usual = default_limit(*severity, *step).map(|limit| said(self.w, limit)).unwrap_or_default();
        let more = format!("class=\"short\" maxlength=40 placeholder=\"{usual}\"");
        self.form.line(&field(*severity, *step), step.key(), "text", &more)
    }
}

fn said(w: &Words, limit: Limit) -> String {
    let (key, count) = limit.sentence();
    w.with(key, &[("n", count.into())])
}

pub(super) async fn list(manager: AccountManager, Path(id): Path<Id<Client>>) -> Result<Response> {
    let (client, contracts) =
        manager.read(move |work| Ok((client::rows::find(work, &id)?, rows::of_client(work, &id)?))).await?;
    let title = manager.words.t("contracts-title");
    manager.page(&title, &List { w: &manager.words, client, contracts, today: today(&manager)? })
}

pub(super) async fn show(manager: AccountManager, Path(id): Path<Id<Contract>>) -> Result<Response> {
    shown(&manager, id, &Fields::default().set("on", today(&manager)?.to_string())).await
}

pub(super) async fn new(manager: AccountManager, Path(id): Path<Id<Client>>) -> Result<Response> {
    let client = manager.read(move |work| client::rows::find(work, &id)).await?;
    let fields = Fields::default().set("starts_on", today(&manager)?.to_string()).set("notice_days", "90");
    let fields = with_approvals(fields, &manager.words, &Approvals::default());
    form(&manager, "contract-new", (&client.id, format!("/clients/{}/contracts", client.id)), &fields).await
}

pub(super) async fn sign(manager: AccountManager, Path(id): Path<Id<Client>>, fields: Fields) -> Result<Response> {
    let mut fields = fields.set("client", id.as_str());
    let Some(new) = NewContract::read(&mut fields) else {
        let action = format!("/clients/{id}/contracts");
        return refused(form(&manager, "contract-new", (&id, action), &fields).await?);
    };
    let client_id = id;
    match manager.write(move |work| super::sign(work, &new)).await {
        Ok(id) => Ok(see(format!("/contracts/{id}")).saying("done-saved").into_response()),
        Err(Error::Refused(refusal)) => {
            fields.refuse("", refusal);
            let action = format!("/clients/{client_id}/contracts");
            refused(form(&manager, "contract-new", (&client_id, action), &fields).await?)
        }
        Err(error) => Err(error),
    }
}

pub(super) async fn edit(manager: AccountManager, Path(id): Path<Id<Contract>>) -> Result<Response> {
    let contract = manager.read(move |work| rows::find(work, &id)).await?;
    let mut fields = Fields::default()
        .set("starts_on", contract.starts_on.to_string())
        .set("ends_on", contract.ends_on.map(|day| day.to_string()).unwrap_or_default())
        .set("notice_days", contract.notice_days.to_string())
        .set("renewal", contract.renewal.word())
        .set("version", contract.version.to_string());
    for (severity, step) in cells() {
        if let Some(limit) = contract.promises.agreed(severity, step) {
            fields = fields.set(&field(severity, step), said(&manager.words, limit));
        }
    }
    let fields = with_approvals(fields, &manager.words, &contract.approvals);
    form(&manager, "contract-edit", (&contract.client_id, format!("/contracts/{}", contract.id)), &fields).await
}

pub(super) async fn change(manager: AccountManager, Path(id): Path<Id<Contract>>, fields: Fields) -> Result<Response> {
    let action = format!("/contracts/{id}");
    let find = id.clone();
    let contract = manager.read(move |work| rows::find(work, &find)).await?;
    let mut fields = fields.set("client", contract.client_id.as_str());
    let version = fields.number("version", 0..=i64::MAX);
    let (Some(new), Some(version)) = (NewContract::read(&mut fields), version) else {
        return refused(form(&manager, "contract-edit", (&contract.client_id, action), &fields).await?);
    };
    match manager.write(move |work| super::change(work, &id, &new, version)).await {
        Ok(()) => Ok(see(action).saying("done-saved").into_response()),
        Err(Error::Refused(refusal)) => {
            fields.refuse("", refusal);
            refused(form(&manager, "contract-edit", (&contract.client_id, action), &fields).await?)
        }
        Err(error) => Err(error),
    }
}

pub(super) async fn end(manager: AccountManager, Path(id): Path<Id<Contract>>, mut fields: Fields) -> Result<Response> {
    let Some(on) = fields.checked("on", rules::day) else {
        return refused(shown(&manager, id, &fields).await?);
    };
    let ended = id.clone();
    match manager.write(move |work| super::end(work, &ended, on)).await {
        Ok(()) => Ok(see(format!("/contracts/{id}")).saying("done-saved").into_response()),
        Err(Error::Refused(refusal)) => {
            fields.refuse("on", refusal);
            refused(shown(&manager, id, &fields).await?)
        }
        Err(error) => Err(error),
    }
}

async fn shown(door: &Door, id: Id<Contract>, fields: &Fields) -> Result<Response> {
    let (client, contract, stand_in) = door
        .read(move |work| {
            let contract = rows::find(work, &id)?;
            let stand_in = contract.approvals.stand_in.as_ref();
            let stand_in = stand_in.map(|id| contact::rows::name(work.connection, id)).transpose()?;
            Ok((client::rows::find(work, &contract.client_id)?, contract, stand_in))
        })
        .await?;
    let (w, today) = (&door.words, today(door)?);
    let title = w.t("contract-title");
    let (form, in_force) = (Form { w, fields }, contract.is_in_force(today));
    door.page(&title, &Show { w, form, client, in_force, contract, stand_in, today })
}

async fn form(
    door: &Door,
    title: &str,
    (client_id, action): (&Id<Client>, String),
    fields: &Fields,
) -> Result<Response> {
    let id = client_id.clone();
    let contacts = door.read(move |work| contact::rows::of_client(work, &id)).await?;
    let (w, title) = (&door.words, door.words.t(title));
    let named = contacts.into_iter().map(|contact| (contact.id.to_string(), contact.name));
    let stand_ins = [(String::new(), w.t("contract-stand-in-none"))].into_iter().chain(named).collect();
    let (renewals, silences) = (Renewal::choices(w), Silence::choices(w));
    let content = Edit { w, form: Form { w, fields }, title: &title, action, renewals, silences, stand_ins };
    door.page(&title, &content)
}

/// What the form says of approvals.
fn with_approvals(fields: Fields, w: &Words, approvals: &Approvals) -> Fields {
    fields
        .set("approval_limit", said(w, approvals.limit))
        .set("approval_silence", approvals.silence.word())
        .set("stand_in", approvals.stand_in.as_ref().map(Id::to_string).unwrap_or_default())
}

/// Contracts begin and end by the calendar of the office.
fn today(door: &Door) -> Result<Day> {
    door.now.day_in(&door.organization.zone).ok_or_else(|| Error::broken("the office is in a zone that nobody knows"))
}

/// A form that is shown again with its problems.
fn refused(page: Response) -> Result<Response> {
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
}
