//! When a message that could not be sent is tried again. Keeps out the clock and the queue.

use std::time::Duration;

/// After how many attempts a message is given up: the last one is then some 33 hours after the first, so a server that
/// was away for a day has come back.
const ATTEMPTS: u32 = 8;

/// How long to wait after the attempt of this number, counted from 1: 1 min, 5 min, 30 min, 2 h, 6 h, then 12 h.
/// `None` after the eighth: given up. Before the first there is nothing to wait for.
pub fn backoff(attempt: u32) -> Option<Duration> {
    let minutes = match attempt {
        0 => 0,
        1 => 1,
        2 => 5,
        3 => 30,
        4 => 2 * 60,
        5 => 6 * 60,
        ATTEMPTS.. => return None,
        _ => 12 * 60,
    };
    Some(Duration::from_secs(minutes * 60))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_waits_grow_and_end() {
        let minutes: Vec<u64> = (0..8).map(|attempt| backoff(attempt).unwrap().as_secs() / 60).collect();
        assert_eq!(minutes, [0, 1, 5, 30, 120, 360, 720, 720]);
        assert_eq!([8, 9, u32::MAX].map(backoff), [None; 3]);
    }
}
