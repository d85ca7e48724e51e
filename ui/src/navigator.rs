//! The current route, and going to another: the only code that writes the window's address and handles back and
//! forward. Keeps out what the addresses are (see `route`), and the pages.

use crate::prelude::*;
use crate::route::Route;
use crate::unsaved::{self, Leave, UnsavedWork};
use crate::{address, app, dom};
use std::rc::Rc;
use vestibule_wire::{SessionView, command};

/// The current route, and ways to change it.
#[derive(Clone, Copy, PartialEq)]
pub struct Navigator {
    route: Signal<Route>,
    session: Signal<SessionView>,
    /// The unsaved work that last blocked leaving, set anew each time. None: nothing since the page was opened.
    held: Signal<Option<UnsavedWork>>,
}

/// Follows the window's address, and provides the navigator to the components below.
pub fn use_navigator_provider() -> Navigator {
    let session = app::use_session();
    let navigator = use_context_provider(|| {
        let led = led(&session.peek().account);
        Navigator { route: Signal::new(led), session, held: Signal::new(None) }
    });
    let follow = use_callback(move |()| navigator.follow());
    use_hook(|| Rc::new(dom::listen(&["popstate"], move || follow.call(()))));
    navigator
}

/// The route of the window's address; home, if the history entry was written for another account.
fn led(account: &str) -> Route {
    let is_ours = address::whose().is_none_or(|whose| whose == account);
    if is_ours { Route::parse(&address::current()) } else { Route::Home }
}

/// The start page of a role: the first list that it may see.
fn first(session: &SessionView) -> Route {
    if session.may::<command::ListInvitations>() {
        Route::Invitations(None)
    } else if session.may::<command::ListUsers>() {
        Route::Users(None)
    } else {
        Route::Home
    }
}

/// The route, or the role's start page if the person may not see that page.
fn allowed(route: &Route, session: &SessionView) -> Route {
    let sees = match route {
        Route::Home => false,
        Route::Invitations(_) => session.may::<command::ListInvitations>(),
        Route::Users(_) => session.may::<command::ListUsers>(),
        Route::Settings(_) => true,
        #[cfg(test)]
        Route::Rooms(_) => true,
    };
    if sees { route.clone() } else { first(session) }
}

impl Navigator {
    /// The current route.
    pub fn route(self) -> Route {
        allowed(&self.route.read(), &self.session.read())
    }

    /// The current route, without subscribing to changes.
    pub fn peek(self) -> Route {
        allowed(&self.route.peek(), &self.session.peek())
    }

    /// The current page, without subscribing to changes.
    pub fn peek_page(self) -> Route {
        self.peek().page()
    }

    /// Goes to a route, as a history entry of its own, unless unsaved work blocks it.
    pub fn go(self, to: &Route) {
        let to = allowed(to, &self.session.peek());
        let here = self.peek_page();
        if to == here || (to.page() != here && !self.lets_go()) {
            return;
        }
        address::write(&to.to_string(), &self.session.peek().account, true);
        self.arrive(to);
    }

    /// Sets the route within the page shown. `step`: as a history entry of its own, if the entry before is this
    /// person's too. Ignored from a page that is not shown any more.
    pub fn settle(self, here: Route, step: bool) {
        if here.page() != self.peek_page() {
            return;
        }
        let account = self.session.peek().account.clone();
        let address = here.to_string();
        let is_own = address::whose().as_ref() == Some(&account);
        if address != address::current() || !is_own {
            address::write(&address, &account, step && is_own);
        }
        if *self.route.peek() != here {
            self.arrive(here);
        }
    }

    /// The unsaved work that last blocked leaving, for the page that shows the message.
    pub fn held(self) -> Option<UnsavedWork> {
        (self.held)()
    }

    /// Called when the window's address has changed: by back or forward, or by typing.
    fn follow(self) {
        let session = self.session.peek();
        let to = led(&session.account);
        let leaves = allowed(&to, &session).page() != self.peek_page();
        if leaves && !self.lets_go() {
            // Writes the old address again, as an entry of its own: going back cannot be prevented.
            return address::write(&self.route.peek().to_string(), &session.account, true);
        }
        drop(session);
        self.arrive(to);
    }

    fn lets_go(mut self) -> bool {
        let held = unsaved::lost_by(Leave::Page);
        if held.is_some() {
            self.held.set(held);
        }
        held.is_none()
    }

    fn arrive(mut self, to: Route) {
        if self.held.peek().is_some() {
            self.held.set(None);
        }
        self.route.set(to);
    }
}

#[cfg(test)]
#[path = "navigator_tests.rs"]
mod tests;
