//! The list of all shortcuts, and the switch for single keys. Keeps out the table: see `shortcuts`.

use super::shortcuts::{self, Group, SHORTCUTS, Shortcut, caps};
use crate::parts::button::{Button, Size};
use crate::parts::dialog::Dialog;
use crate::prelude::*;
use crate::{app, dom, t};
use vestibule_wire::SessionView;

/// The dialog. It lists only shortcuts that the role has.
#[component]
pub fn ShortcutsDialog(onclose: EventHandler<()>) -> Element {
    let session = app::use_session();
    let session = session.read().clone();
    rsx! {
        Dialog {
            name: "shortcuts", title: t!("shortcuts-title"), onclose, onprimary: onclose,
            footer: rsx! {
                SingleKeys { account: session.account.clone() }
                span { class: "grow" }
                Button { size: Size::Form, focus: true, test: "shortcuts-done", onclick: move |_| onclose.call(()), {t!("shortcuts-done")} }
            },
            section { class: "shortcuts", tabindex: "0", aria_labelledby: "shortcuts-title",
                Part { title: t!("shortcuts-window"), group: Group::Window, session: session.clone() }
                Part { title: t!("shortcuts-table"), group: Group::Table, session: session.clone() }
                Part { title: t!("shortcuts-one"), group: Group::One, session }
            }
        }
    }
}

/// The shortcuts of one group that this person has.
pub fn shortcuts_in(group: Group, session: &SessionView) -> Vec<&'static Shortcut> {
    SHORTCUTS.iter().filter(|shortcut| shortcut.group == group && shortcut.is_for(session)).collect()
}

#[component]
fn Part(title: String, group: Group, session: SessionView) -> Element {
    let lines = shortcuts_in(group, &session);
    if lines.is_empty() {
        return rsx! {};
    }
    rsx! {
        div { class: "shortcuts-part",
            h3 { {title} }
            dl {
                for shortcut in lines {
                    div { key: "{shortcut.deed:?}{shortcut.strokes[0].key}",
                        dt { {(shortcut.words)()} }
                        dd { Caps { shortcut: *shortcut } }
                    }
                }
            }
        }
    }
}

#[derive(Props, Clone)]
struct CapsProps {
    shortcut: Shortcut,
}

impl PartialEq for CapsProps {
    fn eq(&self, other: &Self) -> bool {
        self.shortcut.strokes == other.shortcut.strokes
    }
}

#[allow(non_snake_case)]
fn Caps(props: CapsProps) -> Element {
    let mac = dom::is_mac();
    let all = props.shortcut.strokes;
    let strokes: Vec<_> = match (all.first(), all.last()) {
        (Some(first), Some(last)) if props.shortcut.range => vec![*first, *last],
        _ => all.to_vec(),
    };
    rsx! {
        for (n , stroke) in strokes.into_iter().enumerate() {
            if n > 0 && props.shortcut.range {
                span { class: "muted", "–" }
            }
            span { class: "stroke",
                for (place , cap) in caps(stroke, mac).into_iter().enumerate() {
                    if place == 1 && !stroke.first.is_empty() {
                        span { class: "muted", {t!("key-then")} }
                    }
                    kbd { class: "kbd", {cap} }
                }
            }
        }
    }
}

/// Single letters can be switched off (WCAG 2.1.4).
#[component]
fn SingleKeys(account: String) -> Element {
    let mut on = use_signal(shortcuts::single_keys);
    rsx! {
        button {
            class: "switch", r#type: "button", role: "switch", aria_checked: on().to_string(), "data-test": "single-keys", title: t!("shortcuts-single-hint"),
            onclick: move |_| {
                on.toggle();
                shortcuts::set_single_keys(&account, on());
            },
            i {}
            {t!("shortcuts-single")}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::features::invitations::tests::{manager, session, staff, without};
    use crate::testing::render;
    use vestibule_domain::Permission;

    #[component]
    fn Shown() -> Element {
        use_context_provider(|| Signal::new(session()));
        rsx! {
            ShortcutsDialog { onclose: |()| {} }
        }
    }

    #[test]
    fn every_shortcut_of_an_administrator_is_listed() {
        let html = render(|| rsx! { Shown {} });
        for shortcut in SHORTCUTS {
            assert!(html.contains(&(shortcut.words)()), "{}", (shortcut.words)());
        }
        assert!(html.contains("<kbd class=\"kbd\">G</kbd><span class=\"muted\">then</span><kbd class=\"kbd\">U</kbd>"));
        assert!(html.contains("data-test=\"shortcuts\"") && html.contains(">Ctrl<") && html.contains("single-keys"));
    }

    #[test]
    fn what_the_role_has_not_is_not_listed() {
        assert!(shortcuts_in(Group::One, &staff()).is_empty() && shortcuts_in(Group::Table, &staff()).is_empty());
        let deeds: Vec<_> = shortcuts_in(Group::One, &manager()).iter().map(|shortcut| shortcut.deed).collect();
        assert!(
            !deeds.contains(&shortcuts::ShortcutAction::Revoke) && !deeds.contains(&shortcuts::ShortcutAction::Replace),
            "{deeds:?}"
        );
        assert!(deeds.contains(&shortcuts::ShortcutAction::CopyCode));
    }

    #[test]
    fn who_sees_users_and_no_invitations_has_the_keys_of_a_list() {
        let session = without(Permission::SeeInvitations);
        let deeds = |group| shortcuts_in(group, &session).iter().map(|shortcut| shortcut.deed).collect::<Vec<_>>();
        let window = deeds(Group::Window);
        assert!(
            window.contains(&shortcuts::ShortcutAction::Search) && window.contains(&shortcuts::ShortcutAction::ToUsers),
            "{window:?}"
        );
        assert!(
            !window.contains(&shortcuts::ShortcutAction::Mask)
                && !window.contains(&shortcuts::ShortcutAction::ToInvitations)
        );
        assert!(!deeds(Group::Table).is_empty() && !deeds(Group::One).contains(&shortcuts::ShortcutAction::CopyCode));
    }
}
