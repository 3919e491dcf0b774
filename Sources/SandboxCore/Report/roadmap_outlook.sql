-- The reform tasks of the roadmaps: what was promised first, what is expected now, and what happened. For each task
-- this is the last milestone that was promised; for a task without promises, the last that was reached.
-- $1 roadmap text: its code; NULL: all roadmaps
-- $2 ministry text: only tasks this ministry owes; NULL: all
-- $3 regime text: NULL: all regimes
--
-- Slip is counted in calendar days (milestone_at).
-- columns: roadmap text, task_no text, title text, ministries text[], target text, status text, milestone text, baseline_from date, baseline_to date, forecast_from date, forecast_to date, reached_on date, in_force_on date, in_force_is_exact boolean, is_exact boolean, slip_days integer, standing text, cases bigint
WITH milestone AS MATERIALIZED (
    SELECT m.* FROM milestone_at() AS m
), outlook AS (
    SELECT DISTINCT ON (m.reform_task_id) m.* FROM milestone AS m JOIN reform_status AS s ON s.status = m.kind
    ORDER BY m.reform_task_id, m.promised IS NULL, s.position DESC
)
SELECT r.roadmap::text AS roadmap, e.task_no::text AS task_no, t.title::text AS title,
    ARRAY(SELECT o.name || CASE WHEN m.confirmed THEN '' ELSE '?' END
        FROM task_ministry AS m JOIN organisation AS o ON o.organisation_id = m.ministry_id
        WHERE m.reform_task_id = t.reform_task_id ORDER BY o.name) AS ministries,
    e.target::text AS target, t.status::text AS status, x.kind AS milestone, x.promised_from AS baseline_from,
    x.promised_to AS baseline_to, x.forecast_from, x.forecast_to, x.actual_to AS reached_on,
    f.in_force_on, f.is_exact AS in_force_is_exact, x.actual_to IS NULL OR x.actual_from IS NOT DISTINCT FROM x.actual_to AS is_exact,
    x.slip_days, x.standing,
    (SELECT count(*) FROM case_task AS c WHERE c.reform_task_id = t.reform_task_id) AS cases
FROM roadmap_entry AS e
JOIN roadmap AS r USING (roadmap_id)
JOIN reform_task AS t USING (reform_task_id)
LEFT JOIN outlook AS x USING (reform_task_id)
JOIN task_in_force AS f ON f.reform_task_id = t.reform_task_id
WHERE ($1::text IS NULL OR r.roadmap = $1::text) AND ($3::text IS NULL OR r.regime = $3::text)
    AND ($2::text IS NULL OR EXISTS (SELECT FROM task_ministry AS m JOIN organisation AS o ON o.organisation_id = m.ministry_id
        WHERE m.reform_task_id = t.reform_task_id AND o.name = $2::text))
ORDER BY r.roadmap, e.position
