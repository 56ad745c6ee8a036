//! The tables of this slice, as the queries see them; the words are in `migrations/both/0004_listening`.
//! They are joined with tables of other slices nowhere: their names are looked up by a second query.
#![allow(missing_docs, reason = "each table is described where it is made")]

diesel::table! {
    sign (code) {
        code -> Text,
        site_id -> Text,
        post_id -> Nullable<Text>,
        place -> Text,
        made_at -> BigInt,
        retired_at -> Nullable<BigInt>,
        version -> BigInt,
    }
}

diesel::table! {
    terms (hash) {
        hash -> Text,
        calendar -> Text,
        targets -> Text,
    }
}

diesel::table! {
    concern (id) {
        id -> Text,
        number -> Text,
        client_id -> Text,
        site_id -> Text,
        post_id -> Nullable<Text>,
        channel -> Text,
        voice -> Text,
        reporter_id -> Nullable<Text>,
        reporter_name -> Nullable<Text>,
        reporter_email -> Nullable<Text>,
        language -> Text,
        headline -> Text,
        category -> Text,
        severity -> Text,
        remedy -> Nullable<Text>,
        state -> Text,
        owner_id -> Text,
        about_id -> Nullable<Text>,
        next_step -> Text,
        next_due_at -> Nullable<BigInt>,
        next_alert_at -> Nullable<BigInt>,
        said_at -> BigInt,
        raised_at -> BigInt,
        closed_at -> Nullable<BigInt>,
        outcome -> Nullable<Text>,
        protected_at -> Nullable<BigInt>,
        round -> BigInt,
        tracking_digest -> Text,
        terms_hash -> Text,
        version -> BigInt,
    }
}

diesel::table! {
    message (id) {
        id -> Text,
        concern_id -> Text,
        kind -> Text,
        by_kind -> Text,
        by_id -> Text,
        by_name -> Text,
        language -> Text,
        words -> Text,
        said_at -> BigInt,
        edited_at -> Nullable<BigInt>,
        arrival_id -> Nullable<Text>,
        trust -> Nullable<Text>,
        folded -> Nullable<Text>,
        version -> BigInt,
    }
}

diesel::table! {
    message_earlier (message_id, until_at) {
        message_id -> Text,
        until_at -> BigInt,
        words -> Text,
    }
}

diesel::table! {
    photo (id) {
        id -> Text,
        message_id -> Text,
        concern_id -> Text,
        hash -> Text,
        width -> BigInt,
        height -> BigInt,
        bytes -> BigInt,
    }
}

diesel::table! {
    attachment (id) {
        id -> Text,
        message_id -> Text,
        concern_id -> Text,
        name -> Text,
        hash -> Text,
        bytes -> BigInt,
    }
}

diesel::table! {
    promise (id) {
        id -> Text,
        concern_id -> Text,
        step -> Text,
        round -> BigInt,
        target -> Text,
        given_at -> BigInt,
        due_at -> Nullable<BigInt>,
        kept_at -> Nullable<BigInt>,
        ended_at -> Nullable<BigInt>,
        late_reason -> Nullable<Text>,
        told -> BigInt,
    }
}

diesel::table! {
    measure (id, concern_id) {
        id -> Text,
        concern_id -> Text,
        headline -> Text,
        state -> Text,
        since_at -> BigInt,
    }
}

diesel::table! {
    pause (id) {
        id -> Text,
        concern_id -> Text,
        started_at -> BigInt,
        ended_at -> Nullable<BigInt>,
    }
}

diesel::table! {
    check_back (id) {
        id -> Text,
        concern_id -> Text,
        round -> BigInt,
        asked_at -> BigInt,
        digest -> Text,
        answer -> Nullable<Text>,
        words -> Nullable<Text>,
        answered_at -> Nullable<BigInt>,
        fair -> Nullable<BigInt>,
        prompt -> Nullable<BigInt>,
        respect -> Nullable<BigInt>,
        told_why -> Nullable<BigInt>,
    }
}

diesel::table! {
    alert (id) {
        id -> Text,
        concern_id -> Text,
        promise_id -> Text,
        whom -> Text,
        staff_id -> Text,
        way -> Text,
        told_at -> BigInt,
    }
}

diesel::joinable!(check_back -> concern (concern_id));
diesel::joinable!(concern -> terms (terms_hash));
diesel::joinable!(message -> concern (concern_id));
diesel::joinable!(promise -> concern (concern_id));
diesel::joinable!(photo -> message (message_id));
diesel::allow_tables_to_appear_in_same_query!(check_back, concern, message, photo, promise, terms);
