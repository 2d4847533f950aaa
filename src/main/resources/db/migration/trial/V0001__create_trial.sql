-- A trial of the 25 questions without signing up: belongs to no company, kept under a random token for 7 days, then deleted.
CREATE TABLE trial_attempt (
    token_hash bytea       NOT NULL PRIMARY KEY,
    edition    text        NOT NULL,
    answers    jsonb       NOT NULL DEFAULT '{}',
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    CHECK (expires_at <= created_at + interval '7 days')
);
CREATE INDEX trial_attempt_expiry ON trial_attempt (expires_at);
