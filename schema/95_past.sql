-- The register as it stood at a moment. Every change is in the event log with what it replaced, so a table of the past is
-- the table of today with the later changes undone: past.NAME. instant.enter() puts those that have changed before the
-- tables of today on the search path, so that the same query, without another word in it, is a query of the past.
--
-- Whoever reads the past reads it with the rights of today and sees no more than what could be seen then.

-- A moment behind which nothing can come any more: whoever has booked an event by then has ended. Locks nobody; it waits
-- for those who hold the lock under which events are booked (append_event), a few milliseconds as a rule.
CREATE FUNCTION instant.settled() RETURNS timestamptz
    LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = sandbox, pg_temp
    AS $$
DECLARE
    moment timestamptz := clock_timestamp();
    patience timestamptz := moment + interval '10 seconds';
    writers text[];
BEGIN
    SELECT array_agg(l.virtualtransaction) INTO writers FROM pg_locks AS l
    WHERE l.locktype = 'relation' AND l.relation = 'sandbox.event'::regclass AND l.mode = 'RowExclusiveLock' AND l.granted
        AND l.database = (SELECT d.oid FROM pg_database AS d WHERE d.datname = current_database())
        AND l.pid IS DISTINCT FROM pg_backend_pid();
    WHILE EXISTS (SELECT FROM pg_locks AS l WHERE l.virtualtransaction = ANY (writers)
        AND l.locktype = 'relation' AND l.relation = 'sandbox.event'::regclass AND l.mode = 'RowExclusiveLock')
    LOOP
        IF clock_timestamp() > patience THEN
            RAISE EXCEPTION USING ERRCODE = 'lock_not_available',
                MESSAGE = 'an act that was begun has not ended for ten seconds';
        END IF;
        PERFORM pg_sleep(0.005);
    END LOOP;
    RETURN moment;
END
$$;

-- The clock of the past. They stand before PostgreSQL's own on the search path that enter() sets.
CREATE FUNCTION instant.now() RETURNS timestamptz
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN current_setting('sandbox.instant')::timestamptz;

CREATE FUNCTION instant.authority_date(regime text, at timestamptz DEFAULT instant.now()) RETURNS date
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN sandbox.authority_date(authority_date.regime, authority_date.at);

CREATE FUNCTION instant.reform_status_at(moment timestamptz)
    RETURNS TABLE (reform_task_id bigint, status text, was_recorded boolean)
    LANGUAGE sql STABLE
    AS $$
SELECT s.reform_task_id, s.status, s.was_recorded
FROM sandbox.reform_status_at(least(reform_status_at.moment, instant.now() + interval '1 microsecond')) AS s
$$;

CREATE FUNCTION instant.task_today(reform_task_id bigint) RETURNS date
    LANGUAGE sql STABLE
    AS $$
SELECT coalesce((SELECT authority_date(r.regime, instant.now()) FROM roadmap_entry AS e JOIN roadmap AS r USING (roadmap_id)
    WHERE e.reform_task_id = task_today.reform_task_id ORDER BY r.roadmap_id LIMIT 1), instant.now()::date)
$$;

-- Whoever reads the table of today reads the one of the past.
CREATE FUNCTION past.share(room text, name text, base regclass) RETURNS void
    LANGUAGE plpgsql
    AS $$
DECLARE
    reader text;
BEGIN
    FOR reader IN
        SELECT a.grantee::regrole::text FROM pg_class AS c, LATERAL aclexplode(c.relacl) AS a
        WHERE c.oid = base AND a.privilege_type = 'SELECT' AND a.grantee <> c.relowner
    LOOP
        EXECUTE format('GRANT SELECT ON %I.%I TO %s', room, name, reader);
    END LOOP;
END
$$;

-- What the later changes of a row replaced, put together: the first of them says last.
CREATE AGGREGATE past.overlay(jsonb) (SFUNC = jsonb_concat, STYPE = jsonb, INITCOND = '{}');

-- The rows of a table that have changed since: whether they were there, and what they were. As far as the reader's own
-- event log tells, which not everybody has.
CREATE FUNCTION past.undone(entity text) RETURNS TABLE (chain text, entity_key text, existed boolean, old jsonb)
    LANGUAGE plpgsql STABLE
    AS $$
BEGIN
    IF has_table_privilege('sandbox.event', 'SELECT') THEN
        RETURN QUERY
        SELECT e.chain, e.entity_key, (array_agg(e.old IS NOT NULL ORDER BY e.event_id))[1],
            past.overlay(e.old ORDER BY e.event_id DESC)
        FROM sandbox.event AS e WHERE e.at > instant.now() AND e.entity = undone.entity
        GROUP BY e.chain, e.entity_key;
    END IF;
END
$$;

-- Sessions that the reader may see or once could: all, or those with a case on the agenda that the reader may see, also if
-- it was taken off again.
CREATE FUNCTION past.sessions() RETURNS SETOF committee_session
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = sandbox, pg_temp
    AS $$
WITH own AS MATERIALIZED (
    SELECT c.case_file_id FROM case_file AS c
    WHERE acting_group() = 'sandbox_company' AND c.company_id = acting_organisation_id()
    UNION ALL
    SELECT m.case_file_id FROM case_ministry AS m
    WHERE acting_group() = 'sandbox_ministry' AND m.ministry_id = acting_organisation_id()
)
SELECT s.* FROM committee_session AS s
WHERE acting_group() IN ('sandbox_desk', 'sandbox_analyst', 'sandbox_auditor')
    OR s.committee_session_id IN (
        SELECT i.committee_session_id FROM agenda_item AS i JOIN own USING (case_file_id)
        UNION ALL
        SELECT (e.old ->> 'committee_session_id')::bigint FROM event AS e JOIN own USING (case_file_id)
        WHERE e.entity = 'agenda_item' AND e.new IS NULL)
$$;

-- Tables that everybody may read (access.everyone).
CREATE FUNCTION past.open_tables() RETURNS SETOF name
    LANGUAGE sql STABLE
    AS $$
SELECT c.relname FROM pg_policy AS p JOIN pg_class AS c ON c.oid = p.polrelid
WHERE c.relnamespace = 'sandbox'::regnamespace AND p.polname = 'everyone' AND p.polroles = '{0}'::oid[]
$$;

-- The later events of tables that everybody may read, though not the log of who changed them; and of those organisations
-- and sessions that the reader may see. What belongs to a case is told by the reader's own log alone. Nobody may call it:
-- what undone_open() and changed_open() make of it says less.
CREATE FUNCTION past.open_events(entity text DEFAULT NULL) RETURNS SETOF event
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = sandbox, pg_temp
    AS $$
SELECT e.* FROM event AS e
LEFT JOIN organisation AS o ON e.entity = 'organisation' AND o.organisation_id::text = e.entity_key
WHERE e.at > instant.now() AND e.entity = coalesce(open_events.entity, e.entity) AND e.case_file_id IS NULL
    AND acting_group() IS NOT NULL AND CASE
    WHEN e.entity = 'committee_session' THEN e.entity_key::bigint IN (SELECT s.committee_session_id FROM past.sessions() AS s)
    WHEN e.entity = 'organisation' THEN
        o.kind IN ('ministry', 'authority') OR o.organisation_id = acting_organisation_id()
        OR acting_group() IN ('sandbox_desk', 'sandbox_operator', 'sandbox_auditor')
        OR acting_group() = 'sandbox_analyst' AND EXISTS (
            SELECT FROM case_file AS c WHERE c.company_id = o.organisation_id AND c.reference IS NOT NULL)
        OR acting_group() = 'sandbox_ministry' AND EXISTS (
            SELECT FROM case_file AS c JOIN case_ministry AS m USING (case_file_id)
            WHERE c.company_id = o.organisation_id AND m.ministry_id = acting_organisation_id())
    ELSE e.entity IN (SELECT past.open_tables()) END
$$;

CREATE FUNCTION past.undone_open(entity text) RETURNS TABLE (chain text, entity_key text, existed boolean, old jsonb)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = sandbox, pg_temp
    AS $$
SELECT e.chain, e.entity_key, (array_agg(e.old IS NOT NULL ORDER BY e.event_id))[1],
    past.overlay(e.old ORDER BY e.event_id DESC)
FROM past.open_events(undone_open.entity) AS e
GROUP BY e.chain, e.entity_key
$$;

CREATE FUNCTION past.changed_open() RETURNS SETOF text
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = sandbox, pg_temp
    AS $$ SELECT DISTINCT e.entity FROM past.open_events() AS e $$;

-- Cases that the reader may see today and could not see then: entered, filed, or sent to the ministry later. These are
-- functions because a view asks for the right to read all its tables, whichever branch it takes.
CREATE FUNCTION past.find_unseen_cases() RETURNS SETOF bigint
    LANGUAGE plpgsql STABLE
    AS $$
DECLARE
    reader text := sandbox.acting_group();
BEGIN
    IF reader NOT IN ('sandbox_company', 'sandbox_ministry', 'sandbox_desk', 'sandbox_analyst', 'sandbox_auditor') THEN
        RETURN;
    END IF;
    RETURN QUERY
    SELECT l.entity_key::bigint FROM past.undone('imported_case') AS l WHERE NOT l.existed
    UNION ALL
    SELECT l.entity_key::bigint FROM past.undone('case_file') AS l
    WHERE NOT l.existed
        OR reader IN ('sandbox_desk', 'sandbox_analyst') AND l.old ? 'reference' AND l.old ->> 'reference' IS NULL;
    IF reader = 'sandbox_ministry' THEN
        RETURN QUERY
        SELECT k.case_file_id FROM sandbox.consultation AS k
        LEFT JOIN past.undone('consultation') AS l ON l.entity_key = k.consultation_id::text AND NOT l.existed
        WHERE k.ministry_id = sandbox.acting_organisation_id()
        GROUP BY k.case_file_id HAVING bool_and(l.entity_key IS NOT NULL);
    END IF;
END
$$;

-- The same, found once by enter().
CREATE FUNCTION past.unseen_cases() RETURNS SETOF bigint
    LANGUAGE sql STABLE ROWS 100
    AS $$ SELECT unnest(string_to_array(nullif(current_setting('sandbox.unseen', true), ''), ','))::bigint $$;

-- Cases of whose opinions the parties could see then what was said by a moment: of one that is deliberated again, what they
-- saw with its first decision.
CREATE FUNCTION past.decided_cases() RETURNS TABLE (case_file_id bigint, until timestamptz)
    LANGUAGE plpgsql STABLE
    AS $$
BEGIN
    IF sandbox.acting_group() IN ('sandbox_company', 'sandbox_ministry') THEN
        RETURN QUERY
        SELECT c.case_file_id, timestamptz 'infinity' FROM past.case_file AS c WHERE c.stage = 'decided'
        UNION ALL
        SELECT d.case_file_id, d.recorded_at FROM past.decision AS d;
    END IF;
END
$$;

-- Sessions with a case on the agenda that the reader could see then.
CREATE FUNCTION past.seen_sessions() RETURNS SETOF bigint
    LANGUAGE plpgsql STABLE
    AS $$
BEGIN
    IF sandbox.acting_group() IN ('sandbox_company', 'sandbox_ministry') THEN
        RETURN QUERY SELECT DISTINCT i.committee_session_id FROM past.agenda_item AS i;
    END IF;
END
$$;

-- Companies that were known by their cases then.
CREATE FUNCTION past.known_companies() RETURNS SETOF bigint
    LANGUAGE plpgsql STABLE
    AS $$
BEGIN
    IF sandbox.acting_group() IN ('sandbox_ministry', 'sandbox_analyst') THEN
        RETURN QUERY SELECT DISTINCT c.company_id FROM past.case_file AS c;
    END IF;
END
$$;

-- Makes past.NAME of a table that log.watch watches. `seen` is what must have
-- held then for the reader to see a row `r`, beside what holds today; rows of a case are seen if the case was. `rows` is where
-- the rows are that could be seen then, if the table of today does not show them all.
CREATE FUNCTION past.cover_table(name text, seen text DEFAULT 'true', rows text DEFAULT NULL) RETURNS void
    LANGUAGE plpgsql
    AS $$
DECLARE
    base regclass := format('sandbox.%I', name)::regclass;
    watch text[];
    logs text[];
    columns text;
    row_key text;
    chain text;
BEGIN
    SELECT string_to_array(encode(t.tgargs, 'escape'), '\000') INTO watch FROM pg_trigger AS t
    WHERE t.tgrelid = base AND t.tgname = 'log_insert';
    logs := CASE WHEN name IN ('organisation', 'committee_session') OR name IN (SELECT past.open_tables())
        THEN '{undone_open}' ELSE '{undone}' END;
    SELECT string_agg(format('r.%I', a.attname), ', ' ORDER BY a.attnum) INTO columns FROM pg_attribute AS a
    WHERE a.attrelid = base AND a.attnum > 0 AND NOT a.attisdropped;
    SELECT format('concat_ws(''/'', %s)', string_agg(format('r.%I', k), ', ' ORDER BY n)) INTO row_key
    FROM unnest(watch[5:]) WITH ORDINALITY AS w (k, n) WHERE k <> '';
    chain := format('%L || r.%I', sandbox.chain_prefix(watch[1]), watch[1]);
    IF EXISTS (SELECT FROM pg_attribute AS a
        WHERE a.attrelid = base AND a.attname = 'case_file_id' AND NOT a.attisdropped)
    THEN
        seen := '(r.case_file_id IS NULL OR r.case_file_id NOT IN (SELECT past.unseen_cases())) AND ' || seen;
        logs := array_append(array_remove(logs, 'undone'), 'undone');
    END IF;
    EXECUTE format($view$
        CREATE VIEW past.%1$I WITH (security_invoker = true) AS
        WITH later AS MATERIALIZED (%6$s)
        SELECT %3$s FROM %8$s AS r
        WHERE NOT EXISTS (SELECT FROM later AS l WHERE l.entity_key = %4$s AND l.chain = %5$s) AND %7$s
        UNION ALL
        SELECT %3$s FROM later AS l
        LEFT JOIN LATERAL (SELECT to_jsonb(r) AS today FROM %8$s AS r WHERE l.entity_key = %4$s AND l.chain = %5$s) AS t ON true
        CROSS JOIN LATERAL jsonb_populate_record(NULL::%2$s, coalesce(t.today, '{}') || l.old) AS r
        WHERE l.existed AND %7$s $view$,
        name, base, columns, row_key, chain,
        (SELECT string_agg(format('SELECT * FROM past.%I(%L)', l, name), ' UNION ') FROM unnest(logs) AS l), seen,
        coalesce(rows, base::text));
    PERFORM past.share('past', name, base);
END
$$;

-- Makes instant.NAME of a view, by the stopped clock.
CREATE FUNCTION past.cover_view(room text, name text) RETURNS void
    LANGUAGE plpgsql
    AS $$
DECLARE
    base regclass := format('%I.%I', room, name)::regclass;
    here text := current_setting('search_path');
    definition text;
BEGIN
    PERFORM set_config('search_path', 'sandbox, report', true);
    definition := pg_get_viewdef(base);
    PERFORM set_config('search_path', 'instant, pg_catalog, report, sandbox', true);
    EXECUTE format('CREATE VIEW instant.%I WITH (security_invoker = true) AS %s', name, definition);
    PERFORM set_config('search_path', here, true);
    PERFORM past.share('instant', name, base);
END
$$;

-- Makes instant.NAME of a function that was bound to the tables of today when it was made. Its text asks for them anew, and
-- so finds the past that stands before them on the search path.
CREATE FUNCTION past.cover_function(base regprocedure) RETURNS void
    LANGUAGE plpgsql
    AS $$
DECLARE
    here text := current_setting('search_path');
    body text;
BEGIN
    PERFORM set_config('search_path', 'sandbox', true);
    SELECT format('CREATE FUNCTION instant.%I(%s) RETURNS %s LANGUAGE %I STABLE AS %L', p.proname,
        pg_get_function_arguments(p.oid), pg_get_function_result(p.oid), l.lanname,
        coalesce(substring(pg_get_function_sqlbody(p.oid) FROM '^\s*BEGIN ATOMIC(.*)END\s*$'), p.prosrc))
    INTO body FROM pg_proc AS p JOIN pg_language AS l ON l.oid = p.prolang WHERE p.oid = base;
    EXECUTE body;
    PERFORM set_config('search_path', here, true);
    EXECUTE format('GRANT EXECUTE ON FUNCTION instant.%I TO PUBLIC', (SELECT p.proname FROM pg_proc AS p WHERE p.oid = base));
END
$$;

-- Whether a table may differ from what it was, as far as the reader can see; `changed` names the tables that have changed.
CREATE FUNCTION past.differs(name text, changed text[], has_unseen boolean) RETURNS boolean
    LANGUAGE sql STABLE
    RETURN CASE name
        WHEN 'event' THEN changed <> '{}'
        WHEN 'calendar_day' THEN 'public_holiday' = ANY (changed)
        WHEN 'organisation' THEN has_unseen OR name = ANY (changed)
        WHEN 'committee_session' THEN has_unseen OR changed && '{committee_session,agenda_item}'
        WHEN 'opinion' THEN has_unseen OR changed && '{opinion,case_file,decision}'
        ELSE name = ANY (changed) OR has_unseen AND EXISTS (SELECT FROM pg_attribute AS a
            WHERE a.attrelid = format('sandbox.%I', name)::regclass AND a.attname = 'case_file_id' AND NOT a.attisdropped)
    END;

-- Reads the register as it stood at a moment, until the transaction ends. What has not changed since is read where it is;
-- what has is put together once, in a table of this transaction.
CREATE FUNCTION instant.enter(moment timestamptz) RETURNS void
    LANGUAGE plpgsql VOLATILE
    AS $$
DECLARE
    changed text[];
    unseen text;
    is_past boolean := false;
    name text;
    definition text;
BEGIN
    PERFORM set_config('sandbox.instant', moment::text, true);
    changed := ARRAY(SELECT past.changed_open());
    IF has_table_privilege('sandbox.event', 'SELECT') THEN
        changed := changed || ARRAY(SELECT DISTINCT e.entity FROM sandbox.event AS e WHERE e.at > moment);
    END IF;
    IF changed <> '{}' THEN
        unseen := (SELECT string_agg(DISTINCT c::text, ',') FROM past.find_unseen_cases() AS c);
    END IF;
    PERFORM set_config('sandbox.unseen', coalesce(unseen, ''), true);
    FOR name IN
        SELECT c.relname FROM pg_class AS c
        WHERE c.relnamespace = 'past'::regnamespace AND c.relkind = 'v' AND has_table_privilege(c.oid, 'SELECT')
        ORDER BY c.oid
    LOOP
        CONTINUE WHEN NOT past.differs(name, changed, unseen IS NOT NULL);
        is_past := true;
        IF name = 'event' THEN
            EXECUTE format('CREATE TEMP VIEW %1$I AS SELECT * FROM past.%1$I', name);
        ELSE
            EXECUTE format('CREATE TEMP TABLE %1$I (LIKE sandbox.%1$I INCLUDING INDEXES) ON COMMIT DROP', name);
            -- The log does not hold the contents of papers: one that was taken away has none any more.
            IF name = 'attachment' THEN
                ALTER TABLE pg_temp.attachment ALTER COLUMN content DROP NOT NULL;
            END IF;
            EXECUTE format('INSERT INTO pg_temp.%1$I SELECT * FROM past.%1$I', name);
            EXECUTE format('ANALYZE pg_temp.%I', name);
        END IF;
    END LOOP;
    IF is_past THEN
        FOR name IN
            SELECT c.relname FROM pg_class AS c
            WHERE c.relnamespace = 'instant'::regnamespace AND c.relkind = 'v' AND has_table_privilege(c.oid, 'SELECT')
            ORDER BY c.oid
        LOOP
            PERFORM set_config('search_path', 'instant, sandbox, report, pg_temp', true);
            definition := pg_get_viewdef(format('instant.%I', name)::regclass);
            PERFORM set_config('search_path', 'pg_temp, instant, pg_catalog, report, sandbox', true);
            EXECUTE format('CREATE TEMP VIEW %I AS %s', name, definition);
        END LOOP;
        PERFORM set_config('search_path', 'pg_temp, instant, pg_catalog, report, sandbox, public', true);
    ELSE
        PERFORM set_config('search_path', 'instant, pg_catalog, report, sandbox, public', true);
    END IF;
END
$$;

GRANT EXECUTE ON FUNCTION past.overlay(jsonb), past.undone, past.undone_open, past.changed_open, past.find_unseen_cases, past.unseen_cases, past.decided_cases,
    past.known_companies, past.sessions, past.seen_sessions TO PUBLIC;
REVOKE EXECUTE ON FUNCTION past.open_events FROM PUBLIC;
GRANT EXECUTE ON FUNCTION instant.settled, instant.now, instant.authority_date, instant.reform_status_at, instant.task_today,
    instant.enter, past.differs TO PUBLIC;

-- Everything below is made from the catalogue: what is recorded has a past, and what reads it is read by the stopped clock.

-- An opinion is seen by its author, by the staff, and by the parties from the decision on.
SELECT past.cover_table('opinion', $$(
    (SELECT sandbox.acting_group() NOT IN ('sandbox_company', 'sandbox_ministry'))
    OR EXISTS (SELECT FROM past.decided_cases() AS d WHERE d.case_file_id = r.case_file_id AND d.until >= r.replied_at)
    OR EXISTS (SELECT FROM sandbox.consultation AS k WHERE k.consultation_id = r.consultation_id
        AND k.ministry_id = (SELECT sandbox.acting_organisation_id())))$$);
-- A company is known to ministries and analysts by its cases.
SELECT past.cover_table('organisation', $$(
    r.kind IN ('ministry', 'authority') OR (SELECT sandbox.acting_group() NOT IN ('sandbox_ministry', 'sandbox_analyst'))
    OR r.organisation_id = (SELECT sandbox.acting_organisation_id())
    OR r.organisation_id IN (SELECT past.known_companies()))$$);
-- A session is known to the parties by its agenda.
SELECT past.cover_table('committee_session', $$(
    (SELECT sandbox.acting_group() NOT IN ('sandbox_company', 'sandbox_ministry'))
    OR r.committee_session_id IN (SELECT past.seen_sessions()))$$, 'past.sessions()');
-- Whoever acts acts as who they are today. All else that is recorded:
SELECT past.cover_table(c.relname) FROM pg_class AS c JOIN pg_trigger AS t ON t.tgrelid = c.oid AND t.tgname = 'log_insert'
WHERE c.relnamespace = 'sandbox'::regnamespace AND c.relname <> 'person' AND to_regclass('past.' || c.relname) IS NULL
ORDER BY c.relname;

CREATE VIEW past.case_ministry WITH (security_invoker = true) AS
SELECT m.ministry_id, m.case_file_id FROM sandbox.case_ministry AS m
WHERE EXISTS (SELECT FROM past.consultation AS k WHERE k.case_file_id = m.case_file_id AND k.ministry_id = m.ministry_id);
SELECT past.share('past', 'case_ministry', 'sandbox.case_ministry');

-- The log is append-only: the past of it is its beginning, without what the reader could not see yet.
CREATE VIEW past.event WITH (security_invoker = true) AS
SELECT e.* FROM sandbox.event AS e
WHERE e.at <= instant.now()
    AND (e.case_file_id IS NULL OR e.case_file_id NOT IN (SELECT past.unseen_cases()))
    AND (e.entity <> 'opinion' OR (SELECT sandbox.acting_group() NOT IN ('sandbox_company', 'sandbox_ministry'))
        OR e.organisation_id = (SELECT sandbox.acting_organisation_id()) AND (SELECT sandbox.acting_group() = 'sandbox_ministry')
        OR EXISTS (SELECT FROM past.decided_cases() AS d WHERE d.case_file_id = e.case_file_id AND d.until >= e.at));
SELECT past.share('past', 'event', 'sandbox.event');

-- What counts: the functions that were bound to names when they were made, and those that keep to the tables of today by a
-- search path of their own. Then the views, in the order in which they build on each other.
SELECT past.cover_function(p.oid) FROM pg_proc AS p
WHERE p.pronamespace = 'sandbox'::regnamespace AND p.provolatile = 's' AND NOT p.prosecdef
    AND (pg_get_function_sqlbody(p.oid) ~ 'BEGIN ATOMIC' OR p.proconfig::text ~ 'search_path')
    AND to_regproc('instant.' || p.proname) IS NULL
ORDER BY p.oid;
SELECT past.cover_view(n.nspname, c.relname) FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
WHERE n.nspname IN ('sandbox', 'report') AND c.relkind = 'v' ORDER BY c.oid;

-- The days of a calendar follow from its holidays.
CREATE VIEW past.calendar_day WITH (security_invoker = true) AS
SELECT d.calendar, d.day, d.is_open, d.open_no, d.next_open, d.previous_open
FROM sandbox.calendar AS c, LATERAL instant.calendar_as_known(c.calendar, NULL) AS d;
SELECT past.share('past', 'calendar_day', 'sandbox.calendar_day');
