-- Sending by email is this device's own: neither table is in the log.

-- The mail server and the text of messages: one row, or none.
CREATE TABLE mail_server (
    id             INTEGER PRIMARY KEY CHECK (id = 1),
    host           TEXT NOT NULL,
    port           INTEGER NOT NULL,
    security       TEXT NOT NULL,       -- tls, starttls, none
    username       TEXT,
    password       TEXT,                -- only where this file's key is not in the keychain, which has it otherwise
    sender_name    TEXT NOT NULL,
    sender_address TEXT NOT NULL,
    subject        TEXT,                -- NULL: the program's own
    body           TEXT,                -- NULL: the program's own
    remind_days    INTEGER,             -- NULL: no reminders
    root           TEXT                 -- another authority's certificate, as PEM
) STRICT;

-- The outbox. A row has no code: that is taken from the invitation when the message is handed over.
CREATE TABLE mail (
    num         INTEGER PRIMARY KEY,
    id          BLOB NOT NULL UNIQUE,
    invitation  BLOB NOT NULL,
    address     TEXT NOT NULL,          -- empty once erased
    address_key TEXT NOT NULL,
    name        TEXT NOT NULL,
    purpose     TEXT NOT NULL,          -- first, again, reminder
    state       TEXT NOT NULL,          -- queued, sending, sent, failed, dropped
    in_doubt    INTEGER NOT NULL DEFAULT 0,  -- of a failed one: it may have arrived all the same
    attempts    INTEGER NOT NULL DEFAULT 0,
    next_at     INTEGER NOT NULL,       -- of a queued one: not before then
    claimed_at  INTEGER,                -- when it was last begun to be handed over
    reply       TEXT,                   -- the server's words, or why it was not sent
    queued_at   INTEGER NOT NULL,
    sent_at     INTEGER,
    queued_by   BLOB NOT NULL
) STRICT;
CREATE INDEX mail_due ON mail (next_at, num) WHERE state = 'queued';
CREATE INDEX mail_claimed ON mail (claimed_at) WHERE state = 'sending';
CREATE INDEX mail_state ON mail (state, num);
CREATE INDEX mail_invitation ON mail (invitation);
CREATE INDEX mail_address ON mail (address_key);
