-- Milestones: promised, forecast, reached; every figure about them, as of any day, is derived from these rows.
-- What a task means for the grants whose law it changes is grant_outlook; an end of law keeps grants (keep_grants).

-- A task that was merged or superseded is spoken of no more: the one that continues it is. The task is locked first: two
-- words about one milestone are said one after the other.
CREATE FUNCTION refuse_merged_task(task_id bigint) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
BEGIN
    PERFORM FROM reform_task AS t WHERE t.reform_task_id = task_id FOR UPDATE;
    IF EXISTS (SELECT FROM task_merge AS m WHERE m.reform_task_id = task_id) THEN
        PERFORM refuse('forecast_merged_guard', 'the task is continued by another one');
    END IF;
END $$;

-- The first promise of a milestone is what all later words are measured by: nothing is put before it, and nobody changes it.
CREATE FUNCTION guard_forecast() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
DECLARE promise_row forecast;
BEGIN
    PERFORM refuse_merged_task(NEW.reform_task_id);
    SELECT * INTO promise_row FROM forecast AS f
    WHERE f.reform_task_id = NEW.reform_task_id AND f.kind = NEW.kind AND f.forecast_no = 1;
    NEW.said_on := coalesce(NEW.said_on, task_today(NEW.reform_task_id));
    IF NEW.said_on > task_today(NEW.reform_task_id) THEN
        PERFORM refuse('forecast_date_guard', 'what is said is not said in the future');
    END IF;
    IF NEW.said_on < promise_row.said_on THEN
        PERFORM refuse('forecast_baseline_guard', 'nothing is put before the first promise');
    END IF;
    NEW.forecast_no := 1 + coalesce((SELECT max(f.forecast_no) FROM forecast AS f
        WHERE f.reform_task_id = NEW.reform_task_id AND f.kind = NEW.kind), 0);
    NEW.made_at := now(); NEW.author := acting_role();
    NEW.author_id := acting_organisation_id();
    RETURN NEW;
END $$;
CREATE TRIGGER guard_forecast BEFORE INSERT ON forecast FOR EACH ROW EXECUTE FUNCTION guard_forecast();

CREATE FUNCTION guard_arrival() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
BEGIN
    PERFORM refuse_merged_task(NEW.reform_task_id);
    IF NEW.said_to > task_today(NEW.reform_task_id) THEN
        PERFORM refuse('arrival_date_guard', 'a milestone is not reached in the future');
    END IF;
    NEW.arrival_no := 1 + coalesce((SELECT max(a.arrival_no) FROM arrival AS a
        WHERE a.reform_task_id = NEW.reform_task_id AND a.kind = NEW.kind), 0);
    NEW.made_at := now(); NEW.author := acting_role();
    NEW.author_id := acting_organisation_id();
    RETURN NEW;
END $$;
CREATE TRIGGER guard_arrival BEFORE INSERT ON arrival FOR EACH ROW EXECUTE FUNCTION guard_arrival();

-- The target of a roadmap is a promise; one that is put again needs its reason, the roadmap.
CREATE FUNCTION steps_roadmap_entry() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
BEGIN
    INSERT INTO forecast (reform_task_id, kind, said, said_from, said_to, said_on, reason, source)
    SELECT n.reform_task_id, n.target_kind, n.target, n.target_from, n.target_to, r.adopted_on,
        CASE WHEN EXISTS (SELECT FROM forecast AS f WHERE f.reform_task_id = n.reform_task_id
            AND f.kind = n.target_kind)
            THEN r.name END,
        t.source
    FROM new_rows AS n JOIN roadmap AS r USING (roadmap_id) JOIN reform_task AS t USING (reform_task_id)
    WHERE n.target IS NOT NULL ORDER BY n.roadmap_id, n.position;
    RETURN NULL;
END $$;
CREATE TRIGGER steps_roadmap_entry AFTER INSERT ON roadmap_entry REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION steps_roadmap_entry();

-- When the law of a task came, or is to come, into force: as it was said of that milestone, else as the task has it. Where it was
-- said in words that leave several days, it is the last of them.
CREATE VIEW task_in_force WITH (security_invoker = true) AS
SELECT t.reform_task_id, coalesce(a.said_to, t.in_force_on) AS in_force_on,
    coalesce(a.said_to IS NULL OR a.said_from = a.said_to, false) AS is_exact
FROM reform_task AS t
LEFT JOIN LATERAL (SELECT x.said_from, x.said_to FROM arrival AS x
    WHERE x.reform_task_id = t.reform_task_id AND x.kind = 'in-force' ORDER BY x.arrival_no DESC LIMIT 1) AS a ON true;
COMMENT ON VIEW task_in_force IS 'when the law of a reform task came into force, and whether that is the very day';

-- Every milestone as it was on a day, from what had been said by then and entered before a moment. Without a day: the
-- authority's today; without a moment: all that has been entered.
-- A merged or superseded task that did not arrive itself is measured by the one that continues it. The last day of what
-- was promised is compared with the last day of the arrival, else of the last forecast. A promise whose day has passed
-- without arrival or later forecast slips a day each day.
CREATE FUNCTION milestone_at(as_of date DEFAULT NULL, known_before timestamptz DEFAULT NULL)
    RETURNS TABLE (reform_task_id bigint, kind text, as_of date, promised text, promised_from date, promised_to date,
        promised_on date, forecasts integer, forecast text, forecast_from date, forecast_to date, forecast_on date,
        actual text, actual_from date, actual_to date, slip_days integer, standing text)
    LANGUAGE sql STABLE AS $$
WITH RECURSIVE today AS MATERIALIZED (
    SELECT r.roadmap_id, authority_date(r.regime) AS day FROM roadmap AS r
), look AS MATERIALIZED (
    SELECT DISTINCT ON (e.reform_task_id) e.reform_task_id, coalesce(milestone_at.as_of, d.day) AS day
    FROM roadmap_entry AS e JOIN today AS d USING (roadmap_id) ORDER BY e.reform_task_id, e.roadmap_id
), said AS MATERIALIZED (
    SELECT f.*, d.day FROM forecast AS f JOIN look AS d USING (reform_task_id)
    WHERE milestone_at.known_before IS NULL OR f.made_at < milestone_at.known_before
), reached AS MATERIALIZED (
    SELECT DISTINCT ON (a.reform_task_id, a.kind) a.*, d.day FROM arrival AS a JOIN look AS d USING (reform_task_id)
    WHERE milestone_at.known_before IS NULL OR a.made_at < milestone_at.known_before
    ORDER BY a.reform_task_id, a.kind, a.arrival_no DESC
), come AS (
    SELECT r.* FROM reached AS r WHERE r.said_to <= r.day
), merge AS (
    SELECT m.reform_task_id, m.into_id FROM task_merge AS m JOIN look AS d USING (reform_task_id)
    WHERE m.merged_on <= d.day AND (milestone_at.known_before IS NULL OR m.made_at < milestone_at.known_before)
), path AS (
    SELECT m.reform_task_id, m.into_id FROM merge AS m
    UNION ALL SELECT p.reform_task_id, m.into_id FROM path AS p JOIN merge AS m ON m.reform_task_id = p.into_id
), heir AS (
    SELECT p.reform_task_id, p.into_id FROM path AS p
    WHERE NOT EXISTS (SELECT FROM merge AS m WHERE m.reform_task_id = p.into_id)
), milestone AS (
    SELECT s.reform_task_id, s.kind, max(s.day) AS day, count(*)::integer AS forecasts FROM said AS s
    WHERE s.said_on <= s.day GROUP BY s.reform_task_id, s.kind
    UNION ALL SELECT c.reform_task_id, c.kind, c.day, 0 FROM come AS c
    WHERE NOT EXISTS (SELECT FROM said AS s
        WHERE s.reform_task_id = c.reform_task_id AND s.kind = c.kind AND s.said_on <= s.day)
), latest AS (
    SELECT DISTINCT ON (s.reform_task_id, s.kind) s.* FROM said AS s WHERE s.said_on <= s.day
    ORDER BY s.reform_task_id, s.kind, s.said_on DESC, s.forecast_no DESC
), put AS (
    SELECT m.reform_task_id, m.kind, m.day, b.said AS promised, b.said_from AS promised_from, b.said_to AS promised_to,
        b.said_on AS promised_on, m.forecasts, l.said AS forecast, l.said_from AS forecast_from,
        l.said_to AS forecast_to, l.said_on AS forecast_on, coalesce(c.said, k.said) AS actual,
        CASE WHEN c.said IS NULL THEN k.said_from ELSE c.said_from END AS actual_from,
        coalesce(c.said_to, k.said_to) AS actual_to
    FROM milestone AS m
    LEFT JOIN said AS b ON b.reform_task_id = m.reform_task_id AND b.kind = m.kind AND b.forecast_no = 1
        AND b.said_on <= b.day
    LEFT JOIN heir AS h ON h.reform_task_id = m.reform_task_id
    LEFT JOIN latest AS l ON l.kind = m.kind AND l.reform_task_id = CASE WHEN EXISTS (SELECT FROM latest AS x
        WHERE x.reform_task_id = h.into_id AND x.kind = m.kind) THEN h.into_id ELSE m.reform_task_id END
    LEFT JOIN come AS c ON c.reform_task_id = m.reform_task_id AND c.kind = m.kind
    LEFT JOIN come AS k ON k.reform_task_id = h.into_id AND k.kind = m.kind
)
SELECT p.reform_task_id, p.kind, p.day, p.promised, p.promised_from, p.promised_to, p.promised_on, p.forecasts,
    p.forecast, p.forecast_from, p.forecast_to, p.forecast_on, p.actual, p.actual_from, p.actual_to,
    CASE WHEN p.actual_to IS NOT NULL THEN p.actual_to
        WHEN p.forecast_to IS NULL AND p.day <= p.promised_to THEN p.promised_to
        ELSE greatest(p.forecast_to, CASE WHEN p.day > p.promised_to THEN p.day END) END - p.promised_to,
    CASE WHEN p.actual_to IS NOT NULL AND p.promised_to IS NULL THEN 'unpromised'
        WHEN p.actual_to <= p.promised_to THEN 'kept'
        WHEN p.actual_to > p.promised_to THEN 'late'
        WHEN coalesce(p.forecast_to, p.promised_to) < p.day THEN 'overdue'
        WHEN p.promised_to IS NULL AND p.forecast_to IS NULL THEN 'undated'
        WHEN p.forecast_to > p.promised_to THEN 'slipping'
        ELSE 'on-course' END
FROM put AS p $$;

-- Every grant that is in force or whose state nobody knows, with its end, and when the law that it waits for is expected
-- to be in force: the day of arrival, or the last forecast of that milestone if it is still ahead. Of several tasks the
-- latest counts. A task without any day, or whose day went by without arrival, leaves it unknown. A task that was merged
-- is measured by the one that continues it.
CREATE FUNCTION grant_outlook(on_day date DEFAULT NULL) RETURNS TABLE (
    exemption_grant_id bigint, case_file_id bigint, state text, reason text, today date, end_on date, last_on date,
    level text, tasks text[], forecast_on date, gap_days integer
) LANGUAGE sql STABLE PARALLEL RESTRICTED BEGIN ATOMIC
    SELECT s.exemption_grant_id, s.case_file_id, s.state, s.reason, s.today, s.end_on, s.last_on, s.level, t.tasks,
        t.forecast_on, t.forecast_on - coalesce(s.last_on, greatest(s.end_on, s.today))
    FROM (SELECT t.* FROM grant_today AS t WHERE grant_outlook.on_day IS NULL
        UNION ALL SELECT t.* FROM grant_state(grant_outlook.on_day) AS t WHERE grant_outlook.on_day IS NOT NULL) AS s
    LEFT JOIN (
        SELECT c.case_file_id, array_agg(r.reference ORDER BY t.reform_task_id) AS tasks,
            CASE WHEN bool_and(f.forecast_on IS NOT NULL) THEN max(f.forecast_on) END AS forecast_on
        FROM case_task AS c JOIN reform_task AS t ON t.reform_task_id = c.reform_task_id
        LEFT JOIN LATERAL (SELECT min(r.roadmap || '/' || e.task_no) AS reference
            FROM roadmap_entry AS e JOIN roadmap AS r ON r.roadmap_id = e.roadmap_id
            WHERE e.reform_task_id = t.reform_task_id) AS r ON true
        LEFT JOIN (SELECT m.reform_task_id, coalesce(m.actual_to, CASE WHEN m.forecast_to >= m.as_of THEN m.forecast_to
                WHEN m.forecast IS NULL AND m.promised_to >= m.as_of THEN m.promised_to END) AS forecast_on
            FROM milestone_at(grant_outlook.on_day) AS m
            WHERE m.kind = 'in-force') AS f ON f.reform_task_id = t.reform_task_id
        WHERE t.status <> 'dropped' GROUP BY c.case_file_id
    ) AS t ON t.case_file_id = s.case_file_id WHERE s.is_in_force OR s.state = 'unrecorded';
END;

GRANT EXECUTE ON FUNCTION milestone_at TO PUBLIC;
GRANT EXECUTE ON FUNCTION grant_outlook TO sandbox_company, sandbox_ministry, sandbox_desk, sandbox_analyst,
    sandbox_auditor;
