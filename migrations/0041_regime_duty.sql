-- What a regime owes as a whole, and no case of it: a report on the sandbox a year after it was established, and every year.
-- What happened is recorded; when the next is due is counted from it.

CREATE TABLE regime_event (
    regime_event_id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT regime_event_pkey PRIMARY KEY,
    regime code NOT NULL CONSTRAINT regime_event_regime_fkey REFERENCES regime,
    event code NOT NULL CONSTRAINT regime_event_event_fkey REFERENCES clock_event,
    on_day date NOT NULL,
    text prose,
    recorded_at timestamptz NOT NULL DEFAULT now(),
    recorded_by name NOT NULL DEFAULT acting_role(),
    CONSTRAINT regime_event_day_key UNIQUE (regime, event, on_day)
);
COMMENT ON COLUMN regime_event.text IS 'the act that established it, the title and place of the report';

CREATE FUNCTION guard_regime_event() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp
    AS $$
DECLARE
    newest integer := (SELECT max(v.version) FROM regime_version AS v WHERE v.regime = NEW.regime);
BEGIN
    IF NOT acting_as('sandbox_desk') THEN
        RETURN NEW;
    END IF;
    PERFORM FROM regime AS g WHERE g.regime = NEW.regime FOR UPDATE;
    IF NOT EXISTS (SELECT FROM clock_event AS e WHERE e.event = NEW.event AND e.subject = 'regime') THEN
        PERFORM refuse('regime_event_subject_guard', 'that happens to a case, not to a regime');
    END IF;
    IF NEW.on_day > authority_date(NEW.regime) THEN
        PERFORM refuse('regime_event_date_guard', 'what happened did not happen in the future');
    END IF;
    IF EXISTS (SELECT FROM clock_rule AS r WHERE r.regime = NEW.regime AND r.version = newest AND r.starts_on = NEW.event)
        AND EXISTS (SELECT FROM regime_event AS x WHERE x.regime = NEW.regime AND x.event = NEW.event)
    THEN
        PERFORM refuse('regime_event_once_guard', 'the period has begun');
    END IF;
    IF EXISTS (SELECT FROM clock_rule AS r JOIN clock_event AS e ON e.event = r.starts_on AND e.subject = 'regime'
        WHERE r.regime = NEW.regime AND r.version = newest AND NEW.event = ANY (r.ends_on) AND NOT EXISTS (
            SELECT FROM regime_event AS x WHERE x.regime = NEW.regime AND x.event = r.starts_on AND x.on_day <= NEW.on_day))
    THEN
        PERFORM refuse('regime_event_start_guard', 'the period for it has not begun');
    END IF;
    NEW.recorded_at := now();
    NEW.recorded_by := acting_role();
    RETURN NEW;
END
$$;
CREATE TRIGGER regime_event_guard BEFORE INSERT ON regime_event
    FOR EACH ROW WHEN (current_user <> 'sandbox_owner') EXECUTE FUNCTION guard_regime_event();
CREATE TRIGGER regime_event_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON regime_event
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- A period of a regime begins again where it ended, whenever the act was done: the third report is due three years after
-- the sandbox was established.
CREATE VIEW regime_duty WITH (security_invoker = true) AS
SELECT g.regime, r.rule, r.name_ko, r.name_en, r.basis, r.owed_by, n.done, n.last_on, s.started_on, p.due_on,
    p.due_on - authority_date(g.regime) AS days_left
FROM regime AS g
JOIN LATERAL (SELECT max(v.version) AS version FROM regime_version AS v
    WHERE v.regime = g.regime AND v.valid_from <= authority_date(g.regime)) AS v ON true
JOIN clock_rule AS r ON r.regime = g.regime AND r.version = v.version
JOIN clock_event AS e ON e.event = r.starts_on AND e.subject = 'regime'
JOIN regime_event AS b ON b.regime = g.regime AND b.event = r.starts_on
CROSS JOIN LATERAL (SELECT count(*)::integer AS done, max(x.on_day) AS last_on FROM regime_event AS x
    WHERE x.regime = g.regime AND x.event = ANY (r.ends_on)) AS n
CROSS JOIN LATERAL (SELECT (b.on_day + period_length(n.done * r.length, r.unit))::date AS started_on OFFSET 0) AS s
CROSS JOIN LATERAL count_period(g.calendar, NULL, s.started_on, NULL, r.counting, r.length, r.unit, 0, NULL, NULL, NULL,
    NULL) AS p;
COMMENT ON VIEW regime_duty IS 'what each regime owes next as a whole, and until when; done: how often it has been done';

ALTER TABLE regime_event ENABLE ROW LEVEL SECURITY;
ALTER TABLE regime_event FORCE ROW LEVEL SECURITY;
CREATE POLICY regime_event_owner ON regime_event TO sandbox_owner USING (true) WITH CHECK (true);
CREATE POLICY regime_event_everyone ON regime_event FOR SELECT TO PUBLIC USING (true);
CREATE POLICY regime_event_record ON regime_event FOR INSERT TO sandbox_desk
    WITH CHECK ((SELECT acting_group() = 'sandbox_desk'));
GRANT SELECT ON regime_event, regime_duty TO sandbox_company, sandbox_ministry, sandbox_desk, sandbox_analyst,
    sandbox_auditor, sandbox_operator, sandbox_public;
GRANT INSERT (regime, event, on_day, text) ON regime_event TO sandbox_desk;
CREATE TRIGGER regime_event_event_insert AFTER INSERT ON regime_event REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION book_insert('regime', 'regime-event', 'remove', 'remove', 'regime_event_id');
CREATE TRIGGER regime_event_event_change AFTER UPDATE OR DELETE ON regime_event
    FOR EACH ROW EXECUTE FUNCTION book_change('regime', 'regime-event', 'remove', 'remove', 'regime_event_id');

SELECT past.cover_table('regime_event');
SELECT past.cover_view('sandbox', 'regime_duty');
