-- Departments form a tree. The path is the names from the top down with a slash between them; what is compared is the
-- path, so that two departments of one name can stand in different places. Both follow from parent and name.

ALTER TABLE department ADD COLUMN parent INTEGER REFERENCES department (num);
ALTER TABLE department ADD COLUMN path TEXT NOT NULL DEFAULT '';
ALTER TABLE department RENAME COLUMN name_key TO path_key;
UPDATE department SET path = name;
CREATE INDEX department_parent ON department (parent) WHERE parent IS NOT NULL;
