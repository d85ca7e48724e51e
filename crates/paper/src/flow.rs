//! Fits a text into a box: at the largest size at which it wraps into the allowed lines; at the smallest size words
//! are broken, and finally the text is cut with an ellipsis. Keeps out where the box is.

use std::collections::{HashMap, HashSet};
use std::ops::Range;
use std::rc::Rc;

use unicode_bidi::Level;
use unicode_linebreak::linebreaks;
use unicode_script::{Script, UnicodeScript};
use unicode_segmentation::UnicodeSegmentation;

use crate::fonts::{Fonts, Voice};
use crate::shape::{self, Line};

/// How a text is set.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Setting {
    /// Which font.
    pub voice: Voice,
    /// The largest size, in points.
    pub size: f32,
    /// The smallest size, in points.
    pub least: f32,
    /// The most lines.
    pub lines: usize,
    /// Letter spacing, in em.
    pub tracking: f32,
    /// Whether lines are made about equally long, as centred ones should be.
    pub balanced: bool,
}

impl Setting {
    /// One line, at one size.
    pub const fn new(voice: Voice, size: f32) -> Self {
        Self { voice, size, least: size, lines: 1, tracking: 0.0, balanced: false }
    }

    /// Allows shrinking to `least` points.
    pub const fn down_to(self, least: f32) -> Self {
        Self { least, ..self }
    }

    /// Allows up to `lines` lines.
    pub const fn in_lines(self, lines: usize) -> Self {
        Self { lines, ..self }
    }

    /// Sets letter spacing, in em.
    pub const fn tracked(self, tracking: f32) -> Self {
        Self { tracking, ..self }
    }

    /// Makes lines about equally long.
    pub const fn balanced(self) -> Self {
        Self { balanced: true, ..self }
    }
}

/// A text fitted into its box.
pub struct Block {
    /// From top to bottom.
    pub lines: Vec<Line>,
    /// The font size in points.
    pub size: f32,
    /// Whether something was cut off.
    pub cut: bool,
}

impl Block {
    /// The height of all lines, in points.
    pub fn height(&self, leading: f32) -> f32 {
        self.lines.len() as f32 * self.size * leading
    }
}

/// A measured text: its letters with their widths, and where it may break.
struct Measured<'a> {
    text: &'a str,
    letters: Vec<Letter>,
    direction: Level,
}

/// Whether a word wider than the box may be broken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Words {
    Whole,
    Broken,
}

struct Letter {
    range: Range<usize>,
    /// In em.
    width: f32,
    space: bool,
    may_break_after: bool,
}

/// How many sizes are tried between the largest and the smallest.
const STEPS: u16 = 16;
/// How far a text may shrink below its smallest size before one of its words is broken.
const BEFORE_BREAKING: f32 = 0.86;

/// The most blocks kept; a page has about a hundred.
const MOST_KEPT: usize = 2_000;

/// The key of a kept block. Floats by their bits.
type TextStyle = (String, Voice, [u32; 4], usize, bool);

/// Fits texts, and keeps the results: names, steps and roles are the same on most cards.
pub struct Setter {
    /// The fonts in use.
    pub fonts: Fonts,
    /// Whether the page runs from right to left.
    pub rtl: bool,
    kept: HashMap<TextStyle, Rc<Block>>,
}

impl Setter {
    /// A setter for pages in one direction.
    pub fn new(rtl: bool) -> Self {
        Self { fonts: Fonts::new(), rtl, kept: HashMap::new() }
    }

    /// Fits `text`, one clean line, into `width` points. An empty text gives no lines.
    pub fn fit(&mut self, text: &str, setting: Setting, width: f32) -> Rc<Block> {
        let floats = [setting.size, setting.least, setting.tracking, width].map(f32::to_bits);
        let wish = (text.to_owned(), setting.voice, floats, setting.lines, setting.balanced);
        if let Some(block) = self.kept.get(&wish) {
            return Rc::clone(block);
        }
        let block = Rc::new(fit(&mut self.fonts, text, setting, width, self.rtl));
        if self.kept.len() >= MOST_KEPT {
            self.kept.clear();
        }
        self.kept.insert(wish, Rc::clone(&block));
        block
    }
}

fn fit(fonts: &mut Fonts, text: &str, setting: Setting, width: f32, page_is_rtl: bool) -> Block {
    let measured = measure(fonts, text, setting, page_is_rtl);
    let span = setting.size - setting.least;
    let steps = if span > 0.0 { STEPS } else { 0 };
    let sizes = (0..=steps).map(|step| setting.size - span * f32::from(step) / f32::from(STEPS));
    for size in sizes {
        if let Some(lines) = measured.wrap(width / size, Words::Whole)
            && lines.len() <= setting.lines
        {
            return whole(fonts, &measured, setting, lines, size, width);
        }
    }
    // Smaller still, but only for a long word, not for a long text.
    let size = setting.least * BEFORE_BREAKING;
    if span > 0.0
        && measured.wrap(width / setting.least, Words::Whole).is_none()
        && let Some(lines) = measured.wrap(width / size, Words::Whole)
        && lines.len() <= setting.lines
    {
        return whole(fonts, &measured, setting, lines, size, width);
    }
    broken(fonts, &measured, setting, width)
}

/// Lines with unbroken words, if they fit.
fn whole(
    fonts: &mut Fonts,
    measured: &Measured<'_>,
    setting: Setting,
    lines: Vec<Range<usize>>,
    size: f32,
    width: f32,
) -> Block {
    let lines = if setting.balanced { measured.even(lines, width / size, Words::Whole) } else { lines };
    let lines = lines.into_iter().map(|line| set(fonts, measured, &measured.text[line], setting)).collect();
    Block { lines, size, cut: false }
}

/// Lines at the smallest size, with words broken where needed, and cut after the last line.
fn broken(fonts: &mut Fonts, measured: &Measured<'_>, setting: Setting, width: f32) -> Block {
    let em = width / setting.least;
    let hyphen = shape::line(fonts, "-", setting.voice, measured.direction, setting.tracking).width;
    let ranges = measured.wrap(em - hyphen, Words::Broken).unwrap_or_default();
    let cut = ranges.len() > setting.lines;
    // About equal parts, so that no letter is alone on a line.
    let ranges = if cut { ranges } else { measured.even(ranges, em - hyphen, Words::Broken) };
    let mut lines = Vec::new();
    for (number, range) in ranges.iter().take(setting.lines).enumerate() {
        let last = cut && number + 1 == setting.lines;
        lines.push(if last {
            shortened(fonts, measured, range.start, setting, em)
        } else if measured.breaks_a_word(range.end) {
            set(fonts, measured, &format!("{}-", &measured.text[range.clone()]), setting)
        } else {
            set(fonts, measured, &measured.text[range.clone()], setting)
        });
    }
    Block { lines, size: setting.least, cut }
}

/// As many letters from `start` on as fit into `em` with an ellipsis after them.
fn shortened(fonts: &mut Fonts, measured: &Measured<'_>, start: usize, setting: Setting, em: f32) -> Line {
    let mut width = shape::line(fonts, "…", setting.voice, measured.direction, setting.tracking).width;
    let mut end = start;
    for letter in measured.letters.iter().filter(|letter| letter.range.start >= start) {
        width += letter.width;
        if width > em {
            break;
        }
        end = letter.range.end;
    }
    loop {
        let text = format!("{}…", measured.text[start..end].trim_end());
        let line = set(fonts, measured, &text, setting);
        // Shaping next to other letters can change a width slightly.
        if line.width <= em || end <= start {
            return line;
        }
        end = measured.letters.iter().rfind(|letter| letter.range.end < end).map_or(start, |letter| letter.range.end);
    }
}

fn set(fonts: &mut Fonts, measured: &Measured<'_>, text: &str, setting: Setting) -> Line {
    shape::line(fonts, text.trim_end(), setting.voice, measured.direction, setting.tracking)
}

fn measure<'a>(fonts: &mut Fonts, text: &'a str, setting: Setting, page_is_rtl: bool) -> Measured<'a> {
    let direction = shape::direction(text, page_is_rtl);
    let line = shape::line(fonts, text, setting.voice, direction, setting.tracking);
    let mut widths: HashMap<usize, f32> = HashMap::new();
    for glyph in line.runs.iter().flat_map(|run| &run.glyphs) {
        *widths.entry(glyph.text_range.start).or_default() += glyph.x_advance;
    }
    let breaks: HashSet<usize> = linebreaks(text).map(|(at, _)| at).collect();
    let letter = |(at, letter): (usize, &str)| {
        let range = at..at + letter.len();
        // A cluster may start inside a letter, since the shaper cuts finer than Unicode does.
        let width = range.clone().filter_map(|at| widths.get(&at)).sum();
        Letter { width, space: letter.trim().is_empty(), may_break_after: breaks.contains(&range.end), range }
    };
    Measured { text, letters: text.grapheme_indices(true).map(letter).collect(), direction }
}

impl Measured<'_> {
    /// Greedy lines of at most `em`; trailing spaces may overhang. `None` if a word is wider and may not be broken.
    fn wrap(&self, em: f32, words: Words) -> Option<Vec<Range<usize>>> {
        let inside_words = words == Words::Broken;
        let mut lines = Vec::new();
        let mut start = 0;
        let mut width = 0.0;
        // The last possible break: the number of the letter after it, and the width up to there.
        let mut chance: Option<(usize, f32)> = None;
        for (number, letter) in self.letters.iter().enumerate() {
            if !letter.space && width + letter.width > em {
                let (at, used) = match chance {
                    Some(chance) => chance,
                    None if inside_words => (number, width),
                    None => return None,
                };
                if at > start {
                    lines.push(self.range(start, at));
                    start = at;
                    width -= used;
                    chance = None;
                }
                // The word carried over may itself be too long.
                if width + letter.width > em && number > start {
                    if !inside_words {
                        return None;
                    }
                    lines.push(self.range(start, number));
                    start = number;
                    width = 0.0;
                }
            }
            width += letter.width;
            if letter.may_break_after {
                chance = Some((number + 1, width));
            }
        }
        if start < self.letters.len() {
            lines.push(self.range(start, self.letters.len()));
        }
        // A single letter wider than the box fits only at a smaller size.
        let widest = self.letters.iter().filter(|letter| !letter.space).map(|letter| letter.width).fold(0.0, f32::max);
        (inside_words || widest <= em).then_some(lines)
    }

    /// Rewraps into the narrowest box that gives no more lines, and breaks no more words.
    fn even(&self, lines: Vec<Range<usize>>, em: f32, words: Words) -> Vec<Range<usize>> {
        let count =
            |lines: &[Range<usize>]| (lines.len(), lines.iter().filter(|line| self.breaks_a_word(line.end)).count());
        let narrower = (10..20).map(|part| em * part as f32 / 20.0);
        narrower.filter_map(|em| self.wrap(em, words)).find(|narrow| count(narrow) == count(&lines)).unwrap_or(lines)
    }

    /// Whether a line that ends before `at` ends between two letters of a script that uses hyphens.
    fn breaks_a_word(&self, at: usize) -> bool {
        let (before, after) = (self.text[..at].chars().next_back(), self.text[at..].chars().next());
        let hyphenates = |c: char| matches!(c.script(), Script::Latin | Script::Greek | Script::Cyrillic);
        before.zip(after).is_some_and(|(before, after)| hyphenates(before) && hyphenates(after))
    }

    fn range(&self, from: usize, to: usize) -> Range<usize> {
        self.letters[from].range.start..self.letters[to - 1].range.end
    }
}
