//! Tests of finished PDFs as a printer and a scanner read them: pages, QR codes at their printed size, text and fonts.

mod support;

use support::{
    WHOLE, card, cards, code, job, letters, link, logo, page_count, pictures, print, rendered, scanned, text, tile,
    words,
};
use vestibule_paper::{Card, Layout, Paper, PrintJob, PrintWords};

const ALL: [(Layout, Paper); 6] = [
    (Layout::EightCards, Paper::A4),
    (Layout::EightCards, Paper::Letter),
    (Layout::TenCards, Paper::A4),
    (Layout::TenCards, Paper::Letter),
    (Layout::Poster, Paper::A4),
    (Layout::Poster, Paper::Letter),
];

/// A millimetre in points.
const MM: f64 = 72.0 / 25.4;

/// The number of rows of a layout, and the share of the page's height that they take together.
fn rows(layout: Layout, paper: Paper) -> (usize, f64) {
    match (layout, paper) {
        (Layout::Poster, _) => (1, 1.0),
        (Layout::EightCards, Paper::A4) => (4, 277.0 / 297.0),
        (Layout::EightCards, Paper::Letter) => (4, 259.4 / 279.4),
        (Layout::TenCards, Paper::A4) => (5, 270.0 / 297.0),
        (Layout::TenCards, Paper::Letter) => (5, 10.0 / 11.0),
    }
}

/// A card's area, as shares of the page.
fn place(layout: Layout, paper: Paper, number: usize) -> [f64; 4] {
    let (rows, share) = rows(layout, paper);
    let columns = layout.per_page() / rows;
    let (row, column) = ((number / columns) as f64, (number % columns) as f64);
    let (w, h) = (1.0 / columns as f64, share / rows as f64);
    [column * w, (1.0 - share) / 2.0 + row * h, w, h]
}

#[test]
fn every_qr_code_of_a_page_scans_at_150_dots_an_inch() {
    for (layout, paper) in ALL {
        let count = layout.per_page();
        let job = PrintJob { logo: Some(logo()), ..job(layout, paper) };
        let pages = rendered(&print(&job, cards(u32::try_from(count).unwrap())).unwrap(), 150.0);
        for number in 0..count {
            let part = place(layout, paper, number);
            let expected = link(u32::try_from(number).unwrap() + 1);
            assert_eq!(scanned(&pages[0], part), [expected], "card {number} of {layout:?} on {paper:?}");
        }
    }
}

#[test]
fn a_long_join_address_still_scans_from_the_smallest_card() {
    let long = format!("https://einladungen.gesamtschule-neubrandenburg.example/beitreten/{}", "x".repeat(60));
    let file = print(&job(Layout::TenCards, Paper::Letter), [Card { link: long.clone(), ..card(1) }]).unwrap();
    assert_eq!(scanned(&rendered(&file, 300.0)[0], WHOLE), [long]);
}

#[test]
fn the_paper_has_its_size() {
    for (paper, size) in [(Paper::A4, (595, 841)), (Paper::Letter, (612, 792))] {
        let page = &rendered(&print(&job(Layout::TenCards, paper), cards(1)).unwrap(), 72.0)[0];
        assert_eq!((page.width(), page.height()), size);
    }
}

#[test]
fn cards_fill_pages_and_the_rest_gets_one_more() {
    for (layout, count, pages) in [
        (Layout::EightCards, 1, 1),
        (Layout::EightCards, 8, 1),
        (Layout::EightCards, 9, 2),
        (Layout::EightCards, 1_000, 125),
        (Layout::TenCards, 10, 1),
        (Layout::TenCards, 11, 2),
        (Layout::Poster, 3, 3),
    ] {
        let file = print(&job(layout, Paper::A4), cards(count)).unwrap();
        assert_eq!(page_count(&file), pages, "{count} at {layout:?}");
    }
}

#[test]
fn text_is_text_with_the_code_as_it_is_read() {
    for (layout, paper) in ALL {
        let file = print(&job(layout, paper), cards(1)).unwrap();
        let text = text(&file, 0);
        assert!(text.lines().any(|line| line == code(1)), "{layout:?}: {text}");
        for word in ["Fernhill College", "You're invited", "Staff", "Library", "14 May 2026, 18:00", "Spring fair"] {
            assert!(text.contains(word), "{layout:?} lacks {word}: {text}");
        }
        assert!(text.replace('\n', " ").contains("Choose a password. That's all."), "{layout:?}: {text}");
        assert!(!text.contains('\u{fffd}'), "{layout:?}: {text}");
    }
}

#[test]
fn what_several_may_use_says_so_in_its_last_line_and_not_to_keep_it_to_oneself() {
    let words = PrintWords { footer: "Keep this card to yourself.".into(), ..words() };
    for (layout, paper) in ALL {
        let job = PrintJob { words: words.clone(), ..job(layout, paper) };
        let one = text(&print(&job, [card(1)]).unwrap(), 0);
        let many = text(&print(&job, [Card { for_many: true, ..card(1) }]).unwrap(), 0);
        // A card drops its last line if there is no room for it; a poster never does.
        let has_room = layout == Layout::Poster;
        assert!(!one.contains("everyone") && (one.contains("to yourself") || !has_room), "{layout:?}: {one}");
        assert!(!many.contains("to yourself") && (many.contains("everyone") || !has_room), "{layout:?}: {many}");
    }
}

#[test]
fn every_font_is_embedded_and_cut_down() {
    let file = print(&job(Layout::EightCards, Paper::A4), cards(8)).unwrap();
    let count = |what: &[u8]| file.windows(what.len()).filter(|window| *window == what).count();
    assert_eq!(count(b"/Type/FontDescriptor"), 3);
    assert_eq!(count(b"/FontFile2 "), 3);
    for name in [&b"+Inter-Regular"[..], b"+Inter-SemiBold", b"+JetBrainsMonoNL-Medium"] {
        assert!(count(name) > 0);
    }
    assert!(file.len() < 60_000, "whole fonts are in it: {} bytes", file.len());
}

#[test]
fn a_thousand_cards_hold_each_font_once() {
    let file = print(&job(Layout::TenCards, Paper::A4), cards(1_000)).unwrap();
    let fonts = file.windows(11).filter(|window| *window == b"/FontFile2 ").count();
    assert_eq!(fonts, 3);
    assert!(file.len() < 6_000_000, "{} bytes", file.len());
}

#[test]
fn the_same_job_gives_the_same_bytes() {
    let job = PrintJob { logo: Some(logo()), ..job(Layout::EightCards, Paper::A4) };
    assert_eq!(print(&job, cards(9)).unwrap(), print(&job, cards(9)).unwrap());
    assert_ne!(print(&job, cards(9)).unwrap(), print(&job, cards(8)).unwrap());
}

#[test]
fn a_png_or_jpeg_logo_is_embedded_once() {
    for file in [logo(), include_bytes!("logo.jpg").to_vec()] {
        let job = PrintJob { logo: Some(file), ..job(Layout::EightCards, Paper::A4) };
        let pdf = print(&job, cards(16)).unwrap();
        let images = pdf.windows(14).filter(|window| *window == b"/Subtype/Image").count();
        assert!((1..=2).contains(&images), "a picture and at most its mask, not {images}");
    }
}

#[test]
fn a_logo_of_any_shape_keeps_it_and_stands_on_no_letter_and_no_code() {
    // A stored logo has 512 pixels at most.
    for (width, height) in [(512, 512), (512, 64), (64, 512), (512, 1), (30, 20)] {
        for (layout, paper) in ALL {
            for organisation in
                ["Fernhill College", "Staatliche Gesamtschule für Naturwissenschaften Neubrandenburg-Süd"]
            {
                let logo = Some(tile(width, height));
                let job = PrintJob { logo, organisation: organisation.into(), ..job(layout, paper) };
                let file = print(&job, cards(u32::try_from(layout.per_page()).unwrap())).unwrap();
                let (logos, letters) = (pictures(&file, 0), letters(&file, 0));
                assert_eq!(logos.len(), layout.per_page(), "one on each of {layout:?}");
                for logo in logos {
                    let shape = logo.width() / logo.height();
                    let meant = f64::from(width) / f64::from(height);
                    assert!((shape / meant - 1.0).abs() < 0.01, "{width} × {height} became {shape} on {layout:?}");
                    let on = letters.iter().find(|letter| logo.contains((letter.x, letter.y)));
                    assert_eq!(on, None, "{width} × {height} on {layout:?}");
                    // The next letter to the right at its height begins after it.
                    let beside = letters.iter().filter(|letter| letter.y > logo.y0 && letter.y < logo.y1 + 2.0);
                    let after = beside.filter(|letter| letter.x >= logo.x0 && letter.x < logo.x1);
                    assert_eq!(after.count(), 0, "{width} × {height} on {layout:?}");
                }
                if paper == Paper::A4 && width == 512 && height > 1 {
                    let page = &rendered(&file, 150.0)[0];
                    assert_eq!(scanned(page, place(layout, paper, 0)), [link(1)], "{width} × {height} on {layout:?}");
                }
            }
        }
    }
}

#[test]
fn without_a_logo_no_picture_is_printed() {
    for (layout, paper) in ALL {
        let file = print(&job(layout, paper), cards(3)).unwrap();
        assert_eq!(pictures(&file, 0), []);
    }
}

/// A card of long and wide texts, none of which may leave the card.
fn long(number: u32) -> Card {
    Card {
        code: format!("{}-WWWW", code(number)),
        role: "Donaudampfschifffahrtsgesellschaftskapitänsmützenverwalterin".into(),
        department: Some("Nieprzewidywalne Międzynarodowe Współdziałanie Bibliotekarzy".into()),
        expires: "Donnerstag, 14. Mai 2026, 18:00 Uhr mitteleuropäischer Sommerzeit".into(),
        label: Some("Tag der offenen Tür ".repeat(10)),
        ..card(number)
    }
}

#[test]
fn long_names_stay_on_their_card() {
    for (layout, paper, right, bottom) in [
        (Layout::EightCards, Paper::A4, 105.0 * MM, 79.25 * MM),
        (Layout::EightCards, Paper::Letter, 306.0, 10.0 * MM + (792.0 - 20.0 * MM) / 4.0),
        (Layout::TenCards, Paper::A4, 105.0 * MM, 67.5 * MM),
        (Layout::TenCards, Paper::Letter, 306.0, 36.0 + 144.0),
        (Layout::Poster, Paper::A4, 210.0 * MM - 12.0 * MM, 297.0 * MM - 8.0 * MM),
        (Layout::Poster, Paper::Letter, 612.0 - 12.0 * MM, 792.0 - 8.0 * MM),
    ] {
        let mut job = job(layout, paper);
        job.organisation = "Wwwwwwwwwwwwwwwwwwwwwwwwwwwwww Wwwwwwwwwwwwwwwwwwwwwwwwwwwwww".into();
        job.words.title = "Zapraszamy serdecznie do współpracy".into();
        job.words.steps = vec!["Scannen Sie den Code mit dem Telefon, oder öffnen Sie Vestibule. ".repeat(4); 9];
        let file = print(&job, [long(1)]).unwrap();
        for letter in letters(&file, 0) {
            assert!(
                letter.x < right - 4.0 * MM && letter.y < bottom - 1.5 * MM,
                "{letter:?} leaves {layout:?} {paper:?}"
            );
            assert!(letter.x > 10.0 * MM && letter.y > 10.0 * MM, "{letter:?} leaves {layout:?} {paper:?}");
        }
        let text = text(&file, 0);
        assert!(text.lines().any(|line| line == format!("{}-WWWW", code(1))), "the code is never cut: {text}");
        assert!(text.contains('…'), "what is left out is shown to be: {text}");
        let part = place(layout, paper, 0);
        assert_eq!(scanned(&rendered(&file, 150.0)[0], part), [link(1)], "{layout:?} {paper:?}");
    }
}

#[test]
fn lines_of_one_card_do_not_run_into_each_other() {
    for (layout, paper) in ALL {
        for card in [card(1), long(1)] {
            let file = print(&job(layout, paper), [card]).unwrap();
            let mut lines: Vec<(f64, f64)> = Vec::new();
            for letter in letters(&file, 0) {
                match lines.iter_mut().find(|(y, _)| (y - letter.y).abs() < 0.1) {
                    Some(line) => line.1 = line.1.min(letter.x),
                    None => lines.push((letter.y, letter.x)),
                }
            }
            // Baselines nearer than five points overlap, unless the lines begin side by side.
            for (number, (y, x)) in lines.iter().enumerate() {
                for (other, left) in &lines[number + 1..] {
                    let over = (y - other).abs() < 5.0 && (x - left).abs() < 40.0;
                    let disc_and_step = layout == Layout::Poster;
                    assert!(!over || disc_and_step, "{layout:?} {paper:?}: lines at {y} and {other}");
                }
            }
        }
    }
}

#[test]
fn a_word_wider_than_its_column_is_broken_with_a_hyphen_into_parts_that_are_not_tiny() {
    let role = "Donaudampfschifffahrtsgesellschaftskapitänsmützenverwalterin";
    let file = print(&job(Layout::EightCards, Paper::A4), [Card { role: role.into(), department: None, ..card(1) }]);
    let text = text(&file.unwrap(), 0);
    let lines: Vec<&str> = text.lines().collect();
    let first = lines.iter().position(|line| line.starts_with("Donau")).unwrap();
    assert!(lines[first].ends_with('-') && lines[first + 1].chars().count() > 15, "{text}");
    assert_eq!(format!("{}{}", lines[first].trim_end_matches('-'), lines[first + 1]), role);
}

#[test]
fn what_is_missing_leaves_no_gap_and_no_caption() {
    for (layout, paper) in ALL {
        let card = Card { department: None, label: None, expires: String::new(), ..card(1) };
        let text = text(&print(&job(layout, paper), [card]).unwrap(), 0);
        assert!(!text.contains("Expires") && !text.contains("For") && !text.contains("Department"), "{text}");
        assert!(!text.contains('·') && text.contains("Staff"), "{text}");
    }
}

#[test]
fn every_bundled_script_prints_without_a_font_of_the_computer() {
    let names =
        ["Åse Łukasiewicz", "Αθηνά Παπαδοπούλου", "Юлія Щербак", "Nguyễn Thị Hằng", "Ğülşen İnönü", "“Ŋ” – 5 € …"];
    for name in names {
        let card = Card { role: name.into(), ..card(1) };
        let file = print(&job(Layout::EightCards, Paper::A4), [card]).unwrap();
        assert!(text(&file, 0).contains(name), "{name}: {}", text(&file, 0));
        assert_eq!(
            file.windows(11).filter(|window| *window == b"/FontFile2 ").count(),
            3,
            "{name} took a further font"
        );
    }
}
