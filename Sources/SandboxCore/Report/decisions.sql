-- What was decided, per track, outcome, year or month, and in total (the last row).
-- $1 by text: track, outcome, year or month
-- $2 since date: decided on this day or later; NULL: from the beginning
-- $3 until date: decided on this day or earlier; NULL: to the end
-- $4 track text: NULL: all tracks
-- $5 regime text: NULL: all regimes
--
-- Days are calendar days from filing to decision; cases of the past have no filing day and are not included in them. Of years and
-- months those without a decision are between the others; what nobody knows the day of comes last.
-- columns: is_total boolean, name text, decisions bigint, grants bigint, with_conditions bigint, rejected bigint, other bigint, median_days text
WITH decided AS (
    SELECT CASE $1::text WHEN 'track' THEN c.track::text WHEN 'outcome' THEN d.outcome::text
            WHEN 'year' THEN coalesce(to_char(d.decided_on, 'YYYY'), 'unknown')
            ELSE coalesce(to_char(d.decided_on, 'YYYY-MM'), 'unknown') END AS name,
        CASE WHEN $1::text = 'track' THEN t.position ELSE 0 END AS place,
        d.outcome, t.grants AND d.outcome IN ('granted', 'granted-with-conditions') AS is_grant,
        d.decided_on - (c.filed_at AT TIME ZONE r.time_zone)::date AS days, d.decided_on
    FROM decision AS d
    JOIN case_file AS c USING (case_file_id)
    JOIN track AS t ON t.regime = c.regime AND t.track = c.track
    JOIN regime AS r ON r.regime = c.regime
    WHERE ($2::date IS NULL OR d.decided_on >= $2::date) AND ($3::date IS NULL OR d.decided_on <= $3::date)
        AND ($4::text IS NULL OR c.track = $4::text) AND ($5::text IS NULL OR c.regime = $5::text)
), member AS (
    SELECT d.name, d.place, d.outcome, d.is_grant, d.days FROM decided AS d
    UNION ALL
    SELECT to_char(s.at, CASE $1::text WHEN 'year' THEN 'YYYY' ELSE 'YYYY-MM' END), 0, NULL, NULL, NULL
    FROM (SELECT min(d.decided_on)::timestamp AS first, max(d.decided_on)::timestamp AS last FROM decided AS d
        WHERE $1::text IN ('year', 'month')) AS b
    CROSS JOIN LATERAL (SELECT CASE $1::text WHEN 'year' THEN 'year' ELSE 'month' END AS unit) AS u
    CROSS JOIN LATERAL generate_series(date_trunc(u.unit, b.first), b.last, ('1 ' || u.unit)::interval) AS s (at)
)
SELECT grouping(d.name) = 1 AS is_total, d.name, count(d.outcome) AS decisions,
    count(*) FILTER (WHERE d.is_grant) AS grants,
    count(*) FILTER (WHERE d.is_grant AND d.outcome = 'granted-with-conditions') AS with_conditions,
    count(*) FILTER (WHERE d.outcome = 'rejected') AS rejected,
    count(*) FILTER (WHERE NOT d.is_grant AND d.outcome <> 'rejected') AS other,
    trim_scale((percentile_cont(0.5) WITHIN GROUP (ORDER BY d.days))::numeric)::text AS median_days
FROM member AS d
GROUP BY GROUPING SETS ((d.place, d.name), ())
HAVING grouping(d.name) = 0 OR count(d.outcome) > 0
ORDER BY is_total, d.place, d.name
