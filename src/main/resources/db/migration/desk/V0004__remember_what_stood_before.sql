-- What an undone decision brings back, and the letter that told of it.
ALTER TABLE desk_application ADD COLUMN star_before integer;
ALTER TABLE desk_application ADD COLUMN since_before date;
ALTER TABLE desk_application ADD COLUMN stopped_before date;
ALTER TABLE desk_application ADD COLUMN letter_id uuid;
COMMENT ON COLUMN desk_application.star_before IS 'what the declaration said before this application was accepted';
COMMENT ON COLUMN desk_application.letter_id IS 'the letter of the last decision; null when none was written';

-- A batch takes back its own decisions only: the line of the history that each of them wrote.
ALTER TABLE desk_batch_item ADD COLUMN event_id uuid;
UPDATE desk_batch_item i SET event_id = (
    SELECT e.id FROM desk_event e JOIN desk_batch b ON b.id = i.batch_id
    WHERE e.application_id = i.application_id AND e.move = b.move AND e.who = b.by_name AND e.at >= b.started_at
    ORDER BY e.id LIMIT 1)
WHERE i.result = 'done';

-- What was chosen still holds when it is decided.
ALTER TABLE desk_batch ADD COLUMN doubt text NOT NULL DEFAULT 'any';

-- Whoever waits with the same number is found however many wait.
CREATE INDEX desk_application_waiting_number ON desk_application (corporate_number) WHERE stage = 'waiting';
