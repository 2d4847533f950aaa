-- The chain is whole only when a head remembers its last entry: a head that was taken away shows too.
CREATE OR REPLACE FUNCTION trail_broken_at(p_organization uuid) RETURNS bigint
    LANGUAGE sql STABLE
    RETURN (SELECT min(sequence) FROM (
        SELECT sequence FROM (
            SELECT sequence, hash, previous_hash,
                   lag(hash, 1, sha256(convert_to(p_organization::text, 'UTF8'))) OVER (ORDER BY sequence) AS expected_previous,
                   lag(sequence, 1, 0::bigint) OVER (ORDER BY sequence) AS earlier,
                   trail_hash(previous_hash, organization_id::text, sequence::text, extract(epoch FROM at)::text, actor_id::text,
                              actor_name, action, subject_kind, subject_id, before, after) AS expected
            FROM trail_entry WHERE organization_id = p_organization) chain
        WHERE hash <> expected OR previous_hash <> expected_previous OR sequence <> earlier + 1
        UNION ALL
        SELECT (SELECT coalesce(max(e.sequence), 0) + 1 FROM trail_entry e WHERE e.organization_id = p_organization)
        FROM trail_head h
        WHERE h.organization_id = p_organization
          AND NOT EXISTS (SELECT FROM trail_entry e
                          WHERE e.organization_id = p_organization AND e.sequence = h.sequence AND e.hash = h.hash)
        UNION ALL
        SELECT max(e.sequence) + 1 FROM trail_entry e
        WHERE e.organization_id = p_organization
          AND NOT EXISTS (SELECT FROM trail_head h WHERE h.organization_id = p_organization)) broken);
