-- Lists of people: what they are sorted, counted and searched by, and where each of them is signed in.

-- 0 active, 1 suspended, 2 erased: of an erased person only the row stays, for what it did is told of somebody.
ALTER TABLE account RENAME COLUMN suspended TO state;
UPDATE account SET state = 2 WHERE username IS NULL AND name = '';
ALTER TABLE account ADD COLUMN name_key TEXT NOT NULL DEFAULT '';  -- what is compared of the name
ALTER TABLE account ADD COLUMN last_sign_in_at INTEGER;            -- Unix milliseconds; none: never
UPDATE account SET name_key = lower(name);
UPDATE account SET last_sign_in_at = (
    SELECT max(e.at) FROM event_subject AS s JOIN event AS e ON e.pos = s.event
    WHERE s.subject = account.id AND e.payload LIKE '{"event":"signed_in"%');

-- A page of people with filters is read along one of these without a look at the rows that are passed over.
CREATE INDEX account_name ON account (name_key, role, department, state);
CREATE INDEX account_kind ON account (role, department, state);
CREATE INDEX account_sign_in ON account (last_sign_in_at, role, department, state);
CREATE INDEX account_group_members ON account_group (user_group, account);

-- How many people there are of each kind, and of each kind in each group.
CREATE TABLE account_count (
    role       INTEGER NOT NULL,
    department INTEGER NOT NULL,    -- 0: none
    state      INTEGER NOT NULL,
    n          INTEGER NOT NULL,
    PRIMARY KEY (role, department, state)
) STRICT, WITHOUT ROWID;
CREATE TABLE account_group_count (
    user_group INTEGER NOT NULL,
    role       INTEGER NOT NULL,
    department INTEGER NOT NULL,    -- 0: none
    state      INTEGER NOT NULL,
    n          INTEGER NOT NULL,
    PRIMARY KEY (user_group, role, department, state)
) STRICT, WITHOUT ROWID;
INSERT INTO account_count SELECT role, coalesce(department, 0), state, count(*) FROM account GROUP BY 1, 2, 3;
INSERT INTO account_group_count
    SELECT g.user_group, a.role, coalesce(a.department, 0), a.state, count(*)
    FROM account_group AS g JOIN account AS a ON a.num = g.account GROUP BY 1, 2, 3, 4;

-- Name, username and address of each person, in lower case.
CREATE VIRTUAL TABLE account_search USING fts5 (words, content = '', contentless_delete = 1, tokenize = 'trigram');

-- This device's own: who is signed in at which of its front ends. A kept sign-in is a session with a token.
CREATE TABLE session (
    id         BLOB PRIMARY KEY,
    account    INTEGER NOT NULL REFERENCES account (num),
    slot       TEXT NOT NULL,               -- the kind of front end
    token_hash BLOB UNIQUE,                 -- SHA-256 of the random token in the keychain; none: not kept
    locked     INTEGER NOT NULL DEFAULT 0,  -- 1: it was locked, and is when it is taken up again
    began_at   INTEGER NOT NULL,
    active_at  INTEGER NOT NULL             -- of the last activity that was written down
) STRICT, WITHOUT ROWID;
CREATE INDEX session_account ON session (account);
INSERT INTO session SELECT randomblob(16), account, slot, token_hash, locked, created_at, created_at FROM kept_sign_in;
DROP TABLE kept_sign_in;

-- Who made a one-time code: it is good only as long as they may make it.
ALTER TABLE password_code ADD COLUMN issuer INTEGER REFERENCES account (num);
