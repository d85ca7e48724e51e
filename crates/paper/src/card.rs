//! One card of eight or ten: organisation, role, expiry, the QR code, the code across its width, and how to join.
//! Keeps out where on the page it is.

use std::rc::Rc;

use krilla::color::rgb::Color;

use crate::canvas::{Align, Area, Canvas, MM, ink};
use crate::error::PaperError;
use crate::flow::{Block, Setting};
use crate::fonts::Voice;
use crate::job::Layout;
use crate::print::{Common, Ready};
use crate::qr::QUIET;

/// The smallest module that a telephone reads from an ordinary printout, in points: 0.35 mm, four dots at 300 dpi.
const FINEST: f32 = 0.35 * MM;
/// The largest module: more looks crude and does not scan better at arm's length.
const COARSEST: f32 = 1.05 * MM;

/// A card's measures in points; text sizes are maxima.
struct Measures {
    pad: f32,
    qr: f32,
    logo: f32,
    name: f32,
    title: f32,
    role: f32,
    small: f32,
    strip: f32,
    code: f32,
    how: f32,
    how_lines: usize,
}

const EIGHT: Measures = Measures {
    pad: 6.0 * MM,
    qr: 31.0 * MM,
    logo: 8.5 * MM,
    name: 11.5,
    title: 14.5,
    role: 10.5,
    small: 8.0,
    strip: 10.2 * MM,
    code: 18.0,
    how: 7.2,
    how_lines: 3,
};

const TEN: Measures = Measures {
    pad: 4.5 * MM,
    qr: 24.5 * MM,
    logo: 6.5 * MM,
    name: 9.5,
    title: 11.5,
    role: 8.6,
    small: 6.8,
    strip: 8.6 * MM,
    code: 15.5,
    how: 6.2,
    how_lines: 3,
};

/// Letter spacing of codes, in em (design/tokens.css, track-code).
pub const CODE_TRACKING: f32 = 0.04;

/// Draws a card into a canvas of the card's size.
///
/// # Errors
/// [`PaperError::CodeTooLong`] or [`PaperError::LinkTooLong`].
pub fn draw(
    canvas: &mut Canvas<'_, '_>,
    common: &Common,
    card: &Ready,
    layout: Layout,
    place: Area,
) -> Result<(), PaperError> {
    let m = if layout == Layout::TenCards { &TEN } else { &EIGHT };
    let inner = place.w - 2.0 * m.pad;
    let how = canvas.setter.fit(
        &steps(&common.words.steps),
        Setting::new(Voice::Plain, m.how).down_to(m.how * 0.8).in_lines(m.how_lines),
        inner,
    );
    let how_gap = if how.lines.is_empty() { 0.0 } else { m.pad * 0.5 };
    let below = m.strip + how_gap + how.height(1.35);
    let side = qr_side(card, m.qr.min(place.h - 2.0 * m.pad - below - 0.5 * m.pad))?;
    let quiet = QUIET as f32 * side / card.qr.size() as f32;
    let gap = quiet.max(m.pad * 0.6);

    canvas.qr(&card.qr, place.w - m.pad - side, m.pad, side);
    let column = Area::new(m.pad, m.pad, inner - side - quiet.max(m.pad * 0.8), side);
    who_and_what(canvas, common, card, m, column);

    let strip = Area::new(m.pad, m.pad + side + gap, inner, m.strip);
    code_strip(canvas, card, strip, m.code, 1.6 * MM)?;
    let under = Area::new(m.pad, strip.bottom() + how_gap, inner, how.height(1.35));
    canvas.text(&how, under, Align::Start, 1.35, ink::soft());
    let left = place.h - 0.7 * m.pad - under.bottom();
    let footer =
        canvas.setter.fit(common.footer(card), Setting::new(Voice::Plain, how.size).down_to(m.how * 0.8), inner);
    if footer.height(1.35) <= left {
        canvas.text(&footer, Area::new(m.pad, under.bottom(), inner, left), Align::Start, 1.35, ink::faint());
    }
    Ok(())
}

/// The side of the dark square: up to `most`, with modules that can be scanned.
///
/// # Errors
/// [`PaperError::LinkTooLong`] if the modules would be too small.
pub fn qr_side(card: &Ready, most: f32) -> Result<f32, PaperError> {
    let modules = card.qr.size() as f32;
    let side = most.min(modules * COARSEST);
    if side / modules < FINEST { Err(PaperError::LinkTooLong { card: card.number }) } else { Ok(side) }
}

/// The code in its box: never cut, always on one line.
///
/// # Errors
/// [`PaperError::CodeTooLong`] if it would not be readable.
pub fn code_strip(
    canvas: &mut Canvas<'_, '_>,
    card: &Ready,
    strip: Area,
    size: f32,
    radius: f32,
) -> Result<(), PaperError> {
    let setting = Setting::new(Voice::Code, size).down_to(size * 0.5).tracked(CODE_TRACKING);
    let code = canvas.setter.fit(&card.code, setting, strip.w - 0.7 * strip.h);
    if code.cut || code.lines.len() != 1 {
        return Err(PaperError::CodeTooLong { card: card.number });
    }
    canvas.fill(strip, radius, ink::sunken());
    canvas.edge(strip, radius, 0.6, ink::line());
    let height = code.height(1.0);
    let line = Area::new(strip.x, strip.y + (strip.h - height) / 2.0, strip.w, height);
    canvas.text(&code, line, Align::Centre, 1.0, ink::text());
    Ok(())
}

/// Numbers several steps; each number stays with its first word.
fn steps(steps: &[String]) -> String {
    match steps {
        [one] => one.clone(),
        many => {
            many.iter().zip(1..).map(|(step, number)| format!("{number}.\u{a0}{step}")).collect::<Vec<_>>().join("  ")
        }
    }
}

/// A text in the column beside the QR code.
struct CardFact {
    text: String,
    setting: Setting,
    colour: Color,
    above: f32,
}

/// The settings to try as room gets scarce: text scale, the most lines of the role and of the rest, and how many facts.
const TIGHTER: [(f32, usize, usize, usize); 7] =
    [(1.0, 2, 2, 4), (1.0, 2, 1, 4), (0.9, 2, 1, 4), (0.8, 2, 1, 4), (0.8, 2, 1, 3), (0.8, 1, 1, 3), (0.8, 1, 1, 2)];

/// The organisation at the top of the column, the invitation's facts at its bottom.
fn who_and_what(canvas: &mut Canvas<'_, '_>, common: &Common, card: &Ready, m: &Measures, column: Area) {
    let room = column.bottom() - organisation(canvas, common, m, column) - 0.12 * m.pad;
    let mut facts = Vec::new();
    let mut blocks = Vec::new();
    for (scale, role_lines, lines, most) in TIGHTER {
        facts = self::facts(common, card, m, scale, (role_lines, lines));
        facts.truncate(most);
        blocks = facts.iter().map(|fact| canvas.setter.fit(&fact.text, fact.setting, column.w)).collect::<Vec<_>>();
        if height(&facts, &blocks) <= room {
            break;
        }
    }
    let mut y = column.bottom() - height(&facts, &blocks);
    for (number, (fact, block)) in facts.iter().zip(&blocks).enumerate() {
        if number > 0 && !block.lines.is_empty() {
            y += fact.above;
        }
        let area = Area::new(column.x, y, column.w, block.height(LEADING));
        canvas.text(block, area, Align::Start, LEADING, fact.colour);
        y = area.bottom();
    }
}

const LEADING: f32 = 1.25;

fn height(facts: &[CardFact], blocks: &[Rc<Block>]) -> f32 {
    let filled = facts.iter().zip(blocks).enumerate().filter(|(_, (_, block))| !block.lines.is_empty());
    filled.map(|(number, (fact, block))| block.height(LEADING) + if number > 0 { fact.above } else { 0.0 }).sum()
}

fn facts(common: &Common, card: &Ready, m: &Measures, scale: f32, lines: (usize, usize)) -> Vec<CardFact> {
    let words = &common.words;
    let role = [card.role.as_str(), card.department.as_str()];
    let role = role.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
    let strong = |size: f32| Setting::new(Voice::Strong, size * scale).down_to(size * 0.68).in_lines(lines.0);
    let small = m.small * scale.max(0.85);
    let plain = Setting::new(Voice::Plain, small).down_to(m.small * 0.8).in_lines(lines.1);
    vec![
        CardFact {
            text: words.title.clone(),
            setting: strong(m.title).tracked(-0.012),
            colour: ink::petrol(),
            above: 0.0,
        },
        CardFact { text: role, setting: strong(m.role), colour: ink::text(), above: 0.18 * m.role },
        CardFact {
            text: labelled(&words.expires, &card.expires),
            setting: plain,
            colour: ink::soft(),
            above: 0.2 * small,
        },
        CardFact {
            text: labelled(&words.label, &card.label),
            setting: plain,
            colour: ink::faint(),
            above: 0.1 * small,
        },
    ]
}

/// "Expires 14 May 2026", or nothing where there is no value.
fn labelled(label: &str, value: &str) -> String {
    match (label.is_empty(), value.is_empty()) {
        (_, true) => String::new(),
        (true, false) => value.to_owned(),
        (false, false) => format!("{label} {value}"),
    }
}

/// Logo with the name beside it. Returns the bottom of the taller one.
fn organisation(canvas: &mut Canvas<'_, '_>, common: &Common, m: &Measures, column: Area) -> f32 {
    let logo = common.logo.as_ref().map_or(0.0, |logo| logo.width(m.logo, column.w * 0.45));
    let beside = if logo > 0.0 { logo + 0.28 * m.logo } else { 0.0 };
    let setting = Setting::new(Voice::Strong, m.name).down_to(m.name * 0.68).in_lines(2);
    let name = canvas.setter.fit(&common.organisation, setting, column.w - beside);
    let (text, row) = (name.height(1.2), name.height(1.2).max(if logo > 0.0 { m.logo } else { 0.0 }));
    if let Some(picture) = &common.logo {
        picture.draw(canvas, Area::new(column.x, column.y, logo, m.logo));
    }
    // Without a logo the capitals of the first line align with the top of the QR code.
    let y = if logo > 0.0 { column.y + (row - text).max(0.0) / 2.0 } else { column.y - 0.22 * name.size };
    canvas.text(&name, Area::new(column.x + beside, y, column.w - beside, text), Align::Start, 1.2, ink::text());
    column.y + row
}
