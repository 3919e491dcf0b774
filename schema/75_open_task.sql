-- Who has to act now. Each row is one thing that one organisation has to do; a case that waits for two ministries has two.
-- Security is the reader's own: the views show what their tables show.

-- What a case waits for. A case on an agenda waits for it until the day of the meeting; a case in mediation waits for
-- the council.
CREATE VIEW case_open_task WITH (security_invoker = true) AS
SELECT c.case_file_id, 'applicant' AS waiting_on, c.company_id AS organisation_id, 'file' AS task,
    c.stage_since AS since, NULL::smallint AS subject_no
FROM case_file AS c WHERE c.stage = 'draft'
UNION ALL SELECT c.case_file_id, 'applicant', c.company_id, 'answer', s.asked_at, s.supplement_no
FROM case_file AS c JOIN supplement AS s USING (case_file_id)
WHERE s.answered_at IS NULL AND c.stage IN ('filed', 'received', 'consulting')
UNION ALL SELECT c.case_file_id, 'ministry', k.ministry_id, 'reply', k.sent_at, k.round
FROM case_file AS c JOIN consultation AS k USING (case_file_id)
WHERE k.replied_at IS NULL AND c.stage = 'consulting'
    AND NOT EXISTS (SELECT FROM supplement AS s
        WHERE s.case_file_id = c.case_file_id AND s.asked_by_id = k.ministry_id AND s.answered_at IS NULL)
UNION ALL
SELECT c.case_file_id, 'desk', NULL, CASE c.stage WHEN 'filed' THEN 'receive' ELSE 'consult' END, c.stage_since, NULL
FROM case_file AS c WHERE c.stage IN ('filed', 'received')
    AND NOT EXISTS (SELECT FROM supplement AS s WHERE s.case_file_id = c.case_file_id AND s.answered_at IS NULL)
    AND NOT EXISTS (SELECT FROM agenda_item AS i WHERE i.case_file_id = c.case_file_id AND i.closed_at IS NULL)
    AND NOT EXISTS (SELECT FROM mediation AS m WHERE m.case_file_id = c.case_file_id AND m.ended_on IS NULL)
UNION ALL SELECT c.case_file_id, 'desk', NULL,
    CASE WHEN EXISTS (SELECT FROM track_committee AS b WHERE b.regime = c.regime AND b.track = c.track)
        THEN 'table' ELSE 'decide' END,
    (SELECT max(k.replied_at) FROM consultation AS k WHERE k.case_file_id = c.case_file_id), NULL
FROM case_file AS c WHERE c.stage = 'consulting'
    AND NOT EXISTS (SELECT FROM consultation AS k WHERE k.case_file_id = c.case_file_id AND k.replied_at IS NULL)
    AND NOT EXISTS (SELECT FROM supplement AS s WHERE s.case_file_id = c.case_file_id AND s.answered_at IS NULL)
    AND NOT EXISTS (SELECT FROM agenda_item AS i WHERE i.case_file_id = c.case_file_id AND i.closed_at IS NULL)
    AND NOT EXISTS (SELECT FROM mediation AS m WHERE m.case_file_id = c.case_file_id AND m.ended_on IS NULL)
UNION ALL
SELECT m.case_file_id, 'committee', NULL, 'mediate', m.begun_on::timestamp AT TIME ZONE c.time_zone, m.mediation_no
FROM mediation AS m CROSS JOIN LATERAL (SELECT r.time_zone FROM case_file AS c JOIN regime AS r USING (regime)
    WHERE c.case_file_id = m.case_file_id AND c.stage IN ('received', 'consulting') OFFSET 0) AS c
WHERE m.ended_on IS NULL
UNION ALL SELECT c.case_file_id, t.waiting_on, NULL, t.task, i.tabled_at, s.meeting_no FROM agenda_item AS i
JOIN case_file AS c USING (case_file_id)
JOIN meeting AS s USING (meeting_id)
CROSS JOIN LATERAL (SELECT s.held_on <= authority_date(c.regime) AS has_begun OFFSET 0) AS d
CROSS JOIN LATERAL (SELECT CASE WHEN d.has_begun THEN 'desk' ELSE 'committee' END AS waiting_on,
    CASE WHEN d.has_begun THEN 'decide' ELSE 'deliberate' END AS task) AS t
WHERE i.closed_at IS NULL AND c.stage IN ('received', 'consulting')
UNION ALL SELECT o.case_file_id, 'desk', NULL, 'answer-objection', o.filed_at, d.disposition_no
FROM objection AS o JOIN disposition AS d USING (disposition_id, case_file_id) WHERE o.ruling IS NULL;
COMMENT ON VIEW case_open_task IS
    'who has to act on an open case now: waiting_on, the organisation (NULL: the desk), the task and since when';

-- A period of a regime begins again where it ended, whenever the act was done: the third report is due three years after
-- the sandbox was established.
CREATE VIEW regime_duty WITH (security_invoker = true) AS
SELECT g.regime, r.rule, r.name_ko, r.name_en, r.basis, r.owed_by, n.done, n.last_on, s.started_on, p.due_on,
    p.due_on - authority_date(g.regime) AS days_left
FROM regime AS g
JOIN LATERAL (SELECT max(v.version) AS version FROM regime_version AS v
    WHERE v.regime = g.regime AND v.valid_from <= authority_date(g.regime)) AS v ON true
JOIN deadline_rule AS r ON r.regime = g.regime AND r.version = v.version
JOIN deadline_event AS e ON e.event = r.starts_on AND e.subject = 'regime'
JOIN regime_event AS b ON b.regime = g.regime AND b.event = r.starts_on
CROSS JOIN LATERAL (SELECT count(*)::integer AS done, max(x.on_day) AS last_on FROM regime_event AS x
    WHERE x.regime = g.regime AND x.event = ANY (r.ends_on)) AS n
CROSS JOIN LATERAL (SELECT (b.on_day + period_length(n.done * r.length, r.unit))::date AS started_on OFFSET 0) AS s
CROSS JOIN LATERAL count_period(g.calendar, NULL, s.started_on, NULL, r.counting, r.length, r.unit, 0, NULL, NULL, NULL,
    NULL) AS p;
COMMENT ON VIEW regime_duty IS
    'what each regime owes next as a whole, and until when; done: how often it has been done';

-- What a grant waits for.
CREATE VIEW grant_open_task WITH (security_invoker = true) AS
SELECT g.case_file_id, 'ministry' AS waiting_on, c.organisation_id, 'plan' AS task, c.started_at AS since,
    NULL::smallint AS subject_no, t.due_on
FROM exemption_grant AS g JOIN deadline AS c ON c.case_file_id = g.case_file_id AND c.ended_on IS NULL
JOIN deadline_today AS t ON t.deadline_id = c.deadline_id
JOIN deadline_rule AS r ON r.deadline_rule_id = c.deadline_rule_id AND 'revision-planned' = ANY (r.ends_on)
UNION ALL SELECT a.case_file_id, 'ministry', c.organisation_id, 'record-finding', a.recorded_at, a.act_no, NULL
FROM grant_act AS a
JOIN deadline AS c ON c.case_file_id = a.case_file_id AND c.subject = 'revision' AND c.subject_id = a.grant_act_id
    AND c.owed_by = 'ministry'
JOIN grant_today AS s ON s.exemption_grant_id = a.exemption_grant_id
WHERE a.act = 'request-revision' AND s.is_in_force AND NOT EXISTS (SELECT FROM grant_act AS f
    WHERE f.exemption_grant_id = a.exemption_grant_id AND f.act = 'record-finding'
        AND f.organisation_id = c.organisation_id)
UNION ALL SELECT a.case_file_id, 'desk', NULL, 'confirm', a.recorded_at, a.act_no, NULL
FROM grant_act AS a JOIN grant_today AS s ON s.exemption_grant_id = a.exemption_grant_id
WHERE a.act = 'insure' AND s.is_in_force AND NOT EXISTS (SELECT FROM grant_act AS k
    WHERE k.exemption_grant_id = a.exemption_grant_id
        AND (k.act = 'confirm' AND k.about_no = a.act_no OR k.act = 'insure' AND k.act_no > a.act_no))
UNION ALL SELECT a.case_file_id, 'desk', NULL, 'extend', a.recorded_at, a.act_no, s.end_on
FROM grant_act AS a JOIN grant_today AS s ON s.exemption_grant_id = a.exemption_grant_id
WHERE a.act = 'ask-extension' AND s.state IN ('preparing', 'running', 'suspended')
    AND NOT EXISTS (SELECT FROM grant_act AS k
        WHERE k.exemption_grant_id = a.exemption_grant_id AND k.act IN ('extend', 'refuse-extension'))
UNION ALL SELECT d.case_file_id, 'applicant', c.company_id, 'submit-evidence', d.granted_on::timestamp AT TIME ZONE z.time_zone,
    d.condition_no, d.due_on
FROM condition_due AS d JOIN case_file AS c USING (case_file_id) JOIN regime AS z USING (regime)
WHERE d.is_owed AND d.responsible IS DISTINCT FROM 'ministry' AND d.responsible IS DISTINCT FROM 'desk'
    AND (d.due_on <= d.today + 30 OR d.phase = 'before' AND d.grant_state = 'preparing')
UNION ALL SELECT k.case_file_id, 'desk', NULL, 'review', k.state_since, k.condition_no, NULL
FROM condition_state AS k WHERE k.state = 'submitted'
UNION ALL SELECT c.case_file_id, 'ministry', c.organisation_id, 'opine', c.started_at, k.condition_no, t.due_on
FROM deadline AS c JOIN condition_change AS k ON k.condition_change_id = c.subject_id
JOIN deadline_today AS t ON t.deadline_id = c.deadline_id
WHERE c.ended_on IS NULL AND c.subject = 'change'
UNION ALL SELECT k.case_file_id, 'desk', NULL, 'rule', k.asked_at, k.condition_no, NULL
FROM condition_change AS k
WHERE k.is_accepted IS NULL AND NOT EXISTS (SELECT FROM deadline_today AS t
    WHERE t.case_file_id = k.case_file_id AND t.subject = 'change' AND t.subject_id = k.condition_change_id
        AND t.ended_on IS NULL AND t.due_on >= t.today)
UNION ALL SELECT g.case_file_id, 'desk', NULL, 'exit-report', d.over_on::timestamp AT TIME ZONE z.time_zone, NULL, t.due_on
FROM exemption_grant AS g JOIN regime AS z ON z.regime = g.regime
JOIN deadline AS c ON c.case_file_id = g.case_file_id AND c.ended_on IS NULL
JOIN deadline_rule AS r ON r.deadline_rule_id = c.deadline_rule_id AND 'exit-reported' = ANY (r.ends_on)
JOIN deadline_today AS t ON t.deadline_id = c.deadline_id
CROSS JOIN LATERAL (SELECT CASE WHEN c.anchor_deadline_id IS NULL THEN c.started_on ELSE t.started_on + 1 END AS over_on) AS d
WHERE d.over_on <= t.today;
COMMENT ON VIEW grant_open_task IS
    'who has to act on a grant now, like case_open_task; due_on: by when, where the law says';
