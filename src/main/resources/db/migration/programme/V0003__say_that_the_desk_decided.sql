-- A state of its own: what is said to whoever meets it is about the desk, not about a round of questions.
CREATE OR REPLACE FUNCTION programme_refuse_change_of_record() RETURNS trigger
    LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'what staff did does not change' USING ERRCODE = 'HM003';
END $$;
CREATE OR REPLACE FUNCTION programme_refuse_reuse() RETURNS trigger
    LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'a number is never given twice' USING ERRCODE = 'HM003';
END $$;
