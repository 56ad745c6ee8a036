//! Doors: a handler that takes one can only be entered by that kind of person.
//!
//! Behind every door is the same [`Door`]: who entered, what time it is, and the only two ways
//! to the database, `read` and `write`.

mod cookie;
mod once;
mod system;

use std::ops::Deref;

use askama::Template;
use axum::extract::FromRequestParts;
use axum::http::header::ACCEPT_LANGUAGE;
use axum::http::request::Parts;
use axum::response::Response;
use ground::entry::{Actor, ActorKind};
use ground::web::frame::Kept;
use ground::web::{Frame, Permission, address, problem};
use ground::words::{Language, Words};
use ground::{App, Error, Moment, Result};

pub use cookie::{clear, keep, name, set, value};
pub use once::once;
pub use system::{Story, SystemDoor};

use crate::organization::Organization;
use crate::session;
use crate::staff::Role;
use crate::work::{Done, Me, Person, Work};

/// Who entered, what time it is, and the ways to the database.
#[derive(Clone)]
pub struct Door {
    /// What the process has.
    pub app: App,
    /// Who entered.
    pub me: Me,
    /// What time it is.
    pub now: Moment,
    /// The sentences in their language.
    pub words: Words,
    /// Where they come from; for limits, never for the record.
    pub address: String,
    /// The organization as it is now.
    pub organization: Organization,
    /// The session by which they entered.
    pub session: Option<session::Session>,
    path: String,
    query: Query,
}

/// What every page understands in its address.
#[derive(Debug, Clone, Default, serde::Deserialize)]
struct Query {
    said: Option<String>,
    draft: Option<String>,
    lang: Option<String>,
}

impl Door {
    /// The product's own way in: for jobs and command lines.
    #[must_use]
    pub fn of_system(app: &App, now: Moment) -> SystemDoor {
        SystemDoor::open(app.clone(), Me::system(), now)
    }

    /// Reads, within one consistent state.
    ///
    /// # Errors
    /// What the closure returns.
    pub async fn read<T, F>(&self, read: F) -> Result<T>
    where
        T: Send + 'static,
        F: FnOnce(&mut Work<'_>) -> Result<T> + Send + 'static,
    {
        let (app, me, now) = (self.app.clone(), self.me.clone(), self.now);
        self.app
            .db
            .read(move |connection| read(&mut Work { app: &app, me: &me, now, connection, their_at: None }))
            .await
    }

    /// Changes: runs a verb in a transaction and commits what it did.
    ///
    /// # Errors
    /// What the verb returns, and nothing is changed.
    pub async fn write<T, F>(&self, verb: F) -> Result<T>
    where
        T: Send + 'static,
        F: Fn(&mut Work<'_>) -> Result<Done<T>> + Send + 'static,
    {
        let (app, me, now) = (self.app.clone(), self.me.clone(), self.now);
        let value = self
            .app
            .db
            .write(move |connection| {
                let mut work = Work { app: &app, me: &me, now, connection, their_at: None };
                verb(&mut work).map(Done::into_value)
            })
            .await?;
        self.app.changes.nudge();
        Ok(value)
    }

    /// A page in its frame.
    ///
    /// # Errors
    /// Broken when it cannot be rendered.
    pub fn page(&self, title: &str, content: &impl Template) -> Result<Response> {
        self.frame().page(title, content)
    }

    /// A page for reading, in a narrow column.
    ///
    /// # Errors
    /// Broken when it cannot be rendered.
    pub fn narrow_page(&self, title: &str, content: &impl Template) -> Result<Response> {
        Frame { narrow: true, ..self.frame() }.page(title, content)
    }

    /// Whether whoever entered may set things up.
    #[must_use]
    pub fn may_set_up(&self) -> bool {
        self.me.has_role(&[Role::Administrator])
    }

    /// The frame of a page, for pages that look different around their content.
    #[must_use]
    pub fn frame(&self) -> Frame {
        let said = self.query.said.as_deref().filter(|key| key.starts_with("done-") && self.words.knows(key));
        let settings = self.session.as_ref();
        Frame {
            organization: self.organization.name.clone(),
            home: if self.is_guest() { "" } else { "/" },
            navigation: self.navigation(),
            account: settings.map(|_| ground::web::frame::Link {
                path: "/me".to_owned(),
                name: self.me.actor.name.clone(),
                current: self.path == "/me",
            }),
            languages: if self.is_guest() { self.languages() } else { Vec::new() },
            theme: settings.map(|session| session.theme.clone()).unwrap_or_default(),
            keys: settings.is_none_or(|session| session.keys),
            notice: said.map(|key| self.words.t(key)),
            draft_done: self.query.draft.clone(),
            now: self.now,
            demo: self.organization.demo_since.is_some(),
            field: self.me.is_in_the_field(),
            kept: if self.me.is_in_the_field() { self.kept() } else { Kept::No },
            narrow: false,
            words: self.words.clone(),
        }
    }

    /// The frame of a page for phones in the field, which keep it for when there is no signal.
    #[must_use]
    pub fn field_frame(&self) -> Frame {
        Frame { field: true, narrow: true, kept: self.kept(), ..self.frame() }
    }

    fn kept(&self) -> Kept {
        match self.me.person {
            Person::Staff { .. } => Kept::For(self.me.actor.id.clone()),
            _ => Kept::No,
        }
    }

    /// The same door for somebody who holds the code of one thing, under the name that they left.
    #[must_use]
    pub fn bearing(&self, subject_id: &str, name: Option<&str>) -> Self {
        let mut door = self.clone();
        let actor = Actor { kind: ActorKind::Guest, id: String::new(), name: name.unwrap_or_default().to_owned() };
        door.me = Me {
            actor,
            person: Person::Bearer { subject_id: subject_id.to_owned() },
            reach: crate::Reach::nothing(),
            language: self.me.language,
        };
        door
    }

    /// Whether the address of the page names a language.
    #[must_use]
    pub fn asks_for_language(&self) -> bool {
        self.query.lang.as_deref().and_then(Language::parse).is_some()
    }

    /// Whether nobody is signed in.
    #[must_use]
    pub fn is_guest(&self) -> bool {
        self.session.is_none()
    }

    fn languages(&self) -> Vec<(Language, String)> {
        Language::ALL.map(|language| (language, format!("{}?lang={}", self.path, language.code()))).to_vec()
    }

    fn navigation(&self) -> Vec<ground::web::frame::Link> {
        let shown = |roles: &[&str]| match &self.me.person {
            Person::Staff { roles: mine } => {
                roles.is_empty() || roles.iter().any(|role| mine.iter().any(|own| own.word() == *role))
            }
            _ => true,
        };
        let destinations = self.app.destinations.iter();
        destinations
            .filter(|to| to.to.0 == self.me.actor.kind && shown(to.to.1))
            .map(|to| ground::web::frame::Link {
                path: to.path.to_owned(),
                name: self.words.t(to.word),
                current: self.path == to.path,
            })
            .collect()
    }
}

async fn enter(parts: &mut Parts, app: &App) -> Result<Door> {
    let now = app.clock.now();
    let token = cookie::value(&parts.headers, &cookie::session_name(&app.settings)).map(str::to_owned);
    let (organization, found) = app
        .db
        .read(move |connection| {
            let organization = crate::organization::rows::get(connection)?;
            let found = match token {
                Some(token) => session::rows::enter(connection, &token, now)?,
                None => None,
            };
            Ok((organization, found))
        })
        .await?;
    let query: Query = parts.uri.query().and_then(|query| serde_urlencoded::from_str(query).ok()).unwrap_or_default();
    let (me, session) = match found {
        Some((me, session)) => {
            session::keep(app, &session, now).await?;
            (me, Some(session))
        }
        None => (guest(parts, &query, organization.language), None),
    };
    let door = Door {
        words: app.catalogue.speak(me.language),
        address: address::asking(parts, &app.settings),
        path: parts.uri.path().to_owned(),
        app: app.clone(),
        me,
        now,
        organization,
        session,
        query,
    };
    if let Some(asker) = parts.extensions.get::<problem::Asker>() {
        let entered = door.clone();
        asker.entered(move || entered.frame());
    }
    Ok(door)
}

/// What stands at an address that nothing has: for whoever asks, in their own frame.
pub(crate) async fn nowhere(_guest: Guest) -> Error {
    Error::NotFound
}

fn guest(parts: &Parts, query: &Query, fallback: Language) -> Me {
    let accepted = || Language::accepted(parts.headers.get(ACCEPT_LANGUAGE)?.to_str().ok()?);
    let language = query.lang.as_deref().and_then(Language::parse).or_else(accepted).unwrap_or(fallback);
    Me {
        actor: Actor { kind: ActorKind::Guest, id: String::new(), name: String::new() },
        person: Person::Guest,
        reach: crate::Reach::nothing(),
        language,
    }
}

macro_rules! door {
    ($(#[$doc:meta])* $name:ident, $word:literal, |$me:ident| $may:expr) => {
        $(#[$doc])*
        #[derive(Clone)]
        pub struct $name(Door);

        impl Deref for $name {
            type Target = Door;
            fn deref(&self) -> &Door {
                &self.0
            }
        }

        impl Permission for $name {
            const NAME: &'static str = $word;
        }

        impl FromRequestParts<App> for $name {
            type Rejection = Error;

            async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self> {
                let door = enter(parts, app).await?;
                let $me = &door.me;
                if $may {
                    Ok(Self(door))
                } else if door.is_guest() {
                    Err(Error::SignIn)
                } else {
                    Err(Error::NotAllowed)
                }
            }
        }
    };
}

door!(
    /// For everybody, signed in or not.
    Guest, "guest", |_me| true
);
door!(
    /// For everybody who is signed in.
    Member, "member", |me| matches!(me.person, Person::Contact { .. } | Person::Staff { .. })
);
door!(
    /// For people of a client.
    Contact, "contact", |me| matches!(me.person, Person::Contact { .. })
);
door!(
    /// For every staff member; the officers' door.
    Officer, "officer", |me| matches!(me.person, Person::Staff { .. })
);
door!(
    /// For staff who look after clients: supervisors, account managers, administrators.
    Staff, "staff", |me| me.looks_after_clients()
);
door!(
    /// For staff who answer for what was agreed with clients: account managers, administrators.
    AccountManager, "account manager", |me| me.has_role(&[Role::AccountManager, Role::Administrator])
);
door!(
    /// For staff who see to it that officers learn: trainers, administrators.
    Trainer, "trainer", |me| me.has_role(&[Role::Trainer, Role::Administrator])
);
door!(
    /// For administrators.
    Administrator, "administrator", |me| me.has_role(&[Role::Administrator])
);

/// For programs with a token.
#[derive(Clone)]
pub struct Program(Door);

impl Deref for Program {
    type Target = Door;
    fn deref(&self) -> &Door {
        &self.0
    }
}

impl Permission for Program {
    const NAME: &'static str = "program";
}

impl FromRequestParts<App> for Program {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self> {
        let authorization = parts.headers.get("authorization").and_then(|header| header.to_str().ok());
        let token = authorization.and_then(|words| words.strip_prefix("Bearer ")).ok_or(Error::SignIn)?.to_owned();
        let found = app.db.read(move |connection| crate::program::rows::enter(connection, &token)).await?;
        let mut door = enter(parts, app).await?;
        door.me = Me { language: door.me.language, ..found.ok_or(Error::SignIn)? };
        door.session = None;
        Ok(Self(door))
    }
}
