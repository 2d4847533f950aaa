-- The company: the tenant. Facts are asked where they are first needed, so almost everything may be empty.
CREATE TABLE organization_company (
    organization_id     uuid        NOT NULL PRIMARY KEY,
    name                text        NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    kana                text,
    corporate_number    text        CHECK (corporate_number ~ '^[0-9]{13}$'),
    sole_proprietor     boolean     NOT NULL DEFAULT false,
    industry            text        CHECK (industry ~ '^[A-T]$'),
    prefecture          text,
    address             text,
    employees           integer     CHECK (employees BETWEEN 0 AND 1000000),
    capital_yen         bigint      CHECK (capital_yen >= 0),
    representative      text,
    website             text,
    contact             text,
    yearly_budget_yen   bigint      CHECK (yearly_budget_yen >= 0),
    sample              boolean     NOT NULL DEFAULT false,
    created_at          timestamptz NOT NULL
);
COMMENT ON COLUMN organization_company.sample IS 'fictional company to try the product; kept out of every statistic';
ALTER TABLE organization_company ENABLE ROW LEVEL SECURITY;
ALTER TABLE organization_company FORCE ROW LEVEL SECURITY;
CREATE POLICY organization_company_isolation ON organization_company
    USING (organization_id = bound_organization()) WITH CHECK (organization_id = bound_organization());
