-- How many conditions the decisions carry, per phase, track or number of conditions.
-- $1 by text: phase or track
-- $2 since date: of decisions made on this day or later; NULL: from the beginning
-- $3 until date: of decisions made on this day or earlier; NULL: to the end
-- $4 regime text: NULL: all regimes
--
-- columns: is_total boolean, name text, conditions bigint, decisions bigint, most integer, max_of text
WITH counted AS (
    SELECT CASE $1::text WHEN 'phase' THEN k.phase::text ELSE c.track::text END AS name, k.decision_id, c.reference,
        count(*) OVER (PARTITION BY k.decision_id) AS of_decision
    FROM condition AS k
    JOIN decision AS d USING (decision_id)
    JOIN case_file AS c ON c.case_file_id = k.case_file_id
    WHERE ($2::date IS NULL OR d.decided_on >= $2::date) AND ($3::date IS NULL OR d.decided_on <= $3::date)
        AND ($4::text IS NULL OR c.regime = $4::text)
)
SELECT grouping(n.name) = 1 AS is_total, n.name, count(*) AS conditions, count(DISTINCT n.decision_id) AS decisions,
    max(n.of_decision)::integer AS most, (array_agg(n.reference ORDER BY n.of_decision DESC, n.reference))[1] AS max_of
FROM counted AS n
GROUP BY GROUPING SETS ((n.name), ())
HAVING count(*) > 0
ORDER BY is_total, n.name NULLS LAST
