//! The window's size is kept from one start to the next, and has a minimum.

use crate::support::{Keychain, Window, journey, until};

#[test]
fn the_window_comes_back_in_the_size_that_it_was_left_in() {
    journey(Keychain::Open, async |window| {
        window.open().await;
        window.resize(1010, 690).await;
        window.restart().await;
        window.see_test("first-begin").await;
        let kept = until(async || (size(window).await == (1010, 690)).then_some(())).await;
        assert!(kept.is_some(), "the window came back as {:?}", size(window).await);
    });
}

#[test]
fn the_window_is_never_smaller_than_its_page_can_be_drawn() {
    journey(Keychain::Open, async |window| {
        window.open().await;
        let display = window.desktop().display();
        // A window that is still opening may ignore a new size.
        let small = until(async || {
            display.resize(*display.windows().first()?, 300, 200);
            (size(window).await == (900, 600)).then_some(())
        })
        .await;
        assert!(small.is_some(), "the window is {:?}", size(window).await);
    });
}

/// Width and height of the page: a PNG's header has them at bytes 16 and 20.
async fn size(window: &Window) -> (u32, u32) {
    let picture = window.picture().await;
    let number = |at: usize| u32::from_be_bytes(picture[at..at + 4].try_into().expect("four bytes"));
    (number(16), number(20))
}
