//! Questions that outlive who asks them: a dialog that is closed, or a part of a page that is left, does not leave its
//! answer unheard. Keeps out the questions.

use crate::prelude::*;
use std::future::Future;
use std::pin::Pin;

type PendingRequest = Pin<Box<dyn Future<Output = ()>>>;

/// Runs what is asked for as long as the component that made this is there, and no longer: what the answer is written
/// to is there too.
#[derive(Clone, Copy, PartialEq)]
pub struct Asks(Callback<PendingRequest>);

/// Makes it.
pub fn use_asks() -> Asks {
    Asks(use_callback(|asked: PendingRequest| {
        spawn(asked);
    }))
}

impl Asks {
    /// Runs it.
    pub fn run(self, asked: impl Future<Output = ()> + 'static) {
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
            asks.run(async move {
                // The answer comes when who has asked is gone.
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
