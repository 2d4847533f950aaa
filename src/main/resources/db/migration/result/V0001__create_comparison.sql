-- Comparison with other companies, only of those that agreed, without names.
-- result_comparison belongs to no company: counts and means, renewed once a day, never a single company's figure.
CREATE TABLE result_comparison (
    edition     text        NOT NULL,
    industry    text        NOT NULL,
    size_class  text        NOT NULL,
    part        text        NOT NULL,
    companies   integer     NOT NULL,
    mean        numeric(6,2) NOT NULL,
    renewed_at  timestamptz NOT NULL,
    PRIMARY KEY (edition, industry, size_class, part)
);
COMMENT ON COLUMN result_comparison.industry IS 'A to T, or * for all';
COMMENT ON COLUMN result_comparison.size_class IS 'under-6, 6-20, 21-100, over-100, or * for all';
COMMENT ON COLUMN result_comparison.part IS 'part of the questionnaire, or * for the total';

-- What a consenting company hands to the daily count, without its name: belongs to no company, keyed by a random number that only the company holds.
CREATE TABLE result_contribution (
    contribution_id uuid        NOT NULL,
    edition         text        NOT NULL,
    part            text        NOT NULL,
    industry        text,
    size_class      text,
    points          integer     NOT NULL,
    contributed_at  timestamptz NOT NULL,
    PRIMARY KEY (contribution_id, edition, part)
);

CREATE TABLE result_consent (
    organization_id uuid        NOT NULL PRIMARY KEY REFERENCES organization_company ON DELETE CASCADE,
    contribution_id uuid        NOT NULL,
    agreed_by       uuid        NOT NULL,
    agreed_at       timestamptz NOT NULL
);
ALTER TABLE result_consent ENABLE ROW LEVEL SECURITY;
ALTER TABLE result_consent FORCE ROW LEVEL SECURITY;
CREATE POLICY result_consent_isolation ON result_consent
    USING (organization_id = bound_organization()) WITH CHECK (organization_id = bound_organization());
