//! Measures a thousand cards: `cargo run --release -p vestibule-paper --example thousand`. The baseline is the same
//! number of QR codes alone.

#[path = "../tests/support/mod.rs"]
mod support;

use std::time::Instant;

use support::{cards, job, logo, print};
use vestibule_paper::{Layout, Paper, PrintJob, Qr};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let start = Instant::now();
    let modules: u64 = cards(1_000).map(|card| Qr::encode(&card.link).map_or(0, |qr| u64::from(qr.size()))).sum();
    report(&format!("QR codes alone, {modules} modules wide"), start);
    for layout in [Layout::EightCards, Layout::TenCards, Layout::Poster] {
        let start = Instant::now();
        let job = PrintJob { logo: Some(logo()), ..job(layout, Paper::A4) };
        let file = print(&job, cards(1_000))?;
        report(&format!("{layout:?}, {} kB", file.len() / 1024), start);
    }
    Ok(())
}

#[expect(clippy::print_stdout, reason = "a measurement is for people to read")]
fn report(what: &str, start: Instant) {
    println!("{what}: {} ms", start.elapsed().as_millis());
}
