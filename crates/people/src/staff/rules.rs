//! What a staff member is.

use diesel::backend::Backend;
use diesel::deserialize::{self, FromSql, FromSqlRow};
use diesel::expression::AsExpression;
use diesel::serialize::{self, Output, ToSql};
use diesel::sql_types::Text;
use ground::fields::Choice;
use ground::words::Language;
use ground::{Fields, Id, Moment, Refusal, choice};
use serde::Serialize;

choice! {
    /// What a staff member does.
    pub enum Role {
        /// Stands at a post.
        Officer = "officer", "role-officer",
        /// Looks after some sites.
        Supervisor = "supervisor", "role-supervisor",
        /// Looks after clients.
        AccountManager = "account_manager", "role-account-manager",
        /// Trains officers.
        Trainer = "trainer", "role-trainer",
        /// Sets everything up.
        Administrator = "administrator", "role-administrator",
    }
}

/// The roles of one staff member: at least one.
#[derive(Debug, Clone, PartialEq, Eq, AsExpression, FromSqlRow)]
#[diesel(sql_type = Text)]
pub struct Roles(String);

impl Roles {
    /// These roles, each once, in their order; `None` when there is none.
    #[must_use]
    pub fn of(roles: &[Role]) -> Option<Self> {
        let words: Vec<_> = Role::ALL.iter().filter(|role| roles.contains(role)).map(|role| role.word()).collect();
        (!words.is_empty()).then(|| Self(words.join(" ")))
    }

    /// Whether this is one of them.
    #[must_use]
    pub fn has(&self, role: Role) -> bool {
        self.iter().any(|own| own == role)
    }

    /// All of them.
    pub fn iter(&self) -> impl Iterator<Item = Role> {
        self.0.split(' ').filter_map(Role::from_word)
    }
}

impl Serialize for Roles {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

impl<DB: Backend> ToSql<Text, DB> for Roles
where
    String: ToSql<Text, DB>,
{
    fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, DB>) -> serialize::Result {
        self.0.to_sql(out)
    }
}

impl<DB: Backend> FromSql<Text, DB> for Roles
where
    String: FromSql<Text, DB>,
{
    fn from_sql(bytes: DB::RawValue<'_>) -> deserialize::Result<Self> {
        String::from_sql(bytes).map(Self)
    }
}

/// A person of the organization.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct StaffMember {
    /// Its name in the rows.
    pub id: Id<Self>,
    /// Its name in the file or system it was imported from.
    pub outside_key: Option<String>,
    /// What they are called.
    pub name: String,
    /// Where mail reaches them, and with what they sign in.
    pub email: String,
    /// What they do.
    pub roles: Roles,
    /// In which language they read.
    pub language: Language,
    /// When they left the organization.
    pub left_at: Option<Moment>,
    /// Grows with each change, so that a change over another one is noticed.
    pub version: i64,
}

/// A staff member as typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewStaffMember {
    /// What they are called.
    pub name: String,
    /// Where mail reaches them.
    pub email: String,
    /// What they do.
    pub roles: Roles,
    /// In which language they read.
    pub language: Language,
}

impl NewStaffMember {
    /// Reads what was typed. Roles are several values, or one list with commas (as in a CSV file).
    pub fn read(fields: &mut Fields) -> Option<Self> {
        let name = fields.line("name", 1..=120);
        let email = fields.email("email");
        let language = fields.checked("language", language);
        let words: Vec<String> =
            fields.all("roles").flat_map(|value| value.split([',', ' '])).map(str::to_owned).collect();
        let roles: Option<Vec<Role>> =
            words.iter().filter(|word| !word.is_empty()).map(|word| Role::from_word(word)).collect();
        let roles = roles.and_then(|roles| Roles::of(&roles));
        if roles.is_none() {
            fields.refuse("roles", Refusal::new("field-choose"));
        }
        Some(Self { name: name?, email: email?, roles: roles?, language: language? })
    }
}

impl StaffMember {
    /// A staff member who is taken on now.
    #[must_use]
    pub fn taken_on(new: &NewStaffMember) -> Self {
        let NewStaffMember { name, email, roles, language } = new.clone();
        Self { id: Id::fresh(), outside_key: None, name, email, roles, language, left_at: None, version: 0 }
    }
}

/// A language by its code; none means English.
pub(crate) fn language(typed: &str) -> Result<Language, Refusal> {
    match typed.trim() {
        "" => Ok(Language::default()),
        code => Language::parse(code).ok_or(Refusal::new("field-choose")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn roles_are_kept_once_and_in_their_order() {
        let roles = Roles::of(&[Role::Administrator, Role::Officer, Role::Administrator]).unwrap();
        assert_eq!(roles, Roles("officer administrator".to_owned()));
        assert!(roles.has(Role::Officer) && !roles.has(Role::Supervisor));
        assert_eq!(Roles::of(&[]), None);
    }

    #[test]
    fn an_unknown_role_is_refused_and_a_list_is_read() {
        let typed =
            |roles: &str| Fields::default().set("name", "Omar").set("email", "omar@x.example").set("roles", roles);
        assert!(NewStaffMember::read(&mut typed("king")).is_none());
        let read = NewStaffMember::read(&mut typed("officer, supervisor")).unwrap();
        assert!(read.roles.has(Role::Supervisor));
    }
}
