-- How promises of milestones were kept, per ministry, roadmap or milestone, and in total (the last row).
-- $1 as_of date: the day; NULL: the authority's today. What had been said by then counts, even if it was entered later.
-- $2 by text: ministry, roadmap or milestone
-- $3 roadmap text: its code; NULL: all roadmaps; a task of two of them then counts once in the total
-- $4 known_by date: only what had been entered by the end of this day; NULL: everything
-- $5 regime text: NULL: all regimes
--
-- A task owed by two ministries counts for both, and once in the total. Slip is counted in calendar days (milestone_at);
-- half of the dated promises slipped by no more than the median.
-- columns: is_total boolean, name text, as_of date, milestones bigint, kept bigint, late bigint, overdue bigint, slipping bigint, on_course bigint, undated bigint, unpromised bigint, promised_again bigint, median_slip text, greatest_slip integer, recorded_later bigint
WITH bound AS (
    SELECT max(($4::date + 1)::timestamp AT TIME ZONE g.time_zone) AS known_before,
        max(($1::date + 1)::timestamp AT TIME ZONE g.time_zone) AS day_end
    FROM regime AS g WHERE g.regime IN (SELECT r.regime FROM roadmap AS r) AND ($5::text IS NULL OR g.regime = $5::text)
), entry AS (
    SELECT e.reform_task_id, r.roadmap_id, r.name::text AS roadmap FROM roadmap_entry AS e JOIN roadmap AS r USING (roadmap_id)
    WHERE ($3::text IS NULL OR r.roadmap = $3::text) AND ($5::text IS NULL OR r.regime = $5::text)
), milestone AS (
    SELECT m.reform_task_id, m.kind, m.as_of, m.forecasts, m.slip_days, m.standing,
        EXISTS (SELECT FROM forecast AS f WHERE f.reform_task_id = m.reform_task_id AND f.kind = m.kind
            AND f.said_on <= m.as_of AND f.made_at >= b.day_end)
        OR EXISTS (SELECT FROM arrival AS a WHERE a.reform_task_id = m.reform_task_id AND a.kind = m.kind
            AND a.said_to <= m.as_of AND a.made_at >= b.day_end) AS was_recorded_later
    FROM bound AS b, milestone_at($1::date, b.known_before) AS m
    WHERE m.reform_task_id IN (SELECT e.reform_task_id FROM entry AS e)
), member AS (
    SELECT false AS is_total, o.name::text AS name, CASE WHEN o.name IS NULL THEN 1 ELSE 0 END::bigint AS place, m.*
    FROM milestone AS m LEFT JOIN task_ministry AS w USING (reform_task_id)
    LEFT JOIN organisation AS o ON o.organisation_id = w.ministry_id WHERE $2::text = 'ministry'
    UNION ALL
    SELECT false, e.roadmap, e.roadmap_id, m.* FROM milestone AS m JOIN entry AS e USING (reform_task_id)
    WHERE $2::text = 'roadmap'
    UNION ALL
    SELECT false, m.kind, s.position, m.* FROM milestone AS m JOIN reform_status AS s ON s.status = m.kind
    WHERE $2::text = 'milestone'
    UNION ALL
    SELECT true, NULL, 0, m.* FROM milestone AS m
)
SELECT m.is_total, m.name, max(m.as_of) AS as_of, count(*) AS milestones,
    count(*) FILTER (WHERE m.standing = 'kept') AS kept, count(*) FILTER (WHERE m.standing = 'late') AS late,
    count(*) FILTER (WHERE m.standing = 'overdue') AS overdue, count(*) FILTER (WHERE m.standing = 'slipping') AS slipping,
    count(*) FILTER (WHERE m.standing = 'on-course') AS on_course, count(*) FILTER (WHERE m.standing = 'undated') AS undated,
    count(*) FILTER (WHERE m.standing = 'unpromised') AS unpromised, count(*) FILTER (WHERE m.forecasts > 1) AS promised_again,
    trim_scale((percentile_cont(0.5) WITHIN GROUP (ORDER BY m.slip_days))::numeric)::text AS median_slip, max(m.slip_days) AS greatest_slip,
    count(*) FILTER (WHERE m.was_recorded_later) AS recorded_later
FROM member AS m GROUP BY m.is_total, m.name
ORDER BY m.is_total, min(m.place), m.name
