-- Holds no row, ever. A statement that had to change rows and has not is followed by one that would put a word in here,
-- where only a number may stand: SQLite refuses it by a code that nothing else of ours gives.

CREATE TABLE expectation (
    met INTEGER NOT NULL
) STRICT;
