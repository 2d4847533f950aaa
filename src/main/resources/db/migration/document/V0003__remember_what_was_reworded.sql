-- What the template offered when a clause was reworded: when a fact decides otherwise later, the company is told.
ALTER TABLE document_change ADD COLUMN base text NOT NULL DEFAULT '' CHECK (length(base) <= 40000);
COMMENT ON COLUMN document_change.base IS 'text of the template as it was offered to be reworded; empty for other changes';
