-- What comes from outside and asks for rules: laws, demands of customers, incidents of the trade; ticked or written by the company.
CREATE TABLE regulation_outside (
    organization_id uuid        NOT NULL REFERENCES organization_company ON DELETE CASCADE,
    kind            text        NOT NULL CHECK (kind IN ('law', 'situation', 'own')),
    item            text        NOT NULL CHECK (length(item) BETWEEN 1 AND 200),
    position        integer     NOT NULL,
    chosen_by       text        NOT NULL,
    chosen_at       timestamptz NOT NULL,
    PRIMARY KEY (organization_id, kind, item)
);
COMMENT ON COLUMN regulation_outside.item IS 'id of the content; the company''s own words where kind is own';

ALTER TABLE regulation_outside ENABLE ROW LEVEL SECURITY;
ALTER TABLE regulation_outside FORCE ROW LEVEL SECURITY;
CREATE POLICY regulation_outside_isolation ON regulation_outside
    USING (organization_id = bound_organization()) WITH CHECK (organization_id = bound_organization());
