-- The hub's number up to which a row is known: of the event that changed it last. None: the change waits for the hub, or
-- there is no hub.

ALTER TABLE organisation ADD COLUMN as_of INTEGER;
ALTER TABLE organisation_logo ADD COLUMN as_of INTEGER;
ALTER TABLE policy ADD COLUMN as_of INTEGER;
ALTER TABLE device ADD COLUMN as_of INTEGER;
ALTER TABLE role ADD COLUMN as_of INTEGER;
ALTER TABLE department ADD COLUMN as_of INTEGER;
ALTER TABLE user_group ADD COLUMN as_of INTEGER;
ALTER TABLE account ADD COLUMN as_of INTEGER;
ALTER TABLE invitation ADD COLUMN as_of INTEGER;
ALTER TABLE invitation_use ADD COLUMN as_of INTEGER;
