//! From a server's name to a connection with it. Keeps out encryption and what is said.

use crate::send_error::{SendError, Unreachable};
use crate::server::{Security, SmtpServer, is_here};
use std::io;
use std::net::{IpAddr, SocketAddr};
use tokio::net::{TcpStream, lookup_host};
use tokio::time::{Instant, timeout_at};

/// The most addresses of a name that are tried.
const MOST: usize = 8;

/// Connect within the limit, trying one address after the other. Without encryption, only to this computer.
pub async fn connect(server: &SmtpServer, host: &str) -> Result<TcpStream, SendError> {
    let end = Instant::now() + server.timeouts.connect;
    let unreachable = |why| SendError::Unreachable { why };
    let addresses = timeout_at(end, addresses(host, server.port)).await;
    let addresses = addresses.map_err(|_| unreachable(Unreachable::Timeout))?.map_err(unreachable)?;
    let plain = server.security == Security::None;
    if plain && !addresses.iter().all(|address| is_here(address.ip())) {
        return Err(SendError::NotHere);
    }
    let mut why = Unreachable::Name;
    for (place, address) in addresses.iter().enumerate() {
        // An address that does not answer must leave the others their share of the time.
        let now = Instant::now();
        let share = (end - now) / u32::try_from(addresses.len() - place).unwrap_or(1);
        match timeout_at(now + share, TcpStream::connect(address)).await {
            Ok(Ok(stream)) => return ready(stream, plain),
            Ok(Err(error)) => why = unreachable_by(&error),
            Err(_) => why = Unreachable::Timeout,
        }
    }
    Err(unreachable(why))
}

/// The name as its certificate has it.
pub fn host(server: &SmtpServer) -> Result<String, SendError> {
    let host = server.host.trim();
    if let Ok(address) = host.trim_start_matches('[').trim_end_matches(']').parse::<IpAddr>() {
        return Ok(address.to_string());
    }
    match idna::domain_to_ascii_strict(host) {
        Ok(host) if !host.is_empty() => Ok(host),
        _ => Err(SendError::Unreachable { why: Unreachable::Name }),
    }
}

async fn addresses(host: &str, port: u16) -> Result<Vec<SocketAddr>, Unreachable> {
    let found = lookup_host((host, port)).await.map_err(|_| Unreachable::Name)?;
    Ok(found.take(MOST).collect())
}

/// A connection on which short lines are not held back to be joined with later ones.
fn ready(stream: TcpStream, plain: bool) -> Result<TcpStream, SendError> {
    let closed = |_| SendError::Unreachable { why: Unreachable::Closed };
    // What counts is who was really reached.
    if plain && !is_here(stream.peer_addr().map_err(closed)?.ip()) {
        return Err(SendError::NotHere);
    }
    stream.set_nodelay(true).map_err(closed)?;
    Ok(stream)
}

fn unreachable_by(error: &io::Error) -> Unreachable {
    match error.kind() {
        io::ErrorKind::ConnectionRefused => Unreachable::Refused,
        io::ErrorKind::ConnectionReset | io::ErrorKind::ConnectionAborted => Unreachable::Closed,
        io::ErrorKind::TimedOut => Unreachable::Timeout,
        _ => Unreachable::Network,
    }
}
