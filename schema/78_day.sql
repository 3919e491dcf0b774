-- How far away a day may be that a person writes. What is guarded by something nearer (the filing, today, a rule's length) has that
-- guard; every other day is within reach of today: a slip in the year is refused, where 1900 and 2999 are days like others. A test
-- lists the columns with days that a person may write, and what each is held by.

-- Arguments: the column, and how far it may lie before and after today. The detail names the day, the first and the last that is taken.
CREATE FUNCTION refuse_day() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
BEGIN
    IF TG_OP = 'INSERT' OR to_jsonb(OLD) -> TG_ARGV[0] IS DISTINCT FROM to_jsonb(NEW) -> TG_ARGV[0] THEN
        PERFORM refuse('written_date_outside_guard', 'the day is further away than anybody means',
            concat_ws(' ', to_jsonb(NEW) ->> TG_ARGV[0], (now() - TG_ARGV[1]::interval)::date, (now() + TG_ARGV[2]::interval)::date));
    END IF;
    RETURN NEW;
END $$;

-- Days of a table lie within reach: by default thirty years before and after today. Called by nobody but this file. Asked only of a
-- day that is not: the trigger looks itself.
CREATE FUNCTION access.days(table_name text, columns text, back interval DEFAULT '30 years', ahead interval DEFAULT '30 years')
    RETURNS void LANGUAGE plpgsql AS $$
DECLARE item text;
BEGIN
    FOREACH item IN ARRAY string_to_array(columns, ', ') LOOP
        EXECUTE format('CREATE TRIGGER %1$I BEFORE INSERT OR UPDATE OF %2$I ON %3$I FOR EACH ROW '
            'WHEN (NEW.%2$I NOT BETWEEN now() - %4$L::interval AND now() + %5$L::interval) EXECUTE FUNCTION refuse_day(%2$L, %4$L, %5$L)',
            'refuse_day_' || item, item, table_name, back, ahead);
    END LOOP;
END $$;

-- An organisation may be closed by a law that is not in force yet.
SELECT access.days('organisation', 'closed_on', ahead => '2 years');
SELECT access.days('absence', 'from_on, until_on', back => '2 years', ahead => '3 years');
SELECT access.days('inbox_mark', 'seen_at', ahead => '1 day');

SELECT access.days('case_file', 'period_from, period_to', back => '40 years');
SELECT access.days('grant_act', 'until_on', ahead => '50 years');
SELECT access.days('insurance', 'covers_from, covers_to', ahead => '50 years');
SELECT access.days('revision_plan', 'by_on', back => '1 year');
SELECT access.days('regime_event', 'on_day');

-- Law that is to be changed is promised for decades ahead; what was said of it is of the past.
SELECT access.days('roadmap', 'adopted_on', ahead => '1 year');
SELECT access.days('roadmap_entry', 'target_from, target_to', ahead => '50 years');
SELECT access.days('reporting_date', 'opens_on, due_on');
SELECT access.days('reform_task', 'in_force_on', ahead => '50 years');
SELECT access.days('task_reference', 'dated_on', back => '100 years', ahead => '1 year');
SELECT access.days('forecast', 'said_on, said_from, said_to', ahead => '50 years');
SELECT access.days('arrival', 'said_from, said_to', ahead => '50 years');

SELECT access.days('summit', 'held_on', ahead => '2 years');
SELECT access.days('commitment', 'due_on');
SELECT access.days('commitment_evidence', 'happened_on');
