//! `rapport demo`: a company that is made up, to look at and to measure on.

mod company;
mod concerns;
mod folder;
pub mod grow;
pub mod pages;

use std::fmt::Write as _;
use std::net::SocketAddr;

use clap::Args;
use ground::App;
use ground::config::{Said, Settings};
use ground::words::Sentences;
use people::{Door, organization, staff};

use crate::command::settings::{self, Where};
use crate::{Outcome, serve};
use folder::State;

/// The sentences of the demo's own pages.
pub const SENTENCES: Sentences =
    Sentences { english: include_str!("../words/en.ftl"), spanish: include_str!("../words/es.ftl") };

/// The password of every staff member of the demo. It is public and means nothing anywhere else.
pub const PASSWORD: &str = "heronlight-by-night";
/// The token of the demo's one program. It is public and means nothing anywhere else.
pub const TOKEN: &str = "demo-token-for-the-public-interface";
const DATA: &str = "rapport-demo-data";

/// Starts a company that is made up, to look at: no settings, no set-up.
///
/// The first start grows the company in a data folder of its own; a later start finds it there.
/// The settings file and the environment are not read, so a demo never touches your own data,
/// and it refuses to grow where an organization is already.
#[derive(Args)]
#[command(after_help = "\
Examples:
  rapport demo
  rapport demo --listen 127.0.0.1:8000 --fresh
  rapport demo --scale 25 --data /tmp/large    25 times as large, to measure on
  rapport demo --remove                        deletes the demo's data folder")]
pub struct Arguments {
    #[command(flatten)]
    door: settings::Door,
    /// How many times larger than usual.
    #[arg(long, value_name = "N", default_value_t = 1, value_parser = clap::value_parser!(u32).range(1..=1_000))]
    scale: u32,
    /// The same number grows the same company.
    #[arg(long, value_name = "N", default_value_t = 1)]
    seed: u64,
    /// Delete the demo that is there and grow it anew.
    #[arg(long)]
    fresh: bool,
    /// Delete the demo that is there, and do nothing else.
    #[arg(long, conflicts_with_all = ["fresh", "scale", "seed"])]
    remove: bool,
}

/// Grows the demo if it is not there yet, and serves it.
///
/// # Errors
/// When another organization is there, or something cannot be opened.
pub fn run(place: &Where, arguments: Arguments) -> Outcome {
    let Arguments { door, scale, seed, fresh, remove } = arguments;
    let in_file = place.config.as_deref().map(Said::in_file).transpose()?.unwrap_or_default();
    let usual = Said { data: Some(DATA.into()), ..Said::default() };
    let settings = place.flags(door).or(in_file).or(usual).settle()?;
    if remove {
        folder::remove(&settings)?;
        println!("The demo in {} is gone.", settings.data.display());
        return Ok(());
    }
    if fresh || folder::state(&settings)? == State::HalfGrown {
        folder::remove(&settings)?;
    }
    serve::run(settings, |app, address| {
        prepare(app, seed, scale)?;
        print!("{}", welcome(app, address)?);
        Ok(())
    })
}

/// Grows the company where nothing is; what is there must be a demo.
fn prepare(app: &App, seed: u64, scale: u32) -> Outcome {
    let (organization, recorded) = app.db.read_here(|connection| {
        Ok((organization::rows::get(connection)?, ground::entry::rows::last_recorded_at(connection)?))
    })?;
    match (recorded, organization.demo_since) {
        (Some(_), None) => {
            let (name, data) = (organization.name, app.settings.data.display());
            Err(format!("{data} holds {name}, which is no demo. Name another folder with --data.").into())
        }
        (Some(_), Some(_)) => folder::check_grown_alike(&app.settings.data, seed, scale),
        (None, _) => {
            println!("Growing a company; this takes a moment.");
            grow::grow(app, seed, scale, grow::DAYS)?;
            folder::mark(&app.settings.data, seed, scale)
        }
    }
}

/// The addresses and sign-ins to try.
fn welcome(app: &App, address: SocketAddr) -> Outcome<String> {
    let Settings { public_url, data, .. } = &app.settings;
    let members = Door::of_system(app, app.clock.now()).read(|work| staff::rows::all(work.connection))?;
    let organization = app.db.read_here(organization::rows::get)?;
    let mut text = format!(
        "\n{}: a company that is made up.\n\n  {public_url}/demo        choose somebody to sign in as\n  \
         {public_url}/demo/mail   read its letters\n\nStaff sign in at {public_url}/sign-in with the password {PASSWORD}\n",
        organization.name
    );
    let to_try =
        [staff::Role::Administrator, staff::Role::AccountManager, staff::Role::Supervisor, staff::Role::Officer];
    for role in to_try {
        if let Some(member) = members.iter().find(|member| member.roles.has(role)) {
            // Writing to a string cannot fail.
            let _ = writeln!(text, "  {:<36} {}", member.email, role.word().replace('_', " "));
        }
    }
    let _ = writeln!(
        text,
        "Clients sign in by a link in a letter; choose one at {public_url}/demo.\n\
         Programs send the header `Authorization: Bearer {TOKEN}`.\n\n\
         It listens on {address} and keeps everything in {}.\n\
         Ctrl+C stops it; `rapport demo --remove` deletes it.\n",
        data.display()
    );
    Ok(text)
}
