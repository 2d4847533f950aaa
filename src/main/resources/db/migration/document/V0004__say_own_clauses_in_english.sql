-- What a company says in its own words, also in English where it has written that.
ALTER TABLE document_change
    ADD COLUMN english_title text NOT NULL DEFAULT '' CHECK (length(english_title) <= 200),
    ADD COLUMN english text NOT NULL DEFAULT '' CHECK (length(english) <= 20000);
COMMENT ON COLUMN document_change.english IS 'text of a reworded or added clause in English; empty where nobody has written it, as the title';
