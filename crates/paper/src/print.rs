//! A print run: checks, pages, the PDF. Keeps out what a card looks like.

use std::ops::ControlFlow;

use krilla::Document;
use krilla::error::KrillaError;
use krilla::metadata::{Metadata, TextDirection};
use krilla::page::PageSettings;

use crate::canvas::Canvas;
use crate::clean;
use crate::error::PaperError;
use crate::flow::Setter;
use crate::fonts::Fonts;
use crate::job::{Card, Layout, PrintJob, PrintWords};
use crate::logo::Logo;
use crate::qr::Qr;
use crate::sheet::Sheet;
use crate::{card, poster};

/// A checked card, with every text as one clean line.
pub struct Ready {
    /// The card's number, from 1.
    pub number: u32,
    /// In its groups.
    pub code: String,
    /// The QR code of its link.
    pub qr: Qr,
    /// The role.
    pub role: String,
    /// The department; empty if there is none.
    pub department: String,
    /// The expiry as printed; empty if it never expires.
    pub expires: String,
    /// The label; empty if there is none.
    pub label: String,
    /// Whether several people may use it.
    pub for_many: bool,
}

/// Everything that is the same on all cards, cleaned.
pub struct Common {
    /// The organisation's name.
    pub organisation: String,
    /// Its logo.
    pub logo: Option<Logo>,
    /// The words.
    pub words: PrintWords,
}

impl Common {
    /// The last line of a card.
    pub fn footer(&self, card: &Ready) -> &str {
        if card.for_many { &self.words.footer_many } else { &self.words.footer }
    }
}

/// A finished print run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Printed {
    /// The PDF file.
    pub pdf: Vec<u8>,
    /// Emoji in names that no font of this computer has, separated by spaces: the names are printed without them.
    pub left_out: Option<String>,
}

/// Prints `cards` as one PDF. `progress` gets the number done after each card; `Break` ends the run without a PDF.
///
/// # Errors
/// Any [`PaperError`]; no PDF is made then.
pub fn pdf(
    job: &PrintJob,
    cards: impl IntoIterator<Item = Card>,
    progress: &mut dyn FnMut(u32) -> ControlFlow<()>,
) -> Result<Printed, PaperError> {
    let rtl = is_rtl(&job.words.language);
    let mut setter = Setter::new(rtl);
    let common = common(job, &mut setter.fonts)?;
    let mut document = Document::new();
    let sheet = Sheet::new(job.layout, job.paper);
    let (width, height) = job.paper.size();
    let mut cards = cards.into_iter().zip(1_u32..).peekable();
    if cards.peek().is_none() {
        return Err(PaperError::NothingToPrint);
    }
    while cards.peek().is_some() {
        let on_page: Vec<Ready> = cards
            .by_ref()
            .take(job.layout.per_page())
            .map(|(card, number)| ready(&card, number, &mut setter.fonts))
            .collect::<Result<_, _>>()?;
        let settings = PageSettings::from_wh(width, height).expect("paper has a size");
        let mut page = document.start_page_with(settings);
        let mut surface = page.surface();
        let mut canvas = Canvas::new(&mut surface, &mut setter, width);
        if job.layout != Layout::Poster {
            sheet.cut_marks(&mut canvas);
        }
        for (place, card) in on_page.iter().enumerate() {
            let mut drawn = Ok(());
            canvas.within(sheet.place(place), |canvas| {
                drawn = match job.layout {
                    Layout::Poster => poster::draw(canvas, &common, card, (width, height)),
                    Layout::EightCards | Layout::TenCards => {
                        card::draw(canvas, &common, card, job.layout, sheet.place(place))
                    }
                };
            });
            drawn?;
            if progress(card.number).is_break() {
                return Err(PaperError::Stopped);
            }
        }
        surface.finish();
        page.finish();
    }
    setter.fonts.nothing_missing()?;
    document.set_metadata(metadata(&common, rtl));
    let pdf = document.finish().map_err(|fault| match fault {
        KrillaError::Image(..) | KrillaError::SixteenBitImage(..) => PaperError::LogoDamaged,
        other => PaperError::NotWritten { fault: other.to_string() },
    })?;
    Ok(Printed { pdf, left_out: setter.fonts.left_out() })
}

fn common(job: &PrintJob, fonts: &mut Fonts) -> Result<Common, PaperError> {
    let words = &job.words;
    Ok(Common {
        organisation: fonts.without_lacking_emoji(&clean::line(&job.organisation)),
        logo: job.logo.as_deref().map(Logo::decode).transpose()?,
        words: PrintWords {
            language: words.language.clone(),
            title: clean::line(&words.title),
            role: clean::line(&words.role),
            department: clean::line(&words.department),
            expires: clean::line(&words.expires),
            label: clean::line(&words.label),
            how: clean::line(&words.how),
            steps: words.steps.iter().map(|step| clean::line(step)).filter(|step| !step.is_empty()).collect(),
            footer: clean::line(&words.footer),
            footer_many: clean::line(&words.footer_many),
        },
    })
}

fn ready(card: &Card, number: u32, fonts: &mut Fonts) -> Result<Ready, PaperError> {
    let code = clean::line(&card.code);
    if code.is_empty() {
        return Err(PaperError::NoCode { card: number });
    }
    let qr = Qr::encode(&card.link).map_err(|fault| match fault {
        PaperError::QrEmpty => PaperError::NoLink { card: number },
        _ => PaperError::LinkTooLong { card: number },
    })?;
    let mut text = |text: &str| fonts.without_lacking_emoji(&clean::line(text));
    Ok(Ready {
        number,
        code,
        qr,
        role: text(&card.role),
        department: text(card.department.as_deref().unwrap_or_default()),
        expires: clean::line(&card.expires),
        label: text(card.label.as_deref().unwrap_or_default()),
        for_many: card.for_many,
    })
}

/// Has no date, so that the same job gives the same bytes.
fn metadata(common: &Common, rtl: bool) -> Metadata {
    let title = match (common.words.title.is_empty(), common.organisation.is_empty()) {
        (false, false) => format!("{} – {}", common.words.title, common.organisation),
        (true, _) => common.organisation.clone(),
        (_, true) => common.words.title.clone(),
    };
    let direction = if rtl { TextDirection::RightToLeft } else { TextDirection::LeftToRight };
    let metadata = Metadata::new().title(title).creator("Vestibule".to_owned()).text_direction(direction);
    let tag = &common.words.language;
    let plain =
        !tag.is_empty() && tag.len() <= 35 && tag.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    if plain { metadata.language(tag.clone()) } else { metadata }
}

/// Whether a language is written from right to left, by its first subtag.
fn is_rtl(language: &str) -> bool {
    let first = language.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase();
    ["ar", "dv", "fa", "he", "iw", "ps", "sd", "ug", "ur", "yi"].contains(&first.as_str())
}
