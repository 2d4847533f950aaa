-- What the company filled in once for every document, how it changed the clauses of a template, and the revisions that it adopted.
CREATE TABLE document_blank (
    organization_id uuid        NOT NULL REFERENCES organization_company ON DELETE CASCADE,
    blank           text        NOT NULL,
    value           text        NOT NULL CHECK (length(value) <= 40000),
    changed_by      text        NOT NULL,
    changed_at      timestamptz NOT NULL,
    PRIMARY KEY (organization_id, blank)
);
COMMENT ON COLUMN document_blank.value IS 'text as typed; ids joined by commas for several choices; a JSON list of rows for a table';

CREATE TABLE document_draft (
    organization_id uuid        NOT NULL REFERENCES organization_company ON DELETE CASCADE,
    template        text        NOT NULL,
    version         integer     NOT NULL CHECK (version > 0),
    state           text        NOT NULL CHECK (state IN ('draft', 'in-review', 'settled')),
    note            text        CHECK (length(note) <= 2000),
    in_force_from   date,
    asked_by        uuid,
    asked_name      text,
    asked_at        timestamptz,
    asked_fingerprint text,
    returned_reason text        CHECK (length(returned_reason) <= 2000),
    file_id         uuid,
    changed_by      text        NOT NULL,
    changed_at      timestamptz NOT NULL,
    PRIMARY KEY (organization_id, template),
    FOREIGN KEY (organization_id, file_id) REFERENCES file_stored (organization_id, id) DEFERRABLE INITIALLY IMMEDIATE
);
COMMENT ON COLUMN document_draft.state IS 'settled: what it holds was approved and nothing changed since';
COMMENT ON COLUMN document_draft.file_id IS 'an existing document of the company that is to be approved instead of the composed one';

CREATE TABLE document_change (
    organization_id uuid        NOT NULL,
    template        text        NOT NULL,
    clause          text        NOT NULL CHECK (length(clause) BETWEEN 1 AND 100),
    kind            text        NOT NULL CHECK (kind IN ('left', 'reworded', 'added', 'moved')),
    after_clause    text        NOT NULL DEFAULT '',
    title           text        NOT NULL DEFAULT '' CHECK (length(title) <= 200),
    markdown        text        NOT NULL DEFAULT '' CHECK (length(markdown) <= 20000),
    reason          text        NOT NULL DEFAULT '' CHECK (length(reason) <= 2000),
    position        integer     NOT NULL,
    changed_by      text        NOT NULL,
    changed_at      timestamptz NOT NULL,
    PRIMARY KEY (organization_id, template, clause, kind),
    FOREIGN KEY (organization_id, template) REFERENCES document_draft (organization_id, template) ON DELETE CASCADE
);

CREATE TABLE document_revision (
    organization_id uuid        NOT NULL REFERENCES organization_company ON DELETE CASCADE,
    id              uuid        NOT NULL,
    template        text        NOT NULL,
    number          integer     NOT NULL CHECK (number > 0),
    title           text        NOT NULL CHECK (length(title) BETWEEN 1 AND 300),
    edition         text        NOT NULL,
    composition     text        NOT NULL,
    plain           text        NOT NULL,
    facts           text        NOT NULL,
    fingerprint     text        NOT NULL CHECK (fingerprint ~ '^[0-9a-f]{64}$'),
    note            text,
    file_id         uuid,
    asked_name      text        NOT NULL,
    approved_by     uuid        NOT NULL,
    approved_name   text        NOT NULL,
    approved_role   text        NOT NULL,
    approved_at     timestamptz NOT NULL,
    in_force_from   date        NOT NULL,
    PRIMARY KEY (organization_id, id),
    UNIQUE (organization_id, template, number),
    FOREIGN KEY (organization_id, file_id) REFERENCES file_stored (organization_id, id) DEFERRABLE INITIALLY IMMEDIATE
);
COMMENT ON COLUMN document_revision.fingerprint IS 'SHA-256 of the exact text, or of the file where the company brought its own';

CREATE TABLE document_announced (
    organization_id uuid        NOT NULL,
    revision_id     uuid        NOT NULL,
    announced_at    timestamptz NOT NULL,
    PRIMARY KEY (organization_id, revision_id),
    FOREIGN KEY (organization_id, revision_id) REFERENCES document_revision (organization_id, id) ON DELETE CASCADE
);
COMMENT ON TABLE document_announced IS 'the other rooms were told that this revision is in force';

CREATE TABLE document_look (
    organization_id uuid        NOT NULL REFERENCES organization_company ON DELETE CASCADE,
    file_id         uuid        NOT NULL,
    changed_by      text        NOT NULL,
    changed_at      timestamptz NOT NULL,
    PRIMARY KEY (organization_id),
    FOREIGN KEY (organization_id, file_id) REFERENCES file_stored (organization_id, id) DEFERRABLE INITIALLY IMMEDIATE
);
COMMENT ON TABLE document_look IS 'the company''s own Word template';

-- A revision never changes: new facts are a new revision. Only the removal of the whole company removes it.
CREATE FUNCTION document_refuse_change_of_revision() RETURNS trigger
    LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'revision % was approved and does not change', OLD.id USING ERRCODE = 'HM002';
END $$;
CREATE TRIGGER document_revision_frozen BEFORE UPDATE ON document_revision
    FOR EACH ROW EXECUTE FUNCTION document_refuse_change_of_revision();

CREATE FUNCTION document_refuse_removal_of_revision() RETURNS trigger
    LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM organization_company c WHERE c.organization_id = OLD.organization_id) THEN
        RAISE EXCEPTION 'revision % was approved and does not change', OLD.id USING ERRCODE = 'HM002';
    END IF;
    RETURN OLD;
END $$;
CREATE TRIGGER document_revision_kept BEFORE DELETE ON document_revision
    FOR EACH ROW EXECUTE FUNCTION document_refuse_removal_of_revision();

ALTER TABLE document_blank ENABLE ROW LEVEL SECURITY;
ALTER TABLE document_blank FORCE ROW LEVEL SECURITY;
CREATE POLICY document_blank_isolation ON document_blank
    USING (organization_id = bound_organization()) WITH CHECK (organization_id = bound_organization());

ALTER TABLE document_draft ENABLE ROW LEVEL SECURITY;
ALTER TABLE document_draft FORCE ROW LEVEL SECURITY;
CREATE POLICY document_draft_isolation ON document_draft
    USING (organization_id = bound_organization()) WITH CHECK (organization_id = bound_organization());

ALTER TABLE document_change ENABLE ROW LEVEL SECURITY;
ALTER TABLE document_change FORCE ROW LEVEL SECURITY;
CREATE POLICY document_change_isolation ON document_change
    USING (organization_id = bound_organization()) WITH CHECK (organization_id = bound_organization());

ALTER TABLE document_revision ENABLE ROW LEVEL SECURITY;
ALTER TABLE document_revision FORCE ROW LEVEL SECURITY;
CREATE POLICY document_revision_isolation ON document_revision
    USING (organization_id = bound_organization()) WITH CHECK (organization_id = bound_organization());

ALTER TABLE document_announced ENABLE ROW LEVEL SECURITY;
ALTER TABLE document_announced FORCE ROW LEVEL SECURITY;
CREATE POLICY document_announced_isolation ON document_announced
    USING (organization_id = bound_organization()) WITH CHECK (organization_id = bound_organization());

ALTER TABLE document_look ENABLE ROW LEVEL SECURITY;
ALTER TABLE document_look FORCE ROW LEVEL SECURITY;
CREATE POLICY document_look_isolation ON document_look
    USING (organization_id = bound_organization()) WITH CHECK (organization_id = bound_organization());

