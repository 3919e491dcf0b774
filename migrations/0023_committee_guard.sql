-- The guards of the committee: nothing is voted on that was not tabled, nobody votes who may not, nothing is decided
-- without a quorum, and an agenda that was frozen stays as it was.

-- What the committee is given to read about a case, as it stands now.
CREATE FUNCTION agenda_content(case_file_id bigint) RETURNS jsonb
    LANGUAGE sql STABLE SET search_path = sandbox, pg_temp
    AS $$
SELECT jsonb_build_object(
    'reference', c.reference, 'track', c.track, 'service', c.service_name, 'summary', c.summary,
    'exemptions', (SELECT coalesce(jsonb_agg(to_jsonb(e) - 'case_file_id' ORDER BY e.item_no), '[]')
        FROM exemption_item AS e WHERE e.case_file_id = c.case_file_id),
    'opinions', (SELECT coalesce(jsonb_agg(jsonb_build_object('ministry', o.name, 'round', k.round, 'opinion', p.opinion,
            'reason', p.reason, 'conditions', p.conditions) ORDER BY k.consultation_id), '[]')
        FROM consultation AS k JOIN opinion AS p USING (consultation_id)
        JOIN organisation AS o ON o.organisation_id = k.ministry_id WHERE k.case_file_id = c.case_file_id),
    'supplements', (SELECT coalesce(jsonb_agg(jsonb_build_object('number', s.supplement_no, 'request', s.request,
            'answer', s.answer) ORDER BY s.supplement_no), '[]')
        FROM supplement AS s WHERE s.case_file_id = c.case_file_id),
    'precedent', (SELECT jsonb_build_object('reference', p.reference, 'reason', f.reason)
        FROM fast_track AS f JOIN case_file AS p ON p.case_file_id = f.precedent_id
        WHERE f.case_file_id = c.case_file_id),
    'redeliberation', (SELECT jsonb_build_object('ground', r.ground, 'statement', r.statement)
        FROM redeliberation AS r WHERE r.case_file_id = c.case_file_id))
FROM case_file AS c WHERE c.case_file_id = agenda_content.case_file_id
$$;
GRANT EXECUTE ON FUNCTION agenda_content TO sandbox_desk, sandbox_analyst, sandbox_auditor;

-- A session is scheduled by the desk, and frozen once.
CREATE FUNCTION guard_committee_session() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp
    AS $$
DECLARE
    rule committee_body;
    member record;
BEGIN
    SELECT * INTO rule FROM committee_body AS b WHERE b.body = NEW.body FOR UPDATE;
    IF TG_OP = 'INSERT' THEN
        NEW.session_no := coalesce(NEW.session_no, 1 + coalesce(
            (SELECT max(s.session_no) FROM committee_session AS s WHERE s.body = NEW.body), 0));
        NEW.scheduled_at := now();
        NEW.scheduled_by := acting_role();
        RETURN NEW;
    END IF;
    IF OLD.frozen_at IS NOT NULL THEN
        PERFORM refuse('committee_session_frozen_guard', 'the agenda of this session is frozen');
    END IF;
    IF NEW.frozen_at IS NULL THEN
        RETURN NEW;
    END IF;
    SELECT count(*) AS composed, count(*) FILTER (WHERE m.capacity = 'private') AS private,
        count(*) FILTER (WHERE m.capacity = 'chair') AS chairs, count(*) FILTER (WHERE m.from_main) AS from_main
    INTO member FROM session_member AS m WHERE m.committee_session_id = NEW.committee_session_id;
    IF member.composed NOT BETWEEN rule.least_members AND rule.most_members OR member.chairs <> 1
        OR 100 * member.private < rule.least_private_percent * member.composed
        OR member.from_main < rule.least_from_main
    THEN
        PERFORM refuse('committee_session_composition_guard', 'the session is not composed as the law has it');
    END IF;
    IF NOT EXISTS (SELECT FROM agenda_item AS i WHERE i.committee_session_id = NEW.committee_session_id) THEN
        PERFORM refuse('committee_session_agenda_guard', 'the agenda is empty');
    END IF;
    INSERT INTO agenda_paper (agenda_item_id, content, salt, digest)
    SELECT i.agenda_item_id, c.content, c.salt, sha256(convert_to(c.salt || c.content, 'UTF8'))
    FROM agenda_item AS i
    CROSS JOIN LATERAL (SELECT agenda_content(i.case_file_id)::text AS content, gen_random_uuid() AS salt OFFSET 0) AS c
    WHERE i.committee_session_id = NEW.committee_session_id;
    NEW.frozen_at := now();
    NEW.frozen_by := acting_role();
    SELECT sha256(string_agg(p.digest, '' ORDER BY i.item_no)) INTO NEW.digest
    FROM agenda_item AS i JOIN agenda_paper AS p USING (agenda_item_id)
    WHERE i.committee_session_id = NEW.committee_session_id;
    RETURN NEW;
END
$$;
CREATE TRIGGER committee_session_guard BEFORE INSERT OR UPDATE ON committee_session
    FOR EACH ROW EXECUTE FUNCTION guard_committee_session();

-- Members and items come and go until the agenda is frozen. The session is locked first.
CREATE FUNCTION guard_session_part() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp
    AS $$
DECLARE
    meeting committee_session;
BEGIN
    SELECT * INTO meeting FROM committee_session AS s
    WHERE s.committee_session_id
        = CASE WHEN TG_OP = 'DELETE' THEN OLD.committee_session_id ELSE NEW.committee_session_id END
    FOR UPDATE;
    IF meeting.frozen_at IS NOT NULL THEN
        PERFORM refuse('committee_session_frozen_guard', 'the agenda of this session is frozen');
    END IF;
    RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END
$$;
CREATE TRIGGER session_member_guard BEFORE INSERT OR DELETE ON session_member
    FOR EACH ROW EXECUTE FUNCTION guard_session_part();
CREATE TRIGGER agenda_item_remove_guard BEFORE DELETE ON agenda_item
    FOR EACH ROW EXECUTE FUNCTION guard_session_part();

-- A case is tabled at a body that may decide it. An item is closed as deferred by the desk, all else follows.
CREATE FUNCTION guard_agenda_item() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp
    AS $$
DECLARE
    subject case_file;
    meeting committee_session;
    needed text;
BEGIN
    SELECT * INTO subject FROM case_file AS c
    WHERE c.case_file_id = NEW.case_file_id AND c.reference IS NOT NULL AND acting_as('sandbox_desk') FOR UPDATE;
    IF NOT FOUND THEN
        RETURN NEW;
    END IF;
    SELECT * INTO meeting FROM committee_session AS s WHERE s.committee_session_id = NEW.committee_session_id FOR UPDATE;
    IF TG_OP = 'UPDATE' THEN
        IF OLD.closed_at IS NOT NULL OR NEW.closed_as IS DISTINCT FROM 'deferred' THEN
            PERFORM refuse('agenda_item_closed_guard', 'an open item is deferred by the desk, or closed by its decision');
        END IF;
        NEW.closed_at := now();
        RETURN NEW;
    END IF;
    IF meeting.frozen_at IS NOT NULL THEN
        PERFORM refuse('committee_session_frozen_guard', 'the agenda of this session is frozen');
    END IF;
    IF subject.stage NOT IN ('received', 'consulting') THEN
        PERFORM refuse('agenda_item_stage_guard', 'only a received case is tabled');
    END IF;
    SELECT b.needs INTO needed FROM track_body AS b
    WHERE b.regime = subject.regime AND b.track = subject.track AND b.body = meeting.body;
    IF NOT FOUND THEN
        PERFORM refuse('agenda_item_body_guard', 'this body does not decide this track');
    END IF;
    IF needed = 'precedent' AND NOT EXISTS (SELECT FROM fast_track AS f WHERE f.case_file_id = NEW.case_file_id) THEN
        PERFORM refuse('agenda_item_precedent_guard', 'this body decides cases that follow a precedent');
    END IF;
    IF (needed = 'delegation') <> (NEW.delegated_by IS NOT NULL) THEN
        PERFORM refuse('agenda_item_delegation_guard', 'this body decides what was delegated to it, and only it is told by what');
    END IF;
    NEW.item_no := 1 + coalesce((SELECT max(i.item_no) FROM agenda_item AS i
        WHERE i.committee_session_id = NEW.committee_session_id), 0);
    NEW.tabled_at := now();
    NEW.tabled_by := acting_role();
    RETURN NEW;
END
$$;
CREATE TRIGGER agenda_item_guard BEFORE INSERT OR UPDATE ON agenda_item
    FOR EACH ROW WHEN (current_user <> 'sandbox_owner') EXECUTE FUNCTION guard_agenda_item();

-- An open item of a frozen agenda, or nothing is done to it.
CREATE FUNCTION open_item(agenda_item_id bigint) RETURNS committee_session
    LANGUAGE plpgsql SET search_path = sandbox, pg_temp
    AS $$
DECLARE
    item agenda_item;
    meeting committee_session;
BEGIN
    SELECT * INTO item FROM agenda_item AS i WHERE i.agenda_item_id = open_item.agenda_item_id FOR UPDATE;
    SELECT * INTO meeting FROM committee_session AS s WHERE s.committee_session_id = item.committee_session_id;
    IF item.closed_at IS NOT NULL THEN
        PERFORM refuse('agenda_item_closed_guard', 'this item is closed');
    END IF;
    RETURN meeting;
END
$$;

CREATE FUNCTION guard_recusal() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp
    AS $$
BEGIN
    PERFORM open_item(NEW.agenda_item_id);
    IF EXISTS (SELECT FROM agenda_vote AS v
        WHERE v.agenda_item_id = NEW.agenda_item_id AND v.member_no = NEW.member_no)
    THEN
        PERFORM refuse('recusal_vote_guard', 'this member has voted on the item');
    END IF;
    NEW.recorded_at := now();
    NEW.recorded_by := acting_role();
    RETURN NEW;
END
$$;
CREATE TRIGGER recusal_guard BEFORE INSERT ON recusal FOR EACH ROW EXECUTE FUNCTION guard_recusal();

CREATE FUNCTION guard_agenda_vote() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp
    AS $$
DECLARE
    meeting committee_session := open_item(NEW.agenda_item_id);
BEGIN
    IF meeting.frozen_at IS NULL THEN
        PERFORM refuse('agenda_vote_frozen_guard', 'nothing is voted on before the agenda is frozen');
    END IF;
    IF meeting.held_on > (SELECT authority_date(b.regime) FROM committee_body AS b WHERE b.body = meeting.body) THEN
        PERFORM refuse('agenda_vote_day_guard', 'the session has not begun');
    END IF;
    IF EXISTS (SELECT FROM recusal AS r
        WHERE r.agenda_item_id = NEW.agenda_item_id AND r.member_no = NEW.member_no)
    THEN
        PERFORM refuse('agenda_vote_recusal_guard', 'this member is recused from the item');
    END IF;
    NEW.recorded_at := now();
    NEW.recorded_by := acting_role();
    RETURN NEW;
END
$$;
CREATE TRIGGER agenda_vote_guard BEFORE INSERT ON agenda_vote FOR EACH ROW EXECUTE FUNCTION guard_agenda_vote();

CREATE FUNCTION guard_mediation() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp
    AS $$
DECLARE
    subject case_file;
    today date;
BEGIN
    SELECT * INTO subject FROM case_file AS c
    WHERE c.case_file_id = NEW.case_file_id AND c.reference IS NOT NULL AND acting_as('sandbox_desk') FOR UPDATE;
    IF NOT FOUND THEN
        RETURN NEW;
    END IF;
    today := authority_date(subject.regime);
    IF NEW.begun_on NOT BETWEEN authority_date(subject.regime, subject.filed_at) AND today OR NEW.ended_on > today
        OR EXISTS (SELECT FROM mediation AS m WHERE m.case_file_id = NEW.case_file_id
            AND m.mediation_no IS DISTINCT FROM NEW.mediation_no AND m.ended_on >= NEW.begun_on)
    THEN
        PERFORM refuse('mediation_date_guard', 'mediation lies between filing and today and overlaps no other');
    END IF;
    IF TG_OP = 'UPDATE' THEN
        IF OLD.ended_on IS NOT NULL THEN
            PERFORM refuse('mediation_ended_guard', 'this mediation has ended');
        END IF;
        RETURN NEW;
    END IF;
    IF subject.stage NOT IN ('received', 'consulting') THEN
        PERFORM refuse('mediation_stage_guard', 'mediation lies between reception and decision');
    END IF;
    NEW.mediation_no := 1 + coalesce((SELECT max(m.mediation_no) FROM mediation AS m
        WHERE m.case_file_id = NEW.case_file_id), 0);
    NEW.begun_by := acting_role();
    RETURN NEW;
END
$$;
CREATE TRIGGER mediation_guard BEFORE INSERT OR UPDATE ON mediation
    FOR EACH ROW EXECUTE FUNCTION guard_mediation();

-- 동일·유사: a precedent is a grant, and every law the case touches was touched by it. People space the names of laws as they
-- like: 개인정보 보호법 and 개인정보보호법 are one.
CREATE FUNCTION guard_fast_track() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp
    AS $$
DECLARE
    subject case_file;
BEGIN
    SELECT * INTO subject FROM case_file AS c
    WHERE c.case_file_id = NEW.case_file_id AND c.reference IS NOT NULL AND acting_as('sandbox_desk') FOR UPDATE;
    IF NOT FOUND THEN
        RETURN NEW;
    END IF;
    IF subject.stage NOT IN ('received', 'consulting') THEN
        PERFORM refuse('fast_track_stage_guard', 'the fast track is proposed before the decision');
    END IF;
    IF NOT EXISTS (
        SELECT FROM latest_decision AS d JOIN case_file AS p USING (case_file_id)
        WHERE d.case_file_id = NEW.precedent_id AND d.outcome IN ('granted', 'granted-with-conditions')
            AND p.regime = subject.regime AND p.track = subject.track)
        OR EXISTS (
            SELECT replace(e.law, ' ', '') FROM exemption_item AS e WHERE e.case_file_id = NEW.case_file_id
            EXCEPT SELECT replace(e.law, ' ', '') FROM exemption_item AS e WHERE e.case_file_id = NEW.precedent_id)
    THEN
        PERFORM refuse('fast_track_precedent_guard', 'a precedent is a grant of the same track that concerned the same laws');
    END IF;
    NEW.proposed_at := now();
    NEW.proposed_by := acting_role();
    RETURN NEW;
END
$$;
CREATE TRIGGER fast_track_guard BEFORE INSERT ON fast_track FOR EACH ROW EXECUTE FUNCTION guard_fast_track();

CREATE FUNCTION guard_redeliberation() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp
    AS $$
DECLARE
    subject case_file;
    verdict decision;
BEGIN
    SELECT * INTO subject FROM case_file AS c
    WHERE c.case_file_id = NEW.case_file_id AND c.company_id = acting_organisation_id() AND acting_as('sandbox_company')
    FOR UPDATE;
    IF NOT FOUND THEN
        RETURN NEW;
    END IF;
    SELECT d.* INTO verdict FROM decision AS d WHERE d.case_file_id = NEW.case_file_id ORDER BY d.decision_no DESC LIMIT 1;
    IF EXISTS (SELECT FROM redeliberation AS r WHERE r.case_file_id = NEW.case_file_id) THEN
        PERFORM refuse('redeliberation_once_guard', 'a case is deliberated again once');
    END IF;
    IF subject.stage <> 'decided' OR subject.origin <> 'filed' OR verdict.outcome IS DISTINCT FROM 'rejected' THEN
        PERFORM refuse('redeliberation_stage_guard', 'only a rejected case is deliberated again');
    END IF;
    IF NOT coalesce(authority_date(subject.regime) <= redeliberation_until(verdict.decision_id), false) THEN
        PERFORM refuse('redeliberation_date_guard', 'the period for it is over');
    END IF;
    NEW.asked_at := now();
    NEW.asked_by := acting_role();
    RETURN NEW;
END
$$;
CREATE TRIGGER redeliberation_guard BEFORE INSERT ON redeliberation
    FOR EACH ROW EXECUTE FUNCTION guard_redeliberation();

-- The case goes back to where it was decided from, in the name of the company.
CREATE FUNCTION reopen_case() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp
    AS $$
BEGIN
    UPDATE case_file AS c
    SET stage = CASE WHEN EXISTS (SELECT FROM consultation AS k WHERE k.case_file_id = NEW.case_file_id)
        THEN 'consulting' ELSE 'received' END
    WHERE c.case_file_id = NEW.case_file_id;
    RETURN NULL;
END
$$;
CREATE TRIGGER redeliberation_reopen AFTER INSERT ON redeliberation
    FOR EACH ROW EXECUTE FUNCTION reopen_case();

-- A case that leaves the way to a decision leaves its agenda; a decision closes its item.
CREATE FUNCTION close_agenda_item() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp
    AS $$
BEGIN
    UPDATE agenda_item AS i
    SET closed_at = now(), closed_as = CASE TG_TABLE_NAME WHEN 'decision' THEN 'decided' ELSE 'withdrawn' END
    WHERE i.case_file_id = NEW.case_file_id AND i.closed_at IS NULL;
    RETURN NULL;
END
$$;
CREATE TRIGGER decision_close_item AFTER INSERT ON decision
    FOR EACH ROW WHEN (NEW.agenda_item_id IS NOT NULL) EXECUTE FUNCTION close_agenda_item();
CREATE TRIGGER case_file_close_item AFTER UPDATE OF stage ON case_file
    FOR EACH ROW WHEN (NEW.stage IN ('returned', 'withdrawn')) EXECUTE FUNCTION close_agenda_item();
