-- What a regime owes as a whole, not on one case: its annual report.

-- A period of a regime begins again where it ended, whenever the act was done: the third report is due three years after
-- the sandbox was established.
CREATE VIEW regime_duty WITH (security_invoker = true) AS
SELECT g.regime, r.rule, r.name_ko, r.name_en, r.basis, r.owed_by, n.done, n.last_on, s.started_on, p.due_on,
    p.due_on - authority_date(g.regime) AS days_left, p.certainty
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
