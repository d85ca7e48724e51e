#![no_main]
//! Templates and addresses as typed, and what mail makes of them. Keeps out servers, and the words around them.

use libfuzzer_sys::fuzz_target;
use vestibule_mail::{Link, Recipient, Sender, Subject, Template, paragraphs};

const ALLOWED: [&str; 3] = ["code", "link", "recipient"];

fuzz_target!(|bytes: &[u8]| {
    let text = String::from_utf8_lossy(bytes);
    if let Ok(template) = Template::parse(&text, &ALLOWED) {
        // What stands for a placeholder is no placeholder.
        let names = template.placeholders().count();
        let rendered = template.render(|_| "{code}");
        assert!(template.placeholders().all(|name| ALLOWED.contains(&name)));
        assert!(rendered.matches("{code}").count() >= names);
        assert!(paragraphs(&rendered).iter().all(|paragraph| !paragraph.contains('\r')));
    }
    let (name, address) = text.split_once('\n').unwrap_or((&text, &text));
    if let Ok(to) = Recipient::new(name, address) {
        is_one_line(to.name());
        let address = to.address();
        assert!(
            !address.contains(|c: char| c.is_whitespace() || c.is_control() || "<>,;:\"\\".contains(c)),
            "{address:?}"
        );
        assert!(Sender::new(to.name(), &address).is_ok_and(|again| again.address() == address));
    }
    if let Ok(subject) = Subject::new(&text) {
        is_one_line(subject.as_str());
    }
    if let Ok(link) = Link::new(name, address) {
        assert!(link.url().starts_with("https://") || link.url().starts_with("vestibule:"), "{}", link.url());
        assert!(Link::new(name, link.url()).is_ok_and(|again| again.url() == link.url()), "{}", link.url());
    }
});

/// Nothing in it can end a header.
fn is_one_line(text: &str) {
    assert!(!text.contains(|c: char| c.is_control() || matches!(c, '\u{2028}'..='\u{202e}')), "{text:?}");
}
