-- 이의신청: what the authority did that a party may object to, what the company says against it, and what the authority
-- answers (행정기본법 제36조). The periods are the regime's rules on the events below; where a regime has none, nothing here
-- begins.

CREATE TABLE disposition (
    disposition_id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT disposition_pkey PRIMARY KEY,
    case_file_id bigint NOT NULL CONSTRAINT disposition_case_file_id_fkey REFERENCES case_file,
    disposition_no smallint NOT NULL,
    kind code NOT NULL CONSTRAINT disposition_kind_check CHECK (
        kind IN ('return', 'rejection', 'correct', 'suspend', 'revoke', 'refuse-extension')
    ),
    decision_id bigint CONSTRAINT disposition_decision_id_fkey REFERENCES decision,
    grant_act_id bigint CONSTRAINT disposition_grant_act_id_fkey REFERENCES grant_act,
    received_on date NOT NULL,
    CONSTRAINT disposition_no_key UNIQUE (case_file_id, disposition_no),
    CONSTRAINT disposition_case_key UNIQUE (disposition_id, case_file_id),
    CONSTRAINT disposition_about_check CHECK (
        (decision_id IS NOT NULL) = (kind = 'rejection') AND (grant_act_id IS NULL) = (kind IN ('return', 'rejection'))
    )
);
COMMENT ON TABLE disposition IS '처분: an act of the authority against a party, which received notice of it; written by the acts themselves';

CREATE TABLE objection (
    disposition_id bigint CONSTRAINT objection_pkey PRIMARY KEY,
    case_file_id bigint NOT NULL,
    statement prose NOT NULL,
    filed_at timestamptz NOT NULL DEFAULT now(),
    filed_by name NOT NULL DEFAULT acting_role(),
    ruling code CONSTRAINT objection_ruling_check CHECK (
        ruling IN ('upheld', 'upheld-in-part', 'dismissed', 'inadmissible')
    ),
    reason prose,
    ruled_at timestamptz,
    ruled_by name,
    CONSTRAINT objection_disposition_fkey
        FOREIGN KEY (disposition_id, case_file_id) REFERENCES disposition (disposition_id, case_file_id),
    CONSTRAINT objection_reason_check CHECK ((ruling IS NULL) = (reason IS NULL)),
    CONSTRAINT objection_ruled_check CHECK ((ruling IS NULL) = (ruled_at IS NULL) AND (ruling IS NULL) = (ruled_by IS NULL))
);
COMMENT ON COLUMN objection.ruling IS 'what the authority answered; it undoes what it did by the act that the law has for it';
CREATE INDEX objection_case_file_id_idx ON objection (case_file_id);

-- After the answer the way to an appeal or a suit is open for ninety days (행정기본법 제36조 제4항).
INSERT INTO clock_rule (regime, version, rule, position, name_ko, name_en, basis, owed_by, starts_on, length, unit, counting,
    when_missed, missed_ko, missed_en)
SELECT r.regime, r.version, 'k20-appeal', r.position + 1, '행정심판·행정소송 제기', 'appeal or suit after an objection',
    '행정기본법 제36조 제4항', 'applicant', 'objection-answered', 90, 'day', 'civil', 'right-lost',
    '행정심판이나 행정소송을 제기할 수 없다.', 'The right to appeal or sue is lost.'
FROM clock_rule AS r WHERE r.rule = 'k20-answer' AND r.basis = '행정기본법 제36조 제2항';

-- Enters a disposition, if the regime of the case lets a party object to it, and starts the period for the objection.
CREATE FUNCTION note_disposition(case_file_id bigint, kind text, decision_id bigint, grant_act_id bigint, on_day date)
    RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp
    AS $$
DECLARE
    noted bigint;
BEGIN
    INSERT INTO disposition (case_file_id, disposition_no, kind, decision_id, grant_act_id, received_on)
    SELECT c.case_file_id,
        1 + coalesce((SELECT max(d.disposition_no) FROM disposition AS d WHERE d.case_file_id = c.case_file_id), 0),
        note_disposition.kind, note_disposition.decision_id, note_disposition.grant_act_id, on_day
    FROM case_file AS c
    WHERE c.case_file_id = note_disposition.case_file_id AND EXISTS (SELECT FROM clock_rule AS r
        WHERE r.regime = c.regime AND r.version = c.regime_version AND r.starts_on = 'disposition-received'
            AND (r.tracks = '{}' OR c.track = ANY (r.tracks)) AND on_day >= r.valid_from
            AND on_day <= coalesce(r.valid_to, 'infinity'))
    RETURNING disposition_id INTO noted;
    IF noted IS NOT NULL THEN
        PERFORM start_clocks('disposition-received', note_disposition.case_file_id, noted, NULL, on_day);
    END IF;
END
$$;

-- A return is one; a rejection, where the law knows no re-deliberation of it (제36조 제5항); of the acts on a grant those
-- against its holder.
CREATE FUNCTION follow_return() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp
    AS $$
BEGIN
    PERFORM note_disposition(NEW.case_file_id, 'return', NULL, NULL, authority_date(NEW.regime));
    RETURN NULL;
END
$$;
CREATE TRIGGER case_file_object AFTER UPDATE OF stage ON case_file
    FOR EACH ROW WHEN (NEW.stage = 'returned' AND OLD.stage <> 'returned') EXECUTE FUNCTION follow_return();
CREATE FUNCTION follow_rejection() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp
    AS $$
BEGIN
    PERFORM note_disposition(n.case_file_id, 'rejection', n.decision_id, NULL, authority_date(c.regime, n.recorded_at))
    FROM new_rows AS n JOIN case_file AS c USING (case_file_id)
    WHERE n.outcome = 'rejected' AND c.origin = 'filed' AND NOT EXISTS (SELECT FROM clock_rule AS r
        WHERE r.regime = c.regime AND r.version = c.regime_version AND r.starts_on = 'rejected'
            AND (r.tracks = '{}' OR c.track = ANY (r.tracks)))
    ORDER BY n.decision_id;
    RETURN NULL;
END
$$;
CREATE TRIGGER decision_object AFTER INSERT ON decision REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION follow_rejection();
CREATE FUNCTION follow_grant_disposition() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp
    AS $$
BEGIN
    PERFORM note_disposition(n.case_file_id, n.act, NULL, n.grant_act_id, n.on_day)
    FROM new_rows AS n WHERE n.act IN ('correct', 'suspend', 'revoke', 'refuse-extension') ORDER BY n.grant_act_id;
    RETURN NULL;
END
$$;
CREATE TRIGGER grant_act_object AFTER INSERT ON grant_act REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION follow_grant_disposition();

-- The last day on which a party may object: the end of the clock that the disposition started.
CREATE FUNCTION object_until(disposition_id bigint) RETURNS date
    LANGUAGE sql STABLE
    AS $$
SELECT max(s.due_on) FROM disposition AS d
JOIN clock_state() AS s ON s.case_file_id = d.case_file_id AND s.subject = 'objection' AND s.subject_id = d.disposition_id
JOIN clock_rule AS r ON r.clock_rule_id = s.clock_rule_id AND r.starts_on = 'disposition-received'
WHERE d.disposition_id = object_until.disposition_id
$$;
GRANT EXECUTE ON FUNCTION object_until TO
    sandbox_company, sandbox_ministry, sandbox_desk, sandbox_analyst, sandbox_auditor;

-- The company objects in time, once; the desk answers, once.
CREATE FUNCTION guard_objection() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp
    AS $$
DECLARE
    regime text;
BEGIN
    SELECT c.regime INTO regime FROM case_file AS c
    WHERE c.case_file_id = NEW.case_file_id AND (acting_as('sandbox_desk') AND c.reference IS NOT NULL
        OR acting_as('sandbox_company') AND c.company_id = acting_organisation_id()) FOR UPDATE;
    IF NOT FOUND THEN
        RETURN NEW;
    END IF;
    IF TG_OP = 'UPDATE' THEN
        IF OLD.ruling IS NOT NULL THEN
            PERFORM refuse('objection_ruled_guard', 'the objection has been answered');
        END IF;
        NEW.ruled_at := now();
        NEW.ruled_by := acting_role();
        RETURN NEW;
    END IF;
    IF NOT coalesce(authority_date(regime) <= object_until(NEW.disposition_id), false) THEN
        PERFORM refuse('objection_date_guard', 'the period for an objection is over');
    END IF;
    NEW.filed_at := now();
    NEW.filed_by := acting_role();
    RETURN NEW;
END
$$;
CREATE TRIGGER objection_guard BEFORE INSERT OR UPDATE ON objection
    FOR EACH ROW WHEN (current_user <> 'sandbox_owner') EXECUTE FUNCTION guard_objection();

CREATE FUNCTION follow_objection() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp
    AS $$
DECLARE
    event text := CASE TG_OP WHEN 'INSERT' THEN 'objection-filed' ELSE 'objection-answered' END;
    today date := (SELECT authority_date(c.regime) FROM case_file AS c WHERE c.case_file_id = NEW.case_file_id);
BEGIN
    PERFORM end_clocks(event, NEW.case_file_id, NEW.disposition_id, today);
    PERFORM start_clocks(event, NEW.case_file_id, NEW.disposition_id, NULL, today);
    RETURN NULL;
END
$$;
CREATE TRIGGER objection_follow AFTER INSERT ON objection FOR EACH ROW EXECUTE FUNCTION follow_objection();
CREATE TRIGGER objection_follow_ruling AFTER UPDATE OF ruling ON objection
    FOR EACH ROW WHEN (OLD.ruling IS NULL AND NEW.ruling IS NOT NULL) EXECUTE FUNCTION follow_objection();

-- Both are seen by all who see the case.
DO $$
DECLARE
    part text;
BEGIN
    FOREACH part IN ARRAY ARRAY['disposition', 'objection'] LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', part);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', part);
        EXECUTE format('CREATE POLICY %I ON %I TO sandbox_owner USING (true) WITH CHECK (true)', part || '_owner', part);
        EXECUTE format($policy$
            CREATE POLICY %1$s_staff ON %1$s FOR SELECT TO sandbox_desk, sandbox_analyst, sandbox_auditor
                USING ((SELECT acting_group() IN ('sandbox_desk', 'sandbox_analyst', 'sandbox_auditor')))$policy$, part);
        EXECUTE format($policy$
            CREATE POLICY %1$s_reader ON %1$s FOR SELECT TO sandbox_company, sandbox_ministry
                USING ((SELECT acting_group() IN ('sandbox_company', 'sandbox_ministry'))
                    AND EXISTS (SELECT FROM case_file AS c WHERE c.case_file_id = %1$s.case_file_id))$policy$, part);
        EXECUTE format('GRANT SELECT ON %I TO sandbox_company, sandbox_ministry, sandbox_desk, sandbox_analyst, '
            'sandbox_auditor', part);
    END LOOP;
END
$$;
CREATE POLICY objection_file ON objection FOR INSERT TO sandbox_company WITH CHECK (
    (SELECT acting_group() = 'sandbox_company') AND EXISTS (
        SELECT FROM case_file AS c WHERE c.case_file_id = objection.case_file_id));
GRANT INSERT (disposition_id, case_file_id, statement) ON objection TO sandbox_company;
CREATE POLICY objection_rule ON objection FOR UPDATE TO sandbox_desk USING ((SELECT acting_group() = 'sandbox_desk'));
GRANT UPDATE (ruling, reason) ON objection TO sandbox_desk;

CREATE TRIGGER disposition_event_insert AFTER INSERT ON disposition REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION book_insert('case_file_id', 'disposition', 'remove', 'remove', 'disposition_no');
CREATE TRIGGER disposition_event_change AFTER UPDATE OR DELETE ON disposition
    FOR EACH ROW EXECUTE FUNCTION book_change('case_file_id', 'disposition', 'remove', 'remove', 'disposition_no');
CREATE TRIGGER objection_event_insert AFTER INSERT ON objection REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION book_insert('case_file_id', 'object', 'objection-rule', 'remove', 'disposition_id');
CREATE TRIGGER objection_event_change AFTER UPDATE OR DELETE ON objection
    FOR EACH ROW EXECUTE FUNCTION book_change('case_file_id', 'object', 'objection-rule', 'remove', 'disposition_id');

-- Who has to act on a case: as before, and the desk on an objection that is not answered.
DO $$
BEGIN
    EXECUTE format($view$CREATE OR REPLACE VIEW case_turn WITH (security_invoker = true) AS %s
        UNION ALL
        SELECT o.case_file_id, 'desk', NULL, 'respond', o.filed_at, d.disposition_no
        FROM objection AS o JOIN disposition AS d USING (disposition_id, case_file_id) WHERE o.ruling IS NULL$view$,
        rtrim(pg_get_viewdef('case_turn'::regclass), ';'));
END
$$;

SELECT past.cover_table('disposition');
SELECT past.cover_table('objection');
SELECT past.cover_view('sandbox', 'case_turn');
