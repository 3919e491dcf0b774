-- The committee (심의위원회): which committee decides what, its meetings and who sits in them, the agenda and what was tabled,
-- who may not vote and how the others voted. How large a committee is, with how many it opens and decides, is data.

CREATE TABLE committee (
    committee code CONSTRAINT committee_pkey PRIMARY KEY,
    regime code NOT NULL CONSTRAINT committee_regime_fkey REFERENCES regime,
    position smallint NOT NULL,
    name_ko label NOT NULL, name_en label NOT NULL,
    basis label NOT NULL,
    min_members smallint NOT NULL,
    max_members smallint NOT NULL,
    min_private_percent smallint NOT NULL,
    min_from_main smallint NOT NULL,
    opens_above_percent smallint NOT NULL,
    carries_above_percent smallint NOT NULL,
    closed_on date,
    -- A range that comes first reads otherwise after a dump, unless its two comparisons are written out.
    CONSTRAINT committee_members_check CHECK (
        min_members >= 1 AND min_members <= max_members AND min_from_main BETWEEN 0 AND max_members),
    CONSTRAINT committee_percent_check CHECK (
        min_private_percent >= 0 AND min_private_percent <= 100 AND opens_above_percent BETWEEN 0 AND 99
        AND carries_above_percent BETWEEN 0 AND 99)
);
COMMENT ON COLUMN committee.committee IS 'first part of a meeting''s reference, e.g. main/43; unique over all regimes';
COMMENT ON COLUMN committee.min_private_percent IS 'so many of a hundred members come from outside the government';
COMMENT ON COLUMN committee.min_from_main IS 'so many members of this committee sit on the main committee as well';
COMMENT ON COLUMN committee.opens_above_percent IS 'more than so many of a hundred members composed must be present';
COMMENT ON COLUMN committee.carries_above_percent IS 'more than so many of a hundred members present must be in favour';
COMMENT ON COLUMN committee.closed_on IS 'since then the regime names it no longer: see committee_meets';

-- Which committees may decide a track, and what that takes. A track without a committee is decided by the authority alone.
CREATE TABLE track_committee (
    regime code NOT NULL, track code NOT NULL,
    committee code NOT NULL CONSTRAINT track_committee_committee_fkey REFERENCES committee,
    needs code NOT NULL CONSTRAINT track_committee_needs_check CHECK (needs IN ('nothing', 'precedent', 'delegation')),
    basis label NOT NULL,
    CONSTRAINT track_committee_pkey PRIMARY KEY (regime, track, committee),
    CONSTRAINT track_committee_track_fkey FOREIGN KEY (regime, track) REFERENCES track
);

CREATE TABLE meeting (
    meeting_id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT meeting_pkey PRIMARY KEY,
    committee code NOT NULL CONSTRAINT meeting_committee_fkey REFERENCES committee,
    meeting_no smallint NOT NULL CONSTRAINT meeting_meeting_no_check CHECK (meeting_no BETWEEN 1 AND 9999),
    form code NOT NULL CONSTRAINT meeting_form_check CHECK (form IN ('in-person', 'written')),
    held_on date NOT NULL,
    closes_on date NOT NULL,
    scheduled_at timestamptz NOT NULL DEFAULT now(), scheduled_by name NOT NULL,
    frozen_at timestamptz, frozen_by name,
    digest bytea,
    CONSTRAINT meeting_no_key UNIQUE (committee, meeting_no),
    CONSTRAINT meeting_closes_on_check CHECK (closes_on >= held_on AND (form = 'written' OR closes_on = held_on)),
    CONSTRAINT meeting_frozen_at_check CHECK (
        (frozen_at IS NULL) = (digest IS NULL) AND (frozen_at IS NULL) = (frozen_by IS NULL))
);
COMMENT ON COLUMN meeting.closes_on IS 'last day of a written vote (서면의결); in person the day itself';
COMMENT ON COLUMN meeting.digest IS 'sha256 over the digests of the papers tabled, in the order of the agenda';
CREATE INDEX meeting_held_on_idx ON meeting (held_on);

-- Who sits in a meeting. Members are named by the desk; they need no login.
CREATE TABLE meeting_member (
    meeting_id bigint NOT NULL CONSTRAINT meeting_member_meeting_id_fkey REFERENCES meeting,
    member_no smallint NOT NULL CONSTRAINT meeting_member_member_no_check CHECK (member_no > 0),
    name label NOT NULL,
    capacity code NOT NULL CONSTRAINT meeting_member_capacity_check CHECK (
        capacity IN ('chair', 'standing-agency', 'agency', 'private')),
    from_main boolean NOT NULL DEFAULT false,
    CONSTRAINT meeting_member_pkey PRIMARY KEY (meeting_id, member_no),
    CONSTRAINT meeting_member_name_key UNIQUE (meeting_id, name)
);
CREATE UNIQUE INDEX meeting_member_chair_key ON meeting_member (meeting_id) WHERE capacity = 'chair';

CREATE TABLE agenda_item (
    agenda_item_id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT agenda_item_pkey PRIMARY KEY,
    meeting_id bigint NOT NULL CONSTRAINT agenda_item_meeting_id_fkey REFERENCES meeting,
    item_no smallint NOT NULL,
    case_file_id bigint NOT NULL CONSTRAINT agenda_item_case_file_id_fkey REFERENCES case_file,
    delegated_by prose,
    tabled_at timestamptz NOT NULL DEFAULT now(), tabled_by name NOT NULL,
    closed_as code CONSTRAINT agenda_item_closed_as_check CHECK (closed_as IN ('decided', 'deferred', 'withdrawn')),
    closed_at timestamptz,
    closing_reason prose,
    CONSTRAINT agenda_item_no_key UNIQUE (meeting_id, item_no),
    CONSTRAINT agenda_item_case_file_id_key UNIQUE (meeting_id, case_file_id),
    CONSTRAINT agenda_item_case_key UNIQUE (agenda_item_id, case_file_id),
    CONSTRAINT agenda_item_meeting_key UNIQUE (agenda_item_id, meeting_id),
    CONSTRAINT agenda_item_closed_at_check CHECK ((closed_at IS NULL) = (closed_as IS NULL)),
    CONSTRAINT agenda_item_reason_check CHECK (closed_as <> 'deferred' OR closing_reason IS NOT NULL)
);
COMMENT ON COLUMN agenda_item.delegated_by IS
    'for a committee that decides what was delegated to it: by which resolution';
-- A case is on one agenda at a time.
CREATE UNIQUE INDEX agenda_item_open_key ON agenda_item (case_file_id) WHERE closed_at IS NULL;
CREATE INDEX agenda_item_case_file_id_idx ON agenda_item (case_file_id);

-- What was tabled, word for word, as it was when the agenda was frozen; apart from the item because only staff reads it.
CREATE TABLE agenda_paper (
    agenda_item_id bigint CONSTRAINT agenda_paper_pkey PRIMARY KEY
        CONSTRAINT agenda_paper_agenda_item_id_fkey REFERENCES agenda_item,
    content text NOT NULL,
    salt uuid NOT NULL,
    digest bytea NOT NULL
);
COMMENT ON COLUMN agenda_paper.salt IS
    'random: without it a party could try opinions until one fits the digest of the meeting';
COMMENT ON COLUMN agenda_paper.digest IS 'sha256 of the salt as text and the content';

-- 제척·기피·회피 (Decree 8의3): a member who is barred from an item, was challenged by a party, or stepped back.
CREATE TABLE recusal (
    agenda_item_id bigint NOT NULL,
    meeting_id bigint NOT NULL,
    member_no smallint NOT NULL,
    kind code NOT NULL CONSTRAINT recusal_kind_check CHECK (kind IN ('barred', 'challenged', 'stepped-back')),
    ground code NOT NULL CONSTRAINT recusal_ground_check CHECK (
        ground IN ('party', 'relative', 'advice-given', 'employed', 'agent', 'fairness')),
    note prose,
    recorded_at timestamptz NOT NULL DEFAULT now(), recorded_by name NOT NULL,
    CONSTRAINT recusal_pkey PRIMARY KEY (agenda_item_id, member_no),
    CONSTRAINT recusal_item_fkey
        FOREIGN KEY (agenda_item_id, meeting_id) REFERENCES agenda_item (agenda_item_id, meeting_id),
    CONSTRAINT recusal_member_fkey
        FOREIGN KEY (meeting_id, member_no) REFERENCES meeting_member (meeting_id, member_no),
    CONSTRAINT recusal_barred_check CHECK (kind <> 'barred' OR ground <> 'fairness')
);

-- A vote is for or against what is proposed to the committee. Whoever votes or abstains is present.
CREATE TABLE agenda_vote (
    agenda_item_id bigint NOT NULL,
    meeting_id bigint NOT NULL,
    member_no smallint NOT NULL,
    vote code NOT NULL CONSTRAINT agenda_vote_vote_check CHECK (vote IN ('in-favour', 'against', 'abstained')),
    recorded_at timestamptz NOT NULL DEFAULT now(), recorded_by name NOT NULL,
    CONSTRAINT agenda_vote_pkey PRIMARY KEY (agenda_item_id, member_no),
    CONSTRAINT agenda_vote_item_fkey
        FOREIGN KEY (agenda_item_id, meeting_id) REFERENCES agenda_item (agenda_item_id, meeting_id),
    CONSTRAINT agenda_vote_member_fkey
        FOREIGN KEY (meeting_id, member_no) REFERENCES meeting_member (meeting_id, member_no)
);

-- Talks between the parties of a conflict (갈등 조정). While they last the tabling deadline is stopped (decree 13의3).
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
    proposed_at timestamptz NOT NULL DEFAULT now(), proposed_by name NOT NULL,
    CONSTRAINT fast_track_precedent_check CHECK (precedent_id <> case_file_id)
);
CREATE INDEX fast_track_precedent_id_idx ON fast_track (precedent_id);

CREATE TABLE redeliberation (
    case_file_id bigint CONSTRAINT redeliberation_pkey PRIMARY KEY
        CONSTRAINT redeliberation_case_file_id_fkey REFERENCES case_file,
    ground code NOT NULL CONSTRAINT redeliberation_ground_check CHECK (
        ground IN ('new-evidence', 'changed-circumstances')),
    statement prose NOT NULL,
    wants_hearing boolean NOT NULL DEFAULT false,
    asked_at timestamptz NOT NULL DEFAULT now(), asked_by name NOT NULL
);
COMMENT ON COLUMN redeliberation.wants_hearing IS 'the applicant asks to speak before the committee';
