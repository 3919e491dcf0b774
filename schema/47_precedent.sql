-- Precedents: what is compared to find them, and the fast track of a case that follows one.

-- Neighbouring letters in pairs, without white space and marks: no dictionary of Korean is needed to compare texts. Each
-- letter is set beside the next one in one pass, so a long text costs in proportion to its length.
CREATE FUNCTION bigrams(words text) RETURNS text[]
    LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE SET search_path = sandbox, pg_temp AS $$
BEGIN
    RETURN (SELECT coalesce(array_agg(DISTINCT (p.letter || p.next) COLLATE "C") FILTER (WHERE p.next IS NOT NULL), '{}')
        FROM string_to_array(regexp_replace(lower(bigrams.words), '[[:space:][:punct:]·ㆍ]', '', 'g'), NULL)
            AS l (letters), unnest(l.letters, l.letters[2:]) AS p (letter, next));
END $$;

CREATE FUNCTION record_feature(case_row case_file) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO case_feature AS f
    VALUES (case_row.case_file_id, bigrams(concat_ws(' ', case_row.service_name, case_row.summary)))
    ON CONFLICT DO NOTHING;
END $$;

-- 동일·유사: a precedent is a grant, and every law the case touches was touched by it.
CREATE FUNCTION guard_fast_track() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
DECLARE case_row case_file;
BEGIN
    SELECT * INTO case_row FROM case_file AS c
    WHERE c.case_file_id = NEW.case_file_id AND c.reference IS NOT NULL AND acting_as('sandbox_desk') FOR UPDATE;
    IF NOT FOUND THEN
        RETURN NEW;
    END IF;
    IF case_row.stage NOT IN ('received', 'consulting') THEN
        PERFORM refuse('fast_track_stage_guard', 'the fast track is proposed before the decision');
    END IF;
    IF NOT EXISTS (
        SELECT FROM latest_decision AS d JOIN case_file AS p USING (case_file_id)
        WHERE d.case_file_id = NEW.precedent_id AND d.outcome IN ('granted', 'granted-with-conditions')
            AND p.regime = case_row.regime AND p.track = case_row.track)
        OR EXISTS (
            SELECT l.law FROM case_law AS l WHERE l.case_file_id = NEW.case_file_id
            EXCEPT SELECT l.law FROM case_law AS l WHERE l.case_file_id = NEW.precedent_id) THEN
        PERFORM refuse('fast_track_precedent_guard',
            'a precedent is a grant of the same track that concerned the same laws');
    END IF;
    NEW.proposed_at := now(); NEW.proposed_by := acting_role();
    RETURN NEW;
END $$;
CREATE TRIGGER guard_fast_track BEFORE INSERT ON fast_track FOR EACH ROW EXECUTE FUNCTION guard_fast_track();

GRANT EXECUTE ON FUNCTION bigrams
    TO sandbox_company, sandbox_ministry, sandbox_desk, sandbox_analyst, sandbox_auditor;
