-- How far a law roadmap has come, per area, ministry or roadmap, and in total (the last row).
-- $1 as_of date: the day; NULL: the authority's today. The status of a past day is what the event log says of it.
-- $2 by text: area, ministry or roadmap
-- $3 roadmap text: its code; NULL: all roadmaps; a task of two of them then counts once in the total
--
-- A task is overdue if its last day has passed and it is known not to have ended. A task of which nobody has said
-- anything (undetermined) is counted separately, in past_target_undetermined. Cases waiting are those linked to a task
-- that has not ended.
-- columns: is_total boolean, roadmap text, name text, as_of date, tasks bigint, done bigint, under_way bigint, not_begun bigint, ended bigint, undetermined bigint, overdue bigint, past_target_undetermined bigint, cases_waiting bigint, recorded_later bigint
WITH scope AS (
    SELECT e.reform_task_id, r.roadmap_id, r.roadmap::text AS roadmap, r.name::text AS roadmap_name, e.area::text AS area,
        e.position, e.target_to, coalesce($1::date, authority_date(r.regime)) AS as_of,
        (coalesce($1::date, authority_date(r.regime)) + 1)::timestamp AT TIME ZONE g.time_zone AS day_end
    FROM roadmap_entry AS e JOIN roadmap AS r USING (roadmap_id) JOIN regime AS g USING (regime)
    WHERE $3::text IS NULL OR r.roadmap = $3::text
), task AS (
    SELECT s.reform_task_id, t.status, t.was_recorded, max(s.as_of) AS as_of,
        coalesce(bool_or(s.target_to < s.as_of), false) AS is_past
    FROM scope AS s
    JOIN reform_status_at((SELECT max(day_end) FROM scope)) AS t USING (reform_task_id)
    GROUP BY s.reform_task_id, t.status, t.was_recorded
), member AS (
    SELECT false AS is_total, s.roadmap, s.area AS name, min(s.position) OVER (PARTITION BY s.roadmap, s.area) AS place,
        s.reform_task_id
    FROM scope AS s WHERE $2::text = 'area'
    UNION ALL
    SELECT false, s.roadmap, s.roadmap_name, 0, s.reform_task_id FROM scope AS s WHERE $2::text = 'roadmap'
    UNION ALL
    SELECT DISTINCT false, NULL, o.name::text, CASE WHEN o.name IS NULL THEN 1 ELSE 0 END, s.reform_task_id
    FROM scope AS s
    LEFT JOIN task_ministry AS m USING (reform_task_id)
    LEFT JOIN organisation AS o ON o.organisation_id = m.ministry_id
    WHERE $2::text = 'ministry'
    UNION ALL
    SELECT true, NULL, NULL, 0, t.reform_task_id FROM task AS t
), waiting AS (
    SELECT m.is_total, m.roadmap, m.name, count(DISTINCT c.case_file_id) AS cases
    FROM member AS m
    JOIN task AS t USING (reform_task_id)
    JOIN case_task AS c USING (reform_task_id)
    WHERE t.status NOT IN ('in-force', 'dropped', 'merged', 'superseded')
    GROUP BY m.is_total, m.roadmap, m.name
), counted AS (
    SELECT m.is_total, m.roadmap, m.name, min(m.place) AS place, max(t.as_of) AS as_of, count(*) AS tasks,
        count(*) FILTER (WHERE t.status = 'in-force') AS done,
        count(*) FILTER (WHERE t.status IN ('drafting', 'consulting', 'pre-announced', 'regulatory-review',
            'legislation-office', 'assembly', 'passed', 'promulgated')) AS under_way,
        count(*) FILTER (WHERE t.status = 'planned') AS not_begun,
        count(*) FILTER (WHERE t.status IN ('dropped', 'merged', 'superseded')) AS ended,
        count(*) FILTER (WHERE t.status = 'undetermined') AS undetermined,
        count(*) FILTER (WHERE t.is_past AND t.status NOT IN (
            'in-force', 'dropped', 'merged', 'superseded', 'undetermined')) AS overdue,
        count(*) FILTER (WHERE t.is_past AND t.status = 'undetermined') AS past_target_undetermined,
        count(*) FILTER (WHERE NOT t.was_recorded) AS recorded_later
    FROM member AS m JOIN task AS t USING (reform_task_id)
    GROUP BY m.is_total, m.roadmap, m.name
)
SELECT c.is_total, c.roadmap, c.name, c.as_of, c.tasks, c.done, c.under_way, c.not_begun, c.ended, c.undetermined,
    c.overdue, c.past_target_undetermined, coalesce(w.cases, 0) AS cases_waiting, c.recorded_later
FROM counted AS c
LEFT JOIN waiting AS w ON w.is_total = c.is_total
    AND w.roadmap IS NOT DISTINCT FROM c.roadmap AND w.name IS NOT DISTINCT FROM c.name
ORDER BY c.is_total, c.roadmap, c.place, c.name
