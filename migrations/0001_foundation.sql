-- The foundation: one log of events, the tables that it is applied to, and what is this device's own.
-- Times are Unix milliseconds (UTC). `num` and `pos` are local row numbers and never leave the device; ids (16-byte UUIDs) do.

-- ---- The log. Appended to only.

CREATE TABLE device (
    num       INTEGER PRIMARY KEY,
    id        BLOB NOT NULL UNIQUE,
    name      TEXT NOT NULL,
    head_seq  INTEGER NOT NULL DEFAULT 0,
    head_hash BLOB NOT NULL
) STRICT;

CREATE TABLE event (
    pos     INTEGER PRIMARY KEY,
    id      BLOB NOT NULL,
    device  INTEGER NOT NULL REFERENCES device (num),
    seq     INTEGER NOT NULL,
    at      INTEGER NOT NULL,
    actor   BLOB,               -- the account; none for a stranger or the program
    kind    INTEGER NOT NULL,   -- of actor: 0 account, 1 stranger, 2 the program
    version INTEGER NOT NULL,
    payload TEXT NOT NULL,      -- the event as JSON, without what is personal
    digest  BLOB,               -- of what is personal, salted; none where nothing is
    hash    BLOB NOT NULL,      -- over all of the above and the hash of the device's event before it
    -- What is personal stands apart: it is erased with the person, the digest above stays, and with it the chain.
    salt     BLOB,
    personal TEXT,
    UNIQUE (device, seq)
) STRICT;

-- Which events tell the history of an invitation or an account.
CREATE TABLE event_subject (
    subject BLOB NOT NULL,
    event   INTEGER NOT NULL REFERENCES event (pos),
    PRIMARY KEY (subject, event)
) STRICT, WITHOUT ROWID;

-- ---- The facts: written by the one function that applies an event.

CREATE TABLE organisation (
    id           BLOB PRIMARY KEY,
    name         TEXT NOT NULL,
    join_address TEXT,
    created_at   INTEGER NOT NULL
) STRICT;

CREATE TABLE role (
    num         INTEGER PRIMARY KEY,
    id          BLOB NOT NULL UNIQUE,
    name        TEXT NOT NULL,
    rank        INTEGER NOT NULL,
    scope       TEXT NOT NULL,
    permissions TEXT NOT NULL
) STRICT;

CREATE TABLE department (
    num      INTEGER PRIMARY KEY,
    id       BLOB NOT NULL UNIQUE,
    name     TEXT NOT NULL,
    name_key TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE account (
    num            INTEGER PRIMARY KEY,
    id             BLOB NOT NULL UNIQUE,
    name           TEXT NOT NULL,
    email          TEXT,
    email_key      TEXT UNIQUE,
    username       TEXT UNIQUE,
    role           INTEGER NOT NULL REFERENCES role (num),
    department     INTEGER REFERENCES department (num),
    suspended      INTEGER NOT NULL DEFAULT 0,
    joined_through BLOB,
    created_at     INTEGER NOT NULL
) STRICT;

CREATE TABLE invitation (
    pos         INTEGER PRIMARY KEY,
    id          BLOB NOT NULL UNIQUE,
    code        TEXT NOT NULL UNIQUE,
    email       TEXT,
    email_key   TEXT,
    role        INTEGER NOT NULL REFERENCES role (num),
    department  INTEGER REFERENCES department (num),
    label       TEXT,
    usage_limit INTEGER NOT NULL CHECK (usage_limit BETWEEN 1 AND 10000),
    uses        INTEGER NOT NULL DEFAULT 0 CHECK (uses BETWEEN 0 AND usage_limit),
    expires_at  INTEGER NOT NULL,   -- 9223372036854775807: never
    creator     INTEGER NOT NULL REFERENCES account (num),
    created_at  INTEGER NOT NULL,
    revoked_at  INTEGER,
    revoked_by  INTEGER REFERENCES account (num),
    reason      TEXT,
    -- The shelf the row stands on for fast lists: 0 open, 1 used, 2 lapsed, 3 revoked. Not the status, which is derived from the record
    -- and the clock: before every list the rows whose time has come (or is yet to come again) are moved between 0 and 2.
    shelf       INTEGER NOT NULL
) STRICT;

-- Every index costs a page at each creation: there is one for each order that a list is walked in, and one for each way to find few among many.
CREATE INDEX invitation_shelf_created ON invitation (shelf, created_at);
CREATE INDEX invitation_shelf_expires ON invitation (shelf, expires_at);
CREATE INDEX invitation_role_created ON invitation (role, created_at);
CREATE INDEX invitation_creator_created ON invitation (creator, created_at);
CREATE INDEX invitation_department_created ON invitation (department, created_at) WHERE department IS NOT NULL;
CREATE INDEX invitation_email ON invitation (email_key, created_at) WHERE email_key IS NOT NULL;
CREATE INDEX invitation_unbound ON invitation (created_at) WHERE email_key IS NULL;
CREATE INDEX invitation_uses ON invitation (uses, created_at) WHERE uses > 0;

-- Who used it. A person redeems a given invitation once.
CREATE TABLE invitation_use (
    invitation INTEGER NOT NULL REFERENCES invitation (pos),
    account    INTEGER NOT NULL REFERENCES account (num),
    at         INTEGER NOT NULL,
    device     INTEGER NOT NULL REFERENCES device (num),
    PRIMARY KEY (invitation, account)
) STRICT, WITHOUT ROWID;

-- How many invitations there are of each kind: totals and counters without counting. Kept by the triggers below, so that it can't disagree.
CREATE TABLE tally (
    role       INTEGER NOT NULL,
    department INTEGER NOT NULL,    -- 0: none
    creator    INTEGER NOT NULL,
    bound      INTEGER NOT NULL,    -- 1: has an email
    begun      INTEGER NOT NULL,    -- 1: was used at least once
    shelf      INTEGER NOT NULL,
    n          INTEGER NOT NULL,
    PRIMARY KEY (role, department, creator, bound, begun, shelf)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER tally_added AFTER INSERT ON invitation BEGIN
    INSERT INTO tally VALUES (new.role, coalesce(new.department, 0), new.creator, new.email_key IS NOT NULL, new.uses > 0, new.shelf, 1)
    ON CONFLICT DO UPDATE SET n = n + 1;
END;

CREATE TRIGGER tally_moved AFTER UPDATE OF shelf, email_key, uses ON invitation
WHEN old.shelf <> new.shelf OR (old.email_key IS NULL) <> (new.email_key IS NULL) OR (old.uses > 0) <> (new.uses > 0) BEGIN
    UPDATE tally SET n = n - 1
    WHERE role = old.role AND department = coalesce(old.department, 0) AND creator = old.creator
      AND bound = (old.email_key IS NOT NULL) AND begun = (old.uses > 0) AND shelf = old.shelf;
    INSERT INTO tally VALUES (new.role, coalesce(new.department, 0), new.creator, new.email_key IS NOT NULL, new.uses > 0, new.shelf, 1)
    ON CONFLICT DO UPDATE SET n = n + 1;
END;

-- Any three symbols of a code, an email or a label. The newest rows are not in it yet: they are added by the hundred, and searched one by one until then.
CREATE VIRTUAL TABLE invitation_search USING fts5 (
    code, words, content = '', contentless_delete = 1, tokenize = 'trigram'
);

-- ---- This device's own. Never leaves it, never in the log.

CREATE TABLE meta (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE credential (
    account    INTEGER PRIMARY KEY REFERENCES account (num),
    phc        TEXT NOT NULL,       -- Argon2id, in the PHC string form
    changed_at INTEGER NOT NULL
) STRICT;

CREATE TABLE kept_sign_in (
    token_hash BLOB PRIMARY KEY,    -- SHA-256 of the random token in the keychain
    account    INTEGER NOT NULL REFERENCES account (num),
    slot       TEXT NOT NULL,
    locked     INTEGER NOT NULL DEFAULT 0,  -- 1: its session was locked, and is when it is taken up again
    created_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Slow-down after failures; survives a restart.
CREATE TABLE throttle (
    name          TEXT PRIMARY KEY,
    failures      INTEGER NOT NULL,
    failed_at     INTEGER NOT NULL,
    blocked_until INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
