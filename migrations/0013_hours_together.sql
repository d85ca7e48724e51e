-- The counts of one hour stand beside each other in all list states: what moves a row from one state to another, as a
-- use does, writes one page for each kind of time instead of two.
ALTER TABLE invitation_hour_count RENAME TO invitation_hour_count_before;
CREATE TABLE invitation_hour_count (
    kind       INTEGER NOT NULL,    -- 0 created, 1 expires, 2 lives for so long
    list_state INTEGER NOT NULL,
    hour       INTEGER NOT NULL,    -- since 1970, or how many
    n          INTEGER NOT NULL,
    PRIMARY KEY (kind, hour, list_state)
) STRICT, WITHOUT ROWID;
INSERT INTO invitation_hour_count SELECT kind, list_state, hour, n FROM invitation_hour_count_before ORDER BY 1, 3, 2;
DROP TABLE invitation_hour_count_before;
