-- The past of every table, view and function, made from the catalogue; and how one enters it.

-- Makes past.NAME of a table that log.watch watches. `seen` is what must have held then for the reader to see a row `r`,
-- beside what holds today; rows of a case are seen if the case was. `rows` is where the rows are that could be seen then, if
-- the table of today does not show them all.
CREATE FUNCTION past.cover_table(name text, seen text DEFAULT 'true', rows text DEFAULT NULL) RETURNS void
    LANGUAGE plpgsql AS $$
DECLARE
    base regclass := format('sandbox.%I', name)::regclass;
    logs text[];
    columns text;
    row_key text;
    chain text;
BEGIN
    SELECT w.chain, w.row_key INTO chain, row_key FROM log.watched() AS w WHERE w.name = cover_table.name;
    logs := CASE WHEN name IN ('organisation', 'meeting') OR name IN (SELECT past.open_tables())
        THEN '{undone_open}' ELSE '{undone}' END;
    SELECT string_agg(format('r.%I', a.attname), ', ' ORDER BY a.attnum) INTO columns FROM pg_attribute AS a
    WHERE a.attrelid = base AND a.attnum > 0 AND NOT a.attisdropped;
    IF EXISTS (SELECT FROM pg_attribute AS a
        WHERE a.attrelid = base AND a.attname = 'case_file_id' AND NOT a.attisdropped) THEN
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
        LEFT JOIN LATERAL (SELECT to_jsonb(r) AS today FROM %8$s AS r
            WHERE l.entity_key = %4$s AND l.chain = %5$s) AS t ON true
        CROSS JOIN LATERAL jsonb_populate_record(NULL::%2$s, coalesce(t.today, '{}') || l.old) AS r
        WHERE l.existed AND %7$s $view$,
        name, base, columns, row_key, chain,
        (SELECT string_agg(format('SELECT * FROM past.%I(%L)', l, name), ' UNION ') FROM unnest(logs) AS l), seen,
        coalesce(rows, base::text));
    PERFORM past.share('past', name, base);
END $$;

-- Makes instant.NAME of a view, by the stopped clock.
CREATE FUNCTION past.cover_view(schema text, name text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    base regclass := format('%I.%I', schema, name)::regclass;
    here text := current_setting('search_path');
    definition text;
BEGIN
    PERFORM set_config('search_path', 'sandbox, report', true);
    -- A row of what is kept has its type also where it was counted for the past.
    definition := regexp_replace(pg_get_viewdef(base), '\mkept_(deadline|grant) (\w+)', 'past.kept_\1s() \2', 'g');
    PERFORM set_config('search_path', 'instant, pg_catalog, report, sandbox', true);
    EXECUTE format('CREATE VIEW instant.%I WITH (security_invoker = true) AS %s', name, definition);
    PERFORM set_config('search_path', here, true);
    PERFORM past.share('instant', name, base);
END $$;

-- Makes instant.NAME of a function that was bound to the tables of today when it was made. Its text asks for them anew, and
-- so finds the past, which comes before them on the search path.
CREATE FUNCTION past.cover_function(base regprocedure) RETURNS void LANGUAGE plpgsql AS $$
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
    EXECUTE format('GRANT EXECUTE ON FUNCTION instant.%I TO PUBLIC',
        (SELECT p.proname FROM pg_proc AS p WHERE p.oid = base));
END $$;

-- Whether a table may differ from what it was, as far as the reader can see; `changed` names the tables that have changed. Of
-- cases that could not be seen a table differs if it has a row of one.
CREATE FUNCTION past.differs(name text, changed text[], has_unseen boolean) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
DECLARE has_row boolean;
BEGIN
    IF (CASE name
        WHEN 'event' THEN changed <> '{}'
        WHEN 'calendar_day' THEN changed && '{public_holiday,calendar_year}'
        WHEN 'organisation' THEN has_unseen OR name = ANY (changed)
        WHEN 'meeting' THEN has_unseen OR changed && '{meeting,agenda_item}'
        WHEN 'opinion' THEN has_unseen OR changed && '{opinion,case_file,decision}'
        WHEN 'opinion_recall' THEN has_unseen OR changed && '{opinion_recall,case_file,decision}'
        WHEN 'case_ministry' THEN has_unseen OR 'consultation' = ANY (changed)
        ELSE name = ANY (changed)
    END) THEN
        RETURN true;
    END IF;
    IF NOT has_unseen OR NOT EXISTS (SELECT FROM pg_attribute AS a WHERE a.attrelid = format('sandbox.%I', name)::regclass
        AND a.attname = 'case_file_id' AND NOT a.attisdropped) THEN
        RETURN false;
    END IF;
    EXECUTE format('SELECT EXISTS (SELECT FROM sandbox.%I AS r WHERE r.case_file_id IN (SELECT past.unseen_cases()))', name)
    INTO has_row;
    RETURN has_row;
END $$;

-- Cases of which something that is kept may have been otherwise: what was done with them since, or to what they are counted by.
-- An item that was closed since, and a task that was unlinked, is an event of its case.
CREATE FUNCTION past.moved_cases(changed text[]) RETURNS SETOF bigint LANGUAGE plpgsql STABLE AS $$
BEGIN
    IF changed && '{public_holiday,calendar_year}' THEN
        RETURN QUERY SELECT c.case_file_id FROM sandbox.case_file AS c;
        RETURN;
    END IF;
    IF has_table_privilege('sandbox.event', 'SELECT') THEN
        RETURN QUERY SELECT e.case_file_id FROM sandbox.event AS e WHERE e.at > instant.now() AND e.case_file_id IS NOT NULL;
    END IF;
    IF 'meeting' = ANY (changed) THEN
        RETURN QUERY SELECT i.case_file_id FROM sandbox.agenda_item AS i WHERE i.closed_at IS NULL;
    END IF;
    IF changed && '{provision,task_provision,reform_task,task_merge}' THEN
        RETURN QUERY SELECT y.case_file_id FROM sandbox.case_task AS y;
    END IF;
END $$;

-- Puts what was kept before what is kept today: of cases that have not moved that is the same, of the others it is counted, once.
CREATE FUNCTION past.keep(changed text[]) RETURNS void LANGUAGE plpgsql VOLATILE AS $$
DECLARE kept text; counted text;
BEGIN
    IF NOT has_table_privilege('sandbox.kept_open_task', 'SELECT') THEN
        RETURN;
    END IF;
    CREATE TEMP TABLE moved_case ON COMMIT DROP AS SELECT DISTINCT c AS case_file_id FROM past.moved_cases(changed) AS c;
    ALTER TABLE pg_temp.moved_case ADD PRIMARY KEY (case_file_id);
    ANALYZE pg_temp.moved_case;
    FOR kept, counted IN VALUES ('kept_deadline', 'count_deadlines(NULL, NULL)'), ('kept_grant', 'count_grants(NULL)'),
        ('kept_open_task', 'count_open_tasks()')
    LOOP
        EXECUTE format('CREATE TEMP TABLE %1$I ON COMMIT DROP AS
            SELECT t.* FROM %2$s AS t WHERE t.case_file_id IN (SELECT m.case_file_id FROM pg_temp.moved_case AS m)',
            kept || '_then', counted);
        EXECUTE format('CREATE INDEX ON pg_temp.%I (case_file_id)', kept || '_then');
        EXECUTE format('ANALYZE pg_temp.%I', kept || '_then');
        EXECUTE format('CREATE TEMP VIEW %1$I AS SELECT k.* FROM sandbox.%1$I AS k
            WHERE NOT EXISTS (SELECT FROM pg_temp.moved_case AS m WHERE m.case_file_id = k.case_file_id)
            UNION ALL SELECT t.* FROM pg_temp.%2$I AS t', kept, kept || '_then');
    END LOOP;
END $$;

-- Reads the register as it was at a moment, until the transaction ends. What has not changed since is read where it is;
-- what has is put together once, in a table of this transaction.
CREATE FUNCTION instant.enter(moment timestamptz) RETURNS void LANGUAGE plpgsql VOLATILE AS $$
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
        PERFORM set_config('search_path', 'pg_temp, instant, pg_catalog, report, sandbox', true);
        PERFORM past.keep(changed);
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
END $$;

GRANT EXECUTE ON FUNCTION instant.enter, past.differs, past.moved_cases, past.keep TO PUBLIC;

-- Everything below is made from the catalogue: what is recorded has a past, and what reads it is read by the stopped clock.

-- An opinion is seen by its author, by the staff, and by the parties from the decision on.
SELECT past.cover_table('opinion', $$(
    (SELECT sandbox.acting_group() NOT IN ('sandbox_company', 'sandbox_ministry'))
    OR EXISTS (SELECT FROM past.decided_cases() AS d WHERE d.case_file_id = r.case_file_id AND d.until >= r.replied_at)
    OR EXISTS (SELECT FROM sandbox.consultation AS k WHERE k.consultation_id = r.consultation_id
        AND k.ministry_id = (SELECT sandbox.acting_organisation_id())))$$);
SELECT past.cover_table('opinion_recall', $$(
    (SELECT sandbox.acting_group() NOT IN ('sandbox_company', 'sandbox_ministry'))
    OR EXISTS (SELECT FROM past.decided_cases() AS d WHERE d.case_file_id = r.case_file_id AND d.until >= r.recalled_at)
    OR EXISTS (SELECT FROM sandbox.consultation AS k WHERE k.consultation_id = r.consultation_id
        AND k.ministry_id = (SELECT sandbox.acting_organisation_id())))$$);
-- A company is known to ministries and analysts by its cases.
SELECT past.cover_table('organisation', $$(
    r.kind IN ('ministry', 'authority')
    OR (SELECT sandbox.acting_group() NOT IN ('sandbox_ministry', 'sandbox_analyst'))
    OR r.organisation_id = (SELECT sandbox.acting_organisation_id())
    OR r.organisation_id IN (SELECT past.known_companies()))$$);
-- A meeting is known to the parties by its agenda.
SELECT past.cover_table('meeting', $$(
    (SELECT sandbox.acting_group() NOT IN ('sandbox_company', 'sandbox_ministry'))
    OR r.meeting_id IN (SELECT past.seen_meetings()))$$, 'past.meetings()');
-- Whoever acts acts as who they are today. All else that is recorded:
SELECT past.cover_table(w.name) FROM log.watched() AS w
WHERE w.name <> 'person' AND to_regclass('past.' || w.name) IS NULL ORDER BY w.name;

CREATE VIEW past.case_ministry WITH (security_invoker = true) AS
SELECT m.ministry_id, m.case_file_id, m.company_id,
    EXISTS (SELECT FROM past.case_file AS c JOIN sandbox.stage AS s USING (stage)
        WHERE c.case_file_id = m.case_file_id AND s.is_open) AS is_open
FROM sandbox.case_ministry AS m
WHERE EXISTS (SELECT FROM past.consultation AS k WHERE k.case_file_id = m.case_file_id
    AND k.ministry_id = m.ministry_id);
SELECT past.share('past', 'case_ministry', 'sandbox.case_ministry');

-- The log is append-only: the past of it is its beginning, without what the reader could not see yet.
CREATE VIEW past.event WITH (security_invoker = true) AS
SELECT e.* FROM sandbox.event AS e WHERE e.at <= instant.now()
    AND (e.case_file_id IS NULL OR e.case_file_id NOT IN (SELECT past.unseen_cases()))
    AND (e.entity NOT IN ('opinion', 'opinion_recall') OR (SELECT sandbox.acting_group() NOT IN ('sandbox_company', 'sandbox_ministry'))
        OR e.organisation_id = (SELECT sandbox.acting_organisation_id())
            AND (SELECT sandbox.acting_group() = 'sandbox_ministry')
        OR EXISTS (SELECT FROM past.decided_cases() AS d WHERE d.case_file_id = e.case_file_id AND d.until >= e.at));
SELECT past.share('past', 'event', 'sandbox.event');

-- Whether a deadline is void is kept for the lists of today; of a case that has moved since nobody asks it.
CREATE FUNCTION instant.case_grant_over_on(case_file_id bigint) RETURNS date LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN NULL::date;
GRANT EXECUTE ON FUNCTION instant.case_grant_over_on TO PUBLIC;

-- Rows of what is kept, of the past or of today, whichever comes first on the search path: with the types of today.
CREATE FUNCTION past.kept_deadlines() RETURNS SETOF kept_deadline LANGUAGE sql STABLE AS 'SELECT k.* FROM kept_deadline AS k';
CREATE FUNCTION past.kept_grants() RETURNS SETOF kept_grant LANGUAGE sql STABLE AS 'SELECT k.* FROM kept_grant AS k';
GRANT EXECUTE ON FUNCTION past.kept_deadlines, past.kept_grants TO PUBLIC;

-- What counts: the functions that were bound to names when they were made, and those that keep to the tables of today by a
-- search path of their own. Then the views, in the order in which they build on each other.
SELECT past.cover_function(p.oid) FROM pg_proc AS p
WHERE p.pronamespace = 'sandbox'::regnamespace AND p.provolatile = 's' AND NOT p.prosecdef
    AND (pg_get_function_sqlbody(p.oid) ~ 'BEGIN ATOMIC' OR p.proconfig::text ~ 'search_path')
    AND to_regproc('instant.' || p.proname) IS NULL
ORDER BY p.oid;
SELECT past.cover_view(n.nspname, c.relname) FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
WHERE n.nspname IN ('sandbox', 'report') AND c.relkind = 'v' AND to_regclass('instant.' || c.relname) IS NULL
ORDER BY c.oid;

-- The days of a calendar follow from its holidays.
CREATE VIEW past.calendar_day WITH (security_invoker = true) AS
SELECT d.calendar, d.day, d.is_open, d.open_no, d.next_open, d.previous_open, d.certainty
FROM sandbox.calendar AS c, LATERAL instant.calendar_as_known(c.calendar, NULL) AS d;
SELECT past.share('past', 'calendar_day', 'sandbox.calendar_day');
