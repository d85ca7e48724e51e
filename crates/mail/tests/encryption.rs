//! Whoever stands between: nothing of a message, a username or a password is said in plain text, and nothing that was
//! said in plain text passes for encrypted. Keeps out certificates.

use crate::support::server::{Act, Moment, Server, say};
use crate::support::{login, message};
use vestibule_mail::{Connection, Resend, Security, SendError};

fn to_command(command: &'static str, words: &'static str) -> impl Fn(Moment) -> Act {
    move |moment| match moment {
        Moment::Command(line) if line.starts_with(command) => say(words),
        _ => Act::Usual,
    }
}

/// What comes of opening a connection with a login, and what the server then has heard.
async fn opened(server: &Server) -> (SendError, Vec<String>) {
    let mut settings = server.settings();
    settings.login = Some(login());
    let error = Connection::open(&settings).await.err().unwrap();
    (error, server.lines())
}

#[tokio::test]
async fn without_an_offer_of_encryption_nothing_is_said() {
    // Either the server has none, or somebody between has taken its line out.
    for offers in ["250 mail.test", "250-mail.test\r\n250-XXXXXXXA\r\n250 AUTH PLAIN"] {
        let server = Server::start(Security::StartTls, to_command("EHLO", offers)).await;
        let (error, heard) = opened(&server).await;
        assert_eq!((error.resend(), error), (Resend::OnceRepaired, SendError::NoTls));
        assert_eq!(heard, ["EHLO [127.0.0.1]"]);
    }
}

#[tokio::test]
async fn an_offer_that_is_taken_back_is_none() {
    for words in ["454 4.7.0 not now", "502 5.5.1 what?"] {
        let server = Server::start(Security::StartTls, to_command("STARTTLS", words)).await;
        let (error, heard) = opened(&server).await;
        assert_eq!((error, heard.len()), (SendError::NoTls, 2));
    }
}

#[tokio::test]
async fn an_answer_said_in_plain_text_does_not_pass_for_an_encrypted_one() {
    for injected in
        ["220 go\r\n250 AUTH PLAIN", "220 go\r\n250-mail.evil\r\n250 AUTH LOGIN\r\n334 x\r\n235 ok", "220 go\r\n2"]
    {
        let server = Server::start(Security::StartTls, to_command("STARTTLS", injected)).await;
        let (error, heard) = opened(&server).await;
        assert_eq!(error, SendError::Injected, "{injected}");
        assert_eq!(heard, ["EHLO [127.0.0.1]", "STARTTLS"]);
    }
}

#[tokio::test]
async fn an_answer_ahead_of_the_question_ends_the_talk() {
    let server = Server::start(Security::StartTls, to_command("EHLO", "250 STARTTLS\r\n220 go")).await;
    assert_eq!(opened(&server).await.0, SendError::NoTls);
    let ahead = "250-mail.test\r\n250 STARTTLS\r\n220 go";
    let server = Server::start(Security::StartTls, to_command("EHLO", ahead)).await;
    let (error, heard) = opened(&server).await;
    assert_eq!(error, SendError::NotSmtp { reply: "220 go".to_owned() });
    assert_eq!(heard, ["EHLO [127.0.0.1]"]);
}

#[tokio::test]
async fn a_server_that_does_not_encrypt_is_told_from_one_that_is_away() {
    let server = Server::usual(Security::None).await;
    let mut settings = server.settings();
    settings.security = Security::Tls;
    assert_eq!(Connection::open(&settings).await.err(), Some(SendError::NoTls));
}

#[tokio::test]
async fn what_was_offered_in_plain_text_is_asked_again() {
    // SMTPUTF8 is offered encrypted only, and believed.
    let server = Server::usual(Security::StartTls).await;
    let mut connection = Connection::open(&server.settings()).await.unwrap();
    connection.send(&message()).await.unwrap();
    assert_eq!(server.lines().iter().filter(|line| line.starts_with("EHLO")).count(), 2);
}

#[tokio::test]
async fn without_encryption_messages_stay_on_this_computer() {
    let mut settings = Server::usual(Security::None).await.settings();
    // Set aside for documents (RFC 5737, RFC 3849): nobody is asked there either.
    for host in ["192.0.2.1", "2001:db8::1", "[2001:db8::1]", "::ffff:192.0.2.1"] {
        settings.host = host.to_owned();
        assert_eq!(Connection::open(&settings).await.err(), Some(SendError::NotHere), "{host}");
    }
    settings.host = "localhost".to_owned();
    Connection::open(&settings).await.unwrap().send(&message()).await.unwrap();
}
