-- Who a case is waiting for. Each row is one thing that one organisation has to do now; a case that waits for two
-- ministries has two. Security is the reader's own: the view shows what its tables show.

CREATE VIEW case_turn WITH (security_invoker = true) AS
SELECT c.case_file_id, 'applicant' AS waiting_on, c.company_id AS organisation_id, 'file' AS task,
    c.stage_since AS since, NULL::smallint AS subject_no
FROM case_file AS c WHERE c.stage = 'draft'
UNION ALL
SELECT c.case_file_id, 'applicant', c.company_id, 'answer', s.asked_at, s.supplement_no
FROM case_file AS c JOIN supplement AS s USING (case_file_id)
WHERE s.answered_at IS NULL AND c.stage IN ('filed', 'received', 'consulting')
UNION ALL
SELECT c.case_file_id, 'ministry', k.ministry_id, 'reply', k.sent_at, k.round
FROM case_file AS c JOIN consultation AS k USING (case_file_id)
WHERE k.replied_at IS NULL AND c.stage = 'consulting'
    AND NOT EXISTS (SELECT FROM supplement AS s
        WHERE s.case_file_id = c.case_file_id AND s.asked_by_id = k.ministry_id AND s.answered_at IS NULL)
UNION ALL
SELECT c.case_file_id, 'desk', NULL, CASE c.stage WHEN 'filed' THEN 'receive' ELSE 'consult' END, c.stage_since, NULL
FROM case_file AS c
WHERE c.stage IN ('filed', 'received')
    AND NOT EXISTS (SELECT FROM supplement AS s WHERE s.case_file_id = c.case_file_id AND s.answered_at IS NULL)
UNION ALL
SELECT c.case_file_id, 'desk', NULL, 'decide',
    (SELECT max(k.replied_at) FROM consultation AS k WHERE k.case_file_id = c.case_file_id), NULL
FROM case_file AS c
WHERE c.stage = 'consulting'
    AND NOT EXISTS (SELECT FROM consultation AS k WHERE k.case_file_id = c.case_file_id AND k.replied_at IS NULL)
    AND NOT EXISTS (SELECT FROM supplement AS s WHERE s.case_file_id = c.case_file_id AND s.answered_at IS NULL);
COMMENT ON VIEW case_turn IS 'who has to act on an open case now: waiting_on, the organisation (NULL: the desk), the task and since when';
GRANT SELECT ON case_turn TO
    sandbox_company, sandbox_ministry, sandbox_desk, sandbox_analyst, sandbox_auditor;
