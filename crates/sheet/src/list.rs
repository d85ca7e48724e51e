//! A list inside one cell, as programs write it: `["Choir","Chess"]`, `['Choir', 'Chess']`, `{Choir,"Chess, first"}`.
//! Keeps out what is listed.

/// Whether a cell is such a list, valid or broken.
pub(crate) fn is_list(cell: &str) -> bool {
    let cell = cell.trim();
    (cell.starts_with('[') && cell.ends_with(']')) || (cell.starts_with('{') && cell.ends_with('}'))
}

/// The items. `None`: it is broken, or its items are not texts.
pub(crate) fn listed(cell: &str) -> Option<Vec<String>> {
    let cell = cell.trim();
    let mut rest = cell.get(1..cell.len().checked_sub(1)?)?.trim();
    let mut all = Vec::new();
    while !rest.is_empty() {
        let (item, behind) = item(rest)?;
        if !item.trim().is_empty() {
            all.push(item.trim().to_owned());
        }
        rest = match behind.trim_start().strip_prefix([',', ';']) {
            Some(next) => next.trim_start(),
            None if behind.trim().is_empty() => "",
            None => return None,
        };
    }
    Some(all)
}

/// The first item, and the text after it.
fn item(text: &str) -> Option<(String, &str)> {
    let mark = text.chars().next().filter(|c| matches!(c, '"' | '\''));
    let Some(mark) = mark else {
        let end = text.find([',', ';']).unwrap_or(text.len());
        let plain = !text[..end].contains(['[', ']', '{', '}', '"', ':']);
        return plain.then(|| (text[..end].to_owned(), &text[end..]));
    };
    let mut item = String::new();
    let mut chars = text.char_indices().skip(1);
    while let Some((at, c)) = chars.next() {
        match c {
            '\\' => item.push(escaped(&mut chars)?),
            c if c == mark => return Some((item, &text[at + 1..])),
            c => item.push(c),
        }
    }
    None
}

/// The character that a backslash sequence stands for.
fn escaped(chars: &mut impl Iterator<Item = (usize, char)>) -> Option<char> {
    match chars.next()?.1 {
        'u' => {
            let mut digits = || chars.next()?.1.to_digit(16);
            let number = (0..4).try_fold(0, |number, _| Some(number * 16 + digits()?))?;
            char::from_u32(number)
        }
        'n' | 't' | 'r' => Some(' '),
        other => Some(other),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_read_as_programs_write_them() {
        for (cell, all) in [
            (r#"["Choir","Orchestra"]"#, &["Choir", "Orchestra"][..]),
            (r#"[ "Choir, large" , "M\u00e9decine \"1\"" ]"#, &["Choir, large", "Médecine \"1\""]),
            ("['Choir', 'Chess']", &["Choir", "Chess"]),
            (r#"{Choir,"Chess, first"}"#, &["Choir", "Chess, first"]),
            ("[Choir; Chess]", &["Choir", "Chess"]),
            ("[]", &[]),
            (r#"["",""]"#, &[]),
        ] {
            assert!(is_list(cell));
            assert_eq!(
                listed(cell).as_deref(),
                Some(all.iter().map(|it| (*it).to_owned()).collect::<Vec<_>>().as_slice()),
                "{cell}"
            );
        }
    }

    #[test]
    fn what_is_broken_or_lists_no_texts_is_not_guessed_at() {
        for cell in
            [r#"["Choir]"#, r#"["Choir" "Chess"]"#, r#"[{"name":"Choir"}]"#, r#"{"name":"Choir"}"#, r#"["\u00zz"]"#]
        {
            assert_eq!(listed(cell), None, "{cell}");
        }
        assert!(!is_list("[old] Choir") && !is_list("Choir"));
    }
}
