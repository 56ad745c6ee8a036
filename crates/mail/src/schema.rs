//! The tables of this slice, as the queries see them; the words are in `migrations/both/0007_mail`.
#![allow(missing_docs, reason = "each table is described where it is made")]

diesel::table! {
    arrival (id) {
        id -> Text,
        key -> Text,
        hash -> Text,
        bytes -> BigInt,
        source -> Text,
        null_sender_at -> Nullable<BigInt>,
        recipients -> Text,
        received_at -> BigInt,
        message_id -> Nullable<Text>,
        from_name -> Nullable<Text>,
        from_address -> Nullable<Text>,
        subject -> Text,
        written_at -> Nullable<BigInt>,
        words_digest -> Nullable<Text>,
        state -> Text,
        reason -> Nullable<Text>,
        trust -> Text,
        matched_by -> Nullable<Text>,
        named_id -> Nullable<Text>,
        concern_id -> Nullable<Text>,
        site_id -> Nullable<Text>,
        settled_at -> Nullable<BigInt>,
        version -> BigInt,
    }
}

diesel::table! {
    mailbox (name) {
        name -> Text,
        validity -> BigInt,
        last_number -> BigInt,
        read_at -> BigInt,
    }
}
