-- Organisations, and the persons who act for them.

CREATE FUNCTION organisation_named(name text) RETURNS bigint
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = sandbox, pg_temp
    AS $$ SELECT o.organisation_id FROM organisation AS o WHERE o.name = organisation_named.name $$;

-- The name of the organisation for which the person acts. Anybody may ask it of themselves, also a login that may read no
-- organisation.
CREATE FUNCTION acting_organisation() RETURNS text
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
BEGIN
    RETURN (SELECT o.name FROM organisation AS o WHERE o.organisation_id = acting_organisation_id());
END $$;
GRANT EXECUTE ON FUNCTION acting_organisation TO PUBLIC;

-- The ministry, and the company, for which somebody of that group is acting: what acting_group() and acting_organisation_id() say,
-- asked at once. Policies ask for each table of a query.
CREATE FUNCTION acting_ministry_id() RETURNS bigint
    LANGUAGE plpgsql STABLE PARALLEL RESTRICTED SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
BEGIN
    RETURN (SELECT p.organisation_id FROM person AS p WHERE p.role_name = acting_role() AND p.disabled_at IS NULL
        AND p.group_role = 'sandbox_ministry');
END $$;

CREATE FUNCTION acting_company_id() RETURNS bigint
    LANGUAGE plpgsql STABLE PARALLEL RESTRICTED SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
BEGIN
    RETURN (SELECT p.organisation_id FROM person AS p WHERE p.role_name = acting_role() AND p.disabled_at IS NULL
        AND p.group_role = 'sandbox_company');
END $$;
GRANT EXECUTE ON FUNCTION acting_ministry_id, acting_company_id TO PUBLIC;

CREATE FUNCTION person_organisation_kind_matches(group_role text, organisation_id bigint) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
SELECT CASE person_organisation_kind_matches.group_role
        WHEN 'sandbox_company' THEN o.kind = 'company'
        WHEN 'sandbox_ministry' THEN o.kind IN ('ministry', 'authority')
        WHEN 'sandbox_desk' THEN o.kind = 'authority'
        ELSE true
    END
FROM organisation AS o WHERE o.organisation_id = person_organisation_kind_matches.organisation_id $$;

CREATE FUNCTION organisation_is_closed(organisation_id bigint) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
SELECT coalesce(o.closed_on <= current_date, false) FROM organisation AS o
WHERE o.organisation_id = organisation_is_closed.organisation_id $$;

-- Makes a LOGIN role without a password, puts it into one group role and enters it as a person. Called by an
-- operator; the first operator is made by the administrator who owns the database.
CREATE FUNCTION create_person(role_name text, group_role text, organisation_id bigint, display_name text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
DECLARE existing pg_roles%ROWTYPE;
BEGIN
    IF NOT acting_as('sandbox_operator') AND NOT acting_as_owner() THEN
        RAISE EXCEPTION USING ERRCODE = 'insufficient_privilege', MESSAGE = 'only an operator adds persons';
    END IF;
    IF NOT coalesce(person_organisation_kind_matches(group_role, organisation_id), organisation_id IS NULL) THEN
        PERFORM refuse('person_organisation_kind_guard', 'the organisation does not fit the group role');
    END IF;
    IF organisation_is_closed(organisation_id) THEN
        PERFORM refuse('person_organisation_closed_guard', 'the organisation is closed');
    END IF;
    INSERT INTO person (role_name, group_role, organisation_id, display_name)
    VALUES (create_person.role_name, create_person.group_role, create_person.organisation_id,
        create_person.display_name);

    SELECT * INTO existing FROM pg_roles AS r WHERE r.rolname = create_person.role_name;
    IF NOT FOUND THEN
        EXECUTE format('CREATE ROLE %I LOGIN', role_name);
    ELSIF existing.rolsuper OR existing.rolcreaterole OR existing.rolbypassrls OR existing.rolcreatedb
        OR existing.rolreplication OR pg_has_role(existing.oid, 'sandbox_owner', 'MEMBER')
        OR pg_has_role(existing.oid, 'sandbox_role_admin', 'MEMBER')
        OR EXISTS (SELECT FROM pg_auth_members AS m JOIN pg_roles AS r ON r.oid = m.roleid
            WHERE m.member = existing.oid AND r.rolname <> create_person.group_role) THEN
        PERFORM refuse('person_role_guard', 'a role of that name exists and has other rights');
    ELSIF NOT existing.rolcanlogin THEN
        EXECUTE format('ALTER ROLE %I LOGIN', role_name);
    END IF;
    EXECUTE format('GRANT %I TO %I', group_role, role_name);
    -- A service acts for persons; nobody makes persons through it.
    IF group_role <> 'sandbox_operator' THEN
        EXECUTE format('GRANT %I TO sandbox_service', role_name);
    END IF;
END $$;

-- A disabled person cannot log in, and a session still open sees and does nothing from the next statement on.
CREATE FUNCTION disable_person(role_name text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
BEGIN
    IF NOT acting_as('sandbox_operator') AND NOT acting_as_owner() THEN
        RAISE EXCEPTION USING ERRCODE = 'insufficient_privilege', MESSAGE = 'only an operator disables persons';
    END IF;
    IF disable_person.role_name = acting_role()::text THEN
        PERFORM refuse('person_self_guard', 'nobody disables themselves');
    END IF;
    UPDATE person SET disabled_at = now() WHERE person.role_name = disable_person.role_name AND disabled_at IS NULL;
    IF NOT FOUND THEN
        RAISE EXCEPTION USING ERRCODE = 'no_data_found', MESSAGE = 'no such person, or disabled already';
    END IF;
    EXECUTE format('ALTER ROLE %I NOLOGIN', role_name);
END $$;

-- A person who comes back logs in again, for the same organisation.
CREATE FUNCTION enable_person(role_name text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
BEGIN
    IF NOT acting_as('sandbox_operator') AND NOT acting_as_owner() THEN
        RAISE EXCEPTION USING ERRCODE = 'insufficient_privilege', MESSAGE = 'only an operator enables persons';
    END IF;
    IF organisation_is_closed((SELECT p.organisation_id FROM person AS p WHERE p.role_name = enable_person.role_name)) THEN
        PERFORM refuse('person_organisation_closed_guard', 'the organisation is closed');
    END IF;
    UPDATE person SET disabled_at = NULL WHERE person.role_name = enable_person.role_name AND disabled_at IS NOT NULL;
    IF NOT FOUND THEN
        RAISE EXCEPTION USING ERRCODE = 'no_data_found', MESSAGE = 'no such person, or not disabled';
    END IF;
    EXECUTE format('ALTER ROLE %I LOGIN', role_name);
END $$;

-- How a person is called. What a person may do, and for whom, is another person's: their acts stay told apart.
CREATE FUNCTION rename_person(role_name text, display_name text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
BEGIN
    IF NOT acting_as('sandbox_operator') AND NOT acting_as_owner() THEN
        RAISE EXCEPTION USING ERRCODE = 'insufficient_privilege', MESSAGE = 'only an operator edits persons';
    END IF;
    UPDATE person SET display_name = rename_person.display_name WHERE person.role_name = rename_person.role_name;
    IF NOT FOUND THEN
        RAISE EXCEPTION USING ERRCODE = 'no_data_found', MESSAGE = 'no such person';
    END IF;
END $$;

CREATE FUNCTION steps_person() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
BEGIN
    PERFORM notify_ministry(n.organisation_id) FROM new_rows AS n WHERE n.group_role = 'sandbox_ministry';
    RETURN NULL;
END $$;
CREATE TRIGGER steps_person AFTER INSERT ON person REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION steps_person();

GRANT EXECUTE ON FUNCTION person_organisation_kind_matches, organisation_is_closed TO sandbox_role_admin;
GRANT EXECUTE ON FUNCTION organisation_is_closed TO sandbox_company;

ALTER FUNCTION create_person OWNER TO sandbox_role_admin;
ALTER FUNCTION disable_person OWNER TO sandbox_role_admin;
ALTER FUNCTION enable_person OWNER TO sandbox_role_admin;
ALTER FUNCTION rename_person OWNER TO sandbox_role_admin;
GRANT EXECUTE ON FUNCTION create_person, disable_person, enable_person, rename_person TO sandbox_owner, sandbox_operator;
