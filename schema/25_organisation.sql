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

-- Which of the acts that bind the organisation the person may do (act_right).
CREATE FUNCTION acting_rights() RETURNS text[]
    LANGUAGE plpgsql STABLE PARALLEL RESTRICTED SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
BEGIN
    RETURN coalesce((SELECT p.rights::text[] FROM person AS p WHERE p.role_name = acting_role() AND p.disabled_at IS NULL
        AND p.group_role IN ('sandbox_company', 'sandbox_ministry', 'sandbox_desk')), '{}');
END $$;
GRANT EXECUTE ON FUNCTION acting_rights TO PUBLIC;

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

-- How a role says that it is a person of this register: only such a role is changed here. Persons of a register belong to one
-- database, and their logins to nobody else. An administrator may give it a login that is there already, by adding the person.
CREATE FUNCTION person_mark() RETURNS text LANGUAGE sql STABLE
    RETURN 'a person of the register in the database ' || quote_ident(current_database());

-- Makes a LOGIN role without a password, puts it into one group role and enters it as a person. Called by an
-- operator; the first operator is made by the administrator who owns the database.
-- Whoever acts for somebody outside has few connections, and none that idles in a transaction or computes for minutes. A session
-- may set the times otherwise for itself; what others need of it they get all the same (end_idle_sessions).
CREATE FUNCTION create_person(role_name text, group_role text, organisation_id bigint, display_name text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
DECLARE
    existing pg_roles%ROWTYPE;
    is_outside boolean := create_person.group_role IN ('sandbox_company', 'sandbox_ministry', 'sandbox_public');
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
        OR NOT acting_as_owner() AND shobj_description(existing.oid, 'pg_authid') IS DISTINCT FROM person_mark()
        OR EXISTS (SELECT FROM pg_auth_members AS m JOIN pg_roles AS r ON r.oid = m.roleid
            WHERE m.member = existing.oid AND r.rolname <> create_person.group_role) THEN
        PERFORM refuse('person_role_guard', 'a role of that name exists, and is no person of this register');
    ELSIF NOT existing.rolcanlogin THEN
        EXECUTE format('ALTER ROLE %I LOGIN', role_name);
    END IF;
    EXECUTE format('COMMENT ON ROLE %I IS %L', role_name, person_mark());
    EXECUTE format('ALTER ROLE %I CONNECTION LIMIT %s', role_name, CASE WHEN is_outside THEN 20 ELSE 60 END);
    EXECUTE format('ALTER ROLE %I SET idle_in_transaction_session_timeout = %L', role_name,
        CASE WHEN is_outside THEN '60s' ELSE '10min' END);
    IF is_outside THEN
        EXECUTE format('ALTER ROLE %I SET statement_timeout = %L', role_name, '5min');
    END IF;
    EXECUTE format('GRANT %I TO %I', group_role, role_name);
    -- So that what is done here may end a session of theirs.
    EXECUTE format('GRANT %I TO sandbox_role_admin', role_name);
    -- A service acts for persons; nobody makes persons through it.
    IF group_role <> 'sandbox_operator' THEN
        EXECUTE format('GRANT %I TO sandbox_service', role_name);
    END IF;
END $$;

-- A disabled person cannot log in, and at once has no right any more: privileges are looked up anew for every statement, also in a
-- transaction that looks at the register as it was. Sessions still open are ended when this is committed. Of the last person who can
-- do casework, or check the log, somebody else takes the place first.
CREATE FUNCTION disable_person(role_name text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
DECLARE disabled person;
BEGIN
    IF NOT acting_as('sandbox_operator') AND NOT acting_as_owner() THEN
        RAISE EXCEPTION USING ERRCODE = 'insufficient_privilege', MESSAGE = 'only an operator disables persons';
    END IF;
    IF disable_person.role_name = acting_role()::text THEN
        PERFORM refuse('person_self_guard', 'nobody disables themselves');
    END IF;
    -- Two persons at once are not both the last but one.
    PERFORM FROM person AS p WHERE p.group_role IN ('sandbox_desk', 'sandbox_auditor') AND p.disabled_at IS NULL
    ORDER BY p.role_name FOR UPDATE;
    UPDATE person SET disabled_at = now() WHERE person.role_name = disable_person.role_name AND disabled_at IS NULL
    RETURNING person.* INTO disabled;
    IF NOT FOUND THEN
        RAISE EXCEPTION USING ERRCODE = 'no_data_found', MESSAGE = 'no such person, or disabled already';
    END IF;
    IF disabled.group_role IN ('sandbox_desk', 'sandbox_auditor') AND NOT acting_as_owner() AND NOT EXISTS (
        SELECT FROM person AS p WHERE p.group_role = disabled.group_role AND p.disabled_at IS NULL
            AND p.organisation_id IS NOT DISTINCT FROM disabled.organisation_id) THEN
        PERFORM refuse('person_last_guard', 'nobody else has this group role');
    END IF;
    -- A role that is there for another database is left to it.
    IF shobj_description(to_regrole(quote_ident(role_name)), 'pg_authid') = person_mark() THEN
        EXECUTE format('ALTER ROLE %I NOLOGIN', role_name);
        EXECUTE format('REVOKE %I FROM %I', disabled.group_role, role_name);
        IF disabled.group_role <> 'sandbox_operator' THEN
            EXECUTE format('REVOKE %I FROM sandbox_service', role_name);
        END IF;
    END IF;
END $$;

-- The sessions of a person who was disabled are ended when that is committed. A rehearsal commits nothing, and ends none.
CREATE FUNCTION end_sessions() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
BEGIN
    IF coalesce(current_setting('transaction.is_rehearsal', true), '') <> 'on'
        AND pg_has_role('sandbox_owner', NEW.role_name, 'USAGE') THEN
        PERFORM pg_terminate_backend(a.pid) FROM pg_stat_activity AS a
        WHERE a.usename = NEW.role_name AND a.datname = current_database() AND a.pid <> pg_backend_pid();
    END IF;
    RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER end_sessions AFTER UPDATE ON person DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW WHEN (OLD.disabled_at IS NULL AND NEW.disabled_at IS NOT NULL) EXECUTE FUNCTION end_sessions();

-- A person who comes back logs in again, for the same organisation.
CREATE FUNCTION enable_person(role_name text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
DECLARE enabled person;
BEGIN
    IF NOT acting_as('sandbox_operator') AND NOT acting_as_owner() THEN
        RAISE EXCEPTION USING ERRCODE = 'insufficient_privilege', MESSAGE = 'only an operator enables persons';
    END IF;
    IF organisation_is_closed((SELECT p.organisation_id FROM person AS p WHERE p.role_name = enable_person.role_name)) THEN
        PERFORM refuse('person_organisation_closed_guard', 'the organisation is closed');
    END IF;
    UPDATE person SET disabled_at = NULL WHERE person.role_name = enable_person.role_name AND disabled_at IS NOT NULL
    RETURNING * INTO enabled;
    IF NOT FOUND THEN
        RAISE EXCEPTION USING ERRCODE = 'no_data_found', MESSAGE = 'no such person, or not disabled';
    END IF;
    -- A role of that name that somebody else made meanwhile is nobody's of this register.
    IF shobj_description(to_regrole(quote_ident(role_name)), 'pg_authid') IS DISTINCT FROM person_mark() THEN
        RAISE EXCEPTION USING ERRCODE = 'insufficient_privilege', MESSAGE = 'the role was not made by this register';
    END IF;
    EXECUTE format('ALTER ROLE %I LOGIN', role_name);
    EXECUTE format('GRANT %I TO %I', enabled.group_role, role_name);
    IF enabled.group_role <> 'sandbox_operator' THEN
        EXECUTE format('GRANT %I TO sandbox_service', role_name);
    END IF;
END $$;

-- How a person is called, and which acts that bind the organisation the person may do; NULL: as before. Whoever moves to another
-- organisation or role gets another login: their acts stay told apart.
CREATE FUNCTION edit_person(role_name text, display_name text, rights text[] DEFAULT NULL) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
DECLARE kept text[] := ARRAY(SELECT r FROM unnest('{file,decide,sign}'::text[]) WITH ORDINALITY AS k (r, n)
    WHERE r = ANY (edit_person.rights) ORDER BY k.n);
BEGIN
    IF NOT acting_as('sandbox_operator') AND NOT acting_as_owner() THEN
        RAISE EXCEPTION USING ERRCODE = 'insufficient_privilege', MESSAGE = 'only an operator edits persons';
    END IF;
    UPDATE person SET display_name = coalesce(edit_person.display_name, person.display_name),
        rights = CASE WHEN edit_person.rights IS NULL THEN person.rights ELSE kept END
    WHERE person.role_name = edit_person.role_name;
    IF NOT FOUND THEN
        RAISE EXCEPTION USING ERRCODE = 'no_data_found', MESSAGE = 'no such person';
    END IF;
END $$;

-- Gives a person's login a password: the person, or an operator. What comes here is what PostgreSQL keeps of it (SCRAM-SHA-256),
-- made by whoever typed the password, so that the password itself is in no statement and in no log. A service that acts for a
-- person is not the person.
CREATE FUNCTION set_password(role_name text, verifier text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
BEGIN
    IF NOT (acting_as('sandbox_operator') OR acting_as_owner()
        OR set_password.role_name = acting_role()::text AND session_user = acting_role() AND acting_group() IS NOT NULL) THEN
        RAISE EXCEPTION USING ERRCODE = 'insufficient_privilege',
            MESSAGE = 'only the person and an operator set a password';
    END IF;
    IF set_password.verifier !~ '^SCRAM-SHA-256\$[0-9]+:[A-Za-z0-9+/=]+\$[A-Za-z0-9+/=]+:[A-Za-z0-9+/=]+$' THEN
        PERFORM refuse('person_password_plain_guard', 'a password is not sent as it is typed');
    END IF;
    UPDATE person SET password_set_at = now() WHERE person.role_name = set_password.role_name AND disabled_at IS NULL;
    IF NOT FOUND THEN
        RAISE EXCEPTION USING ERRCODE = 'no_data_found', MESSAGE = 'no such person, or disabled';
    END IF;
    IF shobj_description(to_regrole(quote_ident(role_name)), 'pg_authid') IS DISTINCT FROM person_mark() THEN
        PERFORM refuse('person_role_guard', 'the login belongs to another database');
    END IF;
    EXECUTE format('ALTER ROLE %I PASSWORD %L', role_name, verifier);
END $$;

-- What an organisation is called, is what its cases are found by, and proposals name a ministry by.
CREATE FUNCTION steps_organisation() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        PERFORM keep_naming_cases(ARRAY[NEW.name::text]);
        RETURN NULL;
    END IF;
    IF (OLD.name, OLD.name_en, OLD.registration_no) IS DISTINCT FROM (NEW.name, NEW.name_en, NEW.registration_no) THEN
        PERFORM keep_search(ARRAY(SELECT c.case_file_id FROM case_file AS c
            WHERE c.company_id = NEW.organisation_id AND c.reference IS NOT NULL));
    END IF;
    IF (OLD.name, OLD.kind) IS DISTINCT FROM (NEW.name, NEW.kind) AND 'ministry' IN (OLD.kind, NEW.kind) THEN
        PERFORM keep_naming_cases(ARRAY[OLD.name::text, NEW.name]);
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER steps_organisation_entered AFTER INSERT ON organisation
    FOR EACH ROW WHEN (NEW.kind = 'ministry') EXECUTE FUNCTION steps_organisation();
CREATE TRIGGER steps_organisation AFTER UPDATE OF kind, name, name_en, registration_no ON organisation
    FOR EACH ROW EXECUTE FUNCTION steps_organisation();


CREATE FUNCTION steps_person() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
BEGIN
    PERFORM notify_ministry(n.organisation_id) FROM new_rows AS n WHERE n.group_role = 'sandbox_ministry';
    RETURN NULL;
END $$;
CREATE TRIGGER steps_person AFTER INSERT ON person REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION steps_person();

GRANT EXECUTE ON FUNCTION person_organisation_kind_matches, organisation_is_closed, person_mark TO sandbox_role_admin;
GRANT EXECUTE ON FUNCTION organisation_is_closed TO sandbox_company;

ALTER FUNCTION create_person OWNER TO sandbox_role_admin;
ALTER FUNCTION disable_person OWNER TO sandbox_role_admin;
ALTER FUNCTION enable_person OWNER TO sandbox_role_admin;
ALTER FUNCTION edit_person OWNER TO sandbox_role_admin;
ALTER FUNCTION set_password OWNER TO sandbox_role_admin;
GRANT EXECUTE ON FUNCTION create_person, disable_person, enable_person, edit_person TO sandbox_owner, sandbox_operator;
GRANT EXECUTE ON FUNCTION set_password TO sandbox_owner, sandbox_company, sandbox_ministry, sandbox_desk, sandbox_analyst,
    sandbox_auditor, sandbox_operator, sandbox_public;
