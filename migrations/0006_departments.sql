-- Departments form a tree. The path is the names from the top down with a slash between them; what is compared is the
-- path, so that two departments of one name can stand in different places. Path and what is compared of it follow from
-- the tree: each is its parent's, a slash, and the department's own. A slash within a name of before stands as another
-- character in what is compared, so that it is no path's.

ALTER TABLE department ADD COLUMN parent INTEGER REFERENCES department (num);
ALTER TABLE department ADD COLUMN path TEXT NOT NULL DEFAULT '';
ALTER TABLE department RENAME COLUMN name_key TO path_key;
ALTER TABLE department ADD COLUMN name_key TEXT NOT NULL DEFAULT '';
UPDATE department SET path = name, path_key = replace(path_key, '/', char(2));
UPDATE department SET name_key = path_key;
CREATE INDEX department_parent ON department (parent) WHERE parent IS NOT NULL;
