-- What a company decided to do about risks, for one asset or for several at once. What was decided never changes; a
-- decision ends when it is done, withdrawn, or when others stand in its place for all its assets.
CREATE TABLE treatment_decided (
    organization_id uuid        NOT NULL REFERENCES organization_company ON DELETE CASCADE,
    id              uuid        NOT NULL,
    kind            text        NOT NULL CHECK (kind IN ('modify', 'retain', 'avoid', 'share')),
    scope           text        NOT NULL CHECK (scope IN ('assets', 'department', 'medium', 'plan')),
    scope_name      text        NOT NULL DEFAULT '' CHECK (length(scope_name) <= 200),
    level           text        NOT NULL CHECK (level IN ('small', 'middle', 'large')),
    words           text        NOT NULL DEFAULT '' CHECK (length(words) <= 2000),
    way             text        CHECK (way IN ('service', 'insurance', 'contract')),
    partner         text        NOT NULL DEFAULT '' CHECK (length(partner) <= 200),
    items           text[]      NOT NULL DEFAULT '{}',
    controls        uuid[]      NOT NULL DEFAULT '{}',
    person_id       uuid,
    person          text        NOT NULL DEFAULT '' CHECK (length(person) <= 200),
    day             date,
    sum_yen         bigint      CHECK (sum_yen >= 0),
    cost_once_yen   bigint      CHECK (cost_once_yen >= 0),
    cost_yearly_yen bigint      CHECK (cost_yearly_yen >= 0),
    decided_by      text        NOT NULL,
    decided_at      timestamptz NOT NULL,
    ended           text        CHECK (ended IN ('done', 'withdrawn', 'replaced')),
    ended_by        text,
    ended_at        timestamptz,
    end_reason      text        CHECK (length(end_reason) <= 2000),
    PRIMARY KEY (organization_id, id),
    FOREIGN KEY (organization_id, person_id) REFERENCES organization_member (organization_id, id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CHECK ((ended IS NULL) = (ended_at IS NULL))
);
COMMENT ON COLUMN treatment_decided.level IS 'the worst level of its assets on the day of the decision';
COMMENT ON COLUMN treatment_decided.day IS 'done by (modify, avoid), accepted until (retain), in force until (share)';
COMMENT ON COLUMN treatment_decided.person IS 'who does it, or who accepted, as they were called that day';
CREATE INDEX treatment_decided_by_time ON treatment_decided (organization_id, decided_at, id);

CREATE TABLE treatment_asset (
    organization_id uuid        NOT NULL,
    treatment_id    uuid        NOT NULL,
    asset_id        uuid        NOT NULL,
    name            text        NOT NULL CHECK (length(name) <= 200),
    level           text        NOT NULL CHECK (level IN ('small', 'middle', 'large')),
    left_at         timestamptz,
    left_for        uuid,
    PRIMARY KEY (organization_id, treatment_id, asset_id),
    FOREIGN KEY (organization_id, treatment_id) REFERENCES treatment_decided (organization_id, id) ON DELETE CASCADE
);
COMMENT ON TABLE treatment_asset IS 'the assets that a decision is about, as they were called and judged that day';
COMMENT ON COLUMN treatment_asset.left_for IS 'the decision that took its place; null when the decision was withdrawn';
CREATE UNIQUE INDEX treatment_asset_current ON treatment_asset (organization_id, asset_id) WHERE left_at IS NULL;
CREATE INDEX treatment_asset_by_asset ON treatment_asset (organization_id, asset_id);

CREATE FUNCTION treatment_refuse_change_of_decision() RETURNS trigger
    LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.ended IN ('withdrawn', 'replaced') THEN
        RAISE EXCEPTION 'treatment % has ended and does not change', OLD.id;
    END IF;
    IF (to_jsonb(NEW) - '{ended,ended_by,ended_at,end_reason}'::text[])
        IS DISTINCT FROM (to_jsonb(OLD) - '{ended,ended_by,ended_at,end_reason}'::text[]) THEN
        RAISE EXCEPTION 'what was decided in treatment % does not change', OLD.id;
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER treatment_decided_frozen BEFORE UPDATE ON treatment_decided
    FOR EACH ROW EXECUTE FUNCTION treatment_refuse_change_of_decision();

CREATE FUNCTION treatment_refuse_change_of_asset() RETURNS trigger
    LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.left_at IS NOT NULL OR (to_jsonb(NEW) - '{left_at,left_for}'::text[])
        IS DISTINCT FROM (to_jsonb(OLD) - '{left_at,left_for}'::text[]) THEN
        RAISE EXCEPTION 'the assets of treatment % do not change', OLD.treatment_id;
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER treatment_asset_frozen BEFORE UPDATE ON treatment_asset
    FOR EACH ROW EXECUTE FUNCTION treatment_refuse_change_of_asset();

CREATE FUNCTION treatment_refuse_removal() RETURNS trigger
    LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM organization_company c WHERE c.organization_id = OLD.organization_id) THEN
        RAISE EXCEPTION 'the history of treatments is kept';
    END IF;
    RETURN OLD;
END $$;
CREATE TRIGGER treatment_decided_kept BEFORE DELETE ON treatment_decided
    FOR EACH ROW EXECUTE FUNCTION treatment_refuse_removal();
CREATE TRIGGER treatment_asset_kept BEFORE DELETE ON treatment_asset
    FOR EACH ROW EXECUTE FUNCTION treatment_refuse_removal();

ALTER TABLE treatment_decided ENABLE ROW LEVEL SECURITY;
ALTER TABLE treatment_decided FORCE ROW LEVEL SECURITY;
CREATE POLICY treatment_decided_isolation ON treatment_decided
    USING (organization_id = bound_organization()) WITH CHECK (organization_id = bound_organization());

ALTER TABLE treatment_asset ENABLE ROW LEVEL SECURITY;
ALTER TABLE treatment_asset FORCE ROW LEVEL SECURITY;
CREATE POLICY treatment_asset_isolation ON treatment_asset
    USING (organization_id = bound_organization()) WITH CHECK (organization_id = bound_organization());
