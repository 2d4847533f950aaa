-- Half a million entries do not fit into memory: what a search only looks at stands in the index itself, and the rows
-- of one page are fetched by their numbers.
DROP INDEX directory_entry_newest;
DROP INDEX directory_entry_named;
DROP INDEX directory_entry_prefecture;
DROP INDEX directory_entry_industry;
DROP INDEX directory_entry_place;
DROP INDEX directory_entry_municipality;
CREATE INDEX directory_entry_newest ON directory_entry (since DESC, number DESC)
    INCLUDE (star, searched) WHERE stopped_on IS NULL;
CREATE INDEX directory_entry_named ON directory_entry (kana, number)
    INCLUDE (star, industry, prefecture, since, searched) WHERE stopped_on IS NULL;
CREATE INDEX directory_entry_prefecture ON directory_entry (prefecture, since DESC, number DESC)
    INCLUDE (star, searched) WHERE stopped_on IS NULL;
CREATE INDEX directory_entry_industry ON directory_entry (industry, since DESC, number DESC)
    INCLUDE (star, searched) WHERE stopped_on IS NULL;
CREATE INDEX directory_entry_place ON directory_entry (prefecture, industry, since DESC, number DESC)
    INCLUDE (star, searched) WHERE stopped_on IS NULL;
CREATE INDEX directory_entry_municipality ON directory_entry (municipality text_pattern_ops, since DESC, number DESC)
    INCLUDE (star, industry, prefecture, searched) WHERE stopped_on IS NULL;
