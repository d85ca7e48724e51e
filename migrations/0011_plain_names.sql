-- What lists are made of gets names that say it: where a row stands in lists is its list state, and how many rows
-- there are of a kind is a count, as it is for accounts.
ALTER TABLE invitation RENAME COLUMN shelf TO list_state;
ALTER TABLE tally RENAME TO invitation_count;
ALTER TABLE invitation_count RENAME COLUMN shelf TO list_state;
ALTER TABLE tally_group RENAME TO invitation_group_count;
ALTER TABLE invitation_group_count RENAME COLUMN shelf TO list_state;
ALTER TABLE tally_hour RENAME TO invitation_hour_count;
ALTER TABLE invitation_hour_count RENAME COLUMN shelf TO list_state;
DROP INDEX invitation_shelf_created;
DROP INDEX invitation_shelf_expires;
CREATE INDEX invitation_list_state_created ON invitation (list_state, created_at);
CREATE INDEX invitation_list_state_expires ON invitation (list_state, expires_at);
