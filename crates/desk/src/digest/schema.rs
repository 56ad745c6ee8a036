//! The table of digests.

diesel::table! {
    digest (id) {
        id -> Text,
        person_id -> Text,
        person_kind -> Text,
        rhythm -> Text,
        weekday -> BigInt,
        hour -> BigInt,
        zone -> Text,
        looked_at -> BigInt,
        next_at -> Nullable<BigInt>,
    }
}
