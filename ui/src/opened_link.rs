//! The invite link that somebody opened outside the window, until someone here decides what it is for. Keeps out what
//! is done with it: no page looks its code up before a person says so.

use crate::prelude::*;
use crate::{backend, dom};
use std::rc::Rc;
use vestibule_domain::code::symbols_so_far;
use vestibule_wire::{LINK_EVENT, command};

/// The opened link, for the whole window.
#[derive(Clone, Copy, PartialEq)]
pub struct OpenedLink {
    /// The code as the link spells it; none: no link waits.
    code: Signal<Option<String>>,
    /// A signed-in person chose to sign out and join with it.
    for_joining: Signal<bool>,
}

/// Makes the state, fetches a link that was opened before the page was there, and later ones as they come.
pub fn use_opened_link_provider() -> OpenedLink {
    let mut link = OpenedLink { code: use_signal(|| None), for_joining: use_signal(|| false) };
    let fetch = use_callback(move |()| {
        spawn(async move {
            // If this fails there is no link to tell of, and nobody waits for one.
            if let Ok(Some(opened)) = backend::call::<command::TakeInviteLink>().await {
                link.for_joining.set(false);
                link.code.set(Some(opened.code));
            }
        });
    });
    use_hook(|| {
        fetch.call(());
        Rc::new(dom::listen(&[LINK_EVENT], move || fetch.call(())))
    });
    use_context_provider(|| link)
}

/// For tests of single pages: no link was opened.
#[cfg(test)]
pub fn use_no_link() {
    let link = OpenedLink { code: use_signal(|| None), for_joining: use_signal(|| false) };
    use_context_provider(|| link);
}

/// The opened link.
pub fn use_opened_link() -> OpenedLink {
    use_context()
}

impl OpenedLink {
    /// The code that waits, to show it.
    pub fn code(self) -> Option<String> {
        self.code.cloned()
    }

    /// Whether a signed-in person still has to say what it is for.
    pub fn asks(self) -> bool {
        self.code.read().is_some() && !(self.for_joining)()
    }

    /// Whether it waits and leads elsewhere than to this code.
    pub fn differs_from(self, code: &str) -> bool {
        self.code.read().as_ref().is_some_and(|opened| symbols_so_far(opened) != symbols_so_far(code))
    }

    /// Takes the code; nothing waits any more.
    pub fn take(mut self) -> Option<String> {
        self.for_joining.set(false);
        self.code.take()
    }

    /// Keeps the code for whoever joins once the person here has signed out.
    pub fn keep_for_joining(mut self) {
        self.for_joining.set(true);
    }

    /// Drops a code that waits for a sign-out which does not come.
    pub fn forget_joining(self) {
        if *self.for_joining.peek() {
            self.take();
        }
    }
}
