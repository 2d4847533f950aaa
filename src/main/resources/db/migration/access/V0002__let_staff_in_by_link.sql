-- Staff of the programme belong to no company: they set themselves up with a link of their own purpose.
ALTER TABLE access_link DROP CONSTRAINT access_link_purpose_check;
ALTER TABLE access_link ADD CONSTRAINT access_link_purpose_check
    CHECK (purpose IN ('setup', 'invitation', 'reset', 'answer', 'opinion', 'trial', 'staff'));
