-- This device's own: one-time codes with which a person sets a new password. One for each account at the most.

CREATE TABLE password_code (
    account    INTEGER PRIMARY KEY REFERENCES account (num),
    digest     BLOB NOT NULL,       -- SHA-256 of the code's symbols
    expires_at INTEGER NOT NULL
) STRICT;
