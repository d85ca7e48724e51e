//! A link that opens a mail program with a message in it (RFC 6068). Keeps out opening it.

use crate::content::Content;
use crate::error::MessageError;
use crate::plain::{essential, plain};
use crate::{Recipient, Subject};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// The longest link: Windows hands programs some 2 000 characters of one.
const MOST: usize = 2_000;
/// Everything but what never needs it (RFC 3986, 2.3).
const ENCODED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// A link to `recipient` with the plain form of the message, of at most 2 000 characters. Where all of it does not fit,
/// code and link alone stand in it, and the subject is shortened before those are.
pub fn mailto(recipient: &Recipient, subject: &Subject, content: &Content) -> Result<String, MessageError> {
    let content = content.cleaned()?;
    let address = recipient.address();
    // The @ between the two parts stays.
    let (local, domain) = address.rsplit_once('@').unwrap_or((&address, ""));
    let begin = format!("mailto:{}@{}?subject=", encoded(local), encoded(domain));
    let subject = encoded(subject.as_str());
    let whole = body(&plain(&content));
    if begin.len() + subject.len() + whole.len() <= MOST {
        return Ok(begin + &subject + &whole);
    }
    // A code and a link in their limits leave room for some letters of a subject, unless all of both must be encoded.
    let short = body(&essential(&content));
    match MOST.checked_sub(begin.len() + short.len()) {
        Some(room) => Ok(begin + cut(&subject, room) + &short),
        None => Err(MessageError::LinkTooLong { max: MOST }),
    }
}

/// The part of the link that is the body, with the line breaks that mail has.
fn body(text: &str) -> String {
    format!("&body={}", encoded(&text.replace('\n', "\r\n")))
}

fn encoded(text: &str) -> String {
    utf8_percent_encode(text, ENCODED).to_string()
}

/// At most `room` characters of an encoded text, ending where a letter does.
fn cut(encoded: &str, room: usize) -> &str {
    let mut end = room.min(encoded.len());
    // Not within an encoded byte, nor before one that continues a letter (80 to BF).
    let is_within = |end: usize| {
        let rest = &encoded.as_bytes()[end..];
        let before = &encoded.as_bytes()[end.saturating_sub(2)..end];
        before.contains(&b'%') || matches!(rest, [b'%', b'8' | b'9' | b'A' | b'B', ..])
    };
    while end > 0 && is_within(end) {
        end -= 1;
    }
    &encoded[..end]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_encoded_text_is_cut_between_letters() {
        let text = encoded("aä€b");
        assert_eq!(text, "a%C3%A4%E2%82%ACb");
        let kept = |room| cut(&text, room);
        assert_eq!([0, 1, 2, 3, 4, 6].map(kept), ["", "a", "a", "a", "a", "a"]);
        assert_eq!(
            [7, 9, 15, 16, 17, 99].map(kept),
            ["a%C3%A4", "a%C3%A4", "a%C3%A4", "a%C3%A4%E2%82%AC", &text, &text]
        );
    }
}
