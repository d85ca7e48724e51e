//! Departments: a tree of names. A division is a department and all under it; a person reaches a division, everything,
//! or only themselves. Keeps out who may change the tree (`decide::department`).

use crate::{DepartmentId, DepartmentName, Scope, TextError, letters};
use std::collections::BTreeSet;
use std::fmt;

/// A department and its place in the tree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Department {
    /// UUID, the same on every device.
    pub id: DepartmentId,
    /// The department above it; none: it is at the top.
    pub parent: Option<DepartmentId>,
    /// Its own name, unique under the same parent (compared by key).
    pub name: DepartmentName,
}

/// A department and all under it, at any depth.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Division {
    head: DepartmentId,
    all: BTreeSet<DepartmentId>,
}

impl Division {
    /// Builds a division from a department and those under it.
    pub fn new(head: DepartmentId, under: impl IntoIterator<Item = DepartmentId>) -> Self {
        Self { head, all: under.into_iter().chain([head]).collect() }
    }

    /// The topmost department of the division.
    pub fn head(&self) -> DepartmentId {
        self.head
    }

    /// Whether the department is in the division.
    pub fn includes(&self, department: DepartmentId) -> bool {
        self.all.contains(&department)
    }

    /// All its departments, including the head.
    pub fn departments(&self) -> impl Iterator<Item = DepartmentId> {
        self.all.iter().copied()
    }

    /// The division of a department, found among all departments. None: there is no such department.
    pub fn find(head: DepartmentId, all: &[Department]) -> Option<Self> {
        all.iter().find(|department| department.id == head)?;
        let mut division = Self::new(head, []);
        let mut before = 0;
        // Each round adds the children of what was added; a tree needs fewer rounds than it has departments.
        while division.all.len() > before {
            before = division.all.len();
            let next: Vec<DepartmentId> = all
                .iter()
                .filter(|department| department.parent.is_some_and(|parent| division.includes(parent)))
                .map(|department| department.id)
                .collect();
            division.all.extend(next);
        }
        Some(division)
    }
}

/// How far a person reaches: what they may see and change. Rules, lists, search and counters all use it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reach {
    /// The whole organisation.
    Everything,
    /// A division.
    Division(Division),
    /// Only themselves.
    Themselves,
}

impl Reach {
    /// The reach of a role's scope in that division. Without a division, division scope reaches only themselves.
    pub fn from_scope(scope: Scope, division: Option<Division>) -> Self {
        match (scope, division) {
            (Scope::Organisation, _) => Self::Everything,
            (Scope::Division, Some(division)) => Self::Division(division),
            (Scope::Division, None) | (Scope::Own, _) => Self::Themselves,
        }
    }

    /// Whether the department lies in it. What has no department lies in no division.
    pub fn includes(&self, department: Option<DepartmentId>) -> bool {
        match self {
            Self::Everything => true,
            Self::Division(division) => department.is_some_and(|department| division.includes(department)),
            Self::Themselves => false,
        }
    }

    /// Whether the other reach lies within this one.
    pub fn covers(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Everything, _) | (_, Self::Themselves) => true,
            (Self::Division(_), Self::Division(other)) => other.departments().all(|one| self.includes(Some(one))),
            (Self::Division(_) | Self::Themselves, _) => false,
        }
    }
}

impl DepartmentName {
    /// The key as a part of a path. An old name may contain a slash, which is escaped so that it separates nothing.
    pub fn part(&self) -> String {
        self.key().replace(DepartmentPath::SEPARATOR, "\u{2}")
    }
}

/// A department as the names from the top to its own, as people write it: `Science/Physics/Optics`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DepartmentPath {
    names: Vec<DepartmentName>,
    /// As entered. Names from before the tree may contain a slash, with spaces around it or at an end.
    written: String,
}

impl DepartmentPath {
    /// The most departments in a path.
    pub const MAX_DEPTH: usize = 10;
    /// Separates the names of a path.
    pub const SEPARATOR: char = '/';

    /// Splits a text at slashes. If one of the parts is empty, the whole text is one name.
    pub fn parse(text: &str) -> Result<Self, TextError> {
        let names: Vec<&str> = text.split(Self::SEPARATOR).collect();
        if names.len() > Self::MAX_DEPTH {
            return Err(TextError::TooDeep { max: Self::MAX_DEPTH });
        }
        let names: Result<Vec<DepartmentName>, TextError> = names.into_iter().map(DepartmentName::parse).collect();
        let names = match names {
            Err(TextError::Empty) => vec![DepartmentName::parse(text)?],
            read => read?,
        };
        Ok(Self { names, written: letters::collapsed(text) })
    }

    /// As entered, composed and with white space collapsed.
    pub fn written(&self) -> &str {
        &self.written
    }

    /// The department's own name.
    pub fn name(&self) -> &DepartmentName {
        self.names.last().expect("a path has a name")
    }

    /// The path of its parent; none: it is at the top.
    pub fn parent(&self) -> Option<Self> {
        let (_, above) = self.names.split_last()?;
        let names: Vec<&str> = above.iter().map(DepartmentName::as_str).collect();
        (!above.is_empty()).then(|| Self { names: above.to_vec(), written: names.join("/") })
    }

    /// For comparison with the joined [`DepartmentName::part`]s of existing departments, from the top down.
    pub fn key(&self) -> String {
        let parts: Vec<String> = self.names.iter().map(DepartmentName::part).collect();
        parts.join("/")
    }

    /// For comparison with displayed paths: the names joined by slashes, and the text as entered.
    pub fn shown_keys(&self) -> [String; 2] {
        [letters::key(&self.to_string()), letters::key(&self.written)]
    }
}

impl fmt::Display for DepartmentPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (turn, name) in self.names.iter().enumerate() {
            let before = if turn > 0 { "/" } else { "" };
            write!(f, "{before}{}", name.as_str())?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn id(number: u8) -> DepartmentId {
        DepartmentId::from_bytes([number; 16])
    }

    fn department(number: u8, parent: Option<u8>) -> Department {
        let name = DepartmentName::parse(&format!("Department {number}")).unwrap();
        Department { id: id(number), parent: parent.map(id), name }
    }

    #[test]
    fn a_division_is_a_department_and_all_under_it() {
        let all = [department(3, Some(2)), department(1, None), department(2, Some(1)), department(4, None)];
        let division = |head| Division::find(id(head), &all).unwrap().departments().collect::<Vec<_>>();
        assert_eq!(division(1), [id(1), id(2), id(3)]);
        assert_eq!((division(2), division(4)), (vec![id(2), id(3)], vec![id(4)]));
        assert_eq!(Division::find(id(9), &all), None);
    }

    #[test]
    fn what_belongs_to_no_department_is_in_no_division() {
        let reach = |scope| Reach::from_scope(scope, Some(Division::new(id(1), [id(2)])));
        for department in [None, Some(id(1)), Some(id(2)), Some(id(3))] {
            let within = department.is_some_and(|department| department < id(3));
            assert!(reach(Scope::Organisation).includes(department));
            assert_eq!(reach(Scope::Division).includes(department), within, "{department:?}");
            assert!(!reach(Scope::Own).includes(department));
            assert!(!Reach::from_scope(Scope::Division, None).includes(department), "a manager without a department");
        }
    }

    #[test]
    fn a_reach_covers_what_lies_within_it_and_nothing_that_lies_beyond() {
        let division =
            |head: u8, under: &[u8]| Reach::Division(Division::new(id(head), under.iter().map(|one| id(*one))));
        let (wide, narrow, beside) = (division(1, &[2, 3]), division(2, &[3]), division(2, &[4]));
        assert!(wide.covers(&narrow) && wide.covers(&wide) && Reach::Everything.covers(&wide));
        assert!(!narrow.covers(&wide) && !wide.covers(&beside) && !wide.covers(&Reach::Everything));
        assert!(narrow.covers(&Reach::Themselves) && !Reach::Themselves.covers(&narrow));
    }

    #[test]
    fn a_path_is_read_name_by_name_and_compared_as_names_are() {
        let path = DepartmentPath::parse(" Science / PHYSICS/Optics").unwrap();
        assert_eq!(path.to_string(), "Science/PHYSICS/Optics");
        assert_eq!((path.name().as_str(), path.parent().unwrap().to_string()), ("Optics", "Science/PHYSICS".into()));
        assert_eq!(path.key(), DepartmentPath::parse("SCIENCE/physics/optics").unwrap().key());
        assert_eq!(DepartmentPath::parse("Science").unwrap().parent(), None);
        assert_eq!(DepartmentPath::parse(" "), Err(TextError::Empty));
        for one_name in ["Science/", "/Physics", "Science//Optics"] {
            let path = DepartmentPath::parse(one_name).unwrap();
            assert_eq!((path.parent(), path.name().as_str()), (None, one_name), "no name between two slashes");
        }
        let before = DepartmentPath::parse("Research /  Development").unwrap();
        assert_eq!(before.shown_keys(), ["research/development", "research / development"].map(str::to_owned));
        assert_eq!((before.written(), before.parent().unwrap().written()), ("Research / Development", "Research"));
        let long = format!("Science/{}/{}/Optics", "x".repeat(70), "y".repeat(70));
        let long = DepartmentPath::parse(&long).unwrap();
        assert!(long.shown_keys().iter().all(|key| key.len() > 150), "no end of it stands for all of it");
        assert_eq!(DepartmentPath::parse(&["a"; 11].join("/")), Err(TextError::TooDeep { max: 10 }));
        assert!(DepartmentPath::parse(&["a"; 10].join("/")).is_ok());
    }

    proptest! {
        /// In any tree, a division holds exactly the departments whose way up passes its head.
        #[test]
        fn a_division_holds_whoever_walks_up_to_its_head(parents in prop::collection::vec(0_u8..12, 1..12), head in 1_u8..12) {
            // A parent always has a lower number, so there are no cycles.
            let all: Vec<Department> = (1_u8..).zip(&parents)
                .map(|(number, parent)| department(number, Some(*parent).filter(|parent| (1..number).contains(parent))))
                .collect();
            let of = |id: DepartmentId| all.iter().find(|one| one.id == id);
            let walks = |from: &Department| std::iter::successors(Some(from), |at| at.parent.and_then(of)).any(|at| at.id == id(head));
            let expected: Vec<DepartmentId> = all.iter().filter(|one| walks(one)).map(|one| one.id).collect();
            let found = Division::find(id(head), &all).map(|division| division.departments().collect::<Vec<_>>());
            prop_assert_eq!(found.unwrap_or_default(), expected);
        }
    }
}
