-- A revision in the other languages in which its document is said, frozen with it. What binds is the Japanese text.
CREATE TABLE document_language (
    organization_id uuid        NOT NULL,
    revision_id     uuid        NOT NULL,
    language        text        NOT NULL CHECK (language IN ('easy', 'en')),
    composition     text        NOT NULL,
    PRIMARY KEY (organization_id, revision_id, language),
    FOREIGN KEY (organization_id, revision_id) REFERENCES document_revision (organization_id, id) ON DELETE CASCADE
);

CREATE FUNCTION document_refuse_change_of_language() RETURNS trigger
    LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'revision % was approved and does not change', OLD.revision_id USING ERRCODE = 'HM002';
END $$;
CREATE TRIGGER document_language_frozen BEFORE UPDATE ON document_language
    FOR EACH ROW EXECUTE FUNCTION document_refuse_change_of_language();

CREATE FUNCTION document_refuse_removal_of_language() RETURNS trigger
    LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM organization_company c WHERE c.organization_id = OLD.organization_id) THEN
        RAISE EXCEPTION 'revision % was approved and does not change', OLD.revision_id USING ERRCODE = 'HM002';
    END IF;
    RETURN OLD;
END $$;
CREATE TRIGGER document_language_kept BEFORE DELETE ON document_language
    FOR EACH ROW EXECUTE FUNCTION document_refuse_removal_of_language();

ALTER TABLE document_language ENABLE ROW LEVEL SECURITY;
ALTER TABLE document_language FORCE ROW LEVEL SECURITY;
CREATE POLICY document_language_isolation ON document_language
    USING (organization_id = bound_organization()) WITH CHECK (organization_id = bound_organization());
