-- What the company decided to do about a weak question: a control with a person and a date, or "not now" with a reason and a date to look again.
CREATE TABLE control_decided (
    organization_id uuid        NOT NULL REFERENCES organization_company ON DELETE CASCADE,
    id              uuid        NOT NULL,
    round_id        uuid,
    question        text        NOT NULL,
    candidate       text,
    title           text        NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
    what            text        CHECK (length(what) <= 2000),
    responsible_id  uuid,
    due_on          date,
    cost_once_yen   bigint      CHECK (cost_once_yen >= 0),
    cost_yearly_yen bigint      CHECK (cost_yearly_yen >= 0),
    state           text        NOT NULL CHECK (state IN ('planned', 'doing', 'done', 'dropped')),
    state_reason    text,
    decided_by      uuid        NOT NULL,
    decided_at      timestamptz NOT NULL,
    finished_at     timestamptz,
    reminded_on     date,
    PRIMARY KEY (organization_id, id),
    FOREIGN KEY (organization_id, responsible_id) REFERENCES organization_member (organization_id, id),
    FOREIGN KEY (organization_id, round_id) REFERENCES assessment_round (organization_id, id)
);
COMMENT ON COLUMN control_decided.candidate IS 'the candidate control of the content it was taken from; null when written by the company';
CREATE INDEX control_decided_open ON control_decided (organization_id, state, due_on);

CREATE TABLE control_deferral (
    organization_id uuid        NOT NULL REFERENCES organization_company ON DELETE CASCADE,
    id              uuid        NOT NULL,
    question        text        NOT NULL,
    reason          text        NOT NULL CHECK (length(reason) BETWEEN 1 AND 2000),
    look_again_on   date        NOT NULL,
    decided_by      uuid        NOT NULL,
    decided_at      timestamptz NOT NULL,
    ended_at        timestamptz,
    PRIMARY KEY (organization_id, id)
);
COMMENT ON TABLE control_deferral IS '"not now" for one question, with the date to look again';

CREATE TABLE control_opinion (
    organization_id uuid        NOT NULL,
    id              uuid        NOT NULL,
    control_id      uuid        NOT NULL,
    author          text        NOT NULL CHECK (length(author) BETWEEN 1 AND 100),
    member_id       uuid,
    stance          text        NOT NULL CHECK (stance IN ('can-do', 'worried', 'cannot')),
    opinion         text        CHECK (length(opinion) <= 2000),
    given_at        timestamptz NOT NULL,
    PRIMARY KEY (organization_id, id),
    FOREIGN KEY (organization_id, control_id) REFERENCES control_decided (organization_id, id) ON DELETE CASCADE
);

CREATE TABLE control_evidence (
    organization_id uuid NOT NULL,
    id              uuid NOT NULL,
    control_id      uuid NOT NULL,
    file_id         uuid NOT NULL,
    PRIMARY KEY (organization_id, id),
    FOREIGN KEY (organization_id, control_id) REFERENCES control_decided (organization_id, id) ON DELETE CASCADE,
    FOREIGN KEY (organization_id, file_id) REFERENCES file_stored (organization_id, id)
);

ALTER TABLE control_decided ENABLE ROW LEVEL SECURITY;
ALTER TABLE control_decided FORCE ROW LEVEL SECURITY;
CREATE POLICY control_decided_isolation ON control_decided
    USING (organization_id = bound_organization()) WITH CHECK (organization_id = bound_organization());

ALTER TABLE control_deferral ENABLE ROW LEVEL SECURITY;
ALTER TABLE control_deferral FORCE ROW LEVEL SECURITY;
CREATE POLICY control_deferral_isolation ON control_deferral
    USING (organization_id = bound_organization()) WITH CHECK (organization_id = bound_organization());

ALTER TABLE control_opinion ENABLE ROW LEVEL SECURITY;
ALTER TABLE control_opinion FORCE ROW LEVEL SECURITY;
CREATE POLICY control_opinion_isolation ON control_opinion
    USING (organization_id = bound_organization()) WITH CHECK (organization_id = bound_organization());

ALTER TABLE control_evidence ENABLE ROW LEVEL SECURITY;
ALTER TABLE control_evidence FORCE ROW LEVEL SECURITY;
CREATE POLICY control_evidence_isolation ON control_evidence
    USING (organization_id = bound_organization()) WITH CHECK (organization_id = bound_organization());
