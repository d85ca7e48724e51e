//! Makes a whole message: headers, and the two forms of its content. Keeps out the clock and chance: date and id are
//! arguments, so the same arguments give the same bytes.

use crate::content::Content;
use crate::error::MessageError;
use crate::{Recipient, Sender, html, plain, text};
use email_encoding::headers::{rfc2047, writer::EmailWriter};
use lettre::address::Envelope;
use lettre::message::header::{self, ContentTransferEncoding, ContentType, HeaderName, HeaderValue};
use lettre::message::{Attachment, Body, Message, MultiPart, SinglePart};
use std::fmt;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// The most letters of a subject: no mail program shows more.
const MOST_SUBJECT: usize = 200;
/// The most characters of an id's own part, so that a boundary made from it keeps within its 70 (RFC 2046, 5.1.1).
const MOST_ID: usize = 50;
/// The first second of the year 10000, from 1970.
const END_OF_DATES: u64 = 253_402_300_800;

/// The subject of a message: one line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Subject(String);

impl Subject {
    /// Makes one harmless line of at most 200 letters of it, which must not be empty.
    pub fn new(text: &str) -> Result<Self, MessageError> {
        let line = text::line(text, MOST_SUBJECT);
        if line.is_empty() { Err(MessageError::NoSubject) } else { Ok(Self(line)) }
    }

    /// The subject as it is shown.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// As a header. A text that looks encoded already (`=?…?=`) is encoded once more, so that it is shown as typed.
    fn header(&self) -> HeaderValue {
        let name = HeaderName::new_from_ascii_str("Subject");
        if self.0.is_ascii() && !self.0.contains("=?") {
            return HeaderValue::new(name, self.0.clone());
        }
        let mut encoded = String::new();
        // Writing to a string never fails.
        let _ = rfc2047::encode(&self.0, &mut EmailWriter::new(&mut encoded, "Subject: ".len(), 0, false));
        HeaderValue::dangerous_new_pre_encoded(name, self.0.clone(), encoded)
    }
}

/// What a message is known by everywhere: it must be of this message alone, and the same however often it is sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MessageId {
    own: String,
    domain: String,
}

impl MessageId {
    /// A part of its own (letters, digits, `.` and `-`, at most 50), and the domain that it is unique in.
    pub fn new(own: &str, domain: &str) -> Result<Self, MessageError> {
        let is_part = |part: &str| {
            !part.is_empty()
                && part.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '.')
                && part.split('.').all(|word| !word.is_empty())
        };
        let domain = idna::domain_to_ascii_strict(domain).map_err(|_| MessageError::Id)?;
        if own.len() > MOST_ID || !is_part(own) || !is_part(&domain) {
            return Err(MessageError::Id);
        }
        Ok(Self { own: own.to_owned(), domain })
    }
}

impl fmt::Display for MessageId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "<{}@{}>", self.own, self.domain)
    }
}

/// A message, ready to be handed over or saved. It holds what the content holds, a code included, so it is not shown.
#[derive(Clone, PartialEq, Eq)]
pub struct Composed {
    bytes: Vec<u8>,
    sender: String,
    recipient: String,
    needs_smtputf8: bool,
}

impl fmt::Debug for Composed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Composed").field("bytes", &self.bytes.len()).finish_non_exhaustive()
    }
}

impl Composed {
    /// The bytes of an .eml file: every line ends with CRLF, and none is longer than 998 bytes.
    pub fn eml(&self) -> &[u8] {
        &self.bytes
    }

    /// The bytes of an .eml file that mail programs open as a draft to be sent, not as a message received.
    pub fn draft(&self) -> Vec<u8> {
        [b"X-Unsent: 1\r\n", self.bytes.as_slice()].concat()
    }

    /// The address that the server is told it is from.
    pub fn sender(&self) -> &str {
        &self.sender
    }

    /// The address that the server is told it is for.
    pub fn recipient(&self) -> &str {
        &self.recipient
    }

    /// Whether only a server with SMTPUTF8 can take it.
    pub fn needs_smtputf8(&self) -> bool {
        self.needs_smtputf8
    }
}

/// Makes a message. The date is written in UTC, without the parts of a second.
pub fn compose(
    sender: &Sender,
    recipient: &Recipient,
    subject: &Subject,
    content: &Content,
    date: SystemTime,
    message_id: &MessageId,
) -> Result<Composed, MessageError> {
    let content = content.cleaned()?;
    let since = date.duration_since(UNIX_EPOCH).map_err(|_| MessageError::Date)?.as_secs();
    if since >= END_OF_DATES {
        return Err(MessageError::Date);
    }
    let from = sender.mailbox().map_err(|_| MessageError::NotBuilt)?;
    let to = recipient.mailbox().map_err(|_| MessageError::NotBuilt)?;
    let envelope =
        Envelope::new(Some(from.email.clone()), vec![to.email.clone()]).map_err(|_| MessageError::NotBuilt)?;
    let message = Message::builder()
        .envelope(envelope)
        .from(from)
        .to(to)
        .raw_header(subject.header())
        .date(UNIX_EPOCH + Duration::from_secs(since))
        .header(header::MessageId::from(message_id.to_string()))
        .raw_header(HeaderValue::new(HeaderName::new_from_ascii_str("Auto-Submitted"), "auto-generated".to_owned()))
        .multipart(parts(&content, message_id)?)
        .map_err(|_| MessageError::NotBuilt)?;
    let bytes = message.formatted();
    if !is_of_whole_lines(&bytes) {
        return Err(MessageError::NotBuilt);
    }
    Ok(Composed {
        bytes,
        sender: sender.address(),
        recipient: recipient.address(),
        needs_smtputf8: sender.needs_smtputf8() || recipient.needs_smtputf8(),
    })
}

/// Both forms, the better one last, with the logo beside the one that shows it. `=_` in a boundary is in no encoded
/// text.
fn parts(content: &Content, message_id: &MessageId) -> Result<MultiPart, MessageError> {
    let text = |kind: ContentType, body: String| {
        SinglePart::builder().header(kind).header(ContentTransferEncoding::QuotedPrintable).body(body)
    };
    let logo_id = format!("logo.{}@{}", message_id.own, message_id.domain);
    let plain = text(ContentType::TEXT_PLAIN, plain::plain(content));
    let html = text(ContentType::TEXT_HTML, html::html(content, &logo_id));
    let both = MultiPart::alternative().boundary(format!("=_a.{}", message_id.own)).singlepart(plain);
    let Some(logo) = &content.logo else { return Ok(both.singlepart(html)) };
    let kind = ContentType::parse("image/png").map_err(|_| MessageError::NotBuilt)?;
    let picture = Attachment::new_inline(logo_id).body(Body::new(logo.png().to_vec()), kind);
    let related = MultiPart::related().boundary(format!("=_r.{}", message_id.own));
    Ok(both.multipart(related.singlepart(html).singlepart(picture)))
}

/// Whether every line ends with CRLF and there is no other CR or LF: with one, two servers might disagree on where the
/// message ends.
fn is_of_whole_lines(bytes: &[u8]) -> bool {
    let after_return = |at: usize| at > 0 && bytes[at - 1] == b'\r';
    let is_whole = |(at, byte): (usize, &u8)| match byte {
        b'\n' => after_return(at),
        0 => false,
        _ => !after_return(at),
    };
    bytes.ends_with(b"\r\n") && bytes.iter().enumerate().all(is_whole)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_has_no_character_that_could_end_it() {
        assert_eq!(
            MessageId::new("0192-a.b", "Szkoła.example").unwrap().to_string(),
            "<0192-a.b@xn--szkoa-n7a.example>"
        );
        for (own, domain) in
            [("", "a.example"), ("a", ""), ("a>", "a.example"), ("a b", "a.example"), (".a", "b"), ("a", "b\r\n")]
        {
            assert_eq!(MessageId::new(own, domain), Err(MessageError::Id), "{own} {domain:?}");
        }
        assert!(MessageId::new(&"a".repeat(51), "a.example").is_err());
    }

    #[test]
    fn a_lone_return_or_feed_is_found() {
        assert!(is_of_whole_lines(b"a\r\n.\r\n"));
        for bad in [&b"a"[..], b"a\n", b"a\r\n.\nb\r\n", b"a\rb\r\n", b"\n", b"a\r\r\n", b"a\0\r\n", b""] {
            assert!(!is_of_whole_lines(bad), "{bad:?}");
        }
    }
}
