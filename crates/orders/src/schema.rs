//! The tables of this slice, as the queries see them; the words are in `migrations/both/0009_orders`.
#![allow(missing_docs, reason = "each table is described where it is made")]

diesel::table! {
    post_orders (id) {
        id -> Text,
        site_id -> Text,
        post_id -> Nullable<Text>,
        language -> Text,
        revision_id -> Nullable<Text>,
        number -> BigInt,
        review_on -> Text,
        version -> BigInt,
    }
}

diesel::table! {
    wording (hash) {
        hash -> Text,
        words -> Text,
    }
}

diesel::table! {
    revision (id) {
        id -> Text,
        orders_id -> Text,
        number -> Nullable<BigInt>,
        state -> Text,
        base_id -> Nullable<Text>,
        summary -> Text,
        cause -> Text,
        cause_words -> Nullable<Text>,
        effective_at -> Nullable<BigInt>,
        question -> Nullable<Text>,
        author_id -> Text,
        author_name -> Text,
        hash -> Nullable<Text>,
        begun_at -> BigInt,
        proposed_at -> Nullable<BigInt>,
        emergency_at -> Nullable<BigInt>,
        decided_at -> Nullable<BigInt>,
        in_force_at -> Nullable<BigInt>,
        ended_at -> Nullable<BigInt>,
        next_step -> Nullable<Text>,
        next_due_at -> Nullable<BigInt>,
        version -> BigInt,
    }
}

diesel::table! {
    revision_concern (revision_id, concern_id) {
        revision_id -> Text,
        concern_id -> Text,
    }
}

diesel::table! {
    section (id) {
        id -> Text,
        revision_id -> Text,
        key -> Text,
        language -> Text,
        place -> BigInt,
        kind -> Text,
        title -> Text,
        wording_hash -> Text,
        translates_hash -> Nullable<Text>,
        origins -> Text,
        changed_by -> Text,
        changed_at -> BigInt,
        removed_at -> Nullable<BigInt>,
        version -> BigInt,
    }
}

diesel::table! {
    section_earlier (section_id, version) {
        section_id -> Text,
        version -> BigInt,
        title -> Text,
        wording_hash -> Text,
    }
}

diesel::table! {
    orders_picture (orders_id, hash) {
        orders_id -> Text,
        hash -> Text,
        width -> BigInt,
        height -> BigInt,
        bytes -> BigInt,
    }
}

diesel::table! {
    approval (id) {
        id -> Text,
        revision_id -> Text,
        contact_id -> Text,
        standing_in_at -> Nullable<BigInt>,
        asked_at -> BigInt,
        reminded_at -> Nullable<BigInt>,
        answer -> Nullable<Text>,
        words -> Nullable<Text>,
        way -> Nullable<Text>,
        hash -> Nullable<Text>,
        answered_at -> Nullable<BigInt>,
        version -> BigInt,
    }
}

diesel::table! {
    remark (id) {
        id -> Text,
        revision_id -> Text,
        section_key -> Text,
        line -> BigInt,
        line_words -> Text,
        by_kind -> Text,
        by_id -> Text,
        by_name -> Text,
        words -> Text,
        said_at -> BigInt,
    }
}

diesel::table! {
    secret (id) {
        id -> Text,
        orders_id -> Text,
        name -> Text,
        locked -> Text,
        changed_at -> BigInt,
        retired_at -> Nullable<BigInt>,
        version -> BigInt,
    }
}

diesel::joinable!(revision -> post_orders (orders_id));
diesel::joinable!(revision_concern -> revision (revision_id));
diesel::joinable!(section -> wording (wording_hash));
diesel::joinable!(section_earlier -> wording (wording_hash));
diesel::joinable!(approval -> revision (revision_id));
diesel::allow_tables_to_appear_in_same_query!(post_orders, revision, revision_concern, approval);
diesel::allow_tables_to_appear_in_same_query!(section, section_earlier, wording);
