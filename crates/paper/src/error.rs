//! Why something could not be drawn or printed, each as a sentence that says what would be right. No sentence holds a
//! code or a link: both are secrets.

/// Why there is no picture or no PDF. Cards are counted from 1, in the order in which they came.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PaperError {
    /// Nothing to put into a QR code.
    #[error("A QR code needs some text.")]
    QrEmpty,
    /// More than the largest QR code holds at this error correction.
    #[error("{bytes} bytes are too long for a QR code; at most {max} fit.")]
    QrTooLong {
        /// Length of the text in bytes.
        bytes: usize,
        /// The most that fit, in bytes.
        max: usize,
    },
    /// No card came.
    #[error("There is nothing to print. Choose at least one invitation.")]
    NothingToPrint,
    /// A card without a code.
    #[error("Card {card} has no code to print. Leave this invitation out, or replace it.")]
    NoCode {
        /// Which card.
        card: u32,
    },
    /// A code that is not readable at the width of the paper.
    #[error("The code of card {card} is too long for this layout. Choose one with fewer cards a page.")]
    CodeTooLong {
        /// Which card.
        card: u32,
    },
    /// A card without a link.
    #[error("Card {card} has no invite link for its QR code. Leave this invitation out, or replace it.")]
    NoLink {
        /// Which card.
        card: u32,
    },
    /// A link whose QR code would be too fine to scan from paper.
    #[error(
        "The link of card {card} is too long for a QR code of this size. Print posters, or set a shorter join address."
    )]
    LinkTooLong {
        /// Which card.
        card: u32,
    },
    /// The picture's file is larger than is read.
    #[error("The file is larger than {} MB. Choose a smaller picture.", max / 1_048_576)]
    FileTooLarge {
        /// The most, in bytes.
        max: u64,
    },
    /// The logo is no picture that can be printed.
    #[error("The logo is not a PNG or JPEG picture. Choose a PNG or JPEG file.")]
    LogoNotAPicture,
    /// The logo starts like a picture and is broken further on.
    #[error("The logo can't be read: the file is damaged. Save it again as PNG or JPEG.")]
    LogoDamaged,
    /// The logo would take more memory than a logo should.
    #[error("The logo has {width} × {height} pixels. Choose one with at most {max} in each direction.")]
    LogoTooLarge {
        /// In pixels.
        width: u32,
        /// In pixels.
        height: u32,
        /// The most, in pixels, in each direction.
        max: u32,
    },
    /// No font, neither bundled nor of this computer, has these characters.
    #[error(
        "No font on this device can print {characters}. Install a font that has them (Noto Sans for the script, Noto Color Emoji or Noto Emoji for emoji), or leave these characters out."
    )]
    NoFont {
        /// The characters, separated by spaces; those that can't be shown by their number (U+E000).
        characters: String,
    },
    /// The caller's `progress` said stop. Nothing was made.
    #[error("Printing was stopped.")]
    Stopped,
    /// The PDF writer refused what it was given: a fault of the program, or a broken system font.
    #[error("The PDF could not be written: {fault}. Nothing was made; report this with the layout you chose.")]
    NotWritten {
        /// What the PDF writer said.
        fault: String,
    },
}
