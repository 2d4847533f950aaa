-- A row of a closed round could be moved into an open one: only the round it went to was looked at, not the one it left.
CREATE OR REPLACE FUNCTION assessment_refuse_change_when_closed() RETURNS trigger
    LANGUAGE plpgsql AS $$
DECLARE
    v_round uuid;
BEGIN
    SELECT r.id INTO v_round FROM assessment_round r
    WHERE r.closed_at IS NOT NULL
        AND ((TG_OP <> 'INSERT' AND r.organization_id = OLD.organization_id AND r.id = OLD.round_id)
            OR (TG_OP <> 'DELETE' AND r.organization_id = NEW.organization_id AND r.id = NEW.round_id))
    LIMIT 1;
    IF FOUND THEN
        RAISE EXCEPTION 'round % is closed and does not change', v_round USING ERRCODE = 'HM001';
    END IF;
    RETURN coalesce(NEW, OLD);
END $$;
