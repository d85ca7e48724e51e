//! Signs in with a username and a password, over an encrypted connection or within this computer. Keeps out where the
//! password is kept. What is made of it here is wiped.

use super::opening::{Offers, while_opening};
use crate::dialogue::{Dialogue, Fault, Stream};
use crate::reply::Reply;
use crate::send_error::SendError;
use crate::server::{Login, Timeouts};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use secrecy::ExposeSecret;
use zeroize::Zeroizing;

/// Signs in by what the server offers: PLAIN (RFC 4616), or LOGIN, which has no standard.
pub async fn sign_in<S: Stream>(
    dialogue: &mut Dialogue<S>,
    login: &Login,
    offers: &Offers,
    limits: Timeouts,
) -> Result<(), SendError> {
    let (username, password) = (login.username.as_bytes(), login.password.expose_secret().as_bytes());
    // NUL parts the words of PLAIN.
    if username.contains(&0) || password.contains(&0) || username.is_empty() {
        return Err(SendError::NoLogin);
    }
    let words = if offers.plain {
        let both = Zeroizing::new([b"\0", username, b"\0", password].concat());
        let both = encoded(&both);
        // Said at once; again where the server has not listened and asks.
        vec![Zeroizing::new(format!("AUTH PLAIN {}", both.as_str())), both]
    } else if offers.login {
        vec![Zeroizing::new("AUTH LOGIN".to_owned()), encoded(username), encoded(password)]
    } else {
        return Err(SendError::NoLogin);
    };
    let mut reply = None;
    for word in &words {
        // Each word is an answer to a question of the server's.
        if reply.as_ref().is_some_and(|reply: &Reply| !reply.wants_more()) {
            break;
        }
        reply = Some(dialogue.command(word, limits.command).await.map_err(while_signing_in)?);
    }
    match reply {
        Some(reply) if reply.is_done() => Ok(()),
        Some(reply) => {
            Err(SendError::Login { reply: without(&reply, login, &words), permanent: !is_temporary(&reply) })
        }
        None => Err(SendError::NoLogin),
    }
}

/// As while opening, without the words of what does not speak SMTP: they may repeat the password.
fn while_signing_in(fault: Fault) -> SendError {
    match fault {
        Fault::Garbled(_) => {
            SendError::NotSmtp { reply: "its words are not shown, since they may repeat the password".into() }
        }
        other => while_opening(other),
    }
}

fn encoded(bytes: &[u8]) -> Zeroizing<String> {
    Zeroizing::new(STANDARD.encode(bytes))
}

fn is_temporary(reply: &Reply) -> bool {
    reply.code / 100 == 4
}

/// The server's words, unless they repeat the password: then its number only.
fn without(reply: &Reply, login: &Login, words: &[Zeroizing<String>]) -> String {
    let said = reply.lines.join(" ");
    let password = login.password.expose_secret();
    let secrets = words.iter().skip(1).map(|word| word.as_str()).chain([password]);
    // What is cut or cleaned could no longer be found.
    if secrets.filter(|secret| !secret.is_empty()).any(|secret| said.contains(secret)) {
        return reply.code.to_string();
    }
    reply.shown()
}
