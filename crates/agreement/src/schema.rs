//! The tables of this slice, as the queries see them; the words are in `migrations/both/0003_agreement`.
#![allow(missing_docs, reason = "each table is described where it is made")]

diesel::table! {
    contract (id) {
        id -> Text,
        outside_key -> Nullable<Text>,
        client_id -> Text,
        starts_on -> Text,
        ends_on -> Nullable<Text>,
        notice_days -> BigInt,
        renewal -> Text,
        promises -> Text,
        approval_limit -> Text,
        approval_silence -> Text,
        stand_in_id -> Nullable<Text>,
        version -> BigInt,
    }
}

diesel::table! {
    post (id) {
        id -> Text,
        outside_key -> Nullable<Text>,
        site_id -> Text,
        name -> Text,
        closed_at -> Nullable<BigInt>,
        version -> BigInt,
    }
}

diesel::table! {
    assignment (id) {
        id -> Text,
        outside_key -> Nullable<Text>,
        post_id -> Text,
        staff_id -> Text,
        starts_at -> BigInt,
        ends_at -> Nullable<BigInt>,
        version -> BigInt,
    }
}

diesel::joinable!(assignment -> post (post_id));
diesel::allow_tables_to_appear_in_same_query!(post, assignment);
