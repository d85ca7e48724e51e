//! Why a message was not sent, and whether it may have been all the same. Keeps out the queue that acts on it. A
//! server's answer is shown as one harmless line of at most 300 characters; a password is in none of these.

/// What came of opening a connection or of handing over a message.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SendError {
    /// There is no connection to the server.
    #[error("The mail server can't be reached: {why}.")]
    Unreachable {
        /// What stands in the way.
        why: Unreachable,
    },
    /// The server offers no encryption, or none was meant to be seen offering it.
    #[error("The mail server offers no encryption here. Nothing was sent; try the other kind of encryption or port.")]
    NoTls,
    /// No encryption was chosen for a server that is not on this computer.
    #[error("Without encryption, messages are only handed to a mail server on this very computer.")]
    NotHere,
    /// The server's certificate does not prove that it is this server.
    #[error("The mail server's certificate can't be trusted: {reason}. Nothing was sent.")]
    Certificate {
        /// What is wrong with it.
        reason: CertificateFault,
    },
    /// `extra_root` holds no certificate.
    #[error("The certificate of your own authority can't be read. It must be a PEM file.")]
    ExtraRoot,
    /// This computer's own certificates can't be read.
    #[error("The certificates that this computer trusts can't be read.")]
    NoRoots,
    /// Encryption could not begin for another reason.
    #[error("The mail server and this program have no kind of encryption in common. Nothing was sent.")]
    Handshake,
    /// Something was said in plain text that would have passed for an encrypted answer.
    #[error("Somebody meddled with the connection to the mail server before it was encrypted. Nothing was sent.")]
    Injected,
    /// What answers does not speak SMTP.
    #[error("What answers there is no mail server: {reply}")]
    NotSmtp {
        /// The first words of it.
        reply: String,
    },
    /// Username and password were refused.
    #[error("The mail server refused the username or the password: {reply}")]
    Login {
        /// The server's words.
        reply: String,
        /// False if it says that another try may work.
        permanent: bool,
    },
    /// The server offers no sign-in with a password, or the username or password can't be sent.
    #[error("The mail server offers no sign-in with this username and password.")]
    NoLogin,
    /// The server refused this message, its sender or its recipient, and has not taken it.
    #[error("The mail server refused {step}: {reply}")]
    Refused {
        /// The server's words.
        reply: String,
        /// False if it says that another try may work (4xx).
        permanent: bool,
        /// What it refused.
        step: Step,
    },
    /// The address has letters that only some servers can send to, and this one can't.
    #[error("The mail server can't send to or from an address with letters other than a–z before the @.")]
    NoSmtpUtf8,
    /// The connection ended before the whole message was handed over: it was not taken.
    #[error("The connection to the mail server ended before the message was handed over.")]
    Dropped,
    /// The whole message was handed over, and no answer came. It may have been taken.
    #[error("The mail server took the message but did not confirm it. It may have been sent.")]
    Unanswered,
    /// An answer without an end, before the message was handed over.
    #[error("The mail server's answer is too long to be one.")]
    TooLong,
}

/// What stands in the way of a connection.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Unreachable {
    /// The name has no address, or could not be looked up.
    #[error("its name is not known")]
    Name,
    /// Nothing listens there.
    #[error("nothing answers at this port")]
    Refused,
    /// It did not answer in time.
    #[error("it does not answer")]
    Timeout,
    /// It ended the connection before it was in use.
    #[error("it ended the connection")]
    Closed,
    /// This device has no way there.
    #[error("this device has no connection to it")]
    Network,
}

/// What is wrong with a certificate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum CertificateFault {
    /// No authority that this computer trusts has signed it.
    #[error("no authority that this computer trusts has signed it")]
    Issuer,
    /// It is for another name.
    #[error("it is for another name than the one in the settings")]
    Name,
    /// Its time is over.
    #[error("its time is over, or this device's clock is wrong")]
    Expired,
    /// Its time has not come.
    #[error("its time has not come, or this device's clock is wrong")]
    NotYet,
    /// It was revoked.
    #[error("it was revoked")]
    Revoked,
    /// Something else.
    #[error("it is damaged or not meant for servers")]
    Other,
}

/// What a server refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Step {
    /// To talk at all.
    #[error("the connection")]
    Connection,
    /// Who it is from.
    #[error("the sender's address")]
    Sender,
    /// Who it is for.
    #[error("the recipient's address")]
    Recipient,
    /// The message itself.
    #[error("the message")]
    Message,
}

/// Whether a message that was not sent may be sent again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Resend {
    /// Later, by itself: it was not taken, and nothing says that it won't be.
    Later,
    /// Once somebody has changed the settings, or the server: until then no message will be taken.
    OnceRepaired,
    /// This message never: the server won't take it for this recipient.
    Never,
    /// Only by a person who knows that it may then arrive twice.
    InDoubt,
}

impl SendError {
    /// Whether the message may be sent again.
    pub fn resend(&self) -> Resend {
        match self {
            Self::Unanswered => Resend::InDoubt,
            Self::NoSmtpUtf8 => Resend::Never,
            Self::Refused { permanent: true, step: Step::Recipient | Step::Message, .. } => Resend::Never,
            Self::Unreachable { .. }
            | Self::Refused { permanent: false, .. }
            | Self::Login { permanent: false, .. }
            | Self::Dropped
            | Self::TooLong => Resend::Later,
            Self::NoTls
            | Self::NotHere
            | Self::Certificate { .. }
            | Self::ExtraRoot
            | Self::NoRoots
            | Self::Handshake
            | Self::Injected
            | Self::NotSmtp { .. }
            | Self::Login { .. }
            | Self::NoLogin
            | Self::Refused { .. } => Resend::OnceRepaired,
        }
    }
}
