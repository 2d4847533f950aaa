-- What a company says about the 55 check items (1 done, 2 partly, 3 not or unknown, 4 does not apply).
CREATE TABLE risk_answer (
    organization_id uuid        NOT NULL REFERENCES organization_company ON DELETE CASCADE,
    item            text        NOT NULL CHECK (length(item) <= 100),
    answer          integer     NOT NULL CHECK (answer BETWEEN 1 AND 4),
    answered_by     text        NOT NULL,
    answered_at     timestamptz NOT NULL,
    PRIMARY KEY (organization_id, item)
);
ALTER TABLE risk_answer ENABLE ROW LEVEL SECURITY;
ALTER TABLE risk_answer FORCE ROW LEVEL SECURITY;
CREATE POLICY risk_answer_isolation ON risk_answer
    USING (organization_id = bound_organization()) WITH CHECK (organization_id = bound_organization());

-- How often a threat is expected, where a company says otherwise than the content.
CREATE TABLE risk_frequency (
    organization_id uuid    NOT NULL REFERENCES organization_company ON DELETE CASCADE,
    threat          text    NOT NULL CHECK (length(threat) <= 100),
    frequency       integer NOT NULL CHECK (frequency BETWEEN 1 AND 3),
    PRIMARY KEY (organization_id, threat)
);
ALTER TABLE risk_frequency ENABLE ROW LEVEL SECURITY;
ALTER TABLE risk_frequency FORCE ROW LEVEL SECURITY;
CREATE POLICY risk_frequency_isolation ON risk_frequency
    USING (organization_id = bound_organization()) WITH CHECK (organization_id = bound_organization());
