//! Windows of all widths, with text of all sizes: the list keeps its main columns, nothing is cut, and the zoom is
//! kept.

use crate::support::person::AMARA;
use crate::support::{Keychain, Window, journey, promptly, until};
use serde_json::Value;

/// Measured in the list: the widths of the heads of code, email and status; whether the first row's menu is visible
/// and clickable; whether the page is wider than its window.
const MEASURED: &str = r#"
const width = (selector) => document.querySelector(selector)?.getBoundingClientRect().width ?? 0;
const more = document.querySelector('[data-test="row-0"] .more');
more.scrollIntoView({ block: "nearest", inline: "nearest" });
document.querySelector(".tbl-wrap").scrollLeft = 0;
const box = more.getBoundingClientRect();
const hit = document.elementFromPoint((box.left + box.right) / 2, (box.top + box.bottom) / 2);
const root = document.documentElement;
return [width("th.w-code"), width("th.w-email"), width("th.c-status"), more.contains(hit) ? 1 : 0, root.scrollWidth > innerWidth + 1 ? 1 : 0, innerWidth];
"#;

/// The smallest window, those of the first trial, the design's, and a wide one.
const WIDTHS: [u32; 6] = [900, 930, 1023, 1100, 1280, 1600];
/// Text sizes in per cent, and how many steps larger each is than the one before.
const SIZES: [(u32, usize); 3] = [(100, 0), (150, 3), (200, 2)];

#[test]
fn code_email_status_and_menu_stay_from_900_to_1600_at_every_size_of_text() {
    journey(Keychain::Absent, async |window| {
        window.open_sample().await;
        for width in WIDTHS {
            window.press("Control+0").await;
            window.resize(width, 700).await;
            for (percent, steps) in SIZES {
                for _ in 0..steps {
                    window.press("Control+=").await;
                }
                see_size(window, width, percent).await;
                // The table is laid out again one frame after its width is measured.
                let fits = async || measured(window).await.filter(|found| is_whole(found));
                if until(fits).await.is_none() {
                    panic!("{width} at {percent} %: {:?}", measured(window).await);
                }
            }
        }
    });
}

/// Email has room for an address; code and status for their full text.
fn is_whole(found: &[f64]) -> bool {
    let [code, email, status, pressed, spilled, _] = found else { return false };
    *code > 150.0 && *email > 159.0 && *status > 100.0 && *pressed == 1.0 && *spilled == 0.0
}

async fn measured(window: &Window) -> Option<Vec<f64>> {
    let answer = window.client().execute(MEASURED, Vec::new()).await.ok()?;
    serde_json::from_value(answer).ok()
}

/// Waits until the page has the CSS width of a window of that width at that text size.
async fn see_size(window: &Window, width: u32, percent: u32) {
    let wanted = i64::from(width * 100 / percent);
    let size = async || window.client().execute("return innerWidth", Vec::new()).await.ok()?.as_i64();
    if until(async || size().await.filter(|now| (now - wanted).abs() <= 1)).await.is_none() {
        window.fail(&format!("{width} at {percent} % is {:?} wide, not {wanted}", size().await)).await;
    }
}

#[test]
fn the_size_is_changed_on_every_screen_and_kept_on_this_device() {
    journey(Keychain::Open, async |window| {
        window.open().await;
        window.see_test("first-begin").await;
        window.resize(900, 600).await;
        window.press("Control+=").await;
        see_size(window, 900, 110).await;
        window.press("Control+-").await;
        see_size(window, 900, 100).await;
        window.found_organisation().await;

        turn(window, -120).await;
        see_size(window, 900, 110).await;
        window.press("Control+0").await;
        see_size(window, 900, 100).await;
        for _ in 0..7 {
            window.press("Control+=").await;
        }
        see_size(window, 900, 200).await;
        see_whole(window, "sign-in-submit").await;
        by_key(window, "i-have-a-code").await;
        see_whole(window, "join-code").await;
        by_key(window, "join-back").await;
        window.tab_to("sign-in-username").await;
        window.type_keys(AMARA.username).await;
        window.tab_to("sign-in-password").await;
        window.type_keys(AMARA.password).await;
        window.press("Enter").await;
        see_whole(window, "create-invitation").await;
        window.press("n").await;
        see_whole(window, "create-email").await;
        // A dialog takes all keys except these.
        window.press("Control+-").await;
        see_size(window, 900, 175).await;
        window.press("Control+=").await;
        see_size(window, 900, 200).await;
        window.press("Escape").await;
        window.not_see_test("create").await;
        by_key(window, "nav-settings").await;
        see_whole(window, "settings-state").await;

        // WebKit writes the page's storage with a delay; a restart before that would lose the zoom.
        let written: Vec<u8> = b"zoom".iter().copied().chain("200".encode_utf16().flat_map(u16::to_le_bytes)).collect();
        until(async || window.files_with(&written).pop()).await.expect("the size is written down");
        window.restart().await;
        window.see_test("sign-in-submit").await;
        see_size(window, 900, 200).await;
    });
}

/// The element is visible, nothing is cut, and everything can be scrolled to.
async fn see_whole(window: &Window, hook: &str) {
    window.see_test(hook).await;
    window.be_still().await;
    let faults = window.faults().await;
    assert!(faults.is_empty(), "with {hook}: {faults:#?}");
}

/// Presses it by key: the driver's pointer ignores the zoom and would hit another element.
async fn by_key(window: &Window, hook: &str) {
    window.tab_to(hook).await;
    window.press("Enter").await;
}

/// Turns the wheel with Ctrl held.
async fn turn(window: &Window, by: i32) {
    let turned = "document.querySelector('main').dispatchEvent(new WheelEvent('wheel', { ctrlKey: true, deltaY: arguments[0], bubbles: true, cancelable: true }))";
    promptly(window.client().execute(turned, vec![Value::from(by)])).await;
}
