-- The programme belongs to no company: its staff, its texts, its numbers.
CREATE TABLE programme_staff (
    id         uuid        NOT NULL PRIMARY KEY,
    sign_in_id uuid        UNIQUE,
    name       text        NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
    roles      text[]      NOT NULL,
    added_at   timestamptz NOT NULL,
    left_at    timestamptz
);

-- What staff did. Appended only.
CREATE TABLE programme_record (
    id       uuid        NOT NULL PRIMARY KEY,
    at       timestamptz NOT NULL,
    staff_id uuid,
    name     text        NOT NULL,
    action   text        NOT NULL,
    about    text        NOT NULL
);
CREATE FUNCTION programme_refuse_change_of_record() RETURNS trigger
    LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'what staff did does not change' USING ERRCODE = 'HM001';
END $$;
CREATE TRIGGER programme_record_kept BEFORE UPDATE OR DELETE ON programme_record
    FOR EACH ROW EXECUTE FUNCTION programme_refuse_change_of_record();

-- Everything the operator words or sets: each saving is a new revision, the newest one that is in force counts.
CREATE TABLE programme_text (
    kind          text        NOT NULL CHECK (kind IN ('rules', 'purposes', 'news', 'block', 'letter', 'setting')),
    name          text        NOT NULL CHECK (length(name) BETWEEN 1 AND 60),
    revision      integer     NOT NULL CHECK (revision > 0),
    title         text        NOT NULL CHECK (length(title) <= 200),
    body          text        NOT NULL CHECK (length(body) <= 20000),
    in_force_from date        NOT NULL,
    ended         boolean     NOT NULL DEFAULT false,
    written_by    text        NOT NULL,
    written_at    timestamptz NOT NULL,
    PRIMARY KEY (kind, name, revision)
);
CREATE TRIGGER programme_text_kept BEFORE UPDATE OR DELETE ON programme_text
    FOR EACH ROW EXECUTE FUNCTION programme_refuse_change_of_record();

CREATE TABLE programme_mark (
    id         uuid        NOT NULL PRIMARY KEY,
    star       integer     NOT NULL CHECK (star IN (1, 2)),
    name       text        NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    media_type text        NOT NULL,
    content    bytea       NOT NULL CHECK (length(content) BETWEEN 1 AND 10485760),
    added_by   text        NOT NULL,
    added_at   timestamptz NOT NULL,
    removed_at timestamptz
);

CREATE TABLE programme_key (
    purpose text  NOT NULL PRIMARY KEY,
    secret  bytea NOT NULL
);

-- A position is taken once, also when the transaction that took it fails.
CREATE TABLE programme_position (
    position bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    taken_at timestamptz NOT NULL
);
CREATE TABLE programme_number (
    number    text        NOT NULL PRIMARY KEY CHECK (number ~ '^[0-9]{4,20}$'),
    origin    text        NOT NULL CHECK (origin IN ('given', 'handed-over')),
    given_at  timestamptz NOT NULL
);
CREATE FUNCTION programme_refuse_reuse() RETURNS trigger
    LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'a number is never given twice' USING ERRCODE = 'HM001';
END $$;
CREATE TRIGGER programme_number_kept BEFORE UPDATE OR DELETE ON programme_number
    FOR EACH ROW EXECUTE FUNCTION programme_refuse_reuse();

-- 普及賛同企業等: who supports the programme, and with what.
CREATE TABLE programme_supporter (
    id         uuid        NOT NULL PRIMARY KEY,
    name       text        NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    prefecture text        CHECK (prefecture ~ '^[0-9]{2}$'),
    offers     text        NOT NULL CHECK (length(offers) BETWEEN 1 AND 2000),
    url        text        CHECK (length(url) <= 500),
    since      date        NOT NULL,
    until      date,
    changed_at timestamptz NOT NULL
);
-- Subsidies that ask for a declaration.
CREATE TABLE programme_subsidy (
    id         uuid        NOT NULL PRIMARY KEY,
    name       text        NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    body       text        NOT NULL CHECK (length(body) BETWEEN 1 AND 200),
    star       integer     NOT NULL CHECK (star IN (1, 2)),
    opens_on   date        NOT NULL,
    closes_on  date,
    url        text        CHECK (length(url) <= 500),
    note       text        NOT NULL CHECK (length(note) <= 2000),
    changed_at timestamptz NOT NULL,
    CHECK (closes_on >= opens_on)
);
