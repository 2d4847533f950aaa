-- The register of information assets: one row per asset and medium (an asset on paper and as data is two rows of one kin), what each change replaced (so that it can be undone), saved views, and the method a company counts by.
CREATE TABLE asset_asset (
    organization_id uuid     NOT NULL REFERENCES organization_company ON DELETE CASCADE,
    id              uuid     NOT NULL,
    version         integer  NOT NULL DEFAULT 1,
    business_class  text     NOT NULL DEFAULT '' CHECK (length(business_class) <= 100),
    name            text     NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    note            text     NOT NULL DEFAULT '' CHECK (length(note) <= 2000),
    users           text     NOT NULL DEFAULT '' CHECK (length(users) <= 200),
    department      text     NOT NULL DEFAULT '' CHECK (length(department) <= 100),
    medium          text     NOT NULL CHECK (length(medium) BETWEEN 1 AND 100),
    personal        boolean  NOT NULL DEFAULT false,
    special_care    boolean  NOT NULL DEFAULT false,
    my_number       boolean  NOT NULL DEFAULT false,
    confidentiality smallint NOT NULL CHECK (confidentiality BETWEEN 0 AND 2),
    integrity       smallint NOT NULL CHECK (integrity BETWEEN 0 AND 2),
    availability    smallint NOT NULL CHECK (availability BETWEEN 0 AND 2),
    legal           boolean  NOT NULL DEFAULT false,
    partner         boolean  NOT NULL DEFAULT false,
    business        boolean  NOT NULL DEFAULT false,
    importance      smallint NOT NULL CHECK (importance BETWEEN 0 AND 2),
    retention       text     NOT NULL DEFAULT '' CHECK (length(retention) <= 100),
    registered_on   date     NOT NULL,
    kin             uuid     NOT NULL,
    folded          text     NOT NULL,
    match           text     NOT NULL,
    PRIMARY KEY (organization_id, id)
);
COMMENT ON COLUMN asset_asset.kin IS 'the same for rows that are one asset on several media';
COMMENT ON COLUMN asset_asset.folded IS 'name, note, class and users as the search reads them';
COMMENT ON COLUMN asset_asset.match IS 'name, department and medium as a second import recognises them';
CREATE INDEX asset_asset_by_name ON asset_asset (organization_id, name, id);
CREATE INDEX asset_asset_by_department ON asset_asset (organization_id, department, id);
CREATE INDEX asset_asset_by_importance ON asset_asset (organization_id, importance, id);
CREATE INDEX asset_asset_by_registered ON asset_asset (organization_id, registered_on, id);
CREATE INDEX asset_asset_by_match ON asset_asset (organization_id, match);
CREATE INDEX asset_asset_by_kin ON asset_asset (organization_id, kin);

CREATE TABLE asset_step (
    organization_id uuid        NOT NULL REFERENCES organization_company ON DELETE CASCADE,
    id              uuid        NOT NULL,
    kind            text        NOT NULL CHECK (kind IN ('added', 'changed', 'removed', 'bulk', 'imported', 'started')),
    title           text        NOT NULL CHECK (length(title) <= 200),
    by_member       uuid        NOT NULL,
    at              timestamptz NOT NULL,
    undone_at       timestamptz,
    PRIMARY KEY (organization_id, id)
);
COMMENT ON TABLE asset_step IS 'one change of the register, of one row or of thousands; can be undone for a day';
CREATE INDEX asset_step_by_time ON asset_step (organization_id, at);

CREATE TABLE asset_replaced (
    organization_id uuid    NOT NULL,
    step_id         uuid    NOT NULL,
    asset_id        uuid    NOT NULL,
    version_after   integer NOT NULL,
    before          jsonb,
    PRIMARY KEY (organization_id, step_id, asset_id),
    FOREIGN KEY (organization_id, step_id) REFERENCES asset_step (organization_id, id) ON DELETE CASCADE
);
COMMENT ON COLUMN asset_replaced.before IS 'the row before the step; null when the step added it';
COMMENT ON COLUMN asset_replaced.version_after IS 'the version the step left; 0 when it removed the row';
CREATE INDEX asset_replaced_by_asset ON asset_replaced (organization_id, asset_id);

CREATE TABLE asset_view (
    organization_id uuid NOT NULL REFERENCES organization_company ON DELETE CASCADE,
    member_id       uuid NOT NULL,
    name            text NOT NULL CHECK (length(name) BETWEEN 1 AND 60),
    query           text NOT NULL CHECK (length(query) <= 1000),
    PRIMARY KEY (organization_id, member_id, name)
);
COMMENT ON TABLE asset_view IS 'a way of looking at the list that a person has kept';

CREATE TABLE asset_setting (
    organization_id uuid NOT NULL REFERENCES organization_company ON DELETE CASCADE,
    method          text NOT NULL CHECK (method IN ('3.0', '3.1')),
    PRIMARY KEY (organization_id)
);
COMMENT ON COLUMN asset_setting.method IS 'edition of the method of analysis; figures are stored as 0 to 2 whatever it is';

ALTER TABLE asset_asset ENABLE ROW LEVEL SECURITY;
ALTER TABLE asset_asset FORCE ROW LEVEL SECURITY;
CREATE POLICY asset_asset_isolation ON asset_asset
    USING (organization_id = bound_organization()) WITH CHECK (organization_id = bound_organization());

ALTER TABLE asset_step ENABLE ROW LEVEL SECURITY;
ALTER TABLE asset_step FORCE ROW LEVEL SECURITY;
CREATE POLICY asset_step_isolation ON asset_step
    USING (organization_id = bound_organization()) WITH CHECK (organization_id = bound_organization());

ALTER TABLE asset_replaced ENABLE ROW LEVEL SECURITY;
ALTER TABLE asset_replaced FORCE ROW LEVEL SECURITY;
CREATE POLICY asset_replaced_isolation ON asset_replaced
    USING (organization_id = bound_organization()) WITH CHECK (organization_id = bound_organization());

ALTER TABLE asset_view ENABLE ROW LEVEL SECURITY;
ALTER TABLE asset_view FORCE ROW LEVEL SECURITY;
CREATE POLICY asset_view_isolation ON asset_view
    USING (organization_id = bound_organization()) WITH CHECK (organization_id = bound_organization());

ALTER TABLE asset_setting ENABLE ROW LEVEL SECURITY;
ALTER TABLE asset_setting FORCE ROW LEVEL SECURITY;
CREATE POLICY asset_setting_isolation ON asset_setting
    USING (organization_id = bound_organization()) WITH CHECK (organization_id = bound_organization());
