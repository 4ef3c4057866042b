-- Signing in by an identity provider: who is linked to whom there, and log-ins under way.

CREATE TABLE identities (
    id {text} PRIMARY KEY,
    user_id {text} NOT NULL REFERENCES users (id),
    issuer {text} NOT NULL,
    subject {text} NOT NULL,
    name {text} NOT NULL,
    created_at BIGINT NOT NULL,
    used_at BIGINT,
    UNIQUE (issuer, subject)
);
CREATE INDEX identities_by_user ON identities (user_id);

CREATE TABLE provider_flows (
    state_hash {text} PRIMARY KEY,
    browser_hash {text} NOT NULL,
    -- Whose identity is to be linked; nobody's when somebody wants to sign in.
    user_id {text} REFERENCES users (id),
    nonce {text} NOT NULL,
    verifier {text} NOT NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    exchanged_at BIGINT,
    -- Known once the code was exchanged, for the second call with a one-time code.
    identity_id {text} REFERENCES identities (id),
    ended_at BIGINT
);
CREATE INDEX provider_flows_by_expiry ON provider_flows (expires_at);
