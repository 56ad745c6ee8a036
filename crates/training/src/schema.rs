//! The tables of this slice, as the queries see them; the words are in `migrations/both/0019_training`.
#![allow(missing_docs, reason = "each table is described where it is made")]

diesel::table! {
    licence (id) {
        id -> Text,
        staff_id -> Text,
        kind -> Text,
        jurisdiction -> Text,
        number -> Text,
        issued_on -> Text,
        expires_on -> Nullable<Text>,
        renewal -> Nullable<Text>,
        reminds_on -> Nullable<Text>,
        added_at -> BigInt,
        ended_at -> Nullable<BigInt>,
        ended_why -> Nullable<Text>,
        version -> BigInt,
    }
}

diesel::table! {
    certificate (id) {
        id -> Text,
        number -> Text,
        digest -> Text,
        staff_id -> Text,
        officer_name -> Text,
        exam_id -> Nullable<Text>,
        title -> Text,
        hours -> Nullable<BigInt>,
        issuer -> Text,
        instructor -> Nullable<Text>,
        language -> Text,
        completed_on -> Text,
        issued_on -> Text,
        valid_until -> Nullable<Text>,
        reminds_on -> Nullable<Text>,
        issued_at -> BigInt,
        withdrawn_at -> Nullable<BigInt>,
        withdrawn_why -> Nullable<Text>,
        version -> BigInt,
    }
}

diesel::table! {
    plan_item (id) {
        id -> Text,
        staff_id -> Text,
        competency -> Text,
        reason -> Text,
        site_id -> Nullable<Text>,
        reason_count -> Nullable<BigInt>,
        reason_of -> Nullable<BigInt>,
        words -> Nullable<Text>,
        begun_on -> Text,
        until_on -> Text,
        set_at -> BigInt,
        ended_at -> Nullable<BigInt>,
        version -> BigInt,
    }
}
