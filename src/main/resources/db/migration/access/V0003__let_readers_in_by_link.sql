-- A document can be read and confirmed by a link without an account.
ALTER TABLE access_link DROP CONSTRAINT access_link_purpose_check;
ALTER TABLE access_link ADD CONSTRAINT access_link_purpose_check
    CHECK (purpose IN ('setup', 'invitation', 'reset', 'answer', 'opinion', 'trial', 'staff', 'handout'));
