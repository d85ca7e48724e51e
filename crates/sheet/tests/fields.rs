//! Tests with a set of fields without addresses, lists and dates: questions about those don't arise. Keeps out the
//! rules for addresses (files.rs).

use std::sync::LazyLock;
use vestibule_sheet::words::{self, Words};
use vestibule_sheet::{Field, FirstRow, Holds, MappingError, Options, Question, RejectedWriter, Sheet, Titles};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    Department,
    Under,
}

static TITLES: LazyLock<Titles<Place>> = LazyLock::new(Titles::of_all);

impl Field for Place {
    const ALL: &'static [Self] = &[Self::Department, Self::Under];
    const ORDER: &'static [Self] = Self::ALL;
    const ROW: [&'static str; 2] = ["place", "places"];

    fn name(self) -> &'static str {
        ["department", "under"][self.place()]
    }

    fn place(self) -> usize {
        self as usize
    }

    fn holds(self) -> Holds {
        Holds::Line
    }

    fn words(self) -> Words {
        match self {
            Self::Department => words::DEPARTMENT,
            Self::Under => Words::only("under parent"),
        }
    }

    fn titles() -> &'static Titles<Self> {
        &TITLES
    }
}

fn open(text: &str) -> Sheet<&[u8], Place> {
    Sheet::open(text.as_bytes(), &Options::default()).expect("it begins as a sheet")
}

#[test]
fn titles_and_the_order_without_titles_are_those_of_the_set() {
    let sheet = open("Parent;Abteilung;E-Mail\nScience;Physics;a@b.example\n");
    assert_eq!(sheet.columns().fields(), [Some(Place::Under), Some(Place::Department), None]);
    assert!(sheet.columns().is_sure(), "email is no title here");
    let sheet = open("Physics,Science\nChemistry,Science\n");
    assert_eq!(sheet.columns().fields(), [Some(Place::Department), Some(Place::Under)]);
    assert_eq!((sheet.columns().first_row(), sheet.columns().is_sure()), (FirstRow::Cells, false));
}

#[test]
fn addresses_are_asked_about_only_where_a_field_holds_them() {
    let mut sheet = open("Department,Head\nPhysics,a@b.example\n");
    assert_eq!((sheet.columns().question(), sheet.columns().has_addresses(1)), (None, true));
    let row = sheet.next().unwrap().unwrap().unwrap();
    assert_eq!((row.get(Place::Department).as_deref(), row.get(Place::Under)), (Some("Physics"), None));
    let sheet = open("Wer,Was\na@b.example,x\n");
    assert_eq!(sheet.columns().question(), Some(Question::Titles), "titles that nobody knows are asked about");
    assert_eq!(sheet.columns().fields()[0], Some(Place::Department), "and addresses don't move the columns");
}

#[test]
fn what_is_left_out_is_found_again_by_the_titles_of_the_set() {
    let mut sheet = open("Physics,Science\n");
    let mut writer = RejectedWriter::new(Vec::new(), sheet.columns()).unwrap();
    let row = sheet.next().unwrap().unwrap().unwrap();
    writer.row(row.line(), row.cells(), "no").unwrap();
    let bytes = writer.finish().unwrap();
    assert_eq!(std::str::from_utf8(&bytes), Ok("\u{feff}department,under,line,reason\r\nPhysics,Science,1,no\r\n"));
}

#[test]
fn faults_of_a_whole_file_say_what_a_row_stands_for() {
    let error = Sheet::<_, Place>::open(&b""[..], &Options::default()).err().unwrap();
    assert_eq!(error.to_string(), "the file is empty: it needs one row per place");
    let twice = vestibule_sheet::Mapping::new([Some(Place::Under); 2], FirstRow::Titles);
    assert_eq!(twice, Err(MappingError::Twice { field: "under" }));
}
