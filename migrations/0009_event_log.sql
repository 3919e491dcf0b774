-- The event log: who did what, when, with what was there before and after. Written by triggers only, append-only
-- for everyone, and chained: each event carries the digest of the one before it on the same subject.

CREATE TABLE event_chain (
    chain text CONSTRAINT event_chain_pkey PRIMARY KEY,
    length bigint NOT NULL,
    head bytea NOT NULL
);

CREATE TABLE event (
    event_id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT event_pkey PRIMARY KEY,
    chain text NOT NULL,
    seq bigint NOT NULL,
    at timestamptz NOT NULL,
    actor text NOT NULL,
    act text NOT NULL,
    entity text NOT NULL,
    entity_key text NOT NULL,
    old jsonb,
    new jsonb,
    previous_hash bytea NOT NULL,
    hash bytea NOT NULL,
    case_file_id bigint,
    organisation_id bigint,
    of_draft boolean NOT NULL,
    CONSTRAINT event_chain_seq_key UNIQUE (chain, seq)
);
COMMENT ON TABLE event IS 'append-only; hash = sha256(previous_hash || event_canonical(…)), the first previous_hash of a chain is 32 zero bytes';
COMMENT ON COLUMN event.organisation_id IS 'organisation of the actor at that time';
COMMENT ON COLUMN event.of_draft IS 'true if it happened before the case was filed: seen by the company and the auditor only';
CREATE INDEX event_case_file_id_idx ON event (case_file_id, event_id);
CREATE INDEX event_at_idx ON event (at);

-- The bytes that are digested: a JSON object as PostgreSQL prints jsonb (keys by length, then by byte order; one
-- space behind colons and commas), times in UTC with microseconds.
CREATE FUNCTION event_canonical(
    chain text, seq bigint, at timestamptz, actor text, act text, entity text, entity_key text, old jsonb, new jsonb
) RETURNS bytea
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN convert_to(jsonb_build_object(
        'chain', chain, 'seq', seq, 'at', to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
        'actor', actor, 'act', act, 'entity', entity, 'key', entity_key, 'old', old, 'new', new
    )::text, 'UTF8');

CREATE FUNCTION append_event(
    chain text, act text, entity text, entity_key text, old jsonb, new jsonb, case_file_id bigint, of_draft boolean
) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp
    AS $$
DECLARE
    head event_chain;
    at timestamptz;
    digest bytea;
BEGIN
    INSERT INTO event_chain AS c VALUES (append_event.chain, 0, decode(repeat('00', 32), 'hex'))
    ON CONFLICT DO NOTHING;
    SELECT * INTO head FROM event_chain AS c WHERE c.chain = append_event.chain FOR UPDATE;
    at := clock_timestamp();
    digest := sha256(head.head
        || event_canonical(chain, head.length + 1, at, acting_role()::text, act, entity, entity_key, old, new));
    INSERT INTO event (chain, seq, at, actor, act, entity, entity_key, old, new, previous_hash, hash,
        case_file_id, organisation_id, of_draft)
    VALUES (append_event.chain, head.length + 1, at, acting_role(), append_event.act, append_event.entity,
        append_event.entity_key, append_event.old, append_event.new, head.head, digest,
        append_event.case_file_id, acting_organisation_id(), append_event.of_draft);
    UPDATE event_chain AS c SET length = head.length + 1, head = digest WHERE c.chain = append_event.chain;
END
$$;
REVOKE EXECUTE ON FUNCTION append_event FROM PUBLIC;

-- Arguments of the trigger: the column that identifies the chain's subject, the acts for INSERT, UPDATE and DELETE, then the
-- columns of the row's key. An update that changes the stage is the act of its transition.
CREATE FUNCTION book_event() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp SET TimeZone = 'UTC'
    AS $$
DECLARE
    old_row jsonb := CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) - 'content' END;
    new_row jsonb := CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) - 'content' END;
    row_now jsonb := coalesce(new_row, old_row);
    chain text := CASE TG_ARGV[0] WHEN 'role_name' THEN 'person' ELSE split_part(TG_ARGV[0], '_id', 1) END
        || ':' || (row_now ->> TG_ARGV[0]);
    act text := CASE TG_OP WHEN 'INSERT' THEN TG_ARGV[1] WHEN 'UPDATE' THEN TG_ARGV[2] ELSE TG_ARGV[3] END;
    entity_key text;
    case_id bigint := (row_now ->> 'case_file_id')::bigint;
    of_draft boolean := false;
BEGIN
    SELECT string_agg(row_now ->> k, '/' ORDER BY n) INTO entity_key
    FROM unnest(TG_ARGV[4:]) WITH ORDINALITY AS a (k, n);

    IF TG_OP = 'UPDATE' THEN
        IF TG_TABLE_NAME = 'case_file' AND old_row ->> 'stage' <> new_row ->> 'stage' THEN
            SELECT t.act INTO act FROM transition AS t
            WHERE t.from_stage = old_row ->> 'stage' AND t.to_stage = new_row ->> 'stage';
        END IF;
        SELECT jsonb_object_agg(o.key, o.value), jsonb_object_agg(o.key, new_row -> o.key)
        INTO old_row, new_row
        FROM jsonb_each(old_row) AS o WHERE o.value IS DISTINCT FROM new_row -> o.key;
        IF old_row IS NULL THEN
            RETURN NULL;
        END IF;
    END IF;

    IF case_id IS NOT NULL THEN
        SELECT c.reference IS NULL INTO of_draft FROM case_file AS c WHERE c.case_file_id = case_id;
    END IF;
    PERFORM append_event(chain, act, TG_TABLE_NAME, entity_key, old_row, new_row, case_id, of_draft);
    RETURN NULL;
END
$$;

DO $$
DECLARE
    booked record;
BEGIN
    FOR booked IN SELECT * FROM (VALUES
        ('organisation', 'organisation_id', 'organisation-add', 'organisation-edit', 'remove', ARRAY['organisation_id']),
        ('person', 'role_name', 'person-add', 'person-edit', 'remove', ARRAY['role_name']),
        ('case_file', 'case_file_id', 'draft', 'edit', 'remove', ARRAY['case_file_id']),
        ('exemption_item', 'case_file_id', 'edit', 'edit', 'edit', ARRAY['item_no']),
        ('proposal_section', 'case_file_id', 'edit', 'edit', 'edit', ARRAY['section']),
        ('participant', 'case_file_id', 'edit', 'edit', 'edit', ARRAY['item_no']),
        ('risk_scenario', 'case_file_id', 'edit', 'edit', 'edit', ARRAY['item_no']),
        ('stakeholder_conflict', 'case_file_id', 'edit', 'edit', 'edit', ARRAY['item_no']),
        ('case_contact', 'case_file_id', 'edit', 'edit', 'edit', ARRAY['case_file_id']),
        ('attachment', 'case_file_id', 'attach', 'attach', 'detach', ARRAY['attachment_no']),
        ('consultation', 'case_file_id', 'consult-send', 'consult-close', 'remove', ARRAY['consultation_id']),
        ('opinion', 'case_file_id', 'consult-reply', 'remove', 'remove', ARRAY['consultation_id']),
        ('supplement', 'case_file_id', 'supplement', 'answer', 'remove', ARRAY['supplement_no']),
        ('decision', 'case_file_id', 'decision', 'remove', 'remove', ARRAY['decision_id']),
        ('condition', 'case_file_id', 'condition', 'remove', 'remove', ARRAY['condition_no']),
        ('imported_case', 'case_file_id', 'import', 'remove', 'remove', ARRAY['case_file_id']),
        ('case_task', 'case_file_id', 'link', 'link', 'unlink', ARRAY['reform_task_id']),
        ('roadmap', 'roadmap_id', 'roadmap-add', 'roadmap-edit', 'remove', ARRAY['roadmap_id']),
        ('reform_task', 'reform_task_id', 'task-add', 'task-edit', 'remove', ARRAY['reform_task_id']),
        ('roadmap_entry', 'reform_task_id', 'task-add', 'task-edit', 'task-edit', ARRAY['roadmap_id', 'reform_task_id']),
        ('task_ministry', 'reform_task_id', 'task-edit', 'task-edit', 'task-edit', ARRAY['ministry_id']),
        ('task_law', 'reform_task_id', 'task-edit', 'task-edit', 'task-edit', ARRAY['law'])
    ) AS b (table_name, chain, insert_act, update_act, delete_act, key_columns) LOOP
        EXECUTE format(
            'CREATE TRIGGER %I AFTER INSERT OR UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION book_event(%L, %L, %L, %L, %s)',
            booked.table_name || '_event', booked.table_name, booked.chain,
            booked.insert_act, booked.update_act, booked.delete_act,
            (SELECT string_agg(quote_literal(k), ', ') FROM unnest(booked.key_columns) AS k));
    END LOOP;
END
$$;

CREATE FUNCTION refuse_change() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    RAISE EXCEPTION USING ERRCODE = 'SB001', CONSTRAINT = TG_TABLE_NAME || '_append_only_guard',
        MESSAGE = format('%s is append-only', TG_TABLE_NAME);
END
$$;
CREATE TRIGGER event_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON event
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- What is wrong with the chains, the first broken event first. Nothing: they hold.
CREATE FUNCTION audit_break(up_to bigint DEFAULT NULL)
    RETURNS TABLE (event_id bigint, chain text, seq bigint, problem text)
    LANGUAGE sql STABLE SET search_path = sandbox, pg_temp
    AS $$
WITH linked AS (
    SELECT e.*,
        lag(e.hash) OVER w AS hash_before,
        coalesce(lag(e.seq) OVER w, 0) AS seq_before
    FROM event AS e
    WHERE audit_break.up_to IS NULL OR e.event_id <= audit_break.up_to
    WINDOW w AS (PARTITION BY e.chain ORDER BY e.seq)
), tail AS (
    SELECT DISTINCT ON (e.chain) e.chain, e.seq, e.hash, e.event_id FROM event AS e ORDER BY e.chain, e.seq DESC
)
SELECT l.event_id, l.chain, l.seq,
    CASE
        WHEN l.seq <> l.seq_before + 1 THEN 'event-missing-before'
        WHEN l.previous_hash <> coalesce(l.hash_before, decode(repeat('00', 32), 'hex')) THEN 'link-broken'
        ELSE 'content-changed'
    END
FROM linked AS l
WHERE l.seq <> l.seq_before + 1
    OR l.previous_hash <> coalesce(l.hash_before, decode(repeat('00', 32), 'hex'))
    OR l.hash <> sha256(l.previous_hash
        || event_canonical(l.chain, l.seq, l.at, l.actor, l.act, l.entity, l.entity_key, l.old, l.new))
UNION ALL
SELECT t.event_id, coalesce(c.chain, t.chain), coalesce(t.seq, 0), 'events-missing-at-end'
FROM event_chain AS c FULL JOIN tail AS t ON t.chain = c.chain
WHERE audit_break.up_to IS NULL AND (c.length, c.head) IS DISTINCT FROM (t.seq, t.hash)
ORDER BY 1 NULLS FIRST, 2, 3
$$;
REVOKE EXECUTE ON FUNCTION audit_break FROM PUBLIC;
GRANT EXECUTE ON FUNCTION audit_break TO sandbox_auditor;

-- One digest over the heads of all chains as they stood at an event: kept by an outsider, it also catches a log
-- that was rewritten as a whole.
CREATE FUNCTION audit_digest(up_to bigint) RETURNS TABLE (chains bigint, events bigint, digest bytea)
    LANGUAGE sql STABLE SET search_path = sandbox, pg_temp
    AS $$
WITH head AS (
    SELECT DISTINCT ON (e.chain) e.chain, e.seq, e.hash
    FROM event AS e WHERE e.event_id <= audit_digest.up_to
    ORDER BY e.chain, e.seq DESC
)
SELECT count(*), coalesce(sum(seq), 0)::bigint,
    sha256(convert_to(coalesce(
        string_agg(chain || ' ' || seq || ' ' || encode(hash, 'hex') || E'\n', '' ORDER BY chain COLLATE "C"), ''), 'UTF8'))
FROM head
$$;
REVOKE EXECUTE ON FUNCTION audit_digest FROM PUBLIC;
GRANT EXECUTE ON FUNCTION audit_digest TO sandbox_auditor;

CREATE TABLE audit_seal (
    seal_no integer CONSTRAINT audit_seal_pkey PRIMARY KEY,
    up_to bigint NOT NULL,
    chains bigint NOT NULL,
    events bigint NOT NULL,
    digest bytea NOT NULL,
    sealed_at timestamptz NOT NULL DEFAULT now(),
    sealed_by name NOT NULL
);
CREATE TRIGGER audit_seal_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_seal
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- The lock waits for acts that have booked an event and not committed yet, so no event can slip below the seal.
CREATE FUNCTION seal_audit() RETURNS SETOF audit_seal
    LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = sandbox, pg_temp
    AS $$
BEGIN
    IF NOT acting_as('sandbox_auditor') THEN
        RAISE EXCEPTION USING ERRCODE = 'insufficient_privilege', MESSAGE = 'only an auditor seals the event log';
    END IF;
    LOCK TABLE event IN SHARE MODE;
    LOCK TABLE audit_seal IN EXCLUSIVE MODE;
    RETURN QUERY
        INSERT INTO audit_seal (seal_no, up_to, chains, events, digest, sealed_by)
        SELECT coalesce((SELECT max(s.seal_no) FROM audit_seal AS s), 0) + 1, e.up_to, d.chains, d.events, d.digest,
            acting_role()
        FROM (SELECT coalesce(max(event_id), 0) AS up_to FROM event) AS e, audit_digest(e.up_to) AS d
        RETURNING *;
END
$$;
REVOKE EXECUTE ON FUNCTION seal_audit FROM PUBLIC;
GRANT EXECUTE ON FUNCTION seal_audit TO sandbox_auditor;

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
