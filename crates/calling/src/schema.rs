//! The tables of this slice, as the queries see them; the words are in `migrations/both/0006_calling`.
#![allow(missing_docs, reason = "each table is described where it is made")]

diesel::table! {
    duty (id) {
        id -> Text,
        staff_id -> Text,
        starts_at -> BigInt,
        ends_at -> BigInt,
        version -> BigInt,
    }
}

diesel::table! {
    ladder (id) {
        id -> Text,
        scope_id -> Text,
        severity -> Text,
        step -> Text,
        rungs -> Nullable<Text>,
        version -> BigInt,
    }
}

diesel::table! {
    device (id) {
        id -> Text,
        staff_id -> Text,
        endpoint -> Text,
        public_key -> Text,
        secret -> Text,
        label -> Text,
        added_at -> BigInt,
        taken_at -> Nullable<BigInt>,
    }
}

diesel::table! {
    quiet (staff_id) {
        staff_id -> Text,
        from_minute -> BigInt,
        until_minute -> BigInt,
        zone -> Text,
    }
}
