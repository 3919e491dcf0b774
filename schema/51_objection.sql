-- What a party may object to, its objection, and the answer. The periods are the regime's rules; where a regime has none,
-- nothing here begins.

-- Enters a disposition, if the regime of the case lets a party object to it, and starts the period for the objection.
CREATE FUNCTION open_disposition(case_file_id bigint, kind text, decision_id bigint, grant_act_id bigint, on_day date)
    RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
DECLARE opened bigint;
BEGIN
    INSERT INTO disposition (case_file_id, disposition_no, kind, decision_id, grant_act_id, received_on)
    SELECT c.case_file_id,
        1 + coalesce((SELECT max(d.disposition_no) FROM disposition AS d WHERE d.case_file_id = c.case_file_id), 0),
        open_disposition.kind, open_disposition.decision_id, open_disposition.grant_act_id, on_day
    FROM case_file AS c WHERE c.case_file_id = open_disposition.case_file_id
        AND EXISTS (SELECT FROM rules_started_by('disposition-received', c.case_file_id, on_day))
    RETURNING disposition_id INTO opened;
    IF opened IS NOT NULL THEN
        PERFORM start_deadlines('disposition-received', open_disposition.case_file_id, opened, NULL, on_day);
    END IF;
END $$;

-- A return is a disposition; a rejection, where the law has no re-deliberation of it (제36조 제5항); of the acts on a grant
-- those against its holder.
CREATE FUNCTION open_disposition_of_rejection(case_file_id bigint, decision_id bigint, on_day date) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM rules_started_by('rejected', case_file_id, on_day)) THEN
        PERFORM open_disposition(case_file_id, 'rejection', decision_id, NULL, on_day);
    END IF;
END $$;

-- The company objects in time, once; the desk answers, once.
CREATE FUNCTION guard_objection() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
DECLARE regime text;
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
        NEW.ruled_at := now(); NEW.ruled_by := acting_role();
        RETURN NEW;
    END IF;
    IF NOT coalesce(authority_date(regime)
        <= (SELECT act_until('disposition-received', d.case_file_id, d.disposition_id)
            FROM disposition AS d WHERE d.disposition_id = NEW.disposition_id AND d.case_file_id = NEW.case_file_id),
        false) THEN
        PERFORM refuse('objection_date_guard', 'the period for an objection is over');
    END IF;
    NEW.filed_at := now(); NEW.filed_by := acting_role();
    RETURN NEW;
END $$;
CREATE TRIGGER guard_objection BEFORE INSERT OR UPDATE ON objection
    FOR EACH ROW WHEN (current_user <> 'sandbox_owner') EXECUTE FUNCTION guard_objection();

-- An objection ends the period for it and starts the one for the answer, which the answer ends.
CREATE FUNCTION move_objection_deadlines(event text, case_file_id bigint, disposition_id bigint) RETURNS void
    LANGUAGE sql SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
SELECT end_deadlines(event, c.case_file_id, disposition_id, d.today),
    start_deadlines(event, c.case_file_id, disposition_id, NULL, d.today)
FROM case_file AS c CROSS JOIN LATERAL (SELECT authority_date(c.regime) AS today) AS d
WHERE c.case_file_id = move_objection_deadlines.case_file_id $$;

-- Of what was upheld in full nothing is left to appeal: the period for it, if it runs, counts nowhere.
CREATE FUNCTION recall_appeal(case_file_id bigint, disposition_id bigint) RETURNS void
    LANGUAGE sql SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
UPDATE deadline AS d SET ended_on = greatest(authority_date(c.regime), d.started_on), ended_at = now(), ended_by = 'recalled'
FROM case_file AS c, deadline_rule AS r
WHERE c.case_file_id = recall_appeal.case_file_id AND d.case_file_id = c.case_file_id AND d.subject = 'objection'
    AND d.subject_id = recall_appeal.disposition_id AND d.ended_on IS NULL AND r.deadline_rule_id = d.deadline_rule_id
    AND r.starts_on = 'objection-answered' $$;

CREATE FUNCTION steps_objection() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        PERFORM move_objection_deadlines('objection-filed', n.case_file_id, n.disposition_id)
        FROM new_rows AS n ORDER BY n.disposition_id;
        PERFORM keep_open_tasks(ARRAY(SELECT n.case_file_id FROM new_rows AS n));
    ELSE
        PERFORM move_objection_deadlines('objection-answered', NEW.case_file_id, NEW.disposition_id);
        IF NEW.ruling = 'upheld' THEN
            PERFORM recall_appeal(NEW.case_file_id, NEW.disposition_id);
        END IF;
        -- A return that was wrong is undone: the case goes on from where it was returned.
        UPDATE case_file AS c SET closing_reason = NULL,
            stage = CASE WHEN c.received_at IS NULL THEN 'filed' WHEN EXISTS (SELECT FROM consultation AS k
                WHERE k.case_file_id = c.case_file_id AND k.recall_reason IS NULL) THEN 'consulting' ELSE 'received' END
        FROM disposition AS d WHERE d.disposition_id = NEW.disposition_id AND d.kind = 'return' AND NEW.ruling = 'upheld'
            AND c.case_file_id = NEW.case_file_id AND c.stage = 'returned';
        PERFORM keep_open_tasks(ARRAY[NEW.case_file_id]);
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER steps_objection AFTER INSERT ON objection REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION steps_objection();
CREATE TRIGGER steps_objection_ruling AFTER UPDATE OF ruling ON objection
    FOR EACH ROW WHEN (OLD.ruling IS NULL AND NEW.ruling IS NOT NULL) EXECUTE FUNCTION steps_objection();
