//! Before anybody is signed in: sign in, or join with a code. Keeps out both pages themselves.

use super::join::Join;
use super::sign_in::SignIn;
use crate::prelude::*;

/// Sign in, until somebody has a code.
#[component]
pub fn Doorstep() -> Element {
    let mut joining = use_signal(|| false);
    // Who has just joined, to save them typing it.
    let mut username = use_signal(String::new);
    rsx! {
        if joining() {
            Join {
                onleave: move |joined: Option<String>| {
                    if let Some(joined) = joined {
                        username.set(joined);
                    }
                    joining.set(false);
                },
            }
        } else {
            SignIn { username: username(), onjoin: move |_| joining.set(true) }
        }
    }
}
