-- What is decided together is judged together: events say which decision they are of. What a hub will add stands empty
-- until there is one.

-- The sequence number of the first event of the same decision; none: written before version 2.
ALTER TABLE event ADD COLUMN decision INTEGER;
-- The hub's number up to which the device knew the organisation when it decided; none: it knows no hub.
ALTER TABLE event ADD COLUMN base INTEGER;
-- The device where the person sat, if the event is of another device's chain.
ALTER TABLE event ADD COLUMN via BLOB;
-- The number that the hub gave the event; none: no hub has seen it.
ALTER TABLE event ADD COLUMN placed INTEGER;

-- Devices are facts: an event adds each. What it is used for; none: no event has added it yet.
ALTER TABLE device ADD COLUMN kind TEXT;
