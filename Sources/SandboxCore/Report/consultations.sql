-- What became of consultations, ministry by ministry or track by track, and in total (the last row).
-- $1 as_of date: the day to look at; NULL: the authority's today
-- $2 by_track boolean: one row for each track instead of one for each ministry
-- $3 track text: NULL: all tracks
-- $4 regime text: NULL: all regimes
--
-- A consultation counts from the day it was sent, unless it was called off. It is answered, or has lapsed, or its case was closed without an
-- answer, or it is open. An open one is overdue if its period has ended. Days used are those the deadline counts,
-- without stops, from the day after the notice up to the reply; a consultation without a deadline has none. Supplements
-- are those the ministry asked for.
-- columns: is_total boolean, ministry text, regime text, track text, as_of date, sent bigint, open bigint, not_notified bigint, overdue bigint, answered bigint, lapsed bigint, closed bigint, median_days text, p90_days integer, supplements bigint
WITH asked AS MATERIALIZED (
    SELECT k.consultation_id, k.case_file_id, k.ministry_id, c.regime, c.track, g.calendar, d.as_of,
        k.notified_on IS NOT NULL AND k.notified_on <= d.as_of AS is_notified,
        (k.replied_at AT TIME ZONE g.time_zone)::date AS replied_on,
        CASE
            WHEN (k.replied_at AT TIME ZONE g.time_zone)::date <= d.as_of THEN CASE WHEN k.lapsed THEN 'lapsed' ELSE 'answered' END
            WHEN (c.closed_at AT TIME ZONE g.time_zone)::date <= d.as_of THEN 'closed'
            ELSE 'open'
        END AS state
    FROM consultation AS k
    JOIN case_file AS c ON c.case_file_id = k.case_file_id
    JOIN regime AS g ON g.regime = c.regime
    CROSS JOIN LATERAL (SELECT coalesce($1::date, (now() AT TIME ZONE g.time_zone)::date) AS as_of) AS d
    WHERE (k.sent_at AT TIME ZONE g.time_zone)::date <= d.as_of AND k.recall_reason IS NULL
        AND ($3::text IS NULL OR c.track = $3::text) AND ($4::text IS NULL OR c.regime = $4::text)
), timed AS MATERIALIZED (
    SELECT DISTINCT ON (c.subject_id) c.subject_id AS consultation_id, c.deadline_id, c.started_on, m.counts_first_day,
        m.counts_open_days_only, r.stopped_by <> '{}' AS can_stop
    FROM deadline AS c
    JOIN deadline_rule AS r ON r.deadline_rule_id = c.deadline_rule_id
    JOIN counting_method AS m ON m.counting = r.counting
    WHERE c.subject = 'consultation' AND c.started_on IS NOT NULL
    ORDER BY c.subject_id, c.deadline_id DESC
), used AS MATERIALIZED (
    SELECT a.ministry_id, a.regime, a.track, a.as_of, CASE WHEN k.counts_open_days_only THEN
            (SELECT count(*) FROM calendar_day AS d WHERE d.calendar = a.calendar AND d.is_open
                AND d.day BETWEEN f.first_day AND a.replied_on AND NOT d.day <@ coalesce(s.days, '{}'))
        ELSE greatest(a.replied_on - f.first_day + 1, 0) - coalesce(
            (SELECT sum(upper(x) - lower(x)) FROM unnest(s.days) AS x), 0) END::integer AS days
    FROM asked AS a
    JOIN timed AS k ON k.consultation_id = a.consultation_id
    CROSS JOIN LATERAL (SELECT k.started_on + CASE WHEN k.counts_first_day THEN 0 ELSE 1 END AS first_day) AS f
    LEFT JOIN LATERAL (SELECT range_agg(s.days * daterange(f.first_day, a.replied_on + 1)) AS days
        FROM deadline_stop AS s WHERE k.can_stop AND s.deadline_id = k.deadline_id AND NOT s.undone
            AND f.first_day <= a.replied_on) AS s ON true
    WHERE a.state = 'answered'
), late AS MATERIALIZED (
    -- Only open deadlines are counted; the others' ends do not matter here.
    SELECT a.* FROM asked AS a WHERE a.consultation_id = ANY (ARRAY(
        SELECT s.subject_id FROM deadline_state($1::date) AS s
        WHERE s.due_on < s.today AND s.deadline_id = ANY (ARRAY(SELECT k.deadline_id FROM asked AS a
            JOIN timed AS k ON k.consultation_id = a.consultation_id WHERE a.state = 'open' AND a.is_notified))))
), fact AS (
    -- The rows are appended, not joined: what is known of a consultation is added up.
    SELECT a.ministry_id, a.regime, a.track, a.as_of, a.state, a.is_notified, NULL::integer AS days, false AS is_late,
        false AS is_supplement
    FROM asked AS a
    UNION ALL
    SELECT u.ministry_id, u.regime, u.track, u.as_of, NULL, NULL, u.days, false, false FROM used AS u
    UNION ALL
    SELECT l.ministry_id, l.regime, l.track, l.as_of, NULL, NULL, NULL, true, false FROM late AS l
    UNION ALL
    SELECT a.ministry_id, a.regime, a.track, a.as_of, NULL, NULL, NULL, false, true
    FROM (SELECT DISTINCT a.case_file_id, a.ministry_id, a.regime, a.track, a.as_of FROM asked AS a) AS a
    JOIN supplement AS s ON s.case_file_id = a.case_file_id AND s.asked_by_id = a.ministry_id
    JOIN regime AS g ON g.regime = a.regime
    WHERE (s.asked_at AT TIME ZONE g.time_zone)::date <= a.as_of AND s.ended_as IS DISTINCT FROM 'recalled'
)
SELECT grouping(t.ministry, t.track) = 3 AS is_total, t.ministry, t.regime, t.track, max(t.as_of) AS as_of,
    count(t.state) AS sent, count(*) FILTER (WHERE t.state = 'open') AS open,
    count(*) FILTER (WHERE t.state = 'open' AND NOT t.is_notified) AS not_notified,
    count(*) FILTER (WHERE t.is_late) AS overdue, count(*) FILTER (WHERE t.state = 'answered') AS answered,
    count(*) FILTER (WHERE t.state = 'lapsed') AS lapsed, count(*) FILTER (WHERE t.state = 'closed') AS closed,
    trim_scale((percentile_cont(0.5) WITHIN GROUP (ORDER BY t.days))::numeric)::text AS median_days,
    percentile_disc(0.9) WITHIN GROUP (ORDER BY t.days) AS p90_days,
    count(*) FILTER (WHERE t.is_supplement) AS supplements
FROM (
    SELECT CASE WHEN NOT $2::boolean THEN o.name::text END AS ministry,
        CASE WHEN $2::boolean THEN f.regime::text END AS regime, CASE WHEN $2::boolean THEN f.track::text END AS track,
        CASE WHEN $2::boolean THEN p.position END AS position,
        f.as_of, f.state, f.is_notified, f.days, f.is_late, f.is_supplement
    FROM fact AS f
    JOIN organisation AS o ON o.organisation_id = f.ministry_id
    JOIN track AS p ON p.regime = f.regime AND p.track = f.track
) AS t
GROUP BY GROUPING SETS ((t.ministry, t.regime, t.position, t.track), ())
HAVING count(*) > 0
ORDER BY is_total, t.regime, t.position, t.track, t.ministry COLLATE "C"
