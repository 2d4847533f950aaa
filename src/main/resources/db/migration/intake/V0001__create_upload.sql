-- A file on its way into the register: kept between the look at its columns, the dry run and the import, a day at most.
CREATE TABLE intake_upload (
    organization_id uuid        NOT NULL REFERENCES organization_company ON DELETE CASCADE,
    id              uuid        NOT NULL,
    by_member       uuid        NOT NULL,
    file_name       text        NOT NULL CHECK (length(file_name) <= 200),
    cells           bytea       NOT NULL,
    columns         text        NOT NULL DEFAULT '',
    at              timestamptz NOT NULL,
    step_id         uuid,
    PRIMARY KEY (organization_id, id)
);
COMMENT ON COLUMN intake_upload.cells IS 'the texts of the sheet, compressed; what else the file held was never kept';
COMMENT ON COLUMN intake_upload.columns IS 'which column of the sheet is which of the register, as chosen; empty for the guess';
COMMENT ON COLUMN intake_upload.step_id IS 'the step of the register that took it over';
CREATE INDEX intake_upload_by_time ON intake_upload (organization_id, at);

ALTER TABLE intake_upload ENABLE ROW LEVEL SECURITY;
ALTER TABLE intake_upload FORCE ROW LEVEL SECURITY;
CREATE POLICY intake_upload_isolation ON intake_upload
    USING (organization_id = bound_organization()) WITH CHECK (organization_id = bound_organization());
