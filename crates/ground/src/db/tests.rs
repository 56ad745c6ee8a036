use super::*;

fn fresh() -> (tempfile::TempDir, Db) {
    let folder = tempfile::tempdir().unwrap();
    let db = Db::open(None, folder.path()).unwrap();
    (folder, db)
}

fn knock(connection: &mut DbConnection, who: &str) -> Result<()> {
    use diesel::prelude::*;
    use schema::knock;
    diesel::insert_into(knock::table)
        .values((knock::who_digest.eq(who), knock::window_at.eq(0), knock::times.eq(1)))
        .execute(connection)?;
    Ok(())
}

fn knocks(db: &Db) -> i64 {
    use diesel::prelude::*;
    db.read_here(|connection| Ok(schema::knock::table.count().get_result(connection)?)).unwrap()
}

#[test]
fn a_change_that_fails_or_panics_is_undone_and_disturbs_no_other() {
    let (_folder, db) = fresh();
    db.write_here(|connection| knock(connection, "first")).unwrap();
    let refused = db.write_here(|connection| {
        knock(connection, "second")?;
        Err::<(), _>(Error::refused("no"))
    });
    assert!(matches!(refused, Err(Error::Refused(_))));
    let panicked: Result<()> = db.write_here(|connection| {
        knock(connection, "third")?;
        panic!("on purpose")
    });
    assert!(panicked.is_err());
    db.write_here(|connection| knock(connection, "fourth")).unwrap();
    assert_eq!(knocks(&db), 2);
}

#[test]
fn a_reader_cannot_change_anything() {
    let (_folder, db) = fresh();
    assert!(db.read_here(|connection| knock(connection, "sneaky")).is_err());
    assert_eq!(knocks(&db), 0);
}

#[test]
fn changes_that_wait_together_all_stand() {
    let (_folder, db) = fresh();
    std::thread::scope(|scope| {
        for n in 0..100 {
            let db = &db;
            scope.spawn(move || db.write_here(move |connection| knock(connection, &n.to_string())).unwrap());
        }
    });
    assert_eq!(knocks(&db), 100);
}

#[test]
fn whoever_opens_a_file_waits_for_whoever_has_it_alone() {
    use diesel::connection::SimpleConnection;
    for _ in 0..20 {
        let folder = tempfile::tempdir().unwrap();
        let mut alone = connect_alone(None, folder.path()).unwrap();
        alone.batch_execute("pragma journal_mode = delete; begin exclusive").unwrap();
        let (comes, knocks) = std::sync::mpsc::channel();
        std::thread::scope(|scope| {
            let opened = scope.spawn(|| {
                comes.send(()).unwrap();
                connect_alone(None, folder.path()).map(drop)
            });
            knocks.recv().unwrap();
            std::thread::yield_now();
            alone.batch_execute("commit").unwrap();
            opened.join().unwrap().unwrap();
        });
    }
}
