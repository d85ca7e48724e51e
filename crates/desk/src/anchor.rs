//! Notes the end of the audit trail in the keychain: from the file alone, truncated events or an older file can't be
//! detected. Keeps out how the chain is walked.

use crate::keyfile::{KeyFile, hex, unhex};
use crate::{Desk, KeychainChoice};
use std::time::Duration;
use vestibule_domain::DeviceId;
use vestibule_store::{ChainHead, Store};
use zeroize::Zeroizing;

/// The longest that a keychain may delay the program's exit.
const PATIENCE: Duration = Duration::from_secs(2);

/// A head as text: device id, number of events and last hash, separated by colons.
pub(crate) fn format_head(head: &ChainHead) -> String {
    format!("{}:{}:{}", head.device, head.seq, hex(&head.hash))
}

/// Parses the text of [`format_head()`], also with spaces that a person copied along.
pub(crate) fn parse_head(text: &str) -> Option<ChainHead> {
    let (device, rest) = text.trim().split_once(':')?;
    let (seq, hash) = rest.split_once(':')?;
    let is_hash = hash.len() == 64 && hash.bytes().all(|digit| digit.is_ascii_hexdigit());
    Some(ChainHead {
        device: device.parse::<DeviceId>().ok()?,
        seq: seq.parse().ok()?,
        hash: unhex(hash).ok().filter(|_| is_hash)?,
    })
}

impl Desk {
    /// Stores the chain's end in the keychain, if the chain has grown since. If the keychain does not answer, it is
    /// tried again next time.
    pub(crate) async fn note_head(&self, store: &Store) {
        if self.ports().keychain == KeychainChoice::None {
            return;
        }
        let noted = tokio::time::timeout(PATIENCE, async {
            let about = KeyFile::load(self.folder()).ok().flatten()?;
            let head = store.begin_read().await.ok()?.head().await.ok()??;
            let text = format_head(&head);
            let kept = self.keychain().get(about.head_entry()).await.ok()?;
            if kept.is_none_or(|kept| *kept != *text.as_bytes()) {
                self.keychain().set(about.head_entry(), Zeroizing::new(text.into_bytes())).await.ok()?;
            }
            Some(())
        });
        if !matches!(noted.await, Ok(Some(()))) {
            tracing::debug!("where the trail ends was not noted in the keychain");
        }
    }

    /// The noted end; none if nothing was noted, or the keychain does not answer.
    pub(crate) async fn noted_head(&self) -> Option<ChainHead> {
        if self.ports().keychain == KeychainChoice::None {
            return None;
        }
        let about = KeyFile::load(self.folder()).ok().flatten()?;
        let kept = self.keychain().get(about.head_entry()).await.ok().flatten()?;
        parse_head(std::str::from_utf8(&kept).ok()?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_head_is_read_as_it_was_written_and_nothing_else_is_one() {
        let at = chrono::DateTime::from_timestamp_millis(1_789_000_000_000).unwrap();
        let head = ChainHead { device: DeviceId::new(at, [7; 10]), seq: 42, hash: vec![0xab; 32] };
        assert_eq!(parse_head(&format_head(&head)), Some(head.clone()));
        assert_eq!(parse_head(&format!(" {}\n", format_head(&head))), Some(head.clone()));
        let short = format_head(&head);
        for bad in
            ["", "42", ":::", &short[..short.len() - 1], &short.replace(":42:", ":-1:"), &short.replace("ab", "zz")]
        {
            assert_eq!(parse_head(bad), None, "{bad}");
        }
    }
}
