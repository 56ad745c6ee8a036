//! Which words may not be said in which files: SQL only in rows, no clock but one, no
//! environment but the configuration.

use super::{Finding, Tree};
use crate::tidy::tree::File;

/// Words that some files may not say.
struct Ban {
    words: &'static [&'static str],
    applies: fn(&File) -> bool,
    because: &'static str,
    /// Whether the tests at the bottom of a file are held to it too.
    tests_too: bool,
}

const BANS: &[Ban] = &[
    Ban {
        words: &["diesel", "axum", "tokio", "SystemTime", "Instant::now", "::now("],
        applies: |file| has_role(file, "rules"),
        because: "rules are pure: no database, no web, no clock",
        tests_too: true,
    },
    Ban {
        words: &["diesel"],
        applies: |file| is_slice(file) && !is_rows(file) && !has_role(file, "rules"),
        because: "SQL lives in rows.rs (and schema.rs)",
        tests_too: true,
    },
    Ban {
        words: &["sql_query", "\"select ", "\"insert into ", "\"update ", "\"delete from "],
        applies: |file| has_role(file, "pages") || has_role(file, "api"),
        because: "pages and the interface for machines call verbs; SQL lives in rows.rs",
        tests_too: true,
    },
    Ban {
        words: &["Utc::now", "SystemTime::now", "Timestamp::now", "Zoned::now"],
        applies: |file| file.path != "crates/ground/src/clock.rs",
        because: "time is an argument; only ground/src/clock.rs asks the system",
        tests_too: true,
    },
    Ban {
        words: &["env::var"],
        applies: |file| !file.is_test() && !has_role(file, "config") && file.name() != "build.rs",
        because: "every setting is in config.rs, the only reader of the environment",
        tests_too: false,
    },
];

pub(super) fn check(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    for file in tree.files().filter(|file| file.is_house_rust()) {
        for ban in BANS.iter().filter(|ban| (ban.applies)(file)) {
            findings.extend(broken(ban, file));
        }
    }
    findings
}

fn broken(ban: &Ban, file: &File) -> Vec<Finding> {
    let lines: Vec<(usize, &str)> = if ban.tests_too { file.code().collect() } else { file.shipped_code().collect() };
    let said = |code: &str| {
        let lower = code.to_lowercase();
        let says = |word: &&&str| {
            if word.starts_with('"') { lower.contains(**word) } else { code.contains(**word) }
        };
        ban.words.iter().find(says).copied()
    };
    let mut findings = Vec::new();
    for (line, code) in lines {
        if let Some(word) = said(code) {
            let word = word.trim_matches(['"', ' ']);
            findings.push(Finding::at(&file.path, line, format!("says `{word}`: {}", ban.because)));
        }
    }
    findings
}

/// Whether a file is `ROLE.rs` or lies in a folder `ROLE`.
fn has_role(file: &File, role: &str) -> bool {
    file.name() == format!("{role}.rs") || file.path.contains(&format!("/{role}/"))
}

fn is_rows(file: &File) -> bool {
    has_role(file, "rows") || has_role(file, "schema")
}

/// A crate that stands on `ground`; `stage` and `bench` look at databases by trade.
fn is_slice(file: &File) -> bool {
    !matches!(file.house_crate(), Some("ground" | "stage" | "bench"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::findings;

    fn finds(path: &str, text: &str) -> usize {
        findings(check, &[(path, text)]).len()
    }

    #[test]
    fn a_finding_names_line_word_and_reason() {
        let found = findings(check, &[("crates/people/src/client/pages.rs", "//! Pages.\nuse diesel::x;\n")]);
        let expected = "crates/people/src/client/pages.rs:2: says `diesel`: SQL lives in rows.rs (and schema.rs)";
        assert_eq!(found, [expected]);
    }

    #[test]
    fn rules_know_no_database_web_or_clock() {
        let rules = "crates/listening/src/concern/rules.rs";
        assert_eq!(finds(rules, "use axum::Json;\nuse diesel::x;\nlet a = Moment::now();\n"), 3);
        assert_eq!(finds("crates/listening/src/concern/rules/late.rs", "use tokio::x;\n"), 1);
        assert_eq!(finds(rules, "/// No axum here.\nfn late(now: Moment) -> bool {}\n"), 0);
    }

    #[test]
    fn only_rows_ground_and_the_tools_know_the_database() {
        let text = "use diesel::prelude::*;\n";
        assert_eq!(finds("crates/people/src/client.rs", text), 1);
        assert_eq!(finds("crates/server/src/serve.rs", text), 1);
        for path in [
            "people/src/client/rows.rs",
            "people/src/client/rows/search.rs",
            "people/src/schema.rs",
            "ground/src/db.rs",
            "stage/src/lib.rs",
            "bench/src/main.rs",
        ] {
            assert_eq!(finds(&format!("crates/{path}"), text), 0, "{path}");
        }
    }

    #[test]
    fn pages_hold_no_sql() {
        let pages = "crates/people/src/client/pages.rs";
        assert_eq!(finds(pages, "let a = \"SELECT id from client\";\n"), 1);
        assert_eq!(finds("crates/people/src/client/api.rs", "let a = \"delete from client\";\n"), 1);
        assert_eq!(finds(pages, "let a = \"selected\";\n"), 0);
    }

    #[test]
    fn one_file_asks_the_time() {
        let text = "let now = jiff::Timestamp::now();\n";
        assert_eq!(finds("crates/people/src/client.rs", text), 1);
        assert_eq!(finds("crates/people/src/client/tests.rs", text), 1);
        assert_eq!(finds("crates/ground/src/clock.rs", text), 0);
    }

    #[test]
    fn one_file_reads_the_environment() {
        let text = "let a = std::env::var(\"A\");\n";
        assert_eq!(finds("crates/server/src/serve.rs", text), 1);
        assert_eq!(finds("crates/ground/src/config.rs", text), 0);
        assert_eq!(finds("crates/server/tests/story.rs", text), 0);
        let in_tests = format!("#[cfg(test)]\nmod tests {{\n{text}}}\n");
        assert_eq!(finds("crates/server/src/serve.rs", &in_tests), 0);
    }
}
