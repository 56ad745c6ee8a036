//! What a staff member is.

use ground::fields::Choice;
use ground::words::Language;
use ground::{Error, Fields, Id, Moment, Refusal, Result, choice};
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
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Roles(String);

impl Roles {
    /// These roles, each once, in their order; `None` when there is none.
    #[must_use]
    pub fn of(roles: &[Role]) -> Option<Self> {
        let words: Vec<_> = Role::ALL.iter().filter(|role| roles.contains(role)).map(|role| role.word()).collect();
        (!words.is_empty()).then(|| Self(words.join(" ")))
    }

    /// The roles that a row of ours holds.
    pub(crate) const fn known(words: String) -> Self {
        Self(words)
    }

    /// Their words, as rows hold them.
    pub(crate) fn as_str(&self) -> &str {
        &self.0
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

    /// The staff member as typed anew over the version that was looked at.
    ///
    /// # Errors
    /// Refused when they were changed since.
    pub fn changed(self, new: &NewStaffMember, version: i64) -> Result<Self> {
        if self.version != version {
            return Err(Error::refused("changed-meanwhile"));
        }
        let NewStaffMember { name, email, roles, language } = new.clone();
        Ok(Self { name, email, roles, language, ..self })
    }

    /// The staff member after they left the organization.
    ///
    /// # Errors
    /// Refused when that was done before.
    pub fn left(self, now: Moment) -> Result<Self> {
        match self.left_at {
            Some(_) => Err(Error::refused("staff-already-left")),
            None => Ok(Self { left_at: Some(now), ..self }),
        }
    }

    /// Whether they work here and have this role.
    #[must_use]
    pub fn works_as(&self, role: Role) -> bool {
        self.left_at.is_none() && self.roles.has(role)
    }

    /// Whether concerns at a site can fall to them first: only whoever can open a concern can see to it.
    #[must_use]
    pub fn can_own(&self) -> bool {
        [Role::Supervisor, Role::AccountManager, Role::Administrator].into_iter().any(|role| self.works_as(role))
    }

    /// Holds that concerns at a site can fall to them first.
    ///
    /// # Errors
    /// Refused when they cannot.
    pub fn check_owns(&self) -> Result<()> {
        if self.can_own() { Ok(()) } else { Err(Error::refused("site-owner-unfit")) }
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

    fn sam() -> StaffMember {
        let roles = Roles::of(&[Role::Supervisor]).unwrap();
        let (name, email) = ("Sam Okonjo".to_owned(), "sam@lantern.example".to_owned());
        StaffMember::taken_on(&NewStaffMember { name, email, roles, language: Language::English })
    }

    #[test]
    fn whoever_owns_a_site_works_here_and_can_open_its_concerns() {
        assert!(sam().check_owns().is_ok());
        let left = sam().left(Moment::from_millis(1)).unwrap();
        assert!(left.check_owns().is_err() && !left.works_as(Role::Supervisor));
        let officer = StaffMember { roles: Roles::of(&[Role::Officer, Role::Trainer]).unwrap(), ..sam() };
        assert!(!officer.can_own());
    }

    #[test]
    fn one_leaves_once() {
        let left = sam().left(Moment::from_millis(1)).unwrap();
        assert!(matches!(left.left(Moment::from_millis(2)), Err(Error::Refused(_))));
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
