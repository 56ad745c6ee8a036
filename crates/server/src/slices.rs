//! The one place that lists the slices, left to right.

use ground::app::Slices;
use ground::db::DbConnection;
use ground::job::Timetable;
use ground::web::Routes;
use ground::words::{Catalogue, Sentences};
use ground::{Result, words};

/// What a slice brings.
pub struct Slice {
    /// Its addresses.
    pub routes: fn() -> Routes,
    /// Its jobs.
    pub jobs: fn() -> Timetable,
    /// Its sentences.
    pub sentences: Sentences,
    /// Makes anew, after a restore, what it derives from its rows, such as an index of words.
    pub derive: fn(&mut DbConnection) -> Result<()>,
}

/// The slices, left to right; the server's own demo pages come last.
pub const ALL: &[Slice] = &[
    Slice { routes: people::routes, jobs: people::jobs, sentences: people::SENTENCES, derive: derives_nothing },
    Slice {
        routes: agreement::routes,
        jobs: agreement::jobs,
        sentences: agreement::SENTENCES,
        derive: derives_nothing,
    },
    Slice { routes: calling::routes, jobs: calling::jobs, sentences: calling::SENTENCES, derive: derives_nothing },
    Slice {
        routes: listening::routes,
        jobs: listening::jobs,
        sentences: listening::SENTENCES,
        derive: listening::conversation::rows::index_all,
    },
    Slice { routes: meeting::routes, jobs: meeting::jobs, sentences: meeting::SENTENCES, derive: derives_nothing },
    Slice { routes: mail::routes, jobs: mail::jobs, sentences: mail::SENTENCES, derive: derives_nothing },
    Slice { routes: orders::routes, jobs: orders::jobs, sentences: orders::SENTENCES, derive: derives_nothing },
    Slice { routes: briefing::routes, jobs: briefing::jobs, sentences: briefing::SENTENCES, derive: derives_nothing },
    Slice {
        routes: adjustments::routes,
        jobs: adjustments::jobs,
        sentences: adjustments::SENTENCES,
        derive: derives_nothing,
    },
    Slice {
        routes: satisfaction::routes,
        jobs: satisfaction::jobs,
        sentences: satisfaction::SENTENCES,
        derive: derives_nothing,
    },
    Slice { routes: standing::routes, jobs: standing::jobs, sentences: standing::SENTENCES, derive: derives_nothing },
    Slice { routes: learning::routes, jobs: learning::jobs, sentences: learning::SENTENCES, derive: derives_nothing },
    Slice {
        routes: examining::routes,
        jobs: examining::jobs,
        sentences: examining::SENTENCES,
        derive: derives_nothing,
    },
    Slice { routes: training::routes, jobs: training::jobs, sentences: training::SENTENCES, derive: derives_nothing },
    Slice { routes: reports::routes, jobs: reports::jobs, sentences: reports::SENTENCES, derive: derives_nothing },
    Slice { routes: field::routes, jobs: field::jobs, sentences: field::SENTENCES, derive: derives_nothing },
    Slice { routes: desk::routes, jobs: desk::jobs, sentences: desk::SENTENCES, derive: derives_nothing },
    Slice {
        routes: crate::demo::pages::routes,
        jobs: Timetable::default,
        sentences: crate::demo::SENTENCES,
        derive: derives_nothing,
    },
];

fn derives_nothing(_: &mut DbConnection) -> Result<()> {
    Ok(())
}

/// The addresses of all slices.
#[must_use]
pub fn routes() -> Routes {
    ALL.iter().fold(Routes::default(), |routes, slice| routes.and((slice.routes)()))
}

/// Every sentence.
///
/// # Errors
/// Broken when two slices use one key.
pub fn catalogue() -> Result<Catalogue> {
    let ours = ALL.iter().map(|slice| slice.sentences);
    Catalogue::gather(&std::iter::once(words::SENTENCES).chain(ours).collect::<Vec<_>>())
}

/// What a process needs of the slices.
///
/// # Errors
/// As [`catalogue`].
pub fn gather() -> Result<Slices> {
    let timetable = ALL.iter().fold(Timetable::default(), |timetable, slice| timetable.and((slice.jobs)()));
    Ok(Slices { catalogue: catalogue()?, timetable, destinations: routes().destinations().to_vec() })
}

/// Makes anew what the slices derive from their rows.
///
/// # Errors
/// Broken when the database says so.
pub fn derive(connection: &mut DbConnection) -> Result<()> {
    ALL.iter().try_for_each(|slice| (slice.derive)(connection))
}
