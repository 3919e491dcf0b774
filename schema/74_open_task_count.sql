-- Who has to act, and from when until when. Each row is one thing that one organisation has to do; a case that waits for two
-- ministries has two. count_open_tasks says what is kept (75_open_task.sql).
--
-- What follows from the date alone is a row with its days: a meeting is the committee's until its day and the desk's from then on,
-- and what somebody missed is the desk's from the day after. The parts are functions of their own, so that an act plans only
-- those that can concern its case. Their constants have types: a function that is dumped and restored has to read the same.

-- The first of the desk's deadlines that run on a case: always one row, in FROM, where it is planned with the query around it.
CREATE FUNCTION desk_due_on(case_file_id bigint) RETURNS SETOF date LANGUAGE sql STABLE PARALLEL RESTRICTED BEGIN ATOMIC
    SELECT min(x.due_on) FROM kept_deadline AS x
    WHERE x.case_file_id = desk_due_on.case_file_id AND x.ended_on IS NULL AND x.owed_by IN ('desk', 'committee');
END;

-- A proposal that was not received yet. Nothing runs before that, and no committee has it.
CREATE FUNCTION count_proposal_tasks() RETURNS SETOF kept_open_task
    LANGUAGE sql STABLE PARALLEL RESTRICTED BEGIN ATOMIC
    SELECT c.case_file_id,
        CASE WHEN c.stage = 'draft' THEN 'file' WHEN s.supplement_id IS NULL THEN 'receive' ELSE 'supplement' END,
        coalesce(s.supplement_id, c.case_file_id), '-infinity'::date, 'infinity'::date, c.regime, false,
        CASE WHEN c.stage = 'draft' OR s.supplement_id IS NOT NULL THEN 'applicant' ELSE 'desk' END,
        CASE WHEN c.stage = 'draft' OR s.supplement_id IS NOT NULL THEN c.company_id END,
        coalesce(s.asked_at, c.stage_since), s.supplement_no, s.due_on, NULL::date, coalesce(s.due_on, 'infinity'::date)
    FROM case_file AS c
    LEFT JOIN supplement AS s ON s.case_file_id = c.case_file_id AND s.answered_at IS NULL AND c.stage = 'filed'
    WHERE c.stage IN ('draft', 'filed');
END;

-- A case between reception and decision. Before a committee gets it, every ministry that the proposal names was asked, or it is said
-- why not. One on an agenda waits for it until the day of the meeting; one in mediation waits for the council.
CREATE FUNCTION count_proceeding_tasks() RETURNS SETOF kept_open_task
    LANGUAGE sql STABLE PARALLEL RESTRICTED BEGIN ATOMIC
    SELECT c.case_file_id, 'supplement'::text, s.supplement_id, '-infinity'::date, 'infinity'::date, c.regime, false,
        'applicant'::text, c.company_id, s.asked_at, s.supplement_no, s.due_on, NULL::date, coalesce(s.due_on, 'infinity'::date)
    FROM case_file AS c JOIN supplement AS s USING (case_file_id)
    WHERE s.answered_at IS NULL AND c.stage IN ('received', 'consulting')
    UNION ALL SELECT c.case_file_id, 'reply'::text, k.consultation_id, '-infinity'::date, 'infinity'::date, c.regime, false, 'ministry'::text,
        k.ministry_id, k.sent_at, k.round, d.due_on, NULL::date, coalesce(d.due_on, 'infinity'::date)
    FROM case_file AS c JOIN consultation AS k USING (case_file_id)
    CROSS JOIN LATERAL (SELECT min(x.due_on) AS due_on FROM kept_deadline AS x
        WHERE x.case_file_id = k.case_file_id AND x.ended_on IS NULL AND x.subject = 'consultation'
            AND x.subject_id = k.consultation_id) AS d
    WHERE k.replied_at IS NULL AND c.stage = 'consulting'
        AND NOT EXISTS (SELECT FROM supplement AS s
            WHERE s.case_file_id = c.case_file_id AND s.asked_by_id = k.ministry_id AND s.answered_at IS NULL)
    UNION ALL SELECT c.case_file_id, CASE WHEN c.stage = 'received' THEN 'consult'
            WHEN has_unasked_ministry(c.case_file_id) THEN 'consult-named'
            WHEN EXISTS (SELECT FROM track_committee AS b WHERE b.regime = c.regime AND b.track = c.track) THEN 'table'
            ELSE 'decide' END,
        c.case_file_id, '-infinity'::date, 'infinity'::date, c.regime, false, 'desk'::text, NULL::bigint,
        CASE c.stage WHEN 'received' THEN c.stage_since
            ELSE (SELECT max(k.replied_at) FROM consultation AS k WHERE k.case_file_id = c.case_file_id) END,
        NULL::smallint, e.due_on, NULL::date, coalesce(e.due_on, 'infinity'::date)
    FROM case_file AS c CROSS JOIN LATERAL desk_due_on(c.case_file_id) AS e (due_on)
    WHERE c.stage IN ('received', 'consulting')
        AND (c.stage = 'received' OR NOT EXISTS (SELECT FROM consultation AS k
            WHERE k.case_file_id = c.case_file_id AND k.replied_at IS NULL))
        AND NOT EXISTS (SELECT FROM supplement AS s WHERE s.case_file_id = c.case_file_id AND s.answered_at IS NULL)
        AND NOT EXISTS (SELECT FROM agenda_item AS i WHERE i.case_file_id = c.case_file_id AND i.closed_at IS NULL)
        AND NOT EXISTS (SELECT FROM mediation AS m WHERE m.case_file_id = c.case_file_id AND m.ended_on IS NULL)
    UNION ALL SELECT c.case_file_id, 'mediate'::text, m.mediation_no, '-infinity'::date, 'infinity'::date, c.regime, false,
        'committee'::text, NULL::bigint, m.begun_on::timestamp AT TIME ZONE z.time_zone, m.mediation_no, NULL::date, NULL::date,
        'infinity'::date
    FROM case_file AS c JOIN mediation AS m USING (case_file_id) JOIN regime AS z ON z.regime = c.regime
    WHERE m.ended_on IS NULL AND c.stage IN ('received', 'consulting')
    UNION ALL SELECT c.case_file_id, t.task, i.agenda_item_id, t.from_on, t.until_on, c.regime, false, t.waiting_on, NULL::bigint,
        i.tabled_at, s.meeting_no, t.due_on, NULL::date, coalesce(t.due_on, 'infinity'::date)
    FROM case_file AS c JOIN agenda_item AS i USING (case_file_id) JOIN meeting AS s USING (meeting_id)
    CROSS JOIN LATERAL desk_due_on(c.case_file_id) AS e (due_on)
    CROSS JOIN LATERAL (VALUES ('committee', 'deliberate', '-infinity'::date, s.held_on - 1, NULL::date),
        ('desk', 'decide', s.held_on, 'infinity'::date, e.due_on)) AS t (waiting_on, task, from_on, until_on, due_on)
    WHERE i.closed_at IS NULL AND c.stage IN ('received', 'consulting');
END;

-- What the desk has to see to while others have to act: a consultation that waits for its notice; a lapse that is contested;
-- whom to remind, or what to return, from the first day that somebody missed, and from thirty days before a deadline of its own
-- ends; and that deadline also while a committee or a council has the case.
CREATE FUNCTION count_desk_tasks() RETURNS SETOF kept_open_task LANGUAGE sql STABLE PARALLEL RESTRICTED BEGIN ATOMIC
    SELECT c.case_file_id, 'notify'::text, k.consultation_id, '-infinity'::date, 'infinity'::date, c.regime, true, 'desk'::text,
        NULL::bigint, k.sent_at, k.round, e.due_on, NULL::date, coalesce(e.due_on, 'infinity'::date)
    FROM case_file AS c JOIN consultation AS k USING (case_file_id) CROSS JOIN LATERAL desk_due_on(c.case_file_id) AS e (due_on)
    WHERE k.replied_at IS NULL AND k.notified_on IS NULL AND c.stage = 'consulting'
    UNION ALL SELECT c.case_file_id, 'resolve-lapse'::text, l.lapse_id, '-infinity'::date, 'infinity'::date, c.regime, true,
        'desk'::text, NULL::bigint, l.contested_at, NULL::smallint, e.due_on, NULL::date, coalesce(e.due_on, 'infinity'::date)
    FROM case_file AS c JOIN lapse AS l USING (case_file_id) CROSS JOIN LATERAL desk_due_on(c.case_file_id) AS e (due_on)
    WHERE l.contested_at IS NOT NULL AND l.resolved_at IS NULL AND c.stage = 'consulting'
    UNION ALL SELECT c.case_file_id, 'remind'::text, c.case_file_id, w.from_on, 'infinity'::date, c.regime, true, 'desk'::text,
        NULL::bigint, w.from_on::timestamp AT TIME ZONE z.time_zone, NULL::smallint, e.due_on, o.late_on,
        coalesce(e.due_on, 'infinity'::date)
    FROM case_file AS c JOIN regime AS z ON z.regime = c.regime CROSS JOIN LATERAL desk_due_on(c.case_file_id) AS e (due_on)
    CROSS JOIN LATERAL (
        SELECT min(x.late_on) AS late_on, min(x.from_on) AS from_on, count(*) AS open FROM (
            SELECT s.due_on AS late_on, coalesce(s.due_on + 1, (s.asked_at AT TIME ZONE z.time_zone)::date + 30) AS from_on
            FROM supplement AS s WHERE s.case_file_id = c.case_file_id AND s.answered_at IS NULL
            UNION ALL SELECT d.due_on, d.due_on + 1
            FROM consultation AS k LEFT JOIN kept_deadline AS d ON d.case_file_id = k.case_file_id
                AND d.subject = 'consultation' AND d.subject_id = k.consultation_id AND d.ended_on IS NULL
                AND d.when_missed <> 'deemed-not-needed'
            WHERE k.case_file_id = c.case_file_id AND k.replied_at IS NULL) AS x) AS o
    CROSS JOIN LATERAL (SELECT least(o.from_on, e.due_on - 30) AS from_on) AS w
    WHERE c.stage IN ('filed', 'received', 'consulting') AND o.open > 0 AND w.from_on IS NOT NULL
    UNION ALL SELECT c.case_file_id, 'watch'::text, c.case_file_id, e.due_on - 30, w.until_on, c.regime, true, 'desk'::text,
        NULL::bigint, (e.due_on - 30)::timestamp AT TIME ZONE z.time_zone, NULL::smallint, e.due_on, NULL::date, e.due_on
    FROM case_file AS c JOIN regime AS z ON z.regime = c.regime CROSS JOIN LATERAL desk_due_on(c.case_file_id) AS e (due_on)
    CROSS JOIN LATERAL (SELECT coalesce((SELECT s.held_on - 1 FROM agenda_item AS i JOIN meeting AS s USING (meeting_id)
            WHERE i.case_file_id = c.case_file_id AND i.closed_at IS NULL), 'infinity'::date) AS until_on) AS w
    WHERE c.stage IN ('received', 'consulting') AND e.due_on - 30 <= w.until_on
        AND NOT EXISTS (SELECT FROM supplement AS s WHERE s.case_file_id = c.case_file_id AND s.answered_at IS NULL)
        AND NOT EXISTS (SELECT FROM consultation AS k WHERE k.case_file_id = c.case_file_id AND k.replied_at IS NULL)
        AND (EXISTS (SELECT FROM agenda_item AS i WHERE i.case_file_id = c.case_file_id AND i.closed_at IS NULL)
            OR EXISTS (SELECT FROM mediation AS m WHERE m.case_file_id = c.case_file_id AND m.ended_on IS NULL));
END;

-- An objection to what was done. Nothing that was filed only can be objected to.
CREATE FUNCTION count_objection_tasks() RETURNS SETOF kept_open_task
    LANGUAGE sql STABLE PARALLEL RESTRICTED BEGIN ATOMIC
    SELECT c.case_file_id, 'answer-objection'::text, o.disposition_id, '-infinity'::date, 'infinity'::date, c.regime, false, 'desk'::text,
        NULL::bigint, o.filed_at, d.disposition_no, e.due_on, NULL::date, coalesce(e.due_on, 'infinity'::date)
    FROM objection AS o JOIN disposition AS d USING (disposition_id, case_file_id) JOIN case_file AS c USING (case_file_id)
    CROSS JOIN LATERAL desk_due_on(c.case_file_id) AS e (due_on)
    WHERE o.ruling IS NULL AND c.stage NOT IN ('draft', 'filed');
END;

-- Every period that the law sets somebody, of which no other part says who has to act: what its rule calls for. A right is shown
-- ninety days before it is lost, and is nobody's turn, what follows an end from the day after. Business is to begin from the day of
-- the grant on. What a company or a ministry has missed and still owes is the desk's to pursue.
CREATE FUNCTION count_deadline_tasks() RETURNS SETOF kept_open_task LANGUAGE sql STABLE PARALLEL RESTRICTED BEGIN ATOMIC
    SELECT d.case_file_id, v.task, d.deadline_id, v.from_on, v.until_on, d.regime, d.when_missed IN ('right-lost', 'ends'),
        d.owed_by::text, d.organisation_id, v.from_on::timestamp AT TIME ZONE z.time_zone, d.deadline_no, d.due_on, NULL::date, d.due_on
    FROM kept_deadline AS d JOIN deadline_rule AS r ON r.deadline_rule_id = d.deadline_rule_id
    JOIN regime AS z ON z.regime = d.regime LEFT JOIN deadline_event AS e ON e.event = r.ends_on[1]
    CROSS JOIN LATERAL (SELECT coalesce(e.task, 'keep-deadline') AS task,
        CASE WHEN e.task = 'commence' THEN d.started_on WHEN d.started_on <= d.due_on THEN greatest(d.due_on - 90, d.started_on + CASE WHEN d.is_anchored THEN 1 ELSE 0 END)
            ELSE d.due_on - 90 END AS from_on,
        coalesce(d.void_on - 1, 'infinity'::date) AS until_on) AS v
    WHERE d.ended_on IS NULL AND d.due_on IS NOT NULL AND v.from_on <= v.until_on AND v.task NOT IN ('reply', 'table', 'decide',
        'plan', 'opine', 'rule', 'exit-report', 'answer-objection')
    UNION ALL SELECT d.case_file_id, 'pursue'::text, d.deadline_id, d.due_on + 1, v.until_on, d.regime, false, 'desk'::text,
        NULL::bigint, (d.due_on + 1)::timestamp AT TIME ZONE z.time_zone, d.deadline_no, NULL::date, d.due_on, 'infinity'::date
    FROM kept_deadline AS d JOIN regime AS z ON z.regime = d.regime
    CROSS JOIN LATERAL (SELECT coalesce(d.void_on - 1, 'infinity'::date) AS until_on) AS v
    WHERE d.ended_on IS NULL AND d.owed_by IN ('applicant', 'ministry') AND d.subject <> 'consultation' AND d.due_on < v.until_on
        AND d.when_missed NOT IN ('right-lost', 'ends', 'deemed-not-needed');
END;

-- What a grant waits for. Where it is in force no more nobody is waited for; a report on the exit is owed from its end on.
CREATE FUNCTION count_grant_tasks() RETURNS SETOF kept_open_task
    LANGUAGE sql STABLE PARALLEL RESTRICTED BEGIN ATOMIC
    SELECT g.case_file_id, 'plan'::text, c.deadline_id, '-infinity'::date, 'infinity'::date, g.regime, false, 'ministry'::text,
        c.organisation_id, c.started_at, NULL::smallint, t.due_on, NULL::date, coalesce(t.due_on, 'infinity'::date)
    FROM exemption_grant AS g JOIN deadline AS c ON c.case_file_id = g.case_file_id AND c.ended_on IS NULL
    JOIN kept_deadline AS t ON t.deadline_id = c.deadline_id
    JOIN deadline_rule AS r ON r.deadline_rule_id = c.deadline_rule_id AND 'revision-planned' = ANY (r.ends_on)
    UNION ALL SELECT a.case_file_id, 'record-finding'::text, c.deadline_id, '-infinity'::date, f.until_on, g.regime, false, 'ministry'::text,
        c.organisation_id, a.recorded_at, a.act_no, NULL::date, NULL::date, 'infinity'::date
    FROM kept_grant AS g JOIN grant_act AS a ON a.case_file_id = g.case_file_id AND a.act = 'request-revision'
    JOIN deadline AS c ON c.case_file_id = a.case_file_id AND c.subject = 'revision' AND c.subject_id = a.grant_act_id
        AND c.owed_by = 'ministry'
    CROSS JOIN LATERAL (SELECT in_force_until(g.certificate, g.final_act, g.last_on) AS until_on) AS f
    WHERE f.until_on IS NOT NULL AND NOT EXISTS (SELECT FROM grant_act AS x
        WHERE x.exemption_grant_id = a.exemption_grant_id AND x.act = 'record-finding'
            AND x.organisation_id = c.organisation_id)
    UNION ALL SELECT a.case_file_id, 'confirm'::text, a.grant_act_id, '-infinity'::date, f.until_on, g.regime, false, 'desk'::text, NULL::bigint,
        a.recorded_at, a.act_no, e.due_on, NULL::date, coalesce(e.due_on, 'infinity'::date)
    FROM kept_grant AS g JOIN grant_act AS a ON a.case_file_id = g.case_file_id AND a.act = 'insure'
    CROSS JOIN LATERAL desk_due_on(g.case_file_id) AS e (due_on)
    CROSS JOIN LATERAL (SELECT in_force_until(g.certificate, g.final_act, g.last_on) AS until_on) AS f
    WHERE f.until_on IS NOT NULL AND NOT EXISTS (SELECT FROM grant_act AS k
        WHERE k.exemption_grant_id = a.exemption_grant_id
            AND (k.act = 'confirm' AND k.about_no = a.act_no OR k.act = 'insure' AND k.act_no > a.act_no))
        AND NOT EXISTS (SELECT FROM short_covers(a.grant_act_id))
    UNION ALL SELECT a.case_file_id, 'extend'::text, a.grant_act_id, '-infinity'::date,
        CASE WHEN g.suspended_on IS NULL THEN least(g.end_on, f.until_on) ELSE f.until_on END, g.regime, false, 'desk'::text, NULL::bigint,
        a.recorded_at, a.act_no, coalesce(g.end_on, e.due_on), NULL::date, coalesce(g.end_on, e.due_on, 'infinity'::date)
    FROM kept_grant AS g JOIN grant_act AS a ON a.case_file_id = g.case_file_id AND a.act = 'ask-extension'
    CROSS JOIN LATERAL desk_due_on(g.case_file_id) AS e (due_on)
    CROSS JOIN LATERAL (SELECT in_force_until(g.certificate, g.final_act, g.last_on) AS until_on) AS f
    WHERE f.until_on IS NOT NULL AND NOT EXISTS (SELECT FROM grant_act AS k
        WHERE k.exemption_grant_id = a.exemption_grant_id AND k.act IN ('extend', 'refuse-extension'))
    UNION ALL SELECT g.case_file_id, 'exit-report'::text, t.deadline_id, d.over_on, 'infinity'::date, g.regime, false, 'desk'::text, NULL::bigint,
        d.over_on::timestamp AT TIME ZONE z.time_zone, NULL::smallint, d.due_on, NULL::date, coalesce(d.due_on, 'infinity'::date)
    FROM exemption_grant AS g JOIN regime AS z ON z.regime = g.regime
    CROSS JOIN LATERAL desk_due_on(g.case_file_id) AS e (due_on)
    JOIN kept_deadline AS t ON t.case_file_id = g.case_file_id AND t.ended_on IS NULL
    JOIN deadline_rule AS r ON r.deadline_rule_id = t.deadline_rule_id AND 'exit-reported' = ANY (r.ends_on)
    CROSS JOIN LATERAL (SELECT t.started_on + CASE WHEN t.is_anchored THEN 1 ELSE 0 END AS over_on,
        coalesce(t.due_on, e.due_on) AS due_on) AS d
    WHERE d.over_on IS NOT NULL;
END;

-- What a grant obliges to while it is in force: an insurance that runs out before it does is renewed, from sixty days before; an
-- order is followed, until the desk has seen that it was; a suspension is answered, and lifted or not. An order whose day came
-- before the end of the grant is owed after it too.
CREATE FUNCTION count_supervision_tasks() RETURNS SETOF kept_open_task LANGUAGE sql STABLE PARALLEL RESTRICTED BEGIN ATOMIC
    SELECT g.case_file_id, v.task, i.act_id, v.from_on, f.until_on, g.regime, false, v.waiting_on, v.organisation_id,
        v.from_on::timestamp AT TIME ZONE z.time_zone, i.act_no, v.due_on, v.late_on, coalesce(v.due_on, 'infinity'::date)
    FROM kept_grant AS g JOIN regime AS z ON z.regime = g.regime
    CROSS JOIN LATERAL (SELECT max(n.covers_to) AS covers_to, max(a.grant_act_id) AS act_id, max(a.act_no) AS act_no,
            coalesce(bool_or(n.kind = 'compensation-plan' AND EXISTS (SELECT FROM grant_act AS k
                WHERE k.exemption_grant_id = a.exemption_grant_id AND k.act = 'confirm' AND k.about_no = a.act_no)), false) AS has_plan
        FROM grant_act AS a JOIN insurance AS n USING (grant_act_id) WHERE a.case_file_id = g.case_file_id) AS i
    CROSS JOIN LATERAL (SELECT in_force_until(g.certificate, g.final_act, g.last_on) AS until_on) AS f
    CROSS JOIN LATERAL (VALUES
        ('renew-insurance', 'applicant', g.company_id, i.covers_to - 60, i.covers_to, NULL::date),
        ('pursue-insurance', 'desk', NULL::bigint, i.covers_to + 1, NULL::date, i.covers_to))
        AS v (task, waiting_on, organisation_id, from_on, due_on, late_on)
    WHERE i.covers_to < f.until_on AND NOT i.has_plan AND g.commenced_on IS NOT NULL
    UNION ALL SELECT g.case_file_id, v.task, a.grant_act_id, v.from_on, w.until_on, g.regime, false, v.waiting_on, v.organisation_id,
        greatest(v.from_on::timestamp AT TIME ZONE z.time_zone, a.recorded_at), a.act_no, v.due_on, v.late_on,
        coalesce(v.due_on, 'infinity'::date)
    FROM kept_grant AS g JOIN regime AS z ON z.regime = g.regime
    JOIN grant_act AS a ON a.case_file_id = g.case_file_id AND a.act = 'correct'
    CROSS JOIN LATERAL (SELECT CASE WHEN g.certificate IS NULL THEN NULL
        WHEN a.until_on <= coalesce(g.last_on, 'infinity') THEN 'infinity'::date
        ELSE in_force_until(g.certificate, g.final_act, g.last_on) END AS until_on) AS w
    CROSS JOIN LATERAL (VALUES
        ('follow-order', 'applicant', g.company_id, '-infinity'::date, a.until_on, NULL::date),
        ('pursue-order', 'desk', NULL::bigint, a.until_on + 1, NULL::date, a.until_on))
        AS v (task, waiting_on, organisation_id, from_on, due_on, late_on)
    WHERE v.from_on <= w.until_on AND NOT EXISTS (SELECT FROM grant_act AS k
        WHERE k.exemption_grant_id = a.exemption_grant_id AND k.act = 'confirm' AND k.about_no = a.act_no)
    UNION ALL SELECT g.case_file_id, v.task, g.exemption_grant_id, g.suspended_on, f.until_on, g.regime, false, v.waiting_on,
        v.organisation_id, g.suspended_on::timestamp AT TIME ZONE z.time_zone, NULL::smallint, NULL::date, NULL::date,
        'infinity'::date
    FROM kept_grant AS g JOIN regime AS z ON z.regime = g.regime
    CROSS JOIN LATERAL (SELECT in_force_until(g.certificate, g.final_act, g.last_on) AS until_on) AS f
    CROSS JOIN LATERAL (VALUES ('remedy-suspension', 'applicant', g.company_id), ('resume', 'desk', NULL::bigint))
        AS v (task, waiting_on, organisation_id)
    WHERE g.suspended_on <= f.until_on;
END;

-- Conditions. Evidence is asked for thirty days before it is due; of what must be met before the trial, until it begins. What a
-- ministry asked for and owes itself is its own, what nobody else owes the desk's. A change is ruled on when nobody may reply to
-- it any more.
CREATE FUNCTION count_condition_tasks() RETURNS SETOF kept_open_task
    LANGUAGE sql STABLE PARALLEL RESTRICTED BEGIN ATOMIC
    SELECT d.case_file_id, CASE o.waiting_on WHEN 'applicant' THEN 'submit-evidence' ELSE 'see-to-condition' END, d.condition_no,
        coalesce(lower(w.days), '-infinity'::date),
        CASE WHEN upper(w.days) < 'infinity' THEN upper(w.days) - 1 ELSE 'infinity'::date END, c.regime, false, o.waiting_on,
        o.organisation_id, g.granted_on::timestamp AT TIME ZONE z.time_zone, d.condition_no, d.due_on, NULL::date,
        coalesce(d.due_on, 'infinity'::date)
    FROM condition_due AS d JOIN case_file AS c ON c.case_file_id = d.case_file_id JOIN regime AS z ON z.regime = c.regime
    JOIN kept_grant AS g ON g.case_file_id = d.case_file_id
    JOIN condition AS k ON k.decision_id = d.decision_id AND k.condition_no = d.condition_no
    LEFT JOIN organisation AS a ON a.organisation_id = k.asked_by_id AND a.kind = 'ministry'
    CROSS JOIN LATERAL (SELECT CASE WHEN d.responsible = 'ministry' AND a.organisation_id IS NOT NULL THEN 'ministry'
            WHEN d.responsible IN ('ministry', 'desk') THEN 'desk' ELSE 'applicant' END AS waiting_on,
        CASE WHEN d.responsible = 'ministry' THEN a.organisation_id WHEN d.responsible = 'desk' THEN NULL
            ELSE c.company_id END AS organisation_id) AS o
    CROSS JOIN LATERAL unnest(
        CASE WHEN d.due_on - 30 <= d.owed_until THEN datemultirange(daterange(d.due_on - 30, d.owed_until, '[]'))
            ELSE '{}' END
        + CASE WHEN d.phase = 'before' AND g.commenced_on IS NULL AND g.suspended_on IS NULL
            AND in_force_until(g.certificate, g.final_act, g.last_on) IS NOT NULL AND d.owed_until IS NOT NULL
            THEN datemultirange(daterange(NULL,
                least(g.end_on, in_force_until(g.certificate, g.final_act, g.last_on), d.owed_until), '[]'))
            ELSE '{}' END) AS w (days)
    UNION ALL SELECT d.case_file_id, 'pursue-condition'::text, d.condition_no, d.due_on + 1, d.owed_until, z.regime, false, 'desk'::text,
        NULL::bigint, (d.due_on + 1)::timestamp AT TIME ZONE z.time_zone, d.condition_no, NULL::date, d.due_on, 'infinity'::date
    FROM condition_due AS d JOIN case_file AS c ON c.case_file_id = d.case_file_id JOIN regime AS z ON z.regime = c.regime
    WHERE d.due_on < d.owed_until AND d.responsible IS DISTINCT FROM 'desk'
    UNION ALL SELECT k.case_file_id, 'review'::text, k.condition_no, '-infinity'::date, 'infinity'::date, c.regime, false, 'desk'::text, NULL::bigint,
        k.state_since, k.condition_no, e.due_on, NULL::date, coalesce(e.due_on, 'infinity'::date)
    FROM condition_state AS k JOIN case_file AS c USING (case_file_id)
    CROSS JOIN LATERAL desk_due_on(c.case_file_id) AS e (due_on) WHERE k.state = 'submitted'
    UNION ALL SELECT k.case_file_id, 'opine'::text, t.deadline_id, '-infinity'::date, 'infinity'::date, t.regime, false, 'ministry'::text,
        t.organisation_id, c.started_at, k.condition_no, t.due_on, NULL::date, coalesce(t.due_on, 'infinity'::date)
    FROM kept_deadline AS t JOIN deadline AS c ON c.deadline_id = t.deadline_id
    JOIN condition_change AS k ON k.condition_change_id = t.subject_id
    WHERE t.ended_on IS NULL AND t.subject = 'change'
    UNION ALL SELECT k.case_file_id, 'rule'::text, k.condition_change_id, coalesce((SELECT max(t.due_on) + 1 FROM kept_deadline AS t
            WHERE t.case_file_id = k.case_file_id AND t.subject = 'change' AND t.subject_id = k.condition_change_id
                AND t.ended_on IS NULL), '-infinity'), 'infinity'::date, c.regime, false, 'desk'::text, NULL::bigint, k.asked_at, k.condition_no,
        e.due_on, NULL::date, coalesce(e.due_on, 'infinity'::date)
    FROM condition_change AS k JOIN case_file AS c USING (case_file_id)
    CROSS JOIN LATERAL desk_due_on(c.case_file_id) AS e (due_on) WHERE k.is_accepted IS NULL;
END;

-- What is to be done of a new grant, where the law of its track has it: it is published, its holder takes out an insurance that covers
-- enough and lasts to the end of the validity, and begins business. An insurance that can be confirmed is the desk's meanwhile.
CREATE FUNCTION count_preparing_tasks() RETURNS SETOF kept_open_task LANGUAGE sql STABLE PARALLEL RESTRICTED BEGIN ATOMIC
    SELECT g.case_file_id, v.task, v.subject_id, '-infinity'::date, v.until_on, g.regime, false, v.waiting_on, v.organisation_id,
        coalesce(v.since, g.granted_on::timestamp AT TIME ZONE z.time_zone), v.subject_no, NULL::date, NULL::date, 'infinity'::date
    FROM kept_grant AS g JOIN regime AS z ON z.regime = g.regime
    CROSS JOIN LATERAL (SELECT in_force_until(g.certificate, g.final_act, g.last_on) AS until_on) AS f
    CROSS JOIN LATERAL (
        SELECT 'publish' AS task, g.exemption_grant_id AS subject_id, f.until_on, 'desk' AS waiting_on,
            NULL::bigint AS organisation_id, NULL::timestamptz AS since, NULL::smallint AS subject_no
        WHERE NOT EXISTS (SELECT FROM grant_act AS a WHERE a.case_file_id = g.case_file_id AND a.act = 'publish')
        UNION ALL SELECT 'obtain-insurance' AS task, coalesce(i.grant_act_id, 0), f.until_on, 'applicant' AS waiting_on, g.company_id, i.recorded_at, i.act_no
        FROM (SELECT coalesce(g.end_on, validity_end(g.exemption_grant_id, g.granted_on)) AS end_on) AS e
        LEFT JOIN LATERAL (SELECT a.grant_act_id, a.act_no, a.recorded_at, n.kind FROM grant_act AS a JOIN insurance AS n USING (grant_act_id)
            WHERE a.case_file_id = g.case_file_id ORDER BY a.act_no DESC LIMIT 1) AS i ON true
        WHERE i.grant_act_id IS NULL
            OR i.kind = 'insurance' AND EXISTS (SELECT FROM short_covers(i.grant_act_id))
            OR g.commenced_on IS NULL AND NOT EXISTS (SELECT FROM grant_act AS a JOIN insurance AS n USING (grant_act_id)
                WHERE a.case_file_id = g.case_file_id AND (n.kind = 'compensation-plan' OR n.covers_to >= e.end_on
                    AND NOT EXISTS (SELECT FROM short_covers(a.grant_act_id))))
        UNION ALL SELECT 'commence' AS task, 0, least(g.end_on, f.until_on), 'applicant' AS waiting_on, g.company_id, NULL AS since,
            NULL AS subject_no
        WHERE g.commenced_on IS NULL AND NOT EXISTS (SELECT FROM kept_deadline AS d
            JOIN deadline_rule AS r ON r.deadline_rule_id = d.deadline_rule_id
            WHERE d.case_file_id = g.case_file_id AND d.ended_on IS NULL AND r.ends_on[1] = 'commenced')) AS v
    WHERE f.until_on IS NOT NULL AND EXISTS (SELECT FROM grant_basis AS b
        WHERE b.regime = g.regime AND b.track = g.track
            AND b.topic = CASE v.task WHEN 'obtain-insurance' THEN 'insure' ELSE v.task END);
END;

-- When the certificate became one to be handed out anew, because its validity will be deemed to run: the revision was asked for, and an
-- insurance or a plan for the time of it was handed in after (시행령 제42조의7 제5항). Always one row, in FROM.
CREATE FUNCTION renewed_certificate_at(exemption_grant_id bigint, at_end text) RETURNS SETOF timestamptz LANGUAGE sql STABLE PARALLEL RESTRICTED BEGIN ATOMIC
    SELECT min(n.recorded_at) FROM grant_act AS a JOIN grant_act AS n ON n.exemption_grant_id = a.exemption_grant_id
        AND n.act = 'insure' AND n.act_no > a.act_no
    WHERE a.exemption_grant_id = renewed_certificate_at.exemption_grant_id AND a.act = 'request-revision'
        AND renewed_certificate_at.at_end = 'revision-procedure';
END;

-- The papers that the desk owes to whom they concern: what was decided is told in writing (행정절차법 제24조 제1항), a grant comes with its
-- certificate, and what was put right since (제25조), or a validity that is deemed to run, with a new edition. Only those for which the
-- regime has words.
CREATE FUNCTION count_paper_tasks() RETURNS SETOF kept_open_task LANGUAGE sql STABLE PARALLEL RESTRICTED BEGIN ATOMIC
    SELECT o.case_file_id, 'issue-' || o.paper, o.subject_id, '-infinity'::date, o.until_on, c.regime, false, 'desk'::text,
        NULL::bigint, CASE WHEN i.issued_at IS NULL THEN o.since ELSE o.changed_at END, o.about_no, NULL::date, NULL::date,
        'infinity'::date
    FROM (
        SELECT d.case_file_id, CASE WHEN t.grants THEN 'decision-notice' ELSE 'rapid-result' END AS paper,
            d.decision_id AS subject_id, d.decision_no AS about_no, d.outcome::text AS variant, d.recorded_at AS since,
            (SELECT max(k.corrected_at) FROM correction AS k
                WHERE k.decision_id = d.decision_id AND k.subject = 'decision') AS changed_at, 'infinity'::date AS until_on
        FROM latest_decision AS d JOIN case_file AS f USING (case_file_id) JOIN track AS t USING (regime, track)
        WHERE f.stage = 'decided' AND f.origin = 'filed'
        UNION ALL SELECT g.case_file_id, 'certificate' AS paper, g.exemption_grant_id, NULL AS about_no, NULL AS variant, d.recorded_at,
            greatest((SELECT max(k.corrected_at) FROM correction AS k
                WHERE k.decision_id = d.decision_id AND k.subject = 'decision'), CASE WHEN NOT g.is_extended THEN n.renewed_at END),
            in_force_until(g.certificate, g.final_act, g.last_on)
        FROM kept_grant AS g JOIN exemption_grant AS x ON x.exemption_grant_id = g.exemption_grant_id
        JOIN decision AS d ON d.decision_id = x.decision_id
        CROSS JOIN LATERAL renewed_certificate_at(g.exemption_grant_id, g.at_end) AS n (renewed_at)
        WHERE g.certificate IS NOT NULL AND g.final_act IS NULL
        UNION ALL SELECT a.case_file_id, v.paper, a.grant_act_id, a.act_no, a.act::text, a.recorded_at,
            CASE a.act WHEN 'extend' THEN n.renewed_at END, 'infinity' AS until_on
        FROM grant_act AS a JOIN (VALUES ('extend', 'extension-certificate'), ('record-finding', 'revision-finding'), ('correct', 'order'),
            ('suspend', 'order'), ('revoke', 'order'), ('refuse-extension', 'order')) AS v (act, paper) ON v.act = a.act
        JOIN kept_grant AS g ON g.exemption_grant_id = a.exemption_grant_id
        CROSS JOIN LATERAL renewed_certificate_at(g.exemption_grant_id, g.at_end) AS n (renewed_at)
        UNION ALL SELECT o.case_file_id, 'objection-answer' AS paper, d.disposition_id, d.disposition_no, o.ruling::text, o.ruled_at,
            NULL AS changed_at, 'infinity' AS until_on
        FROM objection AS o JOIN disposition AS d USING (disposition_id, case_file_id) WHERE o.ruling IS NOT NULL
        UNION ALL SELECT f.case_file_id, 'return-notice' AS paper, f.case_file_id, NULL AS about_no, NULL AS variant, f.stage_since,
            NULL AS changed_at, 'infinity' AS until_on
        FROM case_file AS f WHERE f.stage = 'returned' AND f.origin = 'filed') AS o
    JOIN case_file AS c ON c.case_file_id = o.case_file_id
    LEFT JOIN LATERAL (SELECT max(p.issued_at) AS issued_at FROM official_paper AS p
        WHERE p.case_file_id = o.case_file_id AND p.paper = o.paper AND p.about_no IS NOT DISTINCT FROM o.about_no) AS i ON true
    WHERE (i.issued_at IS NULL OR o.changed_at > i.issued_at)
        AND EXISTS (SELECT FROM paper_issuer AS u WHERE u.regime = c.regime)
        AND EXISTS (SELECT FROM paper_template AS t WHERE t.regime = c.regime AND t.paper = o.paper
            AND (t.tracks = '{}' OR c.track = ANY (t.tracks)) AND (t.variants = '{}' OR o.variant = ANY (t.variants)));
END;

-- By what a regime decides which of these there are: whoever changes it counts anew (apply_regime).
CREATE FUNCTION duty_words(regime text) RETURNS text LANGUAGE sql STABLE SET search_path = sandbox, pg_temp AS $$
SELECT concat_ws(';', EXISTS (SELECT FROM paper_issuer AS i WHERE i.regime = duty_words.regime),
    (SELECT string_agg(concat_ws(' ', t.paper, t.tracks, t.variants), ',' ORDER BY t.template_no) FROM paper_template AS t
        WHERE t.regime = duty_words.regime),
    (SELECT string_agg(b.track || ' ' || b.topic, ',' ORDER BY b.track, b.topic) FROM grant_basis AS b
        WHERE b.regime = duty_words.regime AND b.topic IN ('publish', 'insure', 'commence')),
    (SELECT string_agg(m.cover || ' ' || m.amount, ',' ORDER BY m.cover) FROM insurance_minimum AS m
        WHERE m.regime = duty_words.regime)) $$;

-- Every open task: what kept_open_task holds.
CREATE FUNCTION count_open_tasks() RETURNS SETOF kept_open_task LANGUAGE sql STABLE PARALLEL RESTRICTED BEGIN ATOMIC
    SELECT t.* FROM count_proposal_tasks() AS t UNION ALL SELECT t.* FROM count_proceeding_tasks() AS t
    UNION ALL SELECT t.* FROM count_desk_tasks() AS t UNION ALL SELECT t.* FROM count_objection_tasks() AS t
    UNION ALL SELECT t.* FROM count_deadline_tasks() AS t UNION ALL SELECT t.* FROM count_grant_tasks() AS t
    UNION ALL SELECT t.* FROM count_preparing_tasks() AS t UNION ALL SELECT t.* FROM count_supervision_tasks() AS t
    UNION ALL SELECT t.* FROM count_condition_tasks() AS t UNION ALL SELECT t.* FROM count_paper_tasks() AS t;
END;
