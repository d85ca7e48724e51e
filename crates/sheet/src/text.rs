//! Decodes bytes to text, block by block. Keeps out rows and separators.
//!
//! The encoding is decided in one pass. A byte-order mark (BOM) at the start decides: UTF-8, UTF-16 LE or BE. Without
//! one, blocks of plain ASCII decide nothing, since they read the same either way; the first block with other bytes
//! does: mostly valid UTF-8 means UTF-8, else Windows-1252. From then on it is fixed: an invalid byte becomes U+FFFD,
//! which marks the row as damaged, and never a wrong letter.

use crate::HEAD;
use crate::head;
use crate::{Encoding::*, SheetError};
use encoding_rs::{Decoder, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};
use std::io::{self, Read};

/// A character encoding.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    /// With a BOM or without.
    Utf8,
    /// With a BOM; spreadsheets call it "Unicode text".
    Utf16Le,
    /// With a BOM.
    Utf16Be,
    /// Western European, what older spreadsheets write.
    Windows1252,
    /// Another one, named by a person.
    Other(&'static encoding_rs::Encoding),
}

impl Encoding {
    /// The encoding with a name of the Encoding Standard: `windows-1251`, `shift_jis`, `macintosh`, `utf-8`.
    pub fn named(name: &str) -> Option<Self> {
        Some(match encoding_rs::Encoding::for_label_no_replacement(name.trim().as_bytes())? {
            found if found == UTF_8 => Utf8,
            found if found == UTF_16LE => Utf16Le,
            found if found == UTF_16BE => Utf16Be,
            found if found == WINDOWS_1252 => Windows1252,
            found => Other(found),
        })
    }

    /// Its name in the Encoding Standard.
    pub fn name(self) -> &'static str {
        self.encoding().name()
    }

    fn encoding(self) -> &'static encoding_rs::Encoding {
        match self {
            Utf8 => UTF_8,
            Utf16Le => UTF_16LE,
            Utf16Be => UTF_16BE,
            Windows1252 => WINDOWS_1252,
            Other(encoding) => encoding,
        }
    }

    fn decoder(self) -> Decoder {
        self.encoding().new_decoder_without_bom_handling()
    }

    /// The encoding of a BOM at the start, and the BOM's length in bytes.
    fn marked(head: &[u8]) -> Option<(Self, usize)> {
        match head {
            [0xef, 0xbb, 0xbf, ..] => Some((Utf8, 3)),
            [0xff, 0xfe, ..] => Some((Utf16Le, 2)),
            [0xfe, 0xff, ..] => Some((Utf16Be, 2)),
            _ => None,
        }
    }

    /// The encoding of a block without BOM; `None` if it is ASCII, up to a character that its end may have cut.
    fn guessed(block: &[u8], last: bool) -> Option<Self> {
        let (mut right, mut wrong) = (0, 0);
        let mut after = block.len();
        for chunk in block.utf8_chunks() {
            after -= chunk.valid().len() + chunk.invalid().len();
            right += chunk.valid().bytes().filter(|byte| *byte >= 0xc0).count();
            let cut =
                after == 0 && !last && std::str::from_utf8(chunk.invalid()).is_err_and(|e| e.error_len().is_none());
            wrong += usize::from(!chunk.invalid().is_empty() && !cut);
        }
        match (right, wrong) {
            (0, 0) => None,
            _ if wrong > right => Some(Windows1252),
            _ => Some(Utf8),
        }
    }
}

/// Decoded text that has not been used yet.
pub(crate) struct Text<R> {
    source: R,
    /// Bytes read; the first `kept` of them are the start of an incomplete character.
    raw: Vec<u8>,
    kept: usize,
    decoder: Option<(Encoding, Decoder)>,
    text: String,
    used: usize,
    ended: bool,
    failed: Option<io::Error>,
    bytes: u64,
}

impl<R: Read> Text<R> {
    /// Reads the first block. Fails if that can't be read, or is not text. A BOM takes precedence over `said`.
    pub(crate) fn open(source: R, said: Option<Encoding>) -> Result<Self, SheetError> {
        let mut text = Self {
            source,
            raw: vec![0; HEAD],
            kept: 0,
            decoder: None,
            text: String::new(),
            used: 0,
            ended: false,
            failed: None,
            bytes: 0,
        };
        let unreadable = |source| SheetError::Unreadable { line: 1, source };
        let read = text.fill_raw().map_err(unreadable)?;
        let head = &text.raw[..read];
        match Encoding::marked(head) {
            Some((encoding, mark)) => {
                text.decoder = Some((encoding, encoding.decoder()));
                text.decode(mark, read);
            }
            None => match head::no_text(head).filter(|_| !matches!(said, Some(Utf16Le | Utf16Be))) {
                Some(what) => return Err(SheetError::NotText { what }),
                None => {
                    text.decoder = said.map(|encoding| (encoding, encoding.decoder()));
                    text.decode(0, read);
                }
            },
        }
        Ok(text)
    }

    /// The decoded text that has not been used yet.
    pub(crate) fn rest(&self) -> &str {
        &self.text[self.used..]
    }

    /// Marks so many bytes of [`Text::rest`] as used.
    pub(crate) fn used(&mut self, bytes: usize) {
        self.used += bytes;
    }

    /// Whether nothing follows [`Text::rest`].
    pub(crate) fn is_last(&self) -> bool {
        self.ended && self.failed.is_none()
    }

    /// Replaces the text by the next block; false at the end.
    pub(crate) fn next(&mut self) -> io::Result<bool> {
        loop {
            self.text.clear();
            self.used = 0;
            if let Some(error) = self.failed.take() {
                self.ended = true;
                return Err(error);
            }
            if self.ended {
                return Ok(false);
            }
            let read = self.fill_raw()?;
            self.decode(0, read);
            if !self.text.is_empty() {
                return Ok(true);
            }
        }
    }

    /// Bytes read so far.
    pub(crate) fn bytes(&self) -> u64 {
        self.bytes
    }

    /// The encoding; UTF-8 while only ASCII has been read.
    pub(crate) fn encoding(&self) -> Encoding {
        self.decoder.as_ref().map_or(Utf8, |(encoding, _)| *encoding)
    }

    /// Fills `raw` completely, so that the result does not depend on how much the source returns at a time. Bytes read
    /// before an error are used first.
    fn fill_raw(&mut self) -> io::Result<usize> {
        let mut read = self.kept;
        while read < self.raw.len() && !self.ended {
            match self.source.read(&mut self.raw[read..]) {
                Ok(0) => self.ended = true,
                Ok(more) => read += more,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) if read == 0 => {
                    self.ended = true;
                    return Err(error);
                }
                Err(error) => {
                    self.failed = Some(error);
                    break;
                }
            }
        }
        self.bytes += u64::try_from(read - self.kept).expect("a block is small");
        Ok(read)
    }

    fn decode(&mut self, from: usize, to: usize) {
        let last = self.ended;
        self.kept = 0;
        if self.decoder.is_none() {
            match Encoding::guessed(&self.raw[from..to], last) {
                Some(encoding) => self.decoder = Some((encoding, encoding.decoder())),
                None => return self.ascii(from, to),
            }
        }
        let Some((_, decoder)) = &mut self.decoder else { return };
        let block = &self.raw[from..to];
        let most = decoder.max_utf8_buffer_length(block.len()).expect("a block is small");
        self.text.reserve(most);
        let (result, _, _) = decoder.decode_to_string(block, &mut self.text, last);
        debug_assert_eq!(result, encoding_rs::CoderResult::InputEmpty);
    }

    /// Decodes ASCII; an incomplete character at the end waits for the next block.
    fn ascii(&mut self, from: usize, to: usize) {
        let plain = from + encoding_rs::Encoding::ascii_valid_up_to(&self.raw[from..to]);
        self.text.push_str(std::str::from_utf8(&self.raw[from..plain]).expect("ASCII"));
        self.raw.copy_within(plain..to, 0);
        self.kept = to - plain;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(bytes: &[u8]) -> (String, Encoding) {
        let mut text = Text::open(bytes, None).unwrap();
        let mut all = text.rest().to_owned();
        while text.next().unwrap() {
            all.push_str(text.rest());
        }
        (all, text.encoding())
    }

    fn utf_16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
        "\u{feff}".encode_utf16().chain(text.encode_utf16()).flat_map(bytes).collect()
    }

    #[test]
    fn a_mark_names_the_encoding() {
        assert_eq!(all("\u{feff}Inês".as_bytes()), ("Inês".to_owned(), Utf8));
        assert_eq!(all(&utf_16("Inês 🎓", u16::to_le_bytes)), ("Inês 🎓".to_owned(), Utf16Le));
        assert_eq!(all(&utf_16("Inês 🎓", u16::to_be_bytes)), ("Inês 🎓".to_owned(), Utf16Be));
    }

    #[test]
    fn without_a_mark_valid_bytes_are_utf_8_and_others_windows_1252() {
        assert_eq!(all("Zoë".as_bytes()), ("Zoë".to_owned(), Utf8));
        assert_eq!(all(b"Zo\xeb \x80"), ("Zoë €".to_owned(), Windows1252));
        assert_eq!(all(b"Zoe"), ("Zoe".to_owned(), Utf8));
    }

    #[test]
    fn an_encoding_that_is_named_is_followed_unless_a_mark_says_otherwise() {
        let read = |bytes: &[u8], name: &str| Text::open(bytes, Encoding::named(name)).unwrap().rest().to_owned();
        assert_eq!(read(b"\xc1\xe8\xe1\xeb", "windows-1251"), "Библ");
        assert_eq!(read(b"\x90}\x8f\x91\x8a\xd9", "Shift_JIS"), "図書館");
        assert_eq!(read(b"a\0b\0", "utf-16le"), "ab");
        assert_eq!(read("\u{feff}Zoë".as_bytes(), "windows-1251"), "Zoë");
        assert_eq!((Encoding::named("colour"), Encoding::named("latin1")), (None, Some(Windows1252)));
    }

    #[test]
    fn ascii_decides_nothing_however_long_it_is() {
        for (late, read, encoding) in
            [(&b"\xfc!"[..], "ü!", Windows1252), ("ü!".as_bytes(), "ü!", Utf8), (b"\xc3", "Ã", Windows1252)]
        {
            for before in [HEAD - 1, HEAD, 3 * HEAD + 7] {
                let bytes = [&vec![b'a'; before][..], late].concat();
                let (text, found) = all(&bytes);
                assert_eq!((text.trim_start_matches('a'), found), (read, encoding), "{before}");
            }
        }
    }

    #[test]
    fn a_wrong_byte_in_utf_8_is_marked_and_not_made_a_letter() {
        assert_eq!(
            all("ééé".as_bytes().iter().chain(b"\xff x").copied().collect::<Vec<_>>().as_slice()).0,
            "ééé\u{fffd} x"
        );
    }

    #[test]
    fn what_was_read_before_a_fault_is_used_first() {
        struct Gone;
        impl Read for Gone {
            fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
                Err(io::Error::other("gone"))
            }
        }
        let mut text = Text::open(b"email".chain(Gone), None).unwrap();
        assert_eq!((text.rest(), text.is_last()), ("email", false));
        assert_eq!(text.next().unwrap_err().to_string(), "gone");
        assert!(!text.next().unwrap());
        assert!(matches!(Text::open(Gone, None), Err(SheetError::Unreadable { line: 1, .. })));
    }
}
