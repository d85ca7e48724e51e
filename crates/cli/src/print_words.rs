//! The words of printed cards and posters, in English. No other module of the command line has any.

use vestibule_wire::PrintWordsView;

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

const STEPS: [&str; 3] = [
    "Scan the QR code, or open Vestibule and choose I have a code.",
    "Check what you are joining, and give your name.",
    "Choose a password, and press Join.",
];

/// All words.
pub fn english() -> PrintWordsView {
    PrintWordsView {
        language: "en-GB".into(),
        title: "You're invited".into(),
        role: "Role".into(),
        department: "Department".into(),
        expires: "Expires".into(),
        label: "For".into(),
        how: "How to join".into(),
        steps: STEPS.map(str::to_owned).into(),
        footer: "It doesn't work? Check it with the person who gave it to you.".into(),
        footer_many: "It doesn't work? Check it with the person who put it up.".into(),
        never: "never".into(),
        months: MONTHS.map(str::to_owned).into(),
        time: "{day} {month} {year}, {hour}:{minute}".into(),
    }
}
