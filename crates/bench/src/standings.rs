//! How we stand: what one change costs among few sites and among many, and what the owner's first page costs after one year of
//! history and after ten.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use diesel::connection::SimpleConnection;
use ground::words::Language;
use ground::{App, Fields, Id, Moment};
use listening::concern::{self, Channel, NewConcern, Voice};
use people::site::{self, NewSite, Site};
use people::{Door, Me};
use standing::health::{jobs, rows as health_rows};

use crate::client::Client;
use crate::figures::{median, milliseconds};
use crate::house::House;
use crate::{Outcome, fill, later, rows};

/// So many sites are opened in one transaction.
const TOGETHER: usize = 200;
/// The first answers are not counted: they fill the caches.
const WARM_UP: usize = 5;
/// So many concerns are told in each year of a history.
const TOLD_IN_A_YEAR: i64 = 5_000;
const YEAR_MILLIS: i64 = 365 * 86_400_000;
/// What was recorded is followed once it has settled, in seconds.
const SETTLED_SECONDS: i64 = 60;

/// Opens sites until there are so many, and reckons each once.
pub(crate) fn open_sites(data: &Path, count: usize) -> Outcome<()> {
    let app = later::process(data)?;
    let sites = app.db.read_here(site::rows::everything)?;
    let one = sites.first().ok_or("there is no site")?.clone();
    let now = app.clock.now();
    let mut open = sites.len();
    while open < count {
        let (from, to) = (open, count.min(open + TOGETHER));
        let one = one.clone();
        Door::of_system(&app, now).live(move |story| {
            for number in from..to {
                let new = like(&one, number);
                story.write(&Me::system(), now, |work| site::open(work, &new))?;
            }
            Ok(())
        })?;
        open = to;
    }
    jobs::daily(&app, now, "")?;
    Ok(jobs::follow(&app, now.plus_seconds(SETTLED_SECONDS), "")?)
}

fn like(one: &Site, number: usize) -> NewSite {
    NewSite {
        client_id: one.client_id.clone(),
        name: format!("Site {number:06}"),
        setting: one.setting,
        address: one.address.clone(),
        zone: one.zone.clone(),
        calendar: one.calendar.clone(),
        owner_id: one.owner_id.clone(),
        mail_name: None,
    }
}

/// What one change took: how many sites were reckoned anew because of it, and the median in milliseconds.
pub(crate) struct Followed {
    pub reckoned: usize,
    pub took: f64,
}

/// Tells something at one site, and follows it; so many times at each folder, which take turns.
pub(crate) fn follow(folders: &[PathBuf], rounds: usize) -> Outcome<Vec<Followed>> {
    let apps = folders.iter().map(|data| later::process(data)).collect::<Outcome<Vec<App>>>()?;
    let mut took: Vec<Vec<Duration>> = vec![Vec::new(); apps.len()];
    let mut reckoned = vec![0; apps.len()];
    for round in 0..=rounds {
        for ((app, took), reckoned) in apps.iter().zip(&mut took).zip(&mut reckoned) {
            tell(app)?;
            let at = app.clock.now().plus_seconds(SETTLED_SECONDS * (1 + i64::try_from(round)?));
            let begun = Instant::now();
            jobs::follow(app, at, "")?;
            // The first round fills the caches.
            if round > 0 {
                took.push(begun.elapsed());
            }
            *reckoned = reckoned_at(app, at)?;
        }
    }
    let medians = took.into_iter().map(|took| median(&mut milliseconds(&took)));
    Ok(reckoned.into_iter().zip(medians).map(|(reckoned, took)| Followed { reckoned, took }).collect())
}

fn tell(app: &App) -> Outcome<()> {
    let mut fields = Fields::default().set("words", "The gate stood open.").set("urgency", "shortfall");
    let new = NewConcern::read(&mut fields, Channel::Portal, Voice::Client, Language::English).ok_or("no concern")?;
    let site = app.db.read_here(site::rows::everything)?.into_iter().next().ok_or("there is no site")?;
    Door::of_system(app, app.clock.now()).write(move |work| concern::raise(work, &site, &new))?;
    Ok(())
}

/// How many sites were reckoned at a moment.
fn reckoned_at(app: &App, at: Moment) -> Outcome<usize> {
    let clients: Vec<Id<people::client::Client>> =
        app.db.read_here(people::client::rows::everything)?.into_iter().map(|client| client.id).collect();
    let reckoned = app.db.read_here(move |connection| health_rows::reckoned_at(connection, &clients))?;
    Ok(reckoned.iter().filter(|(_, when)| *when == at).count())
}

/// Writes so many years of history: so many concerns in each, of which as many are open whatever the years, and the health
/// of every site changed in every week.
pub(crate) fn history(data: &Path, years: i64) -> Outcome<()> {
    let now = ground::clock::Clock::system().now().millis();
    fill::over(data, (years * TOLD_IN_A_YEAR, TOLD_IN_A_YEAR / 10), years * YEAR_MILLIS, now)?;
    let app = later::process(data)?;
    jobs::daily(&app, app.clock.now(), "")?;
    drop(app);
    let mut connection = rows::open(&data.join(ground::db::FILE))?;
    let weeks = years * 52;
    Ok(connection.batch_execute(&format!(
        "begin;
         insert or ignore into health_day (site_id, day, client_id, score, known, reasons, reckoned_at)
           with recursive week (ago) as (select 1 union all select ago + 1 from week where ago < {weeks})
           select site_id, date('now', '-' || (ago * 7) || ' days'), client_id, 40 + (ago * 13) % 60, known, reasons, 0
           from health, week;
         commit;
         analyze;"
    ))?)
}

/// The pages whose cost must follow what they show.
const PAGES: [&str; 1] = ["/portfolio"];

/// How long each page takes at each folder, which take turns: medians in milliseconds.
pub(crate) fn pages(folders: &[PathBuf], cookie: &str, times: usize) -> Outcome<Vec<(&'static str, Vec<f64>)>> {
    let houses = folders.iter().map(|data| House::start("serve", data)).collect::<Outcome<Vec<_>>>()?;
    let mut clients =
        houses.iter().map(|house| Client::connect(&house.address, cookie)).collect::<Outcome<Vec<_>>>()?;
    let mut found = Vec::new();
    for page in PAGES {
        let mut took: Vec<Vec<Duration>> = vec![Vec::new(); clients.len()];
        for time in 0..times + WARM_UP {
            for (client, took) in clients.iter_mut().zip(&mut took) {
                let begun = Instant::now();
                let answer = client.get(page)?;
                if answer.status != 200 {
                    return Err(format!("{page} answered {}", answer.status).into());
                }
                if time >= WARM_UP {
                    took.push(begun.elapsed());
                }
            }
        }
        found.push((page, took.into_iter().map(|took| median(&mut milliseconds(&took))).collect()));
    }
    drop(clients);
    houses.into_iter().try_for_each(House::stop)?;
    Ok(found)
}

/// The paper for a renewal: how many pages it has, and the median of what it takes from the question to the last byte, in
/// milliseconds. It is that of the client who told most.
pub(crate) fn paper(data: &Path, cookie: &str, times: usize) -> Outcome<(usize, f64)> {
    let client_id = rows::who_told_most(&mut rows::open(&data.join(ground::db::FILE))?)?;
    let house = House::start("serve", data)?;
    let mut client = Client::connect(&house.address, cookie)?;
    let (mut took, mut pages) = (Vec::new(), 0);
    for time in 0..times + WARM_UP {
        let begun = Instant::now();
        let answer = client.get(&format!("/clients/{client_id}/pack/paper"))?;
        if answer.status != 200 {
            return Err(format!("the paper answered {}", answer.status).into());
        }
        if time >= WARM_UP {
            took.push(begun.elapsed());
        }
        pages = pages_of(&answer.body);
    }
    drop(client);
    house.stop()?;
    Ok((pages, median(&mut milliseconds(&took))))
}

/// How many pages a PDF has: each is an object of the type Page, and their tree is one of Pages.
fn pages_of(pdf: &[u8]) -> usize {
    let kind = b"/Type/Page";
    pdf.windows(kind.len() + 1).filter(|part| part.starts_with(kind) && part[kind.len()] != b's').count()
}
