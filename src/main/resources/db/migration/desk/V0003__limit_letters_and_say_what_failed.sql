-- Letters that a company causes by itself, so that nobody is flooded with them by handing in again and again.
CREATE TABLE desk_letter (
    organization_id uuid        NOT NULL,
    id              uuid        NOT NULL,
    sent_at         timestamptz NOT NULL,
    PRIMARY KEY (organization_id, id)
);

-- One decision of many that fails does not hold up the others: it is kept with its reason.
ALTER TABLE desk_batch_item DROP CONSTRAINT desk_batch_item_result_check;
ALTER TABLE desk_batch_item ADD CONSTRAINT desk_batch_item_result_check
    CHECK (result IN ('open', 'done', 'left', 'failed', 'undone'));
ALTER TABLE desk_batch_item ADD COLUMN reason text CHECK (length(reason) <= 100);
COMMENT ON COLUMN desk_batch_item.reason IS 'why it was left or failed: a word, or the reference of an error in the log';

-- A state of its own: what is said to whoever meets it is about the desk, not about a round of questions.
CREATE OR REPLACE FUNCTION desk_refuse_change_of_decided() RETURNS trigger
    LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.stage IN ('accepted', 'refused', 'withdrawn', 'merged')
       AND (NEW.facts, NEW.star, NEW.purpose, NEW.organization_id) IS DISTINCT FROM
           (OLD.facts, OLD.star, OLD.purpose, OLD.organization_id) THEN
        RAISE EXCEPTION 'application % is decided and does not change', OLD.id USING ERRCODE = 'HM003';
    END IF;
    RETURN NEW;
END $$;
