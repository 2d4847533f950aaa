-- A closed round of the risk analysis: the levels of that day with all that they were counted from, never changed again.
CREATE TABLE risk_round (
    organization_id uuid        NOT NULL REFERENCES organization_company ON DELETE CASCADE,
    id              uuid        NOT NULL,
    title           text        NOT NULL CHECK (length(title) BETWEEN 1 AND 100),
    note            text        NOT NULL CHECK (length(note) <= 1000),
    method          text        NOT NULL CHECK (method IN ('3.0', '3.1')),
    large           integer     NOT NULL CHECK (large >= 0),
    middle          integer     NOT NULL CHECK (middle >= 0),
    small           integer     NOT NULL CHECK (small >= 0),
    answered        integer     NOT NULL CHECK (answered >= 0),
    opened_at       timestamptz NOT NULL,
    closed_at       timestamptz,
    closed_by       text        NOT NULL,
    PRIMARY KEY (organization_id, id)
);
COMMENT ON COLUMN risk_round.answered IS 'how many check items had an answer';
COMMENT ON COLUMN risk_round.closed_at IS 'set at the end of the transaction that writes the round; from then on nothing of it changes';
CREATE INDEX risk_round_by_time ON risk_round (organization_id, opened_at, id);

CREATE TABLE risk_round_group (
    organization_id uuid    NOT NULL,
    round_id        uuid    NOT NULL,
    position        integer NOT NULL,
    group_id        text    NOT NULL CHECK (length(group_id) <= 100),
    title           text    NOT NULL CHECK (length(title) <= 200),
    rate            integer NOT NULL CHECK (rate BETWEEN -1 AND 1000),
    PRIMARY KEY (organization_id, round_id, position),
    FOREIGN KEY (organization_id, round_id) REFERENCES risk_round (organization_id, id) ON DELETE CASCADE
);
COMMENT ON COLUMN risk_round_group.rate IS 'in tenths of a percent; -1 when nothing applied';

CREATE TABLE risk_round_asset (
    organization_id uuid     NOT NULL,
    round_id        uuid     NOT NULL,
    asset_id        uuid     NOT NULL,
    name            text     NOT NULL,
    department      text     NOT NULL,
    medium          text     NOT NULL,
    threat          text     NOT NULL,
    importance      smallint NOT NULL CHECK (importance BETWEEN 0 AND 3),
    likelihood      smallint NOT NULL CHECK (likelihood BETWEEN 1 AND 3),
    level           smallint NOT NULL CHECK (level BETWEEN 0 AND 2),
    approach        text     NOT NULL CHECK (approach IN ('detail', 'baseline')),
    PRIMARY KEY (organization_id, round_id, asset_id),
    FOREIGN KEY (organization_id, round_id) REFERENCES risk_round (organization_id, id) ON DELETE CASCADE
);
COMMENT ON COLUMN risk_round_asset.medium IS 'in words, as it was called that day; so is the threat';
COMMENT ON COLUMN risk_round_asset.level IS '0 small, 1 middle, 2 large';
COMMENT ON COLUMN risk_round_asset.approach IS 'rows that rest on the baseline are kept, but not counted in the levels of the round';
CREATE INDEX risk_round_asset_by_level ON risk_round_asset (organization_id, round_id, level, importance, likelihood, asset_id);

CREATE FUNCTION risk_refuse_change_when_closed() RETURNS trigger
    LANGUAGE plpgsql AS $$
DECLARE
    v_organization uuid := coalesce(NEW.organization_id, OLD.organization_id);
    v_round        uuid := coalesce(NEW.round_id, OLD.round_id);
BEGIN
    IF EXISTS (SELECT FROM risk_round r WHERE r.organization_id = v_organization AND r.id = v_round AND r.closed_at IS NOT NULL) THEN
        RAISE EXCEPTION 'risk round % is closed and does not change', v_round USING ERRCODE = 'HM001';
    END IF;
    RETURN coalesce(NEW, OLD);
END $$;

CREATE FUNCTION risk_refuse_change_of_closed_round() RETURNS trigger
    LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND OLD.closed_at IS NULL THEN
        RETURN NEW;
    END IF;
    IF TG_OP = 'DELETE' AND (OLD.closed_at IS NULL
        OR NOT EXISTS (SELECT FROM organization_company c WHERE c.organization_id = OLD.organization_id)) THEN
        RETURN OLD;
    END IF;
    RAISE EXCEPTION 'risk round % is closed and does not change', OLD.id USING ERRCODE = 'HM001';
END $$;

CREATE TRIGGER risk_round_frozen BEFORE UPDATE OR DELETE ON risk_round
    FOR EACH ROW EXECUTE FUNCTION risk_refuse_change_of_closed_round();
CREATE TRIGGER risk_round_group_frozen BEFORE INSERT OR UPDATE OR DELETE ON risk_round_group
    FOR EACH ROW EXECUTE FUNCTION risk_refuse_change_when_closed();
CREATE TRIGGER risk_round_asset_frozen BEFORE INSERT OR UPDATE OR DELETE ON risk_round_asset
    FOR EACH ROW EXECUTE FUNCTION risk_refuse_change_when_closed();

ALTER TABLE risk_round ENABLE ROW LEVEL SECURITY;
ALTER TABLE risk_round FORCE ROW LEVEL SECURITY;
CREATE POLICY risk_round_isolation ON risk_round
    USING (organization_id = bound_organization()) WITH CHECK (organization_id = bound_organization());
ALTER TABLE risk_round_group ENABLE ROW LEVEL SECURITY;
ALTER TABLE risk_round_group FORCE ROW LEVEL SECURITY;
CREATE POLICY risk_round_group_isolation ON risk_round_group
    USING (organization_id = bound_organization()) WITH CHECK (organization_id = bound_organization());
ALTER TABLE risk_round_asset ENABLE ROW LEVEL SECURITY;
ALTER TABLE risk_round_asset FORCE ROW LEVEL SECURITY;
CREATE POLICY risk_round_asset_isolation ON risk_round_asset
    USING (organization_id = bound_organization()) WITH CHECK (organization_id = bound_organization());

-- Which rows of the register rest on the basic measures instead of an analysis of their own; all others are analysed.
CREATE TABLE risk_baseline (
    organization_id uuid NOT NULL REFERENCES organization_company ON DELETE CASCADE,
    asset_id        uuid NOT NULL,
    PRIMARY KEY (organization_id, asset_id)
);
COMMENT ON COLUMN risk_baseline.asset_id IS 'no reference: an asset that is removed and brought back keeps its mark';
ALTER TABLE risk_baseline ENABLE ROW LEVEL SECURITY;
ALTER TABLE risk_baseline FORCE ROW LEVEL SECURITY;
CREATE POLICY risk_baseline_isolation ON risk_baseline
    USING (organization_id = bound_organization()) WITH CHECK (organization_id = bound_organization());
