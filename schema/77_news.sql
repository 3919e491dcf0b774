-- What others did on the cases of a person, until the person marks it as seen.

-- Decisions, replies, closed cases, acts on grants, answers and rulings, as far as the reader's own log tells of them. What
-- somebody is asked for is a task and no news.
CREATE VIEW news WITH (security_invoker = true) AS
SELECT e.event_id, e.at, e.case_file_id, CASE e.entity WHEN 'grant_act' THEN e.new ->> 'act' ELSE e.act END AS act
FROM event AS e
WHERE e.case_file_id IS NOT NULL AND NOT e.of_draft AND e.new IS NOT NULL AND (
    e.entity IN ('decision', 'opinion', 'grant_act', 'lapse', 'change_reply', 'condition_waiver')
    OR e.entity IN ('objection', 'supplement', 'condition_change', 'condition_evidence') AND e.old IS NOT NULL
        AND e.act NOT IN ('answer-recall', 'ruling-recall')
    OR e.entity = 'recall'
    OR e.entity = 'case_file' AND e.new ->> 'stage' IN ('returned', 'withdrawn'))
    AND (e.entity = 'lapse' OR e.organisation_id IS DISTINCT FROM (SELECT acting_organisation_id()));
COMMENT ON VIEW news IS 'what others did on the cases that one sees, by the event log; act: as the log calls it, or the journal of a grant';

-- Up to when the acting person has seen the news: since the person was entered, before that was ever said.
CREATE FUNCTION news_seen_at() RETURNS timestamptz LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN coalesce((SELECT m.seen_at FROM sandbox.inbox_mark AS m WHERE m.role_name = sandbox.acting_role()),
        (SELECT p.created_at FROM sandbox.person AS p WHERE p.role_name = sandbox.acting_role()));
END $$;
GRANT EXECUTE ON FUNCTION news_seen_at TO sandbox_company, sandbox_ministry, sandbox_desk;
