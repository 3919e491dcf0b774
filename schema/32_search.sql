-- Search: what is kept of the texts of a filed case, and the cases in which words occur.

-- Letters and digits alone, lower case and half-width; one blank between words, and the mark between fields.
CREATE FUNCTION search_words(words text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN regexp_replace(lower(CASE WHEN words ~ '[０-ｚ]' THEN translate(words,
        '０１２３４５６７８９ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ',
        '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz') ELSE words END),
        '(?:[^[:alnum:]\x1f]|[\u318d\u119e])+', ' ', 'g');

-- The same without blanks: people space words as they like.
CREATE FUNCTION search_key(words text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN replace(search_words(words), ' ', '');

-- The initial consonant of each syllable (초성); what is no syllable stays.
CREATE FUNCTION initials(words text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN translate(regexp_replace(normalize(words, NFD), '[\u1161-\u11ff]', '', 'g'),
        E'\u1100\u1101\u1102\u1103\u1104\u1105\u1106\u1107\u1108\u1109\u110a\u110b\u110c\u110d\u110e\u110f\u1110\u1111\u1112',
        'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ');

-- Neighbouring letters in pairs, each pair as one number; and each letter with which a word begins, for it may be looked for
-- alone. Of words as search_words has them. Arrays are unnested in the list of columns, where no row is stored on the way.
CREATE FUNCTION letter_pairs(words text) RETURNS bigint[] LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE letters text[] := string_to_array(replace(words, ' ', ''), NULL);
BEGIN
    RETURN (SELECT coalesce(array_agg(DISTINCT p.pair) FILTER (WHERE p.pair IS NOT NULL), '{}') FROM (
        SELECT ascii(l.letter)::bigint << 21 | ascii(l.next) AS pair
        FROM (SELECT unnest(letters) AS letter, unnest(letters[2:]) AS next) AS l
        UNION ALL
        SELECT nullif(ascii(f.word), 0)
        FROM (SELECT unnest(string_to_array(replace(words, E'\x1f', ' '), ' ')) AS word) AS f) AS p);
END $$;

-- The text of a paper, where it is one; long ones are read as far as a prose may be long.
CREATE FUNCTION paper_text(media_type text, content bytea) RETURNS text LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
    IF media_type NOT LIKE 'text/%' AND media_type <> 'application/json' THEN
        RETURN NULL;
    END IF;
    BEGIN
        RETURN normalize(left(convert_from(content, 'UTF8'), 100000), NFC);
    EXCEPTION WHEN character_not_in_repertoire OR untranslatable_character THEN
        RETURN normalize(left(convert_from(content, 'UHC'), 100000), NFC);
    END;
EXCEPTION WHEN character_not_in_repertoire OR untranslatable_character THEN
    RETURN NULL;
END $$;

-- The documents of cases, filed or not, as they are written, title and names also by their initials; a mark is between the fields.
CREATE FUNCTION search_text(cases bigint[])
    RETURNS TABLE (case_file_id bigint, part text, part_no smallint, title text, names text, body text)
    LANGUAGE sql STABLE AS $$
SELECT c.case_file_id, 'proposal' AS part, 0::smallint AS part_no,
    concat_ws(E'\x1f', c.service_name, initials(c.service_name)) AS title,
    concat_ws(E'\x1f', n.names, initials(n.names)) AS names,
    concat_ws(E'\x1f', c.summary, array_to_string(c.reasons, E'\x1f'), e.body, s.body, p.body, r.body, k.body, i.note)
        AS body
FROM case_file AS c
LEFT JOIN organisation AS o ON o.organisation_id = c.company_id
LEFT JOIN imported_case AS i ON i.case_file_id = c.case_file_id
CROSS JOIN LATERAL (SELECT string_agg(concat_ws(E'\x1f', concat_ws(' ', e.law, e.article), e.ministry), E'\x1f'
        ORDER BY e.item_no) AS names,
    string_agg(concat_ws(E'\x1f', e.obstacle, e.exemption, e.application, e.question), E'\x1f' ORDER BY e.item_no)
        AS body
    FROM exemption_item AS e WHERE e.case_file_id = c.case_file_id) AS e
CROSS JOIN LATERAL (SELECT string_agg(s.body, E'\x1f' ORDER BY s.section) AS body
    FROM proposal_section AS s WHERE s.case_file_id = c.case_file_id) AS s
CROSS JOIN LATERAL (SELECT string_agg(concat_ws(E'\x1f', p.organisation, p.responsible, p.part), E'\x1f'
        ORDER BY p.item_no) AS body FROM participant AS p WHERE p.case_file_id = c.case_file_id) AS p
CROSS JOIN LATERAL (SELECT string_agg(concat_ws(E'\x1f', r.category, r.scenario, r.response), E'\x1f'
        ORDER BY r.item_no) AS body FROM risk_scenario AS r WHERE r.case_file_id = c.case_file_id) AS r
CROSS JOIN LATERAL (SELECT string_agg(concat_ws(E'\x1f', k.conflict, k.impact, k.mitigation, k.consultation), E'\x1f'
        ORDER BY k.item_no) AS body FROM stakeholder_conflict AS k WHERE k.case_file_id = c.case_file_id) AS k
CROSS JOIN LATERAL (SELECT concat_ws(E'\x1f', coalesce(c.reference, 'DRAFT-' || c.case_file_id), o.name, o.name_en,
        o.registration_no, e.names, array_to_string(i.ministries, E'\x1f')) AS names OFFSET 0) AS n
WHERE c.case_file_id = ANY (cases)
UNION ALL
SELECT k.case_file_id, 'contact', 0, '', '',
    concat_ws(E'\x1f', k.name, k.phone, k.email, k.address, k.representative)
FROM case_contact AS k WHERE k.case_file_id = ANY (cases)
UNION ALL
SELECT a.case_file_id, 'paper', a.attachment_no, '', '', concat_ws(E'\x1f', a.file_name, t.body)
FROM attachment AS a CROSS JOIN LATERAL (SELECT paper_text(a.media_type, a.content) AS body OFFSET 0) AS t
WHERE a.case_file_id = ANY (cases) AND t.body IS NOT NULL $$;

-- What is to be kept of cases.
CREATE FUNCTION count_search(cases bigint[]) RETURNS SETOF case_search LANGUAGE plpgsql STABLE AS $$
#variable_conflict use_column
BEGIN
    RETURN QUERY
    SELECT d.case_file_id, d.part::code, d.part_no, replace(w.title, ' ', ''), replace(w.names, ' ', ''), d.body,
        replace(w.body, ' ', ''), letter_pairs(concat_ws(E'\x1f', w.title, w.names, w.body))
            || ARRAY(SELECT -p FROM unnest(letter_pairs(w.title)) AS p)
    FROM search_text(count_search.cases) AS d
    -- OFFSET has each text folded once.
    CROSS JOIN LATERAL (SELECT search_words(d.title) AS title, search_words(d.names) AS names, search_words(d.body) AS body
        OFFSET 0) AS w;
END $$;

-- Some hundreds of pairs a case are entered into the index for several cases at once; the list of those that are not yet is kept
-- short, for every search reads it. Thousands of cases enter theirs together, all of them.
CREATE FUNCTION keep_search(cases bigint[]) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp SET jit = off
    SET plan_cache_mode = force_generic_plan SET gin_pending_list_limit = '256kB' AS $$
DECLARE are_many boolean := cardinality(cases) > 100;
BEGIN
    IF cases = '{}' THEN
        RETURN;
    END IF;
    IF are_many THEN
        SET LOCAL gin_pending_list_limit = '64MB';
    END IF;
    -- Who renames a company waits for who files for it, and finds the case.
    PERFORM FROM organisation AS o
    WHERE o.organisation_id IN (SELECT c.company_id FROM case_file AS c WHERE c.case_file_id = ANY (cases))
    ORDER BY o.organisation_id FOR SHARE;
    WITH now AS MATERIALIZED (
        SELECT n.* FROM count_search(ARRAY(SELECT c.case_file_id FROM case_file AS c
            WHERE c.case_file_id = ANY (cases) AND c.reference IS NOT NULL)) AS n
    ), gone AS (
        DELETE FROM case_search AS s WHERE s.case_file_id = ANY (cases) AND NOT EXISTS (SELECT FROM now AS n
            WHERE n.case_file_id = s.case_file_id AND n.part = s.part AND n.part_no = s.part_no))
    INSERT INTO case_search AS s SELECT n.* FROM now AS n
    ON CONFLICT ON CONSTRAINT case_search_pkey DO UPDATE
    SET (title, names, body, letters, pairs)
        = (excluded.title, excluded.names, excluded.body, excluded.letters, excluded.pairs)
    WHERE s IS DISTINCT FROM excluded;
    IF are_many THEN
        PERFORM gin_clean_pending_list('case_search_pairs_idx');
    END IF;
END $$;

-- A paper that comes after the filing.
CREATE FUNCTION steps_attachment() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
BEGIN
    PERFORM keep_search(ARRAY(SELECT DISTINCT n.case_file_id FROM new_rows AS n JOIN case_file AS c USING (case_file_id)
        WHERE c.reference IS NOT NULL));
    RETURN NULL;
END $$;
CREATE TRIGGER steps_attachment AFTER INSERT ON attachment REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION steps_attachment();

-- Whether a word is short for a name, both as search_key has them: 산업부 for 산업통상자원부, 정보통신망법 for 정보통신망 이용촉진 및
-- 정보보호 등에 관한 법률. Its letters are in the name in their order, from the first to one of the last three; or the name ends
-- with it.
CREATE FUNCTION is_short_for(word text, name text) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN length(word) >= 3 AND (name LIKE '%' || word
        OR name LIKE regexp_replace(word, '(.)', '\1%', 'g') AND position(right(word, 1) IN right(name, 3)) > 0);

-- What is looked for by one word.
--   key         the word without a particle at its end, as search_key has it
--   pairs       what occurs in every text that has it
--   names       of laws and ministries, as search_key has them, that the word is short for
--   ministries  those that the word names: cases are found by them that were asked of them
CREATE TYPE search_term AS (key text, pairs bigint[], names text[], ministries bigint[]);

-- What every text has in which these letters occur, wherever in a longer word; one letter begins a word.
CREATE FUNCTION term_pairs(letters text) RETURNS bigint[] LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN CASE WHEN length(letters) = 1 THEN ARRAY[ascii(letters)::bigint]
        ELSE ARRAY(SELECT ascii(substr(letters, n))::bigint << 21 | ascii(substr(letters, n + 1))
            FROM generate_series(1, length(letters) - 1) AS n) END;

-- The laws that filed cases name, each once, from one to the next by the index.
CREATE FUNCTION filed_laws() RETURNS SETOF text LANGUAGE sql STABLE AS $$
WITH RECURSIVE named AS (
    SELECT ''::text AS law
    UNION ALL
    SELECT (SELECT e.law::text FROM exemption_item AS e WHERE e.law > n.law
        AND EXISTS (SELECT FROM case_search AS s WHERE s.case_file_id = e.case_file_id) ORDER BY e.law LIMIT 1)
    FROM named AS n WHERE n.law IS NOT NULL)
SELECT n.law FROM named AS n WHERE n.law <> '' $$;

-- The laws that the acting person may meet.
CREATE FUNCTION known_laws() RETURNS SETOF text LANGUAGE sql STABLE AS $$
SELECT l FROM filed_laws() AS l WHERE acting_as_staff()
UNION SELECT e.law FROM case_file AS c JOIN exemption_item AS e USING (case_file_id)
WHERE c.company_id = acting_organisation_id() AND acting_as('sandbox_company')
UNION SELECT e.law FROM case_ministry AS m JOIN exemption_item AS e USING (case_file_id)
WHERE m.ministry_id = acting_organisation_id() AND acting_as('sandbox_ministry') $$;

-- What a word means is asked of what everybody may know, and of what the acting person may see.
CREATE FUNCTION search_term(word text) RETURNS search_term LANGUAGE plpgsql STABLE AS $$
DECLARE term search_term;
BEGIN
    term.key := search_key(word);
    term.names := '{}'; term.ministries := '{}';
    IF length(term.key) > 2 THEN
        SELECT coalesce(array_agg(m.organisation_id), '{}'), coalesce(array_agg(m.name) FILTER (WHERE m.name <> term.key), '{}')
        INTO term.ministries, term.names
        FROM (SELECT o.organisation_id, search_key(o.name) AS name FROM organisation AS o
            WHERE o.kind IN ('ministry', 'authority') OFFSET 0) AS m
        WHERE is_short_for(term.key, m.name) OR term.key ~ '^[ㄱ-ㅎ]+$' AND starts_with(initials(m.name), term.key);
        -- A short title or a name of before means the full one, and the other way round.
        term.names := term.names || ARRAY(SELECT DISTINCT search_key(w.name) FROM other_name AS n
            CROSS JOIN LATERAL unnest(ARRAY[n.name, n.other]) AS w (name)
            WHERE n.name_key IN (SELECT o.name_key FROM other_name AS o
                WHERE search_key(o.other) = term.key OR search_key(o.name) = term.key)
                AND search_key(w.name) <> term.key AND search_key(w.name) <> ALL (term.names));
        term.ministries := term.ministries || ARRAY(SELECT o.organisation_id FROM organisation AS o
            WHERE o.kind IN ('ministry', 'authority') AND search_key(o.name) = ANY (term.names)
                AND o.organisation_id <> ALL (term.ministries));
        IF term.key ~ '[법률령칙]$' THEN
            term.names := term.names || ARRAY(SELECT n.law FROM (SELECT search_key(l) AS law FROM known_laws() AS l OFFSET 0) AS n
                WHERE is_short_for(term.key, n.law) AND n.law <> term.key);
        END IF;
        term.key := regexp_replace(term.key, '[은는이가을를의에로와과도만]$', '');
    END IF;
    term.pairs := term_pairs(term.key);
    RETURN term;
END $$;

-- What is asked of a document s for one term, as SQL: which documents an index finds for it, also by their titles alone (NULL: it
-- cannot), whether the title and the names have it, and whether it is there at all.
CREATE TYPE term_condition AS (candidate text, by_title text, in_title text, in_names text, holds text);

-- `drives`: documents are found by nothing but this term. Those that others find are looked through for it.
CREATE FUNCTION term_condition(term search_term, drives boolean) RETURNS term_condition
    LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
    shape text := 'position(%L IN s.%I) > 0';
    asked term_condition;
    alternative text;
BEGIN
    asked.candidate := format('s.pairs @> %L', term.pairs);
    asked.by_title := CASE WHEN term.key !~ '[0-9]{4}'
        THEN format('s.pairs @> %L', ARRAY(SELECT -p FROM unnest(term.pairs) AS p)) END;
    asked.in_title := format(shape, term.key, 'title');
    asked.in_names := format(shape, term.key, 'names');
    IF term.names <> '{}' THEN
        asked.candidate := concat_ws(' OR ', asked.candidate, (SELECT string_agg(format('s.pairs @> %L',
            term_pairs(n)), ' OR ') FROM unnest(term.names) AS n));
        alternative := (SELECT string_agg(format(shape, n, 'names'), ' OR ') FROM unnest(term.names) AS n);
    END IF;
    IF term.ministries <> '{}' THEN
        alternative := concat_ws(' OR ', format('s.part = %L AND s.case_file_id IN (
            SELECT k.case_file_id FROM consultation AS k WHERE k.ministry_id = ANY (%L) AND k.recall_reason IS NULL)', 'proposal', term.ministries),
            alternative);
        asked.candidate := concat_ws(' OR ', asked.candidate, format('s.case_file_id = ANY (ARRAY(
            SELECT k.case_file_id FROM consultation AS k WHERE k.ministry_id = ANY (%L) AND k.recall_reason IS NULL))', term.ministries));
    END IF;
    asked.in_names := concat_ws(' OR ', alternative, asked.in_names);
    -- With what letter a word begins is told by the pairs alone.
    asked.holds := CASE WHEN length(term.key) = 1 THEN asked.candidate
        ELSE concat_ws(' OR ', asked.in_names, asked.in_title, format(shape, term.key, 'letters')) END;
    IF term.ministries <> '{}' AND NOT drives THEN
        asked.candidate := asked.holds;
    END IF;
    RETURN asked;
END $$;

-- The documents a person may read, each group of persons by its own way: the staff by the index of all that was filed, a
-- company and a ministry by their own cases. OFFSET keeps the index of all from being used for them: how long it takes would
-- tell of other cases. A draft is read as it is.
CREATE FUNCTION search_source() RETURNS text LANGUAGE plpgsql STABLE AS $$
DECLARE
    reader text := acting_group();
    own bigint := acting_organisation_id();
    filed text := CASE reader
        WHEN 'sandbox_desk' THEN 'SELECT d.* FROM case_search AS d'
        WHEN 'sandbox_analyst' THEN 'SELECT d.* FROM case_search AS d WHERE d.part = ''proposal'''
        WHEN 'sandbox_auditor' THEN 'SELECT d.* FROM case_search AS d'
        WHEN 'sandbox_company' THEN format('SELECT d.* FROM case_file AS c JOIN case_search AS d USING (case_file_id)
            WHERE c.company_id = %s OFFSET 0', own)
        WHEN 'sandbox_ministry' THEN format('SELECT d.* FROM case_ministry AS m JOIN case_search AS d USING (case_file_id)
            WHERE m.ministry_id = %s OFFSET 0', own) END;
    drafts bigint[] := '{}';
BEGIN
    IF reader = 'sandbox_company' THEN
        drafts := ARRAY(SELECT c.case_file_id FROM case_file AS c WHERE c.company_id = own AND c.reference IS NULL);
    ELSIF reader = 'sandbox_auditor' THEN
        drafts := ARRAY(SELECT c.case_file_id FROM case_file AS c WHERE c.reference IS NULL);
    END IF;
    IF drafts <> '{}' THEN
        filed := format('(%s) UNION ALL SELECT d.* FROM count_search(%L) AS d', filed, drafts);
    END IF;
    RETURN '(' || filed || ')';
END $$;

-- A visible case in which all words occur, and the document that has them.
--   score  how well: 100 where the title has all words, 50 where the company, the laws or the ministries have, else by their
--          share of the letters; more than 100 for the case that has the number that is asked for
--   body   for a page of hits: the document as it is written
CREATE TYPE case_hit AS (case_file_id bigint, score integer, part text, part_no smallint, body text);

-- All words are in one document, whatever is between them.
--   most   the best so many, the newest first where they are equally good; NULL: all, in no order
CREATE FUNCTION case_hits(words text[], most integer DEFAULT NULL) RETURNS SETOF case_hit
    LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 100
    SET search_path = sandbox, pg_temp SET jit = off SET enable_seqscan = off AS $$
DECLARE
    source text := search_source();
    has_index boolean := acting_as_staff();
    terms search_term[] := ARRAY(SELECT search_term(w) FROM unnest(words) AS w WHERE search_key(w) <> '');
    frame text := 'WITH candidate AS MATERIALIZED (
            SELECT s.*, %s AS score FROM %s AS s WHERE %s ORDER BY score DESC, case_file_id DESC LIMIT $1)
        SELECT (SELECT count(*) FROM candidate), array_agg((h.case_file_id, h.score, h.part, h.part_no,
            CASE WHEN $2 IS NOT NULL THEN h.body END)::case_hit ORDER BY h.score DESC, h.case_file_id DESC)
        FROM (SELECT f.* FROM (SELECT DISTINCT ON (s.case_file_id) s.* FROM candidate AS s
                WHERE %s ORDER BY s.case_file_id, s.score DESC, s.part DESC, s.part_no) AS f
            ORDER BY f.score DESC, f.case_file_id DESC LIMIT $2) AS h';
    titles text;
    score text;
    candidate text;
    holds text;
    looked_at bigint;
    hits case_hit[];
BEGIN
    IF source IS NULL OR terms = '{}' THEN
        RETURN;
    END IF;
    SELECT CASE WHEN bool_and(c.by_title IS NOT NULL) THEN format(frame, 100, source,
            string_agg(c.by_title, ' AND '), string_agg(c.in_title, ' AND ')) END,
        format('(%s) * 50 / %s', string_agg(format('CASE WHEN starts_with(s.names, %L) THEN 3 WHEN %s THEN 2 WHEN %s THEN 1
            ELSE 0 END * %s', t.key || E'\x1f', c.in_title, c.in_names, length(t.key)), ' + '), sum(length(t.key))),
        -- Where there is no index, the letters are quicker looked through than the pairs; where there is, a pair is right.
        string_agg(format('(%s)', CASE WHEN has_index THEN c.candidate ELSE c.holds END), ' AND '),
        string_agg(format('(%s)', CASE WHEN has_index AND length(t.key) = 2 AND t.names = '{}' AND t.ministries = '{}'
            THEN 'true' ELSE c.holds END), ' AND ')
    INTO titles, score, candidate, holds
    FROM unnest(terms) WITH ORDINALITY AS t
    CROSS JOIN LATERAL term_condition((t.key, t.pairs, t.names, t.ministries)::search_term,
        t.ordinality = 1 AND NOT EXISTS (SELECT FROM unnest(terms) AS o WHERE o.ministries = '{}')) AS c;
    -- Nothing is better than a title. Of what is found the best are looked at; where too many of them do not hold, all are.
    IF has_index AND titles IS NOT NULL AND most IS NOT NULL THEN
        EXECUTE titles INTO looked_at, hits USING 2 * most, most;
    END IF;
    IF coalesce(cardinality(hits), 0) < most THEN
        EXECUTE format(frame, score, source, candidate, holds) INTO looked_at, hits USING 2 * most, most;
    END IF;
    IF most IS NULL OR looked_at = 2 * most AND coalesce(cardinality(hits), 0) < most THEN
        EXECUTE format(frame, score, source, concat_ws(' AND ', candidate, holds), 'true')
        INTO looked_at, hits USING NULL::integer, most;
    END IF;
    RETURN QUERY SELECT h.* FROM unnest(hits) AS h;
END $$;

-- The cases of which something else is kept than their texts come to. To make the pairs of a case takes much longer than to
-- compare its texts: `wholly` compares those of all cases, otherwise of the latest thousand.
CREATE FUNCTION search_drift(wholly boolean) RETURNS SETOF bigint
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = sandbox, pg_temp SET jit = off AS $$
BEGIN
    IF NOT acting_as('sandbox_desk') AND NOT acting_as('sandbox_auditor') AND NOT acting_as_owner() THEN
        RAISE EXCEPTION USING ERRCODE = 'insufficient_privilege', MESSAGE = 'only desk and auditor check what is searched';
    END IF;
    RETURN QUERY WITH filed AS MATERIALIZED (
        SELECT c.case_file_id, row_number() OVER (ORDER BY c.case_file_id DESC) <= 1000 OR wholly AS is_counted
        FROM case_file AS c WHERE c.reference IS NOT NULL)
    SELECT coalesce(k.case_file_id, d.case_file_id)
    FROM search_text(ARRAY(SELECT f.case_file_id FROM filed AS f)) AS d
    FULL JOIN case_search AS k ON k.case_file_id = d.case_file_id AND k.part = d.part AND k.part_no = d.part_no
    WHERE (k.title, k.names, k.body) IS DISTINCT FROM (search_key(d.title), search_key(d.names), d.body)
    UNION
    SELECT n.case_file_id FROM count_search(ARRAY(SELECT f.case_file_id FROM filed AS f WHERE f.is_counted)) AS n
    JOIN case_search AS k USING (case_file_id, part, part_no) WHERE k IS DISTINCT FROM n
    ORDER BY 1;
END $$;

GRANT EXECUTE ON FUNCTION case_hits TO sandbox_company, sandbox_ministry, sandbox_desk, sandbox_analyst, sandbox_auditor;
GRANT EXECUTE ON FUNCTION search_drift TO sandbox_desk, sandbox_auditor;
