-- Sites and departments as a tree; people with or without a sign-in; roles, some of them for one department only.
CREATE TABLE organization_department (
    organization_id uuid    NOT NULL REFERENCES organization_company ON DELETE CASCADE,
    id              uuid    NOT NULL,
    parent_id       uuid,
    kind            text    NOT NULL CHECK (kind IN ('site', 'department')),
    name            text    NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
    position        integer NOT NULL DEFAULT 0,
    PRIMARY KEY (organization_id, id),
    FOREIGN KEY (organization_id, parent_id) REFERENCES organization_department (organization_id, id)
);

CREATE TABLE organization_member (
    organization_id uuid        NOT NULL REFERENCES organization_company ON DELETE CASCADE,
    id              uuid        NOT NULL,
    name            text        NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
    job_title       text,
    department_id   uuid,
    email           text,
    personal_code   text        NOT NULL,
    left_at         timestamptz,
    created_at      timestamptz NOT NULL,
    PRIMARY KEY (organization_id, id),
    UNIQUE (organization_id, personal_code),
    FOREIGN KEY (organization_id, department_id) REFERENCES organization_department (organization_id, id)
);
COMMENT ON COLUMN organization_member.personal_code IS 'printed on question sheets for people without e-mail';

CREATE TABLE organization_role (
    organization_id uuid NOT NULL,
    member_id       uuid NOT NULL,
    role            text NOT NULL CHECK (role IN ('owner', 'security-lead', 'department-head', 'system-admin', 'trainer', 'inspector', 'employee', 'auditor')),
    department_id   uuid NOT NULL,
    PRIMARY KEY (organization_id, member_id, role, department_id),
    FOREIGN KEY (organization_id, member_id) REFERENCES organization_member (organization_id, id) ON DELETE CASCADE
);
COMMENT ON COLUMN organization_role.department_id IS 'the department a department head leads; the company id itself where the role is for the whole company';

CREATE TABLE organization_worry (
    organization_id uuid        NOT NULL REFERENCES organization_company ON DELETE CASCADE,
    id              uuid        NOT NULL,
    worry           text,
    own_text        text,
    position        integer     NOT NULL DEFAULT 0,
    chosen_at       timestamptz NOT NULL,
    PRIMARY KEY (organization_id, id),
    CHECK (worry IS NOT NULL OR own_text IS NOT NULL)
);
COMMENT ON TABLE organization_worry IS 'what must not happen to the company, chosen by the owner: an entry of the content or a sentence of their own';

ALTER TABLE organization_department ENABLE ROW LEVEL SECURITY;
ALTER TABLE organization_department FORCE ROW LEVEL SECURITY;
CREATE POLICY organization_department_isolation ON organization_department
    USING (organization_id = bound_organization()) WITH CHECK (organization_id = bound_organization());
ALTER TABLE organization_member ENABLE ROW LEVEL SECURITY;
ALTER TABLE organization_member FORCE ROW LEVEL SECURITY;
CREATE POLICY organization_member_isolation ON organization_member
    USING (organization_id = bound_organization()) WITH CHECK (organization_id = bound_organization());
ALTER TABLE organization_role ENABLE ROW LEVEL SECURITY;
ALTER TABLE organization_role FORCE ROW LEVEL SECURITY;
CREATE POLICY organization_role_isolation ON organization_role
    USING (organization_id = bound_organization()) WITH CHECK (organization_id = bound_organization());
ALTER TABLE organization_worry ENABLE ROW LEVEL SECURITY;
ALTER TABLE organization_worry FORCE ROW LEVEL SECURITY;
CREATE POLICY organization_worry_isolation ON organization_worry
    USING (organization_id = bound_organization()) WITH CHECK (organization_id = bound_organization());
