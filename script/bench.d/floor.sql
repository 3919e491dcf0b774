-- The floor of each work: one narrow table with nothing but what the list shows, under the same policies, with the index for
-- it. No register could answer with less on this machine.
CREATE SCHEMA floor;
GRANT USAGE ON SCHEMA floor TO PUBLIC;
SET search_path = floor, sandbox, public;

CREATE TABLE floor.case_row AS
SELECT c.case_file_id, c.reference, c.track, c.stage, c.stage_since, c.service_name, o.name AS company, c.company_id,
    m.ministry_id, c.stage IN ('draft', 'filed', 'received', 'consulting') AS is_open
FROM case_file AS c JOIN organisation AS o ON o.organisation_id = c.company_id
LEFT JOIN LATERAL (SELECT m.ministry_id FROM case_ministry AS m WHERE m.case_file_id = c.case_file_id
    ORDER BY m.ministry_id LIMIT 1) AS m ON true
WHERE c.reference IS NOT NULL;
CREATE UNIQUE INDEX ON floor.case_row (reference);
CREATE INDEX ON floor.case_row (stage_since) WHERE is_open;
CREATE INDEX ON floor.case_row (company_id, stage_since);
CREATE INDEX ON floor.case_row (ministry_id, stage_since);

CREATE TABLE floor.deadline_row AS
SELECT d.case_file_id, c.reference, d.rule, d.owed_by, d.due_on, c.company, c.company_id, c.ministry_id
FROM kept_deadline AS d JOIN floor.case_row AS c USING (case_file_id) WHERE d.ended_on IS NULL;
CREATE INDEX ON floor.deadline_row (due_on, reference);
CREATE INDEX ON floor.deadline_row (owed_by, due_on, reference);
CREATE INDEX ON floor.deadline_row (company_id, due_on, reference);
CREATE INDEX ON floor.deadline_row (ministry_id, due_on, reference);

CREATE TABLE floor.grant_row AS
SELECT g.case_file_id, c.reference, g.certificate, g.granted_on, k.end_on, c.company, c.company_id, c.ministry_id
FROM exemption_grant AS g JOIN kept_grant AS k USING (exemption_grant_id)
JOIN floor.case_row AS c ON c.case_file_id = g.case_file_id;
CREATE INDEX ON floor.grant_row (end_on, reference);
CREATE INDEX ON floor.grant_row (company_id, end_on);
CREATE INDEX ON floor.grant_row (ministry_id, end_on);

-- The search of two syllables: pairs of letters in an index, asked by one who sees all.
CREATE TABLE floor.search_row AS
SELECT s.case_file_id, c.reference, c.service_name,
    ARRAY(SELECT DISTINCT substr(t.text, n, 2) FROM generate_series(1, length(t.text) - 1) AS n) AS pairs
FROM case_search AS s JOIN floor.case_row AS c USING (case_file_id), concat_ws(' ', s.title, s.names, s.letters) AS t (text)
WHERE s.part = 'proposal';
CREATE INDEX ON floor.search_row USING gin (pairs);
GRANT SELECT ON floor.search_row TO PUBLIC;

DO $$
DECLARE name text;
BEGIN
    FOREACH name IN ARRAY ARRAY['case_row', 'deadline_row', 'grant_row'] LOOP
        EXECUTE format('ALTER TABLE floor.%I ENABLE ROW LEVEL SECURITY', name);
        PERFORM access.allow(name, 'staff', 'SELECT', 'desk, analyst, auditor');
        PERFORM access.allow(name, 'company', 'SELECT', 'company', 'company_id = (SELECT acting_organisation_id())');
        PERFORM access.allow(name, 'ministry', 'SELECT', 'ministry', 'ministry_id = (SELECT acting_organisation_id())');
    END LOOP;
END $$;

VACUUM ANALYZE floor.case_row, floor.deadline_row, floor.grant_row, floor.search_row;
