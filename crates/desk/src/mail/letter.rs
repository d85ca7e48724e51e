//! Puts together what a message says: the organisation's templates filled in, the code, the link, and how to join.
//! Keeps out the words themselves (`words`) and where the message goes.

use super::words;
use crate::error::MailError;
use crate::{DeskError, FieldFault};
use std::time::{Duration, SystemTime, UNIX_EPOCH};
use vestibule_domain::{MailPurpose, Moment};
use vestibule_mail::{
    Content, Direction, Fact, Language, Link, Logo, Sender, Subject, Template, TemplateError, paragraphs,
};
use vestibule_store::{InvitationRow, OrganisationRow};

/// The templates of subject and text.
pub(super) struct Templates {
    subject: Template,
    body: Template,
}

impl Templates {
    /// Reads them; none: the program's own. A fault names its field.
    pub(super) fn parse(subject: Option<&str>, body: Option<&str>) -> Result<Self, DeskError> {
        let fault = |field| move |error: TemplateError| DeskError::Field { field, fault: FieldFault::Template(error) };
        Ok(Self {
            subject: Template::parse_line(subject.unwrap_or(words::SUBJECT), &words::PLACEHOLDERS)
                .map_err(fault("subject"))?,
            body: Template::parse(body.unwrap_or(words::BODY), &words::PLACEHOLDERS).map_err(fault("body"))?,
        })
    }
}

/// What a message with an invitation is made of.
pub(super) struct Letter<'a> {
    pub(super) templates: &'a Templates,
    pub(super) organisation: &'a OrganisationRow,
    /// The organisation's logo as PNG.
    pub(super) logo: Option<&'a [u8]>,
    /// Name of whoever invites.
    pub(super) inviter: &'a str,
    /// The recipient's name; empty: not known.
    pub(super) recipient: &'a str,
    pub(super) invitation: &'a InvitationRow,
    pub(super) purpose: MailPurpose,
}

impl Letter<'_> {
    /// Subject and content.
    pub(super) fn write(&self) -> Result<(Subject, Content), DeskError> {
        let code = self.invitation.code.as_ref().ok_or(crate::error::InvitationError::CodeNotHere)?;
        let (code, link) = (code.grouped(), code.link(self.organisation.join_address.as_deref()));
        let expires = self.invitation.invitation.expiry.at().map_or_else(|| words::NEVER.to_owned(), exact);
        let department = self.invitation.department.as_deref().unwrap_or_default();
        let (organisation, role) = (self.organisation.name.as_str(), self.invitation.role.name.as_str());
        let value = |name: &str| match name {
            "organisation" => organisation,
            "inviter" => self.inviter,
            "recipient" => self.recipient,
            "role" => role,
            "department" => department,
            "expires" => expires.as_str(),
            "code" => code.as_str(),
            "link" => link.as_str(),
            _ => "",
        };
        let is_reminder = self.purpose == MailPurpose::Reminder;
        let begin = if is_reminder { words::REMINDER_SUBJECT } else { "" };
        let subject = format!("{begin}{}", self.templates.subject.render(value));
        let reminder = if is_reminder { paragraphs(&filled(words::REMINDER, value)) } else { Vec::new() };
        let fact = |label: &str, value: &str| Fact { label: label.to_owned(), value: value.to_owned() };
        // A link that messages may not have, or that mail programs would break, is left out: the code is enough.
        let button = Link::new(&filled(words::BUTTON, value), &link).ok();
        let mut steps = words::STEPS;
        if button.is_some() && link.starts_with("vestibule:") {
            steps[0] = words::STEP_WITH_LINK;
        }
        let is_for_one = self.invitation.invitation.usage_limit.get() == 1;
        let footer = if is_for_one { words::FOOTER } else { words::FOOTER_FOR_MANY };
        let content = Content {
            logo: logo(self.logo, organisation),
            heading: filled(words::HEADING, value),
            paragraphs: [reminder, paragraphs(&self.templates.body.render(value))].concat(),
            link: button,
            code: Some(code.clone()),
            facts: vec![
                fact(words::INVITED_BY, self.inviter),
                fact(words::ROLE, role),
                fact(words::DEPARTMENT, department),
                fact(words::VALID_UNTIL, &expires),
            ],
            steps: steps.map(str::to_owned).to_vec(),
            footer: format!("{footer}\n{organisation}"),
            ..plain()?
        };
        Ok((Subject::new(&subject).map_err(MailError::NotMade)?, content))
    }
}

/// A message that shows that the mail server works. It has no code.
pub(super) fn test_letter(organisation: &str) -> Result<(Subject, Content), DeskError> {
    let value = |_: &str| organisation;
    let subject = Subject::new(&filled(words::TEST_SUBJECT, value)).map_err(MailError::NotMade)?;
    let content = Content { paragraphs: paragraphs(&filled(words::TEST_BODY, value)), ..plain()? };
    Ok((subject, content))
}

/// The domain of an address that messages are from, for their ids.
pub(super) fn domain_of(sender: &Sender) -> String {
    let address = sender.address();
    address.rsplit_once('@').map_or(address.clone(), |(_, domain)| domain.to_owned())
}

/// Fills in one of the program's own templates, which a test has read.
fn filled<'a>(template: &str, value: impl Fn(&str) -> &'a str) -> String {
    Template::parse(template, &words::PLACEHOLDERS).map(|template| template.render(value)).unwrap_or_default()
}

fn plain() -> Result<Content, DeskError> {
    Ok(Content {
        direction: Direction::LeftToRight,
        language: Language::new("en").map_err(MailError::NotMade)?,
        logo: None,
        heading: String::new(),
        paragraphs: Vec::new(),
        code: None,
        link: None,
        facts: Vec::new(),
        steps: Vec::new(),
        footer: String::new(),
    })
}

/// A logo that is too large for messages is left out.
fn logo(png: Option<&[u8]>, organisation: &str) -> Option<Logo> {
    Logo::new(png?.to_vec(), organisation).ok()
}

/// The date of a message; none before 1970.
pub(super) fn date(at: Moment) -> SystemTime {
    UNIX_EPOCH + Duration::from_millis(u64::try_from(at.timestamp_millis()).unwrap_or_default())
}

/// `12 December 2026, 14:30 UTC`.
fn exact(at: Moment) -> String {
    at.format("%-d %B %Y, %H:%M UTC").to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_programs_own_words_are_templates() {
        assert!(Templates::parse(None, None).is_ok());
        for text in
            [words::HEADING, words::REMINDER, words::BUTTON, words::TEST_SUBJECT, words::TEST_BODY].map(String::from)
        {
            assert!(Template::parse(&text, &words::PLACEHOLDERS).is_ok(), "{text}");
        }
    }

    #[test]
    fn an_unknown_placeholder_is_told_by_field_line_and_column() {
        let Err(error) = Templates::parse(None, Some("Hello\n {nobody}")) else { panic!("it was taken") };
        let view = vestibule_wire::ErrorView::from(error);
        assert_eq!((view.code, view.field.as_deref()), (vestibule_wire::ErrorCode::TemplateMalformed, Some("body")));
        assert_eq!((view.values["line"].as_str(), view.values["column"].as_str()), ("2", "2"));
        assert_eq!(view.values["name"], "nobody");
    }
}
