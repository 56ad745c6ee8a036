//! The tables of this slice, as the queries see them; the words are in `migrations/both/0013_field`.
#![allow(missing_docs, reason = "each table is described where it is made")]

diesel::table! {
    phone (id, staff_id) {
        id -> Text,
        staff_id -> Text,
        label -> Text,
        first_seen_at -> BigInt,
        last_seen_at -> BigInt,
        seen_before_at -> Nullable<BigInt>,
        clock_ahead_seconds -> BigInt,
        given_up_at -> Nullable<BigInt>,
    }
}

diesel::table! {
    sending (id) {
        id -> Text,
        phone_id -> Text,
        staff_id -> Text,
        kind -> Text,
        digest -> Text,
        at -> BigInt,
        clock_ahead_seconds -> BigInt,
        happened_at -> BigInt,
        received_at -> BigInt,
        state -> Text,
        subject_id -> Nullable<Text>,
        number -> Nullable<Text>,
        says -> Nullable<Text>,
        content -> Nullable<Text>,
        settled_at -> Nullable<BigInt>,
        settled_by_id -> Nullable<Text>,
        settled_by_name -> Nullable<Text>,
        settled_words -> Nullable<Text>,
    }
}

diesel::table! {
    part (sending_id, number) {
        sending_id -> Text,
        number -> BigInt,
        content -> Text,
        received_at -> BigInt,
    }
}

diesel::table! {
    shared_phone (id) {
        id -> Text,
        site_id -> Text,
        label -> Text,
        token_digest -> Text,
        made_at -> BigInt,
        made_by_name -> Text,
        ended_at -> Nullable<BigInt>,
    }
}
