//! The fonts of this computer, for letters that the bundled ones lack: the only module of this crate that reads the
//! disk. Keeps out what is drawn.

use std::cmp::Reverse;
use std::sync::Arc;

use fontdb::{Database, FaceInfo, Source, Style};
use read_fonts::{FontRef, TableProvider};

use crate::clean::is_invisible;

/// A face of this computer.
pub type FaceId = fontdb::ID;

/// Common families that go well with Inter, best first. A prefix of a family's name matches too ("Noto Sans Arabic").
const PREFERRED: &[&str] = &[
    "Noto Sans",
    "Segoe UI",
    "Geeza Pro",
    "SF Hebrew",
    "Arial Hebrew",
    "Hiragino Sans",
    "PingFang",
    "Yu Gothic",
    "Microsoft YaHei",
    "Malgun Gothic",
    "Apple SD Gothic Neo",
    "Nirmala UI",
    "Leelawadee UI",
    "Kohinoor",
    "Ebrima",
    "Gadugi",
    "Arial",
    "Helvetica",
    "DejaVu Sans",
    "Liberation Sans",
    "FreeSans",
    "Noto Serif",
    "Noto",
];

/// All fonts of this computer, in the order in which they are tried.
pub struct SystemFonts {
    database: Database,
    plain: Vec<FaceId>,
    strong: Vec<FaceId>,
}

impl SystemFonts {
    /// Lists them. Takes up to some tenths of a second.
    pub fn look() -> Self {
        let mut database = Database::new();
        database.load_system_fonts();
        let (plain, strong) = (ordered(&database, 400), ordered(&database, 600));
        Self { database, plain, strong }
    }

    /// The list on a computer without fonts.
    #[cfg(test)]
    pub fn none() -> Self {
        Self { database: Database::new(), plain: Vec::new(), strong: Vec::new() }
    }

    /// The faces that claim all of `letter`, best first.
    pub fn with_letter<'a>(&'a self, strong: bool, letter: &'a str) -> impl Iterator<Item = FaceId> + 'a {
        let order = if strong { &self.strong } else { &self.plain };
        let has = move |file: &[u8], index| covers(file, index, letter).unwrap_or(false);
        order.iter().copied().filter(move |id| self.database.with_face_data(*id, has).unwrap_or(false))
    }

    /// A face's file, and its index in the file.
    pub fn face_file(&self, id: FaceId) -> Option<(Arc<Vec<u8>>, u32)> {
        self.database.with_face_data(id, |file, index| (Arc::new(file.to_vec()), index))
    }
}

/// Preferred families first, upright only, nearest to the weight; sorting by names and paths makes the order the same
/// at every start.
fn ordered(database: &Database, weight: u16) -> Vec<FaceId> {
    let rank = |face: &FaceInfo| {
        let family = face.families.first().map(|(name, _)| name.clone()).unwrap_or_default();
        let place = PREFERRED.iter().position(|preferred| family.starts_with(preferred)).unwrap_or(PREFERRED.len());
        let path = match &face.source {
            Source::File(path) | Source::SharedFile(path, _) => path.clone(),
            Source::Binary(_) => Default::default(),
        };
        let odd = (face.monospaced, face.stretch != fontdb::Stretch::Normal, Reverse(family.contains("Sans")));
        (place, odd, family, face.weight.0.abs_diff(weight), path, face.index)
    };
    let mut faces: Vec<&FaceInfo> =
        database.faces().filter(|face| face.style == Style::Normal && !draws_boxes(face)).collect();
    faces.sort_by_cached_key(|face| rank(face));
    faces.iter().map(|face| face.id).collect()
}

/// Whether a font has placeholder boxes for every character, or is internal to the system.
fn draws_boxes(face: &FaceInfo) -> bool {
    face.families.iter().any(|(name, _)| {
        name.starts_with('.')
            || ["LastResort", "Last Resort", "Adobe Blank", "Unifont"].iter().any(|no| name.contains(no))
    })
}

/// Whether the font file has the letter and may be embedded (OS/2 fsType bit 1 alone: restricted licence).
fn covers(file: &[u8], index: u32, letter: &str) -> Option<bool> {
    let font = FontRef::from_index(file, index).ok()?;
    if font.os2().is_ok_and(|os2| os2.fs_type() & 0xf == 2) {
        return Some(false);
    }
    let map = font.cmap().ok()?;
    let has = |c: char| map.map_codepoint(c).is_some_and(|glyph| glyph.to_u32() != 0);
    Some(letter.chars().filter(|c| !is_invisible(*c)).all(has))
}
