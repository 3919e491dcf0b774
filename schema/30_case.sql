-- The case file: numbers, what a proposal lacks, its guards, and what follows its acts.

CREATE FUNCTION own_case_ids() RETURNS SETOF bigint
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
SELECT case_file_id FROM case_file WHERE company_id = acting_organisation_id() AND acting_as('sandbox_company') $$;

-- Takes `count` numbers and answers the last one taken. The lock on the counter's row lasts until commit: numbers have
-- no gap, and none is given twice. Who has taken one and then does nothing keeps nobody from theirs.
CREATE FUNCTION take_numbers(regime text, track text, year integer, count integer) RETURNS integer
    LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    taken integer;
    patience text := current_setting('lock_timeout');
BEGIN
    FOR turn IN 1..2 LOOP
        BEGIN
            IF turn = 1 THEN
                PERFORM wait_five_seconds();
            END IF;
            INSERT INTO reference_counter AS c (regime, track, year, last)
            VALUES (take_numbers.regime, take_numbers.track, take_numbers.year, take_numbers.count)
            ON CONFLICT ON CONSTRAINT reference_counter_pkey DO UPDATE SET last = c.last + take_numbers.count
            RETURNING c.last INTO taken;
            PERFORM set_config('lock_timeout', patience, true);
            RETURN taken;
        EXCEPTION WHEN lock_not_available THEN
            IF turn = 2 THEN
                RAISE;
            END IF;
            PERFORM end_idle_sessions('reference_counter');
        END;
    END LOOP;
END $$;

-- TP-2026-0001: the prefix of the track, the year, at least four digits.
CREATE FUNCTION reference_text(prefix text, year integer, number bigint) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN prefix || '-' || year::text || '-' || CASE WHEN number < 10000 THEN lpad(number::text, 4, '0')
        ELSE number::text END;

-- TP-P0001: of a case of the past, in the one series that a track has for them.
CREATE FUNCTION past_reference_text(prefix text, number bigint) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN prefix || '-P' || CASE WHEN number < 10000 THEN lpad(number::text, 4, '0') ELSE number::text END;

CREATE FUNCTION next_reference(regime text, track text, year integer) RETURNS text
    LANGUAGE plpgsql VOLATILE AS $$
DECLARE number integer := take_numbers(next_reference.regime, next_reference.track, next_reference.year, 1);
BEGIN
    RETURN (SELECT reference_text(t.prefix, next_reference.year, number) FROM track AS t
        WHERE t.regime = next_reference.regime AND t.track = next_reference.track);
END $$;

-- Everything that keeps a draft from being filed, all at once: papers of the Decree, sections of the form, and at
-- least one provision with what is needed (a question in a track that grants nothing). What is closed is not asked for, and
-- not taken. Sections and papers have the names that the regime gives them; the rest is named by the program. For the company
-- whose draft it is. It is asked twice of every filing, by the company and by the guard: with the owner's rights both times, so
-- that there is one plan.
CREATE FUNCTION filing_gap(case_file_id bigint)
    RETURNS TABLE (kind text, gap text, name_ko text, name_en text, basis text)
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = sandbox, pg_temp
    SET plan_cache_mode = force_generic_plan AS $$
#variable_conflict use_column
BEGIN
    RETURN QUERY WITH subject AS (
        SELECT c.case_file_id, c.regime, c.track, c.service_type, c.summary, t.grants, t.basis
        FROM case_file AS c JOIN track AS t USING (regime, track)
        WHERE c.case_file_id = filing_gap.case_file_id AND c.company_id = acting_organisation_id()
            AND acting_as('sandbox_company')
    ), gap (ordinal, position, kind, gap, name_ko, name_en, basis) AS (
        SELECT 1, 1, 'field', 'service_type', NULL::text, NULL::text, s.basis::text
        FROM subject AS s WHERE s.service_type IS NULL
        UNION ALL SELECT 1, 2, 'field', 'summary', NULL, NULL, s.basis FROM subject AS s WHERE s.summary IS NULL
        UNION ALL SELECT 2, f.position, 'section', f.section, f.name_ko, f.name_en, s.basis
        FROM subject AS s JOIN form_section AS f USING (regime, track)
        WHERE f.required AND f.closed_on IS NULL AND NOT EXISTS (
            SELECT FROM proposal_section AS p WHERE p.case_file_id = s.case_file_id AND p.section = f.section)
        UNION ALL SELECT 3, 0, 'exemption', 'exemptions', NULL, NULL, s.basis FROM subject AS s
        WHERE NOT EXISTS (SELECT FROM exemption_item AS e WHERE e.case_file_id = s.case_file_id)
        UNION ALL SELECT 3, e.item_no, 'exemption', 'exemptions.' || e.item_no || '.' || v.field, NULL, NULL, s.basis
        FROM subject AS s JOIN exemption_item AS e USING (case_file_id)
        CROSS JOIN LATERAL (VALUES
            ('exemption', s.grants AND e.exemption IS NULL), ('application', s.grants AND e.application IS NULL),
            ('question', NOT s.grants AND e.question IS NULL)
        ) AS v (field, missing) WHERE v.missing
        UNION ALL SELECT 4, r.position, 'paper', r.paper, r.name_ko, r.name_en, r.basis
        FROM subject AS s JOIN required_paper AS r USING (regime, track)
        WHERE r.required AND r.closed_on IS NULL AND NOT EXISTS (
            SELECT FROM attachment AS a WHERE a.case_file_id = s.case_file_id AND a.paper = r.paper)
    )
SELECT kind, gap, name_ko, name_en, basis FROM gap ORDER BY ordinal, position, gap;
END $$;

-- Nothing is drafted or filed in a track that is closed.
CREATE FUNCTION refuse_closed_track(case_row case_file) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM track AS t
        WHERE t.regime = case_row.regime AND t.track = case_row.track AND t.closed_on IS NOT NULL) THEN
        PERFORM refuse('case_file_track_guard', 'the track is closed');
    END IF;
END $$;

-- A company that is closed begins nothing new; what it has under way goes on.
CREATE FUNCTION refuse_closed_company(company_id bigint) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    IF organisation_is_closed(refuse_closed_company.company_id) THEN
        PERFORM refuse('case_file_company_closed_guard', 'the company is closed');
    END IF;
END $$;

-- All that a company files, papers included: two proposals with the same are one that was sent in twice.
CREATE FUNCTION proposal_digest(case_file_id bigint) RETURNS bytea
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = sandbox, pg_temp
    SET plan_cache_mode = force_generic_plan AS $$
BEGIN
    RETURN (SELECT sha256(convert_to(jsonb_build_array(c.regime, c.track, c.service_name, c.service_type, c.summary, c.reasons,
            c.period_from, c.period_to, c.period_months,
            (SELECT jsonb_agg(to_jsonb(e) - 'case_file_id' ORDER BY e.item_no) FROM exemption_item AS e
                WHERE e.case_file_id = c.case_file_id),
            (SELECT jsonb_agg(jsonb_build_array(s.section, s.body) ORDER BY s.section) FROM proposal_section AS s
                WHERE s.case_file_id = c.case_file_id),
            (SELECT jsonb_agg(to_jsonb(p) - 'case_file_id' ORDER BY p.item_no) FROM participant AS p
                WHERE p.case_file_id = c.case_file_id),
            (SELECT jsonb_agg(to_jsonb(r) - 'case_file_id' ORDER BY r.item_no) FROM risk_scenario AS r
                WHERE r.case_file_id = c.case_file_id),
            (SELECT jsonb_agg(to_jsonb(k) - 'case_file_id' ORDER BY k.item_no) FROM stakeholder_conflict AS k
                WHERE k.case_file_id = c.case_file_id),
            (SELECT jsonb_agg(jsonb_build_array(a.paper, encode(a.sha256, 'hex')) ORDER BY a.paper, a.sha256) FROM attachment AS a
                WHERE a.case_file_id = c.case_file_id))::text, 'UTF8'))
        FROM case_file AS c WHERE c.case_file_id = proposal_digest.case_file_id AND c.company_id = acting_organisation_id()
            AND acting_as('sandbox_company'));
END $$;

-- The case by which the company has filed the same already; NULL: none. One that was returned or withdrawn may be filed anew.
CREATE FUNCTION filed_before(case_file_id bigint) RETURNS text
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
DECLARE digest bytea := proposal_digest(filed_before.case_file_id);
BEGIN
    RETURN (SELECT min(c.reference) FROM case_file AS c
        WHERE c.company_id = acting_organisation_id() AND c.content_digest = digest
            AND c.case_file_id <> filed_before.case_file_id AND c.stage NOT IN ('returned', 'withdrawn'));
END $$;

-- A new case file is a draft of the company that is acting; cases of the past come in through import_cases alone. What was
-- filed stays as it was filed, under the version that holds on that day, and a stage changes only along the transition table.
CREATE FUNCTION guard_case_file() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
DECLARE
    act text;
    is_open boolean;
    gaps text;
    today date;
BEGIN
    IF TG_OP = 'INSERT' THEN
        IF NOT acting_as('sandbox_company') THEN
            RAISE EXCEPTION USING ERRCODE = 'insufficient_privilege', MESSAGE = 'only a company drafts a case file';
        END IF;
        PERFORM refuse_closed_track(NEW);
        PERFORM refuse_closed_company(acting_organisation_id());
        NEW.company_id := acting_organisation_id();
        NEW.stage := 'draft';
        NEW.origin := 'filed';
        RETURN NEW;
    END IF;

    NEW.version := OLD.version + 1;
    IF NEW.stage = OLD.stage THEN
        IF OLD.stage <> 'draft' THEN
            PERFORM refuse('case_file_draft_guard', 'only a draft can be edited');
        END IF;
        PERFORM refuse_closed_track(NEW);
        RETURN NEW;
    END IF;

    SELECT t.act, s.is_open INTO act, is_open FROM transition AS t JOIN stage AS s ON s.stage = t.to_stage
    WHERE t.from_stage = OLD.stage AND t.to_stage = NEW.stage AND t.group_role = acting_group();
    IF NOT FOUND THEN
        PERFORM refuse('case_file_stage_guard',
            format('a case cannot go from %s to %s by this person', OLD.stage, NEW.stage));
    END IF;
    IF (to_jsonb(NEW) - ARRAY['stage', 'closing_reason', 'version', 'filed_again'])
        <> (to_jsonb(OLD) - ARRAY['stage', 'closing_reason', 'version', 'filed_again'])
        OR act <> 'file' AND NEW.filed_again <> OLD.filed_again THEN
        PERFORM refuse('case_file_draft_guard', 'a change of stage changes nothing else');
    END IF;

    NEW.stage_since := now();
    NEW.closed_at := CASE WHEN NOT is_open THEN now() END;
    IF act = 'file' THEN
        SELECT string_agg(g.kind || ' ' || g.gap, ', ') INTO gaps FROM filing_gap(OLD.case_file_id) AS g;
        IF gaps IS NOT NULL THEN
            PERFORM refuse('case_file_complete_guard', 'the proposal is not complete', gaps);
        END IF;
        PERFORM refuse_closed_track(NEW);
        PERFORM refuse_closed_company(NEW.company_id);
        today := authority_date(NEW.regime);
        NEW.filed_at := now();
        NEW.regime_version := coalesce((SELECT max(v.version) FROM regime_version AS v
            WHERE v.regime = NEW.regime AND v.valid_from <= today), NEW.regime_version);
        NEW.reference := next_reference(NEW.regime, NEW.track, extract(year FROM today)::integer);
        -- Whoever files in the same track waits for the number, and so is seen here.
        NEW.content_digest := proposal_digest(OLD.case_file_id);
        IF NOT NEW.filed_again AND filed_before(OLD.case_file_id) IS NOT NULL THEN
            PERFORM refuse('case_file_filed_before_guard', 'the company has filed the same already',
                filed_before(OLD.case_file_id));
        END IF;
    ELSIF act = 'receive' THEN
        NEW.received_at := now();
    ELSIF act = 'reopen' AND NOT EXISTS (SELECT FROM objection AS o JOIN disposition AS d USING (disposition_id)
        WHERE d.case_file_id = OLD.case_file_id AND d.kind = 'return' AND o.ruling = 'upheld' AND o.ruled_at >= OLD.closed_at) THEN
        PERFORM refuse('case_file_objection_guard', 'a returned case goes on when an objection to that is upheld');
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER guard_case_file BEFORE INSERT ON case_file
    FOR EACH ROW WHEN (current_user <> 'sandbox_owner') EXECUTE FUNCTION guard_case_file();
-- The owner's functions change the stage in a person's name; all else that they change is the regime version of an open case.
CREATE TRIGGER guard_case_file_update BEFORE UPDATE ON case_file
    FOR EACH ROW WHEN (current_user <> 'sandbox_owner' OR NEW.stage <> OLD.stage) EXECUTE FUNCTION guard_case_file();

-- What a company wrote changes only while the case is a draft. The case is locked first, so that nothing is taken out of
-- a proposal while it is being filed. A row for a case that is not the company's is left to the row-level policy, which
-- says the same as for a case that does not exist.
CREATE FUNCTION lock_drafts(one bigint, other bigint DEFAULT NULL) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    IF (SELECT bool_or(d.stage <> 'draft') FROM (
        SELECT c.stage FROM case_file AS c
        WHERE c.case_file_id IN (lock_drafts.one, lock_drafts.other) AND c.company_id = acting_organisation_id()
            AND acting_as('sandbox_company')
        ORDER BY c.case_file_id FOR NO KEY UPDATE) AS d) THEN
        PERFORM refuse('case_file_draft_guard', 'only a draft can be edited');
    END IF;
END $$;

CREATE FUNCTION guard_proposal_part() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
BEGIN
    PERFORM lock_drafts(OLD.case_file_id, NEW.case_file_id);
    RETURN coalesce(NEW, OLD);
END $$;
CREATE TRIGGER guard_proposal_part BEFORE INSERT OR UPDATE OR DELETE ON exemption_item
    FOR EACH ROW WHEN (current_user <> 'sandbox_owner') EXECUTE FUNCTION guard_proposal_part();
CREATE TRIGGER guard_proposal_part BEFORE INSERT OR UPDATE OR DELETE ON proposal_section
    FOR EACH ROW WHEN (current_user <> 'sandbox_owner') EXECUTE FUNCTION guard_proposal_part();
CREATE TRIGGER guard_proposal_part BEFORE INSERT OR UPDATE OR DELETE ON participant
    FOR EACH ROW WHEN (current_user <> 'sandbox_owner') EXECUTE FUNCTION guard_proposal_part();
CREATE TRIGGER guard_proposal_part BEFORE INSERT OR UPDATE OR DELETE ON risk_scenario
    FOR EACH ROW WHEN (current_user <> 'sandbox_owner') EXECUTE FUNCTION guard_proposal_part();
CREATE TRIGGER guard_proposal_part BEFORE INSERT OR UPDATE OR DELETE ON stakeholder_conflict
    FOR EACH ROW WHEN (current_user <> 'sandbox_owner') EXECUTE FUNCTION guard_proposal_part();
CREATE TRIGGER guard_proposal_part BEFORE INSERT OR UPDATE OR DELETE ON case_contact
    FOR EACH ROW WHEN (current_user <> 'sandbox_owner') EXECUTE FUNCTION guard_proposal_part();

-- Papers come with the draft, with the answer to a supplement, or after the decision as proofs of a grant. They are taken
-- away from a draft alone.
CREATE FUNCTION guard_attachment() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
DECLARE case_row case_file;
BEGIN
    IF TG_OP = 'DELETE' THEN
        PERFORM lock_drafts(OLD.case_file_id);
        RETURN OLD;
    END IF;
    SELECT * INTO case_row FROM case_file AS c
    WHERE c.case_file_id = NEW.case_file_id AND c.company_id = acting_organisation_id() AND acting_as('sandbox_company')
    FOR NO KEY UPDATE;
    IF NOT FOUND THEN
        RETURN NEW;
    END IF;
    IF case_row.stage <> 'draft' AND NEW.case_file_id NOT IN (SELECT answerable_case_ids())
        AND NOT EXISTS (SELECT FROM exemption_grant AS g WHERE g.case_file_id = NEW.case_file_id) THEN
        PERFORM refuse('attachment_stage_guard',
            'papers go with a draft, with the answer to an open supplement, or with a grant');
    END IF;
    NEW.size := length(NEW.content);
    NEW.sha256 := sha256(NEW.content);
    NEW.attached_by := acting_role(); NEW.attached_at := now();
    NEW.attachment_no := 1 + coalesce(
        (SELECT max(a.attachment_no) FROM attachment AS a WHERE a.case_file_id = NEW.case_file_id), 0);
    RETURN NEW;
END $$;
CREATE TRIGGER guard_attachment BEFORE INSERT OR DELETE ON attachment FOR EACH ROW EXECUTE FUNCTION guard_attachment();

-- What came as an official document is filed by the desk.
CREATE FUNCTION guard_received_document() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
DECLARE case_row case_file;
BEGIN
    SELECT * INTO case_row FROM case_file AS c
    WHERE c.case_file_id = NEW.case_file_id AND c.reference IS NOT NULL AND acting_as('sandbox_desk') FOR NO KEY UPDATE;
    IF NOT FOUND THEN
        RETURN NEW;
    END IF;
    IF NEW.arrived_on NOT BETWEEN authority_date(case_row.regime, coalesce(case_row.filed_at, now()))
        AND authority_date(case_row.regime) THEN
        PERFORM refuse('received_document_date_outside_guard', 'a document arrived between the filing and today');
    END IF;
    NEW.size := length(NEW.content);
    NEW.sha256 := sha256(NEW.content);
    NEW.recorded_by := acting_role(); NEW.recorded_at := now();
    NEW.paper_no := 1 + coalesce(
        (SELECT max(p.paper_no) FROM received_document AS p WHERE p.case_file_id = NEW.case_file_id), 0);
    RETURN NEW;
END $$;
CREATE TRIGGER guard_received_document BEFORE INSERT ON received_document FOR EACH ROW EXECUTE FUNCTION guard_received_document();

-- Takes rows out of what the acting company writes of its case: those of a part with these numbers or sections, or all of them.
-- What belongs to another company is not there. Answers how many there were.
CREATE FUNCTION take_out(case_file_id bigint, part text, keys text[] DEFAULT NULL) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
DECLARE
    key_column text := CASE part WHEN 'attachment' THEN 'attachment_no' WHEN 'proposal_section' THEN 'section'
        WHEN 'case_contact' THEN 'case_file_id' ELSE 'item_no' END;
    taken integer;
BEGIN
    IF part <> ALL ('{exemption_item,proposal_section,participant,risk_scenario,stakeholder_conflict,case_contact,attachment}') THEN
        RAISE EXCEPTION USING ERRCODE = 'invalid_parameter_value', MESSAGE = format('%s is no part of a proposal', part);
    END IF;
    PERFORM lock_drafts(take_out.case_file_id);
    EXECUTE format('DELETE FROM %I AS p WHERE p.case_file_id = $1 AND ($2 IS NULL OR p.%I::text = ANY ($2))
        AND EXISTS (SELECT FROM own_case_ids() AS o WHERE o = p.case_file_id)', part, key_column)
    USING take_out.case_file_id, take_out.keys;
    GET DIAGNOSTICS taken = ROW_COUNT;
    RETURN taken;
END $$;
GRANT EXECUTE ON FUNCTION take_out TO sandbox_company;

-- Whom to contact of a case that was filed, from now on; the event log keeps who it was. All else that was filed stays as it is.
CREATE FUNCTION replace_contact(case_file_id bigint, name text, phone text, email text, address text, representative text,
    reason text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
DECLARE stage text;
BEGIN
    SELECT c.stage INTO stage FROM case_file AS c
    WHERE c.case_file_id = replace_contact.case_file_id AND c.company_id = acting_organisation_id()
        AND acting_as('sandbox_company') FOR NO KEY UPDATE;
    IF NOT FOUND THEN
        RAISE EXCEPTION USING ERRCODE = 'insufficient_privilege', MESSAGE = 'there is no such case of the company';
    END IF;
    IF stage NOT IN ('filed', 'received', 'consulting', 'decided') THEN
        PERFORM refuse('replace_contact_stage_guard', 'a draft is edited, and of a case that was closed nobody is contacted');
    END IF;
    IF coalesce(btrim(replace_contact.reason), '') = '' THEN
        PERFORM refuse('replace_contact_reason_guard', 'whom to contact is replaced for a reason');
    END IF;
    INSERT INTO case_contact AS k (case_file_id, name, phone, email, address, representative, change_reason)
    VALUES (replace_contact.case_file_id, replace_contact.name, replace_contact.phone, replace_contact.email,
        replace_contact.address, replace_contact.representative, replace_contact.reason)
    ON CONFLICT ON CONSTRAINT case_contact_pkey DO UPDATE
    SET (name, phone, email, address, representative, change_reason) = (excluded.name, excluded.phone, excluded.email,
        excluded.address, excluded.representative, excluded.change_reason);
END $$;
GRANT EXECUTE ON FUNCTION replace_contact TO sandbox_company;

-- Checked at commit, when the statements of one act are all there: the stage says what the rows say. After a rejection that
-- is deliberated again there are two decisions.
CREATE FUNCTION check_case_file() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
DECLARE case_row record;
BEGIN
    SELECT c.stage, c.origin, d.decision_id, d.outcome, coalesce(d.decision_no, 0) AS decisions,
        (SELECT count(*) FROM redeliberation AS r WHERE r.case_file_id = c.case_file_id) AS deliberated_again
    INTO case_row FROM case_file AS c
    LEFT JOIN LATERAL (SELECT d.decision_id, d.outcome, d.decision_no FROM decision AS d
        WHERE d.case_file_id = c.case_file_id ORDER BY d.decision_no DESC LIMIT 1) AS d ON true
    WHERE c.case_file_id = NEW.case_file_id;
    IF case_row.decisions <> case_row.deliberated_again + (case_row.stage = 'decided')::integer THEN
        PERFORM refuse('case_file_decision_guard', 'a case is decided by its decision, and only then');
    END IF;
    IF case_row.stage IN ('received', 'consulting') AND (case_row.stage = 'consulting') <> EXISTS (
        SELECT FROM consultation AS k WHERE k.case_file_id = NEW.case_file_id AND k.recall_reason IS NULL) THEN
        PERFORM refuse('case_file_consultation_guard', 'a case is in consultation when a ministry has been asked');
    END IF;
    IF case_row.stage = 'decided' AND case_row.origin = 'filed' THEN
        IF EXISTS (SELECT FROM consultation AS k WHERE k.case_file_id = NEW.case_file_id AND k.replied_at IS NULL) THEN
            PERFORM refuse('decision_consultation_guard', 'a consultation is open');
        END IF;
        IF EXISTS (SELECT FROM supplement AS s WHERE s.case_file_id = NEW.case_file_id AND s.answered_at IS NULL) THEN
            PERFORM refuse('decision_supplement_guard', 'a supplement is open');
        END IF;
        IF NOT conditions_fit(case_row.outcome,
            (SELECT count(*) FROM condition AS c WHERE c.decision_id = case_row.decision_id)) THEN
            PERFORM refuse('decision_conditions_guard', 'conditions go with a grant with conditions, and only with it');
        END IF;
    END IF;
    RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER check_case_file AFTER INSERT OR UPDATE ON case_file
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.origin = 'filed') EXECUTE FUNCTION check_case_file();

-- A case that goes on after its return: what ran on it had ended, and runs anew from that day, for nobody could act meanwhile.
CREATE FUNCTION resume_case(case_row case_file, on_day date) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    IF case_row.stage <> 'filed' THEN
        PERFORM start_deadlines('application-received', case_row.case_file_id, case_row.case_file_id, NULL, on_day);
    END IF;
    UPDATE consultation AS k SET notified_on = on_day
    WHERE k.case_file_id = case_row.case_file_id AND k.replied_at IS NULL AND k.notified_on IS NOT NULL;
    PERFORM start_consultation(k) FROM consultation AS k
    WHERE k.case_file_id = case_row.case_file_id AND k.replied_at IS NULL ORDER BY k.consultation_id;
    IF case_row.stage = 'consulting' THEN
        PERFORM start_after_replies(case_row.case_file_id, on_day);
    END IF;
END $$;

-- What follows a change of stage.
CREATE FUNCTION steps_case_file() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
DECLARE today date := authority_date(NEW.regime);
BEGIN
    IF TG_OP = 'INSERT' THEN
        PERFORM keep_open_tasks(ARRAY[NEW.case_file_id]);
        RETURN NULL;
    END IF;
    IF NEW.stage IN ('filed', 'decided') THEN
        PERFORM record_feature(NEW);
    END IF;
    IF NEW.stage = 'filed' THEN
        PERFORM keep_search(ARRAY[NEW.case_file_id]);
    END IF;
    IF OLD.stage = 'returned' THEN
        PERFORM resume_case(NEW, today);
    ELSIF NEW.stage = 'received' AND OLD.stage = 'filed' THEN
        PERFORM start_deadlines('application-received', NEW.case_file_id, NEW.case_file_id, NULL, today);
    ELSIF NEW.stage IN ('returned', 'withdrawn') THEN
        PERFORM close_agenda_item(NEW.case_file_id, 'withdrawn');
        PERFORM end_deadlines(NEW.stage, NEW.case_file_id, NULL, today);
    END IF;
    IF NEW.stage IN ('decided', 'returned', 'withdrawn') THEN
        PERFORM record_refused_permit(NEW.case_file_id, today);
    END IF;
    IF NEW.stage = 'returned' THEN
        PERFORM open_disposition(NEW.case_file_id, 'return', NULL, NULL, today);
    END IF;
    PERFORM keep_open_tasks(ARRAY[NEW.case_file_id]);
    RETURN NULL;
END $$;
CREATE TRIGGER steps_case_file AFTER UPDATE OF stage ON case_file
    FOR EACH ROW WHEN (NEW.stage <> OLD.stage) EXECUTE FUNCTION steps_case_file();
-- A case of the past waits for nobody.
CREATE TRIGGER steps_case_file_draft AFTER INSERT ON case_file
    FOR EACH ROW WHEN (NEW.origin = 'filed') EXECUTE FUNCTION steps_case_file();

GRANT EXECUTE ON FUNCTION own_case_ids TO sandbox_company;
GRANT EXECUTE ON FUNCTION filing_gap, filed_before TO sandbox_company;
