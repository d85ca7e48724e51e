//! Why an address, a template or a message is refused, each with a sentence that says what to do. Keeps out why a
//! message could not be sent (`send_error`). No sentence contains a code or a link: both are secrets.

/// Why a text is no address to send from or to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum AddressError {
    /// More than 64 bytes before the @, or more than 254 in all (RFC 5321).
    #[error("This email address is too long for any mail server.")]
    TooLong,
    /// A line break, a control character, or a mark that changes the direction of text.
    #[error("This email address has an invisible character in it. Type it anew instead of pasting it.")]
    Character,
    /// Not `name@domain`, or a character that must be quoted.
    #[error("This is not an email address that a message can be sent to. It looks like name@school.example.")]
    Shape,
    /// What stands behind the @ is not the name of a domain.
    #[error("What stands behind the @ of this email address is not the name of a domain.")]
    Domain,
}

/// Why a text is no template. Lines and columns are counted from 1, columns in characters.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TemplateError {
    /// A placeholder that is not among those allowed.
    #[error("There is no placeholder {{{name}}} (line {line}, column {column}).")]
    Unknown {
        /// What stands between the braces, at most 40 letters of it.
        name: String,
        /// Of the opening brace.
        line: usize,
        /// Of the opening brace.
        column: usize,
    },
    /// A brace that is not closed on its line, or not before another one.
    #[error("The brace in line {line}, column {column} is not closed. For a brace itself, write it twice: {{{{.")]
    Unclosed {
        /// Of the opening brace.
        line: usize,
        /// Of the opening brace.
        column: usize,
    },
    /// A closing brace without an opening one.
    #[error("The brace in line {line}, column {column} closes nothing. For a brace itself, write it twice: }}}}.")]
    Unopened {
        /// Of the closing brace.
        line: usize,
        /// Of the closing brace.
        column: usize,
    },
    /// Too many characters.
    #[error("This text is too long; at most {max} characters are allowed.")]
    TooLong {
        /// The most, in characters.
        max: usize,
    },
    /// Too many placeholders.
    #[error("This text has too many placeholders; at most {max} are allowed.")]
    TooMany {
        /// The most.
        max: usize,
    },
    /// A line break where one line is wanted.
    #[error("A subject is one line. Take the line break out.")]
    SeveralLines,
}

/// Why there is no message.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum MessageError {
    /// Nothing is left of the subject.
    #[error("The message has no subject. Write one.")]
    NoSubject,
    /// Not a link that a person may be sent.
    #[error("A message may only have a link that begins with https:// or vestibule:, without a password in it.")]
    Link,
    /// A link that mail programs would break.
    #[error("The link is too long for a message; at most {max} characters are allowed. Set a shorter join address.")]
    LinkTooLong {
        /// The most, in characters.
        max: usize,
    },
    /// The code is longer than any.
    #[error("The code is too long for a message; at most {max} characters are allowed.")]
    CodeTooLong {
        /// The most, in characters.
        max: usize,
    },
    /// All texts together are too long.
    #[error("The message is too long; at most {max} characters are allowed in all.")]
    TooLong {
        /// The most, in bytes of UTF-8.
        max: usize,
    },
    /// The logo is not a PNG picture.
    #[error("The logo of a message must be a PNG picture.")]
    LogoNotPng,
    /// The logo would make every message large.
    #[error("The logo is too large for a message; at most {} KB are allowed.", max / 1024)]
    LogoTooLarge {
        /// The most, in bytes.
        max: usize,
    },
    /// Not a tag of a language (BCP 47).
    #[error("The language of a message is written like `en` or `pt-BR`.")]
    Language,
    /// An id that mail programs might not understand.
    #[error("The id of a message has letters, digits, dots and hyphens only, at most 50 of them, and a domain.")]
    Id,
    /// Before 1970, or after 9999.
    #[error("The date of the message is not one that mail programs understand. Is the clock right?")]
    Date,
    /// The builder of messages failed: a fault of the program.
    #[error("The message could not be built. Report this with the template you used.")]
    NotBuilt,
}
