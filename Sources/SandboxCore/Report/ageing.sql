-- How long the open cases have been at their stage, in classes of calendar days.
-- $1 track text: NULL: all tracks
-- $2 regime text: NULL: all regimes
--
-- Drafts are not counted: only their author has to act on them. The days of a case are counted up to the day of its own
-- authority; the latest of those days is that of the report. Without a case there is none.
-- columns: as_of date, min_days integer, max_days integer, cases bigint, filed bigint, received bigint, consulting bigint, oldest text
WITH class (min_days, max_days) AS (
    VALUES (0, 7), (8, 14), (15, 30), (31, 60), (61, 90), (91, 180), (181, NULL)
), waiting AS (
    SELECT c.case_file_id, c.reference, c.stage, c.stage_since,
        authority_date(c.regime) AS as_of, authority_date(c.regime) - (c.stage_since AT TIME ZONE r.time_zone)::date AS days
    FROM case_file AS c JOIN regime AS r USING (regime)
    WHERE c.stage IN ('filed', 'received', 'consulting') AND ($1::text IS NULL OR c.track = $1::text)
        AND ($2::text IS NULL OR c.regime = $2::text)
)
SELECT (SELECT max(w.as_of) FROM waiting AS w) AS as_of,
    k.min_days, k.max_days, count(w.case_file_id) AS cases,
    count(*) FILTER (WHERE w.stage = 'filed') AS filed, count(*) FILTER (WHERE w.stage = 'received') AS received,
    count(*) FILTER (WHERE w.stage = 'consulting') AS consulting,
    (array_agg(w.reference ORDER BY w.stage_since, w.case_file_id))[1] AS oldest
FROM class AS k LEFT JOIN waiting AS w ON w.days >= k.min_days AND (k.max_days IS NULL OR w.days <= k.max_days)
GROUP BY k.min_days, k.max_days
ORDER BY k.min_days
