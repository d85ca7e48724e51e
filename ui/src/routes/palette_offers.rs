//! The actions that the command palette offers, and those that match a text. Pure. Keeps out carrying them out.

use super::shortcuts::{ShortcutAction, keycap};
use crate::features::invitations::InvitationCounter;
use crate::language::Language;
use crate::theme::Theme;
use crate::{t, words};
use vestibule_wire::{SessionView, Status, command};

/// An action of the palette.
#[derive(Debug, Clone, PartialEq)]
pub enum PaletteAction {
    /// Open the form for a new invitation.
    Create,
    /// Open the import of invitations.
    Sheet,
    /// Open the print dialog.
    Print,
    /// Show the list without filters.
    List,
    /// Show the archive.
    Archive,
    /// Filter by a counter.
    Count(InvitationCounter),
    /// Open the preview before old invitations are archived.
    CleanUp,
    /// Show that invitation in the drawer.
    Show(String),
    /// Focus the search field.
    Search,
    /// Mask codes (true), or show them.
    Mask(bool),
    /// Set the theme.
    Theme(Theme),
    /// Set the language.
    Language(Language),
    /// Show the list of users.
    Users,
    /// Show the person's own profile.
    Profile,
    /// Show the settings.
    Settings,
    /// Show the list of shortcuts.
    Shortcuts,
    /// Lock the session.
    Lock,
    /// Sign out.
    SignOut,
}

/// One line of the palette.
#[derive(Debug, Clone, PartialEq)]
pub struct PaletteOffer {
    /// Its action.
    pub deal: PaletteAction,
    /// Its test id.
    pub name: &'static str,
    /// The name of the icon before the label.
    pub icon: &'static str,
    /// Its label.
    pub words: String,
    /// More words that find it.
    also: String,
    /// Its key.
    pub keycap: Option<String>,
    /// Shown only for a text that matches it.
    rare: bool,
}

impl PaletteOffer {
    fn new(deal: PaletteAction, name: &'static str, icon: &'static str, words: String, also: String) -> Self {
        Self { deal, name, icon, words, also, keycap: None, rare: false }
    }

    fn key(mut self, deed: ShortcutAction) -> Self {
        self.keycap = keycap(deed);
        self
    }

    fn rare(mut self) -> Self {
        self.rare = true;
        self
    }
}

/// All actions that this person's role allows.
pub fn offers(session: &SessionView, masked: bool, theme: Theme) -> Vec<PaletteOffer> {
    let mut all = Vec::new();
    if session.may::<command::CreateInvitation>() {
        all.push(
            PaletteOffer::new(
                PaletteAction::Create,
                "palette-create",
                "plus",
                t!("palette-create"),
                t!("palette-create-also"),
            )
            .key(ShortcutAction::Create),
        );
    }
    if session.may::<command::ImportInvitations>() {
        let also = t!("palette-sheet-also");
        all.push(PaletteOffer::new(
            PaletteAction::Sheet,
            "palette-sheet",
            "file-spreadsheet",
            t!("palette-sheet"),
            also,
        ));
    }
    if session.may::<command::ListInvitations>() {
        all.extend(places());
        let words = if masked { t!("palette-unmask") } else { t!("palette-mask") };
        all.push(
            PaletteOffer::new(PaletteAction::Mask(!masked), "palette-mask", "eye", words, t!("palette-mask-also"))
                .key(ShortcutAction::Mask),
        );
        all.extend(counters());
    }
    if session.may::<command::PrintInvitations>() {
        let also = t!("palette-print-also");
        all.push(PaletteOffer::new(PaletteAction::Print, "palette-print", "printer", t!("palette-print"), also).rare());
    }
    if session.may::<command::CleanUp>() {
        let also = t!("palette-clean-up-also");
        all.push(
            PaletteOffer::new(PaletteAction::CleanUp, "palette-clean-up", "archive", t!("palette-clean-up"), also)
                .rare(),
        );
    }
    if session.may::<command::ListUsers>() {
        let also = t!("palette-users-also");
        all.push(
            PaletteOffer::new(PaletteAction::Users, "palette-users", "users", t!("palette-users"), also)
                .key(ShortcutAction::ToUsers),
        );
    }
    let also = t!("palette-profile-also");
    all.push(PaletteOffer::new(PaletteAction::Profile, "palette-profile", "user-cog", t!("settings-profile"), also));
    all.extend(window(theme));
    all
}

fn places() -> [PaletteOffer; 2] {
    [
        PaletteOffer::new(PaletteAction::List, "palette-list", "ticket", t!("palette-list"), t!("palette-list-also"))
            .key(ShortcutAction::ToInvitations),
        PaletteOffer::new(
            PaletteAction::Archive,
            "palette-archive",
            "archive",
            t!("palette-archive"),
            t!("palette-archive-also"),
        ),
    ]
}

fn counters() -> Vec<PaletteOffer> {
    let offer = |counted, icon, name, words, also, place: usize| {
        let mut offer = PaletteOffer::new(PaletteAction::Count(counted), name, icon, words, also).rare();
        offer.keycap = Some(place.to_string());
        offer
    };
    vec![
        offer(InvitationCounter::All, "layers", "palette-all", t!("palette-show-all"), String::new(), 1),
        offer(
            InvitationCounter::In(Status::Active),
            "st-active",
            "palette-active",
            t!("palette-show-active"),
            t!("palette-show-active-also"),
            2,
        ),
        offer(
            InvitationCounter::In(Status::Used),
            "st-used",
            "palette-used",
            t!("palette-show-used"),
            t!("palette-show-used-also"),
            3,
        ),
        offer(
            InvitationCounter::In(Status::Expired),
            "st-expired",
            "palette-expired",
            t!("palette-show-expired"),
            t!("palette-show-expired-also"),
            4,
        ),
        offer(
            InvitationCounter::In(Status::Revoked),
            "st-revoked",
            "palette-revoked",
            t!("palette-show-revoked"),
            t!("palette-show-revoked-also"),
            5,
        ),
        offer(
            InvitationCounter::Expiring,
            "clock-alert",
            "palette-expiring",
            t!("palette-show-expiring"),
            t!("palette-show-expiring-also"),
            6,
        ),
    ]
}

fn window(theme: Theme) -> Vec<PaletteOffer> {
    let look = |to, name, icon, words| {
        PaletteOffer::new(PaletteAction::Theme(to), name, icon, words, t!("palette-theme-also"))
    };
    let looks = [
        look(Theme::Light, "palette-light", "sun", t!("palette-theme-light")),
        look(Theme::Dark, "palette-dark", "moon", t!("palette-theme-dark")),
        look(Theme::System, "palette-system", "monitor", t!("palette-theme-system")),
    ];
    let mut all: Vec<_> = looks.into_iter().filter(|offer| offer.deal != PaletteAction::Theme(theme)).collect();
    all.extend(languages());
    let also = t!("palette-settings-also");
    all.extend([
        PaletteOffer::new(PaletteAction::Settings, "palette-settings", "settings", t!("palette-settings"), also)
            .key(ShortcutAction::Settings),
        PaletteOffer::new(
            PaletteAction::Shortcuts,
            "palette-shortcuts",
            "circle-help",
            t!("palette-shortcuts"),
            t!("palette-shortcuts-also"),
        )
        .key(ShortcutAction::Shortcuts),
        PaletteOffer::new(PaletteAction::Lock, "palette-lock", "lock", t!("palette-lock"), t!("palette-lock-also"))
            .key(ShortcutAction::Lock),
        PaletteOffer::new(
            PaletteAction::SignOut,
            "palette-sign-out",
            "log-out",
            t!("palette-sign-out"),
            t!("palette-sign-out-also"),
        ),
    ]);
    all
}

/// The languages that are not shown, found by their own names too.
fn languages() -> impl Iterator<Item = PaletteOffer> {
    let others = Language::OFFERED.into_iter().filter(|language| *language != words::language());
    others.map(|language| {
        let name = match language {
            Language::English | Language::Pseudo => "palette-language-en",
            Language::Spanish => "palette-language-es",
            Language::Arabic => "palette-language-ar",
            Language::Welsh => "palette-language-cy",
        };
        let said = t!("palette-language", language = language.own_name());
        let also = t!("palette-language-also");
        PaletteOffer::new(PaletteAction::Language(language), name, "languages", said, also).rare()
    })
}

/// The actions that match: each typed word begins one of their words. Matches by label come before matches by other
/// words.
pub fn matching(offers: Vec<PaletteOffer>, typed: &str) -> Vec<PaletteOffer> {
    let typed = words_of(typed);
    if typed.is_empty() {
        return offers.into_iter().filter(|offer| !offer.rare).collect();
    }
    let fits = |text: &[String]| typed.iter().all(|word| text.iter().any(|own| own.starts_with(word)));
    let (own, mut rest): (Vec<_>, Vec<_>) = offers.into_iter().partition(|offer| fits(&words_of(&offer.words)));
    rest.retain(|offer| fits(&words_of(&format!("{} {}", offer.words, offer.also))));
    own.into_iter().chain(rest).collect()
}

fn words_of(text: &str) -> Vec<String> {
    let words = text.split(|symbol: char| !symbol.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::features::invitations::tests::{manager, session, staff};

    fn names(offers: &[PaletteOffer]) -> Vec<&'static str> {
        offers.iter().map(|offer| offer.name).collect()
    }

    fn found(typed: &str) -> Vec<&'static str> {
        names(&matching(offers(&session(), false, Theme::Light), typed))
    }

    #[test]
    fn with_nothing_typed_the_usual_things_are_offered() {
        let usual = found("");
        assert_eq!(usual[..3], ["palette-create", "palette-sheet", "palette-list"]);
        assert!(usual.contains(&"palette-sign-out") && !usual.contains(&"palette-revoked"), "{usual:?}");
        assert!(!usual.contains(&"palette-light"), "it is light already");
    }

    #[test]
    fn what_is_typed_begins_words_in_any_order_and_case() {
        assert_eq!(found("REVO"), ["palette-revoked"]);
        assert_eq!(found("inv  rev"), ["palette-revoked"]);
        assert_eq!(found("night")[0], "palette-dark");
        assert_eq!(found("clean"), ["palette-clean-up"]);
    }

    #[test]
    fn a_word_from_the_middle_finds_nothing() {
        assert!(found("voked").is_empty());
        assert!(found("revoked dark").is_empty());
    }

    #[test]
    fn its_own_words_come_before_other_words() {
        let found = found("open");
        assert!(found.len() > 1 && found.contains(&"palette-list"), "{found:?}");
        assert_eq!(self::found("archive")[0], "palette-archive");
    }

    #[test]
    fn only_what_the_role_may_is_offered() {
        let all = names(&offers(&manager(), false, Theme::Light));
        assert!(
            all.contains(&"palette-create") && !all.contains(&"palette-clean-up") && !all.contains(&"palette-sheet")
        );
        let all = names(&offers(&staff(), false, Theme::System));
        let window = ["palette-settings", "palette-shortcuts", "palette-lock", "palette-sign-out"];
        let languages = ["palette-language-ar", "palette-language-cy", "palette-language-es"];
        assert_eq!(all, [&["palette-profile", "palette-light", "palette-dark"][..], &languages, &window].concat());
    }

    #[test]
    fn pages_have_the_keys_that_lead_to_them() {
        let all = offers(&session(), false, Theme::Light);
        let key = |name| all.iter().find(|offer| offer.name == name).and_then(|offer| offer.keycap.as_deref());
        assert_eq!((key("palette-list"), key("palette-users")), (Some("G I"), Some("G U")));
    }

    #[test]
    fn another_language_is_found_by_its_own_name_and_not_offered_unasked() {
        assert_eq!(found("cymraeg"), ["palette-language-cy"]);
        assert_eq!(found("language").len(), 3, "all but the one that is shown");
        assert!(!found("").contains(&"palette-language-cy"));
    }

    #[test]
    fn a_mask_that_is_on_can_be_taken_off() {
        let offer = |masked| {
            let all = offers(&session(), masked, Theme::Light);
            all.into_iter().find(|offer| offer.name == "palette-mask").unwrap()
        };
        assert_eq!((offer(false).deal, offer(true).deal), (PaletteAction::Mask(true), PaletteAction::Mask(false)));
        assert_ne!(offer(false).words, offer(true).words);
    }
}
