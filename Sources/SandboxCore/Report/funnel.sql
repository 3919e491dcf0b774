-- How far the cases have come, from filing to the grant.
-- $1 as_of date: the day; NULL: the authority's today
-- $2 track text: NULL: all tracks
-- $3 regime text: NULL: all regimes
--
-- A case has come as far as its last step: one that was decided was received, whether or not the register was there to see
-- it. A case of the past counts from the day of its decision, or, if nobody knows it, from the day it was entered.
-- columns: step text, cases bigint, imported bigint
WITH subject AS (
    SELECT c.case_file_id, c.regime, c.track, c.origin, c.filed_at, c.received_at, r.time_zone,
        ((coalesce($1::date, (now() AT TIME ZONE r.time_zone)::date) + 1)::timestamp AT TIME ZONE r.time_zone) AS day_end
    FROM case_file AS c JOIN regime AS r USING (regime)
    WHERE c.reference IS NOT NULL AND ($2::text IS NULL OR c.track = $2::text)
        AND ($3::text IS NULL OR c.regime = $3::text)
), asked AS (
    SELECT k.case_file_id, min(k.sent_at) AS sent_at FROM consultation AS k
    WHERE k.recall_reason IS NULL GROUP BY k.case_file_id
), verdict AS (
    SELECT s.case_file_id, bool_or(t.grants AND d.outcome IN ('granted', 'granted-with-conditions')) AS is_grant
    FROM subject AS s JOIN decision AS d USING (case_file_id)
    JOIN track AS t ON t.regime = s.regime AND t.track = s.track
    WHERE coalesce(d.decided_on, (d.recorded_at AT TIME ZONE s.time_zone)::date) < (s.day_end AT TIME ZONE s.time_zone)::date
    GROUP BY s.case_file_id
), come AS MATERIALIZED (
    SELECT CASE WHEN v.is_grant THEN 5 WHEN v.case_file_id IS NOT NULL THEN 4 WHEN a.sent_at < s.day_end THEN 3
        WHEN s.received_at < s.day_end THEN 2 WHEN s.filed_at < s.day_end AND s.origin = 'filed' THEN 1 END AS step, s.origin = 'import' AS is_imported
    FROM subject AS s LEFT JOIN asked AS a USING (case_file_id) LEFT JOIN verdict AS v USING (case_file_id)
)
SELECT n.step, (SELECT count(*) FROM come AS c WHERE c.step >= n.place) AS cases,
    (SELECT count(*) FROM come AS c WHERE c.step >= n.place AND c.is_imported) AS imported
FROM (VALUES (1, 'filed'), (2, 'received'), (3, 'consulted'), (4, 'decided'), (5, 'granted')) AS n (place, step)
ORDER BY n.place
