-- Mail that is to leave, or waits because no mail server is configured. Belongs to no company: invitations and resets have none.
CREATE TABLE mail_message (
    id              uuid        NOT NULL PRIMARY KEY,
    organization_id uuid,
    recipient       text        NOT NULL,
    subject         text        NOT NULL,
    body            text        NOT NULL,
    created_at      timestamptz NOT NULL,
    next_attempt_at timestamptz NOT NULL,
    attempts        integer     NOT NULL DEFAULT 0,
    sent_at         timestamptz,
    last_error      text
);
CREATE INDEX mail_message_waiting ON mail_message (next_attempt_at) WHERE sent_at IS NULL;
