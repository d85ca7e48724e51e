//! Departments and groups that the form would create, each with an existing one of which it may be a misspelling.
//! Shown under the field and in the dialog's foot, which is always in sight. Keeps out whether it may be created: the
//! backend decides.

use super::draft::{Draft, department_stands, is_same};
use crate::parts::icon::{Icon, IconSize};
use crate::prelude::*;
use crate::t;
use vestibule_domain::close_to;
use vestibule_wire::InvitationOptionsView;

/// A typed name that does not exist yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewNameNotice {
    /// As typed, trimmed.
    pub name: String,
    /// An existing name that is close to it.
    pub near: Option<String>,
}

impl NewNameNotice {
    fn for_name(typed: &str, known: &[String]) -> Option<Self> {
        let name = typed.trim();
        let is_new = !name.is_empty() && !known.iter().any(|known| is_same(known, name));
        is_new.then(|| {
            let near = close_to(name, known.iter().map(String::as_str)).map(str::to_owned);
            Self { name: name.to_owned(), near }
        })
    }

    /// The hint under its field.
    pub fn hint(&self) -> String {
        match &self.near {
            Some(near) => t!("create-department-near", name = self.name.clone(), near = near.clone()),
            None => t!("create-department-new", name = self.name.clone()),
        }
    }
}

/// The department that the form would create.
pub fn department(draft: &Draft, options: &InvitationOptionsView) -> Option<NewNameNotice> {
    if !options.new_departments || department_stands(draft.department.trim(), options) {
        return None;
    }
    let known: Vec<String> = options.departments.iter().map(|department| department.path.clone()).collect();
    NewNameNotice::for_name(&draft.department, &known)
}

/// The groups that the form would create, including one typed but not yet added.
pub fn groups(draft: &Draft, options: &InvitationOptionsView) -> Vec<NewNameNotice> {
    let typed = draft.groups.iter().chain(std::iter::once(&draft.group_typed));
    typed.filter_map(|name| NewNameNotice::for_name(name, &options.groups)).collect()
}

fn sentence(kind: &'static str, new: &NewNameNotice) -> String {
    let name = new.name.clone();
    match (kind, new.near.clone()) {
        ("department", None) => t!("create-new-department", name = name),
        ("department", Some(near)) => t!("create-new-department-near", name = name, near = near),
        (_, None) => t!("create-new-group", name = name),
        (_, Some(near)) => t!("create-new-group-near", name = name, near = near),
    }
}

/// All names that would be new, in a dialog's foot: seen before the button beside it is pressed.
#[component]
pub fn News(draft: Signal<Draft>, options: Signal<InvitationOptionsView>) -> Element {
    let (draft, options) = (draft.read(), options.read());
    let department = department(&draft, &options).map(|new| sentence("department", &new));
    let groups = groups(&draft, &options).into_iter().map(|new| sentence("group", &new));
    let lines: Vec<String> = department.into_iter().chain(groups).collect();
    rsx! {
        div { class: "grow news small", role: "status", "data-test": "create-news",
            for line in lines {
                // WebKitGTK's screen readers don't read words in a span of a flexible row as text.
                div { class: "row", key: "{line}", Icon { name: "info", size: IconSize::Small } p { {line.clone()} } }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::features::invitations::tests::options;
    use crate::testing::render;
    use crate::time;
    use vestibule_wire::DepartmentView;

    fn asked(department: &str, group: &str) -> (Draft, InvitationOptionsView) {
        let options = InvitationOptionsView {
            departments: ["Library", "Sciences"]
                .map(|name| DepartmentView { name: name.into(), path: name.into(), ..options().departments[0].clone() })
                .to_vec(),
            groups: vec!["Choir".into()],
            new_departments: true,
            new_groups: true,
            ..options()
        };
        let draft =
            Draft { department: department.into(), group_typed: group.into(), ..Draft::new(&options, time::now()) };
        (draft, options)
    }

    fn said(typed: &str) -> Option<(String, Option<String>)> {
        let (draft, options) = asked(typed, "");
        department(&draft, &options).map(|new| (new.name, new.near))
    }

    #[test]
    fn a_known_department_is_never_said_to_be_new() {
        assert_eq!((said("Library"), said(" library "), said("")), (None, None, None));
        let (draft, options) = asked("Libary", "");
        let locked = InvitationOptionsView { new_departments: false, ..options };
        assert_eq!(department(&draft, &locked), None, "a manager's is given");
    }

    #[test]
    fn a_slip_is_told_with_the_name_it_is_close_to_and_another_name_without() {
        for slip in ["Libary", "Librray", "Libraryy", "LIBRERY"] {
            assert_eq!(said(slip), Some((slip.into(), Some("Library".into()))), "{slip}");
        }
        assert_eq!(said("Music"), Some(("Music".into(), None)));
        assert_eq!(said("Lib"), Some(("Lib".into(), None)));
    }

    #[test]
    fn what_would_be_new_stands_in_the_foot() {
        let html = render(|| {
            let (draft, options) = asked("Libary", "Chior");
            let (draft, options) = (use_signal(|| draft), use_signal(|| options));
            rsx! {
                News { draft, options }
            }
        });
        assert!(html.contains("New department “Libary”. Did you mean Library?"), "{html}");
        assert!(html.contains("New group “Chior”. Did you mean Choir?"), "{html}");
    }
}
