-- To whom a document is handed out, whether people are told by mail, and whether three questions come before confirming.
ALTER TABLE handout_document
    ADD COLUMN audience text    NOT NULL DEFAULT 'everybody' CHECK (audience IN ('everybody', 'chosen')),
    ADD COLUMN by_mail  boolean NOT NULL DEFAULT false,
    ADD COLUMN quiz     boolean NOT NULL DEFAULT false;

-- Departments stand for everybody in them and below them.
CREATE TABLE handout_department (
    organization_id uuid NOT NULL,
    template        text NOT NULL,
    department_id   uuid NOT NULL,
    PRIMARY KEY (organization_id, template, department_id),
    FOREIGN KEY (organization_id, template) REFERENCES handout_document ON DELETE CASCADE,
    FOREIGN KEY (organization_id, department_id) REFERENCES organization_department ON DELETE CASCADE
);
CREATE INDEX handout_department_of ON handout_department (organization_id, department_id);
ALTER TABLE handout_department ENABLE ROW LEVEL SECURITY;
ALTER TABLE handout_department FORCE ROW LEVEL SECURITY;
CREATE POLICY handout_department_isolation ON handout_department
    USING (organization_id = bound_organization()) WITH CHECK (organization_id = bound_organization());

CREATE TABLE handout_person (
    organization_id uuid NOT NULL,
    template        text NOT NULL,
    member_id       uuid NOT NULL,
    PRIMARY KEY (organization_id, template, member_id),
    FOREIGN KEY (organization_id, template) REFERENCES handout_document ON DELETE CASCADE,
    FOREIGN KEY (organization_id, member_id) REFERENCES organization_member ON DELETE CASCADE
);
CREATE INDEX handout_person_of ON handout_person (organization_id, member_id);
ALTER TABLE handout_person ENABLE ROW LEVEL SECURITY;
ALTER TABLE handout_person FORCE ROW LEVEL SECURITY;
CREATE POLICY handout_person_isolation ON handout_person
    USING (organization_id = bound_organization()) WITH CHECK (organization_id = bound_organization());

-- Whom we asked to read which revision, and how often we asked again. A personal link leads to one of these rows.
CREATE TABLE handout_request (
    organization_id uuid        NOT NULL,
    id              uuid        NOT NULL,
    template        text        NOT NULL CHECK (length(template) <= 100),
    revision_id     uuid        NOT NULL,
    member_id       uuid        NOT NULL,
    asked_at        timestamptz NOT NULL,
    reminders       integer     NOT NULL DEFAULT 0 CHECK (reminders BETWEEN 0 AND 3),
    reminded_at     timestamptz,
    ended_at        timestamptz,
    PRIMARY KEY (organization_id, id),
    UNIQUE (organization_id, revision_id, member_id),
    FOREIGN KEY (organization_id, revision_id) REFERENCES document_revision ON DELETE CASCADE,
    FOREIGN KEY (organization_id, member_id) REFERENCES organization_member ON DELETE CASCADE
);
COMMENT ON COLUMN handout_request.reminders IS 'by the job, not by a person''s click; three at most';
COMMENT ON COLUMN handout_request.ended_at IS 'another revision took its place, or the person is no longer asked';
CREATE INDEX handout_request_member ON handout_request (organization_id, member_id);
CREATE INDEX handout_request_template ON handout_request (organization_id, template);
ALTER TABLE handout_request ENABLE ROW LEVEL SECURITY;
ALTER TABLE handout_request FORCE ROW LEVEL SECURITY;
CREATE POLICY handout_request_isolation ON handout_request
    USING (organization_id = bound_organization()) WITH CHECK (organization_id = bound_organization());

-- By a personal link, without signing in.
ALTER TABLE handout_confirmation ADD COLUMN by_link boolean NOT NULL DEFAULT false,
    ADD CHECK (NOT (on_paper AND by_link));

-- What somebody confirmed is not written anew.
CREATE FUNCTION handout_refuse_change_of_confirmation() RETURNS trigger
    LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the confirmation of revision % stands', OLD.revision_id USING ERRCODE = 'HM002';
END $$;
CREATE TRIGGER handout_confirmation_frozen BEFORE UPDATE ON handout_confirmation
    FOR EACH ROW EXECUTE FUNCTION handout_refuse_change_of_confirmation();
