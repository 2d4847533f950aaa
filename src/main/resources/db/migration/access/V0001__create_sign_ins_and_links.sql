-- Signing in belongs to no company: one sign-in may belong to several. Each of these tables is listed with its reason in CrossCompanyTables.
CREATE TABLE access_sign_in (
    id                  uuid        NOT NULL PRIMARY KEY,
    email               text        NOT NULL,
    password_hash       text,
    recovery_hash       text,
    password_changed_at timestamptz NOT NULL,
    created_at          timestamptz NOT NULL
);
CREATE UNIQUE INDEX access_sign_in_email ON access_sign_in (lower(email));

CREATE TABLE access_membership (
    sign_in_id      uuid        NOT NULL REFERENCES access_sign_in ON DELETE CASCADE,
    organization_id uuid        NOT NULL,
    member_id       uuid        NOT NULL,
    last_chosen_at  timestamptz,
    PRIMARY KEY (sign_in_id, organization_id),
    UNIQUE (organization_id, member_id)
);

-- Links without an account: a 128-bit token, stored hashed, bound to one purpose and one subject, at most 14 days, revocable.
CREATE TABLE access_link (
    token_hash      bytea       NOT NULL PRIMARY KEY,
    purpose         text        NOT NULL CHECK (purpose IN ('setup', 'invitation', 'reset', 'answer', 'opinion', 'trial')),
    organization_id uuid,
    subject_id      uuid,
    created_by      uuid,
    created_at      timestamptz NOT NULL,
    expires_at      timestamptz NOT NULL,
    used_at         timestamptz,
    revoked_at      timestamptz,
    CHECK (expires_at <= created_at + interval '14 days')
);
CREATE INDEX access_link_subject ON access_link (organization_id, subject_id);
CREATE INDEX access_link_expiry ON access_link (expires_at);
