-- The trail: append-only, hash-chained per company. Who, when, what, from, to.
CREATE TABLE trail_entry (
    organization_id uuid        NOT NULL,
    sequence        bigint      NOT NULL,
    at              timestamptz NOT NULL,
    actor_id        uuid,
    actor_name      text        NOT NULL,
    action          text        NOT NULL,
    subject_kind    text        NOT NULL,
    subject_id      text        NOT NULL,
    before          text,
    after           text,
    previous_hash   bytea       NOT NULL,
    hash            bytea       NOT NULL,
    PRIMARY KEY (organization_id, sequence)
);
CREATE INDEX trail_entry_subject ON trail_entry (organization_id, subject_kind, subject_id, sequence);

CREATE TABLE trail_head (
    organization_id uuid   NOT NULL PRIMARY KEY,
    sequence        bigint NOT NULL,
    hash            bytea  NOT NULL
);

-- Belongs to no company: what remains when a company and its chain are deleted as a whole.
CREATE TABLE trail_tombstone (
    organization_id uuid        NOT NULL PRIMARY KEY,
    erased_at       timestamptz NOT NULL,
    entries         bigint      NOT NULL,
    last_hash       bytea       NOT NULL
);

ALTER TABLE trail_entry ENABLE ROW LEVEL SECURITY;
ALTER TABLE trail_entry FORCE ROW LEVEL SECURITY;
CREATE POLICY trail_entry_isolation ON trail_entry
    USING (organization_id = bound_organization()) WITH CHECK (organization_id = bound_organization());
ALTER TABLE trail_head ENABLE ROW LEVEL SECURITY;
ALTER TABLE trail_head FORCE ROW LEVEL SECURITY;
CREATE POLICY trail_head_isolation ON trail_head
    USING (organization_id = bound_organization()) WITH CHECK (organization_id = bound_organization());

-- What one entry's hash covers. Length-prefixed, so that moving text from one field to the next changes the hash.
CREATE FUNCTION trail_hash(previous_hash bytea, VARIADIC parts text[]) RETURNS bytea
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN sha256(previous_hash || convert_to((SELECT string_agg(coalesce(length(part)::text || ':' || part, '-'), ',' ORDER BY n)
                                               FROM unnest(parts) WITH ORDINALITY AS p(part, n)), 'UTF8'));

-- One round trip per entry: the head row is locked, the chain is continued.
CREATE FUNCTION trail_append(p_organization uuid, p_at timestamptz, p_actor uuid, p_actor_name text, p_action text,
                             p_kind text, p_subject text, p_before text, p_after text) RETURNS bigint
    LANGUAGE plpgsql AS $$
DECLARE
    v_sequence bigint;
    v_previous bytea;
    v_hash     bytea;
BEGIN
    INSERT INTO trail_head VALUES (p_organization, 0, sha256(convert_to(p_organization::text, 'UTF8')))
        ON CONFLICT (organization_id) DO NOTHING;
    SELECT sequence + 1, hash INTO v_sequence, v_previous FROM trail_head WHERE organization_id = p_organization FOR UPDATE;
    v_hash := trail_hash(v_previous, p_organization::text, v_sequence::text, extract(epoch FROM p_at)::text, p_actor::text,
                         p_actor_name, p_action, p_kind, p_subject, p_before, p_after);
    INSERT INTO trail_entry VALUES (p_organization, v_sequence, p_at, p_actor, p_actor_name, p_action, p_kind, p_subject,
                                    p_before, p_after, v_previous, v_hash);
    UPDATE trail_head SET sequence = v_sequence, hash = v_hash WHERE organization_id = p_organization;
    RETURN v_sequence;
END $$;

-- The first entry whose hash does not follow from what is written, or null when the chain is whole.
CREATE FUNCTION trail_broken_at(p_organization uuid) RETURNS bigint
    LANGUAGE sql STABLE
    RETURN (SELECT min(sequence) FROM (
        SELECT sequence, hash, previous_hash,
               lag(hash, 1, sha256(convert_to(p_organization::text, 'UTF8'))) OVER (ORDER BY sequence) AS expected_previous,
               lag(sequence, 1, 0::bigint) OVER (ORDER BY sequence) AS earlier,
               trail_hash(previous_hash, organization_id::text, sequence::text, extract(epoch FROM at)::text, actor_id::text,
                          actor_name, action, subject_kind, subject_id, before, after) AS expected
        FROM trail_entry WHERE organization_id = p_organization) chain
        WHERE hash <> expected OR previous_hash <> expected_previous OR sequence <> earlier + 1);

CREATE FUNCTION trail_refuse_change() RETURNS trigger
    LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' AND current_setting('hoshimori.erasing', true) = OLD.organization_id::text
            AND current_user = (SELECT tableowner FROM pg_tables WHERE schemaname = TG_TABLE_SCHEMA AND tablename = TG_TABLE_NAME) THEN
        RETURN OLD;
    END IF;
    RAISE EXCEPTION 'the trail is append-only: % refused', TG_OP;
END $$;
CREATE TRIGGER trail_entry_append_only BEFORE UPDATE OR DELETE ON trail_entry
    FOR EACH ROW EXECUTE FUNCTION trail_refuse_change();
CREATE TRIGGER trail_entry_never_truncated BEFORE TRUNCATE ON trail_entry
    FOR EACH STATEMENT EXECUTE FUNCTION trail_refuse_change();

-- The only way to remove a chain: whole, with its company, by the owning role, leaving a tombstone.
CREATE FUNCTION trail_erase(p_organization uuid, p_at timestamptz) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
    IF p_organization IS DISTINCT FROM bound_organization() THEN
        RAISE EXCEPTION 'only the bound company can be erased';
    END IF;
    INSERT INTO trail_tombstone SELECT organization_id, p_at, sequence, hash FROM trail_head WHERE organization_id = p_organization;
    PERFORM set_config('hoshimori.erasing', p_organization::text, true);
    DELETE FROM trail_entry WHERE organization_id = p_organization;
    DELETE FROM trail_head WHERE organization_id = p_organization;
    PERFORM set_config('hoshimori.erasing', '', true);
END $$;
