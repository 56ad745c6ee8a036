//! How long pages take at each size: one client, one request after another, the sizes in turn, so
//! that what else the machine does falls on all of them alike.

use std::path::Path;
use std::time::{Duration, Instant};

use crate::Outcome;
use crate::client::Client;
use crate::house::House;
use crate::rows;

/// A page, and who looks at it.
pub(crate) struct Page {
    pub name: &'static str,
    who: Who,
    paths: fn(&Sample) -> Vec<String>,
}

#[derive(Clone, Copy)]
enum Who {
    Supervisor,
    Administrator,
}

/// Some sites and concerns of one database.
pub(crate) struct Sample {
    sites: Vec<String>,
    concerns: Vec<String>,
}

/// The cookies of those who look.
pub(crate) struct Cookies {
    pub supervisor: String,
    pub administrator: String,
}

/// A house with a history of one size.
pub(crate) struct Sized {
    pub house: House,
    pub sample: Sample,
}

pub(crate) const PAGES: [Page; 9] = [
    Page { name: "Queue, supervisor", who: Who::Supervisor, paths: |_| vec!["/queue".to_owned()] },
    Page { name: "Queue, administrator", who: Who::Administrator, paths: |_| vec!["/queue".to_owned()] },
    Page { name: "Queue of a site", who: Who::Administrator, paths: |sample| at_sites(sample, "") },
    Page {
        name: "Queue by severity",
        who: Who::Supervisor,
        paths: |_| ["S1", "S2", "S3", "S4"].map(|grade| format!("/queue?severity={grade}")).to_vec(),
    },
    Page { name: "Late ones", who: Who::Supervisor, paths: |_| vec!["/queue?late=yes".to_owned()] },
    Page {
        name: "Search, common words",
        who: Who::Administrator,
        paths: |_| ["gate", "barrier open", "invoice hours"].map(|words| format!("/queue?q={}", typed(words))).to_vec(),
    },
    Page {
        name: "Search, rare word",
        who: Who::Supervisor,
        paths: |_| (10_000..10_040).map(|number| format!("/queue?q={number}")).collect(),
    },
    Page { name: "Search at a site", who: Who::Administrator, paths: |sample| at_sites(sample, "&q=patrol") },
    Page {
        name: "Concern",
        who: Who::Administrator,
        paths: |sample| sample.concerns.iter().map(|id| format!("/concerns/{id}")).collect(),
    },
];

fn at_sites(sample: &Sample, more: &str) -> Vec<String> {
    sample.sites.iter().map(|id| format!("/queue?site={id}{more}")).collect()
}

fn typed(words: &str) -> String {
    ground::web::address::encoded(words)
}

impl Sample {
    pub(crate) fn of(data: &Path) -> Outcome<Self> {
        let mut connection = rows::open(&data.join(ground::db::FILE))?;
        let sites = rows::pattern(&mut connection)?.places.into_iter().map(|place| place.site_id).collect();
        Ok(Self { sites, concerns: rows::some_concerns(&mut connection, 200)? })
    }
}

/// What a page took at one size.
#[derive(Clone, Default)]
pub(crate) struct Taken {
    /// Every time that it was asked for.
    pub took: Vec<Duration>,
    /// How many concerns it listed in all of them.
    pub rows: usize,
}

/// What a page took at each size.
pub(crate) fn measure(page: &Page, sizes: &[Sized], cookies: &Cookies, times: usize) -> Outcome<Vec<Taken>> {
    let cookie = match page.who {
        Who::Supervisor => &cookies.supervisor,
        Who::Administrator => &cookies.administrator,
    };
    let mut clients = Vec::new();
    for sized in sizes {
        clients.push((Client::connect(&sized.house.address, cookie)?, (page.paths)(&sized.sample)));
    }
    let mut taken = vec![Taken::default(); sizes.len()];
    for turn in 0..times + WARM_UP {
        for ((client, paths), taken) in clients.iter_mut().zip(&mut taken) {
            let path = &paths[turn % paths.len()];
            let begun = Instant::now();
            let answer = client.get(path)?;
            let took = begun.elapsed();
            if answer.status != 200 {
                return Err(format!("{path} was answered with {}", answer.status).into());
            }
            if turn >= WARM_UP {
                taken.took.push(took);
                taken.rows += answer.body.windows(ROW.len()).filter(|window| *window == ROW).count();
            }
        }
    }
    Ok(taken)
}

/// How a row of a list begins.
const ROW: &[u8] = b"<tr id=\"concern-";

/// The first answers of a page are not counted: they fill the caches of the sizes alike.
const WARM_UP: usize = 5;
