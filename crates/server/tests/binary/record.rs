//! `rapport verify`.

use crate::house::{done, failed};
use crate::rows::tamper;

#[test]
fn an_entry_that_was_changed_is_named() {
    let folder = tempfile::tempdir().unwrap();
    done(folder.path(), &["user", "add", "--email", "d@example.com", "--name", "D", "--role", "administrator"]);
    assert!(done(folder.path(), &["verify"]).contains("2 entries in 1 chains, 0 seals"));
    assert!(failed(folder.path(), &["verify", "--seal", "9f2c"]).contains("no seal has the digest 9f2c"));
    tamper(&folder.path().join("data"), "update entry set by_name = 'somebody else' where position = 2");
    let said = failed(folder.path(), &["verify"]);
    assert!(said.contains("BROKEN at entry 2 of ") && said.contains("its words were changed"), "{said}");
}
