-- What the public may know of an accepted declaration. Private fields never get in here.
CREATE TABLE directory_entry (
    number           text        NOT NULL PRIMARY KEY,
    star             integer     NOT NULL CHECK (star IN (1, 2)),
    name             text        NOT NULL,
    kana             text        NOT NULL,
    folded           text        NOT NULL,
    corporate_number text,
    industry         text        NOT NULL CHECK (industry ~ '^[A-T]$'),
    prefecture       text        NOT NULL CHECK (prefecture ~ '^[0-9]{2}$'),
    municipality     text        NOT NULL,
    town             text        NOT NULL,
    holder           text        NOT NULL CHECK (holder IN ('company', 'sole-proprietor')),
    since            date        NOT NULL,
    policy_url       text,
    stopped_on       date,
    searched         text        NOT NULL,
    grams            text[]      NOT NULL,
    changed_at       timestamptz NOT NULL
);
COMMENT ON COLUMN directory_entry.searched IS 'folded name and folded kana, which a search must contain';
COMMENT ON COLUMN directory_entry.grams IS 'every letter and pair of letters of searched: pg_trgm yields nothing for Japanese under C locales';
CREATE INDEX directory_entry_folded ON directory_entry (folded, prefecture);
CREATE INDEX directory_entry_corporate_number ON directory_entry (corporate_number) WHERE corporate_number IS NOT NULL;
CREATE INDEX directory_entry_changed ON directory_entry (changed_at);
CREATE INDEX directory_entry_newest ON directory_entry (since DESC, number DESC) WHERE stopped_on IS NULL;
CREATE INDEX directory_entry_named ON directory_entry (kana, number) WHERE stopped_on IS NULL;
CREATE INDEX directory_entry_prefecture ON directory_entry (prefecture, since DESC, number DESC) WHERE stopped_on IS NULL;
CREATE INDEX directory_entry_industry ON directory_entry (industry, since DESC, number DESC) WHERE stopped_on IS NULL;
CREATE INDEX directory_entry_place ON directory_entry (prefecture, industry, since DESC, number DESC) WHERE stopped_on IS NULL;
CREATE INDEX directory_entry_municipality ON directory_entry (municipality text_pattern_ops) WHERE stopped_on IS NULL;
CREATE INDEX directory_entry_grams ON directory_entry USING gin (grams);
