//! The tables of this slice, as the queries see them; the words are in `migrations/both/0010_briefing`.
#![allow(missing_docs, reason = "each table is described where it is made")]

diesel::table! {
    temporary (id) {
        id -> Text,
        site_id -> Text,
        post_id -> Nullable<Text>,
        kind -> Text,
        words -> Text,
        language -> Text,
        by_kind -> Text,
        by_id -> Text,
        by_name -> Text,
        concern_id -> Nullable<Text>,
        given_at -> BigInt,
        ends_at -> BigInt,
        asks_at -> Nullable<BigInt>,
        ended_at -> Nullable<BigInt>,
        revision_id -> Nullable<Text>,
        version -> BigInt,
    }
}

diesel::table! {
    confirmation (id) {
        id -> Text,
        orders_id -> Text,
        revision_id -> Text,
        staff_id -> Text,
        round -> BigInt,
        hash -> Text,
        way -> Text,
        looks -> BigInt,
        confirmed_at -> BigInt,
        their_at -> Nullable<BigInt>,
        entered_by_id -> Nullable<Text>,
        entered_by_name -> Nullable<Text>,
        photo -> Nullable<Text>,
    }
}

diesel::table! {
    confirmation_try (revision_id, staff_id) {
        revision_id -> Text,
        staff_id -> Text,
        looks -> BigInt,
    }
}

diesel::table! {
    revision_announced (revision_id) {
        revision_id -> Text,
        announced_at -> BigInt,
    }
}

diesel::table! {
    unconfirmed_told (assignment_id, revision_id) {
        assignment_id -> Text,
        revision_id -> Text,
        told_at -> BigInt,
    }
}

diesel::table! {
    pin (staff_id) {
        staff_id -> Text,
        hash -> Text,
        chosen_at -> BigInt,
    }
}
