//! Work: who asks, what time it is, and a transaction. A verb is a function over it.

use ground::db::DbConnection;
use ground::entry::{self, Actor, Deed};
use ground::words::Language;
use ground::{App, Id, Moment, Result};
use serde::Serialize;

use crate::client::Client;
use crate::contact::Contact;
use crate::reach::Reach;
use crate::staff::{Roles, StaffMember};

/// What kind of person asks, and what that gives them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Person {
    /// Nobody who signed in.
    Guest,
    /// Nobody who signed in, but somebody who holds the code of one thing and may see that.
    Bearer {
        /// The name of that thing in the rows.
        subject_id: String,
    },
    /// A person of this client.
    Contact {
        /// Whose.
        client_id: Id<Client>,
    },
    /// A person of the organization.
    Staff {
        /// What they do.
        roles: Roles,
    },
    /// A program with a token.
    Program,
    /// The product itself.
    System,
}

/// Who asks.
#[derive(Debug, Clone)]
pub struct Me {
    /// As the record names them.
    pub actor: Actor,
    /// What kind of person they are.
    pub person: Person,
    /// What they may see.
    pub reach: Reach,
    /// In which language they read.
    pub language: Language,
}

impl Me {
    /// The product itself, which sees everything.
    #[must_use]
    pub fn system() -> Self {
        Self {
            actor: Actor::system(),
            person: Person::System,
            reach: Reach::everything(),
            language: Language::default(),
        }
    }

    /// Their name in the rows of our people. Whoever asks came through a door of staff: of others there is nobody of this name.
    #[must_use]
    pub fn staff_id(&self) -> Id<StaffMember> {
        Id::known(self.actor.id.clone())
    }

    /// Their name in the rows of clients' people. Whoever asks came through a door of contacts: of others there is nobody of
    /// this name.
    #[must_use]
    pub fn contact_id(&self) -> Id<Contact> {
        Id::known(self.actor.id.clone())
    }

    /// Whether they are staff who look after clients: supervisors, account managers, administrators.
    #[must_use]
    pub fn looks_after_clients(&self) -> bool {
        use crate::staff::Role;
        self.has_role(&[Role::Supervisor, Role::AccountManager, Role::Administrator])
    }

    /// Whether they are officers and nothing else: their pages are those of a phone at night.
    #[must_use]
    pub fn is_in_the_field(&self) -> bool {
        use crate::staff::Role;
        self.has_role(&[Role::Officer]) && !self.looks_after_clients() && !self.has_role(&[Role::Trainer])
    }

    /// Whether they are staff with one of these roles.
    #[must_use]
    pub fn has_role(&self, any: &[crate::staff::Role]) -> bool {
        matches!(&self.person, Person::Staff { roles } if any.iter().any(|role| roles.has(*role)))
    }
}

/// Who asks, what time it is, and a transaction.
pub struct Work<'a> {
    /// What the process has; a verb uses its key, its words and its settings, never its database.
    pub app: &'a App,
    /// Who asks.
    pub me: &'a Me,
    /// What time it is.
    pub now: Moment,
    /// The transaction.
    pub connection: &'a mut DbConnection,
    /// When it was done by the clock of who did it, where that is not ours.
    pub their_at: Option<Moment>,
}

/// What a verb did, written down. Only [`Work::done`] makes one, and only a `Done` is committed.
#[derive(Debug)]
#[must_use = "what was done is committed only when it is returned"]
pub struct Done<T> {
    value: T,
}

impl<T> Done<T> {
    /// The same deed, answered with another value.
    pub fn map<U>(self, to: impl FnOnce(T) -> U) -> Done<U> {
        Done { value: to(self.value) }
    }

    /// What the verb answers.
    pub(crate) fn into_value(self) -> T {
        self.value
    }

    /// What the verb answers.
    pub const fn value(&self) -> &T {
        &self.value
    }
}

impl Work<'_> {
    /// Writes down what was done to a thing: what it was before, and what it is now.
    ///
    /// # Errors
    /// Broken when the record cannot be written.
    pub fn done<S: Serialize, T>(
        &mut self,
        deed: Deed,
        subject_id: &str,
        (before, after): (Option<&S>, &S),
        value: T,
    ) -> Result<Done<T>> {
        let change = entry::change(before, after)?;
        let done = entry::Done {
            deed,
            subject_id,
            by: &self.me.actor,
            their_at: self.their_at,
            recorded_at: self.now,
            change,
        };
        entry::rows::append(self.connection, &done)?;
        Ok(Done { value })
    }
}
