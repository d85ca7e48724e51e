//! What an invitation mail says, as one structure, from which both of its forms are made. Keeps out those forms
//! (`html`, `plain`), headers, and where the words come from.

use crate::error::MessageError;
use crate::text::{block, line};
use url::Url;

/// The most bytes of all texts together: ten times what a template holds.
const MOST: usize = 100_000;
/// The longest code; one with 16 symbols takes 19.
const MOST_CODE: usize = 64;
/// The longest link: some programs cut longer ones.
const MOST_LINK: usize = 500;
/// The most bytes of a logo. It goes out with every message, a third longer.
const MOST_LOGO: usize = 256 * 1024;

/// The direction in which the words of a message run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// As in English.
    LeftToRight,
    /// As in Arabic and Hebrew.
    RightToLeft,
}

impl Direction {
    /// As HTML has it.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::LeftToRight => "ltr",
            Self::RightToLeft => "rtl",
        }
    }
}

/// A tag of a language (BCP 47), such as `en` or `pt-BR`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Language(String);

impl Language {
    /// Letters and digits of ASCII with single hyphens between them, at most 35 in all.
    pub fn new(tag: &str) -> Result<Self, MessageError> {
        let is_part = |part: &str| (1..=8).contains(&part.len()) && part.chars().all(|c| c.is_ascii_alphanumeric());
        let first = tag.split('-').next().unwrap_or_default();
        let is_tag = tag.len() <= 35 && tag.split('-').all(is_part) && (2..=8).contains(&first.len());
        if is_tag { Ok(Self(tag.to_owned())) } else { Err(MessageError::Language) }
    }

    /// The tag.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Where a message leads, and the words of its button.
#[derive(Clone, PartialEq, Eq)]
pub struct Link {
    text: String,
    url: String,
}

impl Link {
    /// An address with the scheme `https` or `vestibule`, without a user's name or password (behind which another
    /// host can be hidden), of at most 500 characters.
    pub fn new(text: &str, url: &str) -> Result<Self, MessageError> {
        // Other characters are dropped or changed silently by what reads addresses.
        if url.chars().any(|c| c.is_control() || c.is_whitespace() || crate::text::is_harmful(c)) {
            return Err(MessageError::Link);
        }
        let url = Url::parse(url).map_err(|_| MessageError::Link)?;
        let leads = match url.scheme() {
            "https" => url.has_host(),
            "vestibule" => true,
            _ => false,
        };
        if !leads || !url.username().is_empty() || url.password().is_some() || !url.as_str().is_ascii() {
            return Err(MessageError::Link);
        }
        if url.as_str().len() > MOST_LINK {
            return Err(MessageError::LinkTooLong { max: MOST_LINK });
        }
        Ok(Self { text: line(text, 100), url: url.into() })
    }

    /// The words of the button.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The address, as URLs are written: ASCII, the rest percent-encoded.
    pub fn url(&self) -> &str {
        &self.url
    }
}

/// Something that the message tells by name, such as the role.
#[derive(Clone, PartialEq, Eq)]
pub struct Fact {
    /// Its name, one line.
    pub label: String,
    /// What it is, one line.
    pub value: String,
}

/// A picture at the head of the message, carried in it: nothing is fetched when the message is read.
#[derive(Clone, PartialEq, Eq)]
pub struct Logo {
    png: Vec<u8>,
    alternative: String,
}

impl Logo {
    /// A PNG of at most 256 KB, and what is read out instead of it: the organisation's name.
    pub fn new(png: Vec<u8>, alternative: &str) -> Result<Self, MessageError> {
        if !png.starts_with(b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR") || png.len() < 33 {
            return Err(MessageError::LogoNotPng);
        }
        if png.len() > MOST_LOGO {
            return Err(MessageError::LogoTooLarge { max: MOST_LOGO });
        }
        Ok(Self { png, alternative: line(alternative, 100) })
    }

    pub(crate) fn png(&self) -> &[u8] {
        &self.png
    }

    pub(crate) fn alternative(&self) -> &str {
        &self.alternative
    }

    /// In pixels, as its head says.
    pub(crate) fn width(&self) -> u32 {
        self.png[16..20].iter().fold(0, |width, byte| (width << 8) | u32::from(*byte))
    }
}

/// What an invitation mail says, in the order in which it is read. What is empty is left out.
#[derive(Clone, PartialEq, Eq)]
pub struct Content {
    /// In which direction the words run.
    pub direction: Direction,
    /// The language of the words, for programs that read aloud.
    pub language: Language,
    /// At the head.
    pub logo: Option<Logo>,
    /// One line.
    pub heading: String,
    /// Each may have line breaks. See [`paragraphs`].
    pub paragraphs: Vec<String>,
    /// Shown big, to be typed: one line of at most 64 characters.
    pub code: Option<String>,
    /// As a button, and in full below it.
    pub link: Option<Link>,
    /// One beneath the other.
    pub facts: Vec<Fact>,
    /// Numbered, each may have line breaks.
    pub steps: Vec<String>,
    /// Small, at the end, may have line breaks.
    pub footer: String,
}

impl Content {
    /// The same with every text harmless. Fails where something would have to be cut.
    pub(crate) fn cleaned(&self) -> Result<Self, MessageError> {
        let facts = self.facts.iter().flat_map(|fact| [&fact.label, &fact.value]);
        let texts = self.paragraphs.iter().chain(&self.steps).chain(facts).chain([&self.heading, &self.footer]);
        // Each counts as a line, so that a hundred thousand empty ones are too many as well.
        if texts.map(|text| text.len() + 1).sum::<usize>() > MOST {
            return Err(MessageError::TooLong { max: MOST });
        }
        let code = self.code.as_deref().map(|code| line(code, MOST + 1)).filter(|code| !code.is_empty());
        if code.as_ref().is_some_and(|code| code.len() > MOST_CODE) {
            return Err(MessageError::CodeTooLong { max: MOST_CODE });
        }
        let lines = |text: &String| Some(block(text)).filter(|text| !text.is_empty());
        let fact = |fact: &Fact| Fact { label: line(&fact.label, MOST), value: line(&fact.value, MOST) };
        Ok(Self {
            heading: line(&self.heading, MOST),
            paragraphs: self.paragraphs.iter().filter_map(lines).collect(),
            code,
            facts: self.facts.iter().map(fact).filter(|fact| !fact.value.is_empty()).collect(),
            steps: self.steps.iter().filter_map(lines).collect(),
            footer: block(&self.footer),
            ..self.clone()
        })
    }
}

/// The paragraphs of a text: what stands between empty lines.
pub fn paragraphs(text: &str) -> Vec<String> {
    let mut found = vec![String::new()];
    for line in block(text).lines() {
        match found.last_mut() {
            Some(last) if !line.trim().is_empty() => {
                if !last.is_empty() {
                    last.push('\n');
                }
                last.push_str(line.trim_end());
            }
            _ => found.push(String::new()),
        }
    }
    found.retain(|paragraph| !paragraph.is_empty());
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_leads_to_https_or_into_the_program() {
        for (given, taken) in [
            ("https://join.example/K7M2", "https://join.example/K7M2"),
            ("HTTPS://Join.Example", "https://join.example/"),
            ("https://szkoła.example/a?b=ä#c", "https://xn--szkoa-n7a.example/a?b=%C3%A4#c"),
            ("vestibule:join/K7M2", "vestibule:join/K7M2"),
            ("vestibule://join/K7M2?x=1", "vestibule://join/K7M2?x=1"),
        ] {
            assert_eq!(Link::new("Join", given).map(|link| link.url).ok().as_deref(), Some(taken));
        }
        for bad in [
            "",
            "join.example",
            "http://join.example",
            "javascript:alert(1)",
            "java\tscript:alert(1)",
            "data:text/html,x",
            "vestibules:join",
            "https:",
            "https://",
            "https://join.example@evil.example/",
            "https://u:p@evil.example/",
            "https://join.example/\r\nx",
            " https://join.example",
            "https://join.example/\u{202e}x",
            "//join.example",
        ] {
            assert_eq!(Link::new("Join", bad).map(|link| link.url).err(), Some(MessageError::Link), "{bad:?}");
        }
        let long = format!("https://join.example/{}", "x".repeat(500));
        assert!(matches!(Link::new("Join", &long), Err(MessageError::LinkTooLong { max: 500 })));
    }

    #[test]
    fn a_language_is_a_tag() {
        assert!(["en", "pt-BR", "zh-Hant-TW", "de-1996"].iter().all(|tag| Language::new(tag).is_ok()));
        assert!(["", "e", "en_US", "en-", "\"", "en\r\n", "toolonglanguage"].iter().all(|t| Language::new(t).is_err()));
    }

    #[test]
    fn a_logo_is_a_small_png() {
        assert!(matches!(Logo::new(b"\xff\xd8\xff\xe0JFIF".to_vec(), ""), Err(MessageError::LogoNotPng)));
        let mut png = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0\x01\x40".to_vec();
        png.resize(64, 0);
        assert_eq!(Logo::new(png.clone(), "").map(|logo| logo.width()).ok(), Some(320));
        png.resize(300_000, 0);
        assert!(matches!(Logo::new(png, ""), Err(MessageError::LogoTooLarge { .. })));
    }

    #[test]
    fn empty_lines_part_paragraphs() {
        assert_eq!(paragraphs("\r\none\r\ntwo \r\n \r\n\r\nthree\n"), ["one\ntwo", "three"]);
        assert_eq!(paragraphs(" \n "), [""; 0]);
    }
}
