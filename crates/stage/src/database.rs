//! A database that only one test has.

use std::fs;
use std::path::{Path, PathBuf};

use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use diesel::sql_types::Text;
use ground::secret::digest;

/// Where the tables are described.
const MIGRATIONS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../migrations");

/// A fresh database: on PostgreSQL made now and dropped afterwards, on SQLite a file in the test's folder.
pub struct Fresh {
    /// The server's address, and the name of the database on it.
    postgres: Option<(String, String)>,
}

impl Fresh {
    /// Makes one, on the database that the test command names.
    ///
    /// # Panics
    /// When it cannot be made; the test has failed.
    #[must_use]
    #[allow(clippy::disallowed_methods, reason = "the test command says here on which database the tests run")]
    pub fn make() -> Self {
        let Ok(server) = std::env::var("TEST_DATABASE") else { return Self { postgres: None } };
        let name = format!("stage_{}", uuid::Uuid::now_v7().simple());
        run(&server, &format!("create database {name} template {}", template(&server)));
        Self { postgres: Some((server, name)) }
    }

    /// The address of the database; none on SQLite.
    #[must_use]
    pub fn url(&self) -> Option<String> {
        let (server, name) = self.postgres.as_ref()?;
        Some(address(server, name))
    }
}

impl Drop for Fresh {
    fn drop(&mut self) {
        if let Some((server, name)) = &self.postgres {
            run(server, &format!("drop database {name} with (force)"));
        }
    }
}

/// The name of a database with all tables and no rows, which every test copies: a copy is made several times faster than
/// the tables are. Whoever needs it first makes it. It is named by what the migrations say, so that it is never an old one.
fn template(server: &str) -> String {
    let name = format!("stage_template_{}", &digest(&migrations(Path::new(MIGRATIONS)))[..16]);
    let mut connection = PgConnection::establish(server).unwrap();
    let mut is_there = || -> bool {
        let found = diesel::sql_query("select 1 from pg_database where datname = $1").bind::<Text, _>(&name);
        found.execute(&mut connection).unwrap() == 1
    };
    if !is_there() {
        // Its connection ends with it, and so does its lock.
        let mut locked = PgConnection::establish(server).unwrap();
        locked.batch_execute("select pg_advisory_lock(820114)").unwrap();
        if !is_there() {
            let growing = format!("{name}_growing");
            run(server, &format!("drop database if exists {growing} with (force)"));
            run(server, &format!("create database {growing}"));
            drop(ground::db::connect_alone(Some(&address(server, &growing)), Path::new("")).unwrap());
            run(server, &format!("alter database {growing} rename to {name}"));
        }
    }
    name
}

/// All that the migrations say, in the order of their names.
fn migrations(folder: &Path) -> String {
    let mut paths: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let texts =
        paths.iter().map(|path| if path.is_dir() { migrations(path) } else { fs::read_to_string(path).unwrap() });
    texts.collect()
}

/// The address of a database of this name on the same server.
fn address(server: &str, name: &str) -> String {
    let (before, _) = server.rsplit_once('/').unwrap();
    format!("{before}/{name}")
}

fn run(server: &str, sql: &str) {
    PgConnection::establish(server).unwrap().batch_execute(sql).unwrap();
}
