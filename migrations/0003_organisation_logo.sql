-- The organisation's logo. Which one it is, is a fact; the picture stands once, known to the log by its digest, and only while it is the logo.

CREATE TABLE organisation_logo (
    organisation BLOB PRIMARY KEY REFERENCES organisation (id),
    picture      BLOB NOT NULL,     -- its SHA-256
    bytes        INTEGER NOT NULL,
    width        INTEGER NOT NULL,
    height       INTEGER NOT NULL
) STRICT;

CREATE TABLE picture (
    digest BLOB PRIMARY KEY,        -- SHA-256 of the file
    file   BLOB NOT NULL            -- PNG, written by Vestibule itself
) STRICT;
