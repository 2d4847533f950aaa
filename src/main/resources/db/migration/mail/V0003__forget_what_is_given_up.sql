-- A message that is given up loses its text, which may hold a link that lets somebody in; the operator still sees to
-- whom, about what, why and since when.
ALTER TABLE mail_message ADD COLUMN given_up_at timestamptz;
UPDATE mail_message SET body = '', given_up_at = next_attempt_at WHERE sent_at IS NULL AND attempts >= 8;
CREATE INDEX mail_message_company ON mail_message (organization_id, created_at);
CREATE INDEX mail_message_given_up ON mail_message (given_up_at) WHERE given_up_at IS NOT NULL;
