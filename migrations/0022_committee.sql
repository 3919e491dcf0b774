-- The committee (심의위원회): which body decides what, its sessions and who sits in them, the agenda and what was tabled,
-- who may not vote and how the others voted. How large a body is, with how many it opens and decides, is data.

CREATE TABLE committee_body (
    body code CONSTRAINT committee_body_pkey PRIMARY KEY,
    regime code NOT NULL CONSTRAINT committee_body_regime_fkey REFERENCES regime,
    position smallint NOT NULL,
    name_ko label NOT NULL,
    name_en label NOT NULL,
    basis label NOT NULL,
    least_members smallint NOT NULL,
    most_members smallint NOT NULL,
    least_private_percent smallint NOT NULL,
    least_from_main smallint NOT NULL,
    opens_above_percent smallint NOT NULL,
    carries_above_percent smallint NOT NULL
);
COMMENT ON COLUMN committee_body.body IS 'first part of a session''s reference, e.g. main/43; unique over all regimes';
COMMENT ON COLUMN committee_body.least_private_percent IS 'so many of a hundred members come from outside the government';
COMMENT ON COLUMN committee_body.least_from_main IS 'so many members of this body sit on the main committee as well';
COMMENT ON COLUMN committee_body.opens_above_percent IS 'more than so many of a hundred members composed must be present';
COMMENT ON COLUMN committee_body.carries_above_percent IS 'more than so many of a hundred members present must be in favour';

-- The Act's 10의2 and its Decree's 8의2: the main committee has at most 20 members, at least half of them private, and is
-- composed for every meeting; the fast-track expert committee has 7 to 20, at least one from the main committee; the
-- case-by-case expert committee 5 to 20. Each opens with a majority of those composed and decides by one of those present.
INSERT INTO committee_body VALUES
    ('main', 'kr-ict', 1, '신기술·서비스심의위원회', 'New Technology and Service Review Committee',
        '정보통신융합법 제10조의2, 시행령 제8조의2 제2항부터 제4항까지', 2, 20, 50, 0, 50, 50),
    ('fast-track', 'kr-ict', 2, '신속처리 전문위원회', 'fast-track expert committee',
        '시행령 제8조의2 제5항·제6항·제8항', 7, 20, 0, 1, 50, 50),
    ('case-by-case', 'kr-ict', 3, '사안별 전문위원회', 'case-by-case expert committee',
        '정보통신융합법 제10조의2 제3항, 시행령 제8조의2 제7항·제8항', 5, 20, 0, 0, 50, 50);

-- Which bodies may decide a track, and what that takes. A track without a body is decided by the authority alone.
CREATE TABLE track_body (
    regime code NOT NULL,
    track code NOT NULL,
    body code NOT NULL CONSTRAINT track_body_body_fkey REFERENCES committee_body,
    needs code NOT NULL CONSTRAINT track_body_needs_check CHECK (needs IN ('nothing', 'precedent', 'delegation')),
    basis label NOT NULL,
    CONSTRAINT track_body_pkey PRIMARY KEY (regime, track, body),
    CONSTRAINT track_body_track_fkey FOREIGN KEY (regime, track) REFERENCES track
);
INSERT INTO track_body VALUES
    ('kr-ict', 'temporary-permit', 'main', 'nothing', '정보통신융합법 제37조 제3항'),
    ('kr-ict', 'temporary-permit', 'fast-track', 'precedent', '정보통신융합법 제37조 제4항'),
    ('kr-ict', 'temporary-permit', 'case-by-case', 'delegation', '정보통신융합법 제10조의2 제3항'),
    ('kr-ict', 'demonstration', 'main', 'nothing', '정보통신융합법 제38조의2 제3항'),
    ('kr-ict', 'demonstration', 'fast-track', 'precedent', '정보통신융합법 제38조의2 제7항'),
    ('kr-ict', 'demonstration', 'case-by-case', 'delegation', '정보통신융합법 제10조의2 제3항');

CREATE TABLE committee_session (
    committee_session_id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT committee_session_pkey PRIMARY KEY,
    body code NOT NULL CONSTRAINT committee_session_body_fkey REFERENCES committee_body,
    session_no smallint NOT NULL CONSTRAINT committee_session_session_no_check CHECK (session_no > 0),
    form code NOT NULL CONSTRAINT committee_session_form_check CHECK (form IN ('in-person', 'written')),
    held_on date NOT NULL,
    closes_on date NOT NULL,
    scheduled_at timestamptz NOT NULL DEFAULT now(),
    scheduled_by name NOT NULL,
    frozen_at timestamptz,
    frozen_by name,
    digest bytea,
    CONSTRAINT committee_session_no_key UNIQUE (body, session_no),
    CONSTRAINT committee_session_closes_on_check CHECK (
        closes_on >= held_on AND (form = 'written' OR closes_on = held_on)
    ),
    CONSTRAINT committee_session_frozen_at_check CHECK (
        (frozen_at IS NULL) = (digest IS NULL) AND (frozen_at IS NULL) = (frozen_by IS NULL)
    )
);
COMMENT ON COLUMN committee_session.closes_on IS 'last day of a written vote (서면의결); in person the day itself';
COMMENT ON COLUMN committee_session.digest IS 'sha256 over the digests of the papers tabled, in the order of the agenda';
CREATE INDEX committee_session_held_on_idx ON committee_session (held_on);

-- Who sits in a session. Members are named by the desk; they need no login.
CREATE TABLE session_member (
    committee_session_id bigint NOT NULL
        CONSTRAINT session_member_committee_session_id_fkey REFERENCES committee_session,
    member_no smallint NOT NULL CONSTRAINT session_member_member_no_check CHECK (member_no > 0),
    name label NOT NULL,
    capacity code NOT NULL CONSTRAINT session_member_capacity_check CHECK (
        capacity IN ('chair', 'standing-agency', 'agency', 'private')
    ),
    from_main boolean NOT NULL DEFAULT false,
    CONSTRAINT session_member_pkey PRIMARY KEY (committee_session_id, member_no),
    CONSTRAINT session_member_name_key UNIQUE (committee_session_id, name)
);
CREATE UNIQUE INDEX session_member_chair_key ON session_member (committee_session_id) WHERE capacity = 'chair';

CREATE TABLE agenda_item (
    agenda_item_id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT agenda_item_pkey PRIMARY KEY,
    committee_session_id bigint NOT NULL
        CONSTRAINT agenda_item_committee_session_id_fkey REFERENCES committee_session,
    item_no smallint NOT NULL,
    case_file_id bigint NOT NULL CONSTRAINT agenda_item_case_file_id_fkey REFERENCES case_file,
    delegated_by prose,
    tabled_at timestamptz NOT NULL DEFAULT now(),
    tabled_by name NOT NULL,
    closed_as code CONSTRAINT agenda_item_closed_as_check CHECK (closed_as IN ('decided', 'deferred', 'withdrawn')),
    closed_at timestamptz,
    closing_reason prose,
    CONSTRAINT agenda_item_no_key UNIQUE (committee_session_id, item_no),
    CONSTRAINT agenda_item_case_file_id_key UNIQUE (committee_session_id, case_file_id),
    CONSTRAINT agenda_item_case_key UNIQUE (agenda_item_id, case_file_id),
    CONSTRAINT agenda_item_session_key UNIQUE (agenda_item_id, committee_session_id),
    CONSTRAINT agenda_item_closed_at_check CHECK ((closed_at IS NULL) = (closed_as IS NULL)),
    CONSTRAINT agenda_item_reason_check CHECK (closed_as <> 'deferred' OR closing_reason IS NOT NULL)
);
COMMENT ON COLUMN agenda_item.delegated_by IS 'for a body that decides what was delegated to it: by which resolution';
-- A case stands on one agenda at a time.
CREATE UNIQUE INDEX agenda_item_open_key ON agenda_item (case_file_id) WHERE closed_at IS NULL;
CREATE INDEX agenda_item_case_file_id_idx ON agenda_item (case_file_id);

-- What was tabled, word for word, as it stood when the agenda was frozen; apart from the item because only staff reads it.
CREATE TABLE agenda_paper (
    agenda_item_id bigint CONSTRAINT agenda_paper_pkey PRIMARY KEY
        CONSTRAINT agenda_paper_agenda_item_id_fkey REFERENCES agenda_item,
    content text NOT NULL,
    salt uuid NOT NULL,
    digest bytea NOT NULL
);
COMMENT ON COLUMN agenda_paper.salt IS 'random: without it a party could try opinions until one fits the digest of the session';
COMMENT ON COLUMN agenda_paper.digest IS 'sha256 of the salt as text and the content';

-- 제척·기피·회피 (Decree 8의3): a member who is barred from an item, was challenged by a party, or stepped back.
CREATE TABLE recusal (
    agenda_item_id bigint NOT NULL,
    committee_session_id bigint NOT NULL,
    member_no smallint NOT NULL,
    kind code NOT NULL CONSTRAINT recusal_kind_check CHECK (kind IN ('barred', 'challenged', 'stepped-back')),
    ground code NOT NULL CONSTRAINT recusal_ground_check CHECK (
        ground IN ('party', 'relative', 'advice-given', 'employed', 'agent', 'fairness')
    ),
    note prose,
    recorded_at timestamptz NOT NULL DEFAULT now(),
    recorded_by name NOT NULL,
    CONSTRAINT recusal_pkey PRIMARY KEY (agenda_item_id, member_no),
    CONSTRAINT recusal_item_fkey
        FOREIGN KEY (agenda_item_id, committee_session_id) REFERENCES agenda_item (agenda_item_id, committee_session_id),
    CONSTRAINT recusal_member_fkey
        FOREIGN KEY (committee_session_id, member_no) REFERENCES session_member (committee_session_id, member_no),
    CONSTRAINT recusal_barred_check CHECK (kind <> 'barred' OR ground <> 'fairness')
);

-- A vote is for or against what is proposed to the committee. Whoever votes or abstains is present.
CREATE TABLE agenda_vote (
    agenda_item_id bigint NOT NULL,
    committee_session_id bigint NOT NULL,
    member_no smallint NOT NULL,
    vote code NOT NULL CONSTRAINT agenda_vote_vote_check CHECK (vote IN ('in-favour', 'against', 'abstained')),
    recorded_at timestamptz NOT NULL DEFAULT now(),
    recorded_by name NOT NULL,
    CONSTRAINT agenda_vote_pkey PRIMARY KEY (agenda_item_id, member_no),
    CONSTRAINT agenda_vote_item_fkey
        FOREIGN KEY (agenda_item_id, committee_session_id) REFERENCES agenda_item (agenda_item_id, committee_session_id),
    CONSTRAINT agenda_vote_member_fkey
        FOREIGN KEY (committee_session_id, member_no) REFERENCES session_member (committee_session_id, member_no)
);

-- The count, by the rules of the body. Recused members stay among those composed and are never among those present.
CREATE VIEW agenda_tally WITH (security_invoker = true) AS
SELECT c.agenda_item_id, c.composed, c.recused, c.present, c.in_favour, c.against, c.abstained,
    100 * c.present > b.opens_above_percent * c.composed AS is_quorate,
    100 * c.in_favour > b.carries_above_percent * c.present AS is_carried
FROM (
    SELECT i.agenda_item_id, i.committee_session_id,
        (SELECT count(*) FROM session_member AS m WHERE m.committee_session_id = i.committee_session_id) AS composed,
        (SELECT count(*) FROM recusal AS r WHERE r.agenda_item_id = i.agenda_item_id) AS recused,
        v.present, v.in_favour, v.against, v.abstained
    FROM agenda_item AS i
    CROSS JOIN LATERAL (
        SELECT count(*) AS present, count(*) FILTER (WHERE v.vote = 'in-favour') AS in_favour,
            count(*) FILTER (WHERE v.vote = 'against') AS against,
            count(*) FILTER (WHERE v.vote = 'abstained') AS abstained
        FROM agenda_vote AS v WHERE v.agenda_item_id = i.agenda_item_id) AS v
) AS c
JOIN committee_session AS s USING (committee_session_id)
JOIN committee_body AS b USING (body);

-- Talks between the parties of a conflict (갈등 조정). While they last the tabling clock stands still (decree 13의3).
CREATE TABLE mediation (
    case_file_id bigint NOT NULL CONSTRAINT mediation_case_file_id_fkey REFERENCES case_file,
    mediation_no smallint NOT NULL,
    council label NOT NULL,
    begun_on date NOT NULL,
    ended_on date,
    outcome prose,
    begun_by name NOT NULL,
    CONSTRAINT mediation_pkey PRIMARY KEY (case_file_id, mediation_no),
    CONSTRAINT mediation_ended_on_check CHECK (ended_on >= begun_on),
    CONSTRAINT mediation_outcome_check CHECK ((ended_on IS NULL) = (outcome IS NULL))
);
COMMENT ON COLUMN mediation.council IS 'who mediates, as it is called';
CREATE UNIQUE INDEX mediation_open_key ON mediation (case_file_id) WHERE ended_on IS NULL;

-- The earlier grant a case is the same as or similar to (동일·유사 과제: Act 37④, 38의2⑦).
CREATE TABLE fast_track (
    case_file_id bigint CONSTRAINT fast_track_pkey PRIMARY KEY
        CONSTRAINT fast_track_case_file_id_fkey REFERENCES case_file,
    precedent_id bigint NOT NULL CONSTRAINT fast_track_precedent_id_fkey REFERENCES case_file,
    reason prose NOT NULL,
    proposed_at timestamptz NOT NULL DEFAULT now(),
    proposed_by name NOT NULL,
    CONSTRAINT fast_track_precedent_check CHECK (precedent_id <> case_file_id)
);
CREATE INDEX fast_track_precedent_id_idx ON fast_track (precedent_id);

-- A case may be decided twice: once more after a rejection (재심의: RegAct 19의3⑥).
ALTER TABLE decision
    ADD COLUMN decision_no smallint NOT NULL DEFAULT 1,
    ADD COLUMN agenda_item_id bigint,
    DROP CONSTRAINT decision_case_file_id_key,
    ADD CONSTRAINT decision_no_key UNIQUE (case_file_id, decision_no),
    ADD CONSTRAINT decision_agenda_item_id_key UNIQUE (agenda_item_id),
    ADD CONSTRAINT decision_item_fkey
        FOREIGN KEY (agenda_item_id, case_file_id) REFERENCES agenda_item (agenda_item_id, case_file_id);

CREATE VIEW latest_decision WITH (security_invoker = true) AS
SELECT d.decision_id, d.case_file_id, d.decision_no, d.outcome, d.decided_on, d.session_label, d.reason, d.recorded_at,
    d.recorded_by, d.agenda_item_id
FROM decision AS d
WHERE NOT EXISTS (
    SELECT FROM decision AS l WHERE l.case_file_id = d.case_file_id AND l.decision_no > d.decision_no);
COMMENT ON VIEW latest_decision IS 'the decision that stands; decision has also the rejection that was deliberated again';

CREATE TABLE redeliberation (
    case_file_id bigint CONSTRAINT redeliberation_pkey PRIMARY KEY
        CONSTRAINT redeliberation_case_file_id_fkey REFERENCES case_file,
    ground code NOT NULL CONSTRAINT redeliberation_ground_check CHECK (
        ground IN ('new-evidence', 'changed-circumstances')
    ),
    statement prose NOT NULL,
    wants_hearing boolean NOT NULL DEFAULT false,
    asked_at timestamptz NOT NULL DEFAULT now(),
    asked_by name NOT NULL
);
COMMENT ON COLUMN redeliberation.wants_hearing IS 'the applicant asks to speak before the committee';

INSERT INTO transition VALUES
    ('decided', 'received', 'redeliberate', 'sandbox_company'),
    ('decided', 'consulting', 'redeliberate', 'sandbox_company');
