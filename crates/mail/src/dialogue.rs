//! Commands and answers over one stream, each within a time and a length. Keeps out which commands, connecting and
//! encryption.

use crate::reply::{Reply, ReplyLine, shown};
use std::time::Duration;
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};
use tokio::time::timeout;
use zeroize::Zeroizing;

/// The most bytes of one answer. An answer to EHLO has some hundred; servers may use 512 a line.
const MOST: usize = 16 * 1024;

/// Why there is no answer.
#[derive(Debug, PartialEq, Eq)]
pub enum Fault {
    /// The stream ended.
    Closed,
    /// The time was up.
    Timeout,
    /// The answer has no end.
    TooLong,
    /// It is no answer of SMTP, or one that nobody asked for: its first words, harmless.
    Garbled(String),
}

/// What connections run over.
pub trait Stream: AsyncRead + AsyncWrite + Unpin + Send {}
impl<S: AsyncRead + AsyncWrite + Unpin + Send> Stream for S {}

/// One side of a conversation in turns.
pub struct Dialogue<S> {
    stream: S,
    /// What was read and belongs to no answer yet.
    unread: Vec<u8>,
}

impl<S: Stream> Dialogue<S> {
    pub fn new(stream: S) -> Self {
        Self { stream, unread: Vec::new() }
    }

    /// Send a line, and take the answer. `line` must have no line break.
    pub async fn command(&mut self, line: &str, limit: Duration) -> Result<Reply, Fault> {
        debug_assert!(!line.contains(['\r', '\n']));
        self.is_our_turn()?;
        // A line may hold a password.
        let line = Zeroizing::new([line.as_bytes(), b"\r\n"].concat());
        let turn = async {
            self.send(&line).await?;
            self.read_reply().await
        };
        timeout(limit, turn).await.unwrap_or(Err(Fault::Timeout))
    }

    /// Take an answer.
    pub async fn reply(&mut self, limit: Duration) -> Result<Reply, Fault> {
        timeout(limit, self.read_reply()).await.unwrap_or(Err(Fault::Timeout))
    }

    /// Send bytes as they are. The answer is taken by [`Dialogue::reply`].
    pub async fn write(&mut self, bytes: &[u8], limit: Duration) -> Result<(), Fault> {
        self.is_our_turn()?;
        timeout(limit, self.send(bytes)).await.unwrap_or(Err(Fault::Timeout))
    }

    /// The stream, to be encrypted. Nothing may have been said beyond the last answer.
    pub fn into_stream(self) -> Result<S, Fault> {
        self.is_our_turn()?;
        Ok(self.stream)
    }

    /// Whoever answers before the question would have that answer taken for the one to the question.
    fn is_our_turn(&self) -> Result<(), Fault> {
        if self.unread.is_empty() {
            return Ok(());
        }
        Err(Fault::Garbled(shown(&String::from_utf8_lossy(&self.unread))))
    }

    async fn send(&mut self, bytes: &[u8]) -> Result<(), Fault> {
        let sent = async {
            self.stream.write_all(bytes).await?;
            self.stream.flush().await
        };
        sent.await.map_err(|_| Fault::Closed)
    }

    async fn read_reply(&mut self) -> Result<Reply, Fault> {
        let mut reply = Reply { code: 0, lines: Vec::new() };
        let mut read = 0;
        loop {
            let line = self.read_line(MOST - read).await?;
            read += line.len();
            let line = String::from_utf8_lossy(&line);
            let parsed = ReplyLine::parse(line.trim_end_matches(['\r', '\n']));
            let Some(parsed) = parsed.filter(|line| reply.lines.is_empty() || line.code == reply.code) else {
                return Err(Fault::Garbled(shown(&line)));
            };
            reply.code = parsed.code;
            reply.lines.push(parsed.text.to_owned());
            if parsed.is_last {
                return Ok(reply);
            }
        }
    }

    /// One line with its end, of at most `most` bytes.
    async fn read_line(&mut self, most: usize) -> Result<Vec<u8>, Fault> {
        let mut searched = 0;
        loop {
            if let Some(end) = self.unread[searched..].iter().position(|byte| *byte == b'\n') {
                let rest = self.unread.split_off(searched + end + 1);
                let line = std::mem::replace(&mut self.unread, rest);
                return if line.len() > most { Err(Fault::TooLong) } else { Ok(line) };
            }
            searched = self.unread.len();
            if searched > most {
                return Err(Fault::TooLong);
            }
            let mut chunk = [0; 4_096];
            match self.stream.read(&mut chunk).await {
                Ok(0) | Err(_) => return Err(Fault::Closed),
                Ok(length) => self.unread.extend_from_slice(&chunk[..length]),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use tokio::io::{DuplexStream, duplex};

    const LIMIT: Duration = Duration::from_secs(30);

    /// A dialogue with somebody who has said all this already, and what they hear.
    async fn with(said: &[u8]) -> (Dialogue<DuplexStream>, DuplexStream) {
        let (ours, mut theirs) = duplex(1024 * 1024 * 2);
        theirs.write_all(said).await.unwrap();
        (Dialogue::new(ours), theirs)
    }

    #[tokio::test]
    async fn an_answer_of_several_lines_is_one() {
        let (mut dialogue, _theirs) = with(b"220-hello\r\n220 there\r\n").await;
        let reply = dialogue.reply(LIMIT).await.unwrap();
        assert_eq!((reply.code, reply.lines.len()), (220, 2));
    }

    #[tokio::test(start_paused = true)]
    async fn half_an_answer_is_waited_for_no_longer_than_the_limit() {
        let (mut dialogue, _theirs) = with(b"220-hello\r\n22").await;
        assert_eq!(dialogue.reply(LIMIT).await, Err(Fault::Timeout));
    }

    #[tokio::test(start_paused = true)]
    async fn an_answer_that_comes_bit_by_bit_does_not_prolong_the_limit() {
        let (mut dialogue, mut theirs) = with(b"").await;
        tokio::spawn(async move {
            while theirs.write_all(b"220-wait\r\n").await.is_ok() {
                tokio::time::sleep(LIMIT / 4).await;
            }
        });
        assert_eq!(dialogue.reply(LIMIT).await, Err(Fault::Timeout));
    }

    #[tokio::test]
    async fn an_answer_without_an_end_is_not_read_to_the_end() {
        for endless in ["220 ".to_owned() + &"x".repeat(1_000_000), "220-more\r\n".repeat(100_000)] {
            let (mut dialogue, _theirs) = with(endless.as_bytes()).await;
            assert_eq!(dialogue.reply(LIMIT).await, Err(Fault::TooLong));
            assert!(dialogue.unread.len() < 2 * MOST);
        }
    }

    #[tokio::test]
    async fn what_is_no_answer_is_told_by_its_first_words() {
        for bad in ["HTTP/1.1 400 Bad\u{7} Request\r\n", "250-a\r\n550 b\r\n", "\r\n"] {
            let (mut dialogue, _theirs) = with(bad.as_bytes()).await;
            assert!(matches!(dialogue.reply(LIMIT).await, Err(Fault::Garbled(_))), "{bad:?}");
        }
    }

    #[tokio::test]
    async fn an_answer_that_nobody_asked_for_is_not_taken_for_the_next_one() {
        let (mut dialogue, _theirs) = with(b"220 hello\r\n250 done\r\n").await;
        dialogue.reply(LIMIT).await.unwrap();
        assert!(matches!(dialogue.command("NOOP", LIMIT).await, Err(Fault::Garbled(_))));
        assert_eq!(dialogue.into_stream().err(), Some(Fault::Garbled("250 done".to_owned())));
    }

    #[tokio::test]
    async fn a_stream_that_ends_is_told() {
        let (mut dialogue, theirs) = with(b"220 hel").await;
        drop(theirs);
        assert_eq!(dialogue.reply(LIMIT).await, Err(Fault::Closed));
        let (mut dialogue, theirs) = with(b"").await;
        drop(theirs);
        assert_eq!(dialogue.write(b"x", LIMIT).await, Err(Fault::Closed));
    }
}
