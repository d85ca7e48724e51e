//! Every word on cards and posters, in the organisation's language, and the usual paper size of this device's region.
//! Keeps out drawing.

use crate::parts::calendar::month_name;
use crate::{t, words};
use vestibule_wire::{PrintLayout, PrintPaper, PrintWordsView};

/// Regions that use Letter (Unicode CLDR, paperSize: US-Letter).
const LETTER: [&str; 16] =
    ["BZ", "CA", "CL", "CO", "CR", "GT", "MX", "NI", "PA", "PH", "PR", "SV", "US", "VE", "DO", "BO"];

/// The words on cards and posters.
pub fn print_words() -> PrintWordsView {
    PrintWordsView {
        language: words::language().locale().split("-u-").next().unwrap_or_default().to_owned(),
        title: t!("print-card-title"),
        role: t!("invitations-role"),
        department: t!("create-department"),
        expires: t!("invitations-expires"),
        label: t!("print-card-for"),
        how: t!("print-card-how"),
        steps: vec![t!("print-card-step-1"), t!("print-card-step-2"), t!("print-card-step-3")],
        footer: t!("print-card-footer"),
        footer_many: t!("print-card-footer-many"),
        never: t!("print-card-never"),
        months: (1..=12).map(month_name).collect(),
        time: time_words(),
    }
}

/// The format of a time on paper, with placeholders.
pub fn time_words() -> String {
    let (day, month, year) = ("{day}", "{month}", "{year}");
    let form = t!("print-card-time", day = day, month = month, year = year, hour = "{hour}", minute = "{minute}");
    words::without_marks(&form)
}

/// The usual paper of the region in a BCP 47 tag; A4 if the tag has no region.
pub fn usual_paper(language: &str) -> PrintPaper {
    let region = language.split(['-', '_']).skip(1).find(|part| part.len() == 2).map(str::to_uppercase);
    let is_letter = region.is_some_and(|region| LETTER.contains(&region.as_str()));
    if is_letter { PrintPaper::Letter } else { PrintPaper::A4 }
}

/// How many fit on a page.
pub fn per_page(layout: PrintLayout) -> u64 {
    match layout {
        PrintLayout::Eight => 8,
        PrintLayout::Ten => 10,
        PrintLayout::Poster => 1,
    }
}

/// The language and region that this device is set to.
#[cfg(target_arch = "wasm32")]
pub fn device_language() -> String {
    web_sys::window().and_then(|window| window.navigator().language()).unwrap_or_default()
}

/// A fixed language for tests on the host.
#[cfg(not(target_arch = "wasm32"))]
pub fn device_language() -> String {
    "en-GB".to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letter_is_usual_in_north_america_and_a4_elsewhere() {
        for language in ["en-US", "fr-CA", "es-MX", "es_mx", "zh-Hans-US"] {
            assert_eq!(usual_paper(language), PrintPaper::Letter, "{language}");
        }
        for language in ["en-GB", "en", "", "de-DE", "sr-Latn-RS"] {
            assert_eq!(usual_paper(language), PrintPaper::A4, "{language}");
        }
    }

    #[test]
    fn every_word_on_paper_is_in_the_catalogue() {
        let words = print_words();
        assert_eq!((words.months.len(), words.months[10].as_str()), (12, "November"));
        assert_eq!(words.time, "{day} {month} {year}, {hour}:{minute}");
        for word in
            [&words.title, &words.role, &words.how, &words.footer, &words.footer_many, &words.never, &words.label]
        {
            assert!(!word.is_empty() && !word.starts_with("print-"), "{word}");
        }
        assert!(words.steps.iter().all(|step| !step.starts_with("print-")));
    }
}
