-- Supplements asked of the company (보완), consultations of the ministries (관계부처 협의) and their opinions.

CREATE TABLE consultation (
    consultation_id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT consultation_pkey PRIMARY KEY,
    case_file_id bigint NOT NULL CONSTRAINT consultation_case_file_id_fkey REFERENCES case_file,
    ministry_id bigint NOT NULL CONSTRAINT consultation_ministry_id_fkey REFERENCES organisation,
    round smallint NOT NULL,
    question prose,
    sent_at timestamptz NOT NULL DEFAULT now(),
    sent_by name NOT NULL,
    replied_at timestamptz,
    CONSTRAINT consultation_round_key UNIQUE (case_file_id, ministry_id, round),
    CONSTRAINT consultation_case_key UNIQUE (consultation_id, case_file_id),
    CONSTRAINT consultation_replied_at_check CHECK (replied_at >= sent_at)
);
-- One round at a time: the second that is sent while the first is open runs into this.
CREATE UNIQUE INDEX consultation_open_key ON consultation (case_file_id, ministry_id) WHERE replied_at IS NULL;
CREATE INDEX consultation_ministry_id_idx ON consultation (ministry_id, case_file_id);
CREATE INDEX consultation_open_idx ON consultation (ministry_id, sent_at) WHERE replied_at IS NULL;

-- Which ministries have been asked about a case: what policies look up row by row, kept by note_ministry.
CREATE TABLE case_ministry (
    ministry_id bigint NOT NULL CONSTRAINT case_ministry_ministry_id_fkey REFERENCES organisation,
    case_file_id bigint NOT NULL CONSTRAINT case_ministry_case_file_id_fkey REFERENCES case_file,
    CONSTRAINT case_ministry_pkey PRIMARY KEY (ministry_id, case_file_id)
);

-- The opinion stands apart from the consultation: that a ministry has replied is known to all parties at once,
-- what it replied to the applicant and to other ministries only with the decision.
CREATE TABLE opinion (
    consultation_id bigint CONSTRAINT opinion_pkey PRIMARY KEY,
    case_file_id bigint NOT NULL,
    opinion code NOT NULL,
    reason prose,
    conditions prose[] NOT NULL DEFAULT '{}',
    replied_at timestamptz NOT NULL DEFAULT now(),
    replied_by name NOT NULL,
    CONSTRAINT opinion_consultation_fkey
        FOREIGN KEY (consultation_id, case_file_id) REFERENCES consultation (consultation_id, case_file_id),
    CONSTRAINT opinion_conditions_check CHECK ((opinion = 'agree-with-conditions') = (conditions <> '{}')),
    CONSTRAINT opinion_reason_check CHECK (opinion NOT IN ('oppose', 'not-ours', 'permit-needed') OR reason IS NOT NULL)
);
CREATE INDEX opinion_case_file_id_idx ON opinion (case_file_id);

CREATE TABLE supplement (
    supplement_id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT supplement_pkey PRIMARY KEY,
    case_file_id bigint NOT NULL CONSTRAINT supplement_case_file_id_fkey REFERENCES case_file,
    supplement_no smallint NOT NULL,
    asked_by_id bigint NOT NULL CONSTRAINT supplement_asked_by_id_fkey REFERENCES organisation,
    request prose NOT NULL,
    due_on date,
    asked_at timestamptz NOT NULL DEFAULT now(),
    asked_by name NOT NULL,
    answer prose,
    answered_at timestamptz,
    answered_by name,
    CONSTRAINT supplement_no_key UNIQUE (case_file_id, supplement_no),
    CONSTRAINT supplement_answer_check CHECK (
        (answer IS NULL) = (answered_at IS NULL) AND (answer IS NULL) = (answered_by IS NULL)
    )
);
COMMENT ON COLUMN supplement.due_on IS 'the reasonable period set for the answer (시행령 제39조 제2항, 제40조 제2항, 제42조의4 제2항)';
CREATE INDEX supplement_open_idx ON supplement (case_file_id) WHERE answered_at IS NULL;

CREATE FUNCTION consulted_case_ids() RETURNS SETOF bigint
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = sandbox, pg_temp
    AS $$
SELECT case_file_id FROM case_ministry
WHERE ministry_id = acting_organisation_id() AND acting_as('sandbox_ministry')
$$;

CREATE FUNCTION note_ministry() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp
    AS $$
BEGIN
    INSERT INTO case_ministry AS m (ministry_id, case_file_id)
    VALUES (NEW.ministry_id, NEW.case_file_id) ON CONFLICT DO NOTHING;
    RETURN NULL;
END
$$;
CREATE TRIGGER consultation_ministry AFTER INSERT ON consultation
    FOR EACH ROW EXECUTE FUNCTION note_ministry();

CREATE FUNCTION answerable_case_ids() RETURNS SETOF bigint
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = sandbox, pg_temp
    AS $$
SELECT c.case_file_id FROM case_file AS c
WHERE c.company_id = acting_organisation_id() AND acting_as('sandbox_company')
    AND c.stage IN ('filed', 'received', 'consulting')
    AND EXISTS (SELECT FROM supplement AS s WHERE s.case_file_id = c.case_file_id AND s.answered_at IS NULL)
$$;
GRANT EXECUTE ON FUNCTION consulted_case_ids TO sandbox_ministry;

-- The guards below lock the case first: two acts on one case happen one after the other. A row for a case that
-- the person may not see is left to the row-level policy, which says the same as for a case that does not exist; nor is
-- that case locked, for the wait would tell that it is there.
CREATE FUNCTION guard_consultation() RETURNS trigger
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
    IF subject.stage <> 'consulting' THEN
        PERFORM refuse('consultation_stage_guard', 'only a case in consultation is sent to a ministry');
    END IF;
    IF NOT EXISTS (SELECT FROM organisation AS o
        WHERE o.organisation_id = NEW.ministry_id AND o.kind IN ('ministry', 'authority'))
    THEN
        PERFORM refuse('consultation_ministry_guard', 'only ministries are consulted');
    END IF;
    NEW.round := 1 + coalesce((SELECT max(k.round) FROM consultation AS k
        WHERE k.case_file_id = NEW.case_file_id AND k.ministry_id = NEW.ministry_id), 0);
    NEW.sent_at := now();
    NEW.sent_by := acting_role();
    NEW.replied_at := NULL;
    RETURN NEW;
END
$$;
CREATE TRIGGER consultation_guard BEFORE INSERT ON consultation
    FOR EACH ROW EXECUTE FUNCTION guard_consultation();

CREATE FUNCTION guard_opinion() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp
    AS $$
DECLARE
    asked consultation;
    subject case_file;
BEGIN
    SELECT * INTO asked FROM consultation AS k WHERE k.consultation_id = NEW.consultation_id;
    IF NOT FOUND OR NOT acting_as('sandbox_ministry') OR asked.ministry_id <> acting_organisation_id() THEN
        RETURN NEW;
    END IF;
    SELECT * INTO subject FROM case_file AS c WHERE c.case_file_id = asked.case_file_id FOR UPDATE;
    SELECT * INTO asked FROM consultation AS k WHERE k.consultation_id = NEW.consultation_id;
    IF asked.replied_at IS NOT NULL THEN
        PERFORM refuse('opinion_once_guard', 'this round has been replied to');
    END IF;
    IF subject.stage <> 'consulting' THEN
        PERFORM refuse('opinion_stage_guard', 'the case is no longer in consultation');
    END IF;
    IF NOT EXISTS (SELECT FROM track_opinion AS o
        WHERE o.regime = subject.regime AND o.track = subject.track AND o.opinion = NEW.opinion)
    THEN
        PERFORM refuse('opinion_track_guard', 'this track does not know that opinion');
    END IF;
    NEW.case_file_id := asked.case_file_id;
    NEW.replied_at := now();
    NEW.replied_by := acting_role();
    RETURN NEW;
END
$$;
CREATE TRIGGER opinion_guard BEFORE INSERT ON opinion
    FOR EACH ROW EXECUTE FUNCTION guard_opinion();

CREATE FUNCTION close_consultation() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp
    AS $$
BEGIN
    UPDATE consultation SET replied_at = NEW.replied_at WHERE consultation_id = NEW.consultation_id;
    RETURN NULL;
END
$$;
CREATE TRIGGER opinion_close AFTER INSERT ON opinion
    FOR EACH ROW EXECUTE FUNCTION close_consultation();

CREATE FUNCTION guard_supplement() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp
    AS $$
DECLARE
    subject case_file;
BEGIN
    SELECT * INTO subject FROM case_file AS c
    WHERE c.case_file_id = NEW.case_file_id AND (
        acting_as('sandbox_company') AND c.company_id = acting_organisation_id()
        OR acting_as('sandbox_desk') AND c.reference IS NOT NULL
        OR acting_as('sandbox_ministry') AND c.case_file_id IN (SELECT consulted_case_ids()))
    FOR UPDATE;
    IF NOT FOUND THEN
        RETURN NEW;
    END IF;
    IF TG_OP = 'UPDATE' THEN
        IF OLD.answered_at IS NOT NULL THEN
            PERFORM refuse('supplement_once_guard', 'this supplement has been answered');
        END IF;
        IF subject.stage NOT IN ('filed', 'received', 'consulting') THEN
            PERFORM refuse('supplement_stage_guard', 'the case is closed');
        END IF;
        NEW.answered_at := now();
        NEW.answered_by := acting_role();
        RETURN NEW;
    END IF;

    IF acting_as('sandbox_desk') AND subject.stage NOT IN ('filed', 'received', 'consulting') THEN
        PERFORM refuse('supplement_stage_guard', 'a supplement is asked between filing and decision');
    ELSIF acting_as('sandbox_ministry') AND NOT EXISTS (
        SELECT FROM consultation AS k
        WHERE k.case_file_id = NEW.case_file_id AND k.ministry_id = acting_organisation_id()
            AND k.replied_at IS NULL AND subject.stage = 'consulting')
    THEN
        PERFORM refuse('supplement_stage_guard', 'a ministry asks for a supplement while its consultation is open');
    END IF;
    NEW.supplement_no := 1 + coalesce((SELECT max(s.supplement_no) FROM supplement AS s
        WHERE s.case_file_id = NEW.case_file_id), 0);
    NEW.asked_by_id := acting_organisation_id();
    NEW.asked_by := acting_role();
    NEW.asked_at := now();
    NEW.answer := NULL;
    NEW.answered_at := NULL;
    NEW.answered_by := NULL;
    RETURN NEW;
END
$$;
CREATE TRIGGER supplement_guard BEFORE INSERT OR UPDATE ON supplement
    FOR EACH ROW EXECUTE FUNCTION guard_supplement();
