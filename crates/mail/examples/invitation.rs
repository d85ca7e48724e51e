//! Writes an invitation as .eml, .html and .txt into a folder, to be looked at in a mail program and a browser. Keeps
//! out sending it.

#![allow(clippy::print_stdout, reason = "it is there to print")]

use mail_parser::MessageParser;
use std::error::Error;
use std::path::Path;
use std::time::{Duration, UNIX_EPOCH};
use vestibule_mail::{
    Content, Direction, Fact, Language, Link, MessageId, Recipient, Sender, Subject, compose, mailto, paragraphs,
};

fn main() -> Result<(), Box<dyn Error>> {
    let folder = std::env::args().nth(1).ok_or("say into which folder")?;
    let sender = Sender::new("Northside School", "desk@school.example")?;
    let recipient = Recipient::new("Noor Haddad", "noor@post.example")?;
    let date = UNIX_EPOCH + Duration::from_secs(1_796_645_106);
    for (name, content) in [("english", english()?), ("arabic", arabic()?)] {
        let subject = Subject::new(&content.heading)?;
        let id = MessageId::new(name, "school.example")?;
        let message = compose(&sender, &recipient, &subject, &content, date, &id)?;
        let parsed = MessageParser::default().parse(message.eml()).ok_or("it is no message")?;
        let form = |text: Option<std::borrow::Cow<str>>| text.unwrap_or_default().into_owned();
        let file = |ending: &str| Path::new(&folder).join(format!("{name}.{ending}"));
        std::fs::write(file("eml"), message.draft())?;
        std::fs::write(file("html"), form(parsed.body_html(0)))?;
        std::fs::write(file("txt"), form(parsed.body_text(0)))?;
        println!("{}", mailto(&recipient, &subject, &content)?);
    }
    Ok(())
}

fn fact(label: &str, value: &str) -> Fact {
    Fact { label: label.to_owned(), value: value.to_owned() }
}

fn english() -> Result<Content, Box<dyn Error>> {
    Ok(Content {
        direction: Direction::LeftToRight,
        language: Language::new("en")?,
        logo: None,
        heading: "You are invited to Northside School".to_owned(),
        paragraphs: paragraphs("Dear Noor,\n\nMira Okafor invites you to join Northside School as a teacher."),
        code: Some("K7M2-Q9XT-4WDA-PVN3".to_owned()),
        link: Some(Link::new("Join Northside School", "https://join.school.example/j/K7M2Q9XT4WDAPVN3")?),
        facts: vec![fact("Role", "Teacher"), fact("Department", "Sciences"), fact("Valid until", "12 December 2026")],
        steps: vec!["Open Vestibule.".to_owned(), "Choose “I have a code” and type the code above.".to_owned()],
        footer: "If you did not expect this message, you need not do anything.\nNorthside School".to_owned(),
    })
}

fn arabic() -> Result<Content, Box<dyn Error>> {
    Ok(Content {
        direction: Direction::RightToLeft,
        language: Language::new("ar")?,
        heading: "دعوة إلى مدرسة الشمال".to_owned(),
        paragraphs: paragraphs("عزيزتي نور،\n\nتدعوك Mira Okafor للانضمام إلى مدرسة الشمال."),
        link: Some(Link::new("انضم الآن", "https://join.school.example/j/K7M2Q9XT4WDAPVN3")?),
        facts: vec![fact("الدور", "معلم"), fact("Department", "Sciences")],
        steps: vec!["افتح Vestibule.".to_owned(), "اكتب الرمز أعلاه.".to_owned()],
        footer: "إذا لم تتوقع هذه الرسالة فلا داعي لفعل شيء.".to_owned(),
        ..english()?
    })
}
