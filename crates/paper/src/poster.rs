//! One invitation on a whole page: an arch with the QR code in its door, the code in large letters, and how to join.
//! Keeps out the page and the other cards.

use std::rc::Rc;

use crate::canvas::{Align, Area, Canvas, MM, ink};
use crate::card::{code_strip, qr_side};
use crate::error::PaperError;
use crate::flow::{Block, Setting};
use crate::fonts::Voice;
use crate::print::{Common, Ready};

const MARGIN: f32 = 18.0 * MM;
const STRIP: f32 = 20.0 * MM;
const GAP: f32 = 7.0 * MM;
/// The largest share of the page's height that the steps may take.
const STEPS_SHARE: f32 = 0.24;

/// The arch's measures, in widths of its door: each of three rings, the upright sides, the QR code and its distance
/// from the floor. They keep the code's quiet zone inside the door, also at the round top.
const RING: f32 = 0.085;
const UPRIGHT: f32 = 0.68;
const QR: f32 = 0.72;
const QR_LIFT: f32 = 0.14;
/// The whole arch's height and half its width.
const ARCH_HEIGHT: f32 = UPRIGHT + ARCH_RADIUS;
const ARCH_RADIUS: f32 = 0.5 + 3.0 * RING;

/// Draws a poster onto a page of `size` points.
///
/// # Errors
/// [`PaperError::CodeTooLong`] or [`PaperError::LinkTooLong`].
pub fn draw(canvas: &mut Canvas<'_, '_>, common: &Common, card: &Ready, size: (f32, f32)) -> Result<(), PaperError> {
    let inner = size.0 - 2.0 * MARGIN;
    let top = heading(canvas, common, inner);
    let mut bottom = footer(canvas, common.footer(card), inner, size.1);
    bottom = steps(canvas, common, inner, bottom, size.1 * STEPS_SHARE);
    bottom = facts(canvas, common, card, inner, bottom);
    let strip = Area::new(MARGIN, bottom - STRIP, inner, STRIP);
    code_strip(canvas, card, strip, 34.0, 3.0 * MM)?;
    arch(canvas, card, size.0, top + GAP, strip.y - GAP)
}

/// Organisation and title, centred. Returns the bottom edge.
fn heading(canvas: &mut Canvas<'_, '_>, common: &Common, inner: f32) -> f32 {
    let logo = common.logo.as_ref().map_or(0.0, |logo| logo.width(13.0 * MM, inner * 0.3));
    let beside = if logo > 0.0 { logo + 4.0 * MM } else { 0.0 };
    let setting = Setting::new(Voice::Strong, 18.0).down_to(12.0).in_lines(2).balanced();
    let name = canvas.setter.fit(&common.organisation, setting, inner - beside);
    let text = name.lines.iter().map(|line| line.width * name.size).fold(0.0, f32::max);
    let row = name.height(1.25).max(if logo > 0.0 { 13.0 * MM } else { 0.0 });
    let x = MARGIN + (inner - beside - text) / 2.0;
    if let Some(picture) = &common.logo {
        picture.draw(canvas, Area::new(x, MARGIN, logo, row));
    }
    let align = if logo > 0.0 { Align::Start } else { Align::Centre };
    let area = Area::new(x + beside, MARGIN + (row - name.height(1.25)) / 2.0, text, row);
    canvas.text(&name, area, align, 1.25, ink::text());

    let setting = Setting::new(Voice::Strong, 42.0).down_to(24.0).in_lines(2).tracked(-0.02).balanced();
    let title = canvas.setter.fit(&common.words.title, setting, inner);
    let above = if row > 0.0 { 5.0 * MM } else { 0.0 };
    let area = Area::new(MARGIN, MARGIN + row + above, inner, title.height(1.15));
    canvas.text(&title, area, Align::Centre, 1.15, ink::petrol());
    area.bottom()
}

/// The last line of the page. Returns the top edge of the line, or of the margin if there is none.
fn footer(canvas: &mut Canvas<'_, '_>, words: &str, inner: f32, page: f32) -> f32 {
    let setting = Setting::new(Voice::Plain, 9.5).down_to(7.5).in_lines(2).balanced();
    let footer = canvas.setter.fit(words, setting, inner);
    let area = Area::new(MARGIN, page - 0.75 * MARGIN - footer.height(1.4), inner, footer.height(1.4));
    canvas.text(&footer, area, Align::Centre, 1.4, ink::faint());
    if footer.lines.is_empty() { page - MARGIN } else { area.y - 0.7 * GAP }
}

/// How to join, as a numbered list that ends at `bottom`. Returns its top edge.
fn steps(canvas: &mut Canvas<'_, '_>, common: &Common, inner: f32, bottom: f32, most: f32) -> f32 {
    let numbered = common.words.steps.len() > 1;
    let how = canvas.setter.fit(&common.words.how, Setting::new(Voice::Strong, 13.0).down_to(10.0), inner);
    let head = if how.lines.is_empty() { 0.0 } else { how.height(1.3) + 1.5 * MM };
    let indent = if numbered { 8.0 * MM } else { 0.0 };
    let mut list: Vec<Rc<Block>> = Vec::new();
    let gap = 1.6 * MM;
    let height = |list: &[Rc<Block>]| list.iter().map(|step| step.height(1.35) + gap).sum::<f32>();
    for size in [12.0, 10.5, 9.0] {
        let setting = Setting::new(Voice::Plain, size).in_lines(3);
        list =
            common.words.steps.iter().take(20).map(|step| canvas.setter.fit(step, setting, inner - indent)).collect();
        if head + height(&list) <= most {
            break;
        }
    }
    while list.len() > 1 && head + height(&list) > most {
        list.pop();
    }
    if list.is_empty() {
        return bottom;
    }
    let top = bottom - head - height(&list) + gap;
    canvas.text(&how, Area::new(MARGIN, top, inner, head), Align::Start, 1.3, ink::text());
    let mut y = top + head;
    for (number, step) in list.iter().enumerate() {
        if numbered {
            let disc = step.size * 1.45;
            let place = Area::new(MARGIN, y + (step.size * 1.35 - disc) / 2.0, disc, disc);
            canvas.fill(place, disc / 2.0, ink::arch_2());
            let mark =
                canvas.setter.fit(&(number + 1).to_string(), Setting::new(Voice::Strong, step.size * 0.78), disc);
            let line = Area::new(place.x, y + (step.size * 1.35 - mark.size) / 2.0, disc, mark.size);
            canvas.text(&mark, line, Align::Centre, 1.0, ink::petrol());
        }
        canvas.text(step, Area::new(MARGIN + indent, y, inner - indent, 0.0), Align::Start, 1.35, ink::soft());
        y += step.height(1.35) + gap;
    }
    top - GAP
}

/// A caption and its value.
type PosterFact<'a> = (&'a str, &'a str);

/// The gap between two facts side by side, and between two rows of them.
const BETWEEN: f32 = 8.0 * MM;
const ROW_GAP: f32 = 2.5 * MM;

/// Role, department, expiry and label, side by side if each fits on one line, else two to a row, ending at `bottom`.
/// Returns the top edge.
fn facts(canvas: &mut Canvas<'_, '_>, common: &Common, card: &Ready, inner: f32, bottom: f32) -> f32 {
    let words = &common.words;
    let all: [PosterFact<'_>; 4] = [
        (&words.role, &card.role),
        (&words.department, &card.department),
        (&words.expires, &card.expires),
        (&words.label, &card.label),
    ];
    let all: Vec<PosterFact<'_>> = all.into_iter().filter(|(_, value)| !value.is_empty()).collect();
    if all.is_empty() {
        return bottom;
    }
    let whole = Setting::new(Voice::Strong, 13.0);
    let mut natural = |fact: &PosterFact<'_>| {
        let mut wide = |text, setting| {
            let block = canvas.setter.fit(text, setting, 100_000.0);
            block.lines.iter().map(|line| line.width * block.size).fold(0.0, f32::max)
        };
        wide(fact.1, whole).max(wide(fact.0, Setting::new(Voice::Plain, 10.0)))
    };
    let widths: Vec<f32> = all.iter().map(&mut natural).collect();
    let spare = inner - widths.iter().sum::<f32>() - BETWEEN * (all.len() - 1) as f32;
    if spare >= 0.0 {
        let columns: Vec<f32> = widths.iter().map(|width| width + spare / all.len() as f32).collect();
        return row(canvas, &all, &columns, bottom) - 0.8 * GAP;
    }
    let (one, two) = ([inner], [(inner - BETWEEN) / 2.0; 2]);
    let mut top = bottom + ROW_GAP;
    for pair in all.rchunks(2) {
        let columns = if pair.len() == 1 { one.as_slice() } else { &two };
        top = row(canvas, pair, columns, top - ROW_GAP);
    }
    top - 0.8 * GAP
}

/// Facts side by side in columns of these widths. Returns the top edge.
fn row(canvas: &mut Canvas<'_, '_>, facts: &[PosterFact<'_>], columns: &[f32], bottom: f32) -> f32 {
    let mut set = Vec::new();
    for ((name, value), width) in facts.iter().zip(columns) {
        let name = canvas.setter.fit(name, Setting::new(Voice::Plain, 10.0).down_to(8.0), *width);
        let setting = Setting::new(Voice::Strong, 13.0).down_to(9.0).in_lines(2);
        set.push((name, canvas.setter.fit(value, setting, *width)));
    }
    let captions = set.iter().map(|(name, _)| name.height(1.4)).fold(0.0, f32::max);
    let tallest = set.iter().map(|(_, value)| value.height(1.3)).fold(0.0, f32::max);
    let top = bottom - captions - tallest;
    let mut x = MARGIN;
    for ((name, value), width) in set.iter().zip(columns) {
        canvas.text(name, Area::new(x, top, *width, captions), Align::Start, 1.4, ink::faint());
        canvas.text(value, Area::new(x, top + captions, *width, tallest), Align::Start, 1.3, ink::text());
        x += width + BETWEEN;
    }
    top
}

/// Three arches and a white door on a floor, with the QR code in the door, between `top` and `bottom`.
fn arch(canvas: &mut Canvas<'_, '_>, card: &Ready, page: f32, top: f32, bottom: f32) -> Result<(), PaperError> {
    let most = (page - 2.0 * MARGIN) / (2.0 * ARCH_RADIUS);
    let door = ((bottom - top) / ARCH_HEIGHT).min(most);
    let top = top + (bottom - top - door * ARCH_HEIGHT) / 2.0;
    let floor = top + door * ARCH_HEIGHT;
    for (ring, colour) in [(3, ink::arch_1()), (2, ink::arch_2()), (1, ink::arch_3()), (0, ink::white())] {
        let radius = door * (0.5 + RING * ring as f32);
        let height = door * UPRIGHT + radius;
        canvas.arch(Area::new(page / 2.0 - radius, floor - height, 2.0 * radius, height), colour);
    }
    let reach = door * (ARCH_RADIUS + RING);
    canvas.rule((page / 2.0 - reach, floor), (page / 2.0 + reach, floor), 1.6, ink::arch_4());
    let side = door * QR;
    let side = qr_side(card, side).map(|_| side)?;
    canvas.qr(&card.qr, page / 2.0 - side / 2.0, floor - door * QR_LIFT - side, side);
    Ok(())
}
