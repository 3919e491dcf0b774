-- Deadlines: when they end, and how the acts of a case start, stop, resume and end them. Nothing is done by a timer.

-- The end of one deadline: where another deadline starts with it, or does not end before it. It counts by count_deadlines, which
-- asks it: its body is a text, for a dump cannot put two functions in order that are bound to each other.
CREATE FUNCTION deadline_due(deadline_id bigint, on_day date, known_on date) RETURNS date
    LANGUAGE plpgsql STABLE PARALLEL RESTRICTED SET search_path = sandbox, pg_temp SET plan_cache_mode = force_generic_plan SET jit = off AS $$
BEGIN
    RETURN (SELECT s.due_on FROM count_deadlines(deadline_due.on_day, deadline_due.known_on) AS s
        WHERE s.deadline_id = deadline_due.deadline_id);
END $$;

-- The last day on which a grant is in force, by what has come: infinite where no end is in sight, NULL where an act has ended
-- it. Of a grant of the past, from a file, that is not recorded.
CREATE FUNCTION in_force_until(certificate text, final_act text, last_on date) RETURNS date
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN CASE WHEN certificate IS NOT NULL AND final_act IS NULL THEN coalesce(last_on, 'infinity'::date) END;

-- The first day on which a grant is in force no more; NULL: no end in sight. One that an act has ended is over on every day.
CREATE FUNCTION grant_over_on(g kept_grant) RETURNS date LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN CASE WHEN in_force_until(g.certificate, g.final_act, g.last_on) IS NULL THEN '-infinity' ELSE g.last_on + 1 END;

-- The same of the grant of a case, as it is today: what is kept is asked, whatever else is read of the past.
CREATE FUNCTION case_grant_over_on(case_file_id bigint) RETURNS date LANGUAGE plpgsql STABLE PARALLEL RESTRICTED AS $$
BEGIN
    RETURN (SELECT sandbox.grant_over_on(g) FROM sandbox.kept_grant AS g
        WHERE g.case_file_id = case_grant_over_on.case_file_id);
END $$;

-- The day after which the law's answer to a deadline's end holds: silence has its meaning, a right is lost. By the reading of the law
-- that gives the most time, and NULL while the days that the end hangs on are only foreseen: nothing follows from a guess. What is
-- counted back ends on a day that hangs on no calendar; only the day by which one is safe does.
CREATE FUNCTION deadline_closes_on(due_on date, certainty text, safe_on date, arguable_until date) RETURNS date
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN CASE WHEN certainty IS NULL OR safe_on IS NOT NULL THEN greatest(due_on, arguable_until) END;

-- The first day on which a deadline is owed no more though nobody ended it: by its own count, or because the grant of its case
-- is over on that day (`grant_over_on`). See deadline_state_of: then it is lost or expired.
--   closes_on  see deadline_closes_on
CREATE FUNCTION deadline_void_on(when_missed text, due_on date, is_anchored boolean, ends_with_validity boolean,
    grant_over_on date, closes_on date) RETURNS date LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN least(CASE WHEN when_missed IN ('right-lost', 'ends') THEN closes_on + 1 END,
        CASE WHEN NOT ends_with_validity OR grant_over_on IS NULL THEN NULL WHEN NOT is_anchored THEN grant_over_on
            WHEN due_on IS NOT NULL THEN greatest(due_on + 1, grant_over_on) END);

-- What the facts of every deadline come to, counted on the calendar as it is known now, or as it was known on a day; with an
-- `on_day`, from the facts there were on that day. Counted without either it is what kept_deadline holds.
CREATE FUNCTION count_deadlines(on_day date, known_on date) RETURNS SETOF kept_deadline
    LANGUAGE sql STABLE PARALLEL RESTRICTED BEGIN ATOMIC
    SELECT m.deadline_id, m.case_file_id, m.deadline_no, m.deadline_rule_id, m.regime, m.rule, m.subject, m.subject_id,
        m.owed_by, m.organisation_id, m.when_missed, m.is_anchored, m.ends_with_validity, m.started_on, m.promised_on,
        m.first_day, m.plain_end, CASE WHEN m.counted_end < m.floor_on THEN m.floor_on ELSE m.counted_end END, m.cap_on,
        m.due_on, m.due_time, m.safe_on, m.ended_on, m.ended_by,
        (SELECT f.company_id FROM case_file AS f WHERE f.case_file_id = m.case_file_id),
        coalesce(m.due_on, 'infinity'),
        deadline_void_on(m.when_missed, m.due_on, m.is_anchored, m.ends_with_validity,
            CASE WHEN m.ends_with_validity THEN case_grant_over_on(m.case_file_id) END,
            deadline_closes_on(m.due_on, m.certainty, m.safe_on, m.arguable_until)),
        m.certainty, m.arguable_until,
        m.ended_by IS NOT NULL AND m.ended_by <> 'lapsed' AND m.ended_by IS DISTINCT FROM m.met_by
    FROM (
    SELECT u.*, CASE WHEN u.has_longer_reading AND u.ended_on IS NULL AND u.due_on IS NOT NULL THEN (
            SELECT max(p.due_on) FROM jsonb_array_elements(u.readings) AS w
            CROSS JOIN LATERAL count_period(u.calendar, count_deadlines.known_on, u.started_on, NULL, u.counting,
                split_part(w ->> 'length', ' ', 1)::integer, rtrim(split_part(w ->> 'length', ' ', 2), 's'), 0, NULL, NULL, NULL,
                u.stops) AS p
            WHERE w ->> 'length' IS NOT NULL AND p.due_on > u.due_on
                AND (w -> 'about' IS NULL OR u.subject <> 'objection' OR w -> 'about' ? (SELECT d.kind::text FROM disposition AS d
                    WHERE d.disposition_id = u.subject_id))) END AS arguable_until,
        CASE WHEN NOT u.hangs_on_days THEN NULL
            WHEN count_deadlines.known_on IS NULL AND extract(year FROM u.from_day) = extract(year FROM coalesce(u.due_on, u.from_day))
                THEN u.end_certainty
            ELSE days_certainty(u.calendar, count_deadlines.known_on, u.from_day, coalesce(u.due_on, u.from_day)) END AS certainty
    FROM (
        SELECT e.*, CASE WHEN least(e.moved_on, e.cap_on) < e.floor_on THEN e.floor_on
            ELSE least(e.moved_on, e.cap_on) END AS due_on,
            CASE WHEN e.counted_end IS NOT NULL OR e.cap_on IS NOT NULL
                THEN least(CASE WHEN e.counts_open_days THEN e.first_day END, e.counted_end, e.cap_on, e.safe_on) END AS from_day
    FROM (
    SELECT t.*, CASE WHEN t.full_on IS NULL OR t.expired_on IS NULL AND upper_inf(t.stops) THEN NULL ELSE t.full_on END
            AS counted_end,
        CASE WHEN t.expired_on IS NOT NULL THEN greatest(t.expired_on, t.earliest_on) END AS moved_on
    FROM (
        SELECT c.deadline_id, c.case_file_id, c.deadline_no, c.deadline_rule_id, r.regime, r.rule, c.subject,
            c.subject_id, c.owed_by, c.organisation_id, r.when_missed, c.anchor_deadline_id IS NOT NULL AS is_anchored,
            r.ends_with_validity, r.ends_on[1] AS met_by, h.started_on, c.promised_on, p.first_day, p.plain_end, p.counted_end AS full_on, p.due_time,
            h.floor_on, p.earliest_on, h.stops, r.calendar, r.counting, r.readings, r.has_longer_reading,
            expiry_day(r.calendar, count_deadlines.known_on, r.end_moves, p.counted_end, e.next_open, h.stops) AS expired_on,
            moved_day(r.calendar, count_deadlines.known_on, r.end_moves, p.cap_end, 1, k.next_open) AS cap_on,
            CASE WHEN r.runs_backward THEN moved_day(r.calendar, count_deadlines.known_on, true, p.counted_end - 1, -1,
                e.previous_open) END AS safe_on,
            r.end_moves OR r.counts_open_days_only OR r.runs_backward AS hangs_on_days,
            r.counts_open_days_only OR r.min_open_days > 0 AS counts_open_days, e.certainty AS end_certainty,
            CASE WHEN count_deadlines.on_day IS NULL OR c.ended_on <= count_deadlines.on_day
                THEN c.ended_on END AS ended_on,
            CASE WHEN count_deadlines.on_day IS NULL OR c.ended_on <= count_deadlines.on_day
                THEN c.ended_by END AS ended_by
        FROM deadline AS c
        JOIN (SELECT r.*, 'expired' = ANY (r.ends_on) AND r.when_missed <> 'ends' AS ends_with_validity,
                m.counts_first_day, m.counts_open_days_only, m.runs_backward, m.end_moves, m.ends_on_same_date,
                m.min_open_days, g.calendar, r.when_missed = 'right-lost' AND r.readings <> '[]' AS has_longer_reading
            FROM deadline_rule AS r JOIN counting_method AS m ON m.counting = r.counting
            JOIN regime AS g ON g.regime = r.regime OFFSET 0) AS r ON r.deadline_rule_id = c.deadline_rule_id
        LEFT JOIN LATERAL (SELECT sum(x.length)::integer AS length, max(x.unit::text) AS unit
            FROM deadline_extension AS x WHERE r.extensions > 0 AND x.deadline_id = c.deadline_id
                AND (count_deadlines.on_day IS NULL OR x.extended_on <= count_deadlines.on_day)) AS x ON true
        CROSS JOIN LATERAL (SELECT
            CASE WHEN r.stopped_by <> '{}' THEN (
                SELECT range_agg(CASE WHEN s.ended_on > count_deadlines.on_day
                    THEN daterange(s.began_on, NULL) ELSE s.days END)
                FROM deadline_stop AS s WHERE s.deadline_id = c.deadline_id AND NOT s.undone
                    AND (count_deadlines.on_day IS NULL OR s.began_on <= count_deadlines.on_day)) END AS stops,
            CASE WHEN c.anchor_deadline_id IS NULL THEN c.started_on
                ELSE least(CASE WHEN count_deadlines.on_day IS NULL OR c.started_on <= count_deadlines.on_day
                    THEN c.started_on END, deadline_due(c.anchor_deadline_id, count_deadlines.on_day,
                    count_deadlines.known_on)) END AS started_on,
            CASE WHEN c.floor_deadline_id IS NOT NULL
                THEN deadline_due(c.floor_deadline_id, count_deadlines.on_day,
                    count_deadlines.known_on) END AS floor_on
            OFFSET 0) AS h
        CROSS JOIN LATERAL period_ends(r.calendar, count_deadlines.known_on, h.started_on, NULL, r.counts_first_day,
            r.counts_open_days_only, r.runs_backward, r.ends_on_same_date, r.min_open_days,
            coalesce(c.length, r.length), coalesce(c.unit, r.unit), coalesce(x.length, 0),
            coalesce(x.unit, r.extension_unit), r.cap_length, r.cap_unit, h.stops, r.end_moves,
            r.extends_from = 'expiry') AS p
        LEFT JOIN calendar_day AS e ON count_deadlines.known_on IS NULL AND e.calendar = r.calendar
            AND e.day = p.counted_end - CASE WHEN r.runs_backward THEN 1 ELSE 0 END
        LEFT JOIN calendar_day AS k ON count_deadlines.known_on IS NULL AND k.calendar = r.calendar
            AND k.day = p.cap_end
        WHERE count_deadlines.on_day IS NULL OR c.started_on <= count_deadlines.on_day
            OR c.anchor_deadline_id IS NOT NULL AND h.started_on IS NOT NULL
    ) AS t) AS e) AS u) AS m;
END;

-- The state of a deadline on a day. `is_grant_over`: whether the grant of its case is in force no more on that day; what is
-- counted back from the validity's end runs only before it.
CREATE FUNCTION deadline_state_of(d kept_deadline, on_day date, is_grant_over boolean) RETURNS text
    LANGUAGE sql STABLE PARALLEL RESTRICTED
    RETURN CASE
        WHEN d.ended_by = 'lapsed' THEN 'lapsed'
        WHEN d.ended_by = 'recalled' THEN 'void'
        WHEN d.fell_away THEN 'fell-away'
        WHEN d.ended_on > d.due_on THEN 'late'
        WHEN d.ended_on IS NOT NULL THEN 'met'
        WHEN deadline_closes_on(d.due_on, d.certainty, d.safe_on, d.arguable_until) < on_day
            AND d.when_missed IN ('deemed-not-needed', 'right-lost', 'ends')
            THEN CASE d.when_missed WHEN 'deemed-not-needed' THEN 'lapsed' WHEN 'right-lost' THEN 'lost' ELSE 'expired' END
        WHEN d.ends_with_validity AND (NOT d.is_anchored OR d.due_on < on_day) AND is_grant_over THEN 'expired'
        WHEN d.due_on < on_day THEN 'overdue'
        WHEN d.counted_end IS NULL THEN 'stopped'
        ELSE 'running'
    END;

CREATE FUNCTION is_in_force(g kept_grant, on_day date) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN coalesce(in_force_until(g.certificate, g.final_act, g.last_on) >= on_day, false);

-- Whether the grant of a case is in force no more on a day, by an act or because its validity ran out. A validity that was
-- promised for longer than that day has not run out: so much is seen without counting.
CREATE FUNCTION grant_is_over(case_file_id bigint, on_day date) RETURNS boolean
    LANGUAGE plpgsql STABLE PARALLEL RESTRICTED SET search_path = sandbox, pg_temp SET plan_cache_mode = force_generic_plan SET jit = off AS $$
BEGIN
    RETURN EXISTS (SELECT FROM deadline AS c JOIN deadline_rule AS r ON r.deadline_rule_id = c.deadline_rule_id
        WHERE c.case_file_id = grant_is_over.case_file_id AND r.when_missed = 'ends'
            AND (c.promised_on < on_day OR c.ended_on <= on_day))
        AND EXISTS (SELECT FROM count_grants(on_day) AS g
            WHERE g.case_file_id = grant_is_over.case_file_id AND NOT is_in_force(g, on_day));
END $$;

-- Every deadline and its state, counted anew: on a day, or today; on the calendar as it is known now, or was on a day.
CREATE FUNCTION deadline_state(on_day date DEFAULT NULL, known_on date DEFAULT NULL) RETURNS TABLE (
    deadline_id bigint, case_file_id bigint, deadline_no smallint, deadline_rule_id bigint, rule text, subject text,
    subject_id bigint, owed_by text, organisation_id bigint, started_on date, promised_on date, first_day date,
    plain_end date, counted_end date, cap_on date, due_on date, due_time time, safe_on date, ended_on date,
    ended_by text, today date, days_left integer, state text, certainty text, arguable_until date
) LANGUAGE sql STABLE PARALLEL RESTRICTED BEGIN ATOMIC
    SELECT d.deadline_id, d.case_file_id, d.deadline_no, d.deadline_rule_id, d.rule, d.subject, d.subject_id, d.owed_by,
        d.organisation_id, d.started_on, d.promised_on, d.first_day, d.plain_end, d.counted_end, d.cap_on, d.due_on,
        d.due_time, d.safe_on, d.ended_on, d.ended_by, t.today, d.due_on - t.today,
        deadline_state_of(d, t.today, grant_is_over(d.case_file_id, t.today)), d.certainty, d.arguable_until
    FROM count_deadlines(deadline_state.on_day, deadline_state.known_on) AS d
    JOIN (SELECT g.regime, coalesce(deadline_state.on_day, (now() AT TIME ZONE g.time_zone)::date) AS today
        FROM regime AS g) AS t ON t.regime = d.regime;
END;

-- The rules that an event starts for a case: those of its regime version and track that are in force on a day.
CREATE FUNCTION rules_started_by(event text, case_file_id bigint, on_day date) RETURNS SETOF deadline_rule
    LANGUAGE sql STABLE AS $$
SELECT r.* FROM case_file AS c JOIN deadline_rule AS r ON r.regime = c.regime AND r.version = c.regime_version
WHERE c.case_file_id = rules_started_by.case_file_id AND r.starts_on = rules_started_by.event
    AND (r.tracks = '{}' OR c.track = ANY (r.tracks))
    AND rules_started_by.on_day BETWEEN r.valid_from AND coalesce(r.valid_to, 'infinity') $$;

-- Starts a deadline for every rule that names the event. A ministry's deadline whose ministry is not given runs for each
-- ministry that was consulted and did not say that the matter is not its own.
CREATE FUNCTION start_deadlines(event text, case_file_id bigint, subject_id bigint, organisation_id bigint, on_day date)
    RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp SET jit = off
    SET plan_cache_mode = force_generic_plan AS $$
DECLARE case_row case_file; started bigint[];
BEGIN
    SELECT * INTO case_row FROM case_file AS c WHERE c.case_file_id = start_deadlines.case_file_id FOR UPDATE;
    -- One that waits for the end of another starts with the event, if that comes before: the answer to an objection.
    UPDATE deadline AS c SET started_on = start_deadlines.on_day
    FROM deadline_rule AS o, rules_started_by(start_deadlines.event, start_deadlines.case_file_id, start_deadlines.on_day) AS r
    WHERE c.case_file_id = start_deadlines.case_file_id AND c.subject_id = start_deadlines.subject_id AND c.ended_on IS NULL
        AND c.anchor_deadline_id IS NOT NULL AND c.started_on IS NULL AND o.deadline_rule_id = c.deadline_rule_id
        AND o.rule = r.rule;
    WITH applicable AS (
        SELECT r.*, g.calendar, e.subject, o.organisation_id AS owner_id,
            row_number() OVER (ORDER BY r.position, o.organisation_id) AS n
        FROM rules_started_by(start_deadlines.event, start_deadlines.case_file_id, start_deadlines.on_day) AS r
        JOIN deadline_event AS e ON e.event = r.starts_on
        JOIN regime AS g ON g.regime = r.regime
        CROSS JOIN LATERAL (
            SELECT CASE r.owed_by WHEN 'applicant' THEN case_row.company_id END AS organisation_id
            WHERE r.owed_by <> 'ministry'
            UNION ALL SELECT start_deadlines.organisation_id
            WHERE r.owed_by = 'ministry' AND start_deadlines.organisation_id IS NOT NULL
            UNION ALL SELECT m.ministry_id FROM case_ministry AS m
            WHERE r.owed_by = 'ministry' AND start_deadlines.organisation_id IS NULL
                AND m.case_file_id = start_deadlines.case_file_id
                AND coalesce((SELECT o.opinion <> 'not-ours' FROM consultation AS k
                    JOIN opinion AS o USING (consultation_id)
                    WHERE k.case_file_id = m.case_file_id AND k.ministry_id = m.ministry_id
                    ORDER BY k.round DESC LIMIT 1), true)
        ) AS o
        WHERE r.anchor_rule IS NULL OR NOT EXISTS (SELECT FROM deadline AS c JOIN deadline_rule AS x USING (deadline_rule_id)
            WHERE c.case_file_id = start_deadlines.case_file_id AND c.subject_id = start_deadlines.subject_id
                AND x.rule = r.rule AND c.anchor_deadline_id IS NOT NULL)
    ), inserted AS (
        INSERT INTO deadline AS c (case_file_id, deadline_no, deadline_rule_id, subject, subject_id, owed_by,
            organisation_id, started_on, floor_deadline_id, promised_on)
        SELECT start_deadlines.case_file_id,
            coalesce((SELECT max(c.deadline_no) FROM deadline AS c
                WHERE c.case_file_id = start_deadlines.case_file_id), 0) + a.n,
            a.deadline_rule_id, a.subject, start_deadlines.subject_id, a.owed_by, a.owner_id,
            start_deadlines.on_day,
            (SELECT max(c.deadline_id) FROM deadline AS c JOIN deadline_rule AS r USING (deadline_rule_id)
                WHERE c.case_file_id = start_deadlines.case_file_id AND r.rule = a.floor_rule),
            p.due_on
        FROM applicable AS a
        CROSS JOIN LATERAL count_period(a.calendar, NULL, start_deadlines.on_day, NULL, a.counting, a.length, a.unit, 0,
            a.extension_unit, a.cap_length, a.cap_unit, NULL) AS p
        ORDER BY a.n RETURNING c.deadline_id)
    SELECT array_agg(i.deadline_id) INTO started FROM inserted AS i;
    IF started IS NULL THEN
        RETURN;
    END IF;

    -- Deadlines that hang on the end of one that has just started.
    INSERT INTO deadline AS c (case_file_id, deadline_no, deadline_rule_id, subject, subject_id, owed_by,
        organisation_id, anchor_deadline_id, promised_on)
    SELECT start_deadlines.case_file_id,
        (SELECT max(c.deadline_no) FROM deadline AS c WHERE c.case_file_id = start_deadlines.case_file_id)
            + row_number() OVER (ORDER BY r.position),
        r.deadline_rule_id, s.subject, s.subject_id, r.owed_by,
        CASE r.owed_by WHEN 'applicant' THEN case_row.company_id END, s.deadline_id, p.due_on
    FROM deadline_today AS s
    JOIN deadline_rule AS r ON r.regime = case_row.regime AND r.version = case_row.regime_version
        AND r.anchor_rule = s.rule AND (r.tracks = '{}' OR case_row.track = ANY (r.tracks))
    JOIN regime AS g ON g.regime = r.regime
    CROSS JOIN LATERAL count_period(g.calendar, NULL, s.due_on, NULL, r.counting, r.length, r.unit, 0,
        r.extension_unit, r.cap_length, r.cap_unit, NULL) AS p
    WHERE s.deadline_id = ANY (started);

    -- A supplement that is open already stops what has just started.
    PERFORM stop_deadlines(s.supplement_id, start_deadlines.on_day) FROM supplement AS s
    WHERE s.case_file_id = start_deadlines.case_file_id AND s.answered_at IS NULL ORDER BY s.supplement_id;
END $$;

-- An open supplement stops every open deadline whose rule says so and which is not stopped yet; once, for a stop that was
-- undone does not come back.
CREATE FUNCTION stop_deadlines(supplement_id bigint, on_day date) RETURNS void
    LANGUAGE sql SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
INSERT INTO deadline_stop (deadline_id, case_file_id, cause, supplement_id, began_on)
SELECT c.deadline_id, c.case_file_id, supplement_cause(s.asked_by_id, c.organisation_id), s.supplement_id,
    greatest(stop_deadlines.on_day, c.started_on)
FROM supplement AS s
JOIN deadline AS c ON c.case_file_id = s.case_file_id AND c.ended_on IS NULL AND c.started_on IS NOT NULL
JOIN deadline_rule AS r USING (deadline_rule_id)
WHERE s.supplement_id = stop_deadlines.supplement_id
    AND supplement_cause(s.asked_by_id, c.organisation_id) = ANY (r.stopped_by)
    AND NOT EXISTS (SELECT FROM deadline_stop AS x WHERE x.deadline_id = c.deadline_id
        AND (x.supplement_id = s.supplement_id OR x.ended_on IS NULL AND NOT x.undone)) $$;

-- The answer to a supplement ends its stops, also those of periods that have ended meanwhile, if it came before; where another open supplement stops the same deadline, that one takes over.
CREATE FUNCTION resume_deadlines(supplement_id bigint, on_day date) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
BEGIN
    UPDATE deadline_stop AS x SET ended_on = greatest(resume_deadlines.on_day, x.began_on)
    WHERE x.supplement_id = resume_deadlines.supplement_id AND (x.ended_on IS NULL
        OR NOT x.undone AND x.ended_on > greatest(resume_deadlines.on_day, x.began_on));
    PERFORM stop_deadlines(s.supplement_id, resume_deadlines.on_day) FROM supplement AS s
    WHERE s.answered_at IS NULL AND s.supplement_id <> resume_deadlines.supplement_id
        AND s.case_file_id = (SELECT a.case_file_id FROM supplement AS a
            WHERE a.supplement_id = resume_deadlines.supplement_id)
    ORDER BY s.supplement_id;
END $$;

-- Ends the deadlines that end with an event: all of the case for an event of the case, otherwise those about the subject.
CREATE FUNCTION end_deadlines(event text, case_file_id bigint, subject_id bigint, on_day date) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp
    SET plan_cache_mode = force_generic_plan AS $$
DECLARE ended bigint[];
BEGIN
    WITH ended AS (
        UPDATE deadline AS c SET ended_on = end_deadlines.on_day, ended_at = now(), ended_by = end_deadlines.event
        FROM deadline_rule AS r WHERE c.case_file_id = end_deadlines.case_file_id AND c.ended_on IS NULL
            AND r.deadline_rule_id = c.deadline_rule_id AND end_deadlines.event = ANY (r.ends_on)
            AND (end_deadlines.subject_id IS NULL OR c.subject_id = end_deadlines.subject_id OR c.subject = 'case')
        RETURNING c.deadline_id)
    SELECT array_agg(e.deadline_id) INTO ended FROM ended AS e;
    UPDATE deadline_stop AS s SET ended_on = greatest(end_deadlines.on_day, s.began_on)
    WHERE s.deadline_id = ANY (ended) AND s.ended_on IS NULL;
END $$;

-- A session that did not take place: the periods that its frozen agenda had ended run on as if they had not been ended, with the
-- stops that were ended with them and still last.
CREATE FUNCTION reopen_tabling(case_file_id bigint, frozen_at timestamptz) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
BEGIN
    PERFORM reopen_deadlines(ARRAY(SELECT d.deadline_id FROM deadline AS d
        WHERE d.case_file_id = reopen_tabling.case_file_id AND d.ended_by = 'tabled'
            AND d.ended_at = reopen_tabling.frozen_at));
END $$;

-- A stop that is not a supplement's (mediation, an opinion asked of the regulatory committee) is the desk's, with its paper.
CREATE FUNCTION guard_deadline_stop() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
DECLARE deadline_row record;
BEGIN
    IF NOT acting_as('sandbox_desk') THEN
        RETURN NEW;
    END IF;
    PERFORM FROM case_file AS c WHERE c.case_file_id = NEW.case_file_id FOR UPDATE;
    SELECT s.*, r.stopped_by INTO deadline_row FROM deadline_today AS s
    JOIN deadline_rule AS r ON r.deadline_rule_id = s.deadline_rule_id
    WHERE s.deadline_id = NEW.deadline_id AND s.case_file_id = NEW.case_file_id;
    IF NOT FOUND THEN
        RETURN NEW;
    END IF;
    IF NEW.cause LIKE 'supplement-%' OR NOT NEW.cause = ANY (deadline_row.stopped_by) THEN
        PERFORM refuse('deadline_stop_cause_guard', 'that does not stop this deadline');
    END IF;
    IF TG_OP = 'UPDATE' THEN
        IF OLD.ended_on IS NOT NULL OR OLD.undone THEN
            PERFORM refuse('deadline_stop_ended_guard', 'the stop has ended');
        END IF;
        IF NEW.ended_on IS NULL OR NEW.ended_on > deadline_row.today OR NEW.ended_on < OLD.began_on THEN
            PERFORM refuse('deadline_stop_day_guard', 'a stop ends between its beginning and today');
        END IF;
        RETURN NEW;
    END IF;
    IF deadline_row.ended_on IS NOT NULL THEN
        PERFORM refuse('deadline_ended_guard', 'the deadline has ended');
    END IF;
    IF NEW.paper IS NULL THEN
        PERFORM refuse('deadline_stop_paper_guard', 'a stop names the paper it rests on');
    END IF;
    IF NEW.began_on < deadline_row.started_on OR NEW.began_on > deadline_row.today THEN
        PERFORM refuse('deadline_stop_day_guard', 'a stop begins between the start of the deadline and today');
    END IF;
    IF EXISTS (SELECT FROM deadline_stop AS s WHERE s.deadline_id = NEW.deadline_id AND s.ended_on IS NULL
        AND NOT s.undone) THEN
        PERFORM refuse('deadline_stop_open_guard', 'the deadline is stopped already');
    END IF;
    NEW.supplement_id := NULL;
    NEW.ended_on := NULL;
    NEW.undone := false;
    NEW.began_by := acting_role(); NEW.began_at := now();
    RETURN NEW;
END $$;
CREATE TRIGGER guard_deadline_stop BEFORE INSERT OR UPDATE ON deadline_stop
    FOR EACH ROW WHEN (current_user <> 'sandbox_owner') EXECUTE FUNCTION guard_deadline_stop();

CREATE FUNCTION guard_deadline_stop_undoing() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
BEGIN
    IF NOT acting_as('sandbox_desk') THEN
        RETURN NEW;
    END IF;
    PERFORM FROM case_file AS c WHERE c.case_file_id = NEW.case_file_id FOR UPDATE;
    IF EXISTS (SELECT FROM deadline_stop AS s JOIN deadline AS c USING (deadline_id)
        WHERE s.deadline_stop_id = NEW.deadline_stop_id AND c.ended_on IS NOT NULL) THEN
        PERFORM refuse('deadline_ended_guard', 'the deadline has ended');
    END IF;
    -- While a company answers what a ministry asked, the ministry's time does not run, and the desk does not set it going.
    IF EXISTS (SELECT FROM deadline_stop AS s JOIN supplement AS x USING (supplement_id)
        WHERE s.deadline_stop_id = NEW.deadline_stop_id AND x.asked_by_id <> acting_organisation_id()) THEN
        PERFORM refuse('deadline_stop_undoing_owner_guard', 'who asked for the supplement undoes its stop');
    END IF;
    IF EXISTS (SELECT FROM deadline_stop AS s JOIN supplement AS p USING (supplement_id)
        WHERE s.deadline_stop_id = NEW.deadline_stop_id AND NOT s.undone AND s.ended_on IS NULL AND p.answered_at IS NULL) THEN
        PERFORM refuse('deadline_stop_supplement_guard', 'the supplement is open, and the time until its answer is left out');
    END IF;
    NEW.undone_at := now(); NEW.undone_by := acting_role();
    UPDATE deadline_stop AS s SET undone = true
    WHERE s.deadline_stop_id = NEW.deadline_stop_id AND s.case_file_id = NEW.case_file_id AND NOT s.undone;
    RETURN NEW;
END $$;
CREATE TRIGGER guard_deadline_stop_undoing BEFORE INSERT ON deadline_stop_undoing
    FOR EACH ROW WHEN (current_user <> 'sandbox_owner') EXECUTE FUNCTION guard_deadline_stop_undoing();

-- Who owes the act extends its period, before it ends, as often and as long as the rule allows, and says why. A validity is
-- extended by a decision, not here.
CREATE FUNCTION guard_deadline_extension() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
DECLARE deadline_row record; extensions bigint;
BEGIN
    PERFORM FROM case_file AS c WHERE c.case_file_id = NEW.case_file_id
        AND (acting_as('sandbox_desk') OR acting_as('sandbox_ministry')
            AND c.case_file_id IN (SELECT consulted_case_ids()))
    FOR UPDATE;
    IF NOT FOUND THEN
        RETURN NEW;
    END IF;
    SELECT s.*, r.extensions, r.extension_length, r.when_missed INTO deadline_row FROM deadline_today AS s
    JOIN deadline_rule AS r ON r.deadline_rule_id = s.deadline_rule_id
    WHERE s.deadline_id = NEW.deadline_id AND s.case_file_id = NEW.case_file_id;
    IF NOT FOUND THEN
        RETURN NEW;
    END IF;
    IF acting_as('sandbox_desk') AND deadline_row.organisation_id IS NOT NULL
        OR acting_as('sandbox_ministry') AND deadline_row.organisation_id IS DISTINCT FROM acting_organisation_id() THEN
        PERFORM refuse('deadline_extension_debtor_guard', 'who owes the act extends its period');
    END IF;
    IF deadline_row.extensions = 0 OR deadline_row.when_missed = 'ends' THEN
        PERFORM refuse('deadline_extension_rule_guard', 'the rule has no such extension');
    END IF;
    IF deadline_row.ended_on IS NOT NULL THEN
        PERFORM refuse('deadline_ended_guard', 'the deadline has ended');
    END IF;
    SELECT count(*) INTO extensions FROM deadline_extension AS x WHERE x.deadline_id = NEW.deadline_id;
    IF extensions >= deadline_row.extensions THEN
        PERFORM refuse('deadline_extension_count_guard', 'the period has been extended as often as the rule allows');
    END IF;
    IF NEW.length > deadline_row.extension_length THEN
        PERFORM refuse('deadline_extension_longest_guard', 'longer than the rule allows');
    END IF;
    IF deadline_row.today > deadline_row.due_on THEN
        PERFORM refuse('deadline_extension_time_guard', 'a period is extended before it has ended');
    END IF;
    NEW.extension_no := extensions + 1;
    NEW.extended_on := deadline_row.today;
    NEW.extended_at := now(); NEW.extended_by := acting_role();
    RETURN NEW;
END $$;
CREATE TRIGGER guard_deadline_extension BEFORE INSERT ON deadline_extension
    FOR EACH ROW WHEN (current_user <> 'sandbox_owner') EXECUTE FUNCTION guard_deadline_extension();

-- The last day on which a party may act: the end of the deadline that an event started about its subject, by the reading that
-- gives the most time; NULL if it started none, the last of all days while that end is not known for certain.
CREATE FUNCTION act_until(event text, case_file_id bigint, subject_id bigint) RETURNS date LANGUAGE sql STABLE AS $$
SELECT max(coalesce(deadline_closes_on(s.due_on, s.certainty, s.safe_on, s.arguable_until), '9999-12-31')) FROM deadline_today AS s
JOIN deadline_rule AS r ON r.deadline_rule_id = s.deadline_rule_id AND r.starts_on = act_until.event
WHERE s.case_file_id = act_until.case_file_id AND s.subject_id = act_until.subject_id $$;

GRANT EXECUTE ON FUNCTION deadline_due, in_force_until, grant_over_on, case_grant_over_on, deadline_closes_on, deadline_void_on, count_deadlines,
    deadline_state_of, is_in_force, grant_is_over, deadline_state TO PUBLIC;
GRANT EXECUTE ON FUNCTION act_until TO sandbox_company, sandbox_ministry, sandbox_desk, sandbox_analyst, sandbox_auditor;
GRANT EXECUTE ON FUNCTION rules_started_by TO sandbox_desk;
