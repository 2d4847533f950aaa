-- A round: one company's answering of one questionnaire of one edition, by several respondents, decided and closed by the responsible person.
CREATE TABLE assessment_round (
    organization_id uuid        NOT NULL REFERENCES organization_company ON DELETE CASCADE,
    id              uuid        NOT NULL,
    questionnaire   text        NOT NULL,
    edition         text        NOT NULL,
    name            text        NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
    started_on      date        NOT NULL,
    scope           text,
    based_on        uuid,
    asked           text[],
    opened_by       uuid        NOT NULL,
    opened_at       timestamptz NOT NULL,
    closed_by       uuid,
    closed_at       timestamptz,
    total           integer,
    PRIMARY KEY (organization_id, id),
    FOREIGN KEY (organization_id, based_on) REFERENCES assessment_round (organization_id, id),
    CHECK ((closed_at IS NULL) = (closed_by IS NULL))
);
COMMENT ON COLUMN assessment_round.asked IS 'the questions asked in this round; null means all; the others were carried over from based_on';
CREATE INDEX assessment_round_newest ON assessment_round (organization_id, questionnaire, closed_at);

CREATE TABLE assessment_respondent (
    organization_id uuid        NOT NULL,
    id              uuid        NOT NULL,
    round_id        uuid        NOT NULL,
    kind            text        NOT NULL CHECK (kind IN ('member', 'department', 'colleague', 'paper', 'carried-over')),
    label           text        NOT NULL CHECK (length(label) BETWEEN 1 AND 100),
    member_id       uuid,
    department_id   uuid,
    questions       text[],
    finished_at     timestamptz,
    added_at        timestamptz NOT NULL,
    PRIMARY KEY (organization_id, id),
    UNIQUE (organization_id, round_id, id),
    FOREIGN KEY (organization_id, round_id) REFERENCES assessment_round (organization_id, id) ON DELETE CASCADE,
    FOREIGN KEY (organization_id, member_id) REFERENCES organization_member (organization_id, id),
    FOREIGN KEY (organization_id, department_id) REFERENCES organization_department (organization_id, id)
);
COMMENT ON COLUMN assessment_respondent.member_id IS 'who answers; for a colleague or a printed sheet the person meant, if a member';
COMMENT ON COLUMN assessment_respondent.questions IS 'the questions this respondent is asked; null means all';

CREATE TABLE assessment_answer (
    organization_id uuid        NOT NULL,
    round_id        uuid        NOT NULL,
    respondent_id   uuid        NOT NULL,
    question        text        NOT NULL,
    answer          text,
    not_applicable  boolean     NOT NULL DEFAULT false,
    comment         text        CHECK (length(comment) <= 2000),
    responsible_id  uuid,
    revision        integer     NOT NULL DEFAULT 1,
    answered_by     uuid,
    answered_name   text        NOT NULL,
    answered_at     timestamptz NOT NULL,
    PRIMARY KEY (organization_id, round_id, respondent_id, question),
    FOREIGN KEY (organization_id, round_id, respondent_id)
        REFERENCES assessment_respondent (organization_id, round_id, id) ON DELETE CASCADE,
    FOREIGN KEY (organization_id, responsible_id) REFERENCES organization_member (organization_id, id)
);
COMMENT ON COLUMN assessment_answer.revision IS 'grows with each change: a writer says which revision it has seen, so that two people do not overwrite each other unseen';
COMMENT ON COLUMN assessment_answer.not_applicable IS 'own rule: such a thing does not exist here; counts as implemented, the reason stands in comment';
COMMENT ON COLUMN assessment_answer.responsible_id IS 'who takes care of it (five articles)';

CREATE TABLE assessment_evidence (
    organization_id uuid        NOT NULL,
    id              uuid        NOT NULL,
    round_id        uuid        NOT NULL,
    respondent_id   uuid        NOT NULL,
    question        text        NOT NULL,
    file_id         uuid        NOT NULL,
    PRIMARY KEY (organization_id, id),
    FOREIGN KEY (organization_id, round_id, respondent_id)
        REFERENCES assessment_respondent (organization_id, round_id, id) ON DELETE CASCADE,
    FOREIGN KEY (organization_id, file_id) REFERENCES file_stored (organization_id, id)
);

CREATE TABLE assessment_decision (
    organization_id uuid        NOT NULL,
    round_id        uuid        NOT NULL,
    question        text        NOT NULL,
    answer          text        NOT NULL,
    not_applicable  boolean     NOT NULL DEFAULT false,
    points          integer     NOT NULL,
    proposed        text,
    reason          text        CHECK (length(reason) <= 2000),
    decided_by      uuid        NOT NULL,
    decided_at      timestamptz NOT NULL,
    PRIMARY KEY (organization_id, round_id, question),
    FOREIGN KEY (organization_id, round_id) REFERENCES assessment_round (organization_id, id) ON DELETE CASCADE
);
COMMENT ON TABLE assessment_decision IS 'the company''s answer to a question, decided by the responsible person from the respondents'' answers';

ALTER TABLE assessment_round ENABLE ROW LEVEL SECURITY;
ALTER TABLE assessment_round FORCE ROW LEVEL SECURITY;
CREATE POLICY assessment_round_isolation ON assessment_round
    USING (organization_id = bound_organization()) WITH CHECK (organization_id = bound_organization());

ALTER TABLE assessment_respondent ENABLE ROW LEVEL SECURITY;
ALTER TABLE assessment_respondent FORCE ROW LEVEL SECURITY;
CREATE POLICY assessment_respondent_isolation ON assessment_respondent
    USING (organization_id = bound_organization()) WITH CHECK (organization_id = bound_organization());

ALTER TABLE assessment_answer ENABLE ROW LEVEL SECURITY;
ALTER TABLE assessment_answer FORCE ROW LEVEL SECURITY;
CREATE POLICY assessment_answer_isolation ON assessment_answer
    USING (organization_id = bound_organization()) WITH CHECK (organization_id = bound_organization());

ALTER TABLE assessment_evidence ENABLE ROW LEVEL SECURITY;
ALTER TABLE assessment_evidence FORCE ROW LEVEL SECURITY;
CREATE POLICY assessment_evidence_isolation ON assessment_evidence
    USING (organization_id = bound_organization()) WITH CHECK (organization_id = bound_organization());

ALTER TABLE assessment_decision ENABLE ROW LEVEL SECURITY;
ALTER TABLE assessment_decision FORCE ROW LEVEL SECURITY;
CREATE POLICY assessment_decision_isolation ON assessment_decision
    USING (organization_id = bound_organization()) WITH CHECK (organization_id = bound_organization());
