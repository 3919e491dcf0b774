-- Every case file the reader may see, in the order they were entered, a row each.
-- $1 changed_since date: only those whose stage changed on this day or later; NULL: all
--
-- columns: case_file_id bigint, reference text, track text, stage text, stage_since date, company text, service text, origin text, filed text, received_on date, outcome text, decided_on date, session text, reason text, conditions text[], laws text[], ministries text[], opinions text[], waiting_on text[], tasks text[], source text
SELECT c.case_file_id, c.reference, c.track, c.stage, authority_date(c.regime, c.stage_since) AS stage_since,
    o.name AS company, c.service_name AS service, c.origin,
    coalesce(i.filed_on::text, authority_date(c.regime, c.filed_at)::text) AS filed,
    authority_date(c.regime, c.received_at) AS received_on,
    d.outcome, d.decided_on, d.session_label AS session, coalesce(d.reason, c.closing_reason)::text AS reason,
    ARRAY(SELECT k.text::text FROM condition AS k WHERE k.decision_id = d.decision_id ORDER BY k.condition_no) AS conditions,
    ARRAY(SELECT concat_ws(' ', e.law, e.article) FROM exemption_item AS e
        WHERE e.case_file_id = c.case_file_id ORDER BY e.item_no) AS laws,
    CASE WHEN i.case_file_id IS NOT NULL THEN i.ministries::text[] ELSE ARRAY(
        SELECT m.name::text FROM consultation AS k JOIN organisation AS m ON m.organisation_id = k.ministry_id
        WHERE k.case_file_id = c.case_file_id GROUP BY m.name ORDER BY min(k.consultation_id)) END AS ministries,
    ARRAY(SELECT m.name || ': ' || p.opinion
        FROM consultation AS k
        JOIN organisation AS m ON m.organisation_id = k.ministry_id
        JOIN opinion AS p ON p.consultation_id = k.consultation_id
        WHERE k.case_file_id = c.case_file_id ORDER BY k.consultation_id) AS opinions,
    ARRAY(SELECT DISTINCT t.waiting_on FROM case_turn AS t
        WHERE t.case_file_id = c.case_file_id ORDER BY t.waiting_on) AS waiting_on,
    ARRAY(SELECT r.roadmap || '/' || e.task_no
        FROM case_task AS k JOIN roadmap_entry AS e USING (reform_task_id) JOIN roadmap AS r USING (roadmap_id)
        WHERE k.case_file_id = c.case_file_id ORDER BY r.roadmap, e.position) AS tasks,
    i.source::text
FROM case_file AS c
JOIN organisation AS o ON o.organisation_id = c.company_id
LEFT JOIN latest_decision AS d USING (case_file_id)
LEFT JOIN imported_case AS i USING (case_file_id)
WHERE $1::date IS NULL OR authority_date(c.regime, c.stage_since) >= $1::date
ORDER BY c.case_file_id
