-- The decision on a case and the conditions a grant carries.

CREATE TABLE decision (
    decision_id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT decision_pkey PRIMARY KEY,
    case_file_id bigint NOT NULL CONSTRAINT decision_case_file_id_fkey REFERENCES case_file,
    outcome code NOT NULL,
    decided_on date NOT NULL,
    session_label label,
    reason prose,
    recorded_at timestamptz NOT NULL DEFAULT now(),
    recorded_by name NOT NULL,
    CONSTRAINT decision_case_file_id_key UNIQUE (case_file_id),
    CONSTRAINT decision_case_key UNIQUE (decision_id, case_file_id),
    CONSTRAINT decision_reason_check CHECK (outcome <> 'rejected' OR reason IS NOT NULL)
);
COMMENT ON COLUMN decision.session_label IS 'the committee session (심의위원회) that decided, as it is called';
CREATE INDEX decision_decided_on_idx ON decision (decided_on);

CREATE TABLE condition (
    decision_id bigint NOT NULL,
    condition_no smallint NOT NULL,
    case_file_id bigint NOT NULL,
    phase code CONSTRAINT condition_phase_check CHECK (phase IN ('before', 'during', 'after')),
    text prose NOT NULL,
    CONSTRAINT condition_pkey PRIMARY KEY (decision_id, condition_no),
    CONSTRAINT condition_decision_fkey
        FOREIGN KEY (decision_id, case_file_id) REFERENCES decision (decision_id, case_file_id)
);

-- Where an imported case came from: the row as it stood in the file, and which of its fields are an inference.
CREATE TABLE imported_case (
    case_file_id bigint CONSTRAINT imported_case_pkey PRIMARY KEY
        CONSTRAINT imported_case_case_file_id_fkey REFERENCES case_file,
    filed_on label,
    ministries label[] NOT NULL DEFAULT '{}',
    note prose,
    inferred_fields code[] NOT NULL DEFAULT '{}',
    source prose,
    fingerprint bytea NOT NULL,
    CONSTRAINT imported_case_fingerprint_key UNIQUE (fingerprint)
);
COMMENT ON COLUMN imported_case.filed_on IS 'the filing date as the source gives it: a day, a month, a year, or unknown';

CREATE FUNCTION guard_decision() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp
    AS $$
DECLARE
    subject case_file;
BEGIN
    SELECT * INTO subject FROM case_file AS c
    WHERE c.case_file_id = NEW.case_file_id AND c.reference IS NOT NULL AND acting_as('sandbox_desk') FOR UPDATE;
    IF NOT FOUND THEN
        RETURN NEW;
    END IF;
    NEW.recorded_at := now();
    NEW.recorded_by := acting_role();
    IF NOT EXISTS (SELECT FROM track_outcome AS o
        WHERE o.regime = subject.regime AND o.track = subject.track AND o.outcome = NEW.outcome
            AND (subject.origin = 'import' OR NOT o.import_only))
    THEN
        PERFORM refuse('decision_outcome_guard', 'this track does not know that outcome');
    END IF;
    IF NEW.decided_on > authority_date(subject.regime) THEN
        PERFORM refuse('decision_date_guard', 'a decision is recorded on its day or later');
    END IF;
    IF subject.origin = 'import' THEN
        RETURN NEW;
    END IF;
    IF NEW.decided_on < authority_date(subject.regime, subject.filed_at) THEN
        PERFORM refuse('decision_date_guard', 'a decision does not come before the filing');
    END IF;
    IF subject.stage NOT IN ('received', 'consulting') THEN
        PERFORM refuse('decision_stage_guard', 'only a received case is decided');
    END IF;
    IF EXISTS (SELECT FROM consultation AS k WHERE k.case_file_id = NEW.case_file_id AND k.replied_at IS NULL) THEN
        PERFORM refuse('decision_consultation_guard', 'a consultation is open');
    END IF;
    IF EXISTS (SELECT FROM supplement AS s WHERE s.case_file_id = NEW.case_file_id AND s.answered_at IS NULL) THEN
        PERFORM refuse('decision_supplement_guard', 'a supplement is open');
    END IF;
    IF NEW.outcome IN ('granted', 'granted-with-conditions')
        AND NOT EXISTS (SELECT FROM consultation AS k WHERE k.case_file_id = NEW.case_file_id)
    THEN
        PERFORM refuse('decision_grant_guard', 'a grant needs the reply of a ministry');
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER decision_guard BEFORE INSERT ON decision
    FOR EACH ROW EXECUTE FUNCTION guard_decision();

-- Conditions belong to the decision they were made with, and come before the stage says decided.
CREATE FUNCTION guard_condition() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp
    AS $$
BEGIN
    IF acting_as('sandbox_desk') AND EXISTS (
        SELECT FROM decision AS d JOIN case_file AS c USING (case_file_id)
        WHERE d.decision_id = NEW.decision_id
            AND (d.recorded_at <> now() OR c.stage = 'decided' AND c.origin = 'filed'))
    THEN
        PERFORM refuse('condition_decision_guard', 'a recorded decision takes no further condition');
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER condition_guard BEFORE INSERT ON condition
    FOR EACH ROW EXECUTE FUNCTION guard_condition();

-- Checked at commit, when the statements of one act are all there: the stage says what the rows say.
CREATE FUNCTION check_case_file() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp
    AS $$
DECLARE
    subject case_file;
    verdict decision;
    condition_count bigint;
BEGIN
    SELECT * INTO subject FROM case_file AS c WHERE c.case_file_id = NEW.case_file_id;
    SELECT * INTO verdict FROM decision AS d WHERE d.case_file_id = NEW.case_file_id;
    IF (verdict.decision_id IS NOT NULL) <> (subject.stage = 'decided') THEN
        PERFORM refuse('case_file_decision_guard', 'a case is decided by its decision, and only then');
    END IF;
    IF subject.stage = 'consulting'
        AND NOT EXISTS (SELECT FROM consultation AS k WHERE k.case_file_id = NEW.case_file_id)
    THEN
        PERFORM refuse('case_file_consultation_guard', 'a case is in consultation when a ministry has been asked');
    END IF;
    IF verdict.decision_id IS NOT NULL AND subject.origin = 'filed' THEN
        IF EXISTS (SELECT FROM consultation AS k WHERE k.case_file_id = NEW.case_file_id AND k.replied_at IS NULL) THEN
            PERFORM refuse('decision_consultation_guard', 'a consultation is open');
        END IF;
        IF EXISTS (SELECT FROM supplement AS s WHERE s.case_file_id = NEW.case_file_id AND s.answered_at IS NULL) THEN
            PERFORM refuse('decision_supplement_guard', 'a supplement is open');
        END IF;
        SELECT count(*) INTO condition_count FROM condition AS c WHERE c.decision_id = verdict.decision_id;
        IF (verdict.outcome = 'granted-with-conditions') <> (condition_count > 0) THEN
            PERFORM refuse('decision_conditions_guard', 'conditions go with a grant with conditions, and only with it');
        END IF;
    END IF;
    RETURN NULL;
END
$$;
CREATE CONSTRAINT TRIGGER case_file_check AFTER INSERT OR UPDATE ON case_file
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_case_file();
CREATE CONSTRAINT TRIGGER decision_check AFTER INSERT ON decision
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_case_file();
