//! The positions of cards on a page, and the marks to cut by. Keeps out what is on a card.

use crate::canvas::{Area, Canvas, MM, ink};
use crate::job::{Layout, Paper};

/// The gap between the grid and a cut mark, and the mark's length, in points.
const MARK_GAP: f32 = 1.2 * MM;
const MARK: f32 = 4.0 * MM;
/// Half the length of a cross between cards.
const CROSS: f32 = 1.5 * MM;
/// The thinnest line that printers draw, in points.
const HAIR: f32 = 0.35;

impl Paper {
    /// Width and height in points.
    pub(crate) const fn size(self) -> (f32, f32) {
        match self {
            Self::A4 => (210.0 * MM, 297.0 * MM),
            Self::Letter => (612.0, 792.0),
        }
    }
}

/// The positions of cards on a page.
pub struct Sheet {
    columns: usize,
    rows: usize,
    /// The whole grid.
    grid: Area,
}

impl Sheet {
    /// Two columns. Ten cards have the sizes of card stock (85 × 54 mm; 3.5 × 2 inches); eight fill the page except
    /// for margins of 10 mm, which every printer can print up to.
    pub fn new(layout: Layout, paper: Paper) -> Self {
        let (width, height) = paper.size();
        let (rows, w, h) = match (layout, paper) {
            (Layout::TenCards, Paper::A4) => (5, 85.0 * MM, 54.0 * MM),
            (Layout::TenCards, Paper::Letter) => (5, 252.0, 144.0),
            (Layout::EightCards, _) => (4, (width - 20.0 * MM) / 2.0, (height - 20.0 * MM) / 4.0),
            (Layout::Poster, _) => return Self { columns: 1, rows: 1, grid: Area::new(0.0, 0.0, width, height) },
        };
        let (all_w, all_h) = (2.0 * w, rows as f32 * h);
        Self { columns: 2, rows, grid: Area::new((width - all_w) / 2.0, (height - all_h) / 2.0, all_w, all_h) }
    }

    /// The area of card `number`, from 0, row by row.
    pub fn place(&self, number: usize) -> Area {
        let (w, h) = (self.grid.w / self.columns as f32, self.grid.h / self.rows as f32);
        let (row, column) = (number / self.columns, number % self.columns);
        Area::new(self.grid.x + column as f32 * w, self.grid.y + row as f32 * h, w, h)
    }

    /// Light marks in the margin that show where to cut, and crosses where four cards meet.
    pub fn cut_marks(&self, canvas: &mut Canvas<'_, '_>) {
        let Area { x: left, y: top, w, h } = self.grid;
        let (right, bottom) = (left + w, top + h);
        for column in 0..=self.columns {
            let x = left + w * column as f32 / self.columns as f32;
            canvas.rule((x, top - MARK_GAP - MARK), (x, top - MARK_GAP), HAIR, ink::line());
            canvas.rule((x, bottom + MARK_GAP), (x, bottom + MARK_GAP + MARK), HAIR, ink::line());
        }
        for row in 0..=self.rows {
            let y = top + h * row as f32 / self.rows as f32;
            canvas.rule((left - MARK_GAP - MARK, y), (left - MARK_GAP, y), HAIR, ink::line());
            canvas.rule((right + MARK_GAP, y), (right + MARK_GAP + MARK, y), HAIR, ink::line());
            for column in 1..self.columns {
                let x = left + w * column as f32 / self.columns as f32;
                if row > 0 && row < self.rows {
                    canvas.rule((x - CROSS, y), (x + CROSS, y), HAIR, ink::line());
                    canvas.rule((x, y - CROSS), (x, y + CROSS), HAIR, ink::line());
                }
            }
        }
    }
}
