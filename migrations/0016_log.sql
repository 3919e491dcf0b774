-- The event log: who did what, when, with what was there before and after. Saved by triggers only, append-only
-- for everyone, and chained: each event carries the digest of the one before it on the same subject. And the keys by which
-- an act that is tried again is done once.

CREATE TABLE event_chain (
    chain text COLLATE "C" CONSTRAINT event_chain_pkey PRIMARY KEY,
    length bigint NOT NULL,
    head bytea NOT NULL
);

CREATE TABLE event (
    event_id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT event_pkey PRIMARY KEY,
    chain text COLLATE "C" NOT NULL,
    seq bigint NOT NULL,
    at timestamptz NOT NULL,
    actor text NOT NULL,
    login text NOT NULL,
    act text NOT NULL,
    entity text NOT NULL,
    entity_key text NOT NULL,
    old jsonb,
    new jsonb,
    case_file_id bigint,
    organisation_id bigint,
    of_draft boolean NOT NULL,
    salt uuid NOT NULL,
    previous_hash bytea NOT NULL,
    hash bytea NOT NULL,
    CONSTRAINT event_chain_seq_key UNIQUE (chain, seq)
);
COMMENT ON TABLE event IS
    'append-only; hash = sha256(previous_hash || event_canonical(…)), '
    'the first previous_hash of a chain is 32 zero bytes';
COMMENT ON COLUMN event.login IS 'who logged in: differs from the actor when a role was SET, as a pooled service does';
COMMENT ON COLUMN event.organisation_id IS 'organisation of the actor at that time';
COMMENT ON COLUMN event.of_draft IS
    'true if it happened before the case was filed: seen by the company and the auditor only';
COMMENT ON COLUMN event.salt IS
    'random: without it a party could try opinions until one fits the hash of an event it may not see yet';
CREATE INDEX event_case_file_id_idx ON event (case_file_id, event_id);
CREATE INDEX event_at_idx ON event (at);
CREATE INDEX event_actor_idx ON event (actor, event_id);

-- A seal binds everything that was recorded since the seal before it, and that seal. Its digest, kept by an outsider, also
-- catches a log that was rewritten as a whole, and a seal costs as much as what happened since the last one.
CREATE TABLE audit_seal (
    seal_no integer CONSTRAINT audit_seal_pkey PRIMARY KEY,
    up_to bigint NOT NULL,
    events bigint NOT NULL,
    heads bytea NOT NULL,
    sealed_at timestamptz NOT NULL, sealed_by text NOT NULL,
    digest bytea NOT NULL
);
COMMENT ON COLUMN audit_seal.up_to IS 'the last event that is sealed';
COMMENT ON COLUMN audit_seal.events IS 'how many events were recorded since the seal before';
COMMENT ON COLUMN audit_seal.heads IS
    'sha256 of the last event of each chain among them: lines of chain, seq and hash, sorted by chain';
COMMENT ON COLUMN audit_seal.digest IS 'sha256(digest of the seal before, or 32 zero bytes || seal_canonical(…))';

-- Works that are done one at a time: whoever does one has its row locked (take_turn). An advisory lock can be taken by everybody who is
-- connected.
CREATE TABLE turn (
    work text CONSTRAINT turn_pkey PRIMARY KEY
);

-- A retry after a lost connection finds here what the first try did.
CREATE TABLE idempotency_key (
    role_name name NOT NULL DEFAULT acting_role(),
    key text NOT NULL CONSTRAINT idempotency_key_key_check CHECK (length(key) BETWEEN 1 AND 200),
    act text NOT NULL,
    fingerprint bytea NOT NULL,
    result jsonb,
    at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT idempotency_key_pkey PRIMARY KEY (role_name, key)
);
