//! Drawing on a page: boxes, lines, text, pictures and QR codes in points from the top left of an area, mirrored for
//! languages written from right to left. Keeps out what is drawn where.

use krilla::color::rgb::Color;
use krilla::geom::{Path, PathBuilder, Rect, Size, Transform};
use krilla::image::Image;
use krilla::num::NormalizedF32;
use krilla::paint::{Fill, FillRule, LineCap, Stroke};
use krilla::surface::Surface;

use crate::flow::{Block, Setter};
use crate::qr::Qr;

/// Points to a millimetre.
pub const MM: f32 = 72.0 / 25.4;

/// The light theme's colours (design/tokens.css), whatever theme the window has.
pub mod ink {
    use krilla::color::rgb::Color;

    const fn hex(value: u32) -> (u8, u8, u8) {
        ((value >> 16) as u8, (value >> 8) as u8, value as u8)
    }

    macro_rules! inks {
        ($($(#[$doc:meta])* $name:ident = $value:literal;)*) => {$(
            $(#[$doc])*
            pub fn $name() -> Color {
                let (red, green, blue) = const { hex($value) };
                Color::new(red, green, blue)
            }
        )*};
    }

    inks! {
        /// text
        text = 0x1c_1b_18;
        /// text-2
        soft = 0x51_4e_47;
        /// text-3
        faint = 0x68_64_5b;
        /// accent-text
        petrol = 0x0b_56_62;
        /// line-2
        line = 0xd6_d2_c8;
        /// sunken
        sunken = 0xfa_f9_f6;
        /// surface
        white = 0xff_ff_ff;
        /// arch-1
        arch_1 = 0xe7_ed_ea;
        /// arch-2
        arch_2 = 0xd3_e3_e3;
        /// arch-3
        arch_3 = 0xa9_cc_cf;
        /// arch-4
        arch_4 = 0x0d_5f_6b;
    }
}

/// Horizontal alignment of lines in their box.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Align {
    /// At the side where lines begin in the page's language.
    Start,
    /// In the middle.
    Centre,
}

/// A box in points: `x` from the side where lines begin in the page's language, `y` from the top.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Area {
    /// From the start side, in points.
    pub x: f32,
    /// From the top, in points.
    pub y: f32,
    /// Width in points.
    pub w: f32,
    /// Height in points.
    pub h: f32,
}

impl Area {
    /// A box.
    pub const fn new(x: f32, y: f32, w: f32, h: f32) -> Self {
        Self { x, y, w, h }
    }

    /// The bottom edge.
    pub fn bottom(self) -> f32 {
        self.y + self.h
    }
}

/// How far the baseline is below the middle of a line, in em: half the height of a capital (Inter: 1490 of 2048).
const HALF_CAPITAL: f32 = 0.364;

/// A page, or one card of it, while it is drawn.
pub struct Canvas<'a, 's> {
    surface: &'a mut Surface<'s>,
    /// Fits and shapes the texts.
    pub setter: &'a mut Setter,
    width: f32,
}

impl<'a, 's> Canvas<'a, 's> {
    /// A canvas of that width in points; [`Canvas::within`] gives each card its own.
    pub fn new(surface: &'a mut Surface<'s>, setter: &'a mut Setter, width: f32) -> Self {
        Self { surface, setter, width }
    }

    /// Draws into a part of this canvas, with coordinates from that part's top left.
    pub fn within(&mut self, area: Area, draw: impl FnOnce(&mut Canvas<'_, 's>)) {
        let left = self.left(area.x, area.w);
        self.surface.push_transform(&Transform::from_translate(left, area.y));
        draw(&mut Canvas { surface: self.surface, setter: self.setter, width: area.w });
        self.surface.pop();
    }

    /// The left edge of something `w` wide whose start side is at `x`.
    fn left(&self, x: f32, w: f32) -> f32 {
        if self.setter.rtl { self.width - x - w } else { x }
    }

    /// A filled box.
    pub fn fill(&mut self, area: Area, radius: f32, colour: Color) {
        let path = rounded(self.left(area.x, area.w), area.y, area.w, area.h, radius);
        self.paint(path.as_ref(), colour);
    }

    /// A frame along the inside of a box's edge.
    pub fn edge(&mut self, area: Area, radius: f32, thickness: f32, colour: Color) {
        let half = thickness / 2.0;
        let left = self.left(area.x, area.w) + half;
        let path = rounded(left, area.y + half, area.w - thickness, area.h - thickness, radius - half);
        self.trace(path.as_ref(), thickness, colour);
    }

    /// A straight line between two points.
    pub fn rule(&mut self, from: (f32, f32), to: (f32, f32), thickness: f32, colour: Color) {
        let mut path = PathBuilder::new();
        path.move_to(self.left(from.0, 0.0), from.1);
        path.line_to(self.left(to.0, 0.0), to.1);
        self.trace(path.finish().as_ref(), thickness, colour);
    }

    /// A filled arch: upright sides from the box's bottom, a half circle on top.
    pub fn arch(&mut self, area: Area, colour: Color) {
        let (left, radius) = (self.left(area.x, area.w), area.w / 2.0);
        let bend = radius * BEND;
        let (right, spring) = (left + area.w, area.y + radius);
        let mut path = PathBuilder::new();
        path.move_to(left, area.bottom());
        path.line_to(left, spring);
        path.cubic_to(left, spring - bend, left + radius - bend, area.y, left + radius, area.y);
        path.cubic_to(left + radius + bend, area.y, right, spring - bend, right, spring);
        path.line_to(right, area.bottom());
        path.close();
        self.paint(path.finish().as_ref(), colour);
    }

    /// A block's lines from the top of `area` on, each `leading` em high, with capitals vertically centred.
    pub fn text(&mut self, block: &Block, area: Area, align: Align, leading: f32, colour: Color) {
        self.ink(colour);
        let height = block.size * leading;
        for (number, line) in block.lines.iter().enumerate() {
            let width = line.width * block.size;
            let x = match align {
                Align::Start => self.left(area.x, width),
                Align::Centre => self.left(area.x, area.w) + (area.w - width) / 2.0,
            };
            let y = area.y + height * (number as f32 + 0.5) + HALF_CAPITAL * block.size;
            let mut at = x;
            for run in &line.runs {
                let font = self.setter.fonts.face(run.face).drawn.clone();
                let start = krilla::geom::Point::from_xy(at, y);
                self.surface.draw_glyphs(start, &run.glyphs, font, &line.text, block.size, false);
                at += run.width * block.size;
            }
        }
    }

    /// A QR code whose dark modules fill the square `side` from `x` and `y`. The caller leaves room for the quiet zone.
    pub fn qr(&mut self, qr: &Qr, x: f32, y: f32, side: f32) {
        let mut path = PathBuilder::new();
        for ring in qr.outline() {
            for (number, corner) in ring.iter().enumerate() {
                let (x, y) = (corner.x as f32, corner.y as f32);
                if number == 0 { path.move_to(x, y) } else { path.line_to(x, y) }
            }
            path.close();
        }
        let module = side / qr.size() as f32;
        self.surface.push_transform(&Transform::from_row(module, 0.0, 0.0, module, self.left(x, side), y));
        self.paint(path.finish().as_ref(), Color::black());
        self.surface.pop();
    }

    /// A picture stretched over a box.
    pub fn picture(&mut self, image: &Image, area: Area) {
        if let Some(size) = Size::from_wh(area.w, area.h) {
            self.surface.push_transform(&Transform::from_translate(self.left(area.x, area.w), area.y));
            self.surface.draw_image(image.clone(), size);
            self.surface.pop();
        }
    }

    fn ink(&mut self, colour: Color) {
        self.surface.set_stroke(None);
        self.surface.set_fill(Some(Fill {
            paint: colour.into(),
            opacity: NormalizedF32::ONE,
            rule: FillRule::NonZero,
        }));
    }

    fn paint(&mut self, path: Option<&Path>, colour: Color) {
        if let Some(path) = path {
            self.ink(colour);
            self.surface.draw_path(path);
        }
    }

    fn trace(&mut self, path: Option<&Path>, thickness: f32, colour: Color) {
        if let Some(path) = path {
            self.surface.set_fill(None);
            self.surface.set_stroke(Some(Stroke {
                paint: colour.into(),
                width: thickness,
                line_cap: LineCap::Butt,
                ..Stroke::default()
            }));
            self.surface.draw_path(path);
        }
    }
}

/// The length of a quarter circle's Bézier handles, as a share of its radius: 4/3 · (√2 − 1).
const BEND: f32 = 0.552_285;

fn rounded(x: f32, y: f32, w: f32, h: f32, radius: f32) -> Option<Path> {
    let mut path = PathBuilder::new();
    let r = radius.min(w / 2.0).min(h / 2.0);
    if r <= 0.0 {
        path.push_rect(Rect::from_xywh(x, y, w, h)?);
        return path.finish();
    }
    let (right, bottom, k) = (x + w, y + h, r * (1.0 - BEND));
    path.move_to(x + r, y);
    path.line_to(right - r, y);
    path.cubic_to(right - k, y, right, y + k, right, y + r);
    path.line_to(right, bottom - r);
    path.cubic_to(right, bottom - k, right - k, bottom, right - r, bottom);
    path.line_to(x + r, bottom);
    path.cubic_to(x + k, bottom, x, bottom - k, x, bottom - r);
    path.line_to(x, y + r);
    path.cubic_to(x, y + k, x + k, y, x + r, y);
    path.close();
    path.finish()
}
