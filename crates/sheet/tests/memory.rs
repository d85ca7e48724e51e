//! Memory use stays constant for any input. The only test in its program, since it measures the whole process. Keeps
//! out what is read.

#[path = "support/guest.rs"]
mod guest;

use guest::Guest;
use peak_alloc::PeakAlloc;
use std::io::{self, Read};
use vestibule_sheet::{FaultKind, MAX_ROWS, Options, Sheet, SheetError};

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

/// The most memory that reading may add, in bytes.
const MOST: usize = 8 * 1024 * 1024;

/// The same piece repeated, up to a number of bytes, between a start and an end.
struct Endless {
    start: &'static [u8],
    piece: Vec<u8>,
    left: usize,
    end: &'static [u8],
}

impl Endless {
    fn new(start: &'static str, piece: &str, bytes: usize, end: &'static str) -> Self {
        let times = 65_536 / piece.len() + 1;
        let piece = piece.repeat(times).into_bytes();
        Self { start: start.as_bytes(), left: bytes / piece.len() * piece.len(), piece, end: end.as_bytes() }
    }
}

impl Read for Endless {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if !self.start.is_empty() {
            return self.start.read(buffer);
        }
        if self.left == 0 {
            return self.end.read(buffer);
        }
        let from = (self.piece.len() - self.left % self.piece.len()) % self.piece.len();
        let bytes = (self.piece.len() - from).min(buffer.len());
        buffer[..bytes].copy_from_slice(&self.piece[from..from + bytes]);
        self.left -= bytes;
        Ok(bytes)
    }
}

/// Reads all of it and compares rows, faults and the final error; fails if that took too much memory.
#[track_caller]
fn check(name: &str, source: Endless, expected: (u64, u64, Option<&str>)) {
    let before = MEMORY.current_usage();
    MEMORY.reset_peak_usage();
    let (mut rows, mut too_long, mut error) = (0, 0, None);
    for row in Sheet::<_, Guest>::open(source, &Options::default()).expect("it begins as a sheet") {
        match row {
            Ok(Ok(_)) => rows += 1,
            Ok(Err(fault)) => {
                assert_eq!(fault.kind, FaultKind::TooLong, "{name}");
                too_long += 1;
            }
            Err(SheetError::TooManyRows) => error = Some("too many rows"),
            Err(SheetError::UnclosedQuote { line: 3 }) => error = Some("unclosed"),
            Err(other) => panic!("{name}: {other}"),
        }
    }
    let most = MEMORY.peak_usage().saturating_sub(before);
    assert_eq!((rows, too_long, error), expected, "{name}");
    assert!(most < MOST, "{name}: {most} bytes");
}

#[test]
fn files_of_any_size_take_the_same_memory() {
    const GIB: usize = 1 << 30;
    check("a row of a gigabyte", Endless::new("email\na@a.example\n", "x", GIB, "\nb@b.example"), (2, 1, None));
    check(
        "ten million rows",
        Endless::new("email,role\n", "someone@a.example,staff\n", 240_000_000, ""),
        (MAX_ROWS, 0, Some("too many rows")),
    );
    check(
        "a quote left open",
        Endless::new("email\na@a.example\n\"", "line\r\n", 200_000_000, ""),
        (1, 0, Some("unclosed")),
    );
    check("nothing but cells", Endless::new("email\na@a.example\n", ",", 100_000_000, "\n"), (1, 0, None));
    check(
        "nothing but line ends",
        Endless::new("email\na@a.example\n", "\r\n", 100_000_000, "b@b.example"),
        (2, 0, None),
    );
    check("letters that 1252 makes longer", Endless::new("é\né\n", "x", 100_000_000, "\n"), (2, 1, None));
}
