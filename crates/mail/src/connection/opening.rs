//! From a server's settings to a connection on which it takes messages. Keeps out messages.

use super::{Connection, State, refused, sign_in};
use crate::dialogue::{Dialogue, Fault, Stream};
use crate::reply::Reply;
use crate::route;
use crate::send_error::{SendError, Step, Unreachable};
use crate::server::{Security, SmtpServer, Timeouts};
use crate::tls;
use tokio::net::TcpStream;
use tokio::time::timeout;
use tokio_rustls::client::TlsStream;

/// What this device calls itself: the server knows its address anyway, and its name is nobody's business, since
/// servers write it into every message.
const HELLO: &str = "EHLO [127.0.0.1]";

/// What a server says it can do.
#[derive(Default)]
pub struct Offers {
    starttls: bool,
    smtputf8: bool,
    /// AUTH PLAIN.
    pub plain: bool,
    /// AUTH LOGIN.
    pub login: bool,
}

impl Offers {
    /// From an answer to EHLO, whose first line is a greeting. Both spellings of AUTH are in use.
    fn from_reply(reply: &Reply) -> Self {
        let mut offers = Self::default();
        for line in reply.lines.iter().skip(1) {
            let line = line.to_ascii_uppercase().replace("AUTH=", "AUTH ");
            let mut words = line.split_whitespace();
            match words.next() {
                Some("STARTTLS") => offers.starttls = true,
                Some("SMTPUTF8") => offers.smtputf8 = true,
                Some("AUTH") => {
                    for word in words {
                        offers.plain |= word == "PLAIN";
                        offers.login |= word == "LOGIN";
                    }
                }
                _ => {}
            }
        }
        offers
    }
}

/// See [`Connection::open`].
pub async fn open(server: &SmtpServer) -> Result<Connection, SendError> {
    let host = route::host(server)?;
    let stream = route::connect(server, &host).await?;
    let limits = server.timeouts;
    let stream: Box<dyn Stream> = match server.security {
        Security::None => Box::new(stream),
        Security::Tls => Box::new(encrypt(server, &host, stream).await?),
        Security::StartTls => {
            let stream = ask_for_encryption(stream, limits).await?;
            // What was offered in plain text may have been anybody's words: it is asked again.
            let dialogue = Dialogue::new(Box::new(encrypt(server, &host, stream).await?) as Box<dyn Stream>);
            return introduce(dialogue, server).await;
        }
    };
    let mut dialogue = Dialogue::new(stream);
    greeting(&mut dialogue, limits).await?;
    introduce(dialogue, server).await
}

async fn encrypt(server: &SmtpServer, host: &str, stream: TcpStream) -> Result<TlsStream<TcpStream>, SendError> {
    let encrypted = timeout(server.timeouts.connect, tls::encrypt(stream, host, server.extra_root.clone())).await;
    encrypted.unwrap_or(Err(SendError::Unreachable { why: Unreachable::Timeout }))
}

/// In plain text: up to the point where encryption begins. Nothing that was said beyond it is kept, or it would pass
/// for an encrypted answer.
async fn ask_for_encryption(stream: TcpStream, limits: Timeouts) -> Result<TcpStream, SendError> {
    let mut dialogue = Dialogue::new(stream);
    greeting(&mut dialogue, limits).await?;
    if !offers(&mut dialogue, limits).await?.starttls {
        return Err(SendError::NoTls);
    }
    let reply = dialogue.command("STARTTLS", limits.command).await.map_err(while_opening)?;
    if !reply.is_done() {
        return Err(SendError::NoTls);
    }
    dialogue.into_stream().map_err(|_| SendError::Injected)
}

/// The server speaks first.
async fn greeting<S: Stream>(dialogue: &mut Dialogue<S>, limits: Timeouts) -> Result<(), SendError> {
    let reply = dialogue.reply(limits.command).await.map_err(while_opening)?;
    if reply.is_done() { Ok(()) } else { Err(refused(&reply, Step::Connection)) }
}

async fn offers<S: Stream>(dialogue: &mut Dialogue<S>, limits: Timeouts) -> Result<Offers, SendError> {
    let reply = dialogue.command(HELLO, limits.command).await.map_err(while_opening)?;
    if reply.is_done() { Ok(Offers::from_reply(&reply)) } else { Err(refused(&reply, Step::Connection)) }
}

/// Over the stream that messages will take.
async fn introduce(mut dialogue: Dialogue<Box<dyn Stream>>, server: &SmtpServer) -> Result<Connection, SendError> {
    let limits = server.timeouts;
    let offers = offers(&mut dialogue, limits).await?;
    if let Some(login) = &server.login {
        sign_in::sign_in(&mut dialogue, login, &offers, limits).await?;
    }
    Ok(Connection { dialogue, timeouts: limits, takes_utf8: offers.smtputf8, state: State::Ready })
}

/// What a fault means before there is a connection to use.
pub fn while_opening(fault: Fault) -> SendError {
    let unreachable = |why| SendError::Unreachable { why };
    match fault {
        Fault::Closed => unreachable(Unreachable::Closed),
        Fault::Timeout => unreachable(Unreachable::Timeout),
        Fault::TooLong => SendError::TooLong,
        Fault::Garbled(reply) => SendError::NotSmtp { reply },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offers_are_read_in_any_case_and_both_spellings_but_not_from_the_greeting() {
        let of = |lines: &[&str]| {
            Offers::from_reply(&Reply { code: 250, lines: lines.iter().map(|&l| l.to_owned()).collect() })
        };
        let offers = of(&["mail.example", "starttls", "SmtpUtf8", "AUTH=login", "auth XOAUTH2 plain"]);
        assert!(offers.starttls && offers.smtputf8 && offers.login && offers.plain);
        let none = of(&["STARTTLS", "SIZE 42", "AUTH", "", "XSTARTTLS"]);
        assert!(!none.starttls && !none.smtputf8 && !none.login && !none.plain);
    }
}
