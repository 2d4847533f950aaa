-- Optional matters that a company does not take up now: until a day, or until somebody takes them up again.
CREATE TABLE organization_postponed (
    organization_id uuid        NOT NULL REFERENCES organization_company ON DELETE CASCADE,
    matter          text        NOT NULL CHECK (matter ~ '^[a-z][a-z-]{1,38}$'),
    until           date,
    postponed_by    text        NOT NULL,
    postponed_at    timestamptz NOT NULL,
    PRIMARY KEY (organization_id, matter)
);
ALTER TABLE organization_postponed ENABLE ROW LEVEL SECURITY;
ALTER TABLE organization_postponed FORCE ROW LEVEL SECURITY;
CREATE POLICY organization_postponed_isolation ON organization_postponed
    USING (organization_id = bound_organization()) WITH CHECK (organization_id = bound_organization());
