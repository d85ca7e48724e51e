-- A label is compared as people read it: composed, case folded. What is compared stands beside it, as for names and
-- addresses; the program fills it in on opening, since SQLite folds the case of plain letters only.

ALTER TABLE invitation ADD COLUMN label_key TEXT;
DROP INDEX invitation_label;
CREATE INDEX invitation_label ON invitation (label_key, shelf, created_at) WHERE label_key IS NOT NULL;

-- Usernames that differ in nothing but their signs are taken for each other: they are found by their letters.
CREATE INDEX account_username_letters ON account (replace(replace(replace(username, '.', ''), '-', ''), '_', ''));
