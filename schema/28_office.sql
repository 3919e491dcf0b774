-- How an organisation divides its work: assignment, absence, hand-over.

-- Whether somebody is a colleague to whom the acting organisation's work can go.
CREATE FUNCTION is_colleague(role_name name, organisation_id bigint) RETURNS boolean
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
BEGIN
    RETURN EXISTS (SELECT FROM person AS p WHERE p.role_name = is_colleague.role_name
        AND p.organisation_id = is_colleague.organisation_id AND p.disabled_at IS NULL
        AND p.group_role IN ('sandbox_company', 'sandbox_ministry', 'sandbox_desk'));
END $$;

-- Whether somebody is a colleague of the acting person, to whom work can go. Of others it says nothing.
CREATE FUNCTION may_receive_work(role_name name) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = sandbox, pg_temp
    RETURN is_colleague(role_name, acting_organisation_id());

-- The day by which persons are away: that of the authority whose regime came first.
CREATE FUNCTION office_today() RETURNS date LANGUAGE sql STABLE PARALLEL SAFE
    RETURN (now() AT TIME ZONE authority_zone())::date;

-- The last day of which anybody says today that he is away.
CREATE FUNCTION last_absent_day() RETURNS date LANGUAGE sql STABLE PARALLEL SAFE
    RETURN (office_today() + interval '2 years')::date;

-- Whose work the acting person sees as his own: his, and that of those whose deputy he is today.
CREATE FUNCTION own_work() RETURNS name[]
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
BEGIN
    RETURN ARRAY(SELECT acting_role() UNION SELECT a.role_name FROM absence AS a JOIN person AS p USING (role_name)
        WHERE a.deputy = acting_role() AND a.withdrawn_at IS NULL AND office_today() BETWEEN a.from_on AND a.until_on
            AND p.organisation_id = acting_organisation_id());
END $$;

CREATE FUNCTION guard_case_assignment() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
BEGIN
    IF NEW.role_name IS NOT NULL AND NOT may_receive_work(NEW.role_name) THEN
        PERFORM refuse('case_assignment_not_colleague_guard', 'a case is assigned to a person of the same organisation');
    END IF;
    NEW.handed_over_by := NULL;
    NEW.assigned_at := now(); NEW.assigned_by := acting_role();
    RETURN NEW;
END $$;
CREATE TRIGGER guard_case_assignment BEFORE INSERT OR UPDATE ON case_assignment
    FOR EACH ROW WHEN (current_user <> 'sandbox_owner') EXECUTE FUNCTION guard_case_assignment();

-- Whoever is away, or a colleague, says so, and may take it back. Only what is not over yet changes anything.
CREATE FUNCTION guard_absence() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
BEGIN
    IF TG_OP = 'UPDATE' THEN
        IF OLD.until_on < office_today() THEN
            PERFORM refuse('absence_not_absent_guard', 'the absence is over, and stays as it was');
        END IF;
        NEW.withdrawn_at := coalesce(OLD.withdrawn_at, now());
        RETURN NEW;
    END IF;
    IF NOT may_receive_work(NEW.role_name) OR NOT may_receive_work(NEW.deputy) THEN
        PERFORM refuse('absence_not_colleague_guard', 'the deputy is a person of the same organisation');
    END IF;
    IF NEW.until_on NOT BETWEEN office_today() AND last_absent_day() THEN
        PERFORM refuse('absence_date_outside_guard', 'it is over already, or ends later than anybody plans');
    END IF;
    NEW.stated_at := now(); NEW.stated_by := acting_role();
    RETURN NEW;
END $$;
CREATE TRIGGER guard_absence BEFORE INSERT OR UPDATE ON absence
    FOR EACH ROW WHEN (current_user <> 'sandbox_owner') EXECUTE FUNCTION guard_absence();

-- The cases that are a person's work and are not over: open, or with something still to be done on them by anybody.
CREATE FUNCTION open_work(role_name name) RETURNS SETOF bigint
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
BEGIN
    RETURN QUERY SELECT a.case_file_id FROM case_assignment AS a JOIN case_file AS c USING (case_file_id)
        JOIN stage AS s USING (stage)
    WHERE a.role_name = open_work.role_name AND (s.is_open OR EXISTS (SELECT FROM kept_open_task AS t
        WHERE t.case_file_id = a.case_file_id AND t.until_on >= authority_date(c.regime)));
END $$;

-- Whether the acting person may ask of that person's work, and hand it over: a colleague, or an operator, who learns how many
-- cases there are and not which.
CREATE FUNCTION may_hand_over(role_name name) RETURNS boolean
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
BEGIN
    RETURN acting_as('sandbox_operator') OR acting_as_owner()
        OR acting_group() IN ('sandbox_company', 'sandbox_ministry', 'sandbox_desk') AND EXISTS (SELECT FROM person AS p
            WHERE p.role_name = may_hand_over.role_name AND p.organisation_id = acting_organisation_id());
END $$;

-- How many cases of a person are not over; of somebody who is no colleague, none.
CREATE FUNCTION count_open_work(role_name name) RETURNS integer
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
BEGIN
    RETURN (SELECT count(*) FROM open_work(count_open_work.role_name) WHERE may_hand_over(count_open_work.role_name));
END $$;

-- All open work of a person goes to a colleague, in one act; whose deputy the person was to be, the colleague is. Answers how
-- many cases there were.
CREATE FUNCTION hand_over_work(role_name name, successor name, reason text) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
DECLARE handed integer;
BEGIN
    IF NOT may_hand_over(hand_over_work.role_name) THEN
        RAISE EXCEPTION USING ERRCODE = 'insufficient_privilege', MESSAGE = 'only a colleague or an operator hands work over';
    END IF;
    IF hand_over_work.successor = hand_over_work.role_name OR NOT is_colleague(hand_over_work.successor,
        (SELECT p.organisation_id FROM person AS p WHERE p.role_name = hand_over_work.role_name)) THEN
        PERFORM refuse('hand_over_not_colleague_guard', 'work is handed over to another person of the same organisation');
    END IF;
    IF coalesce(btrim(hand_over_work.reason), '') = '' THEN
        PERFORM refuse('hand_over_reason_guard', 'work is handed over for a reason');
    END IF;
    UPDATE case_assignment AS a
    SET (role_name, handed_over_by, reason, assigned_at, assigned_by)
        = (hand_over_work.successor, a.role_name, hand_over_work.reason, now(), acting_role())
    WHERE a.role_name = hand_over_work.role_name
        AND a.case_file_id IN (SELECT w FROM open_work(hand_over_work.role_name) AS w);
    GET DIAGNOSTICS handed = ROW_COUNT;
    UPDATE absence AS b SET deputy = hand_over_work.successor
    WHERE b.deputy = hand_over_work.role_name AND b.withdrawn_at IS NULL AND b.until_on >= office_today()
        AND b.role_name <> hand_over_work.successor;
    RETURN handed;
END $$;

-- Who works on a case for the acting organisation, and who is their deputy today.
CREATE VIEW own_assignment WITH (security_invoker = true) AS
SELECT a.case_file_id, a.role_name, p.display_name::text AS name, b.deputy, q.display_name::text AS deputy_name
FROM case_assignment AS a JOIN person AS p ON p.role_name = a.role_name
LEFT JOIN absence AS b ON b.role_name = a.role_name AND b.withdrawn_at IS NULL
    AND (SELECT office_today()) BETWEEN b.from_on AND b.until_on
LEFT JOIN person AS q ON q.role_name = b.deputy
WHERE a.organisation_id = (SELECT acting_organisation_id());
COMMENT ON VIEW own_assignment IS
    'who works on a case for the organisation of the reader (role_name, name), and, while that person is away, the deputy';

GRANT EXECUTE ON FUNCTION office_today, last_absent_day TO PUBLIC;
GRANT EXECUTE ON FUNCTION own_work, may_receive_work TO sandbox_company, sandbox_ministry, sandbox_desk;
GRANT EXECUTE ON FUNCTION count_open_work, hand_over_work TO sandbox_company, sandbox_ministry, sandbox_desk, sandbox_operator;
