-- Declarations that were made before this installation and were handed over to it.
ALTER TABLE desk_application ADD COLUMN origin text NOT NULL DEFAULT 'handed-in'
    CHECK (origin IN ('handed-in', 'taken-over'));
ALTER TABLE desk_declaration ADD COLUMN taken_over_on date;
COMMENT ON COLUMN desk_declaration.taken_over_on IS 'null for what was declared here';

-- The desk shows what was handed in here; half a million handed-over rows do not stand before it.
CREATE INDEX desk_application_accepted ON desk_application (handed_in_at, id)
    WHERE stage = 'accepted' AND origin = 'handed-in';
CREATE INDEX desk_application_number ON desk_application (number) WHERE number IS NOT NULL;

-- One row per line of a table instead of one per combination: ten years times twenty industries times forty-seven
-- prefectures were nearly as many counts as declarations.
DROP TABLE desk_count;
CREATE TABLE desk_count (
    line     text    NOT NULL CHECK (line IN ('month', 'industry', 'prefecture', 'size')),
    key      text    NOT NULL,
    star     integer NOT NULL,
    declared bigint  NOT NULL,
    PRIMARY KEY (line, key, star)
);
