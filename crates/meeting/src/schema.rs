//! The tables of this slice, as the queries see them; the words are in `migrations/both/0012_meeting`.
#![allow(missing_docs, reason = "each table is described where it is made")]

diesel::table! {
    interaction (id) {
        id -> Text,
        site_id -> Text,
        post_id -> Nullable<Text>,
        by_id -> Text,
        by_name -> Text,
        kind -> Text,
        whom -> Text,
        contact_id -> Nullable<Text>,
        with_name -> Nullable<Text>,
        mood -> Nullable<Text>,
        topic -> Text,
        language -> Text,
        happened_at -> BigInt,
        received_at -> BigInt,
        replaces_id -> Nullable<Text>,
    }
}

diesel::table! {
    given_word (id) {
        id -> Text,
        site_id -> Text,
        interaction_id -> Text,
        holder_id -> Text,
        contact_id -> Nullable<Text>,
        to_name -> Nullable<Text>,
        words -> Text,
        given_at -> BigInt,
        due_at -> BigInt,
        asks_at -> Nullable<BigInt>,
        tells_at -> Nullable<BigInt>,
        kept_at -> Nullable<BigInt>,
        released_at -> Nullable<BigInt>,
        how -> Nullable<Text>,
        version -> BigInt,
    }
}

diesel::table! {
    coaching (id) {
        id -> Text,
        about_id -> Text,
        attentive -> Text,
        common_ground -> Text,
        courteous -> Text,
        connecting -> Text,
        informing -> Text,
        words -> Text,
        answer -> Nullable<Text>,
        answered_at -> Nullable<BigInt>,
    }
}
