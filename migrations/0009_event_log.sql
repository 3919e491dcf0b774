-- The event log: who did what, when, with what was there before and after. Written by triggers only, append-only
-- for everyone, and chained: each event carries the digest of the one before it on the same subject.

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
COMMENT ON TABLE event IS 'append-only; hash = sha256(previous_hash || event_canonical(…)), the first previous_hash of a chain is 32 zero bytes';
COMMENT ON COLUMN event.login IS 'who logged in: differs from the actor when a role was SET, as a pooled service does';
COMMENT ON COLUMN event.organisation_id IS 'organisation of the actor at that time';
COMMENT ON COLUMN event.of_draft IS 'true if it happened before the case was filed: seen by the company and the auditor only';
COMMENT ON COLUMN event.salt IS 'random: without it a party could try opinions until one fits the hash of an event it may not see yet';
CREATE INDEX event_case_file_id_idx ON event (case_file_id, event_id);
CREATE INDEX event_at_idx ON event (at);
CREATE INDEX event_actor_idx ON event (actor, event_id);

-- The bytes that are digested: every column but the two hashes, as the JSON array that PostgreSQL prints (one space
-- behind commas and colons, other letters than ASCII as they are; in the objects, keys by length and then by bytes).
-- The time is UTC. Its settings do not change it.
CREATE FUNCTION event_canonical(e event) RETURNS bytea
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN convert_to(json_build_array(
        e.event_id, e.chain, e.seq, e.at AT TIME ZONE 'UTC', e.actor, e.login, e.act, e.entity, e.entity_key,
        e.old, e.new, e.case_file_id, e.organisation_id, e.of_draft, e.salt
    )::text, 'UTF8');

CREATE TYPE new_event AS (
    chain text, act text, entity text, entity_key text, old jsonb, new jsonb, case_file_id bigint, of_draft boolean
);

CREATE FUNCTION append_event(n new_event) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp
    AS $$
DECLARE
    head event_chain;
    e event;
BEGIN
    SELECT * INTO head FROM event_chain AS c WHERE c.chain = n.chain FOR UPDATE;
    IF NOT FOUND THEN
        INSERT INTO event_chain AS c VALUES (n.chain, 0, decode(repeat('00', 32), 'hex')) ON CONFLICT DO NOTHING;
        SELECT * INTO head FROM event_chain AS c WHERE c.chain = n.chain FOR UPDATE;
    END IF;
    -- The number is drawn under the table's lock, so that no event slips below a seal (seal_audit).
    LOCK TABLE event IN ROW EXCLUSIVE MODE;
    e := ROW(nextval('event_event_id_seq'), head.chain, head.length + 1, clock_timestamp(), acting_role(), session_user,
        n.act, n.entity, n.entity_key, n.old, n.new, n.case_file_id, acting_organisation_id(), n.of_draft,
        gen_random_uuid(), head.head, NULL);
    e.hash := sha256(e.previous_hash || event_canonical(e));
    INSERT INTO event OVERRIDING SYSTEM VALUE VALUES (e.*);
    UPDATE event_chain AS c SET length = e.seq, head = e.hash WHERE c.chain = e.chain;
END
$$;

-- The same for many events, those of one chain in the order given. Many chains grow by one event at a time, so that a
-- statement of 10,000 rows costs a few statements here and not 10,000.
CREATE FUNCTION append_events(events new_event[]) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp
    AS $$
DECLARE
    actor text := acting_role();
    organisation bigint := acting_organisation_id();
    rounds bigint;
BEGIN
    IF cardinality(events) = 1 THEN
        PERFORM append_event(events[1]);
        RETURN;
    END IF;
    INSERT INTO event_chain AS c
    SELECT DISTINCT e.chain COLLATE "C", 0, decode(repeat('00', 32), 'hex') FROM unnest(events) AS e
    WHERE NOT EXISTS (SELECT FROM event_chain AS c WHERE c.chain = e.chain COLLATE "C")
    ORDER BY 1 ON CONFLICT DO NOTHING;
    PERFORM FROM event_chain AS c WHERE c.chain IN (SELECT e.chain COLLATE "C" FROM unnest(events) AS e)
    ORDER BY c.chain FOR UPDATE;
    SELECT max(c.count) INTO rounds FROM (SELECT count(*) FROM unnest(events) AS e GROUP BY e.chain) AS c;
    -- The numbers are drawn under the table's lock, so that no event slips below a seal (seal_audit).
    LOCK TABLE event IN ROW EXCLUSIVE MODE;
    FOR turn IN 1..coalesce(rounds, 0) LOOP
        WITH next AS MATERIALIZED (
            SELECT ROW(nextval('event_event_id_seq'), n.chain, c.length + 1, clock_timestamp(), actor, session_user,
                n.act, n.entity, n.entity_key, n.old, n.new, n.case_file_id, organisation, n.of_draft,
                gen_random_uuid(), c.head, NULL)::event AS e
            FROM (SELECT e.*, row_number() OVER (PARTITION BY e.chain ORDER BY e.ordinality) AS round
                FROM unnest(events) WITH ORDINALITY AS e) AS n
            JOIN event_chain AS c ON c.chain = n.chain COLLATE "C"
            WHERE n.round = turn
            ORDER BY n.ordinality
        ), booked AS (
            INSERT INTO event OVERRIDING SYSTEM VALUE
            SELECT (n.e).event_id, (n.e).chain, (n.e).seq, (n.e).at, (n.e).actor, (n.e).login, (n.e).act,
                (n.e).entity, (n.e).entity_key, (n.e).old, (n.e).new, (n.e).case_file_id, (n.e).organisation_id,
                (n.e).of_draft, (n.e).salt, (n.e).previous_hash, sha256((n.e).previous_hash || event_canonical(n.e))
            FROM next AS n
            RETURNING event.chain, event.seq, event.hash
        )
        UPDATE event_chain AS c SET length = b.seq, head = b.hash FROM booked AS b WHERE c.chain = b.chain;
    END LOOP;
END
$$;

-- Arguments of the triggers: the column that identifies the chain's subject, the acts for INSERT, UPDATE and DELETE, then
-- the columns of the row's key.
CREATE FUNCTION event_chain_name(subject_column text, row_now jsonb) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN CASE subject_column WHEN 'role_name' THEN 'person' ELSE split_part(subject_column, '_id', 1) END
        || ':' || (row_now ->> subject_column);

-- All rows of an INSERT at once. What import_cases enters is booked once a case, with its row of imported_case.
CREATE FUNCTION book_insert() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp SET TimeZone = 'UTC' SET bytea_output = 'hex'
    AS $$
BEGIN
    PERFORM append_events(array_agg(ROW(
            event_chain_name(TG_ARGV[0], n.row_now),
            TG_ARGV[1], TG_TABLE_NAME, concat_ws('/', n.row_now ->> TG_ARGV[4], n.row_now ->> TG_ARGV[5]), NULL, n.row_now,
            c.case_file_id, c.case_file_id IS NOT NULL AND c.reference IS NULL)::new_event ORDER BY n.place))
    FROM (SELECT to_jsonb(r) - 'content' AS row_now, row_number() OVER () AS place FROM new_rows AS r) AS n
    LEFT JOIN case_file AS c ON c.case_file_id = (n.row_now ->> 'case_file_id')::bigint
    WHERE TG_TABLE_NAME NOT IN ('case_file', 'exemption_item', 'decision', 'condition')
        OR c.origin <> 'import' OR c.created_at <> now();
    RETURN NULL;
END
$$;

-- A row that was changed or deleted. An update that changes the stage is the act of its transition.
CREATE FUNCTION book_change() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp SET TimeZone = 'UTC' SET bytea_output = 'hex'
    AS $$
DECLARE
    old_row jsonb := to_jsonb(OLD) - 'content';
    new_row jsonb := CASE WHEN TG_OP = 'UPDATE' THEN to_jsonb(NEW) - 'content' END;
    row_now jsonb := coalesce(new_row, old_row);
    act text := CASE TG_OP WHEN 'UPDATE' THEN TG_ARGV[2] ELSE TG_ARGV[3] END;
    case_id bigint := (row_now ->> 'case_file_id')::bigint;
    of_draft boolean := false;
BEGIN
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
    PERFORM append_event(ROW(
        event_chain_name(TG_ARGV[0], row_now), act, TG_TABLE_NAME,
        concat_ws('/', row_now ->> TG_ARGV[4], row_now ->> TG_ARGV[5]), old_row, new_row, case_id, of_draft)::new_event);
    RETURN NULL;
END
$$;

DO $$
DECLARE
    booked record;
    arguments text;
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
        arguments := format('(%L, %L, %L, %L, %s)', booked.chain,
            booked.insert_act, booked.update_act, booked.delete_act,
            (SELECT string_agg(quote_literal(k), ', ') FROM unnest(booked.key_columns) AS k));
        EXECUTE format('CREATE TRIGGER %I AFTER INSERT ON %I REFERENCING NEW TABLE AS new_rows '
            'FOR EACH STATEMENT EXECUTE FUNCTION book_insert',
            booked.table_name || '_event_insert', booked.table_name) || arguments;
        EXECUTE format('CREATE TRIGGER %I AFTER UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION book_change',
            booked.table_name || '_event_change', booked.table_name) || arguments;
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

-- The status every reform task had at a moment, as the log knows it: what the first later change of it replaced, or, if
-- there was none, what it is now. A task recorded later only has its first recorded status.
CREATE FUNCTION reform_status_at(moment timestamptz)
    RETURNS TABLE (reform_task_id bigint, status text, was_recorded boolean)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = sandbox, pg_temp
    AS $$
SELECT t.reform_task_id, coalesce(
        (SELECT e.old ->> 'status' FROM event AS e
        WHERE e.chain = 'reform_task:' || t.reform_task_id AND e.entity = 'reform_task'
            AND e.at >= reform_status_at.moment AND e.old ? 'status'
        ORDER BY e.seq LIMIT 1), t.status),
    t.created_at < reform_status_at.moment
FROM reform_task AS t WHERE acting_group() IS NOT NULL
$$;
GRANT EXECUTE ON FUNCTION reform_status_at TO PUBLIC;

-- A seal binds everything that was booked since the seal before it, and that seal. Its digest, kept by an outsider, also
-- catches a log that was rewritten as a whole, and a seal costs as much as what happened since the last one.
CREATE TABLE audit_seal (
    seal_no integer CONSTRAINT audit_seal_pkey PRIMARY KEY,
    up_to bigint NOT NULL,
    events bigint NOT NULL,
    heads bytea NOT NULL,
    sealed_at timestamptz NOT NULL,
    sealed_by text NOT NULL,
    digest bytea NOT NULL
);
COMMENT ON COLUMN audit_seal.up_to IS 'the last event that is sealed';
COMMENT ON COLUMN audit_seal.events IS 'how many events were booked since the seal before';
COMMENT ON COLUMN audit_seal.heads IS 'sha256 of the last event of each chain among them: lines of chain, seq and hash, sorted by chain';
COMMENT ON COLUMN audit_seal.digest IS 'sha256(digest of the seal before, or 32 zero bytes || seal_canonical(…))';
CREATE TRIGGER audit_seal_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_seal
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE FUNCTION seal_canonical(s audit_seal) RETURNS bytea
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN convert_to(json_build_array(
        s.seal_no, s.up_to, s.events, encode(s.heads, 'hex'), s.sealed_at AT TIME ZONE 'UTC', s.sealed_by
    )::text, 'UTF8');

-- What was booked between consecutive bounds, in one pass over the log: behind the first up to the second, and so on.
CREATE FUNCTION seal_contents(bounds bigint[]) RETURNS TABLE (span integer, events bigint, heads bytea)
    LANGUAGE sql STABLE SET search_path = sandbox, pg_temp SET work_mem = '128MB' SET jit = off
    AS $$
WITH head AS (
    SELECT width_bucket(e.event_id - 1, bounds) AS span, e.chain, max(e.seq) AS seq, count(*) AS events
    FROM event AS e WHERE e.event_id > bounds[1] AND e.event_id <= bounds[cardinality(bounds)]
    GROUP BY 1, 2
)
SELECT s.span, coalesce(sum(h.events), 0)::bigint, sha256(convert_to(coalesce(string_agg(
    h.chain || ' ' || h.seq || ' ' || encode(e.hash, 'hex') || E'\n', '' ORDER BY h.chain), ''), 'UTF8'))
FROM generate_series(1, cardinality(bounds) - 1) AS s (span)
LEFT JOIN head AS h ON h.span = s.span
LEFT JOIN event AS e ON e.chain = h.chain AND e.seq = h.seq
GROUP BY s.span
$$;

-- The lock waits for acts that have booked an event and not committed yet, so no event can slip below the seal.
CREATE FUNCTION seal_audit() RETURNS SETOF audit_seal
    LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = sandbox, pg_temp
    AS $$
DECLARE
    last audit_seal;
    s audit_seal;
BEGIN
    IF NOT acting_as('sandbox_auditor') THEN
        RAISE EXCEPTION USING ERRCODE = 'insufficient_privilege', MESSAGE = 'only an auditor seals the event log';
    END IF;
    LOCK TABLE audit_seal IN EXCLUSIVE MODE;
    LOCK TABLE event IN SHARE MODE;
    SELECT * INTO last FROM audit_seal AS x ORDER BY x.seal_no DESC LIMIT 1;
    s.seal_no := coalesce(last.seal_no, 0) + 1;
    s.up_to := greatest((SELECT max(e.event_id) FROM event AS e), last.up_to, 0);
    SELECT c.events, c.heads INTO s.events, s.heads FROM seal_contents(ARRAY[coalesce(last.up_to, 0), s.up_to]) AS c;
    s.sealed_at := clock_timestamp();
    s.sealed_by := acting_role();
    s.digest := sha256(coalesce(last.digest, decode(repeat('00', 32), 'hex')) || seal_canonical(s));
    INSERT INTO audit_seal VALUES (s.*);
    RETURN NEXT s;
END
$$;

-- What is wrong with the chains, the first broken event first. Nothing: they hold. An event that is missing is named by
-- the one behind it, or by the head of its chain, which is read as one more link.
CREATE FUNCTION audit_break() RETURNS TABLE (event_id bigint, chain text, seq bigint, problem text)
    LANGUAGE sql STABLE SET search_path = sandbox, pg_temp SET work_mem = '128MB' SET jit = off
    AS $$
WITH link AS (
    -- OFFSET keeps the digests where the workers of a parallel scan compute them.
    SELECT e.event_id, e.chain, e.seq, e.previous_hash, e.hash,
        e.hash = sha256(e.previous_hash || event_canonical(e)) AS sound
    FROM event AS e OFFSET 0
), linked AS (
    SELECT l.*, l.event_id IS NULL AS is_head,
        lag(l.seq, 1, 0::bigint) OVER w AS seq_before,
        lag(l.hash, 1, decode(repeat('00', 32), 'hex')) OVER w AS hash_before,
        lag(l.event_id, 1, 0::bigint) OVER w AS event_before,
        lead(l.seq) OVER w IS NULL AS is_last
    FROM (
        SELECT * FROM link
        UNION ALL SELECT NULL, c.chain, c.length + 1, c.head, NULL, true FROM event_chain AS c
    ) AS l
    WINDOW w AS (PARTITION BY l.chain ORDER BY l.seq, l.event_id)
), judged AS (
    SELECT coalesce(l.event_id, l.event_before) AS event_id, l.chain, CASE WHEN l.is_head THEN l.seq - 1 ELSE l.seq END AS seq,
        CASE
            WHEN l.is_head AND l.seq > l.seq_before + 1 THEN 'missing-after'
            WHEN l.is_head AND (l.seq <> l.seq_before + 1 OR l.previous_hash <> l.hash_before) THEN 'head-differs'
            WHEN l.seq <> l.seq_before + 1 THEN 'missing-before'
            WHEN l.previous_hash <> l.hash_before THEN 'link-broken'
            WHEN NOT l.sound THEN 'content-changed'
            WHEN l.event_id <= l.event_before THEN 'out-of-order'
            WHEN l.is_last AND NOT l.is_head THEN 'head-missing'
        END AS problem
    FROM linked AS l
)
SELECT j.event_id, j.chain, j.seq, j.problem FROM judged AS j WHERE j.problem IS NOT NULL
UNION ALL
SELECT 0, s.chain, 0, 'chain-missing'
FROM (
    SELECT 'case_file:' || f.case_file_id FROM case_file AS f
    UNION ALL SELECT 'organisation:' || o.organisation_id FROM organisation AS o
    UNION ALL SELECT 'person:' || p.role_name FROM person AS p
    UNION ALL SELECT 'roadmap:' || r.roadmap_id FROM roadmap AS r
    UNION ALL SELECT 'reform_task:' || t.reform_task_id FROM reform_task AS t
) AS s (chain)
WHERE NOT EXISTS (SELECT FROM event_chain AS c WHERE c.chain = s.chain)
    AND NOT EXISTS (SELECT FROM event AS e WHERE e.chain = s.chain)
ORDER BY 1, 2, 3
$$;

-- What is wrong with the seals: a seal that was changed, one that is missing, or events that are not those it sealed.
CREATE FUNCTION audit_seal_break() RETURNS TABLE (seal_no integer, up_to bigint, problem text)
    LANGUAGE sql STABLE SET search_path = sandbox, pg_temp
    AS $$
WITH numbered AS (
    SELECT s, row_number() OVER w AS position, lag(s.seal_no, 1, 0) OVER w AS seal_before,
        lag(s.digest, 1, decode(repeat('00', 32), 'hex')) OVER w AS digest_before
    FROM audit_seal AS s WINDOW w AS (ORDER BY s.seal_no)
)
SELECT (n.s).seal_no, (n.s).up_to,
    CASE
        WHEN (n.s).seal_no <> n.seal_before + 1 THEN 'seal-missing'
        WHEN (n.s).digest <> sha256(n.digest_before || seal_canonical(n.s)) THEN 'seal-changed'
        ELSE 'events-changed'
    END
FROM numbered AS n
LEFT JOIN seal_contents(ARRAY(SELECT 0 UNION ALL (SELECT x.up_to FROM audit_seal AS x ORDER BY x.seal_no))) AS c
    ON c.span = n.position
WHERE (n.s).seal_no <> n.seal_before + 1 OR (n.s).digest <> sha256(n.digest_before || seal_canonical(n.s))
    OR ((n.s).events, (n.s).heads) IS DISTINCT FROM (c.events, c.heads)
ORDER BY 1
$$;
GRANT EXECUTE ON FUNCTION event_canonical, seal_canonical, seal_contents, seal_audit, audit_break, audit_seal_break
    TO sandbox_auditor;

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
