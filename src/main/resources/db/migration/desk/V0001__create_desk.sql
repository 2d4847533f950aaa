-- Applications as they were handed in. They belong to the programme: when a company leaves, its declarations remain known.
CREATE TABLE desk_application (
    id               uuid        NOT NULL PRIMARY KEY,
    organization_id  uuid,
    purpose          text        NOT NULL CHECK (purpose IN ('new', 'change', 'step-up', 'restart', 'transfer')),
    stage            text        NOT NULL CHECK (stage IN
                     ('unconfirmed', 'waiting', 'returned', 'accepted', 'refused', 'withdrawn', 'merged')),
    star             integer     NOT NULL CHECK (star IN (1, 2)),
    number           text,
    facts            jsonb       NOT NULL,
    earlier_facts    jsonb,
    name             text        NOT NULL,
    folded           text        NOT NULL,
    prefecture       text        NOT NULL,
    corporate_number text,
    doubts           text[]      NOT NULL DEFAULT '{}',
    look_after       boolean     NOT NULL DEFAULT false,
    rules_revision   integer     NOT NULL,
    handed_in_at     timestamptz NOT NULL,
    decided_at       timestamptz,
    note             text        CHECK (length(note) <= 4000),
    merged_into      text,
    claimed_by       uuid,
    claimed_until    timestamptz,
    code_hash        bytea,
    code_tries       integer     NOT NULL DEFAULT 0,
    revision         integer     NOT NULL DEFAULT 1
);
COMMENT ON COLUMN desk_application.earlier_facts IS 'what was handed in before it was returned, to mark what changed';
CREATE INDEX desk_application_queue ON desk_application (stage, handed_in_at, id);
CREATE INDEX desk_application_look ON desk_application (handed_in_at, id) WHERE look_after;
CREATE INDEX desk_application_company ON desk_application (organization_id, handed_in_at);
CREATE INDEX desk_application_folded ON desk_application (folded, prefecture);

CREATE TABLE desk_event (
    id             uuid        NOT NULL PRIMARY KEY,
    application_id uuid        NOT NULL REFERENCES desk_application,
    at             timestamptz NOT NULL,
    who            text        NOT NULL,
    move           text        NOT NULL,
    stage          text        NOT NULL,
    note           text
);
CREATE INDEX desk_event_application ON desk_event (application_id, at);

-- An accepted declaration under its number.
CREATE TABLE desk_declaration (
    number           text        NOT NULL PRIMARY KEY,
    organization_id  uuid,
    application_id   uuid        NOT NULL REFERENCES desk_application,
    standing         text        NOT NULL CHECK (standing IN ('current', 'stopped', 'merged', 'undone')),
    star             integer     NOT NULL CHECK (star IN (1, 2)),
    since            date        NOT NULL,
    facts            jsonb       NOT NULL,
    name             text        NOT NULL,
    folded           text        NOT NULL,
    prefecture       text        NOT NULL,
    industry         text        NOT NULL,
    size             text        NOT NULL,
    corporate_number text,
    stopped_on       date,
    merged_into      text,
    changed_at       timestamptz NOT NULL
);
CREATE INDEX desk_declaration_company ON desk_declaration (organization_id);
CREATE INDEX desk_declaration_folded ON desk_declaration (folded, prefecture) WHERE standing = 'current';
CREATE INDEX desk_declaration_corporate_number ON desk_declaration (corporate_number) WHERE standing = 'current';

-- What was handed in stays as it was once it is decided; only undoing a decision opens it again.
CREATE FUNCTION desk_refuse_change_of_decided() RETURNS trigger
    LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.stage IN ('accepted', 'refused', 'withdrawn', 'merged')
       AND (NEW.facts, NEW.star, NEW.purpose, NEW.organization_id) IS DISTINCT FROM
           (OLD.facts, OLD.star, OLD.purpose, OLD.organization_id) THEN
        RAISE EXCEPTION 'application % is decided and does not change', OLD.id USING ERRCODE = 'HM001';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER desk_application_frozen BEFORE UPDATE ON desk_application
    FOR EACH ROW EXECUTE FUNCTION desk_refuse_change_of_decided();

CREATE TABLE desk_batch (
    id         uuid        NOT NULL PRIMARY KEY,
    move       text        NOT NULL CHECK (move IN ('accept', 'return', 'refuse')),
    note       text        NOT NULL,
    state      text        NOT NULL CHECK (state IN ('running', 'done', 'undoing', 'undone')),
    by_id      uuid        NOT NULL,
    by_name    text        NOT NULL,
    started_at timestamptz NOT NULL,
    ended_at   timestamptz
);
CREATE TABLE desk_batch_item (
    batch_id       uuid NOT NULL REFERENCES desk_batch,
    application_id uuid NOT NULL REFERENCES desk_application,
    result         text NOT NULL DEFAULT 'open' CHECK (result IN ('open', 'done', 'left', 'undone')),
    PRIMARY KEY (batch_id, application_id)
);
CREATE INDEX desk_batch_item_open ON desk_batch_item (batch_id, result);

-- Counted beforehand by a job, so that statistics are quick however many declarations there are.
CREATE TABLE desk_count (
    month      date    NOT NULL,
    star       integer NOT NULL,
    industry   text    NOT NULL,
    prefecture text    NOT NULL,
    size       text    NOT NULL,
    declared   bigint  NOT NULL,
    PRIMARY KEY (month, star, industry, prefecture, size)
);
