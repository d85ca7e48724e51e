//! A QR code as modules, as SVG and as PNG. Keeps out what the text means and where the picture is used.

mod outline;

use qrcodegen::{QrCode, QrCodeEcc, QrSegment, Version};

pub(crate) use outline::Corner;

use crate::error::PaperError;

/// Light modules that must surround a QR code (ISO/IEC 18004, 6.3.8).
pub const QUIET: u32 = 4;
/// What version 40 holds at error correction M in byte mode (ISO/IEC 18004, table 7).
const MOST_BYTES: usize = 2331;
/// The most pixels a module may have in a PNG: 185 modules at 64 are 12 thousand pixels a side, 17 MB unpacked.
const MOST_PIXELS: u32 = 64;

/// The QR code of a text: a square of dark and light modules, without its quiet zone.
#[derive(Clone)]
pub struct Qr(QrCode);

impl Qr {
    /// The smallest QR code that holds `text` with error correction M, or a better level if it needs no more modules.
    ///
    /// # Errors
    /// [`PaperError::QrEmpty`], or [`PaperError::QrTooLong`] above 2 331 bytes.
    pub fn encode(text: &str) -> Result<Self, PaperError> {
        if text.is_empty() {
            return Err(PaperError::QrEmpty);
        }
        let too_long = || PaperError::QrTooLong { bytes: text.len(), max: MOST_BYTES };
        // Nothing longer fits in any mode (7 089 digits at L), so a huge text is refused at no cost.
        if text.len() > 8_000 {
            return Err(too_long());
        }
        let segments = QrSegment::make_segments(text);
        QrCode::encode_segments_advanced(&segments, QrCodeEcc::Medium, Version::MIN, Version::MAX, None, true)
            .map(Self)
            .map_err(|_| too_long())
    }

    /// Modules on a side, without the quiet zone: 21 to 177.
    pub fn size(&self) -> u32 {
        self.0.size().unsigned_abs()
    }

    /// Whether the module in column `x` and row `y`, from the top left, is dark. Outside of the code every module is
    /// light.
    pub fn is_dark(&self, x: u32, y: u32) -> bool {
        match (i32::try_from(x), i32::try_from(y)) {
            (Ok(x), Ok(y)) => self.0.get_module(x, y),
            _ => false,
        }
    }

    /// The outlines of the dark areas, as closed rings of corners in modules from the code's top left. To be filled by
    /// the non-zero rule: holes run in the opposite direction.
    pub(crate) fn outline(&self) -> Vec<Vec<Corner>> {
        outline::rings(self.size(), |x, y| self.is_dark(x, y))
    }

    /// Black on white with its quiet zone, one unit per module, as one path without seams between modules.
    pub fn svg(&self) -> String {
        let side = self.size() + 2 * QUIET;
        let mut path = String::new();
        for ring in self.outline() {
            let mut corners = ring.iter();
            let Some(first) = corners.next() else { continue };
            path.push_str(&format!("M{} {}", first.x + QUIET, first.y + QUIET));
            let mut before = *first;
            for corner in corners {
                let step = if corner.y == before.y {
                    format!("H{}", corner.x + QUIET)
                } else {
                    format!("V{}", corner.y + QUIET)
                };
                path.push_str(&step);
                before = *corner;
            }
            path.push('z');
        }
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {side} {side}\" shape-rendering=\"crispEdges\">\
             <rect width=\"{side}\" height=\"{side}\" fill=\"#fff\"/><path fill=\"#000\" d=\"{path}\"/></svg>\n"
        )
    }

    /// Black on white with its quiet zone, as a PNG of one bit per pixel. `pixels_per_module` is clamped to 1 to 64.
    pub fn png(&self, pixels_per_module: u32) -> Vec<u8> {
        let scale = pixels_per_module.clamp(1, MOST_PIXELS);
        let side = (self.size() + 2 * QUIET) * scale;
        let mut packed = Vec::new();
        for row in 0..self.size() + 2 * QUIET {
            let mut line = vec![0xff_u8; side.div_ceil(8) as usize];
            for pixel in 0..side {
                let dark = row
                    .checked_sub(QUIET)
                    .zip((pixel / scale).checked_sub(QUIET))
                    .is_some_and(|(y, x)| self.is_dark(x, y));
                if dark {
                    line[(pixel / 8) as usize] &= !(0x80 >> (pixel % 8));
                }
            }
            for _ in 0..scale {
                packed.extend_from_slice(&line);
            }
        }
        let mut file = Vec::new();
        let mut encoder = png::Encoder::new(&mut file, side, side);
        encoder.set_color(png::ColorType::Grayscale);
        encoder.set_depth(png::BitDepth::One);
        let mut writer = encoder.write_header().expect("a Vec takes every byte and the side is not 0");
        writer.write_image_data(&packed).expect("the rows were made to this width and height");
        writer.finish().expect("a Vec takes every byte");
        file
    }
}

impl std::fmt::Debug for Qr {
    /// Prints its size only: its text may be a secret.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Qr").field("size", &self.size()).finish_non_exhaustive()
    }
}
