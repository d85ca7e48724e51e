//! Tests of what is not printed, and the error. Every sentence says what to do, and none contains a secret.

mod support;

use std::ops::ControlFlow;

use proptest::prelude::*;
use support::{card, cards, code, job, letters, link, logo, print, text};
use vestibule_paper::{Card, Layout, Paper, PaperError, PrintJob, PrintWords, pdf};

fn eight() -> PrintJob {
    job(Layout::EightCards, Paper::A4)
}

#[test]
fn no_card_is_nothing_to_print() {
    for layout in [Layout::EightCards, Layout::TenCards, Layout::Poster] {
        assert_eq!(print(&job(layout, Paper::A4), []).unwrap_err(), PaperError::NothingToPrint);
    }
}

#[test]
fn a_card_without_code_or_link_is_named() {
    let none = Card { code: " \u{202e}\n".into(), ..card(2) };
    assert_eq!(print(&eight(), [card(1), none]).unwrap_err(), PaperError::NoCode { card: 2 });
    let none = Card { link: String::new(), ..card(3) };
    assert_eq!(print(&eight(), [card(1), card(2), none]).unwrap_err(), PaperError::NoLink { card: 3 });
}

#[test]
fn a_code_is_refused_before_it_is_cut() {
    for layout in [Layout::EightCards, Layout::TenCards, Layout::Poster] {
        let fits = Card { code: format!("{}-2345-6789", code(1)), ..card(1) };
        assert!(print(&job(layout, Paper::A4), [fits]).is_ok());
        let long = Card { code: code(1).repeat(500), ..card(1) };
        assert_eq!(print(&job(layout, Paper::A4), [long]).unwrap_err(), PaperError::CodeTooLong { card: 1 });
    }
}

#[test]
fn a_link_too_long_for_a_card_prints_as_a_poster() {
    let long = Card { link: format!("{}{}", link(1), "/abcdefgh".repeat(60)), ..card(1) };
    let refused = print(&job(Layout::TenCards, Paper::A4), [long.clone()]).unwrap_err();
    assert_eq!(refused, PaperError::LinkTooLong { card: 1 });
    assert!(refused.to_string().contains("Print posters"), "{refused}");
    assert!(print(&job(Layout::Poster, Paper::A4), [long]).is_ok());
    let endless = Card { link: "x".repeat(10_000), ..card(1) };
    assert_eq!(print(&job(Layout::Poster, Paper::A4), [endless]).unwrap_err(), PaperError::LinkTooLong { card: 1 });
}

#[test]
fn a_logo_that_is_no_picture_or_broken_or_huge_is_told_apart() {
    let refused = |logo: Vec<u8>| print(&PrintJob { logo: Some(logo), ..eight() }, cards(1)).unwrap_err();
    assert_eq!(refused(Vec::new()), PaperError::LogoNotAPicture);
    assert_eq!(refused(b"<svg/>".to_vec()), PaperError::LogoNotAPicture);
    assert_eq!(refused(logo()[..300].to_vec()), PaperError::LogoDamaged);
    assert_eq!(refused(logo()[..12].to_vec()), PaperError::LogoDamaged);
    let jpeg = include_bytes!("logo.jpg");
    assert_eq!(refused(jpeg[..jpeg.len() / 2].to_vec()), PaperError::LogoDamaged);
    assert_eq!(refused(jpeg[..4].to_vec()), PaperError::LogoDamaged);
    let mut wide = Vec::new();
    let encoder = png::Encoder::new(&mut wide, 5_000, 1);
    encoder.write_header().unwrap().write_image_data(&[0; 5_000]).unwrap();
    assert_eq!(refused(wide), PaperError::LogoTooLarge { width: 5_000, height: 1, max: 4_096 });
}

#[test]
fn a_character_that_no_font_has_names_itself() {
    // Unassigned and private characters: no font has them, whatever is installed.
    let card = Card { role: "Staff \u{378}".into(), department: Some("\u{10fffd}".into()), ..card(2) };
    let refused = print(&eight(), [support::card(1), card]).unwrap_err();
    assert_eq!(refused, PaperError::NoFont { characters: "U+0378 U+10FFFD".into() });
    // Noto Sans has no emoji: a font for them is named too.
    for font in ["Install a font that has them", "Noto Sans", "Noto Color Emoji"] {
        assert!(refused.to_string().contains(font), "{refused}");
    }
}

#[test]
fn missing_characters_of_all_cards_are_told_at_once_and_not_without_end() {
    let many = (0..40_u32)
        .map(|number| Card { role: char::from_u32(0x0010_ff00 + number).map(String::from).unwrap(), ..card(number) });
    let PaperError::NoFont { characters } = print(&eight(), many).unwrap_err() else { panic!("another refusal") };
    assert_eq!(characters.split(' ').count(), 13);
    assert!(characters.starts_with("U+10FF00 U+10FF01") && characters.ends_with('…'), "{characters}");
}

#[test]
fn letters_from_right_to_left_stand_from_right_to_left() {
    let words = PrintWords { language: "he".into(), ..support::words() };
    let card = Card { role: "שלום".into(), department: None, ..card(1) };
    match print(&PrintJob { words, ..eight() }, [card]) {
        Ok(file) => {
            let letters = letters(&file, 0);
            let place = |letter: &str| letters.iter().find(|found| found.text == letter).map(|found| found.x).unwrap();
            assert!(place("ש") > place("ל") && place("ל") > place("ו") && place("ו") > place("ם"));
            assert!(text(&file, 0).lines().any(|line| line == code(1)), "a code runs from left to right everywhere");
        }
        // A computer without a Hebrew font.
        Err(refused) => assert_eq!(refused, PaperError::NoFont { characters: "ו ל ם ש".into() }),
    }
}

#[test]
fn a_direction_override_turns_nothing() {
    let plain = Card { label: Some("exe.gpj".into()), ..card(1) };
    let turned = Card { label: Some("\u{202e}exe.\u{2066}gpj\u{202c}".into()), ..card(1) };
    assert_eq!(print(&eight(), [plain]).unwrap(), print(&eight(), [turned]).unwrap());
}

#[test]
fn stopping_makes_nothing_and_hears_every_card_before() {
    let mut heard = Vec::new();
    let stopped = pdf(&eight(), cards(100), &mut |done| {
        heard.push(done);
        if done == 11 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    });
    assert_eq!(stopped.unwrap_err(), PaperError::Stopped);
    assert_eq!(heard, (1..=11).collect::<Vec<_>>());
}

#[test]
fn no_debug_text_or_refusal_holds_a_code() {
    let shown = format!("{:?}", card(1));
    assert!(shown.contains("Staff") && !shown.contains(&code(1)) && !shown.contains("join"), "{shown}");
    let refused = print(&eight(), [Card { link: link(1).repeat(300), ..card(1) }]).unwrap_err();
    assert!(!format!("{refused} {refused:?}").contains("join/"), "{refused}");
}

#[test]
fn empty_words_and_very_long_ones_print() {
    let empty = PrintJob { organisation: String::new(), words: PrintWords::default(), ..eight() };
    let bare = Card { role: String::new(), department: None, expires: String::new(), label: None, ..card(1) };
    for layout in [Layout::EightCards, Layout::TenCards, Layout::Poster] {
        assert!(print(&PrintJob { layout, ..empty.clone() }, [bare.clone()]).is_ok());
        let long = "Wortungetüm\t".repeat(1_000);
        let card =
            Card { label: Some(long.clone()), role: long.clone(), department: Some(long.replace('\t', "")), ..card(1) };
        let words = PrintWords {
            title: long.clone(),
            how: long.clone(),
            footer: long.clone(),
            steps: vec![long.clone(); 50],
            ..support::words()
        };
        let job = PrintJob { layout, organisation: long, words, ..eight() };
        print(&job, [card]).unwrap();
    }
}

fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![
        "[\\x00-\\x7f]{0,40}",
        "\\PC{0,30}",
        any::<String>(),
        "[\u{200b}-\u{206f}\u{590}-\u{6ff}a-z\u{300}-\u{36f}]{0,40}",
        "[\u{1f300}-\u{1f64f}\u{200d}\u{fe0f}]{0,10}",
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_text_makes_it_panic(texts in proptest::collection::vec(any_text(), 12), layout in 0_usize..3) {
        let mut texts = texts.into_iter();
        let mut next = || texts.next().unwrap_or_default();
        let words = PrintWords {
            language: next(), title: next(), role: next(), department: String::new(), expires: next(), label: next(),
            how: String::new(), steps: vec![next(), next()], footer: next(), footer_many: String::new(),
        };
        let layout = [Layout::EightCards, Layout::TenCards, Layout::Poster][layout];
        let job = PrintJob { layout, paper: Paper::A4, organisation: next(), logo: None, words };
        let card = Card { role: next(), department: Some(next()), label: Some(next()), ..card(1) };
        match print(&job, [card]) {
            Ok(_) | Err(PaperError::NoFont { .. }) => {}
            Err(other) => prop_assert!(false, "{other}"),
        }
    }
}
