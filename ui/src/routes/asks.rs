//! Requests that outlive the component that sent them, such as a dialog that is closed: their answer is still handled.
//! Keeps out the requests.

use crate::prelude::*;
use std::future::Future;
use std::pin::Pin;

type PendingRequest = Pin<Box<dyn Future<Output = ()>>>;

/// Runs requests for as long as the component that called [`use_asks`] is mounted, since its signals take the answer.
#[derive(Clone, Copy, PartialEq)]
pub struct Asks(Callback<PendingRequest>);

/// Makes the runner, tied to this component.
pub fn use_asks() -> Asks {
    Asks(use_callback(|asked: PendingRequest| {
        spawn(asked);
    }))
}

impl Asks {
    /// Runs a request.
    pub fn spawn(self, asked: impl Future<Output = ()> + 'static) {
        self.0.call(Box::pin(asked));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::render;

    #[component]
    fn Asker(asks: Asks, gone: Signal<bool>, answered: Signal<bool>) -> Element {
        use_hook(|| {
            asks.spawn(async move {
                // The answer arrives after this component is unmounted.
                gone.set(true);
                tokio::task::yield_now().await;
                answered.set(true);
            });
        });
        rsx! {}
    }

    #[test]
    fn an_answer_is_heard_though_who_asked_is_gone() {
        let html = render(|| {
            let asks = use_asks();
            let (gone, answered) = (use_signal(|| false), use_signal(|| false));
            rsx! {
                if gone() {
                    "gone "
                } else {
                    Asker { asks, gone, answered }
                }
                if answered() {
                    "and heard"
                }
            }
        });
        assert!(html.contains("gone") && html.contains("and heard"), "{html}");
    }
}
