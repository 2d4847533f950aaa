-- Who sits where, asked by every request: binds to the company for this one statement and reads the person, what they
-- may do and what every page shows of the company. Row-level security holds inside as everywhere.
CREATE FUNCTION organization_seat(p_organization uuid, p_member uuid)
    RETURNS TABLE (name text, job_title text, granted text[], company text, sample boolean)
    LANGUAGE plpgsql AS $$
BEGIN
    PERFORM set_config('hoshimori.organization', p_organization::text, true);
    RETURN QUERY
        SELECT m.name, m.job_title,
               ARRAY(SELECT r.role || ' ' || r.department_id FROM organization_role r
                     WHERE r.organization_id = p_organization AND r.member_id = p_member),
               c.name, c.sample
        FROM organization_member m JOIN organization_company c ON c.organization_id = m.organization_id
        WHERE m.organization_id = p_organization AND m.id = p_member AND m.left_at IS NULL;
END $$;
