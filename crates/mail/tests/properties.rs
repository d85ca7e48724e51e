//! Whatever people type: no name, subject or text makes another header, another part or another end of the message.
//! Keeps out what is shown of it.

use crate::support::server::Server;
use crate::support::{content, date, id};
use mail_parser::MessageParser;
use proptest::prelude::*;
use vestibule_mail::{Composed, Connection, Fact, Recipient, Security, Sender, Subject, Template, compose};

/// The headers of every message, in order.
const HEADERS: [&str; 8] =
    ["From", "To", "Subject", "Date", "Message-ID", "Auto-Submitted", "MIME-Version", "Content-Type"];

/// Text with what has meaning in headers, parts and at the end of a message, far more often than chance has it.
fn hostile() -> impl Strategy<Value = String> {
    let meaning = prop::sample::select(vec![
        "\r\n",
        "\n",
        "\r",
        "\0",
        ".",
        "\r\n.\r\n",
        "\n.\n",
        "\r\n\r\n",
        "Bcc: x@y.example",
        "=?utf-8?q?=0A?=",
        "=?",
        "?=",
        "\"",
        "\\",
        "<x@y.example>",
        ",",
        ";",
        ":",
        "(",
        ")",
        "@",
        "--=_a.",
        "\u{2028}",
        "\u{85}",
        "\u{202e}",
        "\u{feff}",
        "ä",
        "😀",
        "  ",
        "\t",
        "=0D=0A",
        "</div>",
        "{",
        "}}",
        "{code}",
    ]);
    let piece = prop_oneof![3 => meaning.prop_map(str::to_owned), 1 => ".{0,12}", 1 => "[a-z]{0,80}"];
    prop::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}

fn composed(name: &str, subject: &str, text: &str) -> Composed {
    let (from, to) = (Sender::new(name, "a@b.example").unwrap(), Recipient::new(name, "c@d.example").unwrap());
    let subject = Subject::new(subject).unwrap_or_else(|_| Subject::new("none").unwrap());
    let mut content = content();
    content.heading = text.to_owned();
    content.paragraphs = vec![text.to_owned(); 2];
    content.facts = vec![Fact { label: text.to_owned(), value: text.to_owned() }];
    content.steps = vec![text.to_owned()];
    content.footer = text.to_owned();
    compose(&from, &to, &subject, &content, date(), &id()).unwrap()
}

/// Holds the bytes of a message to what servers and mail programs may disagree on.
fn is_one_message(message: &Composed) {
    let text = std::str::from_utf8(message.eml()).unwrap();
    assert!(text.is_ascii() && text.ends_with("\r\n"));
    assert!(text.replace("\r\n", "").chars().all(|c| c == '\t' || !c.is_control()), "{text:?}");
    assert!(text.split("\r\n").all(|line| line.len() <= 998));
    let (head, body) = text.split_once("\r\n\r\n").unwrap();
    let names = head.split("\r\n").filter(|line| !line.starts_with(' ')).map(|line| line.split(':').next().unwrap());
    assert_eq!(names.collect::<Vec<_>>(), HEADERS);
    // Two parts, and the end.
    assert_eq!(body.matches("--=_a.0192f0c4-7d1e-7a00-8000-2f1b9d4c5e6f\r\n").count(), 2, "{body}");
    let parsed = MessageParser::default().parse(message.eml()).unwrap();
    assert_eq!((parsed.parts.len(), parsed.attachment_count()), (3, 0));
    for (people, address) in [(parsed.from(), "a@b.example"), (parsed.to(), "c@d.example")] {
        let people = people.unwrap().as_list().unwrap();
        assert_eq!((people.len(), people[0].address.as_deref()), (1, Some(address)));
    }
}

proptest! {
    #[test]
    fn no_text_makes_another_header_part_or_end(name in hostile(), subject in hostile(), text in hostile()) {
        let message = composed(&name, &subject, &text);
        is_one_message(&message);
        let parsed = MessageParser::default().parse(message.eml()).unwrap();
        let shown = Subject::new(&subject).unwrap_or_else(|_| Subject::new("none").unwrap());
        prop_assert_eq!(parsed.subject(), Some(shown.as_str()));
        let from = Sender::new(&name, "a@b.example").unwrap();
        let seen = parsed.from().unwrap().as_list().unwrap()[0].name.clone();
        prop_assert_eq!(seen.as_deref().unwrap_or_default(), from.name());
    }

    #[test]
    fn an_address_is_refused_or_is_one(address in hostile()) {
        for address in [address.clone(), format!("{address}@b.example"), format!("a@{address}")] {
            let Ok(to) = Recipient::new("", &address) else { continue };
            let taken = to.address();
            prop_assert!(taken.chars().all(|c| !c.is_control() && !c.is_whitespace() && !"<>(),;:\\\"[]".contains(c)));
            prop_assert_eq!(taken.matches('@').count(), 1);
            prop_assert_eq!(Recipient::new("", &taken).unwrap().address(), taken);
        }
    }

    #[test]
    fn a_template_is_refused_or_renders_in_one_pass(text in hostile()) {
        if let Ok(template) = Template::parse(&text, &["code"]) {
            // A brace would be one that was read twice.
            let braces = text.matches("{{").count() + text.matches("}}").count();
            let rendered = template.render(|_| "{code}");
            let codes = rendered.matches("{code}").count();
            prop_assert!(codes >= template.placeholders().count() && codes <= text.matches("code").count());
            prop_assert!(rendered.len() <= text.len() && (braces > 0 || rendered.len() == text.len()));
        }
    }
}

#[test]
fn a_server_takes_each_as_one_message() {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let (server, connection) = runtime.block_on(async {
        let server = Server::usual(Security::Tls).await;
        let connection = Connection::open(&server.settings()).await.unwrap();
        (server, connection)
    });
    let connection = std::cell::RefCell::new(connection);
    let sent = std::cell::Cell::new(0);
    proptest!(ProptestConfig::with_cases(64), |(name in hostile(), subject in hostile(), text in hostile())| {
        let message = composed(&name, &subject, &text);
        runtime.block_on(connection.borrow_mut().send(&message)).unwrap();
        sent.set(sent.get() + 1);
        let messages = server.messages();
        prop_assert_eq!(messages.len(), sent.get());
        prop_assert!(messages.last().unwrap() == message.eml());
    });
}
