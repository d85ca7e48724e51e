//! Normalises a picture that somebody chose: read within limits, turned upright, made smaller, and encoded as a new
//! PNG from its pixels alone, without anything else of the file (colour profiles, comments, locations, data after its
//! end). Keeps out what it is for.

use std::io::Cursor;

use image::codecs::png::{CompressionType, FilterType as RowFilter, PngEncoder};
use image::imageops::FilterType;
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader, Limits, RgbaImage};

use crate::error::PaperError;
use crate::logo::whole_jpeg;

/// The shares of a side, in eighths, that are tried until the file is small enough.
const PARTS: [u32; 8] = [8, 7, 6, 5, 4, 3, 2, 1];
/// The most memory for decoding, in bytes: 4096 × 4096 pixels of 16 bits and four channels are 128 MB.
const MOST_MEMORY: u64 = 160 * 1024 * 1024;

/// Limits of the input and the result.
#[derive(Debug, Clone, Copy)]
pub struct PictureLimits {
    /// The largest file, in bytes.
    pub file: u64,
    /// The largest width and height of the input, in pixels.
    pub read: u32,
    /// The largest width and height of the result, in pixels.
    pub side: u32,
    /// The largest file of the result, in bytes.
    pub kept: usize,
}

/// A normalised picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// The PNG file.
    pub png: Vec<u8>,
    /// In pixels.
    pub width: u32,
    /// In pixels.
    pub height: u32,
}

impl Picture {
    /// Makes one from a PNG or JPEG file. The aspect ratio is kept, and it is never enlarged. The size is read from
    /// the file's header before memory is allocated for its pixels.
    ///
    /// # Errors
    /// [`PaperError::FileTooLarge`], [`PaperError::LogoNotAPicture`], [`PaperError::LogoTooLarge`] or
    /// [`PaperError::LogoDamaged`].
    pub fn from_file(file: &[u8], limits: &PictureLimits) -> Result<Self, PaperError> {
        if file.len() as u64 > limits.file {
            return Err(PaperError::FileTooLarge { max: limits.file });
        }
        let whole = upright(file, limits.read)?;
        for part in PARTS {
            let (width, height) = fitted(whole.dimensions(), (limits.side * part / PARTS[0]).max(1));
            let png = written(smaller(&whole, width, height))?;
            if png.len() <= limits.kept {
                return Ok(Self { png, width, height });
            }
        }
        Err(PaperError::LogoDamaged)
    }
}

/// Its pixels, rotated as the file's orientation tag says: cameras store them unrotated.
fn upright(file: &[u8], most: u32) -> Result<RgbaImage, PaperError> {
    let format = match file {
        [0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1a, b'\n', ..] => ImageFormat::Png,
        [0xff, 0xd8, 0xff, ..] if whole_jpeg(file) => ImageFormat::Jpeg,
        [0xff, 0xd8, 0xff, ..] => return Err(PaperError::LogoDamaged),
        _ => return Err(PaperError::LogoNotAPicture),
    };
    let damaged = |_| PaperError::LogoDamaged;
    let mut limits = Limits::no_limits();
    limits.max_alloc = Some(MOST_MEMORY);
    let mut reader = ImageReader::with_format(Cursor::new(file), format);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(damaged)?;
    let (width, height) = decoder.dimensions();
    if width > most || height > most {
        return Err(PaperError::LogoTooLarge { width, height, max: most });
    }
    if width == 0 || height == 0 {
        return Err(PaperError::LogoDamaged);
    }
    let turned = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let mut image = DynamicImage::from_decoder(decoder).map_err(damaged)?;
    image.apply_orientation(turned);
    Ok(image.into_rgba8())
}

/// The size that fits into a square, never enlarged. At least one pixel each way, however long and thin.
fn fitted((width, height): (u32, u32), side: u32) -> (u32, u32) {
    let longest = width.max(height);
    if longest <= side {
        return (width, height);
    }
    let scaled = |length: u32| (length * side + longest / 2) / longest;
    (scaled(width).max(1), scaled(height).max(1))
}

/// Weights each colour by its opacity, so that the colours of transparent pixels don't bleed into edges.
fn smaller(whole: &RgbaImage, width: u32, height: u32) -> RgbaImage {
    if whole.dimensions() == (width, height) {
        return whole.clone();
    }
    let mut weighed = whole.clone();
    for pixel in weighed.pixels_mut() {
        let alpha = u16::from(pixel[3]);
        (0..3).for_each(|at| pixel[at] = ((u16::from(pixel[at]) * alpha + 127) / 255) as u8);
    }
    let mut small = image::imageops::resize(&weighed, width, height, FilterType::CatmullRom);
    for pixel in small.pixels_mut() {
        let alpha = u16::from(pixel[3]);
        if alpha > 0 {
            (0..3).for_each(|at| pixel[at] = ((u16::from(pixel[at]) * 255 + alpha / 2) / alpha).min(255) as u8);
        }
    }
    small
}

fn written(mut image: RgbaImage) -> Result<Vec<u8>, PaperError> {
    // Clears fully transparent pixels: their invisible colours could carry data.
    image.pixels_mut().filter(|pixel| pixel[3] == 0).for_each(|pixel| pixel.0 = [0; 4]);
    let opaque = image.pixels().all(|pixel| pixel[3] == 255);
    let image = DynamicImage::from(image);
    let image = if opaque { DynamicImage::from(image.into_rgb8()) } else { image };
    let mut png = Vec::new();
    let encoder = PngEncoder::new_with_quality(&mut png, CompressionType::Best, RowFilter::Adaptive);
    image.write_with_encoder(encoder).map_err(|fault| PaperError::NotWritten { fault: fault.to_string() })?;
    Ok(png)
}
