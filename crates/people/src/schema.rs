//! The tables of this slice, as the queries see them; the words are in `migrations/both/0002_people`.
#![allow(missing_docs, reason = "each table is described where it is made")]

diesel::table! {
    organization (id) {
        id -> Text,
        name -> Text,
        language -> Text,
        zone -> Text,
        emergency_number -> Text,
        phone -> Nullable<Text>,
        email -> Nullable<Text>,
        absence_days -> BigInt,
        demo_since -> Nullable<BigInt>,
        version -> BigInt,
    }
}

diesel::table! {
    client (id) {
        id -> Text,
        outside_key -> Nullable<Text>,
        name -> Text,
        setting -> Text,
        left_at -> Nullable<BigInt>,
        version -> BigInt,
    }
}

diesel::table! {
    staff (id) {
        id -> Text,
        outside_key -> Nullable<Text>,
        name -> Text,
        email -> Text,
        roles -> Text,
        language -> Text,
        theme -> Text,
        keys_off_at -> Nullable<BigInt>,
        password_hash -> Nullable<Text>,
        left_at -> Nullable<BigInt>,
        version -> BigInt,
    }
}

diesel::table! {
    site (id) {
        id -> Text,
        outside_key -> Nullable<Text>,
        client_id -> Text,
        name -> Text,
        setting -> Text,
        address -> Text,
        zone -> Text,
        calendar -> Text,
        owner_id -> Text,
        mail_name -> Nullable<Text>,
        closed_at -> Nullable<BigInt>,
        version -> BigInt,
    }
}

diesel::table! {
    contact (id) {
        id -> Text,
        outside_key -> Nullable<Text>,
        client_id -> Text,
        name -> Text,
        email -> Text,
        phone -> Nullable<Text>,
        standing -> Text,
        language -> Text,
        theme -> Text,
        left_at -> Nullable<BigInt>,
        version -> BigInt,
    }
}

diesel::table! {
    contact_site (contact_id, site_id) {
        contact_id -> Text,
        site_id -> Text,
    }
}

diesel::table! {
    staff_site (staff_id, site_id) {
        staff_id -> Text,
        site_id -> Text,
    }
}

diesel::table! {
    session (digest) {
        digest -> Text,
        id -> Text,
        person_kind -> Text,
        person_id -> Text,
        device -> Text,
        created_at -> BigInt,
        seen_at -> BigInt,
        expires_at -> BigInt,
    }
}

diesel::table! {
    sign_in_link (digest) {
        digest -> Text,
        person_kind -> Text,
        person_id -> Text,
        created_at -> BigInt,
        expires_at -> BigInt,
        spent_at -> Nullable<BigInt>,
    }
}

diesel::table! {
    program (id) {
        id -> Text,
        name -> Text,
        digest -> Text,
        created_at -> BigInt,
        revoked_at -> Nullable<BigInt>,
        version -> BigInt,
    }
}

diesel::joinable!(site -> client (client_id));
diesel::joinable!(contact -> client (client_id));
diesel::joinable!(contact_site -> contact (contact_id));
diesel::joinable!(contact_site -> site (site_id));
diesel::joinable!(staff_site -> staff (staff_id));
diesel::joinable!(staff_site -> site (site_id));
diesel::joinable!(site -> staff (owner_id));
diesel::allow_tables_to_appear_in_same_query!(client, contact, contact_site, site, staff, staff_site);
