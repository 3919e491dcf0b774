-- The event log. Written by triggers only, append-only for everyone, and chained.

CREATE TYPE new_event AS (
    chain text, act text, entity text, entity_key text, old jsonb, new jsonb, case_file_id bigint, of_draft boolean
);

-- The bytes that are digested: every column but the two hashes, as the JSON array that PostgreSQL prints (one space
-- after commas and colons, other letters than ASCII as they are; in the objects, keys by length and then by bytes).
-- The time is UTC. Its settings do not change it.
CREATE FUNCTION event_canonical(e event) RETURNS bytea LANGUAGE sql STABLE PARALLEL SAFE
    RETURN convert_to(json_build_array(
        e.event_id, e.chain, e.seq, e.at AT TIME ZONE 'UTC', e.actor, e.login, e.act, e.entity, e.entity_key,
        e.old, e.new, e.case_file_id, e.organisation_id, e.of_draft, e.salt
    )::text, 'UTF8');

-- Guards look at what others did before they let an act be done, and a seal at what was recorded before it. In a transaction that
-- looks at the register as it was when it began they would look at the past. So nothing is recorded in one, nor sealed, nor
-- is changed what many cases count by; which is to say that nobody acts in one. Reading may be done in any.
CREATE FUNCTION require_read_committed() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    IF current_setting('transaction_isolation') <> 'read committed' THEN
        RAISE EXCEPTION USING ERRCODE = 'feature_not_supported',
            MESSAGE = format('acts are done in transactions that are READ COMMITTED, and this one is %s',
                upper(current_setting('transaction_isolation'))),
            HINT = 'Begin it with BEGIN ISOLATION LEVEL READ COMMITTED.';
    END IF;
END $$;

CREATE FUNCTION append_event(n new_event) RETURNS void LANGUAGE plpgsql AS $$
DECLARE head event_chain;
BEGIN
    PERFORM require_read_committed();
    PERFORM guard_authority(ARRAY[n]);
    PERFORM guard_rights(ARRAY[n]);
    SELECT * INTO head FROM event_chain AS c WHERE c.chain = n.chain FOR UPDATE;
    IF NOT FOUND THEN
        INSERT INTO event_chain AS c VALUES (n.chain, 0, decode(repeat('00', 32), 'hex')) ON CONFLICT DO NOTHING
        RETURNING c.* INTO head;
        IF NOT FOUND THEN
            SELECT * INTO head FROM event_chain AS c WHERE c.chain = n.chain FOR UPDATE;
        END IF;
    END IF;
    -- The statement draws the number when it has the table's lock, so that no event slips below a seal (seal_audit).
    INSERT INTO event OVERRIDING SYSTEM VALUE
    SELECT (x.e).event_id, (x.e).chain, (x.e).seq, (x.e).at, (x.e).actor, (x.e).login, (x.e).act, (x.e).entity,
        (x.e).entity_key, (x.e).old, (x.e).new, (x.e).case_file_id, (x.e).organisation_id, (x.e).of_draft, (x.e).salt,
        (x.e).previous_hash, sha256((x.e).previous_hash || event_canonical(x.e))
    FROM (SELECT ROW(nextval('event_event_id_seq'), head.chain, head.length + 1, clock_timestamp(), acting_role(),
        session_user, n.act, n.entity, n.entity_key, n.old, n.new, n.case_file_id, acting_organisation_id(), n.of_draft,
        gen_random_uuid(), head.head, NULL)::event AS e) AS x
    RETURNING event.seq, event.hash INTO head.length, head.head;
    UPDATE event_chain AS c SET length = head.length, head = head.head WHERE c.chain = head.chain;
END $$;

-- The digests of a chain, event by event: each is of the one before it, or of the head that the chain had, and of its own bytes.
CREATE FUNCTION log.next_hash(hash bytea, head bytea, canonical bytea) RETURNS bytea LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
    RETURN sha256(coalesce(hash, head) || canonical);
END $$;
CREATE AGGREGATE log.chain_hash(bytea, bytea) (SFUNC = log.next_hash, STYPE = bytea);

-- The same for many events, those of one chain in the order given: as many statements for 10,000 as for two.
CREATE FUNCTION append_events(events new_event[]) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    actor text := acting_role();
    organisation bigint := acting_organisation_id();
BEGIN
    IF cardinality(events) = 1 THEN
        PERFORM append_event(events[1]);
        RETURN;
    END IF;
    PERFORM require_read_committed();
    PERFORM guard_authority(events);
    PERFORM guard_rights(events);
    INSERT INTO event_chain AS c
    SELECT DISTINCT e.chain COLLATE "C", 0, decode(repeat('00', 32), 'hex') FROM unnest(events) AS e
    WHERE NOT EXISTS (SELECT FROM event_chain AS c WHERE c.chain = e.chain COLLATE "C")
    ORDER BY 1 ON CONFLICT DO NOTHING;
    PERFORM FROM event_chain AS c WHERE c.chain IN (SELECT e.chain COLLATE "C" FROM unnest(events) AS e)
    ORDER BY c.chain FOR UPDATE;
    -- The numbers are drawn under the table's lock, so that no event slips below a seal (seal_audit).
    LOCK TABLE event IN ROW EXCLUSIVE MODE;
    WITH next AS MATERIALIZED (
        SELECT ROW(nextval('event_event_id_seq'), n.chain, c.length + n.place, clock_timestamp(), actor, session_user,
            n.act, n.entity, n.entity_key, n.old, n.new, n.case_file_id, organisation, n.of_draft,
            gen_random_uuid(), c.head, NULL)::event AS e
        FROM (SELECT e.*, row_number() OVER (PARTITION BY e.chain COLLATE "C" ORDER BY e.ordinality) AS place
            FROM unnest(events) WITH ORDINALITY AS e) AS n
        JOIN event_chain AS c ON c.chain = n.chain COLLATE "C" ORDER BY n.ordinality
    ), digested AS (
        SELECT n.e, log.chain_hash((n.e).previous_hash, event_canonical(n.e)) OVER (PARTITION BY (n.e).chain ORDER BY (n.e).seq
            ROWS UNBOUNDED PRECEDING) AS hash FROM next AS n
    ), logged AS (
        INSERT INTO event OVERRIDING SYSTEM VALUE
        SELECT (d.e).event_id, (d.e).chain, (d.e).seq, (d.e).at, (d.e).actor, (d.e).login, (d.e).act,
            (d.e).entity, (d.e).entity_key, (d.e).old, (d.e).new, (d.e).case_file_id, (d.e).organisation_id,
            (d.e).of_draft, (d.e).salt,
            lag(d.hash, 1, (d.e).previous_hash) OVER (PARTITION BY (d.e).chain ORDER BY (d.e).seq), d.hash
        FROM digested AS d ORDER BY (d.e).event_id RETURNING event.chain, event.seq, event.hash)
    UPDATE event_chain AS c SET length = b.seq, head = b.hash
    FROM (SELECT DISTINCT ON (l.chain) l.chain, l.seq, l.hash FROM logged AS l ORDER BY l.chain, l.seq DESC) AS b
    WHERE c.chain = b.chain;
END $$;

-- The chain of a row: its subject, by the column that names it.
CREATE FUNCTION chain_prefix(subject_column text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN CASE subject_column WHEN 'role_name' THEN 'person' ELSE split_part(subject_column, '_id', 1) END || ':';

-- How the events of a row name it on their chain: by up to three columns of its key. log.watched() says the same of a row of a table.
CREATE FUNCTION event_key(row_now jsonb, first text, second text, third text) RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
    RETURN concat_ws('/', coalesce(row_now ->> first, '-'), row_now ->> second, row_now ->> third);

-- Arguments of the triggers: the column that names the chain's subject, the acts for INSERT, UPDATE and DELETE, then the
-- columns of the row's key.
-- All rows of an INSERT at once. What import_cases enters is recorded once per case, with its row of imported_case.
CREATE FUNCTION record_insert() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp SET TimeZone = 'UTC'
    SET bytea_output = 'hex' AS $$
BEGIN
    IF TG_TABLE_NAME IN ('case_file', 'exemption_item', 'decision', 'condition') THEN
        IF NOT EXISTS (SELECT FROM new_rows AS n JOIN case_file AS c USING (case_file_id)
            WHERE c.origin <> 'import' OR c.created_at <> now()) THEN
            RETURN NULL;
        END IF;
    END IF;
    PERFORM append_events(array_agg(ROW(
            chain_prefix(TG_ARGV[0]) || (n.row_now ->> TG_ARGV[0]),
            TG_ARGV[1], TG_TABLE_NAME, event_key(n.row_now, TG_ARGV[4], TG_ARGV[5], TG_ARGV[6]), NULL,
            n.row_now, c.case_file_id, c.case_file_id IS NOT NULL AND c.reference IS NULL)::new_event))
    FROM (SELECT to_jsonb(r) - 'content' AS row_now FROM new_rows AS r) AS n
    -- OFFSET has the case looked up for one row after the other, in their order.
    LEFT JOIN LATERAL (SELECT c.case_file_id, c.reference, c.origin, c.created_at FROM case_file AS c
        WHERE c.case_file_id = (n.row_now ->> 'case_file_id')::bigint OFFSET 0) AS c ON true
    WHERE TG_TABLE_NAME NOT IN ('case_file', 'exemption_item', 'decision', 'condition')
        OR c.origin <> 'import' OR c.created_at <> now();
    RETURN NULL;
END $$;

-- A row that was changed or deleted. An update that changes the stage is the act of its transition.
CREATE FUNCTION record_change() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp SET TimeZone = 'UTC'
    SET bytea_output = 'hex'
    SET plan_cache_mode = force_generic_plan AS $$
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
        SELECT jsonb_object_agg(o.key, o.value), jsonb_object_agg(o.key, new_row -> o.key) INTO old_row, new_row
        FROM jsonb_each(old_row) AS o WHERE o.value IS DISTINCT FROM new_row -> o.key;
        IF old_row IS NULL THEN
            RETURN NULL;
        END IF;
    END IF;

    IF case_id IS NOT NULL THEN
        SELECT c.reference IS NULL INTO of_draft FROM case_file AS c WHERE c.case_file_id = case_id;
    END IF;
    PERFORM append_event(ROW(
        chain_prefix(TG_ARGV[0]) || (row_now ->> TG_ARGV[0]), act, TG_TABLE_NAME,
        event_key(row_now, TG_ARGV[4], TG_ARGV[5], TG_ARGV[6]), old_row, new_row, case_id,
        of_draft)::new_event);
    RETURN NULL;
END $$;

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION USING ERRCODE = 'SB001', CONSTRAINT = TG_TABLE_NAME || '_append_only_guard',
        MESSAGE = format('%s is append-only', TG_TABLE_NAME);
END $$;

-- Records every insert, update and delete of a table. What follows an act is done by a trigger called steps_TABLE: its name
-- sorts after these, so that the act is in the log before what follows it. The functions above read these arguments of
-- the triggers.
--   chain      the column that names the subject on whose chain the events are
--   key        the columns by which a row of the table is told from the others of its subject
--   insert …   the act that an insert, an update, a delete is
--   of         only updates of these columns
--   only_when  only updates for which this holds of OLD and NEW
CREATE FUNCTION log.watch(table_name text, chain text, key text[], insert text, update text DEFAULT 'remove',
    delete text DEFAULT 'remove', of text DEFAULT NULL, only_when text DEFAULT NULL) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    arguments text := (SELECT string_agg(quote_literal(a), ', ')
        FROM unnest(ARRAY[watch.chain, watch.insert, watch.update, watch.delete] || watch.key) AS a);
BEGIN
    EXECUTE format('CREATE TRIGGER log_insert AFTER INSERT ON %I REFERENCING NEW TABLE AS new_rows '
        'FOR EACH STATEMENT EXECUTE FUNCTION record_insert(%s)', table_name, arguments);
    EXECUTE format('CREATE TRIGGER log_update AFTER UPDATE %s ON %I FOR EACH ROW %s EXECUTE FUNCTION record_change(%s)',
        'OF ' || of, table_name, 'WHEN (' || only_when || ')', arguments);
    EXECUTE format('CREATE TRIGGER log_delete AFTER DELETE ON %I FOR EACH ROW EXECUTE FUNCTION record_change(%s)',
        table_name, arguments);
END $$;

-- A second kind of update of a table that is watched, which is an act of its own.
CREATE FUNCTION log.watch_update(table_name text, act text, of text DEFAULT NULL, only_when text DEFAULT NULL)
    RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    watched text[] := (SELECT string_to_array(encode(t.tgargs, 'escape'), '\000') FROM pg_trigger AS t
        WHERE t.tgrelid = table_name::regclass AND t.tgname = 'log_insert');
BEGIN
    watched[3] := act;
    EXECUTE format('CREATE TRIGGER %I AFTER UPDATE %s ON %I FOR EACH ROW %s EXECUTE FUNCTION record_change(%s)',
        'log_update_' || act, 'OF ' || of, table_name, 'WHEN (' || only_when || ')',
        (SELECT string_agg(quote_literal(a), ', ') FROM unnest(trim_array(watched, 1)) AS a));
END $$;

-- Every table that is recorded; and, as SQL over a row r of it, the chain and the key under which its events are.
CREATE FUNCTION log.watched() RETURNS TABLE (name text, base regclass, chain text, row_key text) LANGUAGE sql STABLE AS $$
SELECT c.relname, c.oid, format('%L || r.%I', sandbox.chain_prefix(a.words[1]), a.words[1]),
    format('concat_ws(''/'', %s)', (SELECT string_agg(format(CASE k.n WHEN 1 THEN 'coalesce(r.%I::text, ''-'')' ELSE 'r.%I' END, k.name), ', ' ORDER BY k.n)
        FROM unnest(a.words[5:]) WITH ORDINALITY AS k (name, n) WHERE k.name <> ''))
FROM pg_trigger AS t JOIN pg_class AS c ON c.oid = t.tgrelid
CROSS JOIN LATERAL (SELECT string_to_array(encode(t.tgargs, 'escape'), '\000') AS words) AS a
WHERE t.tgname = 'log_insert' AND c.relnamespace = 'sandbox'::regnamespace $$;

-- Nobody changes or deletes a row, its owner included.
CREATE FUNCTION log.append_only(table_name text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON %I '
        'FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', table_name);
END $$;

-- The status every reform task had at a moment, according to the log: what the first later change of it replaced, or, if
-- there was none, what it is now. A task recorded later only has its first recorded status.
CREATE FUNCTION reform_status_at(moment timestamptz)
    RETURNS TABLE (reform_task_id bigint, status text, was_recorded boolean)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
SELECT t.reform_task_id, coalesce(
        (SELECT e.old ->> 'status' FROM event AS e
        WHERE e.chain = 'reform_task:' || t.reform_task_id AND e.entity = 'reform_task'
            AND e.at >= reform_status_at.moment AND e.old ? 'status'
        ORDER BY e.seq LIMIT 1), t.status),
    t.created_at < reform_status_at.moment
FROM reform_task AS t WHERE acting_group() IS NOT NULL $$;

GRANT EXECUTE ON FUNCTION event_canonical TO sandbox_auditor;
GRANT EXECUTE ON FUNCTION reform_status_at TO PUBLIC;
