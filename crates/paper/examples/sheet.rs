//! Writes every layout on both papers as PDF and, drawn at 110 dots an inch, as PNG, to look at: `cargo run -p
//! vestibule-paper --example sheet -- OUT_DIR`.

#[path = "../tests/support/mod.rs"]
mod support;

use std::path::Path;

use support::{card, job, logo, print, rendered, tile};
use vestibule_paper::{Card, Layout, Paper, PrintJob, PrintWords};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = std::env::args().nth(1).ok_or("say where to: sheet OUT_DIR")?;
    let folder = Path::new(&folder);
    std::fs::create_dir_all(folder)?;
    for (layout, name) in [(Layout::EightCards, "eight"), (Layout::TenCards, "ten"), (Layout::Poster, "poster")] {
        for (paper, size) in [(Paper::A4, "a4"), (Paper::Letter, "letter")] {
            let count = u32::try_from(layout.per_page())?;
            let plain = job(layout, paper);
            write(folder, &format!("{name}-{size}"), &PrintJob { logo: Some(logo()), ..plain }, (1..=count).map(card))?;
            let wide = PrintJob { logo: Some(tile(512, 128)), ..job(layout, paper) };
            write(folder, &format!("{name}-{size}-wide"), &wide, (1..=count).map(card))?;
            write(folder, &format!("{name}-{size}-german"), &german(layout, paper), (1..=count).map(long))?;
            // Only if this computer has fonts for it.
            if print(&hebrew(layout, paper), (1..=1).map(arabic)).is_ok() {
                write(folder, &format!("{name}-{size}-hebrew"), &hebrew(layout, paper), (1..=count).map(arabic))?;
            }
        }
    }
    Ok(())
}

fn write(
    folder: &Path,
    name: &str,
    job: &PrintJob,
    cards: impl Iterator<Item = Card>,
) -> Result<(), Box<dyn std::error::Error>> {
    let file = print(job, cards)?;
    for page in rendered(&file, 110.0) {
        std::fs::write(folder.join(format!("{name}.png")), page.into_png().map_err(|_| "no PNG")?)?;
    }
    std::fs::write(folder.join(format!("{name}.pdf")), file)?;
    Ok(())
}

fn german(layout: Layout, paper: Paper) -> PrintJob {
    PrintJob {
        organisation: "Gesamtschule und Berufskolleg der Hansestadt Neubrandenburg".into(),
        words: PrintWords {
            language: "de".into(),
            title: "Sie sind eingeladen".into(),
            role: "Rolle".into(),
            department: "Abteilung".into(),
            expires: "Gültig bis".into(),
            label: "Für".into(),
            how: "So treten Sie bei".into(),
            steps: vec![
                "Scannen Sie den Code mit dem Telefon, oder öffnen Sie Vestibule und wählen Sie Ich habe einen Code."
                    .into(),
                "Prüfen Sie, wem Sie beitreten, und geben Sie Ihren Namen an.".into(),
                "Legen Sie ein Kennwort fest. Das ist alles.".into(),
            ],
            footer: "Fragen beantwortet das Sekretariat im Haupthaus, Zimmer 104.".into(),
            footer_many: "Für alle im Haus.".into(),
        },
        ..job(layout, paper)
    }
}

fn long(number: u32) -> Card {
    let base = card(number);
    match number % 4 {
        1 => Card {
            code: format!("{}-XQ7Z", base.code),
            role: "Verwaltungsfachangestellte".into(),
            department: Some("Naturwissenschaftliche Sammlungen".into()),
            expires: "Donnerstag, 14. Mai 2026, 18:00 Uhr MESZ".into(),
            label: Some("Tag der offenen Tür im Frühling, Stand der Bibliothek neben dem Haupteingang. ".repeat(3)),
            ..base
        },
        2 => Card {
            role: "Donaudampfschifffahrtsgesellschaftskapitän".into(),
            department: None,
            link: format!("{}?from={}", base.link, "neubrandenburg-".repeat(5)),
            label: None,
            ..base
        },
        3 => Card { expires: String::new(), department: Some("Długoterminowe przechowywanie".into()), ..base },
        _ => Card { label: Some("Für Αθηνά Παπαδοπούλου und Nguyễn Thị Hằng".into()), ..base },
    }
}

fn hebrew(layout: Layout, paper: Paper) -> PrintJob {
    PrintJob {
        organisation: "מכללת גבעת השרכים Fernhill".into(),
        logo: Some(logo()),
        words: PrintWords {
            language: "he".into(),
            title: "הוזמנת".into(),
            role: "תפקיד".into(),
            department: "מחלקה".into(),
            expires: "בתוקף עד".into(),
            label: "עבור".into(),
            how: "איך מצטרפים".into(),
            steps: vec!["סרקו את הקוד בטלפון (3 שניות).".into(), "בחרו סיסמה.".into()],
            footer: "שאלות? hello@fernhill.example".into(),
            footer_many: String::new(),
        },
        ..job(layout, paper)
    }
}

fn arabic(number: u32) -> Card {
    Card {
        role: "موظّف".into(), department: Some("المكتبة العامة 12".into()), label: None, ..card(number)
    }
}
