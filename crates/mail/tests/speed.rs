//! How many messages a second go over one encrypted connection, printed for whoever wants to know. Nothing is held to
//! it: the tests run on busy machines.

use crate::support::server::Server;
use crate::support::{content, date, recipient, sender, subject};
use std::time::Instant;
use vestibule_mail::{Connection, MessageId, Security, compose};

const MESSAGES: usize = 1_000;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_thousand_messages_go_over_one_connection() {
    let server = Server::usual(Security::Tls).await;
    let begun = Instant::now();
    let mut connection = Connection::open(&server.settings()).await.unwrap();
    let opened = begun.elapsed();
    for number in 0..MESSAGES {
        let id = MessageId::new(&number.to_string(), "school.example").unwrap();
        let message = compose(&sender(), &recipient(), &subject(), &content(), date(), &id).unwrap();
        connection.send(&message).await.unwrap();
    }
    let taken = begun.elapsed();
    connection.close().await;
    assert_eq!(server.messages().len(), MESSAGES);
    let rate = MESSAGES as f64 / taken.as_secs_f64();
    println!("{MESSAGES} messages in {taken:.2?}, {rate:.0} a second; the connection was open after {opened:.2?}");
}
