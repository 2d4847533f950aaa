-- The files of a company that a row of some room refers to, found by the foreign keys that point here, so that a room
-- that comes later is known without being listed. Row-level security of those rows holds.
CREATE FUNCTION file_held(p_organization uuid) RETURNS SETOF uuid
    LANGUAGE plpgsql STABLE AS $$
DECLARE
    v_reference record;
BEGIN
    FOR v_reference IN
        SELECT k.conrelid::regclass AS room, a.attname AS file
        FROM pg_constraint k
        JOIN LATERAL unnest(k.conkey, k.confkey) AS pair(here, there) ON true
        JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = pair.here
        JOIN pg_attribute b ON b.attrelid = k.confrelid AND b.attnum = pair.there
        WHERE k.contype = 'f' AND k.confrelid = 'file_stored'::regclass AND b.attname = 'id'
    LOOP
        RETURN QUERY EXECUTE format('SELECT %1$I FROM %2$s WHERE organization_id = $1 AND %1$I IS NOT NULL',
            v_reference.file, v_reference.room) USING p_organization;
    END LOOP;
END $$;
