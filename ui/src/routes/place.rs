//! Which page of the shell is shown, as an address too: back and forward go between them. Keeps out the pages, and who
//! may see which.

use crate::prelude::*;
use crate::{address, app, dom};
use std::rc::Rc;

/// A part of the settings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// The organisation's rules.
    Rules,
    /// What one person likes on this device.
    Device,
    /// One's own name, address and password.
    Profile,
}

/// A page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// What the role begins with: the list of invitations, or nothing yet.
    Home,
    /// The list of users.
    Users,
    /// The settings.
    Settings(Part),
}

impl Place {
    /// Its address; a list then writes what it is filtered by.
    pub fn address(self) -> &'static str {
        match self {
            Self::Home => "#/",
            Self::Users => "#/users/",
            Self::Settings(Part::Rules) => "#/settings",
            Self::Settings(Part::Device) => "#/settings/device",
            Self::Settings(Part::Profile) => "#/settings/profile",
        }
    }

    /// The page of an address. What is no address of another page leads home.
    pub fn of(address: &str) -> Self {
        let is_of_users =
            address.strip_prefix("#/users").is_some_and(|rest| matches!(rest, "" | "/") || rest.starts_with('?'));
        if is_of_users {
            return Self::Users;
        }
        [Self::Settings(Part::Rules), Self::Settings(Part::Device), Self::Settings(Part::Profile)]
            .into_iter()
            .find(|place| place.address() == address)
            .unwrap_or(Self::Home)
    }
}

/// Where one is, and the way elsewhere.
#[derive(Clone, Copy)]
pub struct Places {
    here: Signal<Place>,
    /// Asks the list whether it may be left; true: the address is another one already. None: it is not shown.
    guard: Signal<Option<Callback<bool, bool>>>,
}

/// Follows the page's address, and gives it to what stands below.
pub fn use_places() -> Places {
    let account = app::use_session().peek().account.clone();
    let led = use_callback(move |()| {
        let is_ours = address::whose().is_none_or(|whose| whose == account);
        if is_ours { Place::of(&address::read()) } else { Place::Home }
    });
    let places = use_context_provider(|| Places { here: Signal::new(led.call(())), guard: Signal::new(None) });
    use_hook(|| {
        Rc::new(dom::on(&["popstate"], move || {
            let to = led.call(());
            if to == places.get() || places.lets_go(true) {
                places.arrive(to);
            }
        }))
    });
    places
}

impl Places {
    /// Where one is.
    pub fn get(self) -> Place {
        (self.here)()
    }

    /// Where one is, to look without being drawn again.
    pub fn here(self) -> Signal<Place> {
        self.here
    }

    /// Goes there, as an entry of the history of its own, unless something would be lost.
    pub fn go(self, to: Place, whose: &str) {
        if *self.here.peek() == to || !self.lets_go(false) {
            return;
        }
        address::write(to.address(), whose, true);
        self.arrive(to);
    }

    /// Who has a say in whether the home page is left.
    pub fn guard(mut self, guard: Option<Callback<bool, bool>>) {
        self.guard.set(guard);
    }

    fn lets_go(self, gone: bool) -> bool {
        let guard = *self.guard.peek();
        guard.is_none_or(|guard| guard.call(gone))
    }

    fn arrive(mut self, to: Place) {
        if *self.here.peek() != to {
            self.here.set(to);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_page_is_led_to_by_its_address() {
        for place in [
            Place::Home,
            Place::Users,
            Place::Settings(Part::Rules),
            Place::Settings(Part::Device),
            Place::Settings(Part::Profile),
        ] {
            assert_eq!(Place::of(place.address()), place);
        }
    }

    #[test]
    fn what_is_no_address_of_another_page_leads_home() {
        assert_eq!(Place::of("#/users?role=Staff&page=2"), Place::Users);
        for address in
            ["", "#", "#/invitations?role=Staff", "#/settings/", "#/settings/users", "#/SETTINGS", "#/usersx"]
        {
            assert_eq!(Place::of(address), Place::Home, "{address}");
        }
    }
}
