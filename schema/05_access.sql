-- How schema/85_access.sql says who may read and write what.

-- Row security holds on every table, for its owner as well; the owner's own functions pass.
CREATE FUNCTION access.close_tables() RETURNS void LANGUAGE plpgsql AS $$
DECLARE item record;
BEGIN
    FOR item IN
        SELECT c.oid::regclass AS name FROM pg_class AS c
        WHERE c.relnamespace = 'sandbox'::regnamespace AND c.relkind = 'r'
            AND c.relowner = 'sandbox_owner'::regrole AND c.relname NOT IN ('schema_definition', 'schema_migration')
    LOOP
        EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', item.name);
        EXECUTE format('CREATE POLICY owner ON %s TO sandbox_owner USING (true) WITH CHECK (true)', item.name);
    END LOOP;
END $$;

-- One policy with the privileges it needs.
--   acts       SELECT, INSERT, UPDATE, DELETE as GRANT takes them, with columns where not all may be written; (*): all, each by
--              its name. Who may update or delete in a table as a whole may lock it, and nobody reads it then. So
--              everybody has privileges by column, and takes rows away by a function (take_out, remove_rows).
--   groups     group roles without their prefix
--   of_case    of cases that the person sees
--   condition  what must hold of the row beside that
--   of_own     the condition asks itself whether somebody of that group is acting: it is not asked twice
CREATE FUNCTION access.allow(table_name text, policy_name text, acts text, groups text, condition text DEFAULT NULL,
    of_case boolean DEFAULT false, of_own boolean DEFAULT false) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    names text[] := ARRAY(SELECT 'sandbox_' || g FROM unnest(string_to_array(groups, ', ')) AS g);
    commands text[] := ARRAY(SELECT m[1] FROM regexp_matches(acts, '\m(SELECT|INSERT|UPDATE|DELETE)\M', 'g') AS m);
    command text := CASE WHEN cardinality(commands) = 1 THEN commands[1] ELSE 'ALL' END;
    columns text := (SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum) FROM pg_attribute AS a
        WHERE a.attrelid = table_name::regclass AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '');
    asked text := CASE WHEN of_own THEN 'true' ELSE format('(SELECT acting_group() = ANY (%L))', names) END;
BEGIN
    IF of_case THEN
        asked := asked || format(
            ' AND EXISTS (SELECT FROM case_file AS c WHERE c.case_file_id = %I.case_file_id)', table_name);
    END IF;
    asked := asked || coalesce(' AND (' || condition || ')', '');
    EXECUTE format('CREATE POLICY %I ON %I FOR %s TO %s %s (%s)', policy_name, table_name, command,
        array_to_string(names, ', '), CASE command WHEN 'INSERT' THEN 'WITH CHECK' ELSE 'USING' END, asked);
    EXECUTE format('GRANT %s ON %I TO %s', replace(acts, '(*)', '(' || columns || ')'), table_name, array_to_string(names, ', '));
END $$;

-- The law and the calendar: read by everybody who may log in.
CREATE FUNCTION access.everyone(table_name text, condition text DEFAULT 'true') RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE format('CREATE POLICY everyone ON %I FOR SELECT TO PUBLIC USING (%s)', table_name, condition);
    EXECUTE format('GRANT SELECT ON %I TO sandbox_company, sandbox_ministry, sandbox_desk, sandbox_analyst, '
        'sandbox_auditor, sandbox_operator, sandbox_public', table_name);
END $$;

-- The roadmap and the summits: read by every enabled person.
CREATE FUNCTION access.persons(table_name text, condition text DEFAULT 'true') RETURNS void LANGUAGE sql
    RETURN access.everyone(table_name, '(SELECT acting_group() IS NOT NULL) AND (' || condition || ')');

-- What comes after the filing belongs to cases that the staff sees anyway: it need not look at the case of every row.
CREATE FUNCTION access.staff(table_name text) RETURNS void LANGUAGE sql
    RETURN access.allow(table_name, 'staff', 'SELECT', 'desk, analyst, auditor');

-- A ministry sees of the cases it was asked about: that is looked up where it is kept, and not by way of the case.
CREATE FUNCTION access.ministry(table_name text) RETURNS void LANGUAGE sql
    RETURN access.allow(table_name, 'party_ministry', 'SELECT', 'ministry',
        format('EXISTS (SELECT FROM case_ministry AS m WHERE m.case_file_id = %I.case_file_id)', table_name),
        of_own => true);

-- The parties see of their cases what the staff sees of all.
CREATE FUNCTION access.parties(table_name text) RETURNS void LANGUAGE sql
    BEGIN ATOMIC
        SELECT access.allow(table_name, 'party_company', 'SELECT', 'company', of_case => true);
        SELECT access.ministry(table_name);
    END;

-- The same of what carries the company of its case: a company finds its rows by one index.
CREATE FUNCTION access.staff_and_parties_by_company(table_name text) RETURNS void LANGUAGE sql
    BEGIN ATOMIC
        SELECT access.staff(table_name);
        SELECT access.allow(table_name, 'party_company', 'SELECT', 'company',
            'company_id = (SELECT acting_company_id())', of_own => true);
        SELECT access.ministry(table_name);
    END;

CREATE FUNCTION access.staff_and_parties(table_name text) RETURNS void LANGUAGE sql
    BEGIN ATOMIC
        SELECT access.staff(table_name);
        SELECT access.parties(table_name);
    END;
