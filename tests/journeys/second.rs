//! One window per organisation: a second start brings the first one to the front. Sample data has its own window.

use crate::support::{Keychain, journey, until};
use std::process::Stdio;

#[test]
fn a_second_start_leads_to_the_first_window_and_ends() {
    journey(Keychain::Open, async |window| {
        window.open().await;
        window.see_test("first-begin").await;
        let display = window.desktop().display();
        let first = until(async || display.active()).await.expect("the window is in front");
        display.hide(first);
        until(async || (display.active() != Some(first)).then_some(())).await.expect("the first window is hidden");

        let mut second = window.desktop().command(env!("CARGO_BIN_EXE_vestibule"));
        let second = second.stdout(Stdio::piped()).stderr(Stdio::piped()).output().expect("it starts");
        let said = String::from_utf8_lossy(&second.stdout).into_owned() + &String::from_utf8_lossy(&second.stderr);
        assert!(second.status.success(), "{:?}: {said}", second.status);
        assert!(said.contains("Vestibule"), "the second start says where its window is: {said:?}");
        until(async || (display.active() == Some(first)).then_some(()))
            .await
            .expect("the first window comes to the front");
        assert_eq!(display.windows(), [first], "there is still one window");
    });
}

#[test]
fn sample_data_opens_beside_the_first_page_and_once() {
    journey(Keychain::Open, async |window| {
        window.open().await;
        window.see_test("first-begin").await;
        let display = window.desktop().display();
        let processes = || {
            let all = display.windows().into_iter().filter_map(|shown| display.process(shown));
            all.collect::<std::collections::BTreeSet<u32>>()
        };
        assert_eq!(processes().len(), 1);
        let own = processes().into_iter().next().expect("the window's process");
        // The sample program is a child of this one from its start, long before its window appears.
        let started = || {
            let threads = std::fs::read_dir(format!("/proc/{own}/task")).expect("it runs").flatten();
            let of_thread = |thread: std::fs::DirEntry| std::fs::read_to_string(thread.path().join("children")).ok();
            let children = threads.filter_map(of_thread).collect::<Vec<_>>().join(" ");
            let is_sample = |child: &&str| {
                let line = std::fs::read_to_string(format!("/proc/{child}/cmdline")).unwrap_or_default();
                line.split('\0').any(|argument| argument == "--sample")
            };
            children.split_whitespace().filter(is_sample).count()
        };
        window.click("first-sample").await;
        window.see_idle("first-sample").await;
        let both = until(async || Some(processes()).filter(|all| all.len() == 2)).await;
        let both = both.expect("a second window with sample data");
        assert!(window.printed().contains("Sample data. Sign in as"), "{}", window.printed());
        window.click("first-sample").await;
        window.see_idle("first-sample").await;
        window.see_test("first-begin").await;
        assert_eq!(processes(), both, "pressed twice, it is one window");
        assert_eq!(started(), 1, "and one program");
        window.restart().await;
        window.see_test("first-begin").await;
    });
}
