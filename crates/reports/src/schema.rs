//! The tables of this slice, as the queries see them; the words are in `migrations/both/0016_reports`.
#![allow(missing_docs, reason = "each table is described where it is made")]

diesel::table! {
    report_posting (id) {
        id -> Text,
        contact_id -> Text,
        period -> Text,
        decided_at -> BigInt,
        is_written -> BigInt,
    }
}

diesel::table! {
    report_subscription (contact_id) {
        contact_id -> Text,
        since_at -> BigInt,
    }
}
