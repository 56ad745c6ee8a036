//! The tables of this slice, as the queries see them; the words are in `migrations/both/0015_standing`.
#![allow(missing_docs, reason = "each table is described where it is made")]

diesel::table! {
    health_weights (id) {
        id -> Text,
        from_at -> BigInt,
        by_name -> Text,
        words -> Text,
        weights -> Text,
    }
}

diesel::table! {
    health (site_id) {
        site_id -> Text,
        client_id -> Text,
        day -> Text,
        score -> Nullable<BigInt>,
        known -> Text,
        reasons -> Text,
        reckoned_at -> BigInt,
    }
}

diesel::table! {
    health_day (site_id, day) {
        site_id -> Text,
        day -> Text,
        client_id -> Text,
        score -> Nullable<BigInt>,
        known -> Text,
        reasons -> Text,
        reckoned_at -> BigInt,
    }
}

diesel::table! {
    health_follow (id) {
        id -> Text,
        recorded_at -> BigInt,
        subject_id -> Text,
        position -> BigInt,
    }
}

diesel::table! {
    visit_rhythm (site_id) {
        site_id -> Text,
        every_days -> BigInt,
        version -> BigInt,
    }
}

diesel::table! {
    renewal (contract_id) {
        contract_id -> Text,
        value_cents -> Nullable<BigInt>,
        currency -> Text,
        renews_months -> BigInt,
        review_on -> Nullable<Text>,
        words -> Text,
        version -> BigInt,
    }
}

diesel::table! {
    renewal_task (id) {
        id -> Text,
        contract_id -> Text,
        term_ends_on -> Text,
        kind -> Text,
        headline -> Text,
        owner_id -> Text,
        due_on -> Text,
        reminds_on -> Nullable<Text>,
        done_at -> Nullable<BigInt>,
        done_by -> Nullable<Text>,
        words -> Nullable<Text>,
        version -> BigInt,
    }
}

diesel::table! {
    renewal_outcome (id) {
        id -> Text,
        contract_id -> Text,
        client_id -> Text,
        term_ends_on -> Text,
        outcome -> Text,
        reason -> Text,
        words -> Text,
        decided_on -> Text,
        entered_at -> BigInt,
        entered_by -> Text,
    }
}

diesel::table! {
    calendar_feed (digest) {
        digest -> Text,
        staff_id -> Text,
        made_at -> BigInt,
        revoked_at -> Nullable<BigInt>,
    }
}
