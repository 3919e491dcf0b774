-- What becomes of the open consultations of a ministry, and of the tabling of their cases, when it answers later than
-- it does. A reply is expected as many days after the notice as the median of the consultations that the ministry has
-- answered, supplements included. Where that day has passed or it has not answered any, the reply is expected today. A
-- case can be tabled on the day the last of its open consultations is answered.
-- $1 ministry text: its name
-- $2 slower integer: how many days later
--
-- columns: case_file_id bigint, reference text, deadline_no integer, rule text, name_ko text, name_en text, kind text, usual_days integer, due_on date, expected_before date, expected_after date
WITH open AS (
    SELECT k.consultation_id, k.case_file_id, k.ministry_id, k.notified_on, authority_date(c.regime) AS today,
        m.name = $1::text AS is_slower
    FROM consultation AS k
    JOIN organisation AS m ON m.organisation_id = k.ministry_id
    JOIN case_file AS c ON c.case_file_id = k.case_file_id
    WHERE k.replied_at IS NULL AND k.notified_on IS NOT NULL
        AND EXISTS (SELECT FROM consultation AS o JOIN organisation AS p ON p.organisation_id = o.ministry_id
            WHERE o.case_file_id = k.case_file_id AND o.replied_at IS NULL AND p.name = $1::text)
), usual AS (
    SELECT k.ministry_id, percentile_disc(0.5) WITHIN GROUP (
        ORDER BY authority_date(c.regime, k.replied_at) - k.notified_on) AS days
    FROM consultation AS k
    JOIN case_file AS c ON c.case_file_id = k.case_file_id
    WHERE k.ministry_id IN (SELECT o.ministry_id FROM open AS o)
        AND k.replied_at IS NOT NULL AND NOT k.lapsed AND k.recall_reason IS NULL AND k.notified_on IS NOT NULL
    GROUP BY k.ministry_id
), expected AS (
    SELECT o.case_file_id, o.consultation_id, o.is_slower, u.days,
        greatest(o.notified_on + u.days, o.today) AS before,
        greatest(o.notified_on + u.days, o.today) + CASE WHEN o.is_slower THEN $2::integer ELSE 0 END AS after
    FROM open AS o
    LEFT JOIN usual AS u ON u.ministry_id = o.ministry_id
), followed AS (
    SELECT e.case_file_id, 'consultation' AS subject, e.consultation_id AS subject_id, NULL AS ends_on, 'reply' AS kind,
        e.days, e.before, e.after
    FROM expected AS e WHERE e.is_slower
    UNION ALL
    SELECT e.case_file_id, 'case', e.case_file_id, 'tabled', 'tabling', NULL, max(e.before), max(e.after)
    FROM expected AS e GROUP BY e.case_file_id
)
SELECT c.case_file_id, c.reference::text, s.deadline_no::integer, r.rule::text, r.name_ko::text, r.name_en::text, f.kind,
    f.days::integer AS usual_days, s.due_on, f.before AS expected_before, f.after AS expected_after
FROM followed AS f
JOIN deadline_today AS s ON s.case_file_id = f.case_file_id AND s.subject = f.subject AND s.subject_id = f.subject_id
    AND s.ended_on IS NULL
JOIN deadline_rule AS r ON r.deadline_rule_id = s.deadline_rule_id AND (f.ends_on IS NULL OR f.ends_on = ANY (r.ends_on))
JOIN case_file AS c ON c.case_file_id = s.case_file_id
ORDER BY s.due_on, c.case_file_id, s.deadline_no
