-- The reports that ministries owe on their reform tasks.

CREATE FUNCTION guard_task_report() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
BEGIN
    NEW.reported_on := task_today(NEW.reform_task_id);
    NEW.made_at := now(); NEW.author := acting_role();
    IF EXISTS (SELECT FROM reporting_date AS d
        WHERE d.roadmap_id = NEW.roadmap_id AND d.due_on = NEW.due_on AND d.opens_on > NEW.reported_on) THEN
        PERFORM refuse('task_report_open_guard', 'it is too early for this report');
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER guard_task_report BEFORE INSERT ON task_report FOR EACH ROW EXECUTE FUNCTION guard_task_report();

CREATE VIEW report_owed WITH (security_invoker = true) AS
SELECT e.roadmap_id, e.reform_task_id, m.ministry_id, d.due_on, d.opens_on,
    d.due_on < task_today(e.reform_task_id) AS is_missed
FROM reporting_date AS d JOIN roadmap_entry AS e USING (roadmap_id) JOIN reform_task AS t USING (reform_task_id)
JOIN reform_status AS s ON s.status = t.status AND NOT s.is_ended
JOIN task_ministry AS m USING (reform_task_id)
WHERE d.opens_on <= task_today(e.reform_task_id)
    AND NOT EXISTS (SELECT FROM task_report AS r WHERE r.roadmap_id = d.roadmap_id AND r.due_on = d.due_on
        AND r.reform_task_id = e.reform_task_id AND r.ministry_id = m.ministry_id);
COMMENT ON VIEW report_owed IS
    'the reports that ministries owe now; missed: the day has passed, and a report needs a reason';
