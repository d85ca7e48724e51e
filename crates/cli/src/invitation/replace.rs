//! `invitation replace`: revokes an invitation and makes another in its place.

use super::create::Fields;
use crate::answer::Answer;
use crate::entry::Entry;
use crate::failure::Failure;
use crate::invitation_text as text;
use crate::new_names;
use crate::output;
use crate::secrets::code_or_input;
use crate::{clock, expiry};
use chrono::Local;
use clap::Args;
use serde_json::json;
use vestibule_wire::{
    CreateInvitationRequest, ExpiryChoice, InvitationRequest, InvitationView, ReplaceInvitationRequest,
};

/// Replace an invitation: revoke it and create another in its place, or neither
///
/// What is not given is taken from the old one; an expiry has the same length again, counted from now, and the new one
/// has the old one's full usage limit. --email replaces a domain, and --domain an address. An empty value ('') clears
/// a field. Only active invitations can be replaced, and it cannot be undone: on a terminal it asks first, unless
/// --yes is given.
#[derive(Args)]
#[command(after_help = "\
Examples:
  vestibulectl invitation replace K7QF-2M9X-4TZC-8WHN --email noor@post.example \\
      --reason 'address was misspelt'
  vestibulectl invitation replace K7QF-2M9X-4TZC-8WHN --expires 30d --limit 50 --yes

JSON:
  {\"old\":{…},\"new\":{…}}, both as `invitation show` has them")]
pub struct Replace {
    /// - reads its code or id from standard input; an argument can be seen by other users of this machine
    #[arg(value_name = "INVITATION")]
    pub invitation: String,
    /// What the newcomer becomes: a role's name or id, ranked below your own [default: as the old one]
    #[arg(long, value_name = "ROLE")]
    role: Option<String>,
    #[command(flatten)]
    fields: Fields,
    /// Why, up to 200 characters
    #[arg(long, value_name = "TEXT")]
    reason: Option<String>,
    /// Don't ask
    #[arg(long, short)]
    yes: bool,
}

/// Runs the command.
pub async fn replace_invitation(entry: &Entry, replace: Replace) -> Result<Answer, Failure> {
    let Replace { invitation, role, fields, reason, yes } = replace;
    let expires = match &fields.expires {
        Some(text) => Some(expiry::parse(Some(text), &Local)?),
        None => None,
    };
    let invitation = code_or_input(invitation)?;
    entry.signed_in().await?;
    let old = entry.seat.get_invitation(InvitationRequest { invitation }).await?;
    if !yes && old.may.replace && output::is_conversation() && !output::confirm(&text::replace_question(&old)) {
        let json = json!({ "old": text::view(&old), "new": null });
        return Ok(Answer::new(&json, format!("It was kept.\n\n{}", text::details(&old))));
    }
    let expires = expires.unwrap_or_else(|| expiry::same_span_from_now(old.created_at, old.expires_at, clock::now()));
    let agreed = fields.new;
    let with = prefilled(fields, role, expires, &old);
    let new = new_names::confirm_new_names(entry, &with, agreed).await?;
    let request = ReplaceInvitationRequest { invitation: old.id, reason, with };
    let done = entry.seat.replace_invitation(request).await?;
    let lines = new_names::lines(&new);
    let text = format!("Invitation revoked, and this one created in its place.\n{lines}\n{}", text::details(&done.new));
    let facts = json!({ "old": text::view(&done.old), "new": text::view(&done.new) });
    Ok(Answer::new(&facts, text))
}

/// The values given, and the old invitation's for the rest.
fn prefilled(
    fields: Fields,
    role: Option<String>,
    expires: ExpiryChoice,
    old: &InvitationView,
) -> CreateInvitationRequest {
    let given = |text: &Option<String>| text.as_deref().is_some_and(|text| !text.trim().is_empty());
    // An address replaces a domain, and the other way round.
    let (by_email, by_domain) = (given(&fields.email), given(&fields.domain));
    let keep = |text: &Option<String>, unless: bool| text.clone().filter(|_| !unless);
    CreateInvitationRequest {
        email: fields.email.or_else(|| keep(&old.email, by_domain)),
        domain: fields.domain.or_else(|| keep(&old.domain, by_email)),
        role: role.unwrap_or_else(|| old.role.id.clone()),
        department: fields.department.or_else(|| old.department.clone()),
        groups: if fields.groups.is_empty() { old.groups.clone() } else { fields.groups },
        expires,
        usage_limit: Some(fields.limit.unwrap_or_else(|| old.usage_limit.into())),
        label: fields.label.or_else(|| old.label.clone()),
        note: fields.note.or_else(|| old.note.clone()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::invitation_text::tests::an_invitation;

    fn nothing() -> Fields {
        Fields {
            email: None,
            domain: None,
            department: None,
            groups: vec![],
            new: false,
            expires: None,
            limit: None,
            label: None,
            note: None,
        }
    }

    fn old() -> InvitationView {
        InvitationView {
            domain: Some("school.example".into()),
            department: Some("Library".into()),
            groups: vec!["Choir".into()],
            label: Some("fair".into()),
            note: Some("by the door".into()),
            ..an_invitation()
        }
    }

    #[test]
    fn what_is_not_given_is_taken_from_the_old_one() {
        let request = prefilled(nothing(), None, ExpiryChoice::Never, &old());
        let like_the_old = CreateInvitationRequest {
            email: None,
            domain: Some("school.example".into()),
            role: "2".into(),
            department: Some("Library".into()),
            groups: vec!["Choir".into()],
            expires: ExpiryChoice::Never,
            usage_limit: Some(5),
            label: Some("fair".into()),
            note: Some("by the door".into()),
        };
        assert_eq!(request, like_the_old);
    }

    #[test]
    fn what_is_given_counts_one_binding_takes_the_place_of_the_other_and_an_empty_value_leaves_out() {
        let fields = Fields {
            email: Some("noor@post.example".into()),
            groups: vec!["".into()],
            limit: Some(2),
            label: Some("".into()),
            ..nothing()
        };
        let request = prefilled(fields, Some("manager".into()), ExpiryChoice::Default, &old());
        assert_eq!((request.email.as_deref(), request.domain), (Some("noor@post.example"), None));
        assert_eq!((request.role.as_str(), request.usage_limit), ("manager", Some(2)));
        assert_eq!((request.groups, request.label.as_deref()), (vec![String::new()], Some("")));

        let unbound = prefilled(Fields { domain: Some("".into()), ..nothing() }, None, ExpiryChoice::Default, &old());
        assert_eq!((unbound.email, unbound.domain.as_deref()), (None, Some("")));
    }
}
