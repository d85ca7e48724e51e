//! Messages as a parser that is not ours reads them, and links that open a mail program. Keeps out servers.

use crate::support::{CODE, LINK, content, date, id, message, recipient, sender, subject};
use mail_parser::{HeaderName, Message, MessageParser, MimeHeaders};
use vestibule_mail::{
    Composed, Content, Direction, Language, Link, Logo, MessageError, Recipient, Sender, Subject, compose, mailto,
};

fn parse(message: &Composed) -> Message<'_> {
    MessageParser::default().parse(message.eml()).unwrap()
}

fn with(content: &Content) -> Composed {
    compose(&sender(), &recipient(), &subject(), content, date(), &id()).unwrap()
}

fn plain(message: &Composed) -> String {
    parse(message).body_text(0).unwrap().replace("\r\n", "\n")
}

fn html(message: &Composed) -> String {
    parse(message).body_html(0).unwrap().into_owned()
}

/// The smallest PNG there is: one transparent pixel.
fn pixel() -> Vec<u8> {
    let mut png = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0\x1f\x15\xc4\x89".to_vec();
    png.extend(b"\0\0\0\x0dIDATx\x9cc\0\x01\0\0\x05\0\x01\x0d\x0a\x2d\xb4\0\0\0\0IEND\xae\x42\x60\x82");
    png
}

#[test]
fn the_headers_are_those_of_a_message_that_a_program_sends() {
    let message = message();
    let text = String::from_utf8(message.eml().to_vec()).unwrap();
    let head = text.split("\r\n\r\n").next().unwrap();
    assert_eq!(
        head,
        "From: \"Northside School\" <desk@school.example>\r\n\
         To: \"Noor Haddad\" <noor@post.example>\r\n\
         Subject: Your invitation\r\n\
         Date: Mon, 07 Dec 2026 12:05:06 +0000\r\n\
         Message-ID: <0192f0c4-7d1e-7a00-8000-2f1b9d4c5e6f@school.example>\r\n\
         Auto-Submitted: auto-generated\r\n\
         MIME-Version: 1.0\r\n\
         Content-Type: multipart/alternative;\r\n boundary=\"=_a.0192f0c4-7d1e-7a00-8000-2f1b9d4c5e6f\""
    );
    assert!(text.is_ascii() && text.lines().all(|line| line.len() <= 78), "{text}");
}

#[test]
fn both_forms_say_everything() {
    let message = message();
    let parsed = parse(&message);
    assert_eq!((parsed.text_body_count(), parsed.html_body_count(), parsed.attachment_count()), (1, 1, 0));
    let (plain, html) = (plain(&message), html(&message));
    for said in [
        "You are invited to Northside School",
        "Dear Noor,",
        "Mira invites you.",
        "Welcome.",
        CODE,
        "Join now",
        "Role",
        "Teacher",
        "Expires",
        "12 December 2026",
        "Open the program.",
        "Type the code.",
        "You need not answer.",
    ] {
        assert!(plain.contains(said) && html.contains(said), "{said}");
    }
    assert!(plain.contains(&format!("\n    {CODE}\n")) && plain.contains(&format!("\n{LINK}\n")), "{plain}");
    assert!(plain.contains("1. Open the program.\n2. Type the code.\n"), "{plain}");
    let escaped = LINK.replace('&', "&amp;");
    assert!(html.contains(&format!("href=\"{escaped}\"")) && html.contains(&format!(">{escaped}<")), "{html}");
}

#[test]
fn what_is_empty_leaves_no_trace() {
    let mut content = content();
    (content.code, content.link) = (None, None);
    (content.facts, content.steps, content.footer) = (vec![], vec![], String::new());
    content.paragraphs = vec!["\u{200b}".to_owned()];
    let message = with(&content);
    assert_eq!(plain(&message), "You are invited to Northside School\n");
    let html = html(&message);
    assert!(["<p", "<ol", "<a ", "<img", "<div dir"].iter().all(|tag| !html.contains(tag)), "{html}");
}

#[test]
fn nothing_that_people_write_is_html() {
    let evil = "<script>alert(1)</script>\" onload='x' &lt;";
    let mut content = content();
    content.heading = evil.to_owned();
    content.paragraphs = vec![evil.to_owned()];
    content.code = Some(evil.to_owned());
    content.link = Some(Link::new(evil, "https://join.example/\"><script>'&").unwrap());
    content.facts[0].label = evil.to_owned();
    content.facts[0].value = evil.to_owned();
    content.steps = vec![evil.to_owned()];
    content.footer = evil.to_owned();
    content.logo = Some(Logo::new(pixel(), evil).unwrap());
    let message = with(&content);
    let html = html(&message);
    assert!(!html.contains("<script") && !html.contains("onload='") && !html.contains("\" onload"), "{html}");
    assert_eq!(html.matches("&lt;script&gt;alert(1)&lt;/script&gt;&quot; onload=&#39;x&#39; &amp;lt;").count(), 10);
    assert!(plain(&message).contains(evil));
}

#[test]
fn the_page_has_a_language_a_direction_and_no_style_of_its_own() {
    let mut content = content();
    content.direction = Direction::RightToLeft;
    content.language = Language::new("ar").unwrap();
    content.paragraphs = vec!["مرحبا نور".to_owned()];
    let message = with(&content);
    let html = html(&message);
    assert_eq!(html.matches("lang=\"ar\" dir=\"rtl\"").count(), 2);
    assert!(html.contains("<div dir=\"ltr\"") && html.contains("color-scheme") && html.contains("مرحبا نور"));
    for foreign in ["<style", "<table", "<link", "class=", "http://", "src=\"https"] {
        assert!(!html.contains(foreign), "{foreign}");
    }
    assert!(plain(&message).contains("مرحبا نور"));
}

#[test]
fn the_logo_is_within_the_message() {
    let mut content = content();
    content.logo = Some(Logo::new(pixel(), "Northside School").unwrap());
    let message = with(&content);
    let parsed = parse(&message);
    let picture = parsed.attachment(0).unwrap();
    assert_eq!(picture.contents(), pixel());
    let kind = picture.content_type().unwrap();
    assert_eq!((kind.ctype(), kind.subtype()), ("image", Some("png")));
    let html = html(&message);
    assert!(html.contains(&format!("src=\"cid:{}\"", picture.content_id().unwrap())), "{html}");
    assert!(html.contains("alt=\"Northside School\"") && html.contains("width=\"1\""), "{html}");
}

#[test]
fn the_same_message_is_the_same_bytes() {
    let mut content = content();
    content.logo = Some(Logo::new(pixel(), "").unwrap());
    assert!(with(&content) == with(&content));
}

#[test]
fn a_draft_says_that_it_was_not_sent() {
    let message = message();
    let draft = message.draft();
    let draft = MessageParser::default().parse(&draft).unwrap();
    assert_eq!(draft.header("X-Unsent").and_then(|value| value.as_text()), Some("1"));
    assert_eq!(draft.subject(), Some("Your invitation"));
    assert!(parse(&message).header("X-Unsent").is_none());
}

/// The name that a reader shows for the sender, and the subject.
fn shown(name: &str, subject: &str) -> (Option<String>, Option<String>, usize) {
    let (sender, subject) = (Sender::new(name, "a@b.example").unwrap(), Subject::new(subject).unwrap());
    let to = Recipient::new(name, "c@d.example").unwrap();
    let message = compose(&sender, &to, &subject, &content(), date(), &id()).unwrap();
    let parsed = parse(&message);
    let from = parsed.from().unwrap().as_list().unwrap();
    assert_eq!((from.len(), from[0].address.as_deref()), (1, Some("a@b.example")), "{name:?}");
    let to = parsed.to().unwrap().as_list().unwrap();
    assert_eq!((to.len(), to[0].address.as_deref()), (1, Some("c@d.example")), "{name:?}");
    assert!(message.eml().is_ascii());
    let name = from[0].name.as_ref().map(ToString::to_string);
    (name, parsed.subject().map(str::to_owned), parsed.headers().len())
}

#[test]
fn names_and_subjects_are_shown_as_typed_and_make_no_header() {
    let long = "x".repeat(10_000);
    for (typed, seen) in [
        ("Noor", "Noor"),
        ("Zażółć gęślą jaźń 😀 نور", "Zażółć gęślą jaźń 😀 نور"),
        ("\"a\" <b@c>, <d@e>", "\"a\" <b@c>, <d@e>"),
        ("a, b; c (d) \\ @ : [e]", "a, b; c (d) \\ @ : [e]"),
        ("=?utf-8?q?=0D=0ABcc:_x@y.example?=", "=?utf-8?q?=0D=0ABcc:_x@y.example?="),
        ("=?utf-8?b?Qm9zcw==?= Noor", "=?utf-8?b?Qm9zcw==?= Noor"),
        ("a\r\nBcc: x@y.example", "a Bcc: x@y.example"),
        ("a\rBcc: x@y.example", "a Bcc: x@y.example"),
        ("a\n\nbody", "a body"),
        ("a\0b", "ab"),
        ("a\u{2028}b\u{85}c\u{2029}d", "a b c d"),
        ("a\u{202e}b\u{2066}c", "abc"),
        (" Noor  Haddad ", "Noor Haddad"),
        ("-- \n.\n", "-- ."),
    ] {
        let (name, subject, headers) = shown(typed, typed);
        assert_eq!((name.as_deref(), subject.as_deref(), headers), (Some(seen), Some(seen), 8), "{typed:?}");
    }
    let (name, subject, headers) = shown(&long, &long);
    assert_eq!((name.unwrap().chars().count(), subject.unwrap().chars().count(), headers), (101, 201, 8));
    assert_eq!(shown("\u{0}", "x").0, None);
    assert_eq!(Subject::new(" \r\n\u{200b}"), Err(MessageError::NoSubject));
}

#[test]
fn an_address_of_any_script_stands_in_the_header_as_it_is() {
    let to = Recipient::new("Nöör", "nöör@szkoła.example").unwrap();
    let message = compose(&sender(), &to, &subject(), &content(), date(), &id()).unwrap();
    assert!(message.needs_smtputf8());
    let parsed = parse(&message);
    assert_eq!(parsed.header_raw(HeaderName::To).unwrap().trim(), "=?utf-8?b?TsO2w7Zy?= <nöör@xn--szkoa-n7a.example>");
    assert!(!crate::support::message().needs_smtputf8());
}

#[test]
fn what_would_have_to_be_cut_is_refused() {
    let refused = |change: fn(&mut Content)| {
        let mut content = content();
        change(&mut content);
        compose(&sender(), &recipient(), &subject(), &content, date(), &id()).unwrap_err()
    };
    assert_eq!(refused(|content| content.code = Some("x".repeat(65))), MessageError::CodeTooLong { max: 64 });
    assert_eq!(refused(|content| content.footer = "x".repeat(100_001)), MessageError::TooLong { max: 100_000 });
    assert_eq!(refused(|content| content.steps = vec![String::new(); 100_000]), MessageError::TooLong { max: 100_000 });
    let ages = std::time::Duration::from_secs(300_000_000_000);
    for wrong in [std::time::UNIX_EPOCH - std::time::Duration::from_secs(1), std::time::UNIX_EPOCH + ages] {
        let composed = compose(&sender(), &recipient(), &subject(), &content(), wrong, &id());
        assert_eq!(composed.unwrap_err(), MessageError::Date);
    }
}

#[test]
fn a_message_is_not_shown_where_faults_are() {
    assert!(!format!("{:?}", message()).contains("K7M2"));
}

/// The parts of a link to a mail program, decoded by what reads addresses.
fn opened(link: &str) -> (String, String, String) {
    let link = url::Url::parse(link).unwrap();
    let field = |name| link.query_pairs().find(|(key, _)| key == name).unwrap().1.into_owned();
    (link.path().to_owned(), field("subject"), field("body"))
}

#[test]
fn a_link_to_a_mail_program_has_the_whole_message() {
    let link = mailto(&recipient(), &subject(), &content()).unwrap();
    let (to, subject, body) = opened(&link);
    assert_eq!((to.as_str(), subject.as_str()), ("noor@post.example", "Your invitation"));
    assert_eq!(body.replace("\r\n", "\n"), plain(&message()));
    assert!(!link.contains('+') && link.is_ascii());
}

#[test]
fn a_long_message_leaves_code_and_link_in_the_link() {
    let mut content = content();
    content.paragraphs = vec!["ä".repeat(3_000)];
    let link = mailto(&recipient(), &Subject::new(&"ż".repeat(200)).unwrap(), &content).unwrap();
    assert!(link.len() <= 2_000, "{}", link.len());
    let (_, subject, body) = opened(&link);
    assert_eq!(body, format!("    {CODE}\r\n\r\n{LINK}\r\n"));
    assert_eq!(subject, "ż".repeat(200));
    let link = mailto(&recipient(), &Subject::new(&"😀".repeat(200)).unwrap(), &content).unwrap();
    assert!(link.len() <= 2_000 && opened(&link).1.chars().all(|c| c == '😀'), "{link}");
    assert_eq!(opened(&link).2, body);
}

#[test]
fn an_address_is_one_address_in_a_link_too() {
    let to = Recipient::new("", "a&b?cc=x%&'/+@post.example").unwrap();
    let link = mailto(&to, &Subject::new("a&bcc=x@y.example\r\n#").unwrap(), &content()).unwrap();
    assert!(
        link.starts_with("mailto:a%26b%3Fcc%3Dx%25%26%27%2F%2B@post.example?subject=a%26bcc%3Dx%40y.example%20%23&")
    );
}
