//! Measures reading and writing rows: `cargo run --release -p vestibule-sheet --example speed [ROWS]`. Keeps out what
//! the rows mean.
#![allow(clippy::print_stdout, reason = "it is there to print")]

#[path = "../tests/support/guest.rs"]
mod guest;

use guest::Guest;
use std::time::Instant;
use vestibule_sheet::{Field, Options, Sheet, SheetWriter};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let rows: usize = std::env::args().nth(1).map_or(Ok(100_000), |rows| rows.parse())?;
    let start = Instant::now();
    let mut writer = SheetWriter::new(Vec::new())?;
    writer.row(Guest::ORDER.iter().map(|field| field.name()))?;
    for row in 0..rows {
        let email = format!("newcomer.{row}@fernhill.example");
        writer.row([&email, "staff", "Primary School", "Choir; Chess", "1", "14d", "Spring fair, \"north\" gate"])?;
    }
    let file = writer.finish()?;
    println!("{rows} rows, {} kB", file.len() / 1_000);
    println!("written in {} ms", start.elapsed().as_millis());
    let start = Instant::now();
    let mut groups = 0;
    for row in Sheet::open(&file[..], &Options::default())? {
        let row = row?.map_err(|fault| fault.kind)?;
        groups += row.list(Guest::Groups).len();
    }
    println!("read in {} ms, {groups} groups", start.elapsed().as_millis());
    Ok(())
}
