use super::verify::{Verdict, verify};
use super::*;
use crate::db::{Db, DbConnection};
use crate::secret::Keys;

struct Record {
    _folder: tempfile::TempDir,
    db: Db,
    keys: Keys,
}

const RAISED: Deed = Deed("concern.raised");

fn record() -> Record {
    let folder = tempfile::tempdir().unwrap();
    let db = Db::open(None, folder.path()).unwrap();
    let keys = Keys::open(folder.path()).unwrap();
    Record { _folder: folder, db, keys }
}

impl Record {
    fn write(&self, subject_id: &'static str, second: i64) {
        self.db
            .write_here(move |connection| {
                rows::append(
                    connection,
                    &Done {
                        deed: RAISED,
                        subject_id,
                        by: &Actor::system(),
                        their_at: None,
                        recorded_at: Moment::from_millis(second * 1000),
                        change: json!({"words": [null, "Gate left open"]}),
                    },
                )
            })
            .unwrap();
    }

    fn seal(&self, second: i64) -> Option<seal::Seal> {
        let key = self.keys.seal();
        self.db.write_here(move |connection| seal::make(connection, &key, Moment::from_millis(second * 1000))).unwrap()
    }

    fn tamper(&self, sql: &'static str) {
        use diesel::connection::SimpleConnection;
        self.db.write_here(move |connection| Ok(connection.batch_execute(sql)?)).unwrap();
    }

    fn verdict(&self) -> Verdict {
        let key = self.keys.seal().verifying_key();
        self.db.read_here(|connection: &mut DbConnection| verify(connection, &key)).unwrap()
    }
}

/// Three chains of two entries each; the first four entries are sealed.
fn sealed() -> Record {
    let record = record();
    for (subject, second) in [("a", 10), ("b", 11), ("a", 12), ("b", 13)] {
        record.write(subject, second);
    }
    assert_eq!(record.seal(20 + seal::LAG_SECONDS).unwrap().entries, 4);
    record.write("c", 30);
    record.write("c", 31);
    record
}

#[test]
fn a_whole_record_is_whole() {
    let record = sealed();
    assert!(matches!(record.verdict(), Verdict::Whole { entries: 6, chains: 3, seals: 1, .. }));
    assert!(record.seal(21 + seal::LAG_SECONDS).is_none(), "nothing new, nothing sealed");
    assert_eq!(record.seal(40 + seal::LAG_SECONDS).unwrap().entries, 2);
    assert!(matches!(record.verdict(), Verdict::Whole { seals: 2, .. }));
}

#[test]
fn a_changed_word_is_named() {
    let record = sealed();
    record.tamper("update entry set change = '{}' where subject_id = 'b' and position = 2");
    let reason = "its words were changed";
    assert_eq!(record.verdict(), Verdict::BadEntry { subject_id: "b".to_owned(), position: 2, reason });
}

#[test]
fn an_entry_that_is_missing_in_a_chain_is_named() {
    let record = sealed();
    record.tamper("delete from entry where subject_id = 'a' and position = 1");
    assert!(matches!(record.verdict(), Verdict::BadEntry { position: 2, .. }));
}

#[test]
fn a_chain_that_was_removed_whole_breaks_its_seal() {
    let record = sealed();
    record.tamper("delete from entry where subject_id = 'a'");
    assert!(matches!(record.verdict(), Verdict::BadSeal { number: 1, .. }));
}

#[test]
fn the_end_of_a_chain_that_was_removed_breaks_its_seal() {
    let record = sealed();
    record.tamper("delete from entry where subject_id = 'b' and position = 2");
    assert!(matches!(record.verdict(), Verdict::BadSeal { number: 1, .. }));
}

#[test]
fn an_entry_that_was_slipped_in_before_the_first_breaks_the_seal() {
    let record = sealed();
    // As long as there is no seal, an entry is recorded whenever it says.
    record.tamper("create table kept as select * from seal; delete from seal");
    record.write("z", 5);
    record.tamper("insert into seal select * from kept");
    assert!(matches!(record.verdict(), Verdict::BadSeal { number: 1, .. }));
}

#[test]
fn an_entry_that_comes_too_late_for_its_span_is_recorded_after_it() {
    let record = record();
    record.write("a", 100);
    record.seal(110 + seal::LAG_SECONDS).unwrap();
    record.write("a", 50);
    record.write("b", 109);
    assert!(matches!(record.verdict(), Verdict::Whole { entries: 3, seals: 1, .. }));
    assert_eq!(record.seal(120 + seal::LAG_SECONDS).unwrap().entries, 2, "the next seal holds both");
    assert!(matches!(record.verdict(), Verdict::Whole { entries: 3, seals: 2, .. }));
}

#[test]
fn a_seal_that_was_forged_or_removed_is_noticed() {
    let record = sealed();
    record.seal(40 + seal::LAG_SECONDS).unwrap();
    record.tamper("delete from seal where number = 1");
    assert!(matches!(record.verdict(), Verdict::BadSeal { number: 2, .. }));
    let record = sealed();
    record.tamper("update seal set entries = 3");
    assert_eq!(record.verdict(), Verdict::BadSeal { number: 1, reason: "its signature is not ours" });
}

#[test]
fn a_change_names_only_what_changed() {
    let before = json!({"name": "Elm Court", "zone": "America/Chicago"});
    let after = json!({"name": "Elm Court North", "zone": "America/Chicago"});
    assert_eq!(change(Some(&before), &after).unwrap(), json!({"name": ["Elm Court", "Elm Court North"]}));
    assert_eq!(change(None, &json!({"name": "Elm"})).unwrap(), json!({"name": [null, "Elm"]}));
}
