-- Summits: councils, commitments and what became of them.

CREATE FUNCTION guard_expert_council() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
BEGIN
    NEW.chair_id := organisation_named(NEW.chair);
    RETURN NEW;
END $$;
CREATE TRIGGER guard_expert_council BEFORE INSERT OR UPDATE ON expert_council
    FOR EACH ROW EXECUTE FUNCTION guard_expert_council();

CREATE FUNCTION guard_council_report() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM summit_topic AS t JOIN summit AS s USING (summit_id) JOIN summit AS later USING (regime)
        WHERE t.summit_topic_id = NEW.summit_topic_id AND later.summit_id = NEW.summit_id
            AND later.summit_no > s.summit_no) THEN
        PERFORM refuse('council_report_summit_guard',
            'a council reports to a later summit than the one it was set up at');
    END IF;
    NEW.made_at := now(); NEW.author := acting_role();
    RETURN NEW;
END $$;
CREATE TRIGGER guard_council_report BEFORE INSERT ON council_report
    FOR EACH ROW EXECUTE FUNCTION guard_council_report();

CREATE FUNCTION guard_commitment() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
BEGIN
    PERFORM FROM summit AS s WHERE s.summit_id = NEW.summit_id FOR UPDATE;
    NEW.commitment_no := 1 + coalesce((SELECT max(c.commitment_no) FROM commitment AS c
        WHERE c.summit_id = NEW.summit_id), 0);
    NEW.owner_id := organisation_named(NEW.owner);
    NEW.made_at := now(); NEW.author := acting_role();
    RETURN NEW;
END $$;
CREATE TRIGGER guard_commitment BEFORE INSERT ON commitment FOR EACH ROW EXECUTE FUNCTION guard_commitment();

CREATE FUNCTION guard_commitment_evidence() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
DECLARE today date; settled text;
BEGIN
    SELECT authority_date(s.regime) INTO today FROM commitment AS c JOIN summit AS s USING (summit_id)
    WHERE c.commitment_id = NEW.commitment_id FOR UPDATE OF c;
    SELECT e.kind INTO settled FROM commitment_evidence AS e
    WHERE e.commitment_id = NEW.commitment_id AND e.kind <> 'progress' ORDER BY e.evidence_no DESC LIMIT 1;
    IF NEW.kind = 'reopened' AND coalesce(settled, 'reopened') = 'reopened' THEN
        PERFORM refuse('commitment_evidence_open_guard', 'the commitment is open');
    END IF;
    IF NEW.kind <> 'reopened' AND settled IN ('fulfilled', 'withdrawn') THEN
        PERFORM refuse('commitment_evidence_settled_guard', 'the commitment is settled');
    END IF;
    NEW.happened_on := coalesce(NEW.happened_on, today);
    IF NEW.happened_on > today THEN
        PERFORM refuse('commitment_evidence_date_guard', 'evidence is not of the future');
    END IF;
    NEW.evidence_no := 1 + coalesce((SELECT max(e.evidence_no) FROM commitment_evidence AS e
        WHERE e.commitment_id = NEW.commitment_id), 0);
    NEW.made_at := now(); NEW.author := acting_role();
    NEW.author_id := acting_organisation_id();
    RETURN NEW;
END $$;
CREATE TRIGGER guard_commitment_evidence BEFORE INSERT ON commitment_evidence
    FOR EACH ROW EXECUTE FUNCTION guard_commitment_evidence();

-- Every commitment as it was on a day, from the evidence of things that had happened by then. Without a day: the
-- authority's today.
CREATE FUNCTION commitment_at(as_of date DEFAULT NULL)
    RETURNS TABLE (commitment_id bigint, as_of date, state text, settled_on date, evidence integer, last_evidence text)
    LANGUAGE sql STABLE AS $$
SELECT c.commitment_id, d.day,
    CASE settled.kind WHEN 'fulfilled' THEN 'kept' WHEN 'withdrawn' THEN 'withdrawn'
        ELSE CASE WHEN c.due_on < d.day THEN 'overdue' ELSE 'open' END END,
    CASE WHEN settled.kind <> 'reopened' THEN settled.happened_on END, coalesce(told.evidence, 0)::integer, told.body
FROM commitment AS c JOIN summit AS s USING (summit_id)
CROSS JOIN LATERAL (SELECT coalesce(commitment_at.as_of, authority_date(s.regime)) AS day) AS d
LEFT JOIN LATERAL (SELECT e.kind, e.happened_on FROM commitment_evidence AS e
    WHERE e.commitment_id = c.commitment_id AND e.happened_on <= d.day AND e.kind <> 'progress'
    ORDER BY e.evidence_no DESC LIMIT 1) AS settled ON true
LEFT JOIN LATERAL (SELECT count(*) AS evidence, (array_agg(e.body::text ORDER BY e.evidence_no DESC))[1] AS body
    FROM commitment_evidence AS e WHERE e.commitment_id = c.commitment_id AND e.happened_on <= d.day) AS told ON true
WHERE s.held_on <= d.day $$;

GRANT EXECUTE ON FUNCTION commitment_at TO PUBLIC;
