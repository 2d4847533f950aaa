-- A closed round never changes: its answers, decisions and total are the snapshot. Only the removal of the whole company removes it.
CREATE FUNCTION assessment_refuse_change_when_closed() RETURNS trigger
    LANGUAGE plpgsql AS $$
DECLARE
    v_organization uuid := coalesce(NEW.organization_id, OLD.organization_id);
    v_round        uuid := coalesce(NEW.round_id, OLD.round_id);
BEGIN
    IF EXISTS (SELECT FROM assessment_round r WHERE r.organization_id = v_organization AND r.id = v_round AND r.closed_at IS NOT NULL) THEN
        RAISE EXCEPTION 'round % is closed and does not change', v_round USING ERRCODE = 'HM001';
    END IF;
    RETURN coalesce(NEW, OLD);
END $$;

CREATE FUNCTION assessment_refuse_change_of_closed_round() RETURNS trigger
    LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.closed_at IS NOT NULL THEN
        RAISE EXCEPTION 'round % is closed and does not change', OLD.id USING ERRCODE = 'HM001';
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER assessment_round_frozen BEFORE UPDATE ON assessment_round
    FOR EACH ROW EXECUTE FUNCTION assessment_refuse_change_of_closed_round();
CREATE TRIGGER assessment_respondent_frozen BEFORE INSERT OR UPDATE OR DELETE ON assessment_respondent
    FOR EACH ROW EXECUTE FUNCTION assessment_refuse_change_when_closed();
CREATE TRIGGER assessment_answer_frozen BEFORE INSERT OR UPDATE OR DELETE ON assessment_answer
    FOR EACH ROW EXECUTE FUNCTION assessment_refuse_change_when_closed();
CREATE TRIGGER assessment_evidence_frozen BEFORE INSERT OR UPDATE OR DELETE ON assessment_evidence
    FOR EACH ROW EXECUTE FUNCTION assessment_refuse_change_when_closed();
CREATE TRIGGER assessment_decision_frozen BEFORE INSERT OR UPDATE OR DELETE ON assessment_decision
    FOR EACH ROW EXECUTE FUNCTION assessment_refuse_change_when_closed();

CREATE FUNCTION assessment_refuse_removal_of_closed_round() RETURNS trigger
    LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.closed_at IS NOT NULL AND EXISTS (SELECT FROM organization_company c WHERE c.organization_id = OLD.organization_id) THEN
        RAISE EXCEPTION 'round % is closed and does not change', OLD.id USING ERRCODE = 'HM001';
    END IF;
    RETURN OLD;
END $$;
CREATE TRIGGER assessment_round_kept BEFORE DELETE ON assessment_round
    FOR EACH ROW EXECUTE FUNCTION assessment_refuse_removal_of_closed_round();
