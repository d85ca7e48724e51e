//! An SMTP server that does as each test says: takes messages, refuses, answers nonsense, or falls silent. It knows no
//! more of SMTP than that takes, and shares no code with what it tests.

use super::authority::{Authority, Claim};
use rustls::ServerConfig;
use std::sync::{Arc, Mutex};
use tokio::io::{AsyncBufReadExt, AsyncRead, AsyncWrite, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Notify;
use tokio_rustls::TlsAcceptor;
use vestibule_mail::{Security, SmtpServer, Timeouts};

/// A moment at which the server has its turn.
pub enum Moment<'a> {
    /// Somebody connected.
    Greeting,
    /// A line, without its end.
    Command(&'a str),
    /// A message, up to its dot.
    Message,
}

/// What it then does.
pub enum Act {
    /// What servers do.
    Usual,
    /// Says this, which may be several lines.
    Say(String),
    /// Says this once it is told to.
    Later(Arc<Notify>, &'static str),
    /// Ends the connection.
    Drop,
}

pub fn say(words: impl Into<String>) -> Act {
    Act::Say(words.into())
}

/// What a server has seen.
#[derive(Default)]
pub struct Seen {
    /// Every line, and whether it came encrypted.
    pub lines: Vec<(bool, String)>,
    /// Every message as it came, without the dots that were added.
    pub messages: Vec<Vec<u8>>,
}

type Script = Arc<dyn Fn(Moment) -> Act + Send + Sync>;

pub struct Server {
    port: u16,
    security: Security,
    root: Vec<u8>,
    seen: Arc<Mutex<Seen>>,
}

#[derive(Clone)]
struct Host {
    security: Security,
    config: Arc<ServerConfig>,
    script: Script,
    seen: Arc<Mutex<Seen>>,
}

impl Server {
    /// One that takes everything.
    pub async fn usual(security: Security) -> Self {
        Self::start(security, |_| Act::Usual).await
    }

    /// One that does as told, with a valid certificate.
    pub async fn start(security: Security, script: impl Fn(Moment) -> Act + Send + Sync + 'static) -> Self {
        let authority = Authority::new("Authority of the tests");
        Self::with(&authority, Claim::to(&["localhost", "127.0.0.1"]), security, script).await
    }

    /// One with this certificate.
    pub async fn with(
        authority: &Authority,
        claim: Claim,
        security: Security,
        script: impl Fn(Moment) -> Act + Send + Sync + 'static,
    ) -> Self {
        let seen = Arc::new(Mutex::new(Seen::default()));
        let host =
            Host { security, config: authority.config(claim), script: Arc::new(script), seen: Arc::clone(&seen) };
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = listener.local_addr().unwrap().port();
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(host.clone().serve(stream));
            }
        });
        Self { port, security, root: authority.pem.clone(), seen }
    }

    /// The settings by which it is reached.
    pub fn settings(&self) -> SmtpServer {
        SmtpServer {
            host: "127.0.0.1".to_owned(),
            port: self.port,
            security: self.security,
            login: None,
            timeouts: Timeouts::default(),
            extra_root: Some(self.root.clone()),
        }
    }

    pub fn messages(&self) -> Vec<Vec<u8>> {
        self.seen.lock().unwrap().messages.clone()
    }

    /// Every line that came, in order.
    pub fn lines(&self) -> Vec<String> {
        self.seen.lock().unwrap().lines.iter().map(|(_, line)| line.clone()).collect()
    }

    /// Every line that came in plain text.
    pub fn plain_lines(&self) -> Vec<String> {
        let seen = self.seen.lock().unwrap();
        seen.lines.iter().filter(|(encrypted, _)| !encrypted).map(|(_, line)| line.clone()).collect()
    }
}

impl Host {
    async fn serve(self, stream: TcpStream) {
        stream.set_nodelay(true).unwrap();
        let acceptor = TlsAcceptor::from(Arc::clone(&self.config));
        if self.security == Security::Tls {
            // A client that does not trust the certificate ends it here.
            let Ok(stream) = acceptor.accept(stream).await else { return };
            let _ = self.converse(&mut BufReader::new(stream), true, true).await;
            return;
        }
        let mut stream = BufReader::new(stream);
        if self.converse(&mut stream, false, true).await == Some(End::Encrypt) {
            let Ok(stream) = acceptor.accept(stream.into_inner()).await else { return };
            let _ = self.converse(&mut BufReader::new(stream), true, false).await;
        }
    }

    /// Talks until one of them ends it. `None` if the stream has ended.
    async fn converse<S>(&self, stream: &mut BufReader<S>, encrypted: bool, greets: bool) -> Option<End>
    where
        S: AsyncRead + AsyncWrite + Unpin,
    {
        if greets {
            self.act(stream, Moment::Greeting, "220 mail.test ESMTP").await?;
        }
        loop {
            let mut line = Vec::new();
            if stream.read_until(b'\n', &mut line).await.ok()? == 0 {
                return None;
            }
            let line = String::from_utf8(line).unwrap();
            let line = line.strip_suffix("\r\n").expect("a line ends with CRLF").to_owned();
            self.seen.lock().unwrap().lines.push((encrypted, line.clone()));
            let usual = self.usual(&line, encrypted);
            let said = self.act(stream, Moment::Command(&line), usual).await?;
            if line == "STARTTLS" && said.starts_with("220") {
                return Some(End::Encrypt);
            } else if line == "QUIT" {
                return Some(End::Quit);
            } else if line == "DATA" && said.starts_with("354") {
                let message = message(stream).await?;
                self.seen.lock().unwrap().messages.push(message);
                self.act(stream, Moment::Message, "250 2.0.0 queued as 17").await?;
            }
        }
    }

    /// What servers answer.
    fn usual(&self, line: &str, encrypted: bool) -> &'static str {
        match line.split([' ', ':']).next().unwrap_or_default() {
            "EHLO" if self.security == Security::StartTls && !encrypted => "250-mail.test\r\n250-STARTTLS\r\n250 HELP",
            "EHLO" => "250-mail.test\r\n250-8BITMIME\r\n250-SMTPUTF8\r\n250 AUTH LOGIN PLAIN",
            "STARTTLS" => "220 go",
            "AUTH" => "235 2.7.0 welcome",
            "MAIL" | "RCPT" | "RSET" | "NOOP" => "250 2.0.0 ok",
            "DATA" => "354 go",
            "QUIT" => "221 bye",
            _ => "500 what?",
        }
    }

    /// Do as told, and return what was said. `None` if the stream is to end.
    async fn act<S>(&self, stream: &mut BufReader<S>, moment: Moment<'_>, usual: &'static str) -> Option<String>
    where
        S: AsyncRead + AsyncWrite + Unpin,
    {
        let said = match (self.script)(moment) {
            Act::Usual => usual.to_owned(),
            Act::Say(words) => words,
            Act::Later(told, words) => {
                told.notified().await;
                words.to_owned()
            }
            Act::Drop => return None,
        };
        // In one piece, so that what is said too much arrives with the rest. A client that has heard enough is gone.
        stream.write_all(format!("{said}\r\n").as_bytes()).await.ok()?;
        stream.flush().await.ok()?;
        Some(said)
    }
}

#[derive(PartialEq)]
enum End {
    Encrypt,
    Quit,
}

/// Everything up to CRLF, a dot and CRLF. `None` if the stream ends before.
async fn message<S: AsyncRead + Unpin>(stream: &mut BufReader<S>) -> Option<Vec<u8>> {
    let mut message = Vec::new();
    loop {
        let mut line = Vec::new();
        stream.read_until(b'\n', &mut line).await.ok()?;
        match line.as_slice() {
            [] => return None,
            b".\r\n" => return Some(message),
            [b'.', rest @ ..] => message.extend_from_slice(rest),
            line => message.extend_from_slice(line),
        }
    }
}
