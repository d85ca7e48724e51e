//! The pages before sign-in: sign in, join with a code, or set a new password with one. Keeps out the pages themselves.

use super::join::Join;
use super::reset_code::ResetCode;
use super::sign_in::SignIn;
use crate::opened_link::use_opened_link;
use crate::prelude::*;
use crate::t;

#[derive(Clone, Copy, PartialEq)]
enum Page {
    SignIn,
    Join,
    Reset,
}

/// Shows Sign in, and from there the other two.
#[component]
pub fn Doorstep() -> Element {
    let mut page = use_signal(|| Page::SignIn);
    // The username of a person who just joined or set a password, filled in for them.
    let mut username = use_signal(String::new);
    let mut told = use_signal(|| None);
    let link = use_opened_link();
    // Join takes the code of an opened link; what is typed for a new password is not dropped for it.
    use_effect(move || {
        if link.code().is_some() && page() == Page::SignIn {
            page.set(Page::Join);
        }
    });
    match page() {
        Page::Join => rsx! {
            Join {
                onleave: move |joined: Option<String>| {
                    if let Some(joined) = joined {
                        username.set(joined);
                    }
                    told.set(None);
                    page.set(Page::SignIn);
                },
            }
        },
        Page::Reset => rsx! {
            ResetCode {
                onleave: move |whose: Option<String>| {
                    told.set(whose.as_ref().map(|_| t!("sign-in-password-set")));
                    if let Some(whose) = whose {
                        username.set(whose);
                    }
                    page.set(Page::SignIn);
                },
            }
        },
        Page::SignIn => rsx! {
            SignIn {
                username: username(),
                told: told(),
                onjoin: move |_| page.set(Page::Join),
                onreset: move |_| page.set(Page::Reset),
            }
        },
    }
}
