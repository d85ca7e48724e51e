-- Invitations, complete: bindings to a domain, groups, notes, replacement, the archive, the organisation's own rules.

ALTER TABLE invitation ADD COLUMN domain TEXT;          -- bound to all addresses of it
ALTER TABLE invitation ADD COLUMN note TEXT;
ALTER TABLE invitation ADD COLUMN replaces BLOB;        -- the invitation in whose place it was made
ALTER TABLE invitation ADD COLUMN replaced_by BLOB;     -- and the other way round
ALTER TABLE invitation ADD COLUMN archived_at INTEGER;  -- stands on shelf 4 from then on, in no list but the archive's

-- Those with a label: counted by shelf, and walked by age.
CREATE INDEX invitation_label ON invitation (label, shelf, created_at) WHERE label IS NOT NULL;

CREATE TABLE policy (
    organisation BLOB PRIMARY KEY REFERENCES organisation (id),
    rules        TEXT NOT NULL      -- as JSON; what is missing in it is as at first
) STRICT;

CREATE TABLE user_group (
    num      INTEGER PRIMARY KEY,
    id       BLOB NOT NULL UNIQUE,
    name     TEXT NOT NULL,
    name_key TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE invitation_group (
    invitation INTEGER NOT NULL REFERENCES invitation (pos),
    user_group INTEGER NOT NULL REFERENCES user_group (num),
    created_at INTEGER NOT NULL,    -- the invitation's, so that a group is walked by age
    PRIMARY KEY (invitation, user_group)
) STRICT, WITHOUT ROWID;
CREATE INDEX invitation_group_members ON invitation_group (user_group, created_at, invitation);

CREATE TABLE account_group (
    account    INTEGER NOT NULL REFERENCES account (num),
    user_group INTEGER NOT NULL REFERENCES user_group (num),
    PRIMARY KEY (account, user_group)
) STRICT, WITHOUT ROWID;

-- How many invitations there are, by group and by the hour of their creation and their end: what a filter by date or group counts with. Like the tally
-- of kinds, these are kept by the one function that applies events, which adds many rows at once; a trigger would add each.
DROP TRIGGER tally_added;
DROP TRIGGER tally_moved;

CREATE TABLE tally_group (
    user_group INTEGER NOT NULL,
    shelf      INTEGER NOT NULL,
    n          INTEGER NOT NULL,
    PRIMARY KEY (user_group, shelf)
) STRICT, WITHOUT ROWID;

CREATE TABLE tally_hour (
    kind  INTEGER NOT NULL,     -- 0 created, 1 expires, 2 lives for so long
    shelf INTEGER NOT NULL,
    hour  INTEGER NOT NULL,     -- since 1970, or how many
    n     INTEGER NOT NULL,
    PRIMARY KEY (kind, shelf, hour)
) STRICT, WITHOUT ROWID;
INSERT INTO tally_hour SELECT 0, shelf, created_at / 3600000, count(*) FROM invitation GROUP BY 2, 3;
INSERT INTO tally_hour SELECT 1, shelf, expires_at / 3600000, count(*) FROM invitation GROUP BY 2, 3;
INSERT INTO tally_hour SELECT 2, shelf, (expires_at - created_at) / 3600000, count(*) FROM invitation GROUP BY 2, 3;

-- This device's own: what a person has chosen here, by a name that the window gives (columns, saved views …).
CREATE TABLE preference (
    account INTEGER NOT NULL REFERENCES account (num),
    name    TEXT NOT NULL,
    value   TEXT NOT NULL,
    PRIMARY KEY (account, name)
) STRICT, WITHOUT ROWID;
