//! The tables of this slice, as the queries see them; the words are in `migrations/both/0017_learning`.
#![allow(missing_docs, reason = "each table is described where it is made")]

diesel::table! {
    question (id) {
        id -> Text,
        name -> Text,
        origin -> Text,
        competency -> Text,
        setting -> Text,
        source -> Text,
        level_thousandths -> BigInt,
        site_id -> Nullable<Text>,
        revision_id -> Nullable<Text>,
        taken_at -> BigInt,
        worded_at -> BigInt,
        retired_at -> Nullable<BigInt>,
        is_gone -> BigInt,
        version -> BigInt,
    }
}

diesel::table! {
    question_wording (id) {
        id -> Text,
        question_id -> Text,
        language -> Text,
        ask -> Text,
        options -> Text,
        key_place -> BigInt,
        explanation -> Text,
        made_at -> BigInt,
        ended_at -> Nullable<BigInt>,
    }
}

diesel::table! {
    content_taken (digest) {
        digest -> Text,
        taken_at -> BigInt,
    }
}

diesel::table! {
    answer (id) {
        id -> Text,
        staff_id -> Text,
        question_id -> Text,
        wording_id -> Text,
        occasion -> Text,
        occasion_id -> Text,
        answered_at -> BigInt,
        answered_on -> Text,
        chosen -> Nullable<BigInt>,
        is_guess -> BigInt,
        is_right -> BigInt,
        is_first -> BigInt,
        is_review -> BigInt,
    }
}

diesel::table! {
    card (staff_id, question_id) {
        staff_id -> Text,
        question_id -> Text,
        stability_millionths -> BigInt,
        difficulty_millionths -> BigInt,
        reviewed_on -> Text,
        due_on -> Text,
        reviews -> BigInt,
        lapses -> BigInt,
    }
}

diesel::table! {
    practice (id) {
        id -> Text,
        staff_id -> Text,
        practised_at -> BigInt,
        asked -> BigInt,
        right_answers -> BigInt,
    }
}

diesel::table! {
    forgetting (staff_id) {
        staff_id -> Text,
        weights -> Nullable<Text>,
        reviews -> BigInt,
        tried_at -> BigInt,
        loss_before_millionths -> Nullable<BigInt>,
        loss_after_millionths -> Nullable<BigInt>,
    }
}

diesel::table! {
    rehearsal (id) {
        id -> Text,
        staff_id -> Text,
        scenario -> Text,
        digest -> Text,
        begun_at -> BigInt,
        ended_at -> Nullable<BigInt>,
        ending -> Nullable<Text>,
        outcome -> Nullable<Text>,
        path -> Text,
        version -> BigInt,
    }
}

diesel::table! {
    question_import (id) {
        id -> Text,
        format -> Text,
        brought_at -> BigInt,
        brought_by -> Text,
        added -> BigInt,
        reworded -> BigInt,
        same -> BigInt,
        left_out -> Text,
        remarks -> Text,
    }
}

diesel::table! {
    preferred (staff_id, competency) {
        staff_id -> Text,
        competency -> Text,
        until_on -> Text,
    }
}

diesel::joinable!(question_wording -> question (question_id));
diesel::joinable!(card -> question (question_id));
diesel::joinable!(answer -> question (question_id));
diesel::joinable!(answer -> question_wording (wording_id));
diesel::allow_tables_to_appear_in_same_query!(question, question_wording, card, answer);
