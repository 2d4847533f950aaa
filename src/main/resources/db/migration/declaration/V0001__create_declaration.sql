-- What a company prepares for its declaration. What it handed in stands in the room desk.
CREATE TABLE declaration_draft (
    organization_id uuid        NOT NULL REFERENCES organization_company ON DELETE CASCADE,
    purpose         text        NOT NULL,
    number          text,
    facts           jsonb       NOT NULL,
    saved_by        text        NOT NULL,
    saved_at        timestamptz NOT NULL,
    PRIMARY KEY (organization_id)
);
CREATE TABLE declaration_pledge (
    organization_id uuid        NOT NULL REFERENCES organization_company ON DELETE CASCADE,
    article         text        NOT NULL,
    pledged_by      text        NOT NULL,
    pledged_at      timestamptz NOT NULL,
    PRIMARY KEY (organization_id, article)
);
-- Declarations that were made elsewhere. Nobody verified them here.
CREATE TABLE declaration_elsewhere (
    organization_id uuid        NOT NULL REFERENCES organization_company ON DELETE CASCADE,
    id              uuid        NOT NULL,
    number          text        NOT NULL CHECK (length(number) BETWEEN 1 AND 40),
    star            integer     NOT NULL CHECK (star IN (1, 2)),
    declared_on     date        NOT NULL,
    recorded_by     text        NOT NULL,
    recorded_at     timestamptz NOT NULL,
    PRIMARY KEY (organization_id, id)
);
ALTER TABLE declaration_draft ENABLE ROW LEVEL SECURITY;
ALTER TABLE declaration_draft FORCE ROW LEVEL SECURITY;
CREATE POLICY declaration_draft_isolation ON declaration_draft
    USING (organization_id = bound_organization()) WITH CHECK (organization_id = bound_organization());
ALTER TABLE declaration_pledge ENABLE ROW LEVEL SECURITY;
ALTER TABLE declaration_pledge FORCE ROW LEVEL SECURITY;
CREATE POLICY declaration_pledge_isolation ON declaration_pledge
    USING (organization_id = bound_organization()) WITH CHECK (organization_id = bound_organization());
ALTER TABLE declaration_elsewhere ENABLE ROW LEVEL SECURITY;
ALTER TABLE declaration_elsewhere FORCE ROW LEVEL SECURITY;
CREATE POLICY declaration_elsewhere_isolation ON declaration_elsewhere
    USING (organization_id = bound_organization()) WITH CHECK (organization_id = bound_organization());
