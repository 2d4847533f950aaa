-- Files are bytes in the database, so that two nodes and one backup see the same.
CREATE TABLE file_stored (
    organization_id uuid        NOT NULL REFERENCES organization_company ON DELETE CASCADE,
    id              uuid        NOT NULL,
    name            text        NOT NULL CHECK (length(name) BETWEEN 1 AND 255),
    media_type      text        NOT NULL,
    size            bigint      NOT NULL CHECK (size BETWEEN 1 AND 10485760),
    sha256          bytea       NOT NULL,
    content         bytea       NOT NULL,
    added_by        uuid,
    added_at        timestamptz NOT NULL,
    PRIMARY KEY (organization_id, id)
);
ALTER TABLE file_stored ALTER COLUMN content SET STORAGE EXTERNAL;
ALTER TABLE file_stored ENABLE ROW LEVEL SECURITY;
ALTER TABLE file_stored FORCE ROW LEVEL SECURITY;
CREATE POLICY file_stored_isolation ON file_stored
    USING (organization_id = bound_organization()) WITH CHECK (organization_id = bound_organization());
