-- Who takes part, and how much waits for them: companies with their cases, or ministries with their consultations.
-- $1 kind text: company or ministry (which includes authorities)
-- $2 regime text: NULL: all regimes
--
-- columns: name text, cases bigint, open_cases bigint, decisions bigint, grants bigint, asked bigint, open_consultations bigint, median_days text, tasks bigint
SELECT o.name::text AS name,
    coalesce(k.cases, 0) AS cases, coalesce(k.open_cases, 0) AS open_cases, coalesce(k.decisions, 0) AS decisions,
    coalesce(k.grants, 0) AS grants, coalesce(m.asked, 0) AS asked, coalesce(m.open, 0) AS open_consultations, m.median_days,
    coalesce(t.tasks, 0) AS tasks
FROM organisation AS o
LEFT JOIN (
    SELECT c.company_id, count(*) AS cases, count(*) FILTER (WHERE s.is_open) AS open_cases,
        count(d.decision_id) AS decisions,
        count(*) FILTER (WHERE t.grants AND d.outcome IN ('granted', 'granted-with-conditions')) AS grants
    FROM case_file AS c
    JOIN stage AS s USING (stage)
    JOIN track AS t ON t.regime = c.regime AND t.track = c.track
    LEFT JOIN decision AS d USING (case_file_id)
    WHERE $2::text IS NULL OR c.regime = $2::text
    GROUP BY c.company_id
) AS k ON k.company_id = o.organisation_id AND $1::text = 'company'
LEFT JOIN (
    SELECT c.ministry_id, count(*) AS asked, count(*) FILTER (WHERE c.replied_at IS NULL) AS open,
        trim_scale((percentile_cont(0.5) WITHIN GROUP (ORDER BY
            authority_date(f.regime, c.replied_at) - authority_date(f.regime, c.sent_at)))::numeric)::text AS median_days
    FROM consultation AS c JOIN case_file AS f USING (case_file_id)
    WHERE c.recall_reason IS NULL AND ($2::text IS NULL OR f.regime = $2::text) GROUP BY c.ministry_id
) AS m ON m.ministry_id = o.organisation_id AND $1::text = 'ministry'
LEFT JOIN (
    SELECT c.ministry_id, count(*) AS tasks FROM task_ministry AS c
    JOIN reform_task AS r USING (reform_task_id)
    WHERE r.status NOT IN ('in-force', 'dropped', 'merged', 'superseded') AND ($2::text IS NULL OR EXISTS (
        SELECT FROM roadmap_entry AS e JOIN roadmap AS m USING (roadmap_id)
        WHERE e.reform_task_id = r.reform_task_id AND m.regime = $2::text))
    GROUP BY c.ministry_id
) AS t ON t.ministry_id = o.organisation_id AND $1::text = 'ministry'
WHERE CASE $1::text WHEN 'company' THEN k.cases > 0 ELSE m.asked > 0 OR t.tasks > 0 END
ORDER BY coalesce(k.cases, 0) + coalesce(m.asked, 0) DESC, coalesce(t.tasks, 0) DESC, o.name
