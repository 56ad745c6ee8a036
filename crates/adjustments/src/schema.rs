//! The tables of this slice, as the queries see them; the words are in `migrations/both/0011_adjustments`.
#![allow(missing_docs, reason = "each table is described where it is made")]

diesel::table! {
    adjustment (id) {
        id -> Text,
        client_id -> Text,
        site_id -> Text,
        kind -> Text,
        said -> Text,
        headline -> Text,
        expected -> Text,
        owner_id -> Text,
        target -> Text,
        due_at -> BigInt,
        check_back_after -> Text,
        state -> Text,
        orders_id -> Nullable<Text>,
        revision_id -> Nullable<Text>,
        board_at -> Nullable<BigInt>,
        opened_at -> BigInt,
        opened_by -> Text,
        ended_at -> Nullable<BigInt>,
        words -> Nullable<Text>,
        ask_officers_at -> Nullable<BigInt>,
        version -> BigInt,
    }
}

diesel::table! {
    adjustment_concern (adjustment_id, concern_id) {
        adjustment_id -> Text,
        concern_id -> Text,
    }
}

diesel::table! {
    officer_answer (id) {
        id -> Text,
        adjustment_id -> Text,
        staff_id -> Text,
        asked_at -> BigInt,
        answer -> Nullable<Text>,
        words -> Nullable<Text>,
        answered_at -> Nullable<BigInt>,
    }
}

diesel::joinable!(adjustment_concern -> adjustment (adjustment_id));
diesel::joinable!(officer_answer -> adjustment (adjustment_id));
diesel::allow_tables_to_appear_in_same_query!(adjustment, adjustment_concern, officer_answer);
