-- Documents that everybody in the company is asked to read. Whoever joins later is asked, too.
CREATE TABLE handout_document (
    organization_id uuid        NOT NULL REFERENCES organization_company ON DELETE CASCADE,
    template        text        NOT NULL CHECK (length(template) <= 100),
    handed_by       text        NOT NULL,
    handed_at       timestamptz NOT NULL,
    PRIMARY KEY (organization_id, template)
);
ALTER TABLE handout_document ENABLE ROW LEVEL SECURITY;
ALTER TABLE handout_document FORCE ROW LEVEL SECURITY;
CREATE POLICY handout_document_isolation ON handout_document
    USING (organization_id = bound_organization()) WITH CHECK (organization_id = bound_organization());

-- Who has read which revision. A new revision is read anew.
CREATE TABLE handout_confirmation (
    organization_id uuid        NOT NULL,
    revision_id     uuid        NOT NULL,
    member_id       uuid        NOT NULL,
    recorded_by     text        NOT NULL,
    on_paper        boolean     NOT NULL,
    confirmed_at    timestamptz NOT NULL,
    PRIMARY KEY (organization_id, revision_id, member_id),
    FOREIGN KEY (organization_id, revision_id) REFERENCES document_revision ON DELETE CASCADE,
    FOREIGN KEY (organization_id, member_id) REFERENCES organization_member ON DELETE CASCADE
);
CREATE INDEX handout_confirmation_member ON handout_confirmation (organization_id, member_id);
ALTER TABLE handout_confirmation ENABLE ROW LEVEL SECURITY;
ALTER TABLE handout_confirmation FORCE ROW LEVEL SECURITY;
CREATE POLICY handout_confirmation_isolation ON handout_confirmation
    USING (organization_id = bound_organization()) WITH CHECK (organization_id = bound_organization());
