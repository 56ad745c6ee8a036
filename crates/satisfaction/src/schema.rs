//! The tables of this slice, as the queries see them; the words are in `migrations/both/0014_satisfaction`.
#![allow(missing_docs, reason = "each table is described where it is made")]

diesel::table! {
    survey_round (id) {
        id -> Text,
        opened_at -> BigInt,
        closes_at -> BigInt,
        closed_at -> Nullable<BigInt>,
        repeats_at -> Nullable<BigInt>,
        opened_by -> Text,
        version -> BigInt,
    }
}

diesel::table! {
    asking (id) {
        id -> Text,
        round_id -> Text,
        client_id -> Text,
        site_id -> Nullable<Text>,
        contact_id -> Text,
        digest -> Text,
        asked_at -> BigInt,
        reminds_at -> Nullable<BigInt>,
        reminded_at -> Nullable<BigInt>,
        answered_at -> Nullable<BigInt>,
        is_anonymous -> BigInt,
    }
}

diesel::table! {
    survey_reply (id) {
        id -> Text,
        asking_id -> Nullable<Text>,
        round_id -> Text,
        client_id -> Text,
        site_id -> Nullable<Text>,
        standing -> Nullable<Text>,
        counted_at -> BigInt,
        language -> Text,
        comment -> Nullable<Text>,
    }
}

diesel::table! {
    survey_answer (reply_id, item) {
        reply_id -> Text,
        item -> Text,
        value -> BigInt,
    }
}

diesel::table! {
    pulse_answer (id) {
        id -> Text,
        site_id -> Text,
        sign_code -> Text,
        given_on -> Text,
        safe -> Nullable<BigInt>,
        treated -> Nullable<BigInt>,
        language -> Text,
        comment -> Nullable<Text>,
    }
}

diesel::table! {
    own_question (id) {
        id -> Text,
        kind -> Text,
        english -> Text,
        spanish -> Nullable<Text>,
        made_at -> BigInt,
        retired_at -> Nullable<BigInt>,
        version -> BigInt,
    }
}

diesel::table! {
    round_question (round_id, question_id) {
        round_id -> Text,
        question_id -> Text,
        place -> BigInt,
    }
}

diesel::table! {
    own_answer (reply_id, question_id) {
        reply_id -> Text,
        question_id -> Text,
        value -> Nullable<BigInt>,
        words -> Nullable<Text>,
    }
}

diesel::joinable!(round_question -> own_question (question_id));
diesel::allow_tables_to_appear_in_same_query!(round_question, own_question);
diesel::joinable!(own_answer -> survey_reply (reply_id));
diesel::allow_tables_to_appear_in_same_query!(own_answer, survey_reply);
diesel::joinable!(survey_answer -> survey_reply (reply_id));
diesel::allow_tables_to_appear_in_same_query!(survey_answer, survey_reply);
