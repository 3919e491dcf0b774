-- How many cases are at which stage of which track and for how long, and in total (the last row).
-- $1 as_of date: the day; NULL: the authority's today. The stage of a past day is what the event log says of its end.
-- $2 track text: NULL: all tracks
-- $3 regime text: NULL: all regimes
--
-- A case of the past counts as decided from the day of its decision, whenever it was entered; if nobody knows that day, from when it
-- was entered. Days are calendar days of cases that
-- wait: one that has come to its end waits no more, and the total's are those of open cases.
-- columns: is_total boolean, track text, stage text, as_of date, cases bigint, median_days text, oldest_days integer, oldest text
WITH standing AS (
    SELECT c.case_file_id, c.reference, c.regime, c.track, c.stage,
        (coalesce(c.stage_since, c.created_at) AT TIME ZONE r.time_zone)::date AS since,
        coalesce($1::date, (now() AT TIME ZONE r.time_zone)::date) AS as_of
    FROM case_file AS c JOIN regime AS r USING (regime)
    WHERE ($2::text IS NULL OR c.track = $2::text) AND ($3::text IS NULL OR c.regime = $3::text)
        AND ($1::date IS NULL OR c.origin = 'import'
            AND coalesce(c.stage_since, c.created_at) < ($1::date + 1)::timestamp AT TIME ZONE r.time_zone)
    UNION ALL
    (SELECT DISTINCT ON (e.case_file_id) e.case_file_id, c.reference, c.regime, c.track, e.new ->> 'stage',
        (e.at AT TIME ZONE r.time_zone)::date, $1::date
    FROM event AS e JOIN case_file AS c USING (case_file_id) JOIN regime AS r USING (regime)
    WHERE $1::date IS NOT NULL AND c.origin = 'filed' AND ($2::text IS NULL OR c.track = $2::text)
        AND ($3::text IS NULL OR c.regime = $3::text)
        AND e.entity = 'case_file' AND e.new ? 'stage'
        AND e.at < ($1::date + 1)::timestamp AT TIME ZONE r.time_zone
    ORDER BY e.case_file_id, e.event_id DESC)
)
SELECT grouping(t.track) = 1 AS is_total, t.track::text AS track, g.stage::text AS stage, max(s.as_of) AS as_of,
    count(*) AS cases,
    trim_scale((percentile_cont(0.5) WITHIN GROUP (ORDER BY s.as_of - s.since) FILTER (WHERE g.is_open))::numeric)::text AS median_days,
    max(s.as_of - s.since) FILTER (WHERE g.is_open) AS oldest_days,
    (array_agg(coalesce(s.reference, 'DRAFT-' || s.case_file_id) ORDER BY s.since, s.case_file_id)
        FILTER (WHERE g.is_open))[1] AS oldest
FROM standing AS s
JOIN track AS t ON t.regime = s.regime AND t.track = s.track
JOIN stage AS g ON g.stage = s.stage
GROUP BY GROUPING SETS ((t.regime, t.position, t.track, g.position, g.stage), ())
HAVING count(*) > 0
ORDER BY is_total, t.regime, t.position, g.position
