//! `cargo xtask bench`: how fast the server is and what it takes, as ratios within one run.
//!
//! It grows a history to each size with `rows.rs`, starts the server that ships on each, and asks
//! for pages in turn; then it raises concerns over the network and straight into the same file.

mod changes;
mod client;
mod creates;
mod figures;
mod fill;
mod house;
mod later;
mod learning;
mod pages;
mod reviews;
mod rows;
mod standings;

use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::time::Duration;

use clap::{Parser, ValueEnum};
use client::Client;
use figures::{mebibytes, median, milliseconds, quantile};
use house::House;
use pages::{Cookies, PAGES, Sample, Sized, Taken};

type Outcome<T> = Result<T, Box<dyn std::error::Error + Send + Sync>>;

const ADMINISTRATOR: &str = "olga@heronlight.example";
const SUPERVISOR: &str = "sam@heronlight.example";

/// Measures speed and memory of the server that ships.
#[derive(Parser)]
struct Arguments {
    /// How many concerns the histories hold, smallest first.
    #[arg(long, value_delimiter = ',', default_value = "10000,100000,1000000")]
    sizes: Vec<i64>,
    /// The folder for the histories, on the disk to measure; what is there already is used again.
    #[arg(long, value_name = "DIR", default_value = "target/bench")]
    data: PathBuf,
    /// How often each page is asked for at each size.
    #[arg(long, default_value_t = 200)]
    times: usize,
    /// How many rounds of creates there are.
    #[arg(long, default_value_t = 5)]
    rounds: usize,
    /// How long each kind of create runs in a round, in seconds.
    #[arg(long, default_value_t = 3)]
    seconds: u64,
    /// How often orders were changed, seldom first.
    #[arg(long, value_delimiter = ',', default_value = "10,10000")]
    revisions: Vec<usize>,
    /// How many sites there are, few first.
    #[arg(long, value_delimiter = ',', default_value = "40,10000")]
    sites: Vec<usize>,
    /// How many years of health are known, few first.
    #[arg(long, value_delimiter = ',', default_value = "1,10")]
    years: Vec<i64>,
    /// Measures one part alone.
    #[arg(long)]
    only: Option<Part>,
}

/// What is measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Part {
    /// Pages and creates on histories of concerns.
    Concerns,
    /// What happens later on histories in which everything is open.
    Later,
    /// Orders that change.
    Orders,
    /// How we stand, with few sites and with many.
    Standing,
    /// What is reckoned of the answers of officers.
    Learning,
}

fn main() -> ExitCode {
    match run(&Arguments::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("bench: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &Arguments) -> Outcome<()> {
    describe_machine();
    let wanted = |part: Part| arguments.only.is_none_or(|only| only == part);
    if wanted(Part::Concerns) {
        show_concerns(arguments)?;
    }
    if wanted(Part::Later) {
        show_later(arguments)?;
    }
    if wanted(Part::Orders) {
        show_orders(arguments)?;
    }
    if wanted(Part::Standing) {
        show_standing(arguments)?;
    }
    if wanted(Part::Learning) {
        show_learning(arguments)?;
    }
    Ok(())
}

/// Pages and creates on histories of each size.
fn show_concerns(arguments: &Arguments) -> Outcome<()> {
    let mut folders = histories(arguments)?;
    let largest = folders.pop().ok_or("no size")?;
    show_start(&largest)?;
    // What is raised now is no part of a history that is used again.
    let load = arguments.data.join("load");
    drop(std::fs::remove_dir_all(&load));
    copy(&largest, &load)?;
    folders.push(load.clone());
    let mut sizes: Vec<Sized> = folders
        .iter()
        .map(|data| Ok(Sized { house: House::start("serve", data)?, sample: Sample::of(data)? }))
        .collect::<Outcome<_>>()?;
    let (supervisor, administrator) = cookies(arguments)?;
    let cookies = Cookies { supervisor, administrator };
    show_pages(arguments, &sizes, &cookies)?;
    let Sized { house, .. } = sizes.pop().ok_or("no size")?;
    drop(sizes);
    println!("\nResident memory after the pages: {:.1} MiB", mebibytes(house.resident_bytes()?));
    show_creates(arguments, &house, &load, &cookies.administrator)?;
    println!("\nResident memory after the creates: {:.1} MiB", mebibytes(house.resident_bytes()?));
    println!("Size of the binary: {:.1} MiB", mebibytes(std::fs::metadata(house::binary()?)?.len()));
    house.stop()?;
    std::fs::remove_dir_all(&load)?;
    Ok(())
}

/// Copies of the histories in which every promise is open, made once.
fn open_histories(arguments: &Arguments) -> Outcome<Vec<PathBuf>> {
    let mut folders = Vec::new();
    for size in &arguments.sizes {
        let (from, data) = (arguments.data.join(size.to_string()), arguments.data.join(format!("open-{size}")));
        let growing = arguments.data.join("opening");
        if !data.exists() {
            drop(std::fs::remove_dir_all(&growing));
            copy(&from, &growing)?;
            later::open_all(&growing)?;
            std::fs::rename(&growing, &data)?;
        }
        folders.push(data);
    }
    Ok(folders)
}

/// What happens later, measured in this process on histories in which everything is open.
fn show_later(arguments: &Arguments) -> Outcome<()> {
    histories(arguments)?;
    let folders = open_histories(arguments)?;
    let medians = later::sweep(&folders, arguments.rounds)?;
    println!("\n| Sweep of promises, 200 come due among | ms | ratio |\n|---|---|---|");
    for (size, took) in arguments.sizes.iter().zip(&medians) {
        println!("| {size} open concerns | {took:.0} | {:.2} |", took / medians.first().unwrap_or(took));
    }
    let data = folders.first().ok_or("no size")?;
    let (ours, plain) = later::jobs(data, arguments.rounds)?;
    println!("\n| Jobs, one at a time | per second | beside plain |\n|---|---|---|");
    println!("| a row inserted and deleted, a commit each | {plain:.0} | 1 |");
    println!("| a job asked for, claimed and done, a commit each | {ours:.0} | {:.2} |", ours / plain);
    let (taken, read) = later::mails(data, arguments.rounds)?;
    println!("\n| Mails, one at a time | per second | beside reading |\n|---|---|---|");
    println!("| read, and nothing else | {read:.0} | 1 |");
    println!("| kept on disk, read and made a concern | {taken:.0} | {:.4} |", taken / read);
    Ok(())
}

/// Long texts compared, and the pages of orders that were changed often, beside orders that were not.
fn show_orders(arguments: &Arguments) -> Outcome<()> {
    println!("\n| Two orders of about 60 pages, lines that differ | ms |\n|---|---|");
    for (percent, took) in changes::compare(arguments.times) {
        println!("| {percent} % | {took:.1} |");
    }
    let mut folders = Vec::new();
    for times in &arguments.revisions {
        let (data, growing) = (arguments.data.join(format!("orders-{times}")), arguments.data.join("changing"));
        if !data.exists() {
            let begun = std::time::Instant::now();
            drop(std::fs::remove_dir_all(&growing));
            copy(&first(arguments)?, &growing)?;
            changes::change_often(&growing, *times)?;
            std::fs::rename(&growing, &data)?;
            eprintln!("changed orders {times} times in {} s", begun.elapsed().as_secs());
        }
        folders.push(data);
    }
    let (_, administrator) = cookies(arguments)?;
    let names: Vec<String> = arguments.revisions.iter().map(|times| format!("{times} revisions, ms")).collect();
    print_pages(&names, changes::pages(&folders, &administrator, arguments.times)?);
    Ok(())
}

/// A table of pages, each with its medians, and what the last of them is to the first.
fn print_pages(names: &[String], pages: Vec<(&str, Vec<f64>)>) {
    println!("\n| Page | {} | ratio |\n|---|{}---|", names.join(" | "), "---|".repeat(names.len()));
    for (name, medians) in pages {
        let cells: Vec<String> = medians.iter().map(|took| format!("{took:.2}")).collect();
        let ratio = medians.last().zip(medians.first()).map_or(0.0, |(last, first)| last / first);
        println!("| {name} | {} | {ratio:.2} |", cells.join(" | "));
    }
}

/// One change among few sites and among many, and the owner's first page after few years and after many.
fn show_standing(arguments: &Arguments) -> Outcome<()> {
    let mut folders = Vec::new();
    for count in &arguments.sites {
        folders.push(grown(arguments, &format!("sites-{count}"), |data| standings::open_sites(data, *count))?);
    }
    println!("\n| One change among so many sites | sites reckoned anew | ms |\n|---|---|---|");
    for (count, one) in arguments.sites.iter().zip(standings::follow(&folders, arguments.rounds)?) {
        println!("| {count} | {} | {:.1} |", one.reckoned, one.took);
    }
    let mut folders = Vec::new();
    for years in &arguments.years {
        folders.push(grown(arguments, &format!("health-{years}"), |data| standings::history(data, *years))?);
    }
    let (_, administrator) = cookies(arguments)?;
    let names: Vec<String> = arguments.years.iter().map(|years| format!("{years} years, ms")).collect();
    print_pages(&names, standings::pages(&folders, &administrator, arguments.times)?);
    let histories = histories(arguments)?;
    let names: Vec<String> = arguments.sizes.iter().map(|size| format!("{size} concerns, ms")).collect();
    print_pages(&names, standings::pages(&histories, &administrator, arguments.times)?);
    println!("\n| The paper for a renewal, of the client who told most | pages | ms |\n|---|---|---|");
    for (size, data) in arguments.sizes.iter().zip(&histories) {
        let (pages, took) = standings::paper(data, &administrator, arguments.times)?;
        println!("| among {size} concerns | {pages} | {took:.0} |");
    }
    Ok(())
}

/// Forms and abilities, reckoned in this process.
fn show_learning(arguments: &Arguments) -> Outcome<()> {
    println!("\n| What is reckoned of answers | ms |\n|---|---|");
    let form = learning::form(arguments.times)?;
    println!("| a form of {} questions out of {} | {form:.2} |", learning::FORM, learning::QUESTIONS);
    let abilities = learning::abilities(arguments.rounds);
    println!("| abilities of {} officers, {} answers each | {abilities:.0} |", learning::OFFICERS, learning::ANSWERS);
    let (ours, alone) = reviews::scheduled(arguments.rounds);
    println!("| {} reviews scheduled, each a card with its day | {ours:.1} |", reviews::REVIEWS);
    println!("| the same by the crate alone | {alone:.1} ({:.2} times) |", ours / alone);
    Ok(())
}

/// A copy of the first company in which something was grown, made once.
fn grown(arguments: &Arguments, name: &str, grow: impl Fn(&Path) -> Outcome<()>) -> Outcome<PathBuf> {
    let (data, growing) = (arguments.data.join(name), arguments.data.join("growing"));
    if !data.exists() {
        drop(std::fs::remove_dir_all(&growing));
        copy(&first(arguments)?, &growing)?;
        grow(&growing)?;
        std::fs::rename(&growing, &data)?;
    }
    Ok(data)
}

/// The company with which every history begins, made once.
fn first(arguments: &Arguments) -> Outcome<PathBuf> {
    let data = arguments.data.join("0");
    if !cookie_file(&arguments.data).exists() {
        begin(&arguments.data, &data)?;
    }
    Ok(data)
}

/// The cookies of the supervisor and the administrator. The histories are copies of one another, so
/// whoever signed in at the first is known at each.
fn cookies(arguments: &Arguments) -> Outcome<(String, String)> {
    let kept = std::fs::read_to_string(cookie_file(&arguments.data))?;
    let (supervisor, administrator) = kept.split_once('\n').ok_or("no cookies")?;
    Ok((supervisor.to_owned(), administrator.to_owned()))
}

/// A data folder for each size, grown where it is not there yet: each larger one out of the one before.
fn histories(arguments: &Arguments) -> Outcome<Vec<PathBuf>> {
    let folder = |size: &i64| arguments.data.join(size.to_string());
    let mut before = first(arguments)?;
    for size in &arguments.sizes {
        let (data, growing) = (folder(size), arguments.data.join("growing"));
        if !data.exists() {
            let begun = std::time::Instant::now();
            // A folder that was not finished is begun anew.
            drop(std::fs::remove_dir_all(&growing));
            copy(&before, &growing)?;
            fill::up_to(&growing, *size, ground::clock::Clock::system().now().millis())?;
            std::fs::rename(&growing, &data)?;
            eprintln!("grew a history of {size} concerns in {} s", begun.elapsed().as_secs());
        }
        before = data;
    }
    Ok(arguments.sizes.iter().map(folder).collect())
}

/// A company of the demo's size in which the server took one concern at each site.
fn begin(folder: &Path, data: &Path) -> Outcome<()> {
    drop(std::fs::remove_dir_all(data));
    std::fs::create_dir_all(data)?;
    let house = House::start("demo", data)?;
    let (supervisor, administrator) = (house.sign_in(SUPERVISOR)?, house.sign_in(ADMINISTRATOR)?);
    let mut client = Client::connect(&house.address, &administrator)?;
    for site_id in rows::site_ids(&mut rows::open(&data.join(ground::db::FILE))?)? {
        creates::raise(&mut client, &site_id, &fill::words(0))?;
    }
    house.stop()?;
    std::fs::write(cookie_file(folder), format!("{supervisor}\n{administrator}"))?;
    Ok(())
}

fn cookie_file(folder: &Path) -> PathBuf {
    folder.join("cookies")
}

fn copy(from: &Path, to: &Path) -> Outcome<()> {
    let copied = Command::new("cp").arg("-r").arg(from).arg(to).status()?;
    if copied.success() { Ok(()) } else { Err(format!("{} cannot be copied", from.display()).into()) }
}

fn describe_machine() {
    let read = |file: &str| std::fs::read_to_string(file).unwrap_or_default();
    let model = read("/proc/cpuinfo")
        .lines()
        .find_map(|line| line.strip_prefix("model name")?.split_once(": ").map(|(_, name)| name.to_owned()));
    let processors = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    println!("Machine: {} processors, {}", processors, model.unwrap_or_default());
    println!("Load before: {}", read("/proc/loadavg").trim());
}

fn show_start(data: &Path) -> Outcome<()> {
    let mut took = Vec::new();
    for _ in 0..5 {
        let house = House::start("serve", data)?;
        took.push(house.ready_after);
        house.stop()?;
    }
    println!("\nReady after (ms): median {:.0} of {:?}", median(&mut milliseconds(&took)), took);
    Ok(())
}

fn show_pages(arguments: &Arguments, sizes: &[Sized], cookies: &Cookies) -> Outcome<()> {
    let names: Vec<String> = arguments.sizes.iter().map(|size| format!("{size}: median / p95 ms (rows)")).collect();
    println!("\n| Page | {} | ratio of medians |", names.join(" | "));
    println!("|---|{}---|", "---|".repeat(sizes.len()));
    for page in &PAGES {
        let (mut cells, mut medians) = (Vec::new(), Vec::new());
        for Taken { took, rows } in pages::measure(page, sizes, cookies, arguments.times)? {
            let (mut took, rows) = (milliseconds(&took), rows / took.len().max(1));
            let median = median(&mut took);
            cells.push(format!("{median:.2} / {:.2} ({rows})", quantile(&mut took, 0.95)));
            medians.push(median);
        }
        let ratio = medians.last().zip(medians.first()).map_or(0.0, |(last, first)| last / first);
        println!("| {} | {} | {ratio:.2} |", page.name, cells.join(" | "));
    }
    Ok(())
}

fn show_creates(arguments: &Arguments, house: &House, data: &Path, cookie: &str) -> Outcome<()> {
    let span = Duration::from_secs(arguments.seconds);
    let rounds = creates::measure(house, data, cookie, (arguments.rounds, span))?;
    println!("\n| Creates | per second | beside raw |\n|---|---|---|");
    println!("| raw, one thread | {:.0} | 1 |", creates::middle(&rounds, |round| round.raw));
    for (at, clients) in creates::CLIENTS.into_iter().enumerate() {
        let rate = creates::middle(&rounds, |round| round.served[at]);
        let ratio = creates::middle(&rounds, |round| round.served[at] / round.raw);
        println!("| HTTP, {clients} clients | {rate:.0} | {ratio:.2} |");
    }
    Ok(())
}
