-- Sheets beside the register in the same workbook, and what taking them over replaced, so that it can be undone for a day.
ALTER TABLE intake_upload
    ADD COLUMN beside    bytea,
    ADD COLUMN replaced  text,
    ADD COLUMN taken_at  timestamptz,
    ADD COLUMN undone_at timestamptz;
COMMENT ON COLUMN intake_upload.beside IS 'the texts of the sheets beside the register, compressed; null without any';
COMMENT ON COLUMN intake_upload.replaced IS 'per line: sheet, key, figure before (0 for none), figure written';
