//! Whether a cell looks like an email address. Keeps out whether it is a valid one: rules decide that.

/// Whether a cell is mostly an address: also with a name beside it, in angle brackets, or several in one cell.
pub(crate) fn looks_like_address(cell: &str) -> bool {
    if !cell.contains(['@', '＠']) {
        return false;
    }
    let cell = cell.trim();
    let between = |c: char| c.is_whitespace() || matches!(c, '<' | '>' | '(' | ')' | '"' | ',' | ';' | '[' | ']');
    let addresses: usize = cell.split(between).filter(|word| is_address(word)).map(str::len).sum();
    addresses > 0 && 2 * addresses >= cell.len()
}

/// Some text, an `@`, and a name with a dot in it.
fn is_address(word: &str) -> bool {
    let Some((local, domain)) = word.rsplit_once(['@', '＠']) else { return false };
    let dotted = domain.split_once(['.', '。', '．']).is_some_and(|(name, rest)| !name.is_empty() && !rest.is_empty());
    !local.trim_start_matches("mailto:").is_empty() && dotted
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_seen_with_a_name_in_brackets_and_in_full_width() {
        for cell in [
            "noor@post.example",
            " noor@post.example ",
            "Noor <noor@post.example>",
            "\"Haddad, Noor\" <noor@post.example>",
            "a@post.example; b@post.example",
            "mailto:noor@post.example",
            "noor＠post.example",
            "'noor@post.example'",
        ] {
            assert!(looks_like_address(cell), "{cell}");
        }
    }

    #[test]
    fn domains_handles_and_sentences_are_none() {
        for cell in [
            "",
            "@post.example",
            "@noor",
            "noor@post",
            "Room 5 @ Hall",
            "asked for by noor@post.example, see the minutes of May",
        ] {
            assert!(!looks_like_address(cell), "{cell}");
        }
    }
}
