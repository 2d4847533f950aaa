-- Declarations from an earlier programme, file by file. They belong to no company of this installation.
CREATE TABLE takeover_run (
    id         uuid        NOT NULL PRIMARY KEY,
    file_name  text        NOT NULL CHECK (length(file_name) <= 200),
    columns    text        NOT NULL CHECK (length(columns) <= 4000),
    state      text        NOT NULL CHECK (state IN ('looking', 'looked', 'taking', 'done', 'cancelled')),
    rows       integer     NOT NULL,
    chunks     integer     NOT NULL,
    looked     integer     NOT NULL DEFAULT 0,
    taken      integer     NOT NULL DEFAULT 0,
    fresh      integer     NOT NULL DEFAULT 0,
    known      integer     NOT NULL DEFAULT 0,
    refused    integer     NOT NULL DEFAULT 0,
    noted      integer     NOT NULL DEFAULT 0,
    imported   integer     NOT NULL DEFAULT 0,
    by_id      uuid        NOT NULL,
    by_name    text        NOT NULL,
    started_at timestamptz NOT NULL,
    changed_at timestamptz NOT NULL
);
COMMENT ON COLUMN takeover_run.looked IS 'chunks that the dry run has seen; the job goes on after them';
COMMENT ON COLUMN takeover_run.taken IS 'chunks that are imported; the job goes on after them';

-- The rows of the file, a thousand at a time, compressed. Deleted when the run ends: they hold personal data.
CREATE TABLE takeover_chunk (
    run_id   uuid    NOT NULL REFERENCES takeover_run ON DELETE CASCADE,
    position integer NOT NULL,
    content  bytea   NOT NULL,
    PRIMARY KEY (run_id, position)
);
CREATE TABLE takeover_trouble (
    run_id uuid    NOT NULL REFERENCES takeover_run ON DELETE CASCADE,
    line   integer NOT NULL,
    place  integer NOT NULL,
    field  text    NOT NULL,
    weight text    NOT NULL CHECK (weight IN ('refused', 'noted')),
    reason text    NOT NULL,
    typed  text    NOT NULL CHECK (length(typed) <= 200),
    PRIMARY KEY (run_id, line, place)
);
-- In which line of the file a number or key stands first.
CREATE TABLE takeover_seen (
    run_id uuid    NOT NULL REFERENCES takeover_run ON DELETE CASCADE,
    key    text    NOT NULL,
    line   integer NOT NULL,
    PRIMARY KEY (run_id, key)
);
-- Rows without a number of their own are known by their key: the number they got here.
CREATE TABLE takeover_key (
    key    text NOT NULL PRIMARY KEY CHECK (length(key) BETWEEN 1 AND 100),
    number text NOT NULL
);
