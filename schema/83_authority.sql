-- The desk of an authority acts under its own regimes only: asked where every act is recorded.

-- The regimes to which the subject of a chain of events belongs: one, or as many as have the task on a roadmap or count on
-- the calendar, or as the organisation has filed cases under or was consulted under. None: it is of no regime, as a person.
CREATE FUNCTION chain_regimes(chain text) RETURNS text[]
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
DECLARE
    kind text := split_part(chain, ':', 1);
    subject text := substr(chain, length(kind) + 2);
BEGIN
    RETURN CASE kind
        WHEN 'case_file' THEN ARRAY(SELECT c.regime::text FROM case_file AS c WHERE c.case_file_id = subject::bigint)
        WHEN 'regime' THEN ARRAY[subject]
        WHEN 'calendar' THEN ARRAY(SELECT g.regime::text FROM regime AS g WHERE g.calendar = subject)
        WHEN 'organisation' THEN ARRAY(SELECT DISTINCT c.regime::text FROM case_file AS c WHERE c.reference IS NOT NULL
            AND (c.company_id = subject::bigint OR EXISTS (SELECT FROM case_ministry AS m
                WHERE m.ministry_id = subject::bigint AND m.case_file_id = c.case_file_id)))
        WHEN 'meeting' THEN ARRAY(SELECT b.regime::text FROM meeting AS m JOIN committee AS b USING (committee)
            WHERE m.meeting_id = subject::bigint)
        WHEN 'agenda_item' THEN ARRAY(SELECT c.regime::text FROM agenda_item AS i JOIN case_file AS c USING (case_file_id)
            WHERE i.agenda_item_id = subject::bigint)
        WHEN 'roadmap' THEN ARRAY(SELECT r.regime::text FROM roadmap AS r WHERE r.roadmap_id = subject::bigint)
        WHEN 'reform_task' THEN ARRAY(SELECT DISTINCT r.regime::text FROM roadmap_entry AS e
            JOIN roadmap AS r USING (roadmap_id) WHERE e.reform_task_id = subject::bigint)
        WHEN 'summit' THEN ARRAY(SELECT s.regime::text FROM summit AS s WHERE s.summit_id = subject::bigint)
        WHEN 'summit_topic' THEN ARRAY(SELECT s.regime::text FROM summit_topic AS t JOIN summit AS s USING (summit_id)
            WHERE t.summit_topic_id = subject::bigint)
        WHEN 'raised_point' THEN ARRAY(SELECT s.regime::text FROM raised_point AS p JOIN summit AS s USING (summit_id)
            WHERE p.raised_point_id = subject::bigint)
        WHEN 'official_paper' THEN ARRAY(SELECT p.regime::text FROM official_paper AS p
            WHERE p.official_paper_id = subject::bigint)
        WHEN 'commitment' THEN ARRAY(SELECT s.regime::text FROM commitment AS c JOIN summit AS s USING (summit_id)
            WHERE c.commitment_id = subject::bigint)
        ELSE '{}'
    END;
END $$;

-- Whether the session has a trigger of its own, on a temporary table: then an act within a trigger may be the person's.
CREATE FUNCTION has_own_trigger() RETURNS boolean
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
BEGIN
    RETURN pg_my_temp_schema() <> 0 AND EXISTS (SELECT FROM pg_class AS c JOIN pg_trigger AS t ON t.tgrelid = c.oid
        WHERE c.relnamespace = pg_my_temp_schema() AND NOT t.tgisinternal);
END $$;

-- Every act of a desk passes here as it is recorded (append_event), and is refused if it is of another authority's regime. What
-- follows from an act by a trigger may reach other regimes. Silence that the law gives a meaning is nobody's act.
CREATE FUNCTION guard_authority(events new_event[]) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
DECLARE
    own bigint;
    item text;
BEGIN
    IF NOT acting_as('sandbox_desk') OR events[1].act = 'regime-assign' OR pg_trigger_depth() <> 1 AND NOT has_own_trigger() THEN
        RETURN;
    END IF;
    own := acting_organisation_id();
    IF NOT EXISTS (SELECT FROM organisation AS o WHERE o.kind = 'authority' AND o.organisation_id <> own) THEN
        RETURN;
    END IF;
    FOR item IN SELECT DISTINCT c.regime FROM unnest(events) AS e JOIN case_file AS c USING (case_file_id) LOOP
        PERFORM refuse_other_authority(ARRAY[item], own);
    END LOOP;
    FOR item IN SELECT DISTINCT e.chain FROM unnest(events) AS e WHERE e.chain NOT LIKE 'case\_file:%' LOOP
        PERFORM refuse_other_authority(chain_regimes(item), own);
    END LOOP;
    -- What is named beside the subject: the roadmap that a task is put on, the task that continues another.
    FOR item IN SELECT DISTINCT CASE e.entity WHEN 'roadmap_entry' THEN 'roadmap:' || (e.new ->> 'roadmap_id')
            ELSE 'reform_task:' || (e.new ->> 'into_id') END
        FROM unnest(events) AS e WHERE e.entity IN ('roadmap_entry', 'task_merge') AND e.new IS NOT NULL
    LOOP
        PERFORM refuse_other_authority(chain_regimes(item), own);
    END LOOP;
END $$;
