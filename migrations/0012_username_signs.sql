-- Of usernames without a dot, hyphen or underscore the letters are the name itself, which has an index already: those
-- need no second one, and no newcomer without a sign writes into it.
DROP INDEX account_username_letters;
CREATE INDEX account_username_letters
    ON account (replace(replace(replace(username, '.', ''), '-', ''), '_', '')) WHERE username GLOB '*[-._]*';
