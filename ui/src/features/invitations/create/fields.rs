//! The rows of the Create form. Keeps out the checks (see `draft`) and sending the request (see `create`).

use super::draft::{
    Draft, DraftField, ExpiryMode, Faults, InviteeChoice, MOST, checked_label, checked_note, fault, group, is_same,
    presets,
};
use super::news;
use crate::parts::combo::Combo;
use crate::parts::date_time::DateTime;
use crate::parts::field::{Field, Note};
use crate::parts::icon::Icon;
use crate::parts::listbox::Choice;
use crate::parts::segmented::{Segment, Segmented};
use crate::parts::select::{Select, TriggerStyle};
use crate::parts::stepper::Stepper;
use crate::parts::tokens::Tokens;
use crate::prelude::*;
use crate::{dom, t, time};
use vestibule_domain::{GroupName, Label};
use vestibule_wire::{InvitationOptionsView, Moment};

/// The form's state, for its rows.
#[derive(Clone, Copy, PartialEq)]
pub struct InvitationForm {
    /// What is typed and chosen.
    pub draft: Signal<Draft>,
    /// What is wrong, by field.
    pub faults: Signal<Faults>,
    /// The roles, departments, groups and limits for this person.
    pub options: Signal<InvitationOptionsView>,
    /// The time when the form was opened; the presets on screen count from it.
    pub now: Moment,
}

impl InvitationForm {
    /// Changes the draft and clears that field's fault.
    pub fn change(mut self, part: DraftField, change: impl FnOnce(&mut Draft)) {
        change(&mut self.draft.write());
        if fault(&self.faults.peek(), part).is_some() {
            self.faults.write().retain(|(at, _)| *at != part);
        }
    }

    /// Checks one field when it loses the focus.
    pub fn leave(mut self, part: DraftField, checked: Option<String>) {
        let mut faults = self.faults.peek().clone();
        faults.retain(|(at, _)| *at != part);
        faults.extend(checked.map(|sentence| (part, sentence)));
        if *self.faults.peek() != faults {
            self.faults.set(faults);
        }
    }

    /// What is wrong with a field.
    pub fn fault(self, part: DraftField) -> Option<String> {
        fault(&self.faults.read(), part)
    }
}

fn segment(name: impl Into<String>, words: String, icon: Option<&'static str>) -> Segment {
    Segment { name: name.into(), words, icon, off: None }
}

const BOUND: [(InviteeChoice, &str); 3] = [
    (InviteeChoice::OnePerson, "create-bound-email"),
    (InviteeChoice::Domain, "create-bound-domain"),
    (InviteeChoice::Anyone, "create-bound-anyone"),
];

/// Who may use it: one person, a domain, or anyone if policy allows that.
#[component]
pub fn WhoRow(form: InvitationForm) -> Element {
    let (who, several) = (form.draft.read().who, form.draft.read().several);
    let bound = form.options.read().binding_required;
    let part = |(who, name): (InviteeChoice, &str)| match who {
        InviteeChoice::OnePerson => Segment {
            off: several.then(|| t!("create-several-no-person")),
            ..segment(name, t!("create-one-person"), Some("mail"))
        },
        InviteeChoice::Domain => segment(name, t!("create-domain-choice"), Some("at-sign")),
        InviteeChoice::Anyone => segment(name, t!("create-anyone"), Some("users")),
    };
    let segments =
        BOUND.into_iter().filter(|(who, _)| !bound || *who != InviteeChoice::Anyone).map(part).collect::<Vec<_>>();
    let chosen = BOUND.into_iter().find(|(of, _)| *of == who).map(|(_, name)| name).unwrap_or_default();
    rsx! {
        div { class: "field",
            span { class: "label", id: "create-who", {t!("create-who")} }
            Segmented {
                labelled_by: "create-who", segments, chosen,
                on_choose: move |name: String| form.change(DraftField::Email, |draft| {
                    draft.who = BOUND.into_iter().find(|(_, of)| *of == name).map_or(draft.who, |(who, _)| who);
                }),
            }
            if who == InviteeChoice::Anyone {
                div { class: "hint", Icon { name: "info" } p { {t!("create-anyone-hint")} } }
            }
        }
        match who {
            InviteeChoice::OnePerson => rsx! { BoundTo { form, part: DraftField::Email } },
            InviteeChoice::Domain => rsx! { BoundTo { form, part: DraftField::Domain } },
            InviteeChoice::Anyone => rsx! {},
        }
    }
}

/// The field for the address or the domain.
#[component]
fn BoundTo(form: InvitationForm, part: DraftField) -> Element {
    let error = form.fault(part);
    let invalid = error.is_some().then_some("true");
    let of_domain = part == DraftField::Domain;
    let (name, kind, icon) =
        if of_domain { ("create-domain", "text", "at-sign") } else { ("create-email", "email", "mail") };
    let (label, hint) = if of_domain {
        (t!("create-domain"), t!("create-domain-hint"))
    } else {
        (t!("create-email"), t!("create-email-hint"))
    };
    let typed = if of_domain { form.draft.read().domain.clone() } else { form.draft.read().email.clone() };
    rsx! {
        Field { name, label, hint, hint_icon: "info", error,
            div { class: "input", aria_invalid: invalid,
                Icon { name: icon }
                input {
                    id: name, r#type: kind, "data-test": name, autocomplete: "off", autocapitalize: "none", spellcheck: "false", maxlength: "320",
                    placeholder: of_domain.then(|| t!("create-domain-example")),
                    aria_invalid: invalid, aria_describedby: "{name}-note", value: typed,
                    oninput: move |event| form.change(part, |draft| {
                        *(if of_domain { &mut draft.domain } else { &mut draft.email }) = event.value();
                    }),
                    onblur: move |_| {
                        let draft = form.draft.peek().clone();
                        let (typed, checked) =
                            if of_domain { (&draft.domain, draft.checked_domain()) } else { (&draft.email, draft.checked_email()) };
                        if !typed.trim().is_empty() {
                            form.leave(part, checked.err());
                        }
                    },
                }
            }
        }
    }
}

/// One, or several of the same kind. For one address only one can be chosen, and a hint says why.
#[component]
pub fn CountRow(form: InvitationForm) -> Element {
    let draft = form.draft.read().clone();
    let error = form.fault(DraftField::Count);
    let off = (draft.who == InviteeChoice::OnePerson && !draft.several).then(|| t!("create-several-no-address"));
    let segments = vec![
        segment("create-one", t!("create-one"), None),
        Segment { off, ..segment("create-several", t!("create-several"), None) },
    ];
    rsx! {
        div { class: "field",
            div { class: "expiry number",
                div { class: "field",
                    span { class: "label", id: "create-number", {t!("create-number")} }
                    Segmented {
                        labelled_by: "create-number", form: true, segments, chosen: if draft.several { "create-several" } else { "create-one" },
                        on_choose: move |name: String| form.change(DraftField::Count, |draft| draft.several = name == "create-several"),
                    }
                }
                if draft.several {
                    div { class: "field",
                        span { class: "label", id: "create-count-label", {t!("create-count")} }
                        Stepper {
                            id: "create-count", labelled_by: "create-count-label", typed: draft.count.clone(), least: 1, most: MOST,
                            fewer: t!("create-uses-fewer"), more: t!("create-uses-more"), invalid: error.is_some(), described_by: "create-count-note",
                            on_type: move |typed| form.change(DraftField::Count, |draft| draft.count = typed),
                        }
                    }
                }
            }
            Note { name: "create-count", error }
        }
    }
}

/// Role and department.
#[component]
pub fn PlaceRow(form: InvitationForm) -> Element {
    let options = form.options.read();
    let draft = form.draft.read().clone();
    let roles: Vec<Choice> = options.roles.iter().map(|role| Choice::new(&role.id, &role.name)).collect();
    let role_name = draft.role_of(&options).map(|role| role.name.clone()).unwrap_or_default();
    let needed = draft.role_of(&options).is_some_and(|role| role.needs_department);
    let departments: Vec<String> = options.departments.iter().map(|department| department.path.clone()).collect();
    let typed = draft.department.trim().to_owned();
    let department_locked = options.department_locked.is_some();
    let new = news::department(&draft, &options);
    let department_hint =
        if department_locked { Some(t!("create-department-locked")) } else { new.map(|new| new.hint()) };
    let (role_fault, department_fault) = (form.fault(DraftField::Role), form.fault(DraftField::Department));
    let invalid = department_fault.is_some();
    rsx! {
        div { class: "two",
            Field {
                name: "create-role", label: t!("create-role"), error: role_fault,
                hint: options.role_locked.then(|| t!("create-role-locked", role = role_name)),
                Select {
                    id: "create-role", label: t!("create-role"), look: TriggerStyle::Form, names: true, choices: roles, chosen: draft.role, locked: options.role_locked,
                    described_by: "create-role-note",
                    on_choose: move |role| {
                        form.change(DraftField::Role, |draft| draft.role = role);
                        form.leave(DraftField::Department, None);
                    },
                }
            }
            Field {
                name: "create-department", label: t!("create-department"), optional: !needed && !department_locked,
                error: department_fault, hint: department_hint,
                Combo {
                    id: "create-department", label: t!("create-department"), typed: draft.department, choices: departments, hint: t!("create-department-hint"),
                    show: t!("create-department-show"), new: t!("create-department-choice", name = typed),
                    locked: department_locked, invalid, described_by: "create-department-note",
                    on_type: move |name| form.change(DraftField::Department, |draft| draft.department = name),
                }
            }
        }
    }
}

/// The groups that a newcomer joins.
#[component]
pub fn GroupsRow(form: InvitationForm) -> Element {
    let options = form.options.read();
    let draft = form.draft.read().clone();
    let typed = draft.group_typed.trim().to_owned();
    let is_known = options.groups.iter().chain(&draft.groups).any(|name| is_same(name, &typed));
    let may_be = options.new_groups && !is_known && GroupName::parse(&typed).is_ok();
    let new = may_be.then(|| t!("create-groups-new", name = typed));
    let error = form.fault(DraftField::Groups);
    let made: Vec<String> = news::groups(&Draft { group_typed: String::new(), ..draft.clone() }, &options)
        .into_iter()
        .map(|new| new.name)
        .collect();
    let hint = (!made.is_empty()).then(|| t!("create-groups-made", count = made.len(), names = made.join("”, “")));
    if options.groups.is_empty() && !options.new_groups {
        return rsx! {};
    }
    rsx! {
        Field { name: "create-groups", label: t!("create-groups"), optional: true, hint, error: error.clone(),
            Tokens {
                id: "create-groups", label: t!("create-groups"), tokens: draft.groups, typed: draft.group_typed, known: options.groups.clone(), new,
                hint: t!("create-groups-hint"), invalid: error.is_some(), described_by: "create-groups-note",
                on_type: move |typed| form.change(DraftField::Groups, |draft| draft.group_typed = typed),
                on_add: move |name: String| add_group(form, &name),
                on_leave: move |()| {
                    let typed = form.draft.peek().group_typed.clone();
                    if !typed.trim().is_empty() {
                        add_group(form, &typed);
                    }
                },
                on_remove: move |place: usize| form.change(DraftField::Groups, |draft| {
                    if place < draft.groups.len() {
                        draft.groups.remove(place);
                    }
                }),
            }
        }
    }
}

/// Adds a group. A name that cannot be added stays in the field, with what is wrong under it.
fn add_group(form: InvitationForm, name: &str) {
    let checked = group(name, &form.options.peek());
    match checked {
        Ok(name) => form.change(DraftField::Groups, |draft| {
            draft.group_typed.clear();
            if !draft.groups.iter().any(|known| is_same(known, &name)) {
                draft.groups.push(name);
            }
        }),
        Err(sentence) => form.leave(DraftField::Groups, Some(sentence)),
    }
}

/// When it ends, and how often it may be used.
#[component]
pub fn EndRow(form: InvitationForm) -> Element {
    let draft = form.draft.read().clone();
    let options = form.options.read();
    let one = draft.who == InviteeChoice::OnePerson;
    let uses_fault = form.fault(DraftField::Uses);
    let expires_fault = form.fault(DraftField::Expires);
    let (date_wrong, time_wrong) = if expires_fault.is_some() { draft.wrong_halves() } else { (false, false) };
    let hint = ends_words(&draft, &options, form.now);
    rsx! {
        div { class: "field",
            div { class: "expiry",
                div { class: "field",
                    span { class: "label", id: "create-expires", {t!("create-expires")} }
                    Segmented {
                        labelled_by: "create-expires", form: true, segments: ends(&options), chosen: ends_name(draft.ends),
                        on_choose: move |name: String| form.change(DraftField::Expires, |draft| draft.ends = ends_named(&name)),
                    }
                }
                div { class: "field",
                    span { class: "label", id: "create-uses", {t!("create-uses")} }
                    Stepper {
                        id: "create-limit", labelled_by: "create-uses", typed: if one { "1".to_owned() } else { draft.uses.clone() },
                        least: 1, most: options.max_usage_limit, fewer: t!("create-uses-fewer"), more: t!("create-uses-more"),
                        off: one, title: one.then(|| t!("create-uses-one")), invalid: uses_fault.is_some(), described_by: "create-limit-note",
                        on_type: move |typed| form.change(DraftField::Uses, |draft| draft.uses = typed),
                    }
                }
            }
            Note { name: "create-limit", error: uses_fault }
            if draft.ends == ExpiryMode::At {
                DateTime {
                    name: "create", date: draft.date.clone(), time: draft.time.clone(), date_wrong, time_wrong,
                    today: time::to_local(form.now), days: options.max_expiry_days,
                    on_date: move |date| form.change(DraftField::Expires, |draft| draft.date = date),
                    on_time: move |time| form.change(DraftField::Expires, |draft| draft.time = time),
                }
            }
            Note { name: "create-expires", hint, error: expires_fault }
        }
    }
}

/// The exact expiry in words, with policy's limit.
fn ends_words(draft: &Draft, options: &InvitationOptionsView, now: Moment) -> Option<String> {
    if draft.ends == ExpiryMode::Never {
        return Some(t!("create-expires-never"));
    }
    let at = draft.ends_at(now)?;
    Some(t!("create-expires-at", at = time::exact(at), days = options.max_expiry_days))
}

fn ends(options: &InvitationOptionsView) -> Vec<Segment> {
    let plain = |name: String, words| segment(name, words, None);
    let preset = |days: u32| {
        plain(
            ends_name(ExpiryMode::In(days)),
            if days == 1 { t!("create-hours", hours = 24) } else { t!("create-days", days = days) },
        )
    };
    let mut segments: Vec<Segment> = presets(options).into_iter().map(preset).collect();
    segments.push(segment(ends_name(ExpiryMode::At), t!("create-choose"), Some("calendar")));
    if options.never_allowed {
        segments.push(plain(ends_name(ExpiryMode::Never), t!("create-never")));
    }
    segments
}

fn ends_name(ends: ExpiryMode) -> String {
    match ends {
        ExpiryMode::In(days) => format!("create-expiry-{days}"),
        ExpiryMode::At => "create-expiry-date".to_owned(),
        ExpiryMode::Never => "create-expiry-never".to_owned(),
    }
}

fn ends_named(name: &str) -> ExpiryMode {
    match name.strip_prefix("create-expiry-") {
        Some("never") => ExpiryMode::Never,
        Some(days) => days.parse().map_or(ExpiryMode::At, ExpiryMode::In),
        None => ExpiryMode::At,
    }
}

/// The label, with recently used ones as suggestions.
#[component]
pub fn LabelRow(form: InvitationForm) -> Element {
    let error = form.fault(DraftField::Label);
    let labels = form.options.read().labels.clone();
    rsx! {
        Field { name: "create-label", label: t!("create-label"), error: error.clone(), aside: rsx! { small { {t!("create-label-later")} } },
            Combo {
                id: "create-label", label: t!("create-label"), typed: form.draft.read().label.clone(), choices: labels, hint: t!("create-label-hint"),
                show: t!("create-label-show"), most: 4 * Label::MAX as u32, invalid: error.is_some(), described_by: "create-label-note",
                on_type: move |label| form.change(DraftField::Label, |draft| draft.label = label),
                on_leave: move |()| form.leave(DraftField::Label, checked_label(&form.draft.peek().label).err()),
            }
        }
    }
}

/// The note, collapsed until somebody opens it.
#[component]
pub fn NoteRow(form: InvitationForm) -> Element {
    let mut open = use_signal(|| !form.draft.peek().note.is_empty());
    // A note field that is there when the form opens does not take the focus from the first field.
    let mut wanted = use_signal(|| false);
    let error = form.fault(DraftField::Note);
    let invalid = error.is_some().then_some("true");
    if !open() {
        return rsx! {
            button {
                class: "link fold", r#type: "button", "data-test": "create-note-add",
                onclick: move |_| {
                    wanted.set(true);
                    open.set(true);
                },
                {t!("create-note-add")}
            }
        };
    }
    rsx! {
        Field { name: "create-note", label: t!("create-note"), aside: rsx! { small { {t!("create-label-later")} } }, error,
            textarea {
                class: "input", id: "create-note", rows: "3", "data-test": "create-note", placeholder: t!("create-note-hint"),
                aria_invalid: invalid, aria_describedby: "create-note-note", value: form.draft.read().note.clone(),
                onmounted: move |_| {
                    if *wanted.peek() {
                        dom::focus("#create-note");
                        dom::reveal("#create-note");
                    }
                },
                // Enter is a new line here; Ctrl Enter still sends.
                onkeydown: move |event: KeyboardEvent| {
                    if event.key() == Key::Enter && !event.modifiers().ctrl() && !event.modifiers().meta() {
                        event.stop_propagation();
                    }
                },
                oninput: move |event| form.change(DraftField::Note, |draft| draft.note = event.value()),
                onblur: move |_| form.leave(DraftField::Note, checked_note(&form.draft.peek().note).err()),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_end_has_a_name_that_leads_back_to_it() {
        for ends in [ExpiryMode::In(1), ExpiryMode::In(30), ExpiryMode::At, ExpiryMode::Never] {
            assert_eq!(ends_named(&ends_name(ends)), ends);
        }
    }
}
