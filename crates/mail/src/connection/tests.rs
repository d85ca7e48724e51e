//! Handing over, with a server at the other end of a pipe in memory: what it says and where it stops is exact, and the
//! clock stands still, so the longest wait takes no time. Keeps out sockets, encryption and signing in.

use super::*;
use crate::{Content, Direction, Language, MessageId, Recipient, Resend, Sender, Subject, compose};
use std::time::{Duration, UNIX_EPOCH};
use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader, DuplexStream, duplex};

/// Smaller than a message, so that a server that does not read stops the sender.
const PIPE: usize = 256;

fn message(recipient: &str) -> Composed {
    let content = Content {
        direction: Direction::LeftToRight,
        language: Language::new("en").unwrap(),
        logo: None,
        heading: "You are invited".to_owned(),
        paragraphs: vec![".\r\n.dots\r\n..".to_owned()],
        code: None,
        link: None,
        facts: Vec::new(),
        steps: Vec::new(),
        footer: String::new(),
    };
    let (from, to) = (Sender::new("", "desk@school.example").unwrap(), Recipient::new("", recipient).unwrap());
    let (subject, id) = (Subject::new("Invitation").unwrap(), MessageId::new("1", "school.example").unwrap());
    compose(&from, &to, &subject, &content, UNIX_EPOCH + Duration::from_secs(1), &id).unwrap()
}

/// What the server does at its turn.
#[derive(Clone, Copy)]
enum Turn {
    /// Reads a command, and says this.
    Say(&'static str),
    /// Reads the message up to its dot, and says this.
    SayToDot(&'static str),
    /// Reads so many bytes.
    Read(usize),
}
use Turn::{Read, Say, SayToDot};

const UP_TO_DATA: [Turn; 3] = [Say("250 ok"), Say("250 ok"), Say("354 go")];

/// What then becomes of the stream.
#[derive(Clone, Copy, PartialEq)]
enum End {
    Drop,
    Hang,
}

async fn serve(stream: DuplexStream, turns: Vec<Turn>, end: End) {
    // It takes no byte more than it reads.
    let mut stream = BufReader::with_capacity(1, stream);
    for turn in turns {
        let mut line = String::new();
        let said = match turn {
            Say(said) => {
                stream.read_line(&mut line).await.unwrap();
                said
            }
            SayToDot(said) => {
                while line != ".\r\n" {
                    line.clear();
                    stream.read_line(&mut line).await.unwrap();
                }
                said
            }
            Read(bytes) => {
                stream.read_exact(&mut vec![0; bytes]).await.unwrap();
                ""
            }
        };
        if !said.is_empty() {
            stream.write_all(format!("{said}\r\n").as_bytes()).await.unwrap();
        }
    }
    if end == End::Hang {
        std::future::pending::<()>().await;
    }
}

fn connection(turns: impl IntoIterator<Item = Turn>, end: End) -> Connection {
    let (ours, theirs) = duplex(PIPE);
    tokio::spawn(serve(theirs, turns.into_iter().collect(), end));
    let dialogue = Dialogue::new(Box::new(ours) as Box<dyn Stream>);
    Connection { dialogue, timeouts: Timeouts::default(), takes_utf8: false, state: State::Ready }
}

/// What comes of one message, and whether the connection is usable after it.
async fn sent(turns: impl IntoIterator<Item = Turn>, end: End) -> (Result<Accepted, SendError>, bool) {
    let mut connection = connection(turns, end);
    let sent = connection.send(&message("noor@post.example")).await;
    (sent, connection.is_usable())
}

#[tokio::test]
async fn a_message_is_taken_when_the_answer_to_its_dot_says_so() {
    let (sent, usable) = sent(UP_TO_DATA.into_iter().chain([SayToDot("250 queued as 17")]), End::Drop).await;
    assert_eq!(sent, Ok(Accepted { reply: "250 queued as 17".to_owned() }));
    assert!(usable);
}

#[tokio::test(start_paused = true)]
async fn whoever_falls_silent_before_the_dot_has_not_taken_it() {
    for end in [End::Drop, End::Hang] {
        for turns in 0..=UP_TO_DATA.len() {
            // After DATA's answer, some of the message is read.
            let rest = (turns == UP_TO_DATA.len()).then_some(Read(100));
            let (sent, usable) = sent(UP_TO_DATA.into_iter().take(turns).chain(rest), end).await;
            assert_eq!(sent, Err(SendError::Dropped), "after {turns}");
            assert!(!usable);
        }
    }
}

#[tokio::test(start_paused = true)]
async fn whoever_falls_silent_after_the_dot_may_have_taken_it() {
    for end in [End::Drop, End::Hang] {
        let (sent, usable) = sent(UP_TO_DATA.into_iter().chain([SayToDot("")]), end).await;
        let error = sent.unwrap_err();
        assert_eq!((error.resend(), error), (Resend::InDoubt, SendError::Unanswered));
        assert!(!usable);
    }
}

#[tokio::test(start_paused = true)]
async fn a_dot_that_can_t_be_sent_leaves_it_in_doubt() {
    // The rest of the message fills the pipe, and the dot does not fit.
    let all = stuffed(message("noor@post.example").eml()).len();
    let (sent, _) = sent(UP_TO_DATA.into_iter().chain([Read(all - PIPE)]), End::Hang).await;
    assert_eq!(sent, Err(SendError::Unanswered));
}

#[tokio::test]
async fn an_answer_to_the_dot_that_is_none_leaves_it_in_doubt() {
    for said in ["354 go on", "what?", "250-begun\r\n550 ended", "250-more"] {
        let (sent, _) = sent(UP_TO_DATA.into_iter().chain([SayToDot(said)]), End::Drop).await;
        assert_eq!(sent, Err(SendError::Unanswered), "{said}");
    }
}

#[tokio::test]
async fn whoever_answers_ahead_is_not_believed() {
    let ahead = [Say("250 ok"), Say("250 ok"), Say("354 go\r\n250 queued")];
    let (sent, usable) = sent(ahead, End::Hang).await;
    assert_eq!(sent, Err(SendError::NotSmtp { reply: "250 queued".to_owned() }));
    assert!(!usable);
}

#[tokio::test]
async fn a_refused_message_is_forgotten_before_the_next_one() {
    let first = [Say("250 ok"), Say("550 no")];
    let next = [Say("250 reset")].into_iter().chain(UP_TO_DATA).chain([SayToDot("250 taken")]);
    let mut connection = connection(first.into_iter().chain(next), End::Drop);
    let refused = connection.send(&message("gone@post.example")).await.unwrap_err();
    assert_eq!(refused, SendError::Refused { reply: "550 no".to_owned(), permanent: true, step: Step::Recipient });
    assert!(connection.send(&message("noor@post.example")).await.is_ok());
}

#[tokio::test]
async fn a_server_that_does_not_forget_a_refused_message_gets_no_other() {
    let mut connection = connection([Say("250 ok"), Say("550 no"), Say("502 forget what?")], End::Hang);
    let text = message("gone@post.example");
    connection.send(&text).await.unwrap_err();
    assert!(connection.is_usable());
    connection.send(&text).await.unwrap_err();
    assert!(!connection.is_usable());
}

#[tokio::test]
async fn a_server_that_says_goodbye_is_not_asked_again() {
    let (sent, usable) = sent([Say("421 shutting down")], End::Hang).await;
    assert_eq!(sent.unwrap_err().resend(), Resend::Later);
    assert!(!usable);
}

#[tokio::test(start_paused = true)]
async fn a_connection_left_half_way_is_not_used_again() {
    let mut connection = connection(UP_TO_DATA.into_iter().chain([SayToDot("")]), End::Hang);
    let text = message("noor@post.example");
    let left = tokio::time::timeout(Duration::from_secs(1), connection.send(&text)).await;
    assert!(left.is_err() && !connection.is_usable());
    assert_eq!(connection.send(&text).await, Err(SendError::Dropped));
}

#[tokio::test]
async fn an_address_of_any_script_waits_for_a_server_that_takes_it() {
    let mut connection = connection([], End::Hang);
    let error = connection.send(&message("nöör@post.example")).await.unwrap_err();
    assert_eq!((error.resend(), error), (Resend::Never, SendError::NoSmtpUtf8));
    assert!(connection.is_usable());
}

#[test]
fn dots_at_the_beginning_of_lines_are_doubled() {
    assert_eq!(stuffed(b".\r\n..a\r\nb.\r\n"), b"..\r\n...a\r\nb.\r\n");
}
