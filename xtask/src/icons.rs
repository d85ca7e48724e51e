//! `icons`: every picture of the mark that a platform needs, drawn from icons/vestibule.svg. The drawing libraries are
//! behind xtask's feature `icons`, since the results are committed and the libraries are rarely needed.

use anyhow::Result;

/// Without the feature `icons`: starts xtask again with it.
#[cfg(not(feature = "icons"))]
pub fn chore() -> Result<()> {
    use crate::command::{cargo, execute};
    // In a target folder of its own, so that the ordinary xtask is not rebuilt.
    execute(
        cargo()
            .args(["run", "--quiet", "--package", "xtask", "--features", "icons", "--", "icons"])
            .env("CARGO_TARGET_DIR", crate::command::root().join("target/icons")),
    )
}

/// Runs the chore.
#[cfg(feature = "icons")]
pub fn chore() -> Result<()> {
    drawn::all()
}

/// The code that needs the drawing libraries.
#[cfg(feature = "icons")]
mod drawn {
    use std::fs::{self, File};
    use std::io::BufWriter;

    use anyhow::{Context, Result};
    use resvg::tiny_skia::{Pixmap, Transform};
    use resvg::usvg::{Options, Tree};

    use crate::command::root;

    /// The pictures that tauri.conf.json lists, by their side in pixels; `@2x` is the name for twice the size.
    const PNG: [(&str, u32); 4] = [("32x32.png", 32), ("128x128.png", 128), ("128x128@2x.png", 256), ("icon.png", 512)];
    /// The sizes that Windows uses in lists, bars and tiles.
    const ICO: [u32; 6] = [16, 24, 32, 48, 64, 256];
    /// The sizes that macOS uses.
    const ICNS: [u32; 6] = [16, 32, 64, 128, 256, 512];

    /// Draw all and write them.
    pub fn all() -> Result<()> {
        let folder = root().join("icons");
        let svg = fs::read(folder.join("vestibule.svg")).context("icons/vestibule.svg")?;
        let mark = Tree::from_data(&svg, &Options::default())?;
        for (name, side) in PNG {
            fs::write(folder.join(name), picture(&mark, side)?.encode_png()?)?;
        }
        let mut windows = ico::IconDir::new(ico::ResourceType::Icon);
        for side in ICO {
            let image = ico::IconImage::from_rgba_data(side, side, pixels(&mark, side)?);
            windows.add_entry(ico::IconDirEntry::encode(&image)?);
        }
        windows.write(BufWriter::new(File::create(folder.join("icon.ico"))?))?;
        let mut mac = icns::IconFamily::new();
        for side in ICNS {
            let image = icns::Image::from_data(icns::PixelFormat::RGBA, side, side, pixels(&mark, side)?)?;
            mac.add_icon(&image)?;
        }
        mac.write(BufWriter::new(File::create(folder.join("icon.icns"))?))?;
        println!("icons/: {} PNG files, icon.ico and icon.icns", PNG.len());
        Ok(())
    }

    /// The mark, drawn that many pixels wide and high.
    fn picture(mark: &Tree, side: u32) -> Result<Pixmap> {
        let mut picture = Pixmap::new(side, side).context("a picture has at least one pixel")?;
        let scale = side as f32 / mark.size().width();
        resvg::render(mark, Transform::from_scale(scale, scale), &mut picture.as_mut());
        Ok(picture)
    }

    /// Its pixels as red, green, blue and alpha, not premultiplied.
    fn pixels(mark: &Tree, side: u32) -> Result<Vec<u8>> {
        let picture = picture(mark, side)?;
        let plain = picture.pixels().iter().map(|pixel| pixel.demultiply());
        Ok(plain.flat_map(|pixel| [pixel.red(), pixel.green(), pixel.blue(), pixel.alpha()]).collect())
    }
}
