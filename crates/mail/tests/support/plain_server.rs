//! A small SMTP server on this computer, without encryption and without any library, for tests of what hands messages
//! to one. It answers as each test says. Keeps out TLS, which the tests of `vestibule-mail` try with their own server.
#![allow(dead_code, missing_docs, reason = "each test binary uses its part")]
#![allow(clippy::unwrap_used, reason = "what a test sets up must work")]

use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};

/// What the server does.
pub enum Act {
    /// What servers do.
    Usual,
    /// Says this.
    Say(&'static str),
    /// Says nothing until the client has gone.
    Silence,
    /// Ends the connection.
    Drop,
    /// Refuses a whole message and repeats its code, as content filters do.
    Blocked,
}

/// A message as it came.
#[derive(Debug, Clone)]
pub struct Received {
    /// The address that it is for.
    pub to: String,
    /// Its bytes, without the dots that were added.
    pub text: String,
}

/// A code that stands alone on a line of a message.
pub fn code_in(text: &str) -> Option<String> {
    let is_group =
        |group: &str| group.len() == 4 && group.chars().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit());
    let is_code = |line: &&str| line.split('-').count() == 4 && line.split('-').all(is_group);
    text.lines().map(str::trim).find(is_code).map(str::to_owned)
}

#[derive(Default)]
struct Seen {
    lines: Vec<String>,
    messages: Vec<Received>,
    connections: usize,
}

pub struct PlainServer {
    pub port: u16,
    seen: Arc<Mutex<Seen>>,
}

type Script = Arc<dyn Fn(&str) -> Act + Send + Sync>;

impl PlainServer {
    /// One that takes everything.
    pub fn usual() -> Self {
        Self::start(|_| Act::Usual)
    }

    /// One that asks `script` at each command, and with `.` when it has a whole message.
    pub fn start(script: impl Fn(&str) -> Act + Send + Sync + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let (port, seen) = (listener.local_addr().unwrap().port(), Arc::new(Mutex::new(Seen::default())));
        let (script, told): (Script, _) = (Arc::new(script), Arc::clone(&seen));
        std::thread::spawn(move || {
            for stream in listener.incoming().map_while(Result::ok) {
                let (script, seen) = (Arc::clone(&script), Arc::clone(&told));
                seen.lock().unwrap().connections += 1;
                std::thread::spawn(move || converse(stream, &script, &seen));
            }
        });
        Self { port, seen }
    }

    /// All that was accepted or came whole, in order.
    pub fn messages(&self) -> Vec<Received> {
        self.seen.lock().unwrap().messages.clone()
    }

    pub fn lines(&self) -> Vec<String> {
        self.seen.lock().unwrap().lines.clone()
    }

    pub fn connections(&self) -> usize {
        self.seen.lock().unwrap().connections
    }

    /// Waits until so many messages came whole.
    pub fn await_messages(&self, many: usize) {
        while self.messages().len() < many {
            std::thread::sleep(std::time::Duration::from_millis(5));
        }
    }
}

fn converse(mut stream: TcpStream, script: &Script, seen: &Mutex<Seen>) -> Option<()> {
    let mut lines = BufReader::new(stream.try_clone().ok()?);
    let mut say = |act: Act, usual: &str| -> Option<bool> {
        let words = match act {
            Act::Usual => usual.to_owned(),
            Act::Say(words) => words.to_owned(),
            Act::Silence => return Some(false),
            Act::Drop => return None,
            Act::Blocked => format!("554 5.7.1 blocked: {usual}"),
        };
        stream.write_all(format!("{words}\r\n").as_bytes()).ok()?;
        Some(words.starts_with(['2', '3']))
    };
    say(Act::Usual, "220 plain.test ESMTP")?;
    let mut to = String::new();
    loop {
        let line = line(&mut lines)?;
        seen.lock().unwrap().lines.push(line.clone());
        if let Some(address) = line.strip_prefix("RCPT TO:<") {
            to = address.trim_end_matches('>').to_owned();
        }
        let usual = match line.split([' ', ':']).next().unwrap_or_default() {
            "EHLO" => "250-plain.test\r\n250-8BITMIME\r\n250 AUTH PLAIN LOGIN",
            "AUTH" => "235 2.7.0 welcome",
            "DATA" => "354 go",
            "QUIT" => "221 bye",
            _ => "250 2.0.0 ok",
        };
        if say(script(&line), usual)? && line == "DATA" {
            let text = message(&mut lines)?;
            let code = code_in(&text).unwrap_or_default();
            seen.lock().unwrap().messages.push(Received { to: to.clone(), text });
            match script(".") {
                Act::Blocked => say(Act::Blocked, &code)?,
                act => say(act, "250 2.0.0 queued as 17")?,
            };
        }
    }
}

fn line(lines: &mut impl BufRead) -> Option<String> {
    let mut line = String::new();
    (lines.read_line(&mut line).ok()? > 0).then(|| line.trim_end_matches(['\r', '\n']).to_owned())
}

fn message(lines: &mut impl BufRead) -> Option<String> {
    let mut text = String::new();
    loop {
        let line = line(lines)?;
        if line == "." {
            return Some(text);
        }
        text.push_str(line.strip_prefix('.').unwrap_or(&line));
        text.push('\n');
    }
}
