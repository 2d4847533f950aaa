-- A company is removed with one DELETE that cascades. References between its own rows are then checked at the end,
-- because the cascade takes the tables one after the other (SET CONSTRAINTS ALL DEFERRED); otherwise at once, as before.
ALTER TABLE organization_member ALTER CONSTRAINT organization_member_organization_id_department_id_fkey DEFERRABLE INITIALLY IMMEDIATE;
