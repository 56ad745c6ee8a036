//! Values that are one of a few words: in rows, in forms, in JSON, and as a sentence on a page.

/// Declares an enum whose values are words, each with the key of its sentence.
///
/// ```text
/// choice! {
///     /// How a contact stands in the client's company.
///     pub enum Standing {
///         /// Decides about the contract.
///         DecisionMaker = "decision_maker", "standing-decision-maker",
///     }
/// }
/// ```
#[macro_export]
macro_rules! choice {
    ($(#[$doc:meta])* pub enum $name:ident { $($(#[$value_doc:meta])* $value:ident = $word:literal, $key:literal,)+ }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[derive(diesel::expression::AsExpression, diesel::deserialize::FromSqlRow)]
        #[diesel(sql_type = diesel::sql_types::Text)]
        pub enum $name { $($(#[$value_doc])* $value,)+ }

        impl $name {
            /// All of them, in the order in which they are offered.
            pub const ALL: &'static [Self] = &[$(Self::$value),+];

            /// The word that rows, forms and JSON hold.
            #[must_use]
            pub const fn word(self) -> &'static str {
                match self { $(Self::$value => $word,)+ }
            }

            /// The key of its sentence.
            #[must_use]
            pub const fn key(self) -> &'static str {
                match self { $(Self::$value => $key,)+ }
            }

            /// All of them for a form: the word, and what it is called.
            #[must_use]
            pub fn choices(words: &$crate::Words) -> Vec<(String, String)> {
                Self::ALL.iter().map(|value| (value.word().to_owned(), words.t(value.key()))).collect()
            }
        }

        impl $crate::fields::Choice for $name {
            fn from_word(word: &str) -> Option<Self> {
                match word { $($word => Some(Self::$value),)+ _ => None }
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.word())
            }
        }

        impl<DB: diesel::backend::Backend> diesel::serialize::ToSql<diesel::sql_types::Text, DB> for $name
        where
            str: diesel::serialize::ToSql<diesel::sql_types::Text, DB>,
        {
            fn to_sql<'b>(&'b self, out: &mut diesel::serialize::Output<'b, '_, DB>) -> diesel::serialize::Result {
                self.word().to_sql(out)
            }
        }

        impl<DB: diesel::backend::Backend> diesel::deserialize::FromSql<diesel::sql_types::Text, DB> for $name
        where
            String: diesel::deserialize::FromSql<diesel::sql_types::Text, DB>,
        {
            fn from_sql(bytes: DB::RawValue<'_>) -> diesel::deserialize::Result<Self> {
                let word = String::from_sql(bytes)?;
                <Self as $crate::fields::Choice>::from_word(&word)
                    .ok_or_else(|| format!("{word} is not one of the words of {}", stringify!($name)).into())
            }
        }
    };
}
