//! A database that only one test has.

use diesel::connection::SimpleConnection;
use diesel::{Connection, PgConnection};

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
        run(&server, &format!("create database {name}"));
        Self { postgres: Some((server, name)) }
    }

    /// The address of the database; none on SQLite.
    #[must_use]
    pub fn url(&self) -> Option<String> {
        let (server, name) = self.postgres.as_ref()?;
        let (before, _) = server.rsplit_once('/')?;
        Some(format!("{before}/{name}"))
    }
}

impl Drop for Fresh {
    fn drop(&mut self) {
        if let Some((server, name)) = &self.postgres {
            run(server, &format!("drop database {name} with (force)"));
        }
    }
}

fn run(server: &str, sql: &str) {
    PgConnection::establish(server).unwrap().batch_execute(sql).unwrap();
}
