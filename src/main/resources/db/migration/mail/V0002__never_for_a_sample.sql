-- A sample company never sends mail: whoever writes a message for one, it is not taken up.
CREATE FUNCTION mail_refuse_sample() RETURNS trigger
    LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM organization_company c WHERE c.organization_id = NEW.organization_id AND c.sample) THEN
        RETURN NULL;
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER mail_message_not_for_a_sample BEFORE INSERT ON mail_message
    FOR EACH ROW EXECUTE FUNCTION mail_refuse_sample();
