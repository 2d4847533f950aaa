-- The operator words the industries and leaves out what is not offered; versioned like every other text.
ALTER TABLE programme_text DROP CONSTRAINT programme_text_kind_check;
ALTER TABLE programme_text ADD CONSTRAINT programme_text_kind_check
    CHECK (kind IN ('rules', 'purposes', 'news', 'block', 'letter', 'setting', 'industries'));
