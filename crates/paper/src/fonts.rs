//! The fonts of a print run: the bundled ones, each parsed once, and fonts of this computer where names need them.
//! Keeps out sizes and places.

mod system;

use std::collections::{BTreeSet, HashMap};

use system::{FaceId, SystemFonts};
use unicode_properties::UnicodeEmoji;
use unicode_segmentation::UnicodeSegmentation;

use crate::clean::{self, is_invisible};
use crate::error::PaperError;

// Inter 4.1 and JetBrains Mono NL 2.242 (SIL OFL 1.1, licences beside them), reduced with fonttools to Latin, Greek,
// Cyrillic and Vietnamese, the mono to ASCII, without hints and stylistic sets.
static INTER: &[u8] = include_bytes!("../fonts/Inter-Regular.ttf");
static INTER_STRONG: &[u8] = include_bytes!("../fonts/Inter-SemiBold.ttf");
static CODE: &[u8] = include_bytes!("../fonts/JetBrainsMonoNL-Medium.ttf");

/// The most characters listed in an error.
const MOST_NAMED: usize = 12;

/// With more missing letters than this the run fails anyway: no more fonts of the computer are searched. Emoji are
/// counted separately.
const MOST_ASKED: usize = 64;

/// The font of a text, independent of size and colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Voice {
    /// Running text: Inter Regular.
    Plain,
    /// Names and titles: Inter SemiBold.
    Strong,
    /// Codes: JetBrains Mono Medium.
    Code,
}

impl Voice {
    /// The indices of the bundled faces to try, best first.
    const fn bundled(self) -> &'static [usize] {
        match self {
            Self::Plain => &[0],
            Self::Strong => &[1],
            Self::Code => &[2, 1],
        }
    }
}

/// One font, for the shaper and for the PDF writer.
pub struct Face {
    /// For the PDF writer.
    pub drawn: krilla::text::Font,
    /// For the shaper.
    pub shaped: harfrust::Font,
}

impl Face {
    fn bundled(file: &'static [u8]) -> Self {
        Self {
            drawn: krilla::text::Font::new(file.into(), 0).expect("a bundled font is a font"),
            shaped: harfrust::Font::new(file, 0).expect("a bundled font is a font"),
        }
    }

    fn of_system(file: std::sync::Arc<Vec<u8>>, index: u32) -> Option<Self> {
        let drawn = krilla::text::Font::new(file.clone().into(), index)?;
        let blob: std::sync::Arc<dyn AsRef<[u8]> + Send + Sync> = file;
        Some(Self { drawn, shaped: harfrust::Font::new(blob, index)? })
    }

    fn covers(&self, letter: &str) -> bool {
        let map = self.shaped.charmap();
        letter
            .chars()
            .filter(|c| !is_invisible(*c))
            .all(|c| map.map_unicode(c).is_some_and(|glyph| glyph.to_u32() != 0))
    }
}

/// All fonts that a run has needed so far, and the characters that none of them has.
pub struct Fonts {
    faces: Vec<Face>,
    system: Option<SystemFonts>,
    taken: HashMap<FaceId, Option<usize>>,
    found: HashMap<(Voice, String), Option<usize>>,
    missing: BTreeSet<char>,
    left_out: BTreeSet<String>,
}

impl Fonts {
    /// The bundled fonts. Those of the computer are listed when a character first needs them.
    pub fn new() -> Self {
        let faces = [INTER, INTER_STRONG, CODE].map(Face::bundled).into();
        Self {
            faces,
            system: None,
            taken: HashMap::new(),
            found: HashMap::new(),
            missing: BTreeSet::new(),
            left_out: BTreeSet::new(),
        }
    }

    /// A face by its index from [`Fonts::choose`].
    pub fn face(&self, number: usize) -> &Face {
        &self.faces[number]
    }

    /// The face that has all of `letter` (one grapheme). If none has, the first bundled one, and the letter is
    /// recorded as missing.
    pub fn choose(&mut self, voice: Voice, letter: &str) -> usize {
        self.find(voice, letter).unwrap_or_else(|| {
            let bundled = voice.bundled();
            self.miss(letter, bundled);
            bundled[0]
        })
    }

    fn find(&mut self, voice: Voice, letter: &str) -> Option<usize> {
        if let Some(face) = voice.bundled().iter().find(|face| self.faces[**face].covers(letter)) {
            return Some(*face);
        }
        let key = (voice, letter.to_owned());
        if let Some(found) = self.found.get(&key) {
            return *found;
        }
        let found = self.search(voice, letter);
        self.found.insert(key, found);
        found
    }

    /// The line without emoji that no font has: a name is readable without them, and one should not prevent printing
    /// the others. They are recorded as left out.
    pub fn without_lacking_emoji(&mut self, line: &str) -> String {
        let mut kept = String::with_capacity(line.len());
        for letter in line.graphemes(true) {
            let first = letter.chars().next().unwrap_or_default();
            // A keycap emoji is its digit with a frame: the digit stays.
            let is_plain = self.faces[Voice::Plain.bundled()[0]].covers(first.encode_utf8(&mut [0; 4]));
            if !first.is_emoji_char() || self.has(letter) {
                kept.push_str(letter);
                continue;
            }
            if is_plain {
                kept.push(first);
            }
            self.left_out.insert(letter.to_owned());
        }
        // Removes the double space that an emoji between two words leaves.
        clean::line(&kept)
    }

    /// Whether any font has this emoji. After many failed searches, no more are made.
    fn has(&mut self, emoji: &str) -> bool {
        let is_known = self.found.contains_key(&(Voice::Plain, emoji.to_owned()));
        (is_known || self.left_out.len() <= MOST_ASKED) && self.find(Voice::Plain, emoji).is_some()
    }

    /// The emoji that were left out, separated by spaces. None: no emoji was.
    pub fn left_out(&self) -> Option<String> {
        let letters = self.left_out.iter().map(String::as_str);
        (!self.left_out.is_empty()).then(|| named(letters, self.left_out.len()))
    }

    /// Records that a font claimed a character but had no shape for it.
    pub fn miss_shape(&mut self, letter: &str) {
        self.missing.extend(letter.chars().filter(|c| !is_invisible(*c)));
    }

    /// Finds the first font of this computer that has `letter`, and adds it to the faces.
    fn search(&mut self, voice: Voice, letter: &str) -> Option<usize> {
        if self.missing.len() > MOST_ASKED {
            return None;
        }
        let system = self.system.get_or_insert_with(SystemFonts::look);
        for id in system.with_letter(voice != Voice::Plain, letter) {
            let known = match self.taken.get(&id) {
                Some(known) => *known,
                None => {
                    let face = system.face_file(id).and_then(|(file, index)| Face::of_system(file, index));
                    let number = face.map(|face| {
                        self.faces.push(face);
                        self.faces.len() - 1
                    });
                    self.taken.insert(id, number);
                    number
                }
            };
            if known.is_some_and(|number| self.faces[number].covers(letter)) {
                return known;
            }
        }
        None
    }

    fn miss(&mut self, letter: &str, bundled: &[usize]) {
        let covered = |c: &char| bundled.iter().any(|face| self.faces[*face].covers(c.encode_utf8(&mut [0; 4])));
        let lacking: Vec<char> = letter.chars().filter(|c| !is_invisible(*c) && !covered(c)).collect();
        self.missing.extend(if lacking.is_empty() { letter.chars().collect() } else { lacking });
    }

    /// # Errors
    /// [`PaperError::NoFont`] if any character was not found in any font.
    pub fn nothing_missing(&self) -> Result<(), PaperError> {
        if self.missing.is_empty() {
            return Ok(());
        }
        let shown = |c: &char| if is_shown(*c) { c.to_string() } else { format!("U+{:04X}", u32::from(*c)) };
        let letters: Vec<String> = self.missing.iter().map(shown).collect();
        Err(PaperError::NoFont { characters: named(letters.iter().map(String::as_str), letters.len()) })
    }
}

/// The first few letters of a list.
fn named<'a>(letters: impl Iterator<Item = &'a str>, count: usize) -> String {
    let more = if count > MOST_NAMED { &["…"][..] } else { &[] };
    letters.take(MOST_NAMED).chain(more.iter().copied()).collect::<Vec<_>>().join(" ")
}

/// Whether a character can be displayed in a message: not private use, not unassigned, not a lone mark.
fn is_shown(c: char) -> bool {
    use unicode_script::{Script, UnicodeScript};
    !matches!(c.script(), Script::Unknown | Script::Inherited) && !matches!(u32::from(c) & 0xfffe, 0xfffe)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The fonts on a computer without fonts of its own.
    fn bundled_only() -> Fonts {
        Fonts { system: Some(SystemFonts::none()), ..Fonts::new() }
    }

    #[test]
    fn emoji_that_no_font_has_are_left_out_and_named() {
        let mut fonts = bundled_only();
        assert_eq!(fonts.without_lacking_emoji("Robotics \u{1f916} club 7#"), "Robotics club 7#");
        assert_eq!(fonts.without_lacking_emoji("\u{1f468}\u{200d}\u{1f469}\u{200d}\u{1f467}"), "");
        assert_eq!(fonts.left_out().as_deref(), Some("\u{1f468}\u{200d}\u{1f469}\u{200d}\u{1f467} \u{1f916}"));
        assert_eq!(fonts.nothing_missing(), Ok(()), "the run goes on");
    }

    #[test]
    fn a_keycap_leaves_its_digit_and_many_emoji_stop_no_letter() {
        let mut fonts = bundled_only();
        assert_eq!(fonts.without_lacking_emoji("Room 1\u{fe0f}\u{20e3}"), "Room 1");
        for emoji in '\u{1f400}'..'\u{1f480}' {
            assert_eq!(fonts.without_lacking_emoji(&format!("{emoji} A")), "A");
        }
        assert_eq!(fonts.missing.len(), 0, "letters are still looked for");
    }

    #[test]
    fn letters_that_no_font_has_still_stop_the_run() {
        let mut fonts = bundled_only();
        assert_eq!(fonts.without_lacking_emoji("\u{732b}"), "\u{732b}");
        assert_eq!(fonts.left_out(), None);
        fonts.choose(Voice::Plain, "\u{732b}");
        assert_eq!(fonts.nothing_missing(), Err(PaperError::NoFont { characters: "\u{732b}".to_owned() }));
    }
}
