//! Where one is, and going elsewhere: the one place that writes the window's address and hears back and forward. Keeps
//! out what the addresses are (see `route`), and the pages.

use crate::prelude::*;
use crate::route::Route;
use crate::unsaved::{self, Leave, UnsavedWork};
use crate::{address, app, dom};
use std::rc::Rc;
use vestibule_wire::{SessionView, command};

/// Where one is, and the way elsewhere.
#[derive(Clone, Copy, PartialEq)]
pub struct Navigator {
    route: Signal<Route>,
    session: Signal<SessionView>,
    /// What has held one back from leaving the page, each time anew. None: nothing since one came.
    held: Signal<Option<UnsavedWork>>,
}

/// Follows the window's address, and gives the navigator to what stands below.
pub fn use_navigator_provider() -> Navigator {
    let session = app::use_session();
    let navigator = use_context_provider(|| {
        let led = led(&session.peek().account);
        Navigator { route: Signal::new(led), session, held: Signal::new(None) }
    });
    let follow = use_callback(move |()| navigator.follow());
    use_hook(|| Rc::new(dom::on(&["popstate"], move || follow.call(()))));
    navigator
}

/// Where the window's address leads: home, where the entry of the history is somebody else's.
fn led(account: &str) -> Route {
    let is_ours = address::whose().is_none_or(|whose| whose == account);
    if is_ours { Route::parse(&address::read()) } else { Route::Home }
}

/// What a role begins with: the first list that it may see.
fn first(session: &SessionView) -> Route {
    if session.may::<command::ListInvitations>() {
        Route::Invitations(None)
    } else if session.may::<command::ListUsers>() {
        Route::Users(None)
    } else {
        Route::Home
    }
}

/// Where a route leads somebody: a page that they may not see gives way to what their role begins with.
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
    /// Where one is.
    pub fn route(self) -> Route {
        allowed(&self.route.read(), &self.session.read())
    }

    /// The same, to look without being drawn again.
    pub fn peek(self) -> Route {
        allowed(&self.route.peek(), &self.session.peek())
    }

    /// The page that is shown, to look without being drawn again.
    pub fn peek_page(self) -> Route {
        self.peek().page()
    }

    /// Goes there, as an entry of the history of its own, unless something would be lost.
    pub fn go(self, to: &Route) {
        let to = allowed(to, &self.session.peek());
        let here = self.peek_page();
        if to == here || (to.page() != here && !self.lets_go()) {
            return;
        }
        address::write(&to.to_string(), &self.session.peek().account, true);
        self.arrive(to);
    }

    /// The page that is shown says where in it one is. `step`: as an entry of the history of its own, where the entry
    /// before is this person's too. A page that is not shown any more has no say.
    pub fn settle(self, here: Route, step: bool) {
        if here.page() != self.peek_page() {
            return;
        }
        let account = self.session.peek().account.clone();
        let address = here.to_string();
        let is_own = address::whose().as_ref() == Some(&account);
        if address != address::read() || !is_own {
            address::write(&address, &account, step && is_own);
        }
        if *self.route.peek() != here {
            self.arrive(here);
        }
    }

    /// What has held one back from leaving the page, for who is to say so.
    pub fn held(self) -> Option<UnsavedWork> {
        (self.held)()
    }

    /// The window's address is another one: by going back or forward, or since somebody has typed it.
    fn follow(self) {
        let session = self.session.peek();
        let to = led(&session.account);
        let leaves = allowed(&to, &session).page() != self.peek_page();
        if leaves && !self.lets_go() {
            // The address comes back, as an entry of its own: no window can be kept from going back.
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
