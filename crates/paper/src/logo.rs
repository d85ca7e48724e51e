//! The organisation's logo: read and checked before anything is drawn, embedded once. Keeps out where it is drawn.

use krilla::image::Image;

use crate::canvas::{Area, Canvas};
use crate::error::PaperError;

/// In pixels, each way: a logo is printed a few centimetres wide at most, and one of this size takes 64 MB while it is
/// compressed.
const MOST_PIXELS: u32 = 4_096;

/// A logo that can be drawn.
pub struct Logo(Image);

impl Logo {
    /// Reads a PNG or JPEG file.
    ///
    /// # Errors
    /// [`PaperError::LogoNotAPicture`], [`PaperError::LogoDamaged`] or [`PaperError::LogoTooLarge`].
    pub fn decode(file: &[u8]) -> Result<Self, PaperError> {
        let png = file.starts_with(b"\x89PNG\r\n\x1a\n");
        if !png && !file.starts_with(&[0xff, 0xd8, 0xff]) {
            return Err(PaperError::LogoNotAPicture);
        }
        let bytes = file.to_vec().into();
        let image = if png { Image::from_png(bytes, true) } else { Image::from_jpeg(bytes, true) };
        let image = image.map_err(|_| PaperError::LogoDamaged)?;
        let (width, height) = image.size();
        if width == 0 || height == 0 {
            return Err(PaperError::LogoDamaged);
        }
        if width > MOST_PIXELS || height > MOST_PIXELS {
            return Err(PaperError::LogoTooLarge { width, height, max: MOST_PIXELS });
        }
        let whole = if png { whole_png(file) } else { whole_jpeg(file) };
        whole.then_some(Self(image)).ok_or(PaperError::LogoDamaged)
    }

    /// Its width at that height, limited to `most` points.
    pub fn width(&self, height: f32, most: f32) -> f32 {
        let (w, h) = self.0.size();
        (height * w as f32 / h as f32).min(most)
    }

    /// Draws it centred in a box, as large as fits.
    pub fn draw(&self, canvas: &mut Canvas<'_, '_>, area: Area) {
        let (w, h) = self.0.size();
        let scale = (area.w / w as f32).min(area.h / h as f32);
        let (w, h) = (w as f32 * scale, h as f32 * scale);
        canvas.picture(&self.0, Area::new(area.x + (area.w - w) / 2.0, area.y + (area.h - h) / 2.0, w, h));
    }
}

/// Whether every row is present. The PDF writer reads the pixels only at the end, after all pages are drawn.
fn whole_png(file: &[u8]) -> bool {
    let mut decoder = png::Decoder::new(std::io::Cursor::new(file));
    decoder.set_transformations(png::Transformations::normalize_to_color8());
    let Ok(mut reader) = decoder.read_info() else { return false };
    let Some(size) = reader.output_buffer_size() else { return false };
    reader.next_frame(&mut vec![0; size]).is_ok()
}

/// Whether the file reaches its end marker. Its bytes go into the PDF unchanged.
pub fn whole_jpeg(file: &[u8]) -> bool {
    file.windows(2).rev().take(4_096).any(|pair| pair == [0xff, 0xd9])
}
