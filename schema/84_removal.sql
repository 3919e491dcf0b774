-- How the desk takes rows away. Who may delete from a table may lock it (LOCK TABLE), and then nobody reads it; so nobody may, the
-- desk included, and what was entered by mistake goes by this function. Companies have take_out for what they write of a draft.

-- Takes rows of a part of `subject` away: all, or those with these keys. Guards, the log and the check of the authority see it
-- like any other act. Answers the keys of those there were.
CREATE FUNCTION remove_rows(part text, subject bigint, keys text[] DEFAULT NULL) RETURNS SETOF text
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
DECLARE columns text[];
BEGIN
    IF NOT acting_as('sandbox_desk') THEN
        RAISE EXCEPTION USING ERRCODE = 'insufficient_privilege', MESSAGE = 'only the desk takes these rows away';
    END IF;
    columns := CASE part
        WHEN 'meeting_member' THEN '{meeting_id,p.member_no::text}'
        WHEN 'agenda_item' THEN '{agenda_item_id,p.item_no::text}'
        WHEN 'proposed_condition' THEN '{agenda_item_id,p.condition_no::text}'
        WHEN 'register_withholding' THEN '{case_file_id,p.field::text}'
        WHEN 'task_provision' THEN '{reform_task_id,p.provision_id::text}'
        WHEN 'task_reference' THEN '{reform_task_id,p.kind || '' '' || p.reference}'
        WHEN 'case_task' THEN '{reform_task_id,p.case_file_id::text}'
    END::text[];
    IF columns IS NULL THEN
        RAISE EXCEPTION USING ERRCODE = 'invalid_parameter_value', MESSAGE = format('no rows of %s are taken away', part);
    END IF;
    RETURN QUERY EXECUTE format('DELETE FROM %I AS p WHERE p.%I = $1 AND ($2 IS NULL OR %s = ANY ($2)) RETURNING %3$s',
        part, columns[1], columns[2]) USING subject, keys;
END $$;
GRANT EXECUTE ON FUNCTION remove_rows TO sandbox_desk;
