//! A server that others wrote takes the messages: aiosmtpd, with Python's own parser reading them. Keeps out what only
//! a server of the tests can do wrong. `cargo xtask test` installs it.

use crate::support::authority::{Authority, Claim};
use crate::support::{CODE, LINK, PASSWORD, content, date, id, login, sender};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use std::path::Path;
use std::process::Stdio;
use tokio::io::{AsyncBufReadExt, BufReader, Lines};
use tokio::process::{Child, ChildStdin, ChildStdout, Command};
use vestibule_mail::{
    Composed, Connection, Content, Login, Recipient, Security, SendError, SmtpServer, Step, Subject, Timeouts, compose,
};

struct RealServer {
    authority: Authority,
    said: Lines<BufReader<ChildStdout>>,
    /// For encryption from the first byte, and by STARTTLS.
    ports: [u16; 2],
    /// It ends when this does.
    _input: ChildStdin,
    _child: Child,
}

impl RealServer {
    async fn start() -> Self {
        let installed = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/tools/aiosmtpd");
        assert!(
            installed.join("aiosmtpd").is_dir(),
            "This test needs aiosmtpd. Run `cargo xtask setup --window`, which installs it into target/tools, or: \
             python3 -m pip install --target target/tools/aiosmtpd -r crates/mail/tests/aiosmtpd/requirements.txt"
        );
        let authority = Authority::new("Ours");
        let (certificate, key) = authority.signed(Claim::to(&["127.0.0.1"]));
        let folder = tempfile::tempdir().unwrap();
        let paths = [("certificate.pem", certificate), ("key.pem", key)].map(|(name, pem)| {
            std::fs::write(folder.path().join(name), pem).unwrap();
            folder.path().join(name)
        });
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/aiosmtpd/server.py");
        let mut child = Command::new("python3")
            .arg(script)
            .args(paths)
            .args([&login().username, PASSWORD])
            .env("PYTHONPATH", installed)
            .env("PYTHONDONTWRITEBYTECODE", "1")
            .env("PYTHONWARNINGS", "ignore")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .kill_on_drop(true)
            .spawn()
            .expect("This test needs Python 3 as `python3`. On Debian: sudo apt-get install python3");
        let mut said = BufReader::new(child.stdout.take().unwrap()).lines();
        let ports = said.next_line().await.unwrap().expect("the server ended; what it said stands above");
        let ports: Vec<u16> = ports.split(' ').map(|port| port.parse().unwrap()).collect();
        let input = child.stdin.take().unwrap();
        Self { authority, said, ports: [ports[0], ports[1]], _input: input, _child: child }
    }

    fn settings(&self, security: Security) -> SmtpServer {
        SmtpServer {
            host: "127.0.0.1".to_owned(),
            port: self.ports[usize::from(security == Security::StartTls)],
            security,
            login: Some(login()),
            timeouts: Timeouts::default(),
            extra_root: Some(self.authority.pem.clone()),
        }
    }

    /// What it tells of the next message: see server.py.
    async fn told(&mut self) -> Vec<Vec<u8>> {
        let line = self.said.next_line().await.unwrap().expect("the server has ended");
        line.split(' ').map(|word| STANDARD.decode(word).unwrap()).collect()
    }
}

/// A content with everything that has a meaning somewhere on its way.
fn invitation() -> Content {
    let mut content = content();
    content.paragraphs = vec![".\r\n..\r\n.x\r\nFrom here\r\n=20".to_owned(), "ä 😀 مرحبا".repeat(200)];
    content
}

fn message_to(address: &str) -> Composed {
    let to = Recipient::new("Nöör \"N.\" Haddad, <x@y>", address).unwrap();
    compose(&sender(), &to, &Subject::new("Zażółć: =?utf-8?q?x?=").unwrap(), &invitation(), date(), &id()).unwrap()
}

#[tokio::test]
async fn a_real_server_takes_messages_as_they_were_meant() {
    let mut server = RealServer::start().await;
    for security in [Security::Tls, Security::StartTls] {
        let mut connection = Connection::open(&server.settings(security)).await.unwrap();
        let refused = connection.send(&message_to("gone@post.example")).await.unwrap_err();
        let reply = "550 5.1.1 no such person".to_owned();
        assert_eq!(refused, SendError::Refused { reply, permanent: true, step: Step::Recipient });
        for address in ["noor@post.example", "nöör@post.example"] {
            let message = message_to(address);
            assert_eq!(connection.send(&message).await.unwrap().reply, "250 2.0.0 taken");
            let told = server.told().await;
            let text = |place: usize| std::str::from_utf8(&told[place]).unwrap();
            assert_eq!([text(0), text(1), text(2)], ["desk@school.example", address, "desk@school.example"]);
            assert!(told[3] == message.eml());
            assert_eq!(text(4), "Northside School <desk@school.example>");
            assert_eq!(text(6), "Zażółć: =?utf-8?q?x?=");
            // Python's parser writes a name anew; with an address of any script it is left as it came.
            if address.is_ascii() {
                assert_eq!(text(5), "\"Nöör \\\"N.\\\" Haddad, <x@y>\" <noor@post.example>");
            }
            for form in [7, 8] {
                assert!([CODE, "=20", "ä 😀 مرحبا"].iter().all(|said| text(form).contains(said)), "{}", text(form));
            }
            let plain = text(7).replace("\r\n", "\n");
            assert!(plain.contains("\n.\n..\n.x\nFrom here\n=20\n") && plain.contains(LINK), "{plain}");
        }
        connection.close().await;
        Connection::check(&server.settings(security)).await.unwrap();
    }
}

#[tokio::test]
async fn a_real_server_refuses_a_wrong_password() {
    let server = RealServer::start().await;
    for security in [Security::Tls, Security::StartTls] {
        let mut settings = server.settings(security);
        settings.login = Some(Login { password: "wrong".into(), ..login() });
        let error = Connection::open(&settings).await.err().unwrap();
        assert!(matches!(&error, SendError::Login { reply, permanent: true } if reply.starts_with("535 ")), "{error}");
    }
}
