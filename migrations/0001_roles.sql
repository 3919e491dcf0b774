-- sandbox: as-administrator
-- The group roles of a sandbox and the two roles nobody logs in as. Roles belong to the whole cluster, so each
-- is made only if it is missing; the schema belongs to this database.

DO $$
DECLARE
    role_name text;
BEGIN
    FOREACH role_name IN ARRAY ARRAY[
        'sandbox_owner',
        'sandbox_company', 'sandbox_ministry', 'sandbox_desk', 'sandbox_analyst',
        'sandbox_auditor', 'sandbox_operator', 'sandbox_public'
    ] LOOP
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = role_name) THEN
            EXECUTE format('CREATE ROLE %I NOLOGIN', role_name);
        END IF;
    END LOOP;

    -- Owns the functions that make and disable persons, and nothing else: an operator calls those functions
    -- and needs no CREATEROLE, which on PostgreSQL 15 would let it grant itself any role.
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'sandbox_role_admin') THEN
        CREATE ROLE sandbox_role_admin NOLOGIN CREATEROLE;
    END IF;
    FOREACH role_name IN ARRAY ARRAY[
        'sandbox_company', 'sandbox_ministry', 'sandbox_desk', 'sandbox_analyst',
        'sandbox_auditor', 'sandbox_operator', 'sandbox_public'
    ] LOOP
        EXECUTE format('GRANT %I TO sandbox_role_admin WITH ADMIN OPTION', role_name);
    END LOOP;

    -- An administrator who is no superuser must be able to act as the owner for the files that follow.
    FOREACH role_name IN ARRAY ARRAY['sandbox_owner', 'sandbox_role_admin'] LOOP
        IF NOT pg_has_role(current_user, role_name, 'MEMBER') THEN
            EXECUTE format('GRANT %I TO %I', role_name, current_user);
        END IF;
    END LOOP;
    IF NOT pg_has_role('sandbox_owner', 'sandbox_role_admin', 'MEMBER') THEN
        GRANT sandbox_role_admin TO sandbox_owner;
    END IF;
END
$$;

CREATE SCHEMA IF NOT EXISTS sandbox;
ALTER SCHEMA sandbox OWNER TO sandbox_owner;
GRANT CREATE, USAGE ON SCHEMA sandbox TO sandbox_role_admin;
GRANT USAGE ON SCHEMA sandbox TO
    sandbox_company, sandbox_ministry, sandbox_desk, sandbox_analyst,
    sandbox_auditor, sandbox_operator, sandbox_public;

-- A function is executed by those it is granted to. PostgreSQL's default is everybody, and whoever may execute a trigger
-- function may hang it on a temporary table of theirs: with book_event that would be a forged event.
ALTER DEFAULT PRIVILEGES FOR ROLE sandbox_owner REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;

-- Nobody puts a function of theirs where the others' sessions look for names. PostgreSQL 15 and later begin like that.
DO $$
BEGIN
    REVOKE CREATE ON SCHEMA public FROM PUBLIC;
EXCEPTION WHEN insufficient_privilege OR invalid_schema_name THEN
    NULL;
END
$$;
