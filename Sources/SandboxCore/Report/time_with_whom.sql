-- To whom every day of every case is attributed, from its filing to its decision, and in total (the last rows).
-- $1 by text: party, ministry, track or case
-- $2 cases text[]: only the cases of these references; NULL: all
-- $3 from date: only days from this one on; NULL: from the filing
-- $4 to date: only days up to this one; NULL: up to the end
-- $5 track text: NULL: all tracks
-- $6 regime text: NULL: all regimes
--
-- A day belongs to whoever the case waits for at the midnight that ends it: the applicant for each open supplement, and
-- after a rejection until it asks for re-deliberation; each ministry that was told of a consultation and has not
-- replied, unless it waits for a supplement of its own; the desk for a ministry that has not been told yet, and
-- whenever nobody else is waited for. In that last case the committee takes the place of the desk while the case is on
-- an agenda that is frozen or is being mediated. What was called off or taken back was waited for by nobody. Where several are waited for, a stretch of days is shared in equal
-- parts of a thousandth of a day, what is left over going to the first of them, so that the parts add up to the stretch
-- exactly. After a grant the days until the last linked reform task is in force are the legislature's; they are not
-- part of the age, and are totalled separately.
-- columns: is_total boolean, reference text, regime text, track text, party text, organisation text, cases bigint, days text, age_days bigint, as_of date
WITH subject AS MATERIALIZED (
    SELECT c.case_file_id, c.reference, c.regime, c.track, g.time_zone, d.as_of, e.decided_on, e.outcome,
        greatest(f.filed_on, $3::date) AS from_on,
        greatest(least(coalesce(e.decided_on, (c.closed_at AT TIME ZONE g.time_zone)::date, d.as_of), d.as_of, $4::date + 1),
            greatest(f.filed_on, $3::date)) AS to_on
    FROM case_file AS c
    JOIN regime AS g ON g.regime = c.regime
    CROSS JOIN LATERAL (SELECT authority_date(c.regime) AS as_of) AS d
    CROSS JOIN LATERAL (SELECT (c.filed_at AT TIME ZONE g.time_zone)::date AS filed_on) AS f
    LEFT JOIN LATERAL (SELECT x.decided_on, x.outcome FROM decision AS x
        WHERE c.stage = 'decided' AND x.case_file_id = c.case_file_id ORDER BY x.decision_id DESC LIMIT 1) AS e ON true
    WHERE c.origin = 'filed' AND f.filed_on <= d.as_of AND ($2::text[] IS NULL OR c.reference = ANY ($2::text[]))
        AND ($5::text IS NULL OR c.track = $5::text) AND ($6::text IS NULL OR c.regime = $6::text)
), asked AS MATERIALIZED (
    SELECT s.case_file_id, s.asked_by_id, daterange((s.asked_at AT TIME ZONE u.time_zone)::date,
        (s.answered_at AT TIME ZONE u.time_zone)::date) * daterange(u.from_on, u.to_on) AS days
    FROM subject AS u JOIN supplement AS s ON s.case_file_id = u.case_file_id AND s.ended_as IS DISTINCT FROM 'recalled'
), consulted AS MATERIALIZED (
    -- GREATEST passes over NULL, which here means not yet.
    SELECT k.case_file_id, k.ministry_id, k.sent_on, CASE WHEN k.notified_on > k.sent_on THEN k.notified_on
            WHEN k.notified_on IS NOT NULL THEN k.sent_on END AS notified_on,
        CASE WHEN k.replied_on < k.notified_on THEN k.notified_on ELSE k.replied_on END AS replied_on, k.span
    FROM (SELECT k.case_file_id, k.ministry_id, k.notified_on, (k.sent_at AT TIME ZONE u.time_zone)::date AS sent_on,
            (k.replied_at AT TIME ZONE u.time_zone)::date AS replied_on, daterange(u.from_on, u.to_on) AS span
        FROM subject AS u JOIN consultation AS k ON k.case_file_id = u.case_file_id AND k.recall_reason IS NULL) AS k
), waited AS (
    SELECT a.case_file_id, 1 AS place, 'applicant' AS party, NULL::bigint AS organisation_id, range_agg(a.days) AS days
    FROM (
        SELECT a.case_file_id, a.days FROM asked AS a
        UNION ALL
        SELECT u.case_file_id, daterange(min(d.decided_on), (r.asked_at AT TIME ZONE u.time_zone)::date)
            * daterange(u.from_on, u.to_on)
        FROM subject AS u JOIN redeliberation AS r USING (case_file_id) JOIN decision AS d USING (case_file_id)
        GROUP BY u.case_file_id, r.asked_at, u.time_zone, u.from_on, u.to_on
    ) AS a GROUP BY a.case_file_id
    UNION ALL
    SELECT k.case_file_id, 2, 'ministry', k.ministry_id, k.days - coalesce(a.days, '{}')
    FROM (SELECT k.case_file_id, k.ministry_id,
            range_agg(daterange(k.notified_on, k.replied_on) * k.span) AS days
        FROM consulted AS k WHERE k.notified_on IS NOT NULL GROUP BY k.case_file_id, k.ministry_id) AS k
    LEFT JOIN (SELECT a.case_file_id, a.asked_by_id, range_agg(a.days) AS days
        FROM asked AS a GROUP BY a.case_file_id, a.asked_by_id) AS a
        ON a.case_file_id = k.case_file_id AND a.asked_by_id = k.ministry_id
    UNION ALL
    SELECT k.case_file_id, 3, 'desk', NULL,
        range_agg(daterange(k.sent_on, coalesce(k.notified_on, k.replied_on)) * k.span)
    FROM consulted AS k WHERE k.sent_on IS DISTINCT FROM k.notified_on
    GROUP BY k.case_file_id
), piece AS MATERIALIZED (
    SELECT w.case_file_id, w.place, w.party, w.organisation_id, d.days
    FROM waited AS w, LATERAL unnest(w.days) AS d (days)
), committee AS (
    SELECT h.case_file_id, range_agg(h.days * daterange(u.from_on, u.to_on)) AS days
    FROM subject AS u JOIN (
        SELECT i.case_file_id, daterange(authority_date(b.regime, s.frozen_at), authority_date(b.regime, i.closed_at)) AS days
        FROM agenda_item AS i
        JOIN meeting AS s USING (meeting_id)
        JOIN committee AS b ON b.committee = s.committee
        WHERE s.frozen_at IS NOT NULL AND s.cancelled_at IS NULL AND s.frozen_at <= coalesce(i.closed_at, 'infinity')
        UNION ALL
        SELECT m.case_file_id, daterange(m.begun_on, m.ended_on) FROM mediation AS m
    ) AS h USING (case_file_id)
    GROUP BY h.case_file_id
), sitting AS MATERIALIZED (
    SELECT c.case_file_id, d.days FROM committee AS c, LATERAL unnest(c.days) AS d (days)
), cut AS (
    SELECT u.case_file_id, u.from_on AS day FROM subject AS u
    UNION SELECT u.case_file_id, u.to_on FROM subject AS u
    UNION SELECT p.case_file_id, lower(p.days) FROM piece AS p
    UNION SELECT p.case_file_id, upper(p.days) FROM piece AS p
    UNION SELECT t.case_file_id, lower(t.days) FROM sitting AS t
    UNION SELECT t.case_file_id, upper(t.days) FROM sitting AS t
), stretch AS (
    SELECT s.case_file_id, s.from_on, s.to_on - s.from_on AS days
    FROM (SELECT c.case_file_id, c.day AS from_on, lead(c.day) OVER (PARTITION BY c.case_file_id ORDER BY c.day) AS to_on
        FROM cut AS c) AS s
    WHERE s.to_on IS NOT NULL
), held AS (
    SELECT s.case_file_id, coalesce(p.party, CASE WHEN t.days IS NULL THEN 'desk' ELSE 'committee' END) AS party,
        p.organisation_id, 1000 * s.days AS thousandths, count(*) OVER w AS among,
        row_number() OVER (w ORDER BY p.place, p.organisation_id) AS place
    FROM stretch AS s
    LEFT JOIN piece AS p ON p.case_file_id = s.case_file_id AND p.days @> s.from_on
    LEFT JOIN sitting AS t ON t.case_file_id = s.case_file_id AND t.days @> s.from_on
    WINDOW w AS (PARTITION BY s.case_file_id, s.from_on)
), pending AS (
    SELECT u.case_file_id, greatest(least(CASE WHEN bool_and(t.status = 'in-force' OR f.in_force_on IS NOT NULL)
            THEN max(coalesce(f.in_force_on, u.decided_on)) END, u.as_of, $4::date + 1)
        - greatest(u.decided_on, $3::date), 0) AS days
    FROM subject AS u
    JOIN case_task AS l ON l.case_file_id = u.case_file_id
    JOIN reform_task AS t ON t.reform_task_id = l.reform_task_id
    JOIN task_in_force AS f ON f.reform_task_id = l.reform_task_id
    WHERE u.outcome IN ('granted', 'granted-with-conditions') AND u.decided_on <= u.as_of
        AND t.status NOT IN ('dropped', 'merged', 'superseded')
    GROUP BY u.case_file_id, u.decided_on, u.as_of
), attributed AS (
    SELECT h.case_file_id, h.party, h.organisation_id,
        sum(h.thousandths / h.among + CASE WHEN h.place <= h.thousandths % h.among THEN 1 ELSE 0 END) AS thousandths
    FROM held AS h GROUP BY h.case_file_id, h.party, h.organisation_id
    UNION ALL
    SELECT p.case_file_id, 'legislature', NULL, 1000 * p.days FROM pending AS p WHERE p.days > 0
), named AS (
    SELECT b.party, b.thousandths, b.case_file_id, u.as_of,
        CASE WHEN $1::text = 'case' THEN u.reference END AS reference,
        CASE WHEN $1::text IN ('case', 'track') THEN u.regime::text END AS regime,
        CASE WHEN $1::text IN ('case', 'track') THEN u.track::text END AS track,
        CASE WHEN $1::text IN ('case', 'ministry') THEN o.name::text END AS organisation
    FROM attributed AS b
    JOIN subject AS u ON u.case_file_id = b.case_file_id
    LEFT JOIN organisation AS o ON o.organisation_id = b.organisation_id
), age AS (
    SELECT CASE WHEN $1::text = 'case' THEN u.reference END AS reference,
        CASE WHEN $1::text IN ('case', 'track') THEN u.regime::text END AS regime,
        CASE WHEN $1::text IN ('case', 'track') THEN u.track::text END AS track, sum(u.to_on - u.from_on) AS days
    FROM subject AS u GROUP BY 1, 2, 3
)
SELECT r.is_total, r.reference, r.regime, r.track, r.party, r.organisation, r.cases, r.days, r.age_days, r.as_of
FROM (
    SELECT false AS is_total, n.reference, n.regime, n.track, n.party, n.organisation,
        count(DISTINCT n.case_file_id) AS cases, trim_scale(sum(n.thousandths) / 1000.0)::text AS days, a.days AS age_days,
        max(n.as_of) AS as_of
    FROM named AS n
    JOIN age AS a ON coalesce(a.reference, '') = coalesce(n.reference, '')
        AND coalesce(a.regime, '') = coalesce(n.regime, '') AND coalesce(a.track, '') = coalesce(n.track, '')
    GROUP BY n.reference, n.regime, n.track, n.party, n.organisation, a.days
    UNION ALL
    SELECT true, NULL, NULL, NULL, NULL, NULL, count(*) FILTER (WHERE u.to_on > u.from_on), sum(u.to_on - u.from_on)::text, sum(u.to_on - u.from_on),
        max(u.as_of)
    FROM subject AS u HAVING count(*) > 0
    UNION ALL
    SELECT true, NULL, NULL, NULL, 'legislature', NULL, count(*), sum(p.days)::text, NULL, NULL
    FROM pending AS p WHERE p.days > 0 HAVING count(*) > 0
) AS r
LEFT JOIN track AS t ON t.regime = r.regime AND t.track = r.track
ORDER BY r.is_total, r.reference, r.regime, t.position,
    array_position(ARRAY['applicant', 'ministry', 'desk', 'committee', 'legislature'], r.party),
    r.organisation COLLATE "C"
