//! Tests of pictures as people choose them: small, large, rotated, decompression bombs, and files that are not
//! pictures.

#![allow(clippy::unwrap_used, reason = "a test that can't go on fails")]

use std::io::Cursor;

use image::codecs::jpeg::JpegEncoder;
use image::{DynamicImage, ImageFormat, Luma, Rgb, Rgba, RgbaImage};
use vestibule_paper::{PaperError, Picture, PictureLimits};

const LIMITS: PictureLimits = PictureLimits { file: 2 << 20, read: 4_096, side: 512, kept: 256 << 10 };

fn picture_from(file: &[u8]) -> Result<Picture, PaperError> {
    Picture::from_file(file, &LIMITS)
}

fn png(image: impl Into<DynamicImage>) -> Vec<u8> {
    let mut file = Cursor::new(Vec::new());
    image.into().write_to(&mut file, ImageFormat::Png).unwrap();
    file.into_inner()
}

fn jpeg(width: u32, height: u32) -> Vec<u8> {
    let image =
        image::RgbImage::from_fn(
            width,
            height,
            |x, _| if x < width / 2 { Rgb([200, 30, 20]) } else { Rgb([20, 30, 200]) },
        );
    let mut file = Vec::new();
    JpegEncoder::new_with_quality(&mut file, 90).encode_image(&image).unwrap();
    file
}

fn tile(width: u32, height: u32) -> RgbaImage {
    RgbaImage::from_fn(width, height, |x, y| Rgba([(x % 256) as u8, (y % 256) as u8, 90, 255]))
}

fn pixels(picture: &Picture) -> RgbaImage {
    image::load_from_memory_with_format(&picture.png, ImageFormat::Png).unwrap().into_rgba8()
}

/// The names of a PNG's chunks.
fn chunks(file: &[u8]) -> Vec<String> {
    let mut names = Vec::new();
    let mut at = 8;
    while at < file.len() {
        let length = u32::from_be_bytes(file[at..at + 4].try_into().unwrap()) as usize;
        names.push(String::from_utf8(file[at + 4..at + 8].to_vec()).unwrap());
        at += length + 12;
    }
    names
}

/// A chunk with its length and its check sum.
fn chunk(name: &[u8; 4], body: &[u8]) -> Vec<u8> {
    let mut crc = !0_u32;
    for byte in name.iter().chain(body) {
        crc ^= u32::from(*byte);
        (0..8).for_each(|_| crc = if crc & 1 == 1 { crc >> 1 ^ 0xedb8_8320 } else { crc >> 1 });
    }
    [&u32::try_from(body.len()).unwrap().to_be_bytes()[..], name, body, &(!crc).to_be_bytes()].concat()
}

/// A PNG whose header claims that size, with almost no data.
fn bomb(width: u32, height: u32) -> Vec<u8> {
    let head = [&width.to_be_bytes()[..], &height.to_be_bytes(), &[16, 6, 0, 0, 0]].concat();
    [
        b"\x89PNG\r\n\x1a\n".to_vec(),
        chunk(b"IHDR", &head),
        chunk(b"IDAT", &[0x78, 0x9c, 3, 0, 0, 0, 0, 1]),
        chunk(b"IEND", &[]),
    ]
    .concat()
}

#[test]
fn a_small_picture_keeps_its_pixels_and_a_large_one_its_shape() {
    let small = picture_from(&png(tile(96, 40))).unwrap();
    assert_eq!((small.width, small.height), (96, 40));
    assert_eq!(pixels(&small), tile(96, 40));
    for (width, height, expected) in [
        (1_024, 512, (512, 256)),
        (4_096, 4_096, (512, 512)),
        (513, 1_000, (263, 512)),
        (4_096, 3, (512, 1)),
        (1, 4_000, (1, 512)),
    ] {
        let made = picture_from(&png(RgbaImage::from_pixel(width, height, Rgba([10, 90, 80, 255])))).unwrap();
        assert_eq!((made.width, made.height), expected, "{width} × {height}");
        assert_eq!(pixels(&made).dimensions(), expected);
        assert!(made.png.len() <= LIMITS.kept);
    }
}

#[test]
fn the_same_picture_gives_the_same_bytes() {
    let file = png(tile(700, 300));
    assert_eq!(picture_from(&file).unwrap(), picture_from(&file).unwrap());
    let again = picture_from(&picture_from(&file).unwrap().png).unwrap();
    assert_eq!(again, picture_from(&file).unwrap(), "what we wrote is read as it is");
}

#[test]
fn noise_is_made_smaller_until_it_fits() {
    let mut state = 1_u32;
    let noise = RgbaImage::from_fn(600, 600, |_, _| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        Rgba(state.to_be_bytes())
    });
    let made = picture_from(&png(noise)).unwrap();
    assert!(
        made.png.len() <= LIMITS.kept && made.width == made.height && (128..512).contains(&made.width),
        "{}",
        made.width
    );
}

#[test]
fn every_kind_of_png_and_jpeg_is_read() {
    let deep = image::ImageBuffer::from_fn(40, 30, |x, y| Rgba([x as u16 * 1_000, y as u16 * 1_000, 0, 40_000]));
    let grey = image::GrayImage::from_fn(40, 30, |x, _| Luma([x as u8]));
    for file in [png(DynamicImage::ImageRgba16(deep)), png(grey), png(tile(40, 30).clone()), jpeg(40, 30)] {
        let made = picture_from(&file).unwrap();
        assert_eq!((made.width, made.height), (40, 30));
    }
    assert!(picture_from(include_bytes!("logo.jpg")).is_ok());
}

#[test]
fn a_picture_that_was_held_sideways_stands_upright() {
    let plain = jpeg(64, 32);
    // Orientation 6 (CIPA DC-008, 4.6.4): turn it clockwise.
    let exif = b"Exif\0\0MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0";
    let length = u16::try_from(exif.len() + 2).unwrap().to_be_bytes();
    let turned = [&plain[..2], &[0xff, 0xe1], &length, exif, &plain[2..]].concat();
    let made = picture_from(&turned).unwrap();
    assert_eq!((made.width, made.height), (32, 64));
    let (top, bottom) = (pixels(&made).get_pixel(16, 5).0, pixels(&made).get_pixel(16, 60).0);
    assert!(top[0] > 150 && bottom[2] > 150, "what was left is above: {top:?} {bottom:?}");
}

#[test]
fn nothing_of_the_file_goes_on_but_its_pixels() {
    let mut file = png(tile(50, 50));
    let end = file.len() - 12;
    file.splice(end..end, chunk(b"tEXt", b"Comment\0<script>alert(1)</script>"));
    file.extend_from_slice(b"<html>behind the end</html>");
    let made = picture_from(&file).unwrap();
    assert_eq!(pixels(&made), tile(50, 50));
    assert!(
        chunks(&made.png).iter().all(|name| ["IHDR", "IDAT", "IEND"].contains(&name.as_str())),
        "{:?}",
        chunks(&made.png)
    );
    for hidden in ["script", "html", "Comment"] {
        assert!(!made.png.windows(hidden.len()).any(|part| part == hidden.as_bytes()), "{hidden}");
    }
    let veiled = picture_from(&png(RgbaImage::from_pixel(20, 20, Rgba([1, 2, 3, 0])))).unwrap();
    assert!(pixels(&veiled).pixels().all(|pixel| pixel.0 == [0; 4]), "what is not seen is not kept");
}

#[test]
fn what_stands_behind_a_clear_edge_does_not_shine_through() {
    // White, on a transparent ground whose hidden colour is black.
    let whole = RgbaImage::from_fn(2_000, 2_000, |x, y| {
        let inside = (x as i64 - 1_000).pow(2) + (y as i64 - 1_000).pow(2) < 810_000;
        if inside { Rgba([255, 255, 255, 255]) } else { Rgba([0, 0, 0, 0]) }
    });
    let made = pixels(&picture_from(&png(whole)).unwrap());
    assert!(made.pixels().any(|pixel| (1..255).contains(&pixel[3])), "the edge is soft");
    let grey = made.pixels().filter(|pixel| pixel[3] > 16 && pixel[0] < 240).count();
    assert_eq!(grey, 0, "no dark fringe");
}

#[test]
fn a_bomb_is_refused_by_its_head() {
    for (width, height) in [(4_097, 1), (1, 4_097), (65_535, 65_535), (0x7fff_ffff, 0x7fff_ffff)] {
        let refused = picture_from(&bomb(width, height)).unwrap_err();
        let expected = PaperError::LogoTooLarge { width, height, max: 4_096 };
        assert!(refused == expected || refused == PaperError::LogoDamaged && width > 65_535, "{width}: {refused:?}");
    }
    // A JPEG whose frame header says 65 000 pixels each way.
    let mut large = jpeg(16, 16);
    let frame = large.windows(2).position(|pair| pair == [0xff, 0xc0]).unwrap();
    large[frame + 5..frame + 9].copy_from_slice(&[0xfd, 0xe8, 0xfd, 0xe8]);
    assert_eq!(picture_from(&large), Err(PaperError::LogoTooLarge { width: 65_000, height: 65_000, max: 4_096 }));
}

#[test]
fn a_picture_without_pixels_or_without_its_end_is_damaged() {
    let (whole_png, whole_jpeg) = (png(tile(300, 300)), jpeg(300, 300));
    for file in [
        &whole_png[..whole_png.len() / 2],
        &whole_png[..20],
        &bomb(0, 5),
        &bomb(200, 200),
        &whole_jpeg[..whole_jpeg.len() / 2],
        &whole_jpeg[..4],
    ] {
        assert_eq!(picture_from(file), Err(PaperError::LogoDamaged));
    }
}

#[test]
fn what_is_no_png_or_jpeg_is_told_so() {
    let files: [&[u8]; 7] = [
        b"",
        b"\x89PNG",
        b"<svg xmlns=\"http://www.w3.org/2000/svg\"/>",
        b"GIF89a\x01\0\x01\0",
        b"RIFF\0\0\0\0WEBPVP8 ",
        b"%PDF-1.7",
        &[0; 5_000],
    ];
    for file in files {
        assert_eq!(picture_from(file), Err(PaperError::LogoNotAPicture), "{:?}", &file[..file.len().min(12)]);
    }
}

#[test]
fn a_file_that_is_too_large_is_refused_unread() {
    let mut file = png(tile(10, 10));
    file.resize(2 << 20, 0);
    assert!(picture_from(&file).is_ok(), "exactly 2 MB");
    file.push(0);
    let refused = picture_from(&file).unwrap_err();
    assert_eq!(refused, PaperError::FileTooLarge { max: 2 << 20 });
    assert!(refused.to_string().contains("larger than 2 MB"), "{refused}");
}

#[test]
fn no_broken_byte_makes_it_panic() {
    let (first, second) = (png(tile(40, 40)), jpeg(40, 40));
    for file in [first, second] {
        for at in 0..file.len() {
            for byte in [0, 0xff, file[at] ^ 0x20] {
                let mut broken = file.clone();
                broken[at] = byte;
                if let Ok(made) = picture_from(&broken) {
                    assert!(made.png.len() <= LIMITS.kept && made.width <= 512 && made.height <= 512);
                }
            }
        }
    }
}
