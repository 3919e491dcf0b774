-- Conditions as obligations: what each is for and how one sees that it is met, when it is due and who owes it; what was
-- proposed, what was changed, what was filed as evidence. Whether a condition is met follows from that and is not typed.

-- before commencement · every 6 months · within 30 days of end · on 2026-12-31
CREATE DOMAIN due_rule AS text
    CONSTRAINT due_rule_form_check CHECK (
        VALUE ~ ('^(before (commencement|end)|every [1-9][0-9]{0,2} (days|months)'
            || '|within [1-9][0-9]{0,2} (days|months) of (grant|commencement|end)|on [0-9]{4}-[0-9]{2}-[0-9]{2})$')
    );

-- A due rule in its parts, for whoever counts.
CREATE FUNCTION due_parts(rule due_rule, OUT kind text, OUT length integer, OUT unit text, OUT event text, OUT day date)
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN (SELECT ROW(w[1], CASE WHEN w[1] IN ('every', 'within') THEN w[2]::integer END,
            CASE WHEN w[1] IN ('every', 'within') THEN w[3] END,
            CASE w[1] WHEN 'before' THEN w[2] WHEN 'within' THEN w[5] END, CASE w[1] WHEN 'on' THEN w[2]::date END)
        FROM string_to_array(rule, ' ') AS w);
GRANT EXECUTE ON FUNCTION due_parts TO PUBLIC;

ALTER TABLE condition
    ADD COLUMN asked_by_id bigint CONSTRAINT condition_asked_by_id_fkey REFERENCES organisation,
    ADD COLUMN basis label,
    ADD COLUMN purpose prose,
    ADD COLUMN evidence prose,
    ADD COLUMN due due_rule,
    ADD COLUMN responsible code CONSTRAINT condition_responsible_check CHECK (
        responsible IN ('company', 'ministry', 'desk'));
COMMENT ON COLUMN condition.asked_by_id IS 'the organisation that asked for it; NULL: the committee itself';
COMMENT ON COLUMN condition.evidence IS 'by what one sees that it is met: a document, a figure, data to collect';
COMMENT ON COLUMN condition.responsible IS 'who owes it; NULL for conditions of before this column';

-- What the desk puts before the committee, as the ministries asked for it and as it was worked over.
CREATE TABLE proposed_condition (
    agenda_item_id bigint NOT NULL
        CONSTRAINT proposed_condition_agenda_item_id_fkey REFERENCES agenda_item ON DELETE CASCADE,
    condition_no smallint NOT NULL,
    phase code CONSTRAINT proposed_condition_phase_check CHECK (phase IN ('before', 'during', 'after')),
    text prose NOT NULL,
    asked_by_id bigint CONSTRAINT proposed_condition_asked_by_id_fkey REFERENCES organisation,
    basis label,
    purpose prose,
    evidence prose,
    due due_rule,
    responsible code NOT NULL CONSTRAINT proposed_condition_responsible_check CHECK (
        responsible IN ('company', 'ministry', 'desk')),
    CONSTRAINT proposed_condition_pkey PRIMARY KEY (agenda_item_id, condition_no)
);

-- 지정조건 변경 (RegAct 19의3⑦; decree 13의5): asked for by the company or a ministry, ruled on by the desk. What stood
-- before stays: an accepted change is the condition's next version.
CREATE TABLE condition_change (
    condition_change_id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT condition_change_id_key UNIQUE,
    decision_id bigint NOT NULL,
    condition_no smallint NOT NULL,
    change_no smallint NOT NULL,
    case_file_id bigint NOT NULL CONSTRAINT condition_change_case_file_id_fkey REFERENCES case_file,
    text prose NOT NULL,
    purpose prose NOT NULL,
    evidence prose NOT NULL,
    due due_rule,
    reason prose NOT NULL,
    asked_by_id bigint NOT NULL CONSTRAINT condition_change_asked_by_id_fkey REFERENCES organisation,
    asked_at timestamptz NOT NULL DEFAULT now(),
    asked_by name NOT NULL,
    is_accepted boolean,
    ruling prose,
    ruled_at timestamptz,
    ruled_by name,
    CONSTRAINT condition_change_pkey PRIMARY KEY (decision_id, condition_no, change_no),
    CONSTRAINT condition_change_case_key UNIQUE (condition_change_id, case_file_id),
    CONSTRAINT condition_change_condition_fkey
        FOREIGN KEY (decision_id, condition_no) REFERENCES condition (decision_id, condition_no),
    CONSTRAINT condition_change_ruled_check CHECK (
        (is_accepted IS NULL) = (ruled_at IS NULL) AND (is_accepted IS NULL) = (ruled_by IS NULL)),
    CONSTRAINT condition_change_ruling_check CHECK (is_accepted OR is_accepted IS NULL OR ruling IS NOT NULL)
);
CREATE UNIQUE INDEX condition_change_open_key ON condition_change (decision_id, condition_no) WHERE is_accepted IS NULL;
CREATE INDEX condition_change_case_file_id_idx ON condition_change (case_file_id);

CREATE TABLE condition_evidence (
    decision_id bigint NOT NULL,
    condition_no smallint NOT NULL,
    evidence_no smallint NOT NULL,
    case_file_id bigint NOT NULL CONSTRAINT condition_evidence_case_file_id_fkey REFERENCES case_file,
    note prose,
    file_name label CONSTRAINT condition_evidence_file_name_check CHECK (
        file_name !~ '[/\\]' AND file_name !~ '^\.+$'),
    media_type label,
    size bigint CONSTRAINT condition_evidence_size_check CHECK (size BETWEEN 1 AND 20971520),
    sha256 bytea CONSTRAINT condition_evidence_sha256_check CHECK (length(sha256) = 32),
    content bytea,
    filed_at timestamptz NOT NULL DEFAULT now(),
    filed_by name NOT NULL,
    is_confirmed boolean,
    ruling prose,
    ruled_at timestamptz,
    ruled_by name,
    CONSTRAINT condition_evidence_pkey PRIMARY KEY (decision_id, condition_no, evidence_no),
    CONSTRAINT condition_evidence_condition_fkey
        FOREIGN KEY (decision_id, condition_no) REFERENCES condition (decision_id, condition_no),
    CONSTRAINT condition_evidence_content_check CHECK (
        note IS NOT NULL OR content IS NOT NULL),
    CONSTRAINT condition_evidence_file_check CHECK (
        (content IS NULL) = (file_name IS NULL) AND (content IS NULL) = (media_type IS NULL)
        AND (content IS NULL) = (size IS NULL) AND (content IS NULL) = (sha256 IS NULL)),
    CONSTRAINT condition_evidence_ruled_check CHECK (
        (is_confirmed IS NULL) = (ruled_at IS NULL) AND (is_confirmed IS NULL) = (ruled_by IS NULL)),
    CONSTRAINT condition_evidence_ruling_check CHECK (is_confirmed OR is_confirmed IS NULL OR ruling IS NOT NULL)
);
ALTER TABLE condition_evidence ALTER COLUMN content SET STORAGE EXTERNAL;
COMMENT ON COLUMN condition_evidence.size IS 'bytes, at most 20 MiB; computed by the server, like the digest';
CREATE INDEX condition_evidence_case_file_id_idx ON condition_evidence (case_file_id);

-- The conditions as they stand now and how far they are met, of the decision that stands. Overdue is said by the clocks.
CREATE VIEW condition_state WITH (security_invoker = true) AS
SELECT k.decision_id, k.condition_no, k.case_file_id, k.phase, coalesce(n.text, k.text) AS text,
    coalesce(n.purpose, k.purpose) AS purpose, coalesce(n.evidence, k.evidence) AS evidence,
    CASE WHEN n.change_no IS NULL THEN k.due ELSE n.due END AS due, k.basis, k.asked_by_id, k.responsible,
    1 + coalesce(n.changes, 0) AS version,
    EXISTS (SELECT FROM condition_change AS o WHERE o.decision_id = k.decision_id AND o.condition_no = k.condition_no
        AND o.is_accepted IS NULL) AS is_change_asked,
    CASE WHEN e.evidence_no IS NULL THEN 'open' WHEN e.is_confirmed THEN 'confirmed'
        WHEN e.is_confirmed IS NULL THEN 'submitted' ELSE 'rejected' END AS state,
    coalesce(e.ruled_at, e.filed_at) AS state_since, e.ruling
FROM condition AS k
JOIN latest_decision AS d USING (decision_id)
LEFT JOIN LATERAL (
    SELECT c.text, c.purpose, c.evidence, c.due, c.change_no, count(*) OVER () AS changes
    FROM condition_change AS c
    WHERE c.decision_id = k.decision_id AND c.condition_no = k.condition_no AND c.is_accepted
    ORDER BY c.change_no DESC LIMIT 1) AS n ON true
LEFT JOIN LATERAL (
    SELECT f.evidence_no, f.is_confirmed, f.filed_at, f.ruled_at, f.ruling FROM condition_evidence AS f
    WHERE f.decision_id = k.decision_id AND f.condition_no = k.condition_no
    ORDER BY f.evidence_no DESC LIMIT 1) AS e ON true;
COMMENT ON VIEW condition_state IS 'state: open, submitted, confirmed or rejected, by the evidence filed last';

-- As in 0007; a condition of today says what it is for and by what one sees that it is met. Those that were imported, or
-- recorded before, need not.
CREATE OR REPLACE FUNCTION guard_condition() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp
    AS $$
BEGIN
    IF acting_as('sandbox_desk') AND EXISTS (
        SELECT FROM decision AS d JOIN case_file AS c USING (case_file_id)
        WHERE d.decision_id = NEW.decision_id
            AND (d.recorded_at <> now() OR c.stage = 'decided'))
    THEN
        PERFORM refuse('condition_decision_guard', 'a recorded decision takes no further condition');
    END IF;
    IF acting_as('sandbox_desk') AND (NEW.purpose IS NULL OR NEW.evidence IS NULL) THEN
        PERFORM refuse('condition_measurable_guard', 'a condition says what it is for and how one sees that it is met');
    END IF;
    NEW.responsible := coalesce(NEW.responsible, 'company');
    RETURN NEW;
END
$$;

CREATE FUNCTION guard_proposed_condition() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp
    AS $$
DECLARE
    meeting committee_session;
BEGIN
    SELECT s.* INTO meeting FROM agenda_item AS i JOIN committee_session AS s USING (committee_session_id)
    WHERE i.agenda_item_id = CASE WHEN TG_OP = 'DELETE' THEN OLD.agenda_item_id ELSE NEW.agenda_item_id END
    FOR UPDATE OF s;
    IF meeting.frozen_at IS NOT NULL THEN
        PERFORM refuse('committee_session_frozen_guard', 'the agenda of this session is frozen');
    END IF;
    RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END
$$;
CREATE TRIGGER proposed_condition_guard BEFORE INSERT OR DELETE ON proposed_condition
    FOR EACH ROW EXECUTE FUNCTION guard_proposed_condition();

-- The condition of a grant that stands, of a case the acting person is a party of; it is locked with its case.
CREATE FUNCTION standing_condition(decision_id bigint, condition_no integer) RETURNS condition
    LANGUAGE plpgsql SET search_path = sandbox, pg_temp
    AS $$
DECLARE
    obligation condition;
BEGIN
    PERFORM FROM decision AS d JOIN case_file AS c USING (case_file_id)
    WHERE d.decision_id = standing_condition.decision_id FOR UPDATE OF c;
    SELECT k.* INTO obligation FROM condition AS k JOIN latest_decision AS d USING (decision_id)
    JOIN case_file AS c ON c.case_file_id = k.case_file_id
    WHERE k.decision_id = standing_condition.decision_id AND k.condition_no = standing_condition.condition_no
        AND c.stage = 'decided' AND d.outcome = 'granted-with-conditions';
    IF NOT FOUND THEN
        PERFORM refuse('condition_standing_guard', 'no condition of a grant that stands');
    END IF;
    RETURN obligation;
END
$$;

CREATE FUNCTION guard_condition_change() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp
    AS $$
DECLARE
    obligation condition;
BEGIN
    IF TG_OP = 'UPDATE' THEN
        IF OLD.is_accepted IS NOT NULL THEN
            PERFORM refuse('condition_change_ruled_guard', 'this change has been ruled on');
        END IF;
        IF NEW.is_accepted AND EXISTS (SELECT FROM clock AS c JOIN case_file AS f USING (case_file_id)
            WHERE c.case_file_id = OLD.case_file_id AND c.subject = 'change' AND c.subject_id = OLD.condition_change_id
                AND c.ended_on IS NULL AND clock_due(c.clock_id, NULL, NULL) >= authority_date(f.regime))
        THEN
            PERFORM refuse('condition_change_reply_guard', 'a ministry may still reply to this change');
        END IF;
        NEW.ruled_at := now();
        NEW.ruled_by := acting_role();
        RETURN NEW;
    END IF;
    IF NOT EXISTS (SELECT FROM case_file AS c WHERE c.case_file_id = NEW.case_file_id AND (
        acting_as('sandbox_company') AND c.company_id = acting_organisation_id()
        OR acting_as('sandbox_ministry') AND c.case_file_id IN (SELECT consulted_case_ids())))
    THEN
        RETURN NEW;
    END IF;
    obligation := standing_condition(NEW.decision_id, NEW.condition_no);
    IF obligation.case_file_id <> NEW.case_file_id THEN
        PERFORM refuse('condition_standing_guard', 'a condition of another case');
    END IF;
    NEW.change_no := 1 + coalesce((SELECT max(c.change_no) FROM condition_change AS c
        WHERE c.decision_id = NEW.decision_id AND c.condition_no = NEW.condition_no), 0);
    NEW.asked_by_id := acting_organisation_id();
    NEW.asked_by := acting_role();
    NEW.asked_at := now();
    RETURN NEW;
END
$$;
CREATE TRIGGER condition_change_guard BEFORE INSERT OR UPDATE ON condition_change
    FOR EACH ROW EXECUTE FUNCTION guard_condition_change();

CREATE FUNCTION guard_condition_evidence() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp
    AS $$
DECLARE
    obligation condition;
BEGIN
    IF TG_OP = 'UPDATE' THEN
        IF OLD.is_confirmed IS NOT NULL THEN
            PERFORM refuse('condition_evidence_ruled_guard', 'this evidence has been ruled on');
        END IF;
        NEW.ruled_at := now();
        NEW.ruled_by := acting_role();
        RETURN NEW;
    END IF;
    IF NOT EXISTS (SELECT FROM case_file AS c WHERE c.case_file_id = NEW.case_file_id
        AND acting_as('sandbox_company') AND c.company_id = acting_organisation_id())
    THEN
        RETURN NEW;
    END IF;
    obligation := standing_condition(NEW.decision_id, NEW.condition_no);
    IF obligation.case_file_id <> NEW.case_file_id THEN
        PERFORM refuse('condition_standing_guard', 'a condition of another case');
    END IF;
    NEW.evidence_no := 1 + coalesce((SELECT max(e.evidence_no) FROM condition_evidence AS e
        WHERE e.decision_id = NEW.decision_id AND e.condition_no = NEW.condition_no), 0);
    NEW.size := length(NEW.content);
    NEW.sha256 := sha256(NEW.content);
    NEW.filed_by := acting_role();
    NEW.filed_at := now();
    RETURN NEW;
END
$$;
CREATE TRIGGER condition_evidence_guard BEFORE INSERT OR UPDATE ON condition_evidence
    FOR EACH ROW EXECUTE FUNCTION guard_condition_evidence();

-- As in 0013, with the conditions that are proposed.
CREATE OR REPLACE FUNCTION agenda_content(case_file_id bigint) RETURNS jsonb
    LANGUAGE sql STABLE SET search_path = sandbox, pg_temp
    AS $$
SELECT jsonb_build_object(
    'reference', c.reference, 'track', c.track, 'service', c.service_name, 'summary', c.summary,
    'exemptions', (SELECT coalesce(jsonb_agg(to_jsonb(e) - 'case_file_id' ORDER BY e.item_no), '[]')
        FROM exemption_item AS e WHERE e.case_file_id = c.case_file_id),
    'opinions', (SELECT coalesce(jsonb_agg(jsonb_build_object('ministry', o.name, 'round', k.round, 'opinion', p.opinion,
            'reason', p.reason, 'conditions', p.conditions) ORDER BY k.consultation_id), '[]')
        FROM consultation AS k JOIN opinion AS p USING (consultation_id)
        JOIN organisation AS o ON o.organisation_id = k.ministry_id WHERE k.case_file_id = c.case_file_id),
    'supplements', (SELECT coalesce(jsonb_agg(jsonb_build_object('number', s.supplement_no, 'request', s.request,
            'answer', s.answer) ORDER BY s.supplement_no), '[]')
        FROM supplement AS s WHERE s.case_file_id = c.case_file_id),
    'conditions', (SELECT coalesce(jsonb_agg(to_jsonb(n) - 'agenda_item_id' ORDER BY n.condition_no), '[]')
        FROM proposed_condition AS n JOIN agenda_item AS i USING (agenda_item_id)
        WHERE i.case_file_id = c.case_file_id AND i.closed_at IS NULL),
    'precedent', (SELECT jsonb_build_object('reference', p.reference, 'reason', f.reason)
        FROM fast_track AS f JOIN case_file AS p ON p.case_file_id = f.precedent_id
        WHERE f.case_file_id = c.case_file_id),
    'redeliberation', (SELECT jsonb_build_object('ground', r.ground, 'statement', r.statement)
        FROM redeliberation AS r WHERE r.case_file_id = c.case_file_id))
FROM case_file AS c WHERE c.case_file_id = agenda_content.case_file_id
$$;

DO $$
DECLARE
    part text;
BEGIN
    FOREACH part IN ARRAY ARRAY['proposed_condition', 'condition_change', 'condition_evidence'] LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', part);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', part);
        EXECUTE format('CREATE POLICY %I ON %I TO sandbox_owner USING (true) WITH CHECK (true)', part || '_owner', part);
        EXECUTE format($policy$
            CREATE POLICY %1$s_staff ON %1$s FOR SELECT TO sandbox_desk, sandbox_analyst, sandbox_auditor
                USING ((SELECT acting_group() IN ('sandbox_desk', 'sandbox_analyst', 'sandbox_auditor')))$policy$, part);
    END LOOP;
    FOREACH part IN ARRAY ARRAY['condition_change', 'condition_evidence'] LOOP
        EXECUTE format($policy$
            CREATE POLICY %1$s_reader ON %1$s FOR SELECT TO sandbox_company, sandbox_ministry
                USING ((SELECT acting_group() IN ('sandbox_company', 'sandbox_ministry'))
                    AND EXISTS (SELECT FROM case_file AS c WHERE c.case_file_id = %1$s.case_file_id))$policy$, part);
    END LOOP;
END
$$;
-- Like opinions, proposals are seen by the parties with the decision.
CREATE POLICY proposed_condition_reader ON proposed_condition FOR SELECT TO sandbox_company, sandbox_ministry
    USING ((SELECT acting_group() IN ('sandbox_company', 'sandbox_ministry')) AND EXISTS (
        SELECT FROM decision AS d WHERE d.agenda_item_id = proposed_condition.agenda_item_id));
GRANT SELECT ON proposed_condition, condition_change, condition_state TO
    sandbox_company, sandbox_ministry, sandbox_desk, sandbox_analyst, sandbox_auditor;
-- Analysts read no papers.
GRANT SELECT ON condition_evidence TO sandbox_company, sandbox_ministry, sandbox_desk, sandbox_auditor;
GRANT SELECT (decision_id, condition_no, evidence_no, case_file_id, filed_at, filed_by, is_confirmed, ruling, ruled_at, ruled_by)
    ON condition_evidence TO sandbox_analyst;
DROP POLICY event_analyst ON event;
CREATE POLICY event_analyst ON event FOR SELECT TO sandbox_analyst USING (
    (SELECT acting_group() = 'sandbox_analyst') AND NOT of_draft
    AND entity NOT IN ('person', 'organisation', 'case_contact', 'attachment', 'condition_evidence'));

GRANT INSERT (asked_by_id, basis, purpose, evidence, due, responsible) ON condition TO sandbox_desk;
CREATE POLICY proposed_condition_propose ON proposed_condition FOR INSERT TO sandbox_desk
    WITH CHECK ((SELECT acting_group() = 'sandbox_desk'));
CREATE POLICY proposed_condition_remove ON proposed_condition FOR DELETE TO sandbox_desk
    USING ((SELECT acting_group() = 'sandbox_desk'));
GRANT INSERT, DELETE ON proposed_condition TO sandbox_desk;
CREATE POLICY condition_change_ask ON condition_change FOR INSERT TO sandbox_company, sandbox_ministry WITH CHECK (
    (SELECT acting_group() IN ('sandbox_company', 'sandbox_ministry')) AND EXISTS (
        SELECT FROM case_file AS c WHERE c.case_file_id = condition_change.case_file_id));
GRANT INSERT (decision_id, condition_no, case_file_id, text, purpose, evidence, due, reason)
    ON condition_change TO sandbox_company, sandbox_ministry;
CREATE POLICY condition_change_rule ON condition_change FOR UPDATE TO sandbox_desk
    USING ((SELECT acting_group() = 'sandbox_desk'));
GRANT UPDATE (is_accepted, ruling) ON condition_change TO sandbox_desk;
CREATE POLICY condition_evidence_file ON condition_evidence FOR INSERT TO sandbox_company WITH CHECK (
    (SELECT acting_group() = 'sandbox_company') AND EXISTS (
        SELECT FROM case_file AS c WHERE c.case_file_id = condition_evidence.case_file_id));
GRANT INSERT (decision_id, condition_no, case_file_id, note, file_name, media_type, content)
    ON condition_evidence TO sandbox_company;
CREATE POLICY condition_evidence_rule ON condition_evidence FOR UPDATE TO sandbox_desk
    USING ((SELECT acting_group() = 'sandbox_desk'));
GRANT UPDATE (is_confirmed, ruling) ON condition_evidence TO sandbox_desk;

DO $$
DECLARE
    booked record;
    arguments text;
BEGIN
    FOR booked IN SELECT * FROM (VALUES
        ('proposed_condition', 'agenda_item_id', 'propose-condition', 'remove', 'propose-condition',
            ARRAY['agenda_item_id', 'condition_no']),
        ('condition_change', 'case_file_id', 'change-ask', 'change-rule', 'remove', ARRAY['condition_no', 'change_no']),
        ('condition_evidence', 'case_file_id', 'fulfil', 'fulfil-rule', 'remove', ARRAY['condition_no', 'evidence_no'])
    ) AS b (table_name, chain, insert_act, update_act, delete_act, key_columns) LOOP
        arguments := format('(%L, %L, %L, %L, %s)', booked.chain,
            booked.insert_act, booked.update_act, booked.delete_act,
            (SELECT string_agg(quote_literal(k), ', ') FROM unnest(booked.key_columns) AS k));
        EXECUTE format('CREATE TRIGGER %I AFTER INSERT ON %I REFERENCING NEW TABLE AS new_rows '
            'FOR EACH STATEMENT EXECUTE FUNCTION book_insert',
            booked.table_name || '_event_insert', booked.table_name) || arguments;
        EXECUTE format('CREATE TRIGGER %I AFTER UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION book_change',
            booked.table_name || '_event_change', booked.table_name) || arguments;
    END LOOP;
END
$$;
