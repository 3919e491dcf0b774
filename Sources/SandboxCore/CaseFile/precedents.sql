-- Earlier grants that concern one of the same laws, as far as the reader may see them. Those with more of these laws
-- and about something alike come first.
-- $1 case_file bigint: the case they are compared with
-- $2 most bigint: the maximum number of rows
--
-- columns: case_file_id bigint, reference text, company text, service text, track text, outcome text, decided_on date, laws text[], shared_laws text[], shared_articles text[], covers_all boolean, likeness bigint, score bigint, conditions text[]
WITH subject AS (
    SELECT c.case_file_id, c.regime, bigrams(concat_ws(' ', c.service_name, c.summary)) AS bigrams
    FROM case_file AS c WHERE c.case_file_id = $1::bigint
), own AS (
    SELECT l.law, range_agg(l.articles) AS articles, string_agg(e.article, '; ') AS words
    FROM case_law AS l JOIN exemption_item AS e USING (case_file_id, item_no) WHERE l.case_file_id = $1::bigint GROUP BY l.law
), own_law AS (
    SELECT count(DISTINCT law) AS laws FROM own
), own_bigram AS (
    SELECT unnest(s.bigrams) AS bigram FROM subject AS s
), earlier AS MATERIALIZED (
    SELECT c.case_file_id, c.reference, c.company_id, c.service_name, c.track, d.decision_id, d.outcome, d.decided_on
    FROM latest_decision AS d JOIN case_file AS c USING (case_file_id) JOIN subject AS s ON s.regime = c.regime
    WHERE d.outcome IN ('granted', 'granted-with-conditions') AND c.case_file_id <> s.case_file_id
        AND c.case_file_id IN (SELECT l.case_file_id FROM case_law AS l JOIN own USING (law))
), alike AS (
    SELECT f.case_file_id, count(*) AS shared, max(cardinality(f.bigrams)) AS all_of_it
    FROM earlier AS g JOIN case_feature AS f USING (case_file_id), unnest(f.bigrams) AS w (bigram)
    JOIN own_bigram AS o USING (bigram)
    GROUP BY f.case_file_id
), scored AS (
    SELECT g.case_file_id, l.laws, l.shared_laws, l.shared_articles,
        l.shared = n.laws AND n.laws > 0 AS covers_all,
        round(100.0 * coalesce(a.shared, 0) / greatest(1, least(a.all_of_it, (SELECT count(*) FROM own_bigram)))) AS likeness,
        l.shared::numeric / greatest(n.laws, 1) AS lawfulness
    FROM earlier AS g
    CROSS JOIN own_law AS n
    LEFT JOIN alike AS a USING (case_file_id)
    CROSS JOIN LATERAL (
        SELECT coalesce(array_agg(DISTINCT concat_ws(' ', e.law, e.article)), '{}') AS laws,
            coalesce(array_agg(DISTINCT e.law::text) FILTER (WHERE o.law IS NOT NULL), '{}') AS shared_laws,
            count(DISTINCT o.law) AS shared,
            coalesce(array_agg(DISTINCT concat_ws(' ', e.law, e.article)) FILTER (
                WHERE articles_meet(o.articles, o.words, l.articles, e.article)), '{}') AS shared_articles
        FROM exemption_item AS e JOIN case_law AS l USING (case_file_id, item_no) LEFT JOIN own AS o ON o.law = l.law
        WHERE e.case_file_id = g.case_file_id) AS l
)
SELECT g.case_file_id, g.reference, o.name::text AS company, g.service_name::text AS service, g.track::text,
    g.outcome::text, g.decided_on, s.laws,
    s.shared_laws, s.shared_articles, s.covers_all, s.likeness::bigint,
    round(50 * s.lawfulness + CASE WHEN s.shared_articles <> '{}' THEN 10 ELSE 0 END + 0.4 * s.likeness)::bigint AS score,
    ARRAY(SELECT k.text::text FROM condition AS k WHERE k.decision_id = g.decision_id ORDER BY k.condition_no) AS conditions
FROM scored AS s JOIN earlier AS g USING (case_file_id)
JOIN organisation AS o ON o.organisation_id = g.company_id
ORDER BY 13 DESC, g.decided_on DESC NULLS LAST, g.case_file_id DESC
LIMIT $2::bigint
