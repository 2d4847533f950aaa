-- Every name of an address below /c/ that was ever given: it is never given again, also after its company is gone.
CREATE TABLE publication_slug (
    slug            text        NOT NULL PRIMARY KEY CHECK (slug ~ '^[a-z0-9]([a-z0-9-]{1,38})[a-z0-9]$'),
    organization_id uuid        NOT NULL,
    taken_at        timestamptz NOT NULL,
    ended_at        timestamptz
);
CREATE UNIQUE INDEX publication_slug_current ON publication_slug (organization_id) WHERE ended_at IS NULL;
