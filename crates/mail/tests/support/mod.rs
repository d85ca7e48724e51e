//! What the tests share: a valid content and message, of which each test changes one thing, and a server's settings.

pub mod authority;
pub mod server;

use std::time::{Duration, SystemTime, UNIX_EPOCH};
use vestibule_mail::{
    Composed, Content, Direction, Fact, Language, Link, Login, MessageId, Recipient, Sender, Subject, compose,
};

/// The code of [`content`].
pub const CODE: &str = "K7M2-Q9XT-4WDA-PVN3";
/// The link of [`content`].
pub const LINK: &str = "https://join.school.example/j?c=K7M2-Q9XT&x=1";
/// The password of [`login`].
pub const PASSWORD: &str = "correct horse battery";

/// An invitation in English.
pub fn content() -> Content {
    let fact = |label: &str, value: &str| Fact { label: label.to_owned(), value: value.to_owned() };
    Content {
        direction: Direction::LeftToRight,
        language: Language::new("en").unwrap(),
        logo: None,
        heading: "You are invited to Northside School".to_owned(),
        paragraphs: vec!["Dear Noor,".to_owned(), "Mira invites you.\nWelcome.".to_owned()],
        code: Some(CODE.to_owned()),
        link: Some(Link::new("Join now", LINK).unwrap()),
        facts: vec![fact("Role", "Teacher"), fact("Expires", "12 December 2026")],
        steps: vec!["Open the program.".to_owned(), "Type the code.".to_owned()],
        footer: "You need not answer.\nNorthside School".to_owned(),
    }
}

pub fn sender() -> Sender {
    Sender::new("Northside School", "desk@school.example").unwrap()
}

pub fn recipient() -> Recipient {
    Recipient::new("Noor Haddad", "noor@post.example").unwrap()
}

pub fn subject() -> Subject {
    Subject::new("Your invitation").unwrap()
}

/// A Monday in December 2026.
pub fn date() -> SystemTime {
    UNIX_EPOCH + Duration::from_secs(1_796_645_106)
}

pub fn id() -> MessageId {
    MessageId::new("0192f0c4-7d1e-7a00-8000-2f1b9d4c5e6f", "school.example").unwrap()
}

/// The invitation, to somebody.
pub fn message_to(recipient: &Recipient) -> Composed {
    compose(&sender(), recipient, &subject(), &content(), date(), &id()).unwrap()
}

pub fn message() -> Composed {
    message_to(&recipient())
}

pub fn login() -> Login {
    Login { username: "desk@school.example".to_owned(), password: PASSWORD.into() }
}
