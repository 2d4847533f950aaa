-- A consent that goes, be it withdrawn or removed with its company, takes the contribution along: nothing of a company outlives its consent.
CREATE FUNCTION result_forget_contribution() RETURNS trigger
    LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM result_contribution c WHERE c.contribution_id = OLD.contribution_id;
    RETURN OLD;
END $$;
CREATE TRIGGER result_consent_forgotten AFTER DELETE ON result_consent
    FOR EACH ROW EXECUTE FUNCTION result_forget_contribution();
