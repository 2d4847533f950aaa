-- What a company says of a threat otherwise than the content, and the threats and media that it has added itself.
CREATE TABLE threat_threat (
    organization_id uuid        NOT NULL REFERENCES organization_company ON DELETE CASCADE,
    id              text        NOT NULL CHECK (length(id) BETWEEN 1 AND 100),
    medium          text        CHECK (length(medium) BETWEEN 1 AND 100),
    title           text        CHECK (length(title) BETWEEN 1 AND 100),
    frequency       integer     CHECK (frequency BETWEEN 1 AND 3),
    items           text[],
    off_reason      text        CHECK (length(off_reason) BETWEEN 1 AND 200),
    changed_by      text        NOT NULL,
    changed_at      timestamptz NOT NULL,
    PRIMARY KEY (organization_id, id),
    CHECK ((title IS NULL) = (medium IS NULL)),
    CHECK (title IS NULL OR (frequency IS NOT NULL AND items IS NOT NULL))
);
COMMENT ON COLUMN threat_threat.title IS 'null for a threat of the content, which keeps its title and medium';
COMMENT ON COLUMN threat_threat.items IS 'ids of the check items that work against it; null for those of the content';
COMMENT ON COLUMN threat_threat.off_reason IS 'why the company does not count it; null when it does';

CREATE TABLE threat_medium (
    organization_id uuid NOT NULL REFERENCES organization_company ON DELETE CASCADE,
    name            text NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
    PRIMARY KEY (organization_id, name)
);
COMMENT ON TABLE threat_medium IS 'media beside those of the guideline; assets name them by this word';

ALTER TABLE threat_threat ENABLE ROW LEVEL SECURITY;
ALTER TABLE threat_threat FORCE ROW LEVEL SECURITY;
CREATE POLICY threat_threat_isolation ON threat_threat
    USING (organization_id = bound_organization()) WITH CHECK (organization_id = bound_organization());
ALTER TABLE threat_medium ENABLE ROW LEVEL SECURITY;
ALTER TABLE threat_medium FORCE ROW LEVEL SECURITY;
CREATE POLICY threat_medium_isolation ON threat_medium
    USING (organization_id = bound_organization()) WITH CHECK (organization_id = bound_organization());
