//! Why something could not be drawn or printed, each with a sentence that says what to do. No sentence contains a code
//! or a link: both are secrets.

/// Why there is no picture or no PDF. Cards are counted from 1, in the given order.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PaperError {
    /// The text for a QR code is empty.
    #[error("A QR code needs some text.")]
    QrEmpty,
    /// The text is longer than the largest QR code holds at this error correction.
    #[error("{bytes} bytes are too long for a QR code; at most {max} fit.")]
    QrTooLong {
        /// Length of the text in bytes.
        bytes: usize,
        /// The most that fit, in bytes.
        max: usize,
    },
    /// There are no cards.
    #[error("There is nothing to print. Choose at least one invitation.")]
    NothingToPrint,
    /// A card without a code.
    #[error("Card {card} has no code to print. Leave this invitation out, or replace it.")]
    NoCode {
        /// The card's number.
        card: u32,
    },
    /// The code is not readable at the paper's width.
    #[error("The code of card {card} is too long for this layout. Choose one with fewer cards a page.")]
    CodeTooLong {
        /// The card's number.
        card: u32,
    },
    /// A card without a link.
    #[error("Card {card} has no invite link for its QR code. Leave this invitation out, or replace it.")]
    NoLink {
        /// The card's number.
        card: u32,
    },
    /// The QR code of the link would be too fine to scan from paper.
    #[error(
        "The link of card {card} is too long for a QR code of this size. Print posters, or set a shorter join address."
    )]
    LinkTooLong {
        /// The card's number.
        card: u32,
    },
    /// The picture's file is too large.
    #[error("The file is larger than {} MB. Choose a smaller picture.", max / 1_048_576)]
    FileTooLarge {
        /// The most, in bytes.
        max: u64,
    },
    /// The logo is not a PNG or JPEG picture.
    #[error("The logo is not a PNG or JPEG picture. Choose a PNG or JPEG file.")]
    LogoNotAPicture,
    /// The logo begins like a picture but is damaged further on.
    #[error("The logo can't be read: the file is damaged. Save it again as PNG or JPEG.")]
    LogoDamaged,
    /// The logo has too many pixels.
    #[error("The logo has {width} × {height} pixels. Choose one with at most {max} in each direction.")]
    LogoTooLarge {
        /// In pixels.
        width: u32,
        /// In pixels.
        height: u32,
        /// The most, in pixels, in each direction.
        max: u32,
    },
    /// No font, bundled or on this computer, has these characters.
    #[error(
        "No font on this device can print {characters}. Install a font that has them (Noto Sans for the script, Noto Color Emoji or Noto Emoji for emoji), or leave these characters out."
    )]
    NoFont {
        /// The characters, separated by spaces; undisplayable ones by their number (U+E000).
        characters: String,
    },
    /// The caller's `progress` returned `Break`. Nothing was made.
    #[error("Printing was stopped.")]
    Stopped,
    /// The PDF writer failed: a fault of the program, or a broken system font.
    #[error("The PDF could not be written: {fault}. Nothing was made; report this with the layout you chose.")]
    NotWritten {
        /// The PDF writer's message.
        fault: String,
    },
}
