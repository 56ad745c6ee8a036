//! The tables of this slice, as the queries see them; the words are in `migrations/both/0018_examining`.
#![allow(missing_docs, reason = "each table is described where it is made")]

diesel::table! {
    exam (id) {
        id -> Text,
        staff_id -> Text,
        kind -> Text,
        blueprint -> Text,
        unit -> Nullable<Text>,
        language -> Text,
        seed -> BigInt,
        begun_at -> BigInt,
        ends_at -> Nullable<BigInt>,
        beat_at -> BigInt,
        given_back_seconds -> BigInt,
        closed_at -> Nullable<BigInt>,
        closed_why -> Nullable<Text>,
        asked -> BigInt,
        pass_mark -> BigInt,
        right_answers -> Nullable<BigInt>,
        short_of -> Nullable<Text>,
        foretold_millionths -> Nullable<BigInt>,
        ability_thousandths -> Nullable<BigInt>,
        error_thousandths -> Nullable<BigInt>,
        voided_at -> Nullable<BigInt>,
        voided_why -> Nullable<Text>,
        version -> BigInt,
    }
}

diesel::table! {
    exam_question (exam_id, place) {
        exam_id -> Text,
        place -> BigInt,
        question_id -> Text,
        wording_id -> Text,
        chosen -> Nullable<BigInt>,
        answered_at -> Nullable<BigInt>,
        flagged_at -> Nullable<BigInt>,
    }
}

diesel::table! {
    item_parameters (question_id) {
        question_id -> Text,
        discrimination_thousandths -> BigInt,
        difficulty_thousandths -> BigInt,
        answers -> BigInt,
        fitted_at -> BigInt,
    }
}

diesel::joinable!(exam_question -> exam (exam_id));
diesel::allow_tables_to_appear_in_same_query!(exam_question, exam);
