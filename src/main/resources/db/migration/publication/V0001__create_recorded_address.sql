-- Where a company published its basic policy itself: an address anybody can open, and the day on which somebody saw it there.
CREATE TABLE publication_address (
    organization_id uuid        NOT NULL REFERENCES organization_company ON DELETE CASCADE,
    id              uuid        NOT NULL,
    url             text        NOT NULL CHECK (length(url) BETWEEN 8 AND 500),
    seen_on         date        NOT NULL,
    recorded_by     text        NOT NULL,
    recorded_at     timestamptz NOT NULL,
    ended_at        timestamptz,
    PRIMARY KEY (organization_id, id)
);
CREATE UNIQUE INDEX publication_address_current ON publication_address (organization_id) WHERE ended_at IS NULL;
ALTER TABLE publication_address ENABLE ROW LEVEL SECURITY;
ALTER TABLE publication_address FORCE ROW LEVEL SECURITY;
CREATE POLICY publication_address_isolation ON publication_address
    USING (organization_id = bound_organization()) WITH CHECK (organization_id = bound_organization());
