//! Hands messages to a server, over one connection. Keeps out who decides which message is sent, and when.
//!
//! The order of commands is ours and not `lettre`'s, because it must be known of each message whether it may have been
//! accepted (docs/decisions.md, Mail).

mod opening;
mod sign_in;
#[cfg(test)]
mod tests;

use crate::Composed;
use crate::dialogue::{Dialogue, Fault, Stream};
use crate::reply::Reply;
use crate::send_error::{SendError, Step};
use crate::server::{SmtpServer, Timeouts};
use std::time::Duration;

/// The longest wait for a server to say goodbye.
const GOODBYE: Duration = Duration::from_secs(2);

/// A connection on which the server takes messages.
pub struct Connection {
    dialogue: Dialogue<Box<dyn Stream>>,
    timeouts: Timeouts,
    /// Whether the server takes addresses with letters of any script.
    takes_utf8: bool,
    state: State,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    /// For the next message.
    Ready,
    /// A message was refused half-way: the server is told to forget it first.
    ToReset,
    /// Nothing more goes over it.
    Unusable,
}

/// That the server has taken a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Accepted {
    /// Its words, often with a number by which its administrator finds the message: one line of at most 300 letters.
    pub reply: String,
}

impl Connection {
    /// Connects, encrypts and signs in.
    pub async fn open(server: &SmtpServer) -> Result<Self, SendError> {
        opening::open(server).await
    }

    /// Whether all of a server's settings are right: connects, encrypts, signs in, and sends nothing.
    pub async fn check(server: &SmtpServer) -> Result<(), SendError> {
        let mut connection = Self::open(server).await?;
        connection.ask("NOOP", Step::Connection, Reply::is_done).await?;
        connection.close().await;
        Ok(())
    }

    /// Whether another message can be sent over it. After a fault none can.
    pub fn is_usable(&self) -> bool {
        self.state != State::Unusable
    }

    /// Hands over one message. Where this future is dropped half-way, it is as with [`SendError::Unanswered`]: the
    /// message may have been taken, and the connection is not used again.
    pub async fn send(&mut self, message: &Composed) -> Result<Accepted, SendError> {
        if !self.is_usable() {
            return Err(SendError::Dropped);
        }
        if message.needs_smtputf8() && !self.takes_utf8 {
            return Err(SendError::NoSmtpUtf8);
        }
        let must_reset = std::mem::replace(&mut self.state, State::Unusable) == State::ToReset;
        let sent = self.hand_over(message, must_reset).await;
        self.state = match &sent {
            Ok(_) => State::Ready,
            // With 421 the server ends the connection; one that does not forget a message can't be given another.
            Err(SendError::Refused { reply, step, .. }) if *step != Step::Connection && !reply.starts_with("421") => {
                State::ToReset
            }
            Err(_) => State::Unusable,
        };
        sent
    }

    /// Says goodbye, for servers that take it ill otherwise. Messages taken so far are safe without it.
    pub async fn close(mut self) {
        if self.is_usable() {
            let _ = self.dialogue.command("QUIT", GOODBYE.min(self.timeouts.command)).await;
        }
    }

    async fn hand_over(&mut self, message: &Composed, must_reset: bool) -> Result<Accepted, SendError> {
        if must_reset {
            self.ask("RSET", Step::Connection, Reply::is_done).await?;
        }
        let extensions = if message.needs_smtputf8() { " BODY=8BITMIME SMTPUTF8" } else { "" };
        self.ask(&format!("MAIL FROM:<{}>{extensions}", message.sender()), Step::Sender, Reply::is_done).await?;
        self.ask(&format!("RCPT TO:<{}>", message.recipient()), Step::Recipient, Reply::is_done).await?;
        self.ask("DATA", Step::Message, Reply::wants_more).await?;
        // All but the final dot: without it, a server throws away what it has.
        self.dialogue.write(&stuffed(message.eml()), self.timeouts.data).await.map_err(before_the_dot)?;
        // The dot may arrive even if sending it seems to fail: whatever happens from here on but an answer is doubt.
        let dot = self.dialogue.write(b".\r\n", self.timeouts.data).await;
        dot.map_err(|_| SendError::Unanswered)?;
        match self.dialogue.reply(self.timeouts.data).await {
            Ok(reply) if reply.is_done() => Ok(Accepted { reply: reply.shown() }),
            Ok(reply) if !reply.wants_more() => Err(refused(&reply, Step::Message)),
            Ok(_) | Err(_) => Err(SendError::Unanswered),
        }
    }

    /// Send a command whose answer must be as wanted.
    async fn ask(&mut self, line: &str, step: Step, wanted: fn(&Reply) -> bool) -> Result<(), SendError> {
        let reply = self.dialogue.command(line, self.timeouts.command).await.map_err(before_the_dot)?;
        if wanted(&reply) { Ok(()) } else { Err(refused(&reply, step)) }
    }
}

/// What a fault means while the server can't have the whole message.
fn before_the_dot(fault: Fault) -> SendError {
    match fault {
        Fault::Closed | Fault::Timeout => SendError::Dropped,
        Fault::TooLong => SendError::TooLong,
        Fault::Garbled(reply) => SendError::NotSmtp { reply },
    }
}

/// An answer other than the one wanted. One that is neither yes nor no is from no mail server.
fn refused(reply: &Reply, step: Step) -> SendError {
    if reply.is_done() || reply.wants_more() {
        return SendError::NotSmtp { reply: reply.shown() };
    }
    SendError::Refused { reply: reply.shown(), permanent: reply.is_permanent(), step }
}

/// The message with every dot at the beginning of a line doubled, so that none ends it (RFC 5321, 4.5.2). Its lines end
/// with CRLF, and nothing else ends one: [`crate::compose`] has seen to it.
fn stuffed(message: &[u8]) -> Vec<u8> {
    let mut stuffed = Vec::with_capacity(message.len() + 16);
    for line in message.split_inclusive(|byte| *byte == b'\n') {
        if line.starts_with(b".") {
            stuffed.push(b'.');
        }
        stuffed.extend_from_slice(line);
    }
    stuffed
}
