//! From text to glyphs: direction (Unicode TR 9), fonts and shaping of one line. Keeps out widths and places.

use std::ops::Range;

use harfrust::{Buffer, Direction, ShapeOptions, ShaperFont};
use krilla::text::{GlyphId, KrillaGlyph};
use unicode_bidi::{BidiInfo, Level};
use unicode_script::{Script, UnicodeScript};
use unicode_segmentation::UnicodeSegmentation;

use crate::clean::is_invisible;
use crate::fonts::{Fonts, Voice};

/// Consecutive glyphs of one font.
pub struct Run {
    /// The font's index for [`Fonts::face`].
    pub face: usize,
    /// From left to right, in em.
    pub glyphs: Vec<KrillaGlyph>,
    /// The width in em.
    pub width: f32,
}

/// One line, to be drawn from left to right.
pub struct Line {
    /// Its text, which the PDF stores beside the glyphs.
    pub text: String,
    /// From left to right.
    pub runs: Vec<Run>,
    /// The width in em.
    pub width: f32,
}

/// A paragraph's direction: that of its first letter that has one, else of the page.
pub fn direction(text: &str, page_is_rtl: bool) -> Level {
    match unicode_bidi::get_base_direction(text) {
        unicode_bidi::Direction::Rtl => Level::rtl(),
        unicode_bidi::Direction::Ltr => Level::ltr(),
        unicode_bidi::Direction::Mixed if page_is_rtl => Level::rtl(),
        unicode_bidi::Direction::Mixed => Level::ltr(),
    }
}

/// Shapes one line in a direction, with `tracking` em between letters (left out in scripts that join).
pub fn line(fonts: &mut Fonts, text: &str, voice: Voice, direction: Level, tracking: f32) -> Line {
    let bidi = BidiInfo::new(text, Some(direction));
    let mut runs = Vec::new();
    for paragraph in &bidi.paragraphs {
        let (levels, pieces) = bidi.visual_runs(paragraph, paragraph.range.clone());
        for piece in pieces {
            let rtl = levels[piece.start].is_rtl();
            let mut parts = same_font(fonts, text, piece, voice);
            if rtl {
                parts.reverse();
            }
            runs.extend(parts.into_iter().map(|(face, range)| shape_run(fonts, text, range, face, rtl, tracking)));
        }
    }
    let width = runs.iter().map(|run| run.width).sum();
    Line { text: text.to_owned(), runs, width }
}

/// Splits a range where the font or the script changes. Characters without a script go with those before them.
fn same_font(fonts: &mut Fonts, text: &str, range: Range<usize>, voice: Voice) -> Vec<(usize, Range<usize>)> {
    let mut parts: Vec<(usize, Script, Range<usize>)> = Vec::new();
    for (at, letter) in text[range.clone()].grapheme_indices(true) {
        let here = range.start + at..range.start + at + letter.len();
        let script = letter
            .chars()
            .map(|c| c.script())
            .find(|script| !matches!(script, Script::Common | Script::Inherited))
            .unwrap_or(Script::Common);
        let face = fonts.choose(voice, letter);
        match parts.last_mut() {
            Some((last, last_script, whole))
                if *last == face
                    && (script == Script::Common || *last_script == Script::Common || script == *last_script) =>
            {
                whole.end = here.end;
                if *last_script == Script::Common {
                    *last_script = script;
                }
            }
            _ => parts.push((face, script, here)),
        }
    }
    parts.into_iter().map(|(face, _, range)| (face, range)).collect()
}

fn shape_run(fonts: &mut Fonts, text: &str, range: Range<usize>, face: usize, rtl: bool, tracking: f32) -> Run {
    let mut buffer = Buffer::new();
    for (at, c) in text[range.clone()].char_indices() {
        buffer.push(u32::from(c), u32::try_from(range.start + at).expect("a line is short"));
    }
    buffer.set_direction(if rtl { Direction::RightToLeft } else { Direction::LeftToRight });
    buffer.guess_segment_properties();
    let font = &fonts.face(face).shaped;
    let em = f32::from(font.units_per_em().max(1));
    if harfrust::shape(&ShaperFont::new(font), &mut buffer, ShapeOptions::new()).is_err() {
        fonts.miss_shape(&text[range]);
        return Run { face, glyphs: Vec::new(), width: 0.0 };
    }
    let ends = ends(&buffer, range.end);
    let mut glyphs = Vec::new();
    let mut width = 0.0;
    let mut shapeless = Vec::new();
    for (info, place) in buffer.glyph_infos().iter().zip(buffer.glyph_positions()) {
        let start = info.cluster as usize;
        let cluster = start..ends[ends.partition_point(|end| *end <= start)..].first().copied().unwrap_or(range.end);
        if info.glyph_id == 0 && !text[cluster.clone()].chars().all(is_invisible) {
            shapeless.push(cluster.clone());
        }
        let extra = if rtl || place.x_advance == 0 { 0.0 } else { tracking };
        let advance = place.x_advance as f32 / em + extra;
        let (x, y) = (place.x_offset as f32 / em, place.y_offset as f32 / em);
        glyphs.push(KrillaGlyph::new(GlyphId::new(info.glyph_id), advance, x, y, 0.0, cluster, None));
        width += advance;
    }
    for cluster in shapeless {
        fonts.miss_shape(&text[cluster]);
    }
    Run { face, glyphs, width }
}

/// Where clusters end, ascending: each where the next one starts.
fn ends(buffer: &Buffer, end: usize) -> Vec<usize> {
    let mut starts: Vec<usize> = buffer.glyph_infos().iter().map(|info| info.cluster as usize).collect();
    starts.push(end);
    starts.sort_unstable();
    starts.dedup();
    starts
}
