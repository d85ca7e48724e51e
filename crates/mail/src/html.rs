//! The form of a message in HTML: one column without tables, styles in the elements only, since mail programs drop
//! others. Keeps out what may be said (`content`).
//!
//! Words have no colour of their own and stand on whatever the mail program has, light or dark; the button and the
//! lines have the accent of the window, with enough contrast on both.

use crate::content::{Content, Link, Logo};
use std::fmt::Write;

const FONTS: &str = "-apple-system,'Segoe UI',Roboto,'Noto Sans',Helvetica,Arial,sans-serif";
const CODE_FONTS: &str = "ui-monospace,Consolas,Menlo,'Liberation Mono',monospace";
/// The accent, what is on it, and lines (ui/style/10-tokens.css).
const ACCENT: &str = "#0d5f6b";
const ON_ACCENT: &str = "#ffffff";
const LINE: &str = "#5f9aa3";
/// The widest a logo is shown, in pixels.
const LOGO_WIDTH: u32 = 160;

/// The whole document. The content is clean already; `logo_id` is what the logo is called within the message.
pub fn html(content: &Content, logo_id: &str) -> String {
    let (language, direction) = (content.language.as_str(), content.direction.name());
    let mut page = String::with_capacity(4_096);
    // Some programs drop `html` and `body`: language and direction stand at the first element within as well.
    push(
        &mut page,
        &[
            "<!DOCTYPE html>\n<html lang=\"",
            language,
            "\" dir=\"",
            direction,
            "\" style=\"color-scheme:light dark\">\n<head>\n<meta charset=\"utf-8\">\n",
            "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n",
            "<meta name=\"color-scheme\" content=\"light dark\">\n",
            "<meta name=\"supported-color-schemes\" content=\"light dark\">\n<title>",
            &escaped(&content.heading),
            "</title>\n</head>\n<body style=\"margin:0;padding:24px 16px\">\n<div lang=\"",
            language,
            "\" dir=\"",
            direction,
            "\" style=\"max-width:560px;margin:0 auto;font-family:",
            FONTS,
            ";font-size:16px;line-height:1.5\">\n",
        ],
    );
    body(&mut page, content, logo_id);
    page.push_str("</div>\n</body>\n</html>\n");
    page
}

/// What is read, from top to bottom.
fn body(page: &mut String, content: &Content, logo_id: &str) {
    if let Some(shown) = &content.logo {
        logo(page, shown, logo_id);
    }
    if !content.heading.is_empty() {
        let heading = escaped(&content.heading);
        push(page, &["<h1 style=\"margin:0 0 16px;font-size:24px;line-height:1.25\">", &heading, "</h1>\n"]);
    }
    for paragraph in &content.paragraphs {
        push(page, &["<p style=\"margin:0 0 16px\">", &lines(paragraph), "</p>\n"]);
    }
    if let Some(code) = &content.code {
        push(
            page,
            &[
                "<div dir=\"ltr\" style=\"margin:24px 0;padding:16px;border:2px solid ",
                LINE,
                ";border-radius:8px;text-align:center;font-family:",
                CODE_FONTS,
                ";font-size:28px;line-height:1.3;font-weight:bold;letter-spacing:1px;overflow-wrap:anywhere\">",
                &escaped(code),
                "</div>\n",
            ],
        );
    }
    if let Some(shown) = &content.link {
        link(page, shown);
    }
    for fact in &content.facts {
        let (label, value) = (escaped(&fact.label), escaped(&fact.value));
        push(page, &["<p style=\"margin:0 0 8px\"><strong>", &label, "</strong><br><bdi>", &value, "</bdi></p>\n"]);
    }
    if !content.steps.is_empty() {
        page.push_str("<ol style=\"margin:24px 0;padding:0 24px\">\n");
        for step in &content.steps {
            push(page, &["<li style=\"margin:0 0 8px\">", &lines(step), "</li>\n"]);
        }
        page.push_str("</ol>\n");
    }
    if !content.footer.is_empty() {
        push(
            page,
            &[
                "<p style=\"margin:32px 0 0;padding:16px 0 0;border-top:1px solid ",
                LINE,
                ";font-size:13px\">",
                &lines(&content.footer),
                "</p>\n",
            ],
        );
    }
}

fn logo(page: &mut String, logo: &Logo, id: &str) {
    let (width, alternative) = (logo.width().clamp(1, LOGO_WIDTH), escaped(logo.alternative()));
    // Outlook knows no max-width, so the width stands as a number too. Writing to a string never fails.
    let _ = writeln!(
        page,
        "<p style=\"margin:0 0 24px\"><img src=\"cid:{id}\" alt=\"{alternative}\" width=\"{width}\" \
         style=\"max-width:100%;height:auto;border:0\"></p>"
    );
}

/// The button, and the address in full: so that one can see where it leads, and copy it.
fn link(page: &mut String, link: &Link) {
    let url = escaped(link.url());
    push(
        page,
        &[
            "<p style=\"margin:24px 0 8px;text-align:center\"><a href=\"",
            &url,
            "\" style=\"display:inline-block;padding:12px 24px;border:1px solid ",
            LINE,
            ";border-radius:6px;background-color:",
            ACCENT,
            ";color:",
            ON_ACCENT,
            ";font-weight:bold;text-decoration:none\">",
            &escaped(if link.text().is_empty() { link.url() } else { link.text() }),
            "</a></p>\n<p dir=\"ltr\" style=\"margin:0 0 24px;text-align:center;font-size:13px;overflow-wrap:anywhere\">",
            &url,
            "</p>\n",
        ],
    );
}

fn push(page: &mut String, pieces: &[&str]) {
    pieces.iter().for_each(|piece| page.push_str(piece));
}

/// Text with its line breaks.
fn lines(text: &str) -> String {
    escaped(text).replace('\n', "<br>\n")
}

/// Text as text, in elements and in quoted attributes.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            _ => escaped.push(c),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_can_be_neither_element_nor_attribute() {
        assert_eq!(escaped("<b a='\"'>&amp;"), "&lt;b a=&#39;&quot;&#39;&gt;&amp;amp;");
        assert_eq!(lines("a\n<b"), "a<br>\n&lt;b");
    }
}
