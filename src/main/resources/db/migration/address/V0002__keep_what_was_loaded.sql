-- What came of loading a file, and which lines of it could not be read (the first of them).
ALTER TABLE address_source
    ADD COLUMN file_name text      NOT NULL DEFAULT '' CHECK (length(file_name) <= 200),
    ADD COLUMN bad       integer   NOT NULL DEFAULT 0,
    ADD COLUMN bad_lines integer[] NOT NULL DEFAULT '{}';
