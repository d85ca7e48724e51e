//! Words with placeholders, such as `Dear {recipient}`. Keeps out which placeholders there are and what they stand
//! for, and the making of a message.

use crate::error::TemplateError;

/// The most characters of a body: some ten pages.
const MOST: usize = 10_000;
/// The most characters of a line: longer subjects are shown by no mail program.
const MOST_LINE: usize = 200;
/// The most placeholders. With values of some thousand characters, a message stays below a megabyte.
const MOST_PLACEHOLDERS: usize = 100;
/// The most characters of an unknown name that are shown.
const MOST_SHOWN: usize = 40;

/// A text whose placeholders are all known. `{{` and `}}` stand for braces.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Template {
    pieces: Vec<Piece>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Piece {
    Text(String),
    Placeholder(String),
}

impl Template {
    /// Reads a text of at most 10 000 characters. Its placeholders, `{name}`, must be among `allowed`.
    pub fn parse(text: &str, allowed: &[&str]) -> Result<Self, TemplateError> {
        parse_pieces(text, allowed, MOST)
    }

    /// Reads one line of at most 200 characters, such as a subject.
    pub fn parse_line(text: &str, allowed: &[&str]) -> Result<Self, TemplateError> {
        if text.trim().contains(['\n', '\r', '\u{85}', '\u{2028}', '\u{2029}']) {
            return Err(TemplateError::SeveralLines);
        }
        parse_pieces(text.trim(), allowed, MOST_LINE)
    }

    /// The placeholders in it, in order, each as often as it stands there.
    pub fn placeholders(&self) -> impl Iterator<Item = &str> {
        self.pieces.iter().filter_map(|piece| match piece {
            Piece::Placeholder(name) => Some(name.as_str()),
            Piece::Text(_) => None,
        })
    }

    /// The text with what `value` gives for each placeholder. Braces within a value are text.
    pub fn render<'a>(&self, value: impl Fn(&str) -> &'a str) -> String {
        let mut rendered = String::new();
        for piece in &self.pieces {
            rendered.push_str(match piece {
                Piece::Text(text) => text,
                Piece::Placeholder(name) => value(name),
            });
        }
        rendered
    }
}

/// Reads from left to right, knowing where it is.
fn parse_pieces(text: &str, allowed: &[&str], max: usize) -> Result<Template, TemplateError> {
    let characters = text.chars().take(max + 1).count();
    if characters > max {
        return Err(TemplateError::TooLong { max });
    }
    let mut reader = Reader { rest: text, line: 1, column: 1 };
    let (mut pieces, mut literal, mut placeholders) = (Vec::new(), String::new(), 0);
    while let Some(c) = reader.rest.chars().next() {
        let (line, column) = (reader.line, reader.column);
        if reader.skip("{{") {
            literal.push('{');
        } else if reader.skip("}}") {
            literal.push('}');
        } else if reader.skip("{") {
            let name = reader.name().ok_or(TemplateError::Unclosed { line, column })?;
            if !allowed.contains(&name) {
                let name = crate::text::line(name, MOST_SHOWN);
                return Err(TemplateError::Unknown { name, line, column });
            }
            placeholders += 1;
            if placeholders > MOST_PLACEHOLDERS {
                return Err(TemplateError::TooMany { max: MOST_PLACEHOLDERS });
            }
            pieces.push(Piece::Text(std::mem::take(&mut literal)));
            pieces.push(Piece::Placeholder(name.to_owned()));
        } else if c == '}' {
            return Err(TemplateError::Unopened { line, column });
        } else {
            literal.push(c);
            reader.step(c);
        }
    }
    pieces.push(Piece::Text(literal));
    Ok(Template { pieces })
}

struct Reader<'a> {
    rest: &'a str,
    /// Of the next character, from 1.
    line: usize,
    /// Of the next character, from 1, in characters.
    column: usize,
}

impl<'a> Reader<'a> {
    fn step(&mut self, c: char) {
        self.rest = &self.rest[c.len_utf8()..];
        if c == '\n' {
            (self.line, self.column) = (self.line + 1, 1);
        } else {
            self.column += 1;
        }
    }

    /// Steps over `mark` if it comes next.
    fn skip(&mut self, mark: &str) -> bool {
        let is_next = self.rest.starts_with(mark);
        if is_next {
            mark.chars().for_each(|c| self.step(c));
        }
        is_next
    }

    /// The name up to the closing brace, which must come before another brace and on the same line.
    fn name(&mut self) -> Option<&'a str> {
        let end = self.rest.find(['{', '}', '\n', '\r'])?;
        let (name, rest) = self.rest.split_at(end);
        if !rest.starts_with('}') {
            return None;
        }
        name.chars().chain(['}']).for_each(|c| self.step(c));
        Some(name.trim())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ALLOWED: [&str; 3] = ["recipient", "code", "message"];

    fn parse(text: &str) -> Result<Template, TemplateError> {
        Template::parse(text, &ALLOWED)
    }

    fn render(text: &str) -> String {
        parse(text).unwrap().render(|name| match name {
            "recipient" => "Noor",
            "code" => "{message} }} {{",
            "message" => "{code}",
            _ => "",
        })
    }

    #[test]
    fn placeholders_are_replaced_once_and_doubled_braces_are_braces() {
        assert_eq!(render("Dear {recipient}, {{x}} { recipient }"), "Dear Noor, {x} Noor");
        assert_eq!(render("{code}|{message}"), "{message} }} {{|{code}");
        assert_eq!(render("{{{recipient}}}"), "{Noor}");
        assert_eq!(render(""), "");
        assert_eq!(
            parse("{code}{code} {message}").unwrap().placeholders().collect::<Vec<_>>(),
            ["code", "code", "message"]
        );
    }

    #[test]
    fn an_unknown_placeholder_is_told_by_name_and_place() {
        let unknown = |name: &str, line, column| Err(TemplateError::Unknown { name: name.to_owned(), line, column });
        assert_eq!(parse("Dear\r\nÄ {Code}"), unknown("Code", 2, 3));
        assert_eq!(parse("{{ {}"), unknown("", 1, 4));
        assert_eq!(parse(&format!("{{{}}}", "x".repeat(5_000))), unknown(&format!("{}…", "x".repeat(40)), 1, 1));
    }

    #[test]
    fn braces_that_stand_alone_are_told_by_place() {
        let unclosed = |line, column| Err(TemplateError::Unclosed { line, column });
        assert_eq!(parse("a {code"), unclosed(1, 3));
        assert_eq!(parse("a\n {code\n}"), unclosed(2, 2));
        assert_eq!(parse("{code {message}"), unclosed(1, 1));
        assert_eq!(parse("a } b"), Err(TemplateError::Unopened { line: 1, column: 3 }));
        assert_eq!(parse("{code}}"), Err(TemplateError::Unopened { line: 1, column: 7 }));
    }

    #[test]
    fn a_text_has_limits() {
        assert!(parse(&"ä".repeat(10_000)).is_ok());
        assert_eq!(parse(&"ä".repeat(10_001)), Err(TemplateError::TooLong { max: 10_000 }));
        assert!(parse(&"{code}".repeat(100)).is_ok());
        assert_eq!(parse(&"{code}".repeat(101)), Err(TemplateError::TooMany { max: 100 }));
        assert!(Template::parse_line(" Your code {code}\n", &ALLOWED).is_ok());
        assert_eq!(Template::parse_line("Your\ncode", &ALLOWED), Err(TemplateError::SeveralLines));
        assert_eq!(Template::parse_line(&"a".repeat(201), &ALLOWED), Err(TemplateError::TooLong { max: 200 }));
    }
}
