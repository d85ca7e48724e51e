//! The pages of the signed-in window, as a value and as an address: each page is a variant, and addresses are written
//! and read here. Pure. Keeps out who may see which page, and going there (see `navigator`).

use crate::features::invitations::InvitationList;
use crate::features::users::UserList;
use crate::list::Listed;
use crate::list::address::{self, Address};
use std::fmt::{self, Display, Formatter};

/// A part of the settings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// The organisation's rules.
    Rules,
    /// A person's preferences on this device.
    Device,
    /// The person's own name, address and password.
    Profile,
}

/// A page, with its query. A list without one (`None`) shows its last query.
#[derive(Debug, Clone, PartialEq)]
pub enum Route {
    /// The role's start page.
    Home,
    /// The list of invitations.
    Invitations(Option<Box<Address<InvitationList>>>),
    /// The list of users.
    Users(Option<Box<Address<UserList>>>),
    /// The settings.
    Settings(Part),
    /// The list used in tests of what every list has.
    #[cfg(test)]
    Rooms(Option<Box<Address<crate::list::tests::Rooms>>>),
}

const INVITATIONS: &str = "invitations";
const USERS: &str = "users";
const SETTINGS: &str = "settings";
#[cfg(test)]
const ROOMS: &str = "rooms";

impl Part {
    const ALL: [Self; 3] = [Self::Rules, Self::Device, Self::Profile];

    /// The part of the address after `#/settings`.
    fn path(self) -> &'static str {
        match self {
            Self::Rules => "",
            Self::Device => "/device",
            Self::Profile => "/profile",
        }
    }
}

impl Route {
    /// Reads an address. An unknown page gives [`Self::Home`]; what its page cannot be asked for is ignored.
    pub fn parse(address: &str) -> Self {
        let Some(path) = address.strip_prefix("#/") else { return Self::Home };
        let (page, rest) = path.split_at(path.find(['/', '?']).unwrap_or(path.len()));
        let found = match page {
            INVITATIONS => asked(rest).map(Self::Invitations),
            USERS => asked(rest).map(Self::Users),
            SETTINGS => Part::ALL.into_iter().find(|part| part.path() == rest).map(Self::Settings),
            #[cfg(test)]
            ROOMS => asked(rest).map(Self::Rooms),
            _ => None,
        };
        found.unwrap_or(Self::Home)
    }

    /// The page without its query.
    pub fn page(&self) -> Self {
        match self {
            Self::Home => Self::Home,
            Self::Invitations(_) => Self::Invitations(None),
            Self::Users(_) => Self::Users(None),
            Self::Settings(part) => Self::Settings(*part),
            #[cfg(test)]
            Self::Rooms(_) => Self::Rooms(None),
        }
    }
}

/// The query after the name of a list's page. The outer None: the rest is not an address of a list.
fn asked<L: Listed>(rest: &str) -> Option<Option<Box<Address<L>>>> {
    match rest {
        "" => Some(address::parse("").map(Box::new)),
        "/" => Some(None),
        rest => rest.strip_prefix('?').map(|pairs| address::parse(pairs).map(Box::new)),
    }
}

impl Display for Route {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Home => f.write_str("#/"),
            Self::Invitations(asked) => write_list(f, INVITATIONS, asked.as_deref()),
            Self::Users(asked) => write_list(f, USERS, asked.as_deref()),
            Self::Settings(part) => write!(f, "#/{SETTINGS}{}", part.path()),
            #[cfg(test)]
            Self::Rooms(asked) => write_list(f, ROOMS, asked.as_deref()),
        }
    }
}

fn write_list<L: Listed>(f: &mut Formatter<'_>, name: &str, asked: Option<&Address<L>>) -> fmt::Result {
    let Some(asked) = asked else { return write!(f, "#/{name}/") };
    match address::pairs::<L>(&asked.query) {
        pairs if pairs.is_empty() => write!(f, "#/{name}"),
        pairs => write!(f, "#/{name}?{pairs}"),
    }
}

#[cfg(test)]
#[path = "route_tests.rs"]
mod tests;
