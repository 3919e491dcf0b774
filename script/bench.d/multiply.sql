-- Multiplies the cases of a register: makes COPIES more of each, with their companies and meetings, and gives every copy its
-- events. What is copied was made by the product; here only numbers are moved, and the chains of the log computed as the log
-- computes them. Past the triggers, so the proof comes afterwards: audit verify, doctor and deadline check find nothing.
--
-- In every table that belongs to cases, whatever it holds, the numbers of cases and of what is theirs move by the same stride.
SET search_path = sandbox, public;
SET session_replication_role = replica;
SET work_mem = '256MB';
SET synchronous_commit = off;
SET TimeZone = 'UTC';
SET bytea_output = 'hex';

CREATE TEMP TABLE kind AS
SELECT c.oid, c.relname::text AS name FROM pg_class AS c
WHERE c.relnamespace = 'sandbox'::regnamespace AND c.relkind = 'r'
    AND c.relname NOT IN ('event', 'event_chain', 'idempotency_key', 'audit_seal');
CREATE TEMP TABLE kind_column AS
SELECT k.oid, k.name, a.attname::text AS col, a.attnum, a.atttypid::regtype AS type, a.attidentity <> '' AS is_identity
FROM kind AS k JOIN pg_attribute AS a ON a.attrelid = k.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '';

-- Tables of cases: those that name one, and those that refer to such a table. Meetings and companies go with them, each by
-- steps of its own, since a meeting has many cases and a company several.
CREATE TEMP TABLE theirs AS
WITH RECURSIVE t (oid) AS (
    SELECT 'case_file'::regclass::oid UNION SELECT k.oid FROM kind_column AS k WHERE k.col = 'case_file_id'
    UNION SELECT f.conrelid FROM t JOIN pg_constraint AS f ON f.confrelid = t.oid AND f.contype = 'f')
SELECT k.oid, k.name, 'k'::text AS turn FROM t JOIN kind AS k USING (oid);
INSERT INTO theirs SELECT DISTINCT k.oid, k.name, 'k' FROM kind_column AS k
WHERE k.col IN (SELECT i.col FROM kind_column AS i JOIN theirs USING (oid) WHERE i.is_identity)
    AND k.oid NOT IN (SELECT t.oid FROM theirs AS t);
DELETE FROM theirs WHERE name IN ('meeting', 'meeting_member');
INSERT INTO theirs SELECT oid, name, 'm' FROM kind WHERE name IN ('meeting', 'meeting_member');
INSERT INTO theirs SELECT oid, name, 'c' FROM kind WHERE name = 'organisation';

-- Which columns move: by the turn of the case, of the meeting, of the company. What refers to something moves with it, and
-- so does what has its name: what is kept is not always tied by a foreign key.
CREATE TEMP TABLE reference_to AS
SELECT DISTINCT f.conrelid AS oid, u.a AS attnum, r.name AS target FROM pg_constraint AS f, unnest(f.conkey, f.confkey) AS u (a, b)
JOIN kind_column AS r ON r.attnum = u.b AND r.is_identity JOIN theirs AS t ON t.oid = r.oid
WHERE f.contype = 'f' AND r.oid = f.confrelid;
CREATE TEMP TABLE moved AS
SELECT DISTINCT ON (name, col) name, col, turn FROM (
    SELECT k.name, k.col, CASE WHEN k.col = 'meeting_id' OR r.target = 'meeting' THEN 'm'
        WHEN k.col IN ('company_id', 'organisation_id', 'asked_by_id') OR r.target = 'organisation' THEN 'c'
        WHEN k.is_identity OR r.target IS NOT NULL OR k.col = 'subject_id'
            OR k.col IN (SELECT i.col FROM kind_column AS i JOIN theirs USING (oid) WHERE i.is_identity) THEN 'k' END AS turn
    FROM kind_column AS k JOIN theirs USING (oid) LEFT JOIN reference_to AS r ON r.oid = k.oid AND r.attnum = k.attnum
    WHERE k.type = 'bigint'::regtype) AS c
WHERE turn IS NOT NULL ORDER BY name, col, turn;

-- The stride is above every number there is.
CREATE TEMP TABLE stride (s bigint);
DO $$
DECLARE m record; highest bigint; found bigint := 0;
BEGIN
    FOR m IN SELECT * FROM moved LOOP
        EXECUTE format('SELECT max(%I) FROM %I', m.col, m.name) INTO highest;
        found := greatest(found, highest);
    END LOOP;
    INSERT INTO stride VALUES (found + 1);
END $$;

-- How far copy k moves: meetings are made two thousand times at most and then hold more cases; a company has ten cases.
CREATE TEMP TABLE copy_turn AS
SELECT k, k * s AS k_by, k % least(:copies + 1, 2000) * s AS m_by, k % (:copies / 5 + 1) * s AS c_by,
    k / least(:copies + 1, 2000) AS sitting, k % least(:copies + 1, 2000) AS m, k % (:copies / 5 + 1) AS c
FROM generate_series(1, :copies) AS k, stride;
ANALYZE copy_turn;

-- Numbers without gap: a copy's come after those of the copies before it, per prefix and year.
CREATE TEMP TABLE taken AS
SELECT split_part(number, '-', 1) AS prefix, split_part(number, '-', 2)::integer AS year, count(*)::integer AS numbers
FROM (SELECT reference FROM case_file UNION ALL SELECT certificate FROM exemption_grant) AS g (number)
WHERE number IS NOT NULL GROUP BY 1, 2;
CREATE FUNCTION pg_temp.moved_number(number text, k bigint) RETURNS text LANGUAGE sql STABLE AS $$
SELECT reference_text(n.prefix, n.year, split_part(number, '-', 3)::integer + k::integer * n.numbers) FROM taken AS n
WHERE n.prefix = split_part(number, '-', 1) AND n.year = split_part(number, '-', 2)::integer $$;

-- What a column is in a copy, as SQL over its row r and its turn t.
CREATE FUNCTION pg_temp.value(table_name text, column_name text) RETURNS text LANGUAGE sql AS $$
SELECT CASE
    WHEN m.turn = 'c' THEN format('CASE WHEN r.%1$I >= 1000 THEN r.%1$I + t.c_by ELSE r.%1$I END', column_name)
    WHEN m.turn IS NOT NULL THEN format('r.%I + t.%s_by', column_name, m.turn)
    WHEN table_name = 'case_file' AND column_name = 'reference' OR column_name = 'certificate'
        THEN format('pg_temp.moved_number(r.%I, t.k)', column_name)
    WHEN table_name = 'meeting' AND column_name = 'meeting_no' THEN 'r.meeting_no + t.m * 16'
    WHEN table_name = 'agenda_item' AND column_name = 'item_no' THEN 'r.item_no + t.sitting * 100'
    WHEN table_name = 'organisation' AND column_name = 'name' THEN 'r.name || '' '' || t.c'
    ELSE format('r.%I', column_name) END
FROM (SELECT 1) AS x LEFT JOIN moved AS m ON m.name = table_name AND m.col = column_name $$;

-- Rows.
DO $$
DECLARE t record; columns text; worth text;
BEGIN
    -- What is searched says the number of the case and the name of its company: it is kept anew below.
    FOR t IN SELECT * FROM theirs WHERE name <> 'case_search' LOOP
        SELECT string_agg(format('%I', c.col), ', ' ORDER BY c.attnum),
            string_agg(pg_temp.value(t.name, c.col), ', ' ORDER BY c.attnum)
        INTO columns, worth FROM kind_column AS c WHERE c.oid = t.oid;
        EXECUTE format('INSERT INTO %1$I (%2$s) OVERRIDING SYSTEM VALUE SELECT %3$s FROM %1$I AS r, copy_turn AS t WHERE %4$s',
            t.name, columns, worth, CASE t.turn WHEN 'k' THEN 'true' WHEN 'm' THEN 't.k = t.m'
                ELSE 't.k = t.c AND r.organisation_id >= 1000' END);
    END LOOP;
END $$;

-- Events: their subject, the row's key and the numbers within move as the rows do.
CREATE TEMP TABLE subject AS
SELECT DISTINCT ON (prefix) prefix, turn FROM (
    SELECT chain_prefix(m.col) AS prefix, m.turn FROM moved AS m JOIN kind_column AS c ON c.name = m.name AND c.col = m.col
    WHERE c.is_identity OR m.col = 'case_file_id') AS s ORDER BY prefix;
CREATE TEMP TABLE old_event AS
SELECT e.*, s.prefix, s.turn, row_number() OVER (ORDER BY e.event_id) AS place FROM event AS e
JOIN subject AS s ON s.prefix = substring(e.chain FROM '^.*:')
WHERE s.turn <> 'c' OR split_part(e.chain, ':', 2)::bigint >= 1000;
CREATE TEMP TABLE copied_event (LIKE event, k bigint);
ALTER TABLE copied_event ALTER previous_hash DROP NOT NULL, ALTER hash DROP NOT NULL;

-- A number of a body or a key, which are texts there, as it is in the copy.
CREATE FUNCTION pg_temp.moved_text(number text, turn text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
SELECT CASE turn WHEN 'c' THEN format('%1$s::bigint + CASE WHEN %1$s::bigint >= 1000 THEN t.c_by ELSE 0 END', number)
    ELSE format('%s::bigint + t.%s_by', number, turn) END $$;
DO $$
DECLARE
    told record;
    news text;
    row_key text;
    summed bigint := (SELECT count(*) FROM old_event);
    base bigint := (SELECT max(event_id) FROM event);
BEGIN
    FOR told IN
        SELECT o.entity AS name, string_to_array(encode(t.tgargs, 'escape'), '\000') AS words
        FROM (SELECT DISTINCT entity FROM old_event) AS o
        JOIN pg_trigger AS t ON t.tgrelid = o.entity::regclass AND t.tgname = 'log_insert'
    LOOP
        SELECT string_agg(format('%L, CASE WHEN r.body ? %1$L THEN %s END', n.col, n.value), ', ') INTO news
        FROM (SELECT m.col, pg_temp.moved_text(format('(r.body ->> %L)', m.col), m.turn) FROM moved AS m
                WHERE m.name = told.name
            UNION ALL SELECT x.col, x.value FROM (VALUES
                ('case_file', 'reference', 'pg_temp.moved_number(r.body ->> ''reference'', t.k)'),
                ('exemption_grant', 'certificate', 'pg_temp.moved_number(r.body ->> ''certificate'', t.k)'),
                ('meeting', 'meeting_no', '(r.body ->> ''meeting_no'')::integer + t.m * 16'),
                ('agenda_item', 'item_no', '(r.body ->> ''item_no'')::integer + t.sitting * 100'),
                ('organisation', 'name', '(r.body ->> ''name'') || '' '' || t.c')) AS x (name, col, value)
            WHERE x.name = told.name) AS n (col, value);
        news := format('r.body || jsonb_strip_nulls(jsonb_build_object(%s))', news);
        SELECT string_agg(CASE WHEN m.turn IS NULL THEN format('split_part(o.entity_key, ''/'', %s)', w.n)
            ELSE format('(%s)', pg_temp.moved_text(format('split_part(o.entity_key, ''/'', %s)', w.n), m.turn)) END,
            ' || ''/'' || ' ORDER BY w.n) INTO row_key
        FROM unnest(told.words[5:]) WITH ORDINALITY AS w (word, n)
        LEFT JOIN moved AS m ON m.name = told.name AND m.col = w.word WHERE w.word <> '';
        EXECUTE format($insert$
            INSERT INTO copied_event
            SELECT %1$s + (t.k - 1) * %2$s + o.place,
                o.prefix || (split_part(o.chain, ':', 2)::bigint
                    + CASE o.turn WHEN 'k' THEN t.k_by WHEN 'm' THEN t.m_by ELSE t.c_by END),
                o.seq, o.at, o.actor, o.login, o.act, o.entity, %3$s, %4$s, %5$s, o.case_file_id + t.k_by, o.organisation_id,
                o.of_draft, gen_random_uuid(), NULL, NULL, t.k
            FROM old_event AS o, copy_turn AS t
            WHERE o.entity = %6$L AND CASE o.turn WHEN 'k' THEN true
                WHEN 'm' THEN t.k = t.m OR o.entity IN ('recusal', 'agenda_vote') ELSE t.k = t.c END $insert$,
            base, summed, row_key, replace(news, 'r.body', 'o.old'), replace(news, 'r.body', 'o.new'), told.name);
    END LOOP;
END $$;

-- The digest of a chain, event by event.
CREATE FUNCTION pg_temp.next_hash(before bytea, canonical bytea) RETURNS bytea LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN RETURN sha256(before || canonical); END $$;
CREATE AGGREGATE pg_temp.chain_hash(bytea) (SFUNC = pg_temp.next_hash, STYPE = bytea,
    INITCOND = '\x0000000000000000000000000000000000000000000000000000000000000000');
INSERT INTO event OVERRIDING SYSTEM VALUE
SELECT (h.e).event_id, (h.e).chain, (h.e).seq, (h.e).at, (h.e).actor, (h.e).login, (h.e).act, (h.e).entity, (h.e).entity_key,
    (h.e).old, (h.e).new, (h.e).case_file_id, (h.e).organisation_id, (h.e).of_draft, (h.e).salt,
    lag(h.hash, 1, decode(repeat('00', 32), 'hex')) OVER (PARTITION BY (h.e).chain ORDER BY (h.e).seq), h.hash
FROM (SELECT n.e, pg_temp.chain_hash(event_canonical(n.e)) OVER (PARTITION BY (n.e).chain ORDER BY (n.e).seq) AS hash
    FROM (SELECT ROW(c.event_id, c.chain, row_number() OVER (PARTITION BY c.chain ORDER BY c.k, c.seq), c.at, c.actor, c.login,
            c.act, c.entity, c.entity_key, c.old, c.new, c.case_file_id, c.organisation_id, c.of_draft, c.salt, NULL, NULL)::event AS e
        FROM copied_event AS c) AS n) AS h;
INSERT INTO event_chain (chain, length, head)
SELECT DISTINCT ON (e.chain) e.chain, e.seq, e.hash FROM event AS e
WHERE NOT EXISTS (SELECT FROM event_chain AS c WHERE c.chain = e.chain) ORDER BY e.chain, e.seq DESC;

-- The counters stand where they would.
UPDATE reference_counter AS r SET last = r.last + :copies * n.numbers FROM track AS t JOIN taken AS n USING (prefix)
WHERE t.regime = r.regime AND t.track = r.track AND n.year = r.year;
UPDATE certificate_counter AS r SET last = r.last + :copies * n.numbers FROM grant_track AS t JOIN taken AS n USING (prefix)
WHERE t.regime = r.regime AND t.track = r.track AND n.year = r.year;
DO $$
DECLARE i record;
BEGIN
    FOR i IN SELECT k.name, k.col FROM kind_column AS k JOIN theirs USING (oid, name) WHERE k.is_identity
        UNION ALL SELECT 'event', 'event_id' LOOP
        EXECUTE format('SELECT setval(pg_get_serial_sequence(%L, %L), (SELECT max(%I) FROM %I))',
            'sandbox.' || i.name, i.col, i.col, i.name);
    END LOOP;
END $$;
SET session_replication_role = origin;

-- What is kept of many cases at once, and what is searched, by the product's own functions.
SELECT recount_cases();
ANALYZE;
SELECT keep_search(ARRAY(SELECT c.case_file_id FROM case_file AS c
    WHERE c.case_file_id BETWEEN g.first AND g.first + 999 AND c.reference IS NOT NULL))
FROM (SELECT generate_series(min(case_file_id), max(case_file_id), 1000) AS first FROM case_file) AS g;
