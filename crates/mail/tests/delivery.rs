//! Handing messages to a server that takes them, refuses them, or stops. Keeps out encryption and signing in.

use crate::support::server::{Act, Moment, Server, say};
use crate::support::{message, message_to, recipient};
use std::sync::Arc;
use tokio::net::TcpSocket;
use tokio::sync::Notify;
use vestibule_mail::{Accepted, Connection, Recipient, Resend, Security, SendError, Step, Unreachable};

/// What comes of one message to a server that answers a command like this, or a message.
async fn sent(script: impl Fn(Moment) -> Act + Send + Sync + 'static) -> Result<Accepted, SendError> {
    let server = Server::start(Security::None, script).await;
    Connection::open(&server.settings()).await?.send(&message()).await
}

/// A script that acts when a command begins like this.
fn at(command: &'static str, act: impl Fn() -> Act + Send + Sync + 'static) -> impl Fn(Moment) -> Act {
    move |moment| match moment {
        Moment::Command(line) if line.starts_with(command) => act(),
        _ => Act::Usual,
    }
}

/// A script that acts when it has the whole message.
fn at_the_end(act: impl Fn() -> Act + Send + Sync + 'static) -> impl Fn(Moment) -> Act {
    move |moment| if matches!(moment, Moment::Message) { act() } else { Act::Usual }
}

#[tokio::test]
async fn a_message_arrives_as_it_was_composed() {
    for security in [Security::None, Security::StartTls, Security::Tls] {
        let server = Server::usual(security).await;
        let mut connection = Connection::open(&server.settings()).await.unwrap();
        let accepted = connection.send(&message()).await.unwrap();
        assert_eq!(accepted.reply, "250 2.0.0 queued as 17");
        connection.close().await;
        assert_eq!(server.messages(), [message().eml()]);
        let lines = server.lines();
        let talk = ["MAIL FROM:<desk@school.example>", "RCPT TO:<noor@post.example>", "DATA", "QUIT"];
        assert_eq!(lines[lines.len() - 4..], talk);
        let plain: &[&str] = match security {
            Security::Tls => &[],
            Security::StartTls => &["EHLO [127.0.0.1]", "STARTTLS"],
            Security::None => &["EHLO [127.0.0.1]", talk[0], talk[1], talk[2], talk[3]],
        };
        assert_eq!(server.plain_lines(), plain);
    }
}

#[tokio::test]
async fn many_messages_go_over_one_connection_past_one_that_is_refused() {
    let script = at("RCPT TO:<gone@", || say("550-5.1.1 no such person\r\n550 5.1.1 here"));
    let server = Server::start(Security::Tls, script).await;
    let mut connection = Connection::open(&server.settings()).await.unwrap();
    let gone = message_to(&Recipient::new("", "gone@post.example").unwrap());
    connection.send(&message()).await.unwrap();
    let reply = "550 5.1.1 no such person 5.1.1 here".to_owned();
    let refused = SendError::Refused { reply, permanent: true, step: Step::Recipient };
    assert_eq!(connection.send(&gone).await, Err(refused.clone()));
    assert_eq!(refused.resend(), Resend::Never);
    connection.send(&message()).await.unwrap();
    assert_eq!(server.messages().len(), 2);
    assert_eq!(server.lines().iter().filter(|line| *line == "RSET").count(), 1);
}

#[tokio::test]
async fn who_refuses_what_for_how_long_is_told() {
    for (command, code, step, resend) in [
        ("RCPT", "451 4.3.0 later", Step::Recipient, Resend::Later),
        ("RCPT", "550 5.7.1 no", Step::Recipient, Resend::Never),
        ("MAIL", "450 4.7.1 later", Step::Sender, Resend::Later),
        ("MAIL", "553 5.7.1 not yours", Step::Sender, Resend::OnceRepaired),
        ("DATA", "554 5.5.1 no", Step::Message, Resend::Never),
        ("EHLO", "502 5.5.1 no", Step::Connection, Resend::OnceRepaired),
    ] {
        let error = sent(at(command, move || say(code))).await.unwrap_err();
        let permanent = code.starts_with('5');
        assert_eq!(error, SendError::Refused { reply: code.to_owned(), permanent, step });
        assert_eq!(error.resend(), resend, "{code}");
    }
    let error = sent(at_the_end(|| say("552 5.3.4 too big"))).await.unwrap_err();
    assert_eq!(error.to_string(), "The mail server refused the message: 552 5.3.4 too big");
    let greeting = |moment: Moment| if matches!(moment, Moment::Greeting) { say("421 busy") } else { Act::Usual };
    assert_eq!(sent(greeting).await.unwrap_err().resend(), Resend::Later);
}

#[tokio::test]
async fn a_slow_answer_is_waited_for() {
    let told = Arc::new(Notify::new());
    let heard = Arc::clone(&told);
    let server = Server::start(Security::Tls, at_the_end(move || Act::Later(Arc::clone(&heard), "250 at last"))).await;
    let mut connection = Connection::open(&server.settings()).await.unwrap();
    let text = message();
    let sending = connection.send(&text);
    tokio::pin!(sending);
    // The message is there, and so far there is no answer.
    while server.messages().is_empty() {
        tokio::select! {
            biased;
            _ = &mut sending => panic!("nothing was answered yet"),
            () = tokio::task::yield_now() => {}
        }
    }
    told.notify_one();
    assert_eq!(sending.await.unwrap().reply, "250 at last");
}

#[tokio::test]
async fn a_connection_that_ends_before_the_message_is_whole_has_not_delivered_it() {
    for command in ["MAIL", "RCPT", "DATA"] {
        let error = sent(at(command, || Act::Drop)).await.unwrap_err();
        assert_eq!((error.resend(), error), (Resend::Later, SendError::Dropped), "{command}");
    }
}

#[tokio::test]
async fn a_connection_that_ends_after_the_message_is_whole_may_have_delivered_it() {
    for security in [Security::None, Security::StartTls, Security::Tls] {
        let server = Server::start(security, at_the_end(|| Act::Drop)).await;
        let mut connection = Connection::open(&server.settings()).await.unwrap();
        let error = connection.send(&message()).await.unwrap_err();
        assert_eq!((error.resend(), error), (Resend::InDoubt, SendError::Unanswered));
        assert_eq!(connection.send(&message()).await, Err(SendError::Dropped));
        assert_eq!(server.messages().len(), 1);
    }
}

#[tokio::test]
async fn an_answer_of_a_megabyte_is_not_read() {
    for endless in ["250 ".to_owned() + &"x".repeat(1 << 20), "250-x\r\n".repeat(1 << 18)] {
        let said = endless.clone();
        assert_eq!(sent(at("MAIL", move || say(said.clone()))).await, Err(SendError::TooLong));
        assert_eq!(sent(at_the_end(move || say(endless.clone()))).await, Err(SendError::Unanswered));
    }
}

#[tokio::test]
async fn an_answer_is_shown_as_one_short_harmless_line() {
    let said = format!("550 no\u{1b}[31m\tsuch\u{202e} {}", "person ".repeat(1_000));
    let Err(SendError::Refused { reply, .. }) = sent(at("RCPT", move || say(said.clone()))).await else { panic!() };
    assert!(reply.starts_with("550 no[31m such person") && reply.chars().count() <= 301, "{reply}");
}

#[tokio::test]
async fn what_is_no_mail_server_is_told() {
    for words in ["HTTP/1.1 400 Bad Request", "SSH-2.0-OpenSSH_9.2", "* OK IMAP4rev1", "\u{fffd}"] {
        let greeting = move |moment: Moment| if matches!(moment, Moment::Greeting) { say(words) } else { Act::Usual };
        assert_eq!(sent(greeting).await, Err(SendError::NotSmtp { reply: words.to_owned() }));
    }
    assert!(matches!(sent(at("DATA", || say("250 thanks"))).await, Err(SendError::NotSmtp { .. })));
}

#[tokio::test]
async fn a_server_that_can_t_be_reached_is_told_why() {
    // Bound and not listening: nobody else gets this port, and it refuses.
    let socket = TcpSocket::new_v4().unwrap();
    socket.bind("127.0.0.1:0".parse().unwrap()).unwrap();
    let mut settings = Server::usual(Security::None).await.settings();
    settings.port = socket.local_addr().unwrap().port();
    let why = |why| Some(SendError::Unreachable { why });
    assert_eq!(Connection::open(&settings).await.err(), why(Unreachable::Refused));
    for host in ["", "no name", "a..b", "mail.example\r\nx"] {
        settings.host = host.to_owned();
        assert_eq!(Connection::open(&settings).await.err(), why(Unreachable::Name), "{host}");
    }
    let dropped = |moment: Moment| if matches!(moment, Moment::Greeting) { Act::Drop } else { Act::Usual };
    assert_eq!(sent(dropped).await.err(), why(Unreachable::Closed));
}

#[tokio::test]
async fn letters_of_any_script_go_where_they_are_taken() {
    let to = message_to(&Recipient::new("Nöör", "nöör@post.example").unwrap());
    let server = Server::usual(Security::Tls).await;
    Connection::open(&server.settings()).await.unwrap().send(&to).await.unwrap();
    let lines = server.lines();
    let tail = ["MAIL FROM:<desk@school.example> BODY=8BITMIME SMTPUTF8", "RCPT TO:<nöör@post.example>", "DATA"];
    assert_eq!(lines[lines.len() - 3..], tail);
    let server = Server::start(Security::Tls, at("EHLO", || say("250 mail.test"))).await;
    let mut connection = Connection::open(&server.settings()).await.unwrap();
    assert_eq!(connection.send(&to).await, Err(SendError::NoSmtpUtf8));
    connection.send(&message_to(&recipient())).await.unwrap();
}

#[tokio::test]
async fn a_check_says_the_same_and_sends_nothing() {
    let server = Server::usual(Security::StartTls).await;
    Connection::check(&server.settings()).await.unwrap();
    assert_eq!(server.lines()[2..], ["EHLO [127.0.0.1]", "NOOP", "QUIT"]);
    let server = Server::start(Security::Tls, at("NOOP", || say("450 not now"))).await;
    assert_eq!(Connection::check(&server.settings()).await.unwrap_err().resend(), Resend::Later);
}
