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
    CONSTRAINT decision_case_key UNIQUE (decision_id, case_file_id)
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

-- What a file said of a case of the past, and which of its fields are an inference.
CREATE TABLE imported_case (
    case_file_id bigint CONSTRAINT imported_case_pkey PRIMARY KEY
        CONSTRAINT imported_case_case_file_id_fkey REFERENCES case_file,
    filed_on label,
    ministries label[] NOT NULL DEFAULT '{}',
    note prose,
    inferred_fields code[] NOT NULL DEFAULT '{}',
    source prose,
    fingerprint bytea NOT NULL,
    original jsonb NOT NULL,
    CONSTRAINT imported_case_fingerprint_key UNIQUE (fingerprint)
);
COMMENT ON COLUMN imported_case.filed_on IS 'the filing date as the source gives it: a day, a month, a year, or unknown';
COMMENT ON COLUMN imported_case.fingerprint IS 'what makes two rows the same case, see case_fingerprint: no case is imported twice';
COMMENT ON COLUMN imported_case.original IS 'the whole row as it stood in the file; the event log books it, and not each table it went to';

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
        WHERE o.regime = subject.regime AND o.track = subject.track AND o.outcome = NEW.outcome AND NOT o.import_only)
    THEN
        PERFORM refuse('decision_outcome_guard', 'this track does not know that outcome');
    END IF;
    IF NEW.decided_on > authority_date(subject.regime) THEN
        PERFORM refuse('decision_date_guard', 'a decision is recorded on its day or later');
    END IF;
    IF NEW.outcome = 'rejected' AND NEW.reason IS NULL THEN
        PERFORM refuse('decision_reason_guard', 'a rejection gives its reason');
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
    FOR EACH ROW WHEN (current_user <> 'sandbox_owner') EXECUTE FUNCTION guard_decision();

-- Conditions belong to the decision they were made with, and come before the stage says decided.
CREATE FUNCTION guard_condition() RETURNS trigger
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
    RETURN NEW;
END
$$;
CREATE TRIGGER condition_guard BEFORE INSERT ON condition
    FOR EACH ROW WHEN (current_user <> 'sandbox_owner') EXECUTE FUNCTION guard_condition();

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
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.origin = 'filed') EXECUTE FUNCTION check_case_file();
CREATE CONSTRAINT TRIGGER decision_check AFTER INSERT ON decision
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (current_user <> 'sandbox_owner') EXECUTE FUNCTION check_case_file();

-- Two rows of the past with the same fingerprint tell of the same case.
CREATE FUNCTION case_fingerprint(
    regime text, track text, company text, service_name text, decided_on date, outcome text
) RETURNS bytea
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN sha256(convert_to(jsonb_build_array(regime, track, company, service_name,
        decided_on - DATE '2000-01-01', outcome)::text, 'UTF8'));

CREATE TYPE past_case AS (
    company text, service_name text, track text, outcome text, decided_on date, session_label text, filed_on text,
    ministries text[], laws text[], obstacles text[], conditions text[], note text, inferred_fields text[], source text
);

-- Enters cases of the past and answers their references, both in the order given. This is the only way in for them, and
-- the desk's. It is made for many at once and checks as a whole what the triggers on these tables check one by one.
CREATE FUNCTION import_cases(regime text, cases past_case[]) RETURNS SETOF text
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp
    AS $$
DECLARE
    known regime;
    ids bigint[];
    numbers text[];
BEGIN
    IF NOT acting_as('sandbox_desk') THEN
        RAISE EXCEPTION USING ERRCODE = 'insufficient_privilege', MESSAGE = 'only the desk enters cases of the past';
    END IF;
    SELECT * INTO known FROM regime AS r WHERE r.regime = import_cases.regime;
    IF EXISTS (SELECT FROM unnest(cases) AS p WHERE NOT EXISTS (SELECT FROM track_outcome AS o
        WHERE o.regime = known.regime AND o.track = p.track AND o.outcome = p.outcome))
    THEN
        PERFORM refuse('decision_outcome_guard', 'this track does not know that outcome');
    END IF;
    IF EXISTS (SELECT FROM unnest(cases) AS p JOIN track AS t ON t.regime = known.regime AND t.track = p.track
        WHERE p.decided_on NOT BETWEEN t.since AND authority_date(known.regime))
    THEN
        PERFORM refuse('decision_date_guard', 'decided before the law of the track, or in the future');
    END IF;

    -- Numbers are taken once per track and year, and given out in order.
    WITH counted AS (
        SELECT p.track, extract(year FROM p.decided_on)::integer AS year, count(*)::integer AS cases
        FROM unnest(cases) AS p GROUP BY 1, 2 ORDER BY 1, 2
    ), taken AS MATERIALIZED (
        SELECT c.track, c.year, take_numbers(known.regime, c.track, c.year, c.cases) - c.cases AS before FROM counted AS c
    )
    SELECT array_agg(reference_text(t.prefix, n.year, k.before + n.number) ORDER BY n.place),
        array_agg(nextval(pg_get_serial_sequence('sandbox.case_file', 'case_file_id')))
    INTO numbers, ids
    FROM (SELECT p.ordinality AS place, p.track, extract(year FROM p.decided_on)::integer AS year,
            row_number() OVER (PARTITION BY p.track, extract(year FROM p.decided_on) ORDER BY p.ordinality) AS number
        FROM unnest(cases) WITH ORDINALITY AS p) AS n
    JOIN taken AS k USING (track, year)
    JOIN track AS t ON t.regime = known.regime AND t.track = n.track;

    INSERT INTO case_file (case_file_id, regime, track, reference, company_id, stage, stage_since, service_name,
        origin, closed_at)
    OVERRIDING SYSTEM VALUE
    SELECT i.id, known.regime, p.track, i.number, o.organisation_id, 'decided', d.at,
        p.service_name, 'import', d.at
    FROM unnest(cases) WITH ORDINALITY AS p
    JOIN unnest(ids, numbers) WITH ORDINALITY AS i (id, number, ordinality) USING (ordinality)
    CROSS JOIN LATERAL (SELECT p.decided_on::timestamp AT TIME ZONE known.time_zone AS at) AS d
    LEFT JOIN organisation AS o ON o.name = p.company;

    INSERT INTO exemption_item (case_file_id, item_no, law, obstacle)
    SELECT i.id, e.item_no, e.law, e.obstacle
    FROM unnest(cases) WITH ORDINALITY AS p
    JOIN unnest(ids, numbers) WITH ORDINALITY AS i (id, number, ordinality) USING (ordinality)
    CROSS JOIN LATERAL unnest(p.laws, p.obstacles) WITH ORDINALITY AS e (law, obstacle, item_no);

    INSERT INTO decision (case_file_id, outcome, decided_on, session_label, recorded_by)
    SELECT i.id, p.outcome, p.decided_on, p.session_label, acting_role()
    FROM unnest(cases) WITH ORDINALITY AS p
    JOIN unnest(ids, numbers) WITH ORDINALITY AS i (id, number, ordinality) USING (ordinality);

    INSERT INTO condition (decision_id, condition_no, case_file_id, text)
    SELECT d.decision_id, c.condition_no, d.case_file_id, c.text
    FROM unnest(cases) WITH ORDINALITY AS p
    JOIN unnest(ids, numbers) WITH ORDINALITY AS i (id, number, ordinality) USING (ordinality)
    JOIN decision AS d ON d.case_file_id = i.id
    CROSS JOIN LATERAL unnest(p.conditions) WITH ORDINALITY AS c (text, condition_no);

    INSERT INTO imported_case (case_file_id, filed_on, ministries, note, inferred_fields, source, fingerprint, original)
    SELECT i.id, p.filed_on, p.ministries, p.note, p.inferred_fields, p.source,
        case_fingerprint(known.regime, p.track, p.company, p.service_name, p.decided_on, p.outcome),
        to_jsonb(p) - 'ordinality'
    FROM unnest(cases) WITH ORDINALITY AS p
    JOIN unnest(ids, numbers) WITH ORDINALITY AS i (id, number, ordinality) USING (ordinality);

    RETURN QUERY SELECT unnest(numbers);
END
$$;
GRANT EXECUTE ON FUNCTION case_fingerprint, import_cases TO sandbox_desk;
