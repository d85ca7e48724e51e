//! The outlines of a QR code's dark areas as closed rings. Modules drawn one by one leave hairlines between them on
//! screens and printers; areas don't. Keeps out colours and units.

use std::collections::BTreeMap;

/// A corner between modules, counted from the top left of the code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Corner {
    /// Rows from the top. First, so that corners sort by rows.
    pub y: u32,
    /// Columns from the left.
    pub x: u32,
}

/// Every ring around the dark modules of a square of `size`: outer edges clockwise, holes anticlockwise, corners only
/// where the edge turns.
pub fn rings(size: u32, is_dark: impl Fn(u32, u32) -> bool) -> Vec<Vec<Corner>> {
    let mut edges = edges(size, is_dark);
    let mut rings = Vec::new();
    while let Some(start) = edges.first_key_value().map(|(from, _)| *from) {
        let mut ring = Vec::new();
        let mut at = start;
        let mut heading = None;
        while let Some(next) = leave(&mut edges, at, heading) {
            let turned = (next.x.cmp(&at.x), next.y.cmp(&at.y));
            if heading != Some(turned) {
                ring.push(at);
            }
            heading = Some(turned);
            at = next;
            if at == start {
                break;
            }
        }
        rings.push(ring);
    }
    rings
}

type Heading = (std::cmp::Ordering, std::cmp::Ordering);

/// Unit edges between dark and light by their start, with the dark side on the right. Two at most leave a corner:
/// where dark modules touch diagonally.
fn edges(size: u32, is_dark: impl Fn(u32, u32) -> bool) -> BTreeMap<Corner, Vec<Corner>> {
    let mut edges: BTreeMap<Corner, Vec<Corner>> = BTreeMap::new();
    let mut add = |from: (u32, u32), to: (u32, u32)| {
        edges.entry(Corner { x: from.0, y: from.1 }).or_default().push(Corner { x: to.0, y: to.1 });
    };
    for y in 0..size {
        for x in (0..size).filter(|x| is_dark(*x, y)) {
            if y == 0 || !is_dark(x, y - 1) {
                add((x, y), (x + 1, y));
            }
            if !is_dark(x + 1, y) {
                add((x + 1, y), (x + 1, y + 1));
            }
            if !is_dark(x, y + 1) {
                add((x + 1, y + 1), (x, y + 1));
            }
            if x == 0 || !is_dark(x - 1, y) {
                add((x, y + 1), (x, y));
            }
        }
    }
    edges
}

/// Takes an edge that leaves `at`; of two, the one that turns, so that a ring encloses one area only.
fn leave(edges: &mut BTreeMap<Corner, Vec<Corner>>, at: Corner, heading: Option<Heading>) -> Option<Corner> {
    let ways = edges.get_mut(&at)?;
    let turns = |to: &Corner| heading != Some((to.x.cmp(&at.x), to.y.cmp(&at.y)));
    let chosen = ways.iter().position(turns).unwrap_or(0);
    let next = ways.swap_remove(chosen);
    if ways.is_empty() {
        edges.remove(&at);
    }
    Some(next)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The winding number of the rings around the middle of a module, along a ray to the left.
    fn winding(rings: &[Vec<Corner>], x: u32, y: u32) -> i32 {
        let mut winding = 0;
        for ring in rings {
            for (at, from) in ring.iter().enumerate() {
                let to = ring[(at + 1) % ring.len()];
                if from.x == to.x && from.x <= x {
                    if to.y <= y && from.y > y {
                        winding += 1;
                    } else if from.y <= y && to.y > y {
                        winding -= 1;
                    }
                }
            }
        }
        winding
    }

    #[test]
    fn the_rings_hold_exactly_the_dark_modules() {
        // A ring with a hole, two modules that touch at a corner, and a full edge.
        let picture = ["#####..", "#...#..", "#.#.#..", "#...##.", "######.", "......#", ".#####."];
        let dark =
            |x: u32, y: u32| picture.get(y as usize).is_some_and(|row| row.as_bytes().get(x as usize) == Some(&b'#'));
        let rings = rings(7, dark);
        for y in 0..7 {
            for x in 0..7 {
                assert_eq!(winding(&rings, x, y) != 0, dark(x, y), "module {x} {y}");
            }
        }
    }

    #[test]
    fn a_corner_stands_only_where_the_edge_turns() {
        assert_eq!(rings(3, |x, y| x < 3 && y == 1).first().map(Vec::len), Some(4));
        assert!(rings(3, |_, _| false).is_empty());
    }
}
