-- When a company is removed as a whole, references between its own rows are checked at the end; otherwise at once.
ALTER TABLE assessment_respondent ALTER CONSTRAINT assessment_respondent_organization_id_member_id_fkey DEFERRABLE INITIALLY IMMEDIATE;
ALTER TABLE assessment_respondent ALTER CONSTRAINT assessment_respondent_organization_id_department_id_fkey DEFERRABLE INITIALLY IMMEDIATE;
ALTER TABLE assessment_answer ALTER CONSTRAINT assessment_answer_organization_id_responsible_id_fkey DEFERRABLE INITIALLY IMMEDIATE;
ALTER TABLE assessment_evidence ALTER CONSTRAINT assessment_evidence_organization_id_file_id_fkey DEFERRABLE INITIALLY IMMEDIATE;
