//! The addresses of a slice. Every handler's first argument is a permission; one without does not compile.

use axum::Router;
use axum::handler::Handler;
use axum::routing::{self, MethodRouter};

use crate::App;
use crate::entry::ActorKind;

/// A kind of person who may enter: implemented by the doors of the people slice.
pub trait Permission {
    /// Its name in the table of addresses.
    const NAME: &'static str;
}

/// The arguments of a handler whose first argument is a permission.
pub trait Entered {
    /// The name of that permission.
    const DOOR: &'static str;
}

macro_rules! entered {
    ($($argument:ident),*) => {
        impl<M, P: Permission, $($argument),*> Entered for (M, P, $($argument,)*) {
            const DOOR: &'static str = P::NAME;
        }
    };
}

entered!();
entered!(A);
entered!(A, B);
entered!(A, B, C);
entered!(A, B, C, D);

/// One address, and who answers it to whom.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Route {
    /// `GET`, `POST` or `PUT`.
    pub method: &'static str,
    /// The address, with its parts in braces.
    pub path: &'static str,
    /// The function that answers; for a developer's table, never for behaviour.
    pub handler: &'static str,
    /// Who may enter.
    pub door: &'static str,
}

/// A place that the frame of a page leads to.
#[derive(Debug, Clone, Copy)]
pub struct Destination {
    /// Where.
    pub path: &'static str,
    /// The key of its name.
    pub word: &'static str,
    /// To whom it is shown: the kind of somebody, and one of the roles that they must have, if any.
    pub to: (ActorKind, &'static [&'static str]),
    /// Whether it is where one comes in: it stands before the others.
    pub first: bool,
}

/// The addresses of a slice, as a router and as a table.
#[derive(Default)]
pub struct Routes {
    router: Router<App>,
    table: Vec<Route>,
    destinations: Vec<Destination>,
}

impl Routes {
    /// An address that shows something.
    #[must_use]
    pub fn get<H: Handler<T, App>, T: Entered + 'static>(self, path: &'static str, handler: H) -> Self {
        self.add("GET", path, std::any::type_name::<H>(), T::DOOR, routing::get(handler))
    }

    /// An address that changes something.
    #[must_use]
    pub fn post<H: Handler<T, App>, T: Entered + 'static>(self, path: &'static str, handler: H) -> Self {
        self.add("POST", path, std::any::type_name::<H>(), T::DOOR, routing::post(handler))
    }

    /// An address that keeps something under the name that whoever sends it gave it.
    #[must_use]
    pub fn put<H: Handler<T, App>, T: Entered + 'static>(self, path: &'static str, handler: H) -> Self {
        self.add("PUT", path, std::any::type_name::<H>(), T::DOOR, routing::put(handler))
    }

    /// Who answers at every address that nothing has.
    #[must_use]
    pub fn otherwise<H: Handler<T, App>, T: Entered + 'static>(mut self, handler: H) -> Self {
        self.router = self.router.fallback(handler);
        self
    }

    /// A place that the frame of a page leads to.
    #[must_use]
    pub fn destination(
        mut self,
        path: &'static str,
        word: &'static str,
        to: (ActorKind, &'static [&'static str]),
    ) -> Self {
        self.destinations.push(Destination { path, word, to, first: false });
        self
    }

    /// The place where one comes in: the frame of a page names it before all others, whichever
    /// slice brings it.
    #[must_use]
    pub fn entrance(
        mut self,
        path: &'static str,
        word: &'static str,
        to: (ActorKind, &'static [&'static str]),
    ) -> Self {
        self.destinations.push(Destination { path, word, to, first: true });
        self
    }

    /// The addresses of both.
    #[must_use]
    pub fn and(mut self, other: Self) -> Self {
        self.router = self.router.merge(other.router);
        self.table.extend(other.table);
        self.destinations.extend(other.destinations);
        self.destinations.sort_by_key(|destination| !destination.first);
        self
    }

    /// The table, in the order of writing.
    #[must_use]
    pub fn table(&self) -> &[Route] {
        &self.table
    }

    /// Where the frame of a page leads.
    #[must_use]
    pub fn destinations(&self) -> &[Destination] {
        &self.destinations
    }

    /// The router.
    pub fn into_router(self) -> Router<App> {
        self.router
    }

    fn add(
        mut self,
        method: &'static str,
        path: &'static str,
        handler: &'static str,
        door: &'static str,
        to: MethodRouter<App>,
    ) -> Self {
        self.router = self.router.route(path, to);
        self.table.push(Route { method, path, handler, door });
        self
    }
}
