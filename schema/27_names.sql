-- One law, one article, one organisation, however written. What is shown is always what was written; these tell what it names.
-- The keys they compare are name_key, law_key and organisation_key (0002_words.sql).

-- The law that a name means: an official short title is its full one, also before the ending of a decree (정보통신망법 시행령).
CREATE FUNCTION law_identity(law text) RETURNS text
    LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path = sandbox, pg_temp AS $$
DECLARE written text := law_key(law);
BEGIN
    RETURN coalesce(
        (SELECT n.name_key FROM other_name AS n WHERE n.kind = 'law' AND n.key = written
            ORDER BY n.regime, n.position LIMIT 1),
        (SELECT n.name_key || substr(written, length(n.key) + 1) FROM other_name AS n
            WHERE n.kind = 'law' AND starts_with(written, n.key)
                AND substr(written, length(n.key) + 1) IN (SELECT law_key(e.ending) FROM law_ending AS e)
            ORDER BY length(n.key) DESC, n.regime, n.position LIMIT 1),
        written);
END $$;

-- The ministry that a name means, by its short name or one it had before; of any other organisation its own key.
CREATE FUNCTION organisation_identity(name text) RETURNS text
    LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path = sandbox, pg_temp AS $$
DECLARE written text := organisation_key(name);
BEGIN
    RETURN coalesce((SELECT n.name_key FROM other_name AS n WHERE n.kind = 'ministry' AND n.key = written
        ORDER BY n.regime, n.position LIMIT 1), written);
END $$;

-- The keys of all names that mean the same organisation.
CREATE FUNCTION organisation_keys(name text) RETURNS text[]
    LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path = sandbox, pg_temp AS $$
DECLARE identity text := organisation_identity(name);
BEGIN
    RETURN ARRAY(SELECT identity UNION SELECT n.key FROM other_name AS n WHERE n.kind = 'ministry' AND n.name_key = identity);
END $$;

-- What a name in a file came to: the organisation it means, its name in the register, and whether it was entered just now.
CREATE TYPE organisation_met AS (name text, organisation_id bigint, registered text, is_new boolean);

-- The organisations that the names mean, entered where they are not there yet: one for all spellings of a name. A ministry is also
-- known by its short name, under which it is not entered, and by one it had before.
CREATE FUNCTION meet_organisations(kind text, names text[]) RETURNS SETOF organisation_met
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp SET jit = off AS $$
#variable_conflict use_column
DECLARE kinds text[] := CASE WHEN kind = 'ministry' THEN '{ministry,authority}' ELSE ARRAY[kind] END;
BEGIN
    IF NOT acting_as('sandbox_desk') THEN
        RAISE EXCEPTION USING ERRCODE = 'insufficient_privilege', MESSAGE = 'only the desk enters what a file names';
    END IF;
    RETURN QUERY
    WITH asked AS MATERIALIZED (
        SELECT n.name, min(n.place) AS place
        FROM unnest(meet_organisations.names) WITH ORDINALITY AS n (name, place) WHERE n.name IS NOT NULL GROUP BY n.name
    ), exact AS MATERIALIZED (
        SELECT a.name, o.organisation_id, o.name::text AS registered FROM asked AS a JOIN organisation AS o ON o.name = a.name
    ), unmet AS MATERIALIZED (
        SELECT a.name, a.place, CASE WHEN meet_organisations.kind = 'ministry' THEN organisation_identity(a.name)
                ELSE organisation_key(a.name) END AS identity
        FROM asked AS a WHERE NOT EXISTS (SELECT FROM exact AS e WHERE e.name = a.name)
    ), spelling AS (
        SELECT u.identity, u.identity AS key FROM unmet AS u
        UNION SELECT u.identity, n.key FROM unmet AS u JOIN other_name AS n ON n.kind = 'ministry' AND n.name_key = u.identity
        WHERE meet_organisations.kind = 'ministry'
    ), same AS MATERIALIZED (
        SELECT DISTINCT ON (s.identity) s.identity, o.organisation_id, o.name::text AS registered
        FROM spelling AS s JOIN organisation AS o ON organisation_key(o.name) = s.key AND o.kind = ANY (kinds)
        ORDER BY s.identity, o.organisation_id
    ), missing AS MATERIALIZED (
        SELECT DISTINCT ON (u.identity) u.identity, coalesce((SELECT n.name::text FROM other_name AS n
                WHERE meet_organisations.kind = 'ministry' AND n.kind = 'ministry' AND NOT n.is_former
                    AND n.key = organisation_key(u.name) ORDER BY n.regime, n.position LIMIT 1), u.name) AS name
        FROM unmet AS u WHERE NOT EXISTS (SELECT FROM same AS s WHERE s.identity = u.identity) ORDER BY u.identity, u.place
    ), entered AS (
        INSERT INTO organisation (kind, name) SELECT meet_organisations.kind, m.name FROM missing AS m ORDER BY m.name
        RETURNING organisation.organisation_id, organisation.name::text AS name
    )
    SELECT e.name, e.organisation_id, e.registered, false FROM exact AS e
    UNION ALL SELECT u.name, s.organisation_id, s.registered, false FROM unmet AS u JOIN same AS s USING (identity)
    UNION ALL SELECT u.name, e.organisation_id, e.name, true FROM unmet AS u JOIN missing AS m USING (identity)
    JOIN entered AS e ON e.name = m.name;
END $$;

-- For whoever enters organisations: what names mean. A name for which there is none has one row, without a registered one.
CREATE FUNCTION organisations_named(names text[])
    RETURNS TABLE (name text, identity text, registered text, kind text, registration_no text, is_exact boolean)
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = sandbox, pg_temp SET jit = off AS $$
#variable_conflict use_column
BEGIN
    IF NOT acting_as('sandbox_desk') AND NOT acting_as('sandbox_operator') THEN
        RAISE EXCEPTION USING ERRCODE = 'insufficient_privilege', MESSAGE = 'only desk and operators enter organisations';
    END IF;
    RETURN QUERY
    WITH asked AS MATERIALIZED (
        SELECT n.name, organisation_identity(n.name) AS identity, organisation_keys(n.name) AS keys
        FROM (SELECT DISTINCT unnest(organisations_named.names) AS name) AS n
    )
    SELECT a.name, a.identity, o.name::text, o.kind::text, o.registration_no::text, o.name::text = a.name
    FROM asked AS a LEFT JOIN LATERAL (
        SELECT x.* FROM unnest(a.keys) AS k (key) JOIN organisation AS x ON organisation_key(x.name) = k.key
    ) AS o ON true
    ORDER BY a.name, o.name::text = a.name DESC, o.organisation_id;
END $$;

-- The articles that a citation names: 제15조 is 15000, 제28조의2 is 28002, 제14조부터 제16조까지 all from 14000 to 16000; in the
-- addenda (부칙) they lie apart. Paragraphs, items and titles of articles are left out, for whoever cites a paragraph cites its
-- article. Article 57(2) and Articles 57 to 61 are read as well. NULL: it names none by its number.
CREATE FUNCTION article_span(citation text) RETURNS int4multirange
    LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE SET search_path = sandbox, pg_temp AS $$
DECLARE
    words text;
    found text[];
    span int4multirange := '{}';
    of_addenda boolean := false;
    is_range boolean := false;
    earlier integer;
    number integer;
BEGIN
    IF citation IS NULL OR citation !~* '[조條]|art' THEN
        RETURN NULL;
    END IF;
    words := translate(name_key(regexp_replace(citation, E'[\u2460-\u2473]', '', 'g')),
        E'第條項號之\u223C\u301C\u2013\u2014\u2015\u2212', '제조항호의~~~~~~');
    words := regexp_replace(regexp_replace(words, '\([^()]*\)', '', 'g'), '\([^()]*\)|\[[^][]*\]', '', 'g');
    words := regexp_replace(words, '부터|내지', '~', 'g');
    IF words ~ 'art' THEN
        words := regexp_replace(words, '(articles?|arts?\.?)([0-9]+)', '제\2조', 'g');
        words := regexp_replace(words, '(to|[-~])([0-9]+)', '~제\2조', 'g');
        words := regexp_replace(words, '(and|,)([0-9]+)', ',제\2조', 'g');
    END IF;
    -- Words of the addenda; an article; a number that shares the next one's 조 (제14·15조); a paragraph; the sign of a range.
    FOR found IN SELECT regexp_matches(words, '(부칙)|(?:제?([0-9]{1,5})조(?:의([0-9]{1,2}))?)'
        '|(?:(?<![0-9조항호목의])제?([0-9]{1,5})(?=(?:(?:[,·/~-]|및|와|과)제?[0-9]{1,5})+조))|(제?[0-9]+[항호]|[가-하]목)|([~-])', 'g')
    LOOP
        IF found[1] IS NOT NULL THEN
            of_addenda := true;
        ELSIF found[5] IS NOT NULL THEN
            is_range := false;
        ELSIF found[6] IS NOT NULL THEN
            is_range := earlier IS NOT NULL;
        ELSE
            number := coalesce(found[2], found[4])::integer * 1000 + coalesce(found[3]::integer, 0)
                + CASE WHEN of_addenda THEN 1000000000 ELSE 0 END;
            span := span + int4multirange(
                int4range(CASE WHEN is_range AND earlier < number THEN earlier ELSE number END, number, '[]'));
            earlier := number;
            is_range := false;
        END IF;
    END LOOP;
    RETURN nullif(span, '{}');
END $$;

-- What a citation names that is no article by its number: 별표 3, 별지 제4호서식.
CREATE FUNCTION article_words(citation text) RETURNS text[]
    LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE SET search_path = sandbox, pg_temp AS $$
BEGIN
    RETURN ARRAY(SELECT name_key(w) FROM regexp_split_to_table(citation, E'[,;/\u00B7\u2027\u2219\u30FB\u318D]|\\s및\\s') AS w
        WHERE name_key(w) <> '');
END $$;

-- Whether two citations of one law name the same: an article of both, or the same words.
CREATE FUNCTION articles_meet(these int4multirange, citation text, those int4multirange, other text) RETURNS boolean
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN CASE WHEN these IS NOT NULL AND those IS NOT NULL THEN these && those
        ELSE article_words(citation) && article_words(other) END;

-- What is to be kept of the laws that cases name.
CREATE FUNCTION count_case_laws(cases bigint[]) RETURNS SETOF case_law LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN QUERY
    WITH item AS MATERIALIZED (
        SELECT e.case_file_id, e.item_no, e.law, e.article FROM exemption_item AS e
        WHERE e.case_file_id = ANY (count_case_laws.cases)
    ), named AS MATERIALIZED (
        -- Many cases name few laws.
        SELECT n.law, law_identity(n.law) AS identity FROM (SELECT DISTINCT i.law FROM item AS i) AS n
    )
    SELECT i.case_file_id, i.item_no, n.identity, article_span(concat_ws(' ', i.law, i.article))
    FROM item AS i JOIN named AS n USING (law);
END $$;

CREATE FUNCTION keep_case_laws(cases bigint[]) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp SET jit = off
    SET plan_cache_mode = force_generic_plan AS $$
BEGIN
    IF cases = '{}' THEN
        RETURN;
    END IF;
    DELETE FROM case_law AS l WHERE l.case_file_id = ANY (cases) AND NOT EXISTS (SELECT FROM exemption_item AS e
        WHERE e.case_file_id = l.case_file_id AND e.item_no = l.item_no);
    INSERT INTO case_law AS l SELECT n.* FROM count_case_laws(cases) AS n
    ON CONFLICT ON CONSTRAINT case_law_pkey DO UPDATE SET (law, articles) = (excluded.law, excluded.articles)
    WHERE (l.law, l.articles) IS DISTINCT FROM (excluded.law, excluded.articles);
END $$;

-- A provision of a proposal that is added, changed or taken out.
CREATE FUNCTION steps_exemption_item() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
BEGIN
    PERFORM keep_case_laws(ARRAY(SELECT DISTINCT r.case_file_id FROM changed_rows AS r));
    RETURN NULL;
END $$;
CREATE TRIGGER steps_exemption_item_insert AFTER INSERT ON exemption_item REFERENCING NEW TABLE AS changed_rows
    FOR EACH STATEMENT EXECUTE FUNCTION steps_exemption_item();
CREATE TRIGGER steps_exemption_item_update AFTER UPDATE ON exemption_item REFERENCING NEW TABLE AS changed_rows
    FOR EACH STATEMENT EXECUTE FUNCTION steps_exemption_item();
CREATE TRIGGER steps_exemption_item_delete AFTER DELETE ON exemption_item REFERENCING OLD TABLE AS changed_rows
    FOR EACH STATEMENT EXECUTE FUNCTION steps_exemption_item();

-- The cases of which other laws are kept than their proposals name.
CREATE FUNCTION case_law_drift() RETURNS TABLE (case_file_id bigint)
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = sandbox, pg_temp SET jit = off AS $$
#variable_conflict use_column
BEGIN
    IF NOT acting_as('sandbox_desk') AND NOT acting_as('sandbox_auditor') AND NOT acting_as_owner() THEN
        RAISE EXCEPTION USING ERRCODE = 'insufficient_privilege', MESSAGE = 'only desk and auditor check what is kept';
    END IF;
    RETURN QUERY SELECT DISTINCT coalesce(n.case_file_id, l.case_file_id)
    FROM count_case_laws(ARRAY(SELECT c.case_file_id FROM case_file AS c)) AS n
    FULL JOIN case_law AS l ON l.case_file_id = n.case_file_id AND l.item_no = n.item_no
    WHERE (l.law, l.articles) IS DISTINCT FROM (n.law, n.articles) ORDER BY 1;
END $$;

GRANT EXECUTE ON FUNCTION name_key, law_key, organisation_key, is_registration_no, law_identity, organisation_identity,
    organisation_keys, article_span, article_words, articles_meet TO PUBLIC;
GRANT EXECUTE ON FUNCTION meet_organisations TO sandbox_desk;
GRANT EXECUTE ON FUNCTION organisations_named TO sandbox_desk, sandbox_operator;
GRANT EXECUTE ON FUNCTION case_law_drift TO sandbox_desk, sandbox_auditor;
