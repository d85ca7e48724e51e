//! A sample job with cards, and readers for the finished PDF. Keeps out what is asserted.
#![allow(dead_code)]

use std::ops::ControlFlow;

use hayro::hayro_interpret::font::GlyphRun;
use hayro::hayro_interpret::hayro_cmap::BfString;
use hayro::hayro_interpret::{
    BlendMode, ClipPath, Context, Device, DrawMode, DrawProps, Image, InterpreterCache, InterpreterSettings, SoftMask,
    interpret_page,
};
use hayro::hayro_syntax::Pdf;
use hayro::kurbo::{Affine, BezPath, Point, Rect};
use hayro::vello_cpu::Pixmap;
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::{PixmapSettings, RenderCache, RenderSettings, render};
use vestibule_paper::{Card, Layout, Paper, PaperError, PrintJob, PrintWords, pdf};

const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

pub fn words() -> PrintWords {
    PrintWords {
        language: "en-GB".into(),
        title: "You're invited".into(),
        role: "Role".into(),
        department: "Department".into(),
        expires: "Expires".into(),
        label: "For".into(),
        how: "How to join".into(),
        steps: vec![
            "Scan the code with your telephone, or open Vestibule and choose I have a code.".into(),
            "Check what you are joining and give your name.".into(),
            "Choose a password. That's all.".into(),
        ],
        footer: "Questions? Ask at the front desk, or write to hello@fernhill.example.".into(),
        footer_many: "For everyone who belongs here.".into(),
    }
}

pub fn job(layout: Layout, paper: Paper) -> PrintJob {
    PrintJob { layout, paper, organisation: "Fernhill College".into(), logo: None, words: words() }
}

/// A code of 16 symbols, different for every number.
pub fn code(number: u32) -> String {
    let mut state = u64::from(number).wrapping_mul(0x9e37_79b9_7f4a_7c15).wrapping_add(0x1234_5678_9abc_def1);
    let mut code = String::new();
    for at in 0..16 {
        if at > 0 && at % 4 == 0 {
            code.push('-');
        }
        state ^= state >> 29;
        state = state.wrapping_mul(0xbf58_476d_1ce4_e5b9);
        code.push(char::from(ALPHABET[(state >> 59) as usize]));
    }
    code
}

pub fn link(number: u32) -> String {
    format!("https://fernhill.example/join/{}", code(number).replace('-', ""))
}

pub fn card(number: u32) -> Card {
    Card {
        code: code(number),
        link: link(number),
        role: "Staff".into(),
        department: Some("Library".into()),
        expires: "14 May 2026, 18:00".into(),
        label: Some("Spring fair".into()),
        for_many: false,
    }
}

pub fn cards(count: u32) -> impl Iterator<Item = Card> {
    (1..=count).map(card)
}

pub fn print(job: &PrintJob, cards: impl IntoIterator<Item = Card>) -> Result<Vec<u8>, PaperError> {
    pdf(job, cards, &mut |_| ControlFlow::Continue(())).map(|printed| printed.pdf)
}

/// The pages, rendered at that many dots per inch.
pub fn rendered(file: &[u8], dpi: f32) -> Vec<Pixmap> {
    let pdf = Pdf::new(file.to_vec()).expect("the PDF opens");
    let scale = dpi / 72.0;
    let settings = PixmapSettings { x_scale: scale, y_scale: scale, bg_color: WHITE };
    let cache = RenderCache::new();
    let pages = pdf.pages().iter();
    pages
        .map(|page| render(page, &cache, &InterpreterSettings::default(), &RenderSettings::default(), &settings))
        .collect()
}

/// The contents of QR codes in a part of a page: `left`, `top`, `width` and `height` as shares of the page. Must be
/// one card at a time: the scanner combines corners of several codes.
pub fn scanned(page: &Pixmap, [left, top, width, height]: [f64; 4]) -> Vec<String> {
    let (whole_w, whole_h) = (f64::from(page.width()), f64::from(page.height()));
    let (x, y) = ((left * whole_w) as usize, (top * whole_h) as usize);
    let grey = |dx: usize, dy: usize| {
        let at = ((y + dy) * usize::from(page.width()) + x + dx) * 4;
        let pixel = &page.data_as_u8_slice()[at..at + 3];
        ((u32::from(pixel[0]) * 299 + u32::from(pixel[1]) * 587 + u32::from(pixel[2]) * 114) / 1000) as u8
    };
    let (width, height) = ((width * whole_w) as usize, (height * whole_h) as usize);
    let mut image = rqrr::PreparedImage::prepare_from_greyscale(width, height, grey);
    image.detect_grids().iter().filter_map(|grid| grid.decode().ok()).map(|(_, text)| text).collect()
}

/// The whole page, for [`scanned`].
pub const WHOLE: [f64; 4] = [0.0, 0.0, 1.0, 1.0];

pub fn page_count(file: &[u8]) -> usize {
    Pdf::new(file.to_vec()).expect("the PDF opens").pages().len()
}

/// A letter of a page's text and its position, in points from the top left.
#[derive(Debug, Clone, PartialEq)]
pub struct Found {
    pub text: String,
    pub x: f64,
    pub y: f64,
}

/// The letters of a page in the order in which they were drawn.
pub fn letters(file: &[u8], page: usize) -> Vec<Found> {
    interpret(file, page).found
}

/// The pictures of a page and their positions, in points from the top left.
pub fn pictures(file: &[u8], page: usize) -> Vec<Rect> {
    interpret(file, page).pictures
}

fn interpret(file: &[u8], page: usize) -> Reader {
    let pdf = Pdf::new(file.to_vec()).expect("the PDF opens");
    let page = &pdf.pages()[page];
    let cache = InterpreterCache::new();
    let whole = Rect::new(0.0, 0.0, 10_000.0, 10_000.0);
    let mut context = Context::new(Affine::IDENTITY, whole, &cache, page.xref(), InterpreterSettings::default());
    let mut reader = Reader { height: f64::from(page.render_dimensions().1), found: Vec::new(), pictures: Vec::new() };
    interpret_page(page, &mut context, &mut reader);
    reader
}

/// The text of a page in drawing order, with a line break where a new line begins.
pub fn text(file: &[u8], page: usize) -> String {
    let mut text = String::new();
    let mut before = None;
    for letter in letters(file, page) {
        if before.is_some_and(|y: f64| (y - letter.y).abs() > 0.5) {
            text.push('\n');
        }
        before = Some(letter.y);
        text.push_str(&letter.text);
    }
    text
}

struct Reader {
    height: f64,
    found: Vec<Found>,
    pictures: Vec<Rect>,
}

impl Device<'_> for Reader {
    fn draw_path(&mut self, _: &BezPath, _: DrawProps<'_>, _: &DrawMode) {}
    fn push_clip_path(&mut self, _: &ClipPath) {}
    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'_>>, _: BlendMode) {}
    fn draw_glyph_run(&mut self, run: &GlyphRun<'_, '_>, props: DrawProps<'_>, _: &DrawMode) {
        for glyph in run.glyphs() {
            let place = props.transform * glyph.transform() * Point::ZERO;
            let text = match glyph.as_unicode() {
                Some(BfString::Char(c)) => c.to_string(),
                Some(BfString::String(text)) => text,
                None => "\u{fffd}".into(),
            };
            self.found.push(Found { text, x: place.x, y: self.height - place.y });
        }
    }
    fn draw_image(&mut self, image: Image<'_, '_>, props: hayro::hayro_interpret::ImageDrawProps<'_>) {
        let pixels = Rect::new(0.0, 0.0, f64::from(image.width()), f64::from(image.height()));
        let place = props.transform.transform_rect_bbox(pixels);
        self.pictures.push(Rect::new(place.x0, self.height - place.y1, place.x1, self.height - place.y0));
    }
    fn pop_clip(&mut self) {}
    fn pop_transparency_group(&mut self) {}
}

/// A picture of a leaf on a brown tile, as a typical logo.
pub fn logo() -> Vec<u8> {
    let side = 96_i32;
    let mut pixels = Vec::new();
    for y in 0..side {
        for x in 0..side {
            let (dx, dy) = ((x - 48).abs(), y - 20);
            let corner = (x - 48).abs().max((y - 48).abs()) > 47 && (x - 48).abs().min((y - 48).abs()) > 40;
            let leaf = (dx < 3 && (14..82).contains(&y))
                || (dy > 0 && dy < 52 && (dy + dx) % 17 < 5 && dx < 8 + dy / 2 && dx < 60 - dy);
            pixels.extend_from_slice(match (corner, leaf) {
                (true, _) => &[0, 0, 0, 0],
                (_, true) => &[0xfd, 0xf6, 0xe8, 0xff],
                _ => &[0x8a, 0x4a, 0x1c, 0xff],
            });
        }
    }
    let mut file = Vec::new();
    let mut encoder = png::Encoder::new(&mut file, 96, 96);
    encoder.set_color(png::ColorType::Rgba);
    encoder.write_header().expect("a header").write_image_data(&pixels).expect("the rows");
    file
}

/// A logo of one colour and any shape.
pub fn tile(width: u32, height: u32) -> Vec<u8> {
    let mut file = Vec::new();
    let mut encoder = png::Encoder::new(&mut file, width, height);
    encoder.set_color(png::ColorType::Rgb);
    let pixels = [0x8a, 0x4a, 0x1c].repeat((width * height) as usize);
    encoder.write_header().expect("a header").write_image_data(&pixels).expect("the rows");
    file
}
