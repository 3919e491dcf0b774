-- Schema `report`: one row a thing, in words, for BI tools, notebooks and `sandbox export`. Security is the reader's own.
-- Columns that end in _id tie the views together. A list is a text[], a day a date, a moment a text in ISO form with the
-- offset of the authority's zone.

-- What the columns mean, for whoever sees them in a tool and not here. Names that mean the same everywhere are said once.
CREATE FUNCTION report.describe(view_name text, about text, own jsonb) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    everywhere CONSTANT jsonb := '{
        "case_file_id": "the case, in every view",
        "decision_id": "the decision, in every view",
        "reference": "reference number of the case (과제번호)",
        "regime": "code of the regime (제도) it is under",
        "track": "rapid-confirmation (신속처리), temporary-permit (임시허가) or demonstration (실증특례)",
        "company": "the company (신청인)",
        "service": "the service the exemption is for",
        "origin": "filed: through this tracker; import: a case of the past, from a file",
        "outcome": "what was decided: granted, granted-with-conditions, rejected, positive-interpretation, no-regulation, permit-needed, conditions-changed",
        "decided_on": "day of the decision (의결일)",
        "meeting": "the committee meeting, as it is called",
        "reason": "why it was decided, returned or withdrawn",
        "inferred": "of a case of the past: the columns whose value its source only lets one infer",
        "laws": "laws in the way, with their articles",
        "tasks": "reform tasks the case waits for, as roadmap/number"
    }';
    missing text;
    item record;
BEGIN
    EXECUTE format('COMMENT ON VIEW report.%I IS %L', view_name, about);
    FOR item IN
        SELECT a.attname, coalesce(own ->> a.attname, everywhere ->> a.attname) AS about FROM pg_attribute AS a
        WHERE a.attrelid = format('report.%I', view_name)::regclass AND a.attnum > 0
    LOOP
        IF item.about IS NULL THEN
            RAISE EXCEPTION 'report.%.% has no description', view_name, item.attname;
        END IF;
        EXECUTE format('COMMENT ON COLUMN report.%I.%I IS %L', view_name, item.attname, item.about);
    END LOOP;
    SELECT string_agg(k, ', ') INTO missing FROM jsonb_object_keys(own) AS k
    WHERE NOT EXISTS (SELECT FROM pg_attribute AS a
        WHERE a.attrelid = format('report.%I', view_name)::regclass AND a.attname = k);
    IF missing IS NOT NULL THEN
        RAISE EXCEPTION 'report.% has no column %', view_name, missing;
    END IF;
END $$;

-- A text that a spreadsheet might run as a formula gets an apostrophe in front: one that begins, after spaces and quotes,
-- with = + - @ (or their full-width forms), a tab or a line break. To have it back, take one apostrophe away from a text
-- that begins with one and is such a text. CSVDialect has the same rule for what is not written by PostgreSQL.
CREATE FUNCTION report.defused(value text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN CASE WHEN ascii(value) IN (9, 10, 13, 32, 34, 39, 43, 45, 61, 64, 65291, 65293, 65309, 65312)
        AND value ~ '^[ ''"]*[-=+@\t\r\n＝＋－＠]' THEN '''' || value ELSE value END;

CREATE VIEW report.cases WITH (security_invoker = true) AS
SELECT c.case_file_id, coalesce(c.reference, 'DRAFT-' || c.case_file_id) AS reference,
    c.regime::text AS regime, c.track::text AS track,
    c.stage::text AS stage, authority_date(c.regime, c.stage_since) AS stage_since, o.name::text AS company,
    c.service_name::text AS service, c.origin::text AS origin,
    coalesce(i.filed_on::text, authority_date(c.regime, c.filed_at)::text) AS filed_on,
    authority_date(c.regime, c.received_at) AS received_on,
    d.outcome::text AS outcome, d.decided_on, d.meeting_label::text AS meeting,
    coalesce(d.reason, c.closing_reason)::text AS reason,
    ARRAY(SELECT k.text::text FROM condition AS k WHERE k.decision_id = d.decision_id
        ORDER BY k.condition_no) AS conditions,
    ARRAY(SELECT concat_ws(' ', e.law, e.article) FROM exemption_item AS e
        WHERE e.case_file_id = c.case_file_id ORDER BY e.item_no) AS laws,
    CASE WHEN i.case_file_id IS NOT NULL THEN CASE WHEN 'ministries' = ANY (i.inferred_fields)
        THEN ARRAY(SELECT m.name || '?' FROM unnest(i.ministries) WITH ORDINALITY AS m (name, n) ORDER BY m.n)
        ELSE i.ministries::text[] END ELSE ARRAY(
        SELECT m.name::text FROM consultation AS k JOIN organisation AS m ON m.organisation_id = k.ministry_id
        WHERE k.case_file_id = c.case_file_id AND k.recall_reason IS NULL
        GROUP BY m.name ORDER BY min(k.consultation_id)) END AS ministries,
    ARRAY(SELECT m.name || ': ' || p.opinion
        FROM consultation AS k JOIN organisation AS m ON m.organisation_id = k.ministry_id
        JOIN opinion AS p ON p.consultation_id = k.consultation_id
        WHERE k.case_file_id = c.case_file_id ORDER BY k.consultation_id) AS opinions,
    coalesce(w.waiting_on, '{}') AS waiting_on,
    ARRAY(SELECT r.roadmap || '/' || e.task_no
        FROM case_task AS k JOIN roadmap_entry AS e USING (reform_task_id) JOIN roadmap AS r USING (roadmap_id)
        WHERE k.case_file_id = c.case_file_id ORDER BY r.roadmap, e.position) AS tasks,
    inferred_columns(i.inferred_fields,
        '{company,service,track,ministries,conditions,laws,filed_on,decided_on,outcome,meeting,designation_no,valid_from,valid_until,state}')
        AS inferred, i.source::text AS source,
    i.designation_no::text AS designation_no, i.valid_from, i.valid_until, i.state::text AS state
FROM case_file AS c JOIN organisation AS o ON o.organisation_id = c.company_id
LEFT JOIN latest_decision AS d USING (case_file_id)
LEFT JOIN imported_case AS i USING (case_file_id)
-- Once for all cases: of the past this is counted.
LEFT JOIN (SELECT t.case_file_id, array_agg(DISTINCT t.waiting_on ORDER BY t.waiting_on) AS waiting_on
    FROM open_task_today AS t WHERE NOT t.beside GROUP BY t.case_file_id) AS w USING (case_file_id);

CREATE VIEW report.consultations WITH (security_invoker = true) AS
SELECT k.consultation_id, c.case_file_id, coalesce(c.reference, 'DRAFT-' || c.case_file_id) AS reference,
    c.regime::text AS regime, m.name::text AS ministry, k.round, authority_date(c.regime, k.sent_at) AS sent_on,
    authority_time(k.replied_at, c.regime) AS replied_at,
    authority_date(c.regime, coalesce(k.replied_at, now())) - authority_date(c.regime, k.sent_at) AS days,
    p.opinion::text AS opinion, c.service_name::text AS service, k.question::text AS question, p.reason::text AS reason,
    coalesce(p.conditions, '{}')::text[] AS conditions, authority_time(k.sent_at, c.regime) AS sent_at
FROM consultation AS k JOIN case_file AS c USING (case_file_id)
JOIN organisation AS m ON m.organisation_id = k.ministry_id
LEFT JOIN opinion AS p ON p.consultation_id = k.consultation_id
-- One that was called off never was.
WHERE k.recall_reason IS NULL;

CREATE VIEW report.decisions WITH (security_invoker = true) AS
SELECT d.decision_id, c.case_file_id, c.reference, c.regime::text AS regime, c.track::text AS track,
    o.name::text AS company,
    c.service_name::text AS service, d.outcome::text AS outcome,
    t.grants AND d.outcome IN ('granted', 'granted-with-conditions') AS is_grant,
    d.decided_on, d.meeting_label::text AS meeting, d.reason::text AS reason,
    (SELECT count(*) FROM condition AS k WHERE k.decision_id = d.decision_id) AS conditions,
    authority_date(c.regime, c.filed_at) AS filed_on,
    d.decided_on - authority_date(c.regime, c.filed_at) AS days, c.origin::text AS origin,
    inferred_columns(i.inferred_fields,
        '{company,service,track,decided_on,outcome,meeting}') AS inferred
FROM decision AS d JOIN case_file AS c USING (case_file_id) JOIN track AS t ON t.regime = c.regime AND t.track = c.track
JOIN organisation AS o ON o.organisation_id = c.company_id
LEFT JOIN imported_case AS i USING (case_file_id);

CREATE VIEW report.grants WITH (security_invoker = true) AS
SELECT d.decision_id, c.case_file_id, c.reference, c.regime::text AS regime, c.track::text AS track,
    o.name::text AS company,
    c.service_name::text AS service, d.outcome::text AS outcome, d.decided_on, d.meeting_label::text AS meeting,
    ARRAY(SELECT concat_ws(' ', e.law, e.article) FROM exemption_item AS e
        WHERE e.case_file_id = c.case_file_id ORDER BY e.item_no) AS laws,
    ARRAY(SELECT k.text::text FROM condition AS k WHERE k.decision_id = d.decision_id
        ORDER BY k.condition_no) AS conditions,
    ARRAY(SELECT r.roadmap || '/' || e.task_no
        FROM case_task AS k JOIN roadmap_entry AS e USING (reform_task_id) JOIN roadmap AS r USING (roadmap_id)
        WHERE k.case_file_id = c.case_file_id ORDER BY r.roadmap, e.position) AS tasks,
    EXISTS (SELECT FROM case_task AS k JOIN reform_task AS t USING (reform_task_id)
        WHERE k.case_file_id = c.case_file_id AND t.status NOT IN ('in-force', 'dropped', 'merged', 'superseded'))
        AS waits_for_law, c.origin::text AS origin,
    inferred_columns(i.inferred_fields,
        '{company,service,track,conditions,laws,decided_on,outcome,meeting,designation_no,valid_from,valid_until,state}') AS inferred,
    i.designation_no::text AS designation_no, i.valid_from, i.valid_until, i.state::text AS state
FROM decision AS d JOIN case_file AS c USING (case_file_id) JOIN track AS t ON t.regime = c.regime AND t.track = c.track
JOIN organisation AS o ON o.organisation_id = c.company_id
LEFT JOIN imported_case AS i USING (case_file_id)
WHERE t.grants AND d.outcome IN ('granted', 'granted-with-conditions');

CREATE VIEW report.conditions WITH (security_invoker = true) AS
SELECT k.decision_id, c.case_file_id, c.reference, c.regime::text AS regime, k.condition_no, k.text::text AS condition, k.phase::text AS phase,
    c.track::text AS track, o.name::text AS company, c.service_name::text AS service, d.outcome::text AS outcome,
    d.decided_on, array_replace(inferred_columns(i.inferred_fields,
        '{company,service,track,conditions,decided_on,outcome}'), 'conditions', 'condition') AS inferred
FROM condition AS k JOIN decision AS d ON d.decision_id = k.decision_id
JOIN case_file AS c ON c.case_file_id = k.case_file_id
JOIN organisation AS o ON o.organisation_id = c.company_id
LEFT JOIN imported_case AS i ON i.case_file_id = c.case_file_id;

CREATE VIEW report.roadmap_tasks WITH (security_invoker = true) AS
SELECT t.reform_task_id, r.roadmap::text AS roadmap, e.position, r.roadmap || '/' || e.task_no AS task,
    r.regime::text AS regime,
    e.area::text AS area, t.title::text AS title,
    ARRAY(SELECT o.name || CASE WHEN m.confirmed THEN '' ELSE '?' END
        FROM task_ministry AS m JOIN organisation AS o ON o.organisation_id = m.ministry_id
        WHERE m.reform_task_id = t.reform_task_id ORDER BY o.name) AS ministries,
    ARRAY(SELECT l.law || CASE WHEN l.confirmed THEN '' ELSE '?' END FROM task_law AS l
        WHERE l.reform_task_id = t.reform_task_id ORDER BY l.law) AS laws,
    e.target::text AS target, e.target_from, e.target_to, e.target_kind::text AS target_kind, t.status::text AS status,
    CASE WHEN t.status = 'undetermined' THEN NULL
        WHEN t.status IN ('in-force', 'dropped', 'merged', 'superseded') THEN false
        ELSE e.target_to < authority_date(r.regime) END AS is_overdue,
    f.in_force_on, f.is_exact AS in_force_is_exact, (SELECT count(*) FROM case_task AS c WHERE c.reform_task_id = t.reform_task_id) AS cases,
    t.status_note::text AS status_note, t.source::text AS source, t.version
FROM roadmap_entry AS e JOIN roadmap AS r USING (roadmap_id) JOIN reform_task AS t USING (reform_task_id)
JOIN task_in_force AS f USING (reform_task_id);

GRANT EXECUTE ON FUNCTION report.defused TO PUBLIC;

SELECT report.describe('cases', 'case files, one row each (과제)', '{
    "stage": "where it is: draft, filed, received, consulting, decided, returned, withdrawn",
    "stage_since": "the day it came there",
    "filed_on": "day of filing; of an imported case in the words of its source: a day, a month, a year or unknown",
    "received_on": "day the desk took it up",
    "conditions": "conditions of the grant",
    "ministries": "ministries consulted; of an imported case those its source names, with a ? if it only lets one infer them",
    "opinions": "their opinions as far as the reader may see them, as ministry: opinion",
    "waiting_on": "whom the case waits for now: applicant, desk, ministry",
    "source": "where an imported case was found",
    "designation_no": "of an imported grant: the number that the authority gave it (지정번호), as its source has it",
    "valid_from": "of an imported grant: first day of its validity, as its source has it",
    "valid_until": "of an imported grant: last day of its validity, after any extension, as its source has it",
    "state": "of an imported grant: what became of it, in the words of its source"}');
SELECT report.describe('consultations', 'rounds of consultation with a ministry, one row each (관계부처 협의)', '{
    "consultation_id": "the round",
    "ministry": "the ministry asked",
    "round": "1 for the first round with this ministry",
    "sent_on": "day it was sent",
    "replied_at": "moment of the reply; NULL while it is waited for",
    "days": "calendar days from sending to the reply, or until today",
    "opinion": "agree, agree-with-conditions, oppose, not-ours, permit-needed; NULL while there is none or the reader may not see it yet",
    "question": "what was asked",
    "reason": "why the ministry thinks so",
    "conditions": "what the ministry asks for",
    "sent_at": "moment of sending"}');
SELECT report.describe('decisions', 'decisions of the committee, one row each (의결)', '{
    "is_grant": "whether it is a grant: a favourable decision of a track that grants",
    "conditions": "how many conditions it carries",
    "filed_on": "day of filing; NULL for an imported case",
    "days": "calendar days from filing to decision; NULL for an imported case"}');
SELECT report.describe('grants', 'grants, one row each (임시허가·실증특례 지정)', '{
    "conditions": "their texts, in order",
    "waits_for_law": "whether a reform task it waits for is not ended",
    "designation_no": "of an imported grant: the number that the authority gave it (지정번호), as its source has it",
    "valid_from": "of an imported grant: first day of its validity, as its source has it",
    "valid_until": "of an imported grant: last day of its validity, after any extension, as its source has it",
    "state": "of an imported grant: what became of it, in the words of its source"}');
SELECT report.describe('conditions', 'conditions of decisions, one row each (부가조건)', '{
    "condition_no": "its number within the decision",
    "condition": "its text",
    "phase": "when it is to be met: before, during or after the trial; NULL: not said"}');
SELECT report.describe('roadmap_tasks', 'reform tasks, one row for each roadmap a task is in (법령정비 과제)', '{
    "reform_task_id": "the task; the same in every roadmap it is in",
    "roadmap": "code of the roadmap",
    "position": "its place in the roadmap",
    "task": "how it is quoted: roadmap/number",
    "area": "the part of the roadmap it is in",
    "title": "what is to be done",
    "ministries": "ministries that owe it; a ? after one: the source does not say so itself",
    "laws": "laws to be changed or made; a ? as before",
    "target": "when it was to be done, in the words of the roadmap",
    "target_from": "first day those words mean",
    "target_to": "last day those words mean",
    "target_kind": "which milestone they mean: drafting, consulting, pre-announced, regulatory-review, legislation-office, assembly, passed, promulgated, in-force",
    "status": "planned, drafting, consulting, pre-announced, regulatory-review, legislation-office, assembly, promulgated, in-force, dropped, merged, superseded, undetermined",
    "is_overdue": "whether the last day has passed and it is not ended; NULL: no day is named, or nobody has said anything",
    "in_force_on": "entry into force of the changed law, or the last day it can have been",
    "in_force_is_exact": "whether that is the very day",
    "cases": "how many visible cases wait for it",
    "status_note": "what is known about its status",
    "source": "where that is written",
    "version": "counted up by every change"}');

GRANT SELECT ON ALL TABLES IN SCHEMA report TO
    sandbox_company, sandbox_ministry, sandbox_desk, sandbox_analyst, sandbox_auditor;
