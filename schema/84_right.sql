-- Which acts take a right of the person's own: asked where every act is recorded (append_event), whoever does it and by which way.

-- Refuses an act for which the acting person has not the right (act_right). What is recorded as somebody's act is that person's act,
-- also if a trigger writes it.
CREATE FUNCTION guard_rights(events new_event[]) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
DECLARE
    acting record;
    missing text;
BEGIN
    SELECT p.group_role, p.rights INTO acting FROM person AS p WHERE p.role_name = acting_role();
    IF NOT FOUND OR cardinality(acting.rights) = 3 THEN
        RETURN;
    END IF;
    SELECT r.needs INTO missing FROM unnest(events) AS e
    JOIN act_right AS r ON r.group_role = acting.group_role AND r.entity = e.entity AND r.act = e.act
    WHERE r.needs <> ALL (acting.rights::text[]) LIMIT 1;
    IF FOUND THEN
        PERFORM refuse('person_right_missing_guard', 'the person has not the right to do that for the organisation', missing);
    END IF;
END $$;
