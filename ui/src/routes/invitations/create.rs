//! The Create dialog: the form of a draft. Keeps out what is right or wrong in it (see `draft`) and what comes after (see `created`).

use super::board::{Board, Open, use_board};
use super::draft::{Draft, Ends, Faults, Part, Who, checked_label, fault, part_of, presets};
use super::replace::{Question, ReasonRow, Replacing, use_replacing};
use crate::parts::button::{Button, Kind, Size};
use crate::parts::combo::Combo;
use crate::parts::date_time::DateTime;
use crate::parts::dialog::Dialog;
use crate::parts::field::{Field, Note};
use crate::parts::icon::Icon;
use crate::parts::listbox::Choice;
use crate::parts::notice::{Notice, Tone};
use crate::parts::segmented::{Segment, Segmented};
use crate::parts::select::{Look, Select};
use crate::parts::stepper::Stepper;
use crate::{dom, focus, t, time, words};
use dioxus::prelude::*;
use vestibule_wire::{ErrorView, InvitationOptionsView, InvitationView, Moment, SortField};

/// The form's state, for its rows.
#[derive(Clone, Copy, PartialEq)]
struct Form {
    draft: Signal<Draft>,
    faults: Signal<Faults>,
    options: Signal<InvitationOptionsView>,
    /// The clock when the form was opened: what the presets count from on screen.
    now: Moment,
}

impl Form {
    /// Changes the draft and takes the fault of that field away.
    fn change(mut self, part: Part, change: impl FnOnce(&mut Draft)) {
        change(&mut self.draft.write());
        if fault(&self.faults.peek(), part).is_some() {
            self.faults.write().retain(|(at, _)| *at != part);
        }
    }

    /// Checks one field when it is left.
    fn leave(mut self, part: Part, checked: Option<String>) {
        let mut faults = self.faults.peek().clone();
        faults.retain(|(at, _)| *at != part);
        faults.extend(checked.map(|sentence| (part, sentence)));
        if *self.faults.peek() != faults {
            self.faults.set(faults);
        }
    }

    fn fault(self, part: Part) -> Option<String> {
        fault(&self.faults.read(), part)
    }
}

/// The dialog; with the invitation in whose place the new one is made, where it is a replacement.
#[component]
pub fn Create(options: InvitationOptionsView, #[props(default)] replaces: Option<InvitationView>) -> Element {
    let board = use_board();
    let now = use_hook(time::now);
    let replacing = use_replacing(replaces);
    let form = Form {
        draft: use_signal(|| replacing.draft(&options, now)),
        faults: use_signal(Vec::new),
        options: use_signal(|| options.clone()),
        now,
    };
    let refused = use_signal(|| None::<ErrorView>);
    let busy = use_signal(|| false);
    let made = use_callback(move |row: InvitationView| {
        let mut board = board;
        board.list.fresh.write().push(row.id.clone());
        board.list.filter(|filters| (filters.sort, filters.descending) = (SortField::Created, true));
        board.ask.call(true);
        board.open.set(Open::Created(row));
    });
    let submit = use_callback(move |()| submit(form, replacing, Sending { board, refused, busy, made }));
    rsx! {
        Dialog {
            name: "create", title: replacing.title(),
            onclose: move |()| board.close(),
            onprimary: move |()| submit.call(()),
            footer: rsx! {
                span { class: "grow" }
                Button { size: Size::Form, test: "create-cancel", onclick: move |_| board.close(), {t!("create-cancel")} }
                Button {
                    kind: Kind::Primary, size: Size::Form, keys: t!("create-generate-keys", command = dom::command_key()), busy: busy(), test: replacing.hook(),
                    onclick: move |_| submit.call(()),
                    {replacing.verb()}
                }
            },
            section {
                onkeydown: move |event: KeyboardEvent| {
                    let modifiers = event.modifiers();
                    if event.key() == Key::Enter && !modifiers.ctrl() && !modifiers.meta() && focus::is_typing() {
                        event.prevent_default();
                        submit.call(());
                    }
                },
                div { class: "fields",
                    if let Some(error) = refused() {
                        Notice { tone: Tone::Bad, text: words::error(&error), test: "error" }
                    }
                    Question { replacing }
                    WhoRow { form }
                    PlaceRow { form }
                    EndRow { form }
                    LabelRow { form }
                    ReasonRow { replacing }
                }
            }
        }
    }
}

/// What sending the form touches besides the form.
#[derive(Clone, Copy)]
struct Sending {
    board: Board,
    refused: Signal<Option<ErrorView>>,
    busy: Signal<bool>,
    made: Callback<InvitationView>,
}

fn submit(mut form: Form, replacing: Replacing, mut sending: Sending) {
    if *sending.busy.peek() {
        return;
    }
    let request = match form.draft.peek().request(&form.options.peek(), time::now()) {
        Ok(request) if replacing.check() => Some(request),
        Ok(_) => None,
        Err(faults) => {
            replacing.check();
            form.faults.set(faults);
            None
        }
    };
    let Some(request) = request else {
        return dom::focus("#create [aria-invalid=true]:is(input, button), #create .input[aria-invalid=true] input");
    };
    sending.busy.set(true);
    sending.refused.set(None);
    spawn(async move {
        let answer = replacing.send(sending.board, request).await;
        sending.busy.set(false);
        match answer {
            Ok(row) => sending.made.call(row),
            Err(error) => match part_of(&error) {
                Some(part) => form.faults.set(vec![(part, words::error(&error))]),
                None if replacing.takes(&error) => {}
                None => sending.refused.set(Some(error)),
            },
        }
    });
}

#[component]
fn WhoRow(form: Form) -> Element {
    let who = form.draft.read().who;
    let segments = vec![
        Segment { name: "create-one-person".into(), words: t!("create-one-person"), icon: Some("mail") },
        Segment { name: "create-anyone".into(), words: t!("create-anyone"), icon: Some("users") },
    ];
    let chosen = if who == Who::OnePerson { "create-one-person" } else { "create-anyone" };
    rsx! {
        div { class: "field",
            span { class: "label", id: "create-who", {t!("create-who")} }
            Segmented {
                labelled_by: "create-who", segments, chosen,
                on_choose: move |name: String| form.change(Part::Email, |draft| {
                    draft.who = if name == "create-anyone" { Who::Anyone } else { Who::OnePerson };
                }),
            }
            if who == Who::Anyone {
                p { class: "hint", Icon { name: "info" } span { {t!("create-anyone-hint")} } }
            }
        }
        if who == Who::OnePerson {
            EmailField { form }
        }
    }
}

#[component]
fn EmailField(form: Form) -> Element {
    let error = form.fault(Part::Email);
    let invalid = error.is_some().then_some("true");
    rsx! {
        Field { name: "create-email", label: t!("create-email"), hint: t!("create-email-hint"), hint_icon: "info", error,
            div { class: "input", aria_invalid: invalid,
                Icon { name: "mail" }
                input {
                    id: "create-email", r#type: "email", "data-test": "create-email", autocomplete: "off", autocapitalize: "none", spellcheck: "false",
                    aria_invalid: invalid, aria_describedby: "create-email-note", value: form.draft.read().email.clone(),
                    oninput: move |event| form.change(Part::Email, |draft| draft.email = event.value()),
                    onblur: move |_| {
                        let draft = form.draft.peek().clone();
                        if !draft.email.trim().is_empty() {
                            form.leave(Part::Email, draft.checked_email().err());
                        }
                    },
                }
            }
        }
    }
}

#[component]
fn PlaceRow(form: Form) -> Element {
    let options = form.options.read();
    let draft = form.draft.read().clone();
    let roles: Vec<Choice> = options.roles.iter().map(|role| Choice::new(&role.id, &role.name)).collect();
    let role_name = draft.role_of(&options).map(|role| role.name.clone()).unwrap_or_default();
    let needed = draft.role_of(&options).is_some_and(|role| role.needs_department);
    let departments: Vec<String> = options.departments.iter().map(|department| department.name.clone()).collect();
    let typed = draft.department.trim().to_owned();
    let is_new = !typed.is_empty() && !departments.iter().any(|name| name.to_lowercase() == typed.to_lowercase());
    let department_locked = options.department_locked.is_some();
    let department_hint = match (department_locked, is_new) {
        (true, _) => Some(t!("create-department-locked")),
        (false, true) => Some(t!("create-department-new", name = typed)),
        (false, false) => None,
    };
    let (role_fault, department_fault) = (form.fault(Part::Role), form.fault(Part::Department));
    let invalid = department_fault.is_some();
    rsx! {
        div { class: "two",
            Field {
                name: "create-role", label: t!("create-role"), error: role_fault,
                hint: options.role_locked.then(|| t!("create-role-locked", role = role_name)),
                Select {
                    id: "create-role", label: t!("create-role"), look: Look::Form, names: true, choices: roles, chosen: draft.role, locked: options.role_locked,
                    described_by: "create-role-note",
                    on_choose: move |role| {
                        form.change(Part::Role, |draft| draft.role = role);
                        form.leave(Part::Department, None);
                    },
                }
            }
            Field {
                name: "create-department", label: t!("create-department"), optional: !needed && !department_locked,
                error: department_fault, hint: department_hint,
                Combo {
                    id: "create-department", label: t!("create-department"), typed: draft.department, choices: departments, hint: t!("create-department-hint"),
                    locked: department_locked, invalid, described_by: "create-department-note",
                    on_type: move |name| form.change(Part::Department, |draft| draft.department = name),
                }
            }
        }
    }
}

#[component]
fn EndRow(form: Form) -> Element {
    let draft = form.draft.read().clone();
    let options = form.options.read();
    let one = draft.who == Who::OnePerson;
    let uses_fault = form.fault(Part::Uses);
    let expires_fault = form.fault(Part::Expires);
    let (date_wrong, time_wrong) = if expires_fault.is_some() { draft.wrong_halves() } else { (false, false) };
    let hint = ends_words(&draft, &options, form.now);
    rsx! {
        div { class: "field",
            div { class: "expiry",
                div { class: "field",
                    span { class: "label", id: "create-expires", {t!("create-expires")} }
                    Segmented {
                        labelled_by: "create-expires", form: true, segments: ends(&options), chosen: ends_name(draft.ends),
                        on_choose: move |name: String| form.change(Part::Expires, |draft| draft.ends = ends_named(&name)),
                    }
                }
                div { class: "field",
                    span { class: "label", id: "create-uses", {t!("create-uses")} }
                    Stepper {
                        id: "create-limit", labelled_by: "create-uses", typed: if one { "1".to_owned() } else { draft.uses.clone() },
                        least: 1, most: options.max_usage_limit, fewer: t!("create-uses-fewer"), more: t!("create-uses-more"),
                        off: one, title: one.then(|| t!("create-uses-one")), invalid: uses_fault.is_some(), described_by: "create-limit-note",
                        on_type: move |typed| form.change(Part::Uses, |draft| draft.uses = typed),
                    }
                }
            }
            Note { name: "create-limit", error: uses_fault }
            if draft.ends == Ends::At {
                DateTime {
                    name: "create", date: draft.date.clone(), time: draft.time.clone(), date_wrong, time_wrong,
                    today: time::to_local(form.now), days: options.max_expiry_days,
                    on_date: move |date| form.change(Part::Expires, |draft| draft.date = date),
                    on_time: move |time| form.change(Part::Expires, |draft| draft.time = time),
                }
            }
            Note { name: "create-expires", hint, error: expires_fault }
        }
    }
}

/// The exact end, in words, with policy's limit.
fn ends_words(draft: &Draft, options: &InvitationOptionsView, now: Moment) -> Option<String> {
    if draft.ends == Ends::Never {
        return Some(t!("create-expires-never"));
    }
    let at = draft.ends_at(now)?;
    Some(t!("create-expires-at", at = time::exact(at), days = options.max_expiry_days))
}

fn ends(options: &InvitationOptionsView) -> Vec<Segment> {
    let plain = |name: String, words| Segment { name, words, icon: None };
    let preset = |days: u32| {
        plain(
            ends_name(Ends::In(days)),
            if days == 1 { t!("create-hours", hours = 24) } else { t!("create-days", days = days) },
        )
    };
    let mut segments: Vec<Segment> = presets(options).into_iter().map(preset).collect();
    segments.push(plain(ends_name(Ends::At), t!("create-choose")));
    if options.never_allowed {
        segments.push(plain(ends_name(Ends::Never), t!("create-never")));
    }
    segments
}

fn ends_name(ends: Ends) -> String {
    match ends {
        Ends::In(days) => format!("create-expiry-{days}"),
        Ends::At => "create-expiry-date".to_owned(),
        Ends::Never => "create-expiry-never".to_owned(),
    }
}

fn ends_named(name: &str) -> Ends {
    match name.strip_prefix("create-expiry-") {
        Some("never") => Ends::Never,
        Some(days) => days.parse().map_or(Ends::At, Ends::In),
        None => Ends::At,
    }
}

#[component]
fn LabelRow(form: Form) -> Element {
    let error = form.fault(Part::Label);
    let invalid = error.is_some().then_some("true");
    rsx! {
        Field { name: "create-label", label: t!("create-label"), optional: true, error,
            input {
                class: "input", id: "create-label", r#type: "text", "data-test": "create-label", autocomplete: "off",
                placeholder: t!("create-label-hint"), aria_invalid: invalid, aria_describedby: "create-label-note",
                value: form.draft.read().label.clone(),
                oninput: move |event| form.change(Part::Label, |draft| draft.label = event.value()),
                onblur: move |_| form.leave(Part::Label, checked_label(&form.draft.peek().label).err()),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_end_has_a_name_that_leads_back_to_it() {
        for ends in [Ends::In(1), Ends::In(30), Ends::At, Ends::Never] {
            assert_eq!(ends_named(&ends_name(ends)), ends);
        }
    }
}
