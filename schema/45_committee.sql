-- The committee: nothing is voted on that was not tabled, nobody votes who may not, and an agenda that was frozen stays as
-- it was.

-- What a meeting of a committee is called, as the regime calls them.
CREATE FUNCTION meeting_label(committee text, meeting_no integer, OUT ko text, OUT en text)
    LANGUAGE sql STABLE PARALLEL SAFE SET search_path = sandbox, pg_temp AS $$
SELECT replace(replace(g.meeting_name_ko, '{no}', meeting_no::text), '{committee}', b.name_ko),
    replace(replace(g.meeting_name_en, '{no}', meeting_no::text), '{committee}', b.name_en)
FROM committee AS b JOIN regime AS g USING (regime) WHERE b.committee = meeting_label.committee $$;
GRANT EXECUTE ON FUNCTION meeting_label TO PUBLIC;

-- Whether a committee meets: one that the regime no longer names only for what is under way in a closed track of its own.
CREATE FUNCTION committee_meets(committee text) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
SELECT b.closed_on IS NULL OR EXISTS (
    SELECT FROM track_committee AS t JOIN case_file AS c USING (regime, track)
    WHERE t.committee = b.committee AND c.stage IN ('filed', 'received', 'consulting'))
FROM committee AS b WHERE b.committee = committee_meets.committee $$;

-- What the committee is given to read about a case, as it is now, with the conditions that are proposed.
CREATE FUNCTION agenda_content(case_file_id bigint) RETURNS jsonb
    LANGUAGE sql STABLE SET search_path = sandbox, pg_temp AS $$
SELECT jsonb_build_object(
    'reference', c.reference, 'track', c.track, 'service', c.service_name, 'summary', c.summary,
    'exemptions', (SELECT coalesce(jsonb_agg(to_jsonb(e) - 'case_file_id' ORDER BY e.item_no), '[]')
        FROM exemption_item AS e WHERE e.case_file_id = c.case_file_id),
    'opinions', (SELECT coalesce(jsonb_agg(jsonb_build_object('ministry', o.name, 'round', k.round,
        'opinion', p.opinion, 'reason', p.reason, 'conditions', p.conditions) ORDER BY k.consultation_id), '[]')
        FROM consultation AS k JOIN opinion AS p USING (consultation_id)
        JOIN organisation AS o ON o.organisation_id = k.ministry_id
        WHERE k.case_file_id = c.case_file_id AND k.recall_reason IS NULL),
    'supplements', (SELECT coalesce(jsonb_agg(jsonb_build_object('number', s.supplement_no, 'request', s.request,
            'answer', s.answer) ORDER BY s.supplement_no), '[]')
        FROM supplement AS s WHERE s.case_file_id = c.case_file_id AND s.ended_as IS DISTINCT FROM 'recalled'),
    'conditions', (SELECT coalesce(jsonb_agg(to_jsonb(n) - 'agenda_item_id' ORDER BY n.condition_no), '[]')
        FROM proposed_condition AS n JOIN agenda_item AS i USING (agenda_item_id)
        WHERE i.case_file_id = c.case_file_id AND i.closed_at IS NULL),
    'precedent', (SELECT jsonb_build_object('reference', p.reference, 'reason', f.reason)
        FROM fast_track AS f JOIN case_file AS p ON p.case_file_id = f.precedent_id
        WHERE f.case_file_id = c.case_file_id),
    'redeliberation', (SELECT jsonb_build_object('ground', r.ground, 'statement', r.statement)
        FROM redeliberation AS r WHERE r.case_file_id = c.case_file_id))
FROM case_file AS c WHERE c.case_file_id = agenda_content.case_file_id $$;

-- A meeting that may still be changed, locked: what is on its agenda and who sits in it, until the agenda is frozen.
CREATE FUNCTION unfrozen_meeting(meeting_id bigint) RETURNS meeting
    LANGUAGE plpgsql SET search_path = sandbox, pg_temp AS $$
DECLARE meeting_row meeting;
BEGIN
    SELECT * INTO meeting_row FROM meeting AS s WHERE s.meeting_id = unfrozen_meeting.meeting_id FOR UPDATE;
    IF meeting_row.cancelled_at IS NOT NULL THEN
        PERFORM refuse('meeting_cancelled_guard', 'this meeting was cancelled');
    END IF;
    IF meeting_row.frozen_at IS NOT NULL THEN
        PERFORM refuse('meeting_frozen_guard', 'the agenda of this meeting is frozen');
    END IF;
    RETURN meeting_row;
END $$;

-- What a case still waits for before a committee gets it; NULL: nothing. Asked before it is tabled and before the agenda is
-- frozen: the committee is not called together for what it cannot decide.
CREATE FUNCTION not_ready(case_file_id bigint) RETURNS text
    LANGUAGE sql STABLE SET search_path = sandbox, pg_temp AS $$
SELECT CASE
    WHEN EXISTS (SELECT FROM consultation AS k WHERE k.case_file_id = not_ready.case_file_id AND k.replied_at IS NULL)
        THEN 'consultation'
    WHEN EXISTS (SELECT FROM lapse AS l WHERE l.case_file_id = not_ready.case_file_id AND l.contested_at IS NOT NULL
        AND l.resolved_at IS NULL) THEN 'lapse'
    WHEN EXISTS (SELECT FROM supplement AS s WHERE s.case_file_id = not_ready.case_file_id AND s.answered_at IS NULL)
        THEN 'supplement'
    WHEN unasked_ministries(not_ready.case_file_id) <> '{}' THEN 'unasked' END $$;

-- A meeting takes place when votes are recorded or an item is decided or put off. From then on it is neither moved nor cancelled.
CREATE FUNCTION meeting_has_begun(meeting_id bigint) RETURNS boolean
    LANGUAGE sql STABLE SET search_path = sandbox, pg_temp AS $$
SELECT EXISTS (SELECT FROM agenda_vote AS v WHERE v.meeting_id = meeting_has_begun.meeting_id)
    OR EXISTS (SELECT FROM agenda_item AS i WHERE i.meeting_id = meeting_has_begun.meeting_id
        AND i.closed_as IN ('decided', 'deferred')) $$;

-- An item that may still be voted on and decided, locked; answers its meeting.
CREATE FUNCTION meeting_of_open_item(agenda_item_id bigint) RETURNS meeting
    LANGUAGE plpgsql SET search_path = sandbox, pg_temp AS $$
DECLARE item_row agenda_item; meeting_row meeting;
BEGIN
    SELECT * INTO item_row FROM agenda_item AS i
    WHERE i.agenda_item_id = meeting_of_open_item.agenda_item_id FOR UPDATE;
    IF item_row.closed_at IS NOT NULL THEN
        PERFORM refuse('agenda_item_closed_guard', 'this item is closed');
    END IF;
    SELECT * INTO meeting_row FROM meeting AS s WHERE s.meeting_id = item_row.meeting_id;
    RETURN meeting_row;
END $$;

-- Fixes what the committee was given to read, and answers the digest of the whole.
CREATE FUNCTION freeze_papers(meeting_id bigint) RETURNS bytea
    LANGUAGE sql SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
INSERT INTO agenda_paper (agenda_item_id, content, salt, digest)
SELECT i.agenda_item_id, c.content, c.salt, sha256(convert_to(c.salt || c.content, 'UTF8')) FROM agenda_item AS i
CROSS JOIN LATERAL (SELECT agenda_content(i.case_file_id)::text AS content, gen_random_uuid() AS salt OFFSET 0) AS c
WHERE i.meeting_id = freeze_papers.meeting_id;
SELECT sha256(string_agg(p.digest, '' ORDER BY i.item_no))
FROM agenda_item AS i JOIN agenda_paper AS p USING (agenda_item_id) WHERE i.meeting_id = freeze_papers.meeting_id $$;

-- A meeting is scheduled by the desk. Its agenda is frozen, and opened again with a reason as long as nothing was voted on; until
-- then the meeting is moved to another day, or cancelled.
CREATE FUNCTION guard_meeting() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
DECLARE body_row committee; members record; waiting text;
BEGIN
    IF TG_OP = 'INSERT' AND NOT committee_meets(NEW.committee) THEN
        PERFORM refuse('meeting_committee_guard', 'this committee is closed');
    END IF;
    SELECT * INTO body_row FROM committee AS b WHERE b.committee = NEW.committee FOR UPDATE;
    IF (TG_OP = 'INSERT' OR (NEW.held_on, NEW.closes_on) IS DISTINCT FROM (OLD.held_on, OLD.closes_on))
        AND (NEW.held_on < regime_began_on(body_row.regime) OR NEW.closes_on > last_planned_day(body_row.regime)) THEN
        PERFORM refuse('meeting_date_outside_guard', 'before the regime began, or further ahead than anybody plans');
    END IF;
    IF TG_OP = 'INSERT' THEN
        NEW.meeting_no := coalesce(NEW.meeting_no, 1 + coalesce(
            (SELECT max(s.meeting_no) FROM meeting AS s WHERE s.committee = NEW.committee), 0));
        NEW.scheduled_at := now(); NEW.scheduled_by := acting_role();
        RETURN NEW;
    END IF;
    IF OLD.cancelled_at IS NOT NULL THEN
        PERFORM refuse('meeting_cancelled_guard', 'this meeting was cancelled');
    END IF;
    IF (NEW.held_on, NEW.closes_on, NEW.cancel_reason) IS DISTINCT FROM (OLD.held_on, OLD.closes_on, OLD.cancel_reason)
        OR OLD.frozen_at IS NOT NULL AND NEW.frozen_at IS NULL THEN
        IF meeting_has_begun(NEW.meeting_id) THEN
            PERFORM refuse('meeting_begun_guard', 'this meeting has begun');
        END IF;
        IF OLD.frozen_at IS NOT NULL AND NEW.cancel_reason IS NULL
            AND NEW.change_reason IS NOT DISTINCT FROM OLD.change_reason THEN
            PERFORM refuse('meeting_reason_guard', 'what was frozen is changed with a reason');
        END IF;
        IF NEW.cancel_reason IS NOT NULL THEN
            NEW.cancelled_at := now(); NEW.cancelled_by := acting_role();
            NEW.frozen_at := OLD.frozen_at; NEW.held_on := OLD.held_on; NEW.closes_on := OLD.closes_on;
            RETURN NEW;
        END IF;
        IF OLD.frozen_at IS NOT NULL AND NEW.frozen_at IS NULL THEN
            NEW.digest := NULL; NEW.frozen_by := NULL;
            NEW.opens_above_percent := NULL; NEW.carries_above_percent := NULL;
        END IF;
        IF OLD.frozen_at IS NOT NULL OR NEW.frozen_at IS NULL THEN
            NEW.frozen_at := CASE WHEN NEW.frozen_at IS NOT NULL THEN OLD.frozen_at END;
            RETURN NEW;
        END IF;
    END IF;
    IF OLD.frozen_at IS NOT NULL THEN
        PERFORM refuse('meeting_frozen_guard', 'the agenda of this meeting is frozen');
    END IF;
    IF NEW.frozen_at IS NULL THEN
        RETURN NEW;
    END IF;
    IF NEW.closes_on < authority_date(body_row.regime) AND acting_as('sandbox_desk') THEN
        PERFORM refuse('meeting_date_outside_guard', 'what a committee is given to read is frozen before it meets');
    END IF;
    SELECT count(*) AS composed, count(*) FILTER (WHERE m.capacity = 'private') AS private,
        count(*) FILTER (WHERE m.capacity = 'chair') AS chairs, count(*) FILTER (WHERE m.from_main) AS from_main
    INTO members FROM meeting_member AS m WHERE m.meeting_id = NEW.meeting_id;
    IF members.composed NOT BETWEEN body_row.min_members AND body_row.max_members OR members.chairs <> 1
        OR 100 * members.private < body_row.min_private_percent * members.composed
        OR members.from_main < body_row.min_from_main THEN
        PERFORM refuse('meeting_composition_guard', 'the meeting is not composed as the law has it');
    END IF;
    IF NOT EXISTS (SELECT FROM agenda_item AS i WHERE i.meeting_id = NEW.meeting_id) THEN
        PERFORM refuse('meeting_agenda_guard', 'the agenda is empty');
    END IF;
    SELECT min(not_ready(i.case_file_id)) INTO waiting FROM agenda_item AS i
    WHERE i.meeting_id = NEW.meeting_id AND i.closed_at IS NULL;
    CASE waiting
        WHEN 'consultation' THEN PERFORM refuse('meeting_consultation_guard', 'a consultation is open');
        WHEN 'lapse' THEN PERFORM refuse('meeting_lapse_guard', 'a lapse is contested');
        WHEN 'supplement' THEN PERFORM refuse('meeting_supplement_guard', 'a supplement is open');
        WHEN 'unasked' THEN
            PERFORM refuse('meeting_ministries_unasked_guard', 'a ministry that a proposal names was not asked');
        ELSE NULL;
    END CASE;
    NEW.digest := freeze_papers(NEW.meeting_id);
    NEW.opens_above_percent := body_row.opens_above_percent;
    NEW.carries_above_percent := body_row.carries_above_percent;
    NEW.frozen_at := now(); NEW.frozen_by := acting_role();
    RETURN NEW;
END $$;
CREATE TRIGGER guard_meeting BEFORE INSERT OR UPDATE ON meeting FOR EACH ROW EXECUTE FUNCTION guard_meeting();

-- A case is tabled when its agenda is frozen, on the day of the meeting if that is later. Until that day the committee has it.
-- Acts under way on cases of the agenda write nothing of the meeting: they are waited for.
CREATE FUNCTION steps_meeting() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
BEGIN
    IF OLD.frozen_at IS NOT NULL AND (NEW.frozen_at IS NULL OR NEW.cancelled_at IS NOT NULL AND OLD.cancelled_at IS NULL) THEN
        PERFORM reopen_tabling(i.case_file_id, OLD.frozen_at) FROM agenda_item AS i
        WHERE i.meeting_id = NEW.meeting_id AND i.closed_at IS NULL ORDER BY i.case_file_id;
    END IF;
    IF OLD.frozen_at IS NOT NULL AND NEW.frozen_at IS NULL THEN
        DELETE FROM agenda_paper AS p USING agenda_item AS i
        WHERE i.meeting_id = NEW.meeting_id AND p.agenda_item_id = i.agenda_item_id;
    END IF;
    IF OLD.frozen_at IS NOT NULL AND NEW.frozen_at IS NOT NULL AND OLD.held_on <> NEW.held_on THEN
        UPDATE deadline AS d SET ended_on = greatest(authority_date(c.regime, NEW.frozen_at), NEW.held_on)
        FROM agenda_item AS i JOIN case_file AS c USING (case_file_id)
        WHERE i.meeting_id = NEW.meeting_id AND i.closed_at IS NULL AND d.case_file_id = i.case_file_id
            AND d.ended_by = 'tabled' AND d.ended_at = NEW.frozen_at;
    END IF;
    IF OLD.cancelled_at IS NULL AND NEW.cancelled_at IS NOT NULL THEN
        UPDATE agenda_item AS i SET closed_as = 'deferred', closed_at = now(), closing_reason = NEW.cancel_reason
        WHERE i.meeting_id = NEW.meeting_id AND i.closed_at IS NULL;
    END IF;
    IF OLD.held_on <> NEW.held_on OR OLD.meeting_no <> NEW.meeting_no THEN
        PERFORM hold_grants();
        PERFORM keep_open_tasks(ARRAY(SELECT i.case_file_id FROM agenda_item AS i
            WHERE i.meeting_id = NEW.meeting_id AND i.closed_at IS NULL));
    END IF;
    IF OLD.frozen_at IS NULL AND NEW.frozen_at IS NOT NULL THEN
        PERFORM end_deadlines('tabled', i.case_file_id, NULL, greatest(authority_date(c.regime), NEW.held_on))
        FROM agenda_item AS i JOIN case_file AS c USING (case_file_id)
        WHERE i.meeting_id = NEW.meeting_id AND i.closed_at IS NULL ORDER BY i.case_file_id;
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER steps_meeting AFTER UPDATE ON meeting FOR EACH ROW EXECUTE FUNCTION steps_meeting();

CREATE FUNCTION guard_meeting_member() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
BEGIN
    PERFORM unfrozen_meeting(coalesce(NEW.meeting_id, OLD.meeting_id));
    RETURN coalesce(NEW, OLD);
END $$;
CREATE TRIGGER guard_meeting_member BEFORE INSERT OR DELETE ON meeting_member
    FOR EACH ROW EXECUTE FUNCTION guard_meeting_member();

-- A case is tabled at a committee that may decide it. An item is closed as deferred by the desk, all else follows.
CREATE FUNCTION guard_agenda_item() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
DECLARE case_row case_file; meeting_row meeting; needed text; waiting text;
BEGIN
    IF TG_OP = 'DELETE' THEN
        PERFORM unfrozen_meeting(OLD.meeting_id);
        RETURN OLD;
    END IF;
    SELECT * INTO case_row FROM case_file AS c
    WHERE c.case_file_id = NEW.case_file_id AND c.reference IS NOT NULL AND acting_as('sandbox_desk') FOR UPDATE;
    IF NOT FOUND THEN
        RETURN NEW;
    END IF;
    IF TG_OP = 'UPDATE' THEN
        PERFORM FROM meeting AS s WHERE s.meeting_id = NEW.meeting_id FOR UPDATE;
        IF OLD.closed_at IS NOT NULL OR NEW.closed_as IS DISTINCT FROM 'deferred' THEN
            PERFORM refuse('agenda_item_closed_guard',
                'an open item is deferred by the desk, or closed by its decision');
        END IF;
        NEW.closed_at := now();
        RETURN NEW;
    END IF;
    meeting_row := unfrozen_meeting(NEW.meeting_id);
    IF case_row.stage NOT IN ('received', 'consulting') THEN
        PERFORM refuse('agenda_item_stage_guard', 'only a received case is tabled');
    END IF;
    waiting := not_ready(NEW.case_file_id);
    CASE waiting
        WHEN 'consultation' THEN PERFORM refuse('agenda_item_consultation_guard', 'a consultation is open');
        WHEN 'lapse' THEN PERFORM refuse('agenda_item_lapse_guard', 'a lapse is contested');
        WHEN 'supplement' THEN PERFORM refuse('agenda_item_supplement_guard', 'a supplement is open');
        WHEN 'unasked' THEN
            PERFORM refuse('agenda_item_ministries_unasked_guard', 'a ministry that the proposal names was not asked');
        ELSE NULL;
    END CASE;
    SELECT b.needs INTO needed FROM track_committee AS b
    WHERE b.regime = case_row.regime AND b.track = case_row.track AND b.committee = meeting_row.committee;
    IF NOT FOUND THEN
        PERFORM refuse('agenda_item_committee_guard', 'this committee does not decide this track');
    END IF;
    IF needed = 'precedent' AND NOT EXISTS (SELECT FROM fast_track AS f WHERE f.case_file_id = NEW.case_file_id) THEN
        PERFORM refuse('agenda_item_precedent_guard', 'this committee decides cases that follow a precedent');
    END IF;
    IF (needed = 'delegation') <> (NEW.delegated_by IS NOT NULL) THEN
        PERFORM refuse('agenda_item_delegation_guard',
            'this committee decides what was delegated to it, and only it is told by what');
    END IF;
    NEW.item_no := 1 + coalesce((SELECT max(i.item_no) FROM agenda_item AS i WHERE i.meeting_id = NEW.meeting_id), 0);
    NEW.tabled_at := now(); NEW.tabled_by := acting_role();
    RETURN NEW;
END $$;
CREATE TRIGGER guard_agenda_item BEFORE INSERT OR UPDATE ON agenda_item
    FOR EACH ROW WHEN (current_user <> 'sandbox_owner') EXECUTE FUNCTION guard_agenda_item();
-- Rows are taken away by the owner's function (remove_rows).
CREATE TRIGGER guard_agenda_item_removal BEFORE DELETE ON agenda_item FOR EACH ROW EXECUTE FUNCTION guard_agenda_item();

CREATE FUNCTION steps_agenda_item() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        PERFORM keep_open_tasks(ARRAY(SELECT n.case_file_id FROM new_rows AS n));
    ELSE
        PERFORM keep_open_tasks(ARRAY[OLD.case_file_id]);
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER steps_agenda_item AFTER INSERT ON agenda_item REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION steps_agenda_item();
CREATE TRIGGER steps_agenda_item_change AFTER UPDATE OF closed_as OR DELETE ON agenda_item
    FOR EACH ROW EXECUTE FUNCTION steps_agenda_item();

-- A decision closes the item of its case; a case that leaves the way to a decision leaves its agenda.
CREATE FUNCTION close_agenda_item(case_file_id bigint, closed_as text) RETURNS void
    LANGUAGE sql SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
UPDATE agenda_item AS i SET closed_at = now(), closed_as = close_agenda_item.closed_as
WHERE i.case_file_id = close_agenda_item.case_file_id AND i.closed_at IS NULL $$;

-- Who sits in the meeting of an item, who of them takes no part in it, and who has voted.
CREATE FUNCTION seats(agenda_item_id bigint)
    RETURNS TABLE (member_no smallint, name text, is_recused boolean, has_voted boolean)
    LANGUAGE sql STABLE SET search_path = sandbox, pg_temp AS $$
SELECT m.member_no, m.name,
    EXISTS (SELECT FROM recusal AS r WHERE r.agenda_item_id = i.agenda_item_id AND r.member_no = m.member_no),
    EXISTS (SELECT FROM agenda_vote AS v
        WHERE v.agenda_item_id = i.agenda_item_id AND v.member_no = m.member_no AND v.vote <> 'absent')
FROM agenda_item AS i JOIN meeting_member AS m USING (meeting_id) WHERE i.agenda_item_id = seats.agenda_item_id $$;

CREATE FUNCTION guard_recusal() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
BEGIN
    PERFORM meeting_of_open_item(NEW.agenda_item_id);
    IF (SELECT s.has_voted FROM seats(NEW.agenda_item_id) AS s WHERE s.member_no = NEW.member_no) THEN
        PERFORM refuse('recusal_vote_guard', 'this member has voted on the item');
    END IF;
    NEW.recorded_at := now(); NEW.recorded_by := acting_role();
    RETURN NEW;
END $$;
CREATE TRIGGER guard_recusal BEFORE INSERT ON recusal FOR EACH ROW EXECUTE FUNCTION guard_recusal();

-- A vote that was recorded wrongly is put right before the decision, with a reason.
CREATE FUNCTION guard_agenda_vote() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
DECLARE meeting_row meeting := meeting_of_open_item(NEW.agenda_item_id);
BEGIN
    IF TG_OP = 'UPDATE' THEN
        IF NEW.correction IS NULL THEN
            PERFORM refuse('agenda_vote_reason_guard', 'a vote is corrected with a reason');
        END IF;
        IF NEW.vote = OLD.vote THEN
            PERFORM refuse('agenda_vote_unchanged_guard', 'the vote is recorded so already');
        END IF;
        NEW.corrected_at := now(); NEW.corrected_by := acting_role();
        RETURN NEW;
    END IF;
    IF meeting_row.frozen_at IS NULL THEN
        PERFORM refuse('agenda_vote_frozen_guard', 'nothing is voted on before the agenda is frozen');
    END IF;
    IF meeting_row.held_on > (SELECT authority_date(b.regime) FROM committee AS b
        WHERE b.committee = meeting_row.committee) THEN
        PERFORM refuse('agenda_vote_day_guard', 'the meeting has not begun');
    END IF;
    IF (SELECT s.is_recused FROM seats(NEW.agenda_item_id) AS s WHERE s.member_no = NEW.member_no) THEN
        PERFORM refuse('agenda_vote_recusal_guard', 'this member is recused from the item');
    END IF;
    NEW.recorded_at := now(); NEW.recorded_by := acting_role();
    RETURN NEW;
END $$;
CREATE TRIGGER guard_agenda_vote BEFORE INSERT OR UPDATE ON agenda_vote FOR EACH ROW EXECUTE FUNCTION guard_agenda_vote();

-- The day of the last meeting that still takes cases, as far as the reader sees it: no period that ends later is too late for
-- it. Asked by every list of deadlines, so it is planned once for a session, and not at all where no period is for tabling.
CREATE FUNCTION last_open_meeting() RETURNS date
    LANGUAGE plpgsql STABLE PARALLEL RESTRICTED SET search_path = sandbox, pg_temp AS $$
BEGIN
    RETURN (SELECT max(m.held_on) FROM meeting AS m WHERE m.frozen_at IS NULL AND m.cancelled_at IS NULL);
END $$;

-- A case can no longer make the next meeting before its period for tabling ends: the first meeting that would still take
-- it is after that day. It becomes true with the end of a meeting's day, or when its agenda is frozen. NULL: it is not so,
-- or no meeting that would take it is scheduled. In FROM it is planned once for all rows.
CREATE FUNCTION late_meetings(case_file_id bigint, due_on date) RETURNS SETOF text
    LANGUAGE sql STABLE PARALLEL RESTRICTED BEGIN ATOMIC
    SELECT n.committee || '/' || n.meeting_no
    FROM (
        SELECT m.committee, m.meeting_no, m.held_on FROM case_file AS f
        JOIN track_committee AS t ON t.regime = f.regime AND t.track = f.track
        JOIN meeting AS m ON m.committee = t.committee AND m.frozen_at IS NULL AND m.cancelled_at IS NULL
            AND m.held_on >= authority_date(f.regime)
        WHERE f.case_file_id = late_meetings.case_file_id AND f.stage IN ('received', 'consulting')
            AND (t.needs = 'nothing' OR t.needs = 'precedent'
                AND EXISTS (SELECT FROM fast_track AS q WHERE q.case_file_id = f.case_file_id))
        ORDER BY m.held_on, m.meeting_id LIMIT 1
    ) AS n
    WHERE n.held_on > late_meetings.due_on AND NOT EXISTS (
        SELECT FROM agenda_item AS i JOIN meeting AS m ON m.meeting_id = i.meeting_id
        WHERE i.case_file_id = late_meetings.case_file_id AND i.closed_at IS NULL AND m.held_on <= late_meetings.due_on);
END;

-- The same beside other columns: it has a search path, and so is not looked into by every list that may ask it.
CREATE FUNCTION late_meeting(case_file_id bigint, due_on date) RETURNS text
    LANGUAGE sql STABLE PARALLEL RESTRICTED SET search_path = sandbox, pg_temp AS $$
SELECT l.meeting FROM late_meetings(late_meeting.case_file_id, late_meeting.due_on) AS l (meeting) $$;

-- The count, by the rules of the committee, those under which the agenda was frozen. Recused members stay among those composed and are never among those present.
CREATE VIEW agenda_tally WITH (security_invoker = true) AS
SELECT c.agenda_item_id, c.composed, c.recused, c.present, c.in_favour, c.against, c.abstained,
    100 * c.present > coalesce(s.opens_above_percent, b.opens_above_percent) * c.composed AS is_quorate,
    100 * c.in_favour > coalesce(s.carries_above_percent, b.carries_above_percent) * c.present AS is_carried
FROM (
    SELECT i.agenda_item_id, i.meeting_id,
        (SELECT count(*) FROM meeting_member AS m WHERE m.meeting_id = i.meeting_id) AS composed,
        (SELECT count(*) FROM recusal AS r WHERE r.agenda_item_id = i.agenda_item_id) AS recused,
        v.present, v.in_favour, v.against, v.abstained
    FROM agenda_item AS i
    CROSS JOIN LATERAL (
        SELECT count(*) FILTER (WHERE v.vote <> 'absent') AS present, count(*) FILTER (WHERE v.vote = 'in-favour') AS in_favour,
            count(*) FILTER (WHERE v.vote = 'against') AS against,
            count(*) FILTER (WHERE v.vote = 'abstained') AS abstained
        FROM agenda_vote AS v WHERE v.agenda_item_id = i.agenda_item_id) AS v
) AS c JOIN meeting AS s USING (meeting_id)
JOIN committee AS b USING (committee);

CREATE VIEW late_tabling WITH (security_invoker = true) AS
SELECT s.case_file_id, s.deadline_id, s.due_on, late_meeting(s.case_file_id, s.due_on) AS meeting
FROM deadline_today AS s
JOIN deadline_rule AS r ON r.deadline_rule_id = s.deadline_rule_id AND 'tabled' = ANY (r.ends_on)
WHERE s.ended_on IS NULL AND s.due_on < (SELECT last_open_meeting());
COMMENT ON VIEW late_tabling IS
    'tabling periods that end before the next meeting; meeting: the one that comes too late, NULL if none does';

GRANT EXECUTE ON FUNCTION committee_meets, seats, meeting_has_begun TO sandbox_desk;
GRANT EXECUTE ON FUNCTION agenda_content TO sandbox_desk, sandbox_analyst, sandbox_auditor;
GRANT EXECUTE ON FUNCTION late_meeting, late_meetings, last_open_meeting
    TO sandbox_company, sandbox_ministry, sandbox_desk, sandbox_analyst, sandbox_auditor;
