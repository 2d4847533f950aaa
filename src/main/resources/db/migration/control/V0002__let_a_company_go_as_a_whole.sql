-- When a company is removed as a whole, references between its own rows are checked at the end; otherwise at once.
ALTER TABLE control_decided ALTER CONSTRAINT control_decided_organization_id_responsible_id_fkey DEFERRABLE INITIALLY IMMEDIATE;
ALTER TABLE control_decided ALTER CONSTRAINT control_decided_organization_id_round_id_fkey DEFERRABLE INITIALLY IMMEDIATE;
ALTER TABLE control_evidence ALTER CONSTRAINT control_evidence_organization_id_file_id_fkey DEFERRABLE INITIALLY IMMEDIATE;
