//! Signing in, and that a password is nowhere but on its way to the server. Keeps out encryption.

use crate::support::server::{Act, Moment, Server, say};
use crate::support::{PASSWORD, login, message};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use vestibule_mail::{Connection, Login, Resend, Security, SendError};

fn plain() -> String {
    STANDARD.encode(format!("\0desk@school.example\0{PASSWORD}"))
}

/// What comes of signing in at a server with this script, and the lines that it heard.
async fn signed_in(script: impl Fn(Moment) -> Act + Send + Sync + 'static) -> (Option<SendError>, Vec<String>) {
    let server = Server::start(Security::Tls, script).await;
    let mut settings = server.settings();
    settings.login = Some(login());
    let error = Connection::open(&settings).await.err();
    for shown in error.iter().flat_map(|error| [format!("{error}"), format!("{error:?}"), format!("{settings:?}")]) {
        for secret in [PASSWORD, &plain(), &STANDARD.encode(PASSWORD)] {
            assert!(!shown.contains(secret), "{shown}");
        }
    }
    (error, server.lines())
}

fn to_auth(words: &'static str) -> impl Fn(Moment) -> Act {
    move |moment| match moment {
        Moment::Command(line) if line.starts_with("AUTH") => say(words),
        _ => Act::Usual,
    }
}

#[tokio::test]
async fn a_password_is_said_once() {
    let (error, lines) = signed_in(|_| Act::Usual).await;
    assert_eq!((error, lines[1..].to_vec()), (None, vec![format!("AUTH PLAIN {}", plain())]));
}

#[tokio::test]
async fn a_server_that_asks_for_the_password_once_more_is_answered() {
    let script = |moment: Moment| match moment {
        Moment::Command(line) if line.starts_with("AUTH") => say("334 "),
        Moment::Command(line) if line == plain() => say("235 welcome"),
        _ => Act::Usual,
    };
    let (error, lines) = signed_in(script).await;
    assert_eq!((error, lines.len()), (None, 3));
}

#[tokio::test]
async fn a_server_that_asks_for_each_word_is_answered() {
    let script = |moment: Moment| match moment {
        Moment::Command(line) if line.starts_with("EHLO") => say("250-mail.test\r\n250 AUTH LOGIN"),
        Moment::Command("AUTH LOGIN") => say("334 VXNlcm5hbWU6"),
        Moment::Command(line) if line == STANDARD.encode("desk@school.example") => say("334 UGFzc3dvcmQ6"),
        Moment::Command(line) if line == STANDARD.encode(PASSWORD) => say("235 welcome"),
        _ => Act::Usual,
    };
    let (error, lines) = signed_in(script).await;
    assert_eq!((error, lines.len()), (None, 4));
}

#[tokio::test]
async fn a_refused_password_is_told_in_the_server_s_words() {
    let (error, _) = signed_in(to_auth("535-5.7.8 wrong\r\n535 5.7.8 see the manual")).await;
    let error = error.unwrap();
    let reply = "535 5.7.8 wrong 5.7.8 see the manual".to_owned();
    assert_eq!(error, SendError::Login { reply, permanent: true });
    assert_eq!(error.resend(), Resend::OnceRepaired);
    let (error, _) = signed_in(to_auth("454 4.7.0 not now")).await;
    assert_eq!(error.unwrap().resend(), Resend::Later);
    let (error, _) = signed_in(to_auth("334 and now?")).await;
    assert!(matches!(error, Some(SendError::Login { .. })));
}

#[tokio::test]
async fn a_server_that_repeats_the_password_is_not_shown() {
    let script = |moment: Moment| match moment {
        Moment::Command(line) if line.starts_with("AUTH") => say(format!("535 wrong: {line}, {PASSWORD}")),
        _ => Act::Usual,
    };
    let (error, _) = signed_in(script).await;
    assert_eq!(error, Some(SendError::Login { reply: "535".to_owned(), permanent: true }));
    // Nor one that repeats it without a number, which is no SMTP.
    let echo = |moment: Moment| match moment {
        Moment::Command(line) if line.starts_with("AUTH") => say(line.to_owned()),
        _ => Act::Usual,
    };
    let error = signed_in(echo).await.0.unwrap();
    let said = STANDARD.encode(format!("\0desk@school.example\0{PASSWORD}"));
    assert!(matches!(error, SendError::NotSmtp { .. }) && !error.to_string().contains(&said[..12]), "{error}");
}

#[tokio::test]
async fn a_server_that_knows_no_passwords_hears_none() {
    for offers in ["250 mail.test", "250-mail.test\r\n250 AUTH XOAUTH2 CRAM-MD5"] {
        let script = move |moment: Moment| match moment {
            Moment::Command(line) if line.starts_with("EHLO") => say(offers),
            _ => Act::Usual,
        };
        let (error, lines) = signed_in(script).await;
        assert_eq!((error, lines.len()), (Some(SendError::NoLogin), 1));
    }
}

#[tokio::test]
async fn a_username_or_password_that_would_be_read_as_another_is_not_sent() {
    let server = Server::usual(Security::Tls).await;
    for (username, password) in [("a\0admin", "x"), ("a", "x\0y"), ("", "x")] {
        let mut settings = server.settings();
        settings.login = Some(Login { username: username.to_owned(), password: password.into() });
        assert_eq!(Connection::open(&settings).await.err(), Some(SendError::NoLogin));
    }
    assert!(server.lines().iter().all(|line| line.starts_with("EHLO")));
}

#[tokio::test]
async fn a_server_that_wants_a_login_says_so() {
    let script = |moment: Moment| match moment {
        Moment::Command(line) if line.starts_with("MAIL") => say("530 5.7.0 sign in first"),
        _ => Act::Usual,
    };
    let server = Server::start(Security::Tls, script).await;
    let error = Connection::open(&server.settings()).await.unwrap().send(&message()).await.unwrap_err();
    assert_eq!(error.resend(), Resend::OnceRepaired);
}
