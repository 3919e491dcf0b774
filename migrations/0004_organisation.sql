-- Organisations and the persons who act for them. A person is a PostgreSQL LOGIN role: who is acting is what
-- PostgreSQL authenticated, never a setting that a session could change.

CREATE TABLE organisation (
    organisation_id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT organisation_pkey PRIMARY KEY,
    kind code NOT NULL CONSTRAINT organisation_kind_check CHECK (kind IN ('company', 'ministry', 'authority', 'other')),
    name label NOT NULL,
    name_en label,
    registration_no label,
    closed_on date,
    version integer NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT organisation_name_key UNIQUE (name)
);
COMMENT ON COLUMN organisation.registration_no IS 'business registration number (사업자등록번호) of a company';

CREATE TABLE person (
    role_name name CONSTRAINT person_pkey PRIMARY KEY
        CONSTRAINT person_role_name_check CHECK (
            role_name ~ '^[a-z][a-z0-9_.-]{1,62}$' AND role_name !~ '^(pg|sandbox)_'
        ),
    group_role text NOT NULL CONSTRAINT person_group_role_check CHECK (
        group_role IN ('sandbox_company', 'sandbox_ministry', 'sandbox_desk', 'sandbox_analyst',
            'sandbox_auditor', 'sandbox_operator', 'sandbox_public')
    ),
    organisation_id bigint CONSTRAINT person_organisation_id_fkey REFERENCES organisation,
    display_name label NOT NULL,
    disabled_at timestamptz,
    created_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT person_organisation_check CHECK (
        organisation_id IS NOT NULL OR group_role NOT IN ('sandbox_company', 'sandbox_ministry', 'sandbox_desk')
    )
);
CREATE INDEX person_organisation_id_idx ON person (organisation_id);

-- Inside a SECURITY DEFINER function current_user is the owner; the role that was SET, or else the role that
-- logged in, is the acting one. Only roles one is a member of can be SET.
CREATE FUNCTION acting_role() RETURNS name
    LANGUAGE sql STABLE PARALLEL RESTRICTED
    RETURN coalesce(nullif(current_setting('role'), 'none'), session_user::text)::name;

-- These three answer NULL for a disabled person, for a group role that somebody SET, and for an administrator:
-- then nothing is visible and nothing may be done.
CREATE FUNCTION acting_group() RETURNS text
    LANGUAGE sql STABLE PARALLEL RESTRICTED SECURITY DEFINER SET search_path = sandbox, pg_temp
    AS $$ SELECT group_role FROM person WHERE role_name = acting_role() AND disabled_at IS NULL $$;

CREATE FUNCTION acting_organisation_id() RETURNS bigint
    LANGUAGE sql STABLE PARALLEL RESTRICTED SECURITY DEFINER SET search_path = sandbox, pg_temp
    AS $$ SELECT organisation_id FROM person WHERE role_name = acting_role() AND disabled_at IS NULL $$;

CREATE FUNCTION acting_as(group_role text) RETURNS boolean
    LANGUAGE sql STABLE PARALLEL RESTRICTED
    RETURN coalesce(acting_group() = acting_as.group_role, false);
-- What they say of the caller anybody may know of themselves; policies ask on everybody's behalf.
GRANT EXECUTE ON FUNCTION acting_role, acting_group, acting_organisation_id, acting_as TO PUBLIC;

-- An edit counts the version up, so that a stale one is noticed.
CREATE FUNCTION count_version() RETURNS trigger
    LANGUAGE plpgsql SET search_path = sandbox, pg_temp
    AS $$
BEGIN
    NEW.version := OLD.version + 1;
    RETURN NEW;
END
$$;
CREATE TRIGGER organisation_version BEFORE UPDATE ON organisation
    FOR EACH ROW EXECUTE FUNCTION count_version();

-- Every refusal of the server carries SQLSTATE SB001 and a constraint name that has a message in each language.
CREATE FUNCTION refuse(constraint_name text, message text, detail text DEFAULT NULL) RETURNS void
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF detail IS NULL THEN
        RAISE EXCEPTION USING ERRCODE = 'SB001', CONSTRAINT = constraint_name, MESSAGE = message;
    END IF;
    RAISE EXCEPTION USING ERRCODE = 'SB001', CONSTRAINT = constraint_name, MESSAGE = message, DETAIL = detail;
END
$$;
GRANT EXECUTE ON FUNCTION refuse TO sandbox_role_admin;

CREATE FUNCTION person_organisation_kind_matches(group_role text, organisation_id bigint) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = sandbox, pg_temp
    AS $$
SELECT CASE person_organisation_kind_matches.group_role
        WHEN 'sandbox_company' THEN o.kind = 'company'
        WHEN 'sandbox_ministry' THEN o.kind IN ('ministry', 'authority')
        WHEN 'sandbox_desk' THEN o.kind = 'authority'
        ELSE true
    END
FROM organisation AS o
WHERE o.organisation_id = person_organisation_kind_matches.organisation_id
$$;

CREATE FUNCTION organisation_is_closed(organisation_id bigint) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = sandbox, pg_temp
    AS $$
SELECT coalesce(o.closed_on <= current_date, false) FROM organisation AS o
WHERE o.organisation_id = organisation_is_closed.organisation_id
$$;
GRANT EXECUTE ON FUNCTION person_organisation_kind_matches, organisation_is_closed TO sandbox_role_admin;

-- Makes a LOGIN role without a password, puts it into one group role and enters it as a person. Called by an
-- operator; the first operator is made by the administrator who owns the database.
CREATE FUNCTION create_person(role_name text, group_role text, organisation_id bigint, display_name text)
    RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp
    AS $$
DECLARE
    existing pg_roles%ROWTYPE;
BEGIN
    IF NOT acting_as('sandbox_operator') AND NOT pg_has_role(acting_role(), 'sandbox_owner', 'MEMBER') THEN
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
        OR existing.rolreplication
        OR pg_has_role(existing.oid, 'sandbox_owner', 'MEMBER')
        OR pg_has_role(existing.oid, 'sandbox_role_admin', 'MEMBER')
        OR EXISTS (SELECT FROM pg_auth_members AS m JOIN pg_roles AS r ON r.oid = m.roleid
            WHERE m.member = existing.oid AND r.rolname <> create_person.group_role)
    THEN
        PERFORM refuse('person_role_guard', 'a role of that name exists and has other rights');
    ELSIF NOT existing.rolcanlogin THEN
        EXECUTE format('ALTER ROLE %I LOGIN', role_name);
    END IF;
    EXECUTE format('GRANT %I TO %I', group_role, role_name);
END
$$;

-- A disabled person cannot log in, and a session still open sees and does nothing from the next statement on.
CREATE FUNCTION disable_person(role_name text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp
    AS $$
BEGIN
    IF NOT acting_as('sandbox_operator') AND NOT pg_has_role(acting_role(), 'sandbox_owner', 'MEMBER') THEN
        RAISE EXCEPTION USING ERRCODE = 'insufficient_privilege', MESSAGE = 'only an operator disables persons';
    END IF;
    IF disable_person.role_name = acting_role()::text THEN
        PERFORM refuse('person_self_guard', 'nobody disables themselves');
    END IF;
    UPDATE person SET disabled_at = now()
    WHERE person.role_name = disable_person.role_name AND disabled_at IS NULL;
    IF NOT FOUND THEN
        RAISE EXCEPTION USING ERRCODE = 'no_data_found', MESSAGE = 'no such person, or disabled already';
    END IF;
    EXECUTE format('ALTER ROLE %I NOLOGIN', role_name);
END
$$;

ALTER FUNCTION create_person OWNER TO sandbox_role_admin;
ALTER FUNCTION disable_person OWNER TO sandbox_role_admin;
GRANT EXECUTE ON FUNCTION create_person, disable_person TO sandbox_operator, sandbox_owner;
GRANT SELECT, INSERT, UPDATE ON person TO sandbox_role_admin;

ALTER TABLE organisation ENABLE ROW LEVEL SECURITY;
ALTER TABLE organisation FORCE ROW LEVEL SECURITY;
ALTER TABLE person ENABLE ROW LEVEL SECURITY;
ALTER TABLE person FORCE ROW LEVEL SECURITY;
CREATE POLICY organisation_owner ON organisation TO sandbox_owner USING (true) WITH CHECK (true);
CREATE POLICY person_owner ON person TO sandbox_owner USING (true) WITH CHECK (true);
CREATE POLICY person_role_admin ON person TO sandbox_role_admin USING (true) WITH CHECK (true);

-- Public bodies are known to everybody; which companies take part is not. 0005 adds who sees which company.
CREATE POLICY organisation_public_body ON organisation FOR SELECT TO PUBLIC
    USING (kind IN ('ministry', 'authority') AND (SELECT acting_group() IS NOT NULL));
CREATE POLICY organisation_own ON organisation FOR SELECT TO PUBLIC
    USING (organisation_id = (SELECT acting_organisation_id()));
CREATE POLICY organisation_staff ON organisation FOR SELECT
    TO sandbox_desk, sandbox_operator, sandbox_auditor
    USING ((SELECT acting_group() IN ('sandbox_desk', 'sandbox_operator', 'sandbox_auditor')));
CREATE POLICY organisation_staff_insert ON organisation FOR INSERT TO sandbox_desk, sandbox_operator
    WITH CHECK ((SELECT acting_group() IN ('sandbox_desk', 'sandbox_operator')));
CREATE POLICY organisation_staff_update ON organisation FOR UPDATE TO sandbox_desk, sandbox_operator
    USING ((SELECT acting_group() IN ('sandbox_desk', 'sandbox_operator')))
    WITH CHECK ((SELECT acting_group() IN ('sandbox_desk', 'sandbox_operator')));
GRANT SELECT ON organisation TO
    sandbox_company, sandbox_ministry, sandbox_desk, sandbox_analyst, sandbox_auditor, sandbox_operator;
GRANT INSERT (kind, name, name_en, registration_no), UPDATE (name, name_en, registration_no, closed_on)
    ON organisation TO sandbox_desk, sandbox_operator;

CREATE POLICY person_colleague ON person FOR SELECT TO PUBLIC
    USING ((SELECT acting_group() IS NOT NULL)
        AND (role_name = (SELECT acting_role()) OR organisation_id = (SELECT acting_organisation_id())));
CREATE POLICY person_staff ON person FOR SELECT TO sandbox_operator, sandbox_auditor
    USING ((SELECT acting_group() IN ('sandbox_operator', 'sandbox_auditor')));
GRANT SELECT ON person TO
    sandbox_company, sandbox_ministry, sandbox_desk, sandbox_analyst, sandbox_auditor, sandbox_operator;
