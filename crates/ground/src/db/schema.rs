//! The tables of the ground, as the queries see them; the words are in `migrations/both/0001_ground`.
#![allow(missing_docs, reason = "each table is described where it is made")]

diesel::table! {
    entry (subject_id, position) {
        subject_id -> Text,
        position -> BigInt,
        subject_kind -> Text,
        deed -> Text,
        by_kind -> Text,
        by_id -> Text,
        by_name -> Text,
        their_at -> Nullable<BigInt>,
        recorded_at -> BigInt,
        change -> Text,
        previous_hash -> Text,
        hash -> Text,
    }
}

diesel::table! {
    seal (number) {
        number -> BigInt,
        from_at -> BigInt,
        until_at -> BigInt,
        entries -> BigInt,
        digest -> Text,
        previous_digest -> Text,
        signature -> Text,
        sealed_at -> BigInt,
    }
}

diesel::table! {
    job (id) {
        id -> Text,
        kind -> Text,
        key -> Text,
        payload -> Text,
        due_at -> BigInt,
        attempts -> BigInt,
        leased_until -> BigInt,
        last_error -> Nullable<Text>,
        done_at -> Nullable<BigInt>,
        given_up_at -> Nullable<BigInt>,
    }
}

diesel::table! {
    letter (id) {
        id -> Text,
        kind -> Text,
        class -> Text,
        about_id -> Text,
        auto_submitted -> Nullable<Text>,
        from_name -> Text,
        to_name -> Text,
        to_address -> Text,
        language -> Text,
        subject -> Text,
        words -> Text,
        message_id -> Text,
        follows -> Nullable<Text>,
        written_at -> BigInt,
        posted_at -> Nullable<BigInt>,
        failed_at -> Nullable<BigInt>,
        failure -> Nullable<Text>,
    }
}

diesel::table! {
    thread_mail (thing_id) {
        thing_id -> Text,
        first_id -> Text,
        last_id -> Text,
    }
}

diesel::table! {
    unwanted (address, class) {
        address -> Text,
        class -> Text,
        since_at -> BigInt,
    }
}

diesel::table! {
    refusing (address) {
        address -> Text,
        since_at -> BigInt,
        why -> Text,
    }
}

diesel::table! {
    idempotency (key_digest) {
        key_digest -> Text,
        request_digest -> Text,
        answer -> Text,
        at -> BigInt,
    }
}

diesel::table! {
    knock (who_digest, window_at) {
        who_digest -> Text,
        window_at -> BigInt,
        times -> BigInt,
    }
}

diesel::table! {
    // SQLite's table of words, in `migrations/sqlite`; an insert by way of this stays prepared.
    search (rowid) {
        rowid -> BigInt,
        words -> Text,
        concern_id -> Text,
        site_id -> Text,
    }
}
