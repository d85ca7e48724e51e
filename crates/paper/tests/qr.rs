//! Tests of QR pictures, read back by a scanner. Keeps out paper.

mod support;

use support::link;
use vestibule_paper::{PaperError, Qr};

/// Width and whether each pixel is dark, row by row.
fn pixels(file: &[u8]) -> (usize, Vec<bool>) {
    let mut decoder = png::Decoder::new(std::io::Cursor::new(file));
    decoder.set_transformations(png::Transformations::EXPAND);
    let mut reader = decoder.read_info().expect("a PNG");
    let mut bytes = vec![0; reader.output_buffer_size().expect("a size")];
    let info = reader.next_frame(&mut bytes).expect("every row");
    (info.width as usize, bytes[..info.buffer_size()].iter().map(|grey| *grey == 0).collect())
}

fn scan(file: &[u8]) -> Vec<String> {
    let (width, dark) = pixels(file);
    let grey = |x: usize, y: usize| if dark[y * width + x] { 0 } else { 255 };
    let mut image = rqrr::PreparedImage::prepare_from_greyscale(width, dark.len() / width, grey);
    image.detect_grids().iter().map(|grid| grid.decode().expect("a QR code").1).collect()
}

#[test]
fn a_link_is_read_back_at_three_pixels_a_module() {
    for link in
        [link(1), "vestibule://join/K7QF2M9X4TZC8WHN".into(), "https://schule.example/join/K7QF?für=Ægir&名".into()]
    {
        assert_eq!(scan(&Qr::encode(&link).unwrap().png(3)), [link]);
    }
}

#[test]
fn four_light_modules_surround_the_code() {
    let qr = Qr::encode(&link(2)).unwrap();
    let (width, dark) = pixels(&qr.png(2));
    assert_eq!(width, (qr.size() as usize + 8) * 2);
    let on_edge = |at: &usize| [at % width, at / width].iter().any(|place| *place < 8 || *place >= width - 8);
    assert!((0..dark.len()).filter(on_edge).all(|at| !dark[at]));
    assert!(dark[8 * width + 8], "the code begins where the quiet zone ends");
}

#[test]
fn the_picture_has_the_modules_of_the_code() {
    let qr = Qr::encode(&link(3)).unwrap();
    let (width, dark) = pixels(&qr.png(1));
    for y in 0..qr.size() {
        for x in 0..qr.size() {
            assert_eq!(dark[(y as usize + 4) * width + x as usize + 4], qr.is_dark(x, y));
        }
    }
    assert!(!qr.is_dark(qr.size(), 0) && !qr.is_dark(u32::MAX, u32::MAX));
}

#[test]
fn an_svg_is_one_dark_path_on_white_with_sharp_edges() {
    let svg = Qr::encode(&link(4)).unwrap().svg();
    assert_eq!(svg.matches("<path").count(), 1);
    assert!(svg.contains("shape-rendering=\"crispEdges\"") && svg.contains("fill=\"#fff\""), "{svg}");
    assert!(svg.contains("d=\"M4 4H11V11H4z"), "the first finder's outer ring stands behind the quiet zone: {svg}");
}

#[test]
fn a_size_of_nothing_or_of_everything_is_held_in_bounds() {
    let qr = Qr::encode("A").unwrap();
    assert_eq!(pixels(&qr.png(0)).0, 29);
    assert_eq!(pixels(&qr.png(u32::MAX)).0, 29 * 64);
}

#[test]
fn an_empty_text_and_one_too_long_are_refused() {
    assert_eq!(Qr::encode("").unwrap_err(), PaperError::QrEmpty);
    assert!(Qr::encode(&"ä".repeat(1_165)).is_ok());
    let fault = Qr::encode(&"ä".repeat(1_166)).unwrap_err();
    assert_eq!(fault, PaperError::QrTooLong { bytes: 2_332, max: 2_331 });
    assert!(matches!(Qr::encode(&"x".repeat(50_000_000)), Err(PaperError::QrTooLong { .. })));
}

#[test]
fn what_a_code_says_is_not_in_its_debug_text() {
    let shown = format!("{:?}", Qr::encode("K7QF").unwrap());
    assert_eq!(shown, "Qr { size: 21, .. }");
}
