-- sandbox: as-administrator
-- The roles and the schemas. Roles belong to the whole cluster, so each is made only if it is missing; schemas belong to
-- this database.
--
--   sandbox_owner       owns everything; nobody logs in as it
--   sandbox_role_admin  owns the functions that make and disable persons, and nothing else: an operator calls them and
--                       needs no CREATEROLE, with which it could grant itself any role on PostgreSQL 15
--   sandbox_register    owns the public register, and can read what is published and nothing else
--   sandbox_service     a login that is a member of it may act as any person (SET ROLE): a portal, an API
--   sandbox_company …   the group roles; every person is a member of one

DO $$
DECLARE role_name text;
BEGIN
    FOREACH role_name IN ARRAY ARRAY[
        'sandbox_owner', 'sandbox_register', 'sandbox_company', 'sandbox_ministry', 'sandbox_desk', 'sandbox_analyst',
        'sandbox_auditor', 'sandbox_operator', 'sandbox_public'
    ] LOOP
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = role_name) THEN
            EXECUTE format('CREATE ROLE %I NOLOGIN', role_name);
        END IF;
    END LOOP;
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'sandbox_role_admin') THEN
        CREATE ROLE sandbox_role_admin NOLOGIN CREATEROLE;
    END IF;
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'sandbox_service') THEN
        CREATE ROLE sandbox_service NOLOGIN NOINHERIT;
    END IF;
    FOREACH role_name IN ARRAY ARRAY[
        'sandbox_company', 'sandbox_ministry', 'sandbox_desk', 'sandbox_analyst', 'sandbox_auditor', 'sandbox_operator',
        'sandbox_public', 'sandbox_service'
    ] LOOP
        EXECUTE format('GRANT %I TO sandbox_role_admin WITH ADMIN OPTION', role_name);
    END LOOP;

    -- An administrator who is not a superuser must be able to act as the owner for the files that follow. Since PostgreSQL
    -- 16 whoever makes a role may grant it, and no more: what acting as it takes is granted.
    FOREACH role_name IN ARRAY ARRAY['sandbox_owner', 'sandbox_role_admin', 'sandbox_register'] LOOP
        IF current_setting('server_version_num')::integer >= 160000 THEN
            IF NOT pg_has_role(current_user, role_name, 'SET') OR NOT pg_has_role(current_user, role_name, 'USAGE') THEN
                EXECUTE format('GRANT %I TO %I WITH INHERIT TRUE, SET TRUE', role_name, current_user);
            END IF;
        ELSIF NOT pg_has_role(current_user, role_name, 'MEMBER') THEN
            EXECUTE format('GRANT %I TO %I', role_name, current_user);
        END IF;
    END LOOP;
    -- The owner makes what belongs to the other two, and hands it over.
    FOREACH role_name IN ARRAY ARRAY['sandbox_role_admin', 'sandbox_register'] LOOP
        IF NOT pg_has_role('sandbox_owner', role_name, 'MEMBER') THEN
            EXECUTE format('GRANT %I TO sandbox_owner', role_name);
        END IF;
    END LOOP;
END $$;

DO $$
DECLARE name text;
BEGIN
    FOREACH name IN ARRAY ARRAY['sandbox', 'access', 'log', 'report', 'instant', 'past', 'register'] LOOP
        EXECUTE format('CREATE SCHEMA IF NOT EXISTS %I', name);
        EXECUTE format('ALTER SCHEMA %I OWNER TO sandbox_owner', name);
    END LOOP;
    FOREACH name IN ARRAY ARRAY['sandbox', 'report', 'instant', 'past', 'register'] LOOP
        EXECUTE format('GRANT USAGE ON SCHEMA %I TO sandbox_company, sandbox_ministry, sandbox_desk, sandbox_analyst, '
            'sandbox_auditor, sandbox_operator, sandbox_public', name);
    END LOOP;
END $$;
GRANT CREATE, USAGE ON SCHEMA sandbox TO sandbox_role_admin;
GRANT USAGE ON SCHEMA sandbox TO sandbox_register, sandbox_service;
GRANT CREATE, USAGE ON SCHEMA register TO sandbox_register;
COMMENT ON SCHEMA sandbox IS 'the tables of the register, and the rules that guard them';
COMMENT ON SCHEMA access IS 'how schema/85_access.sql says who may read and write what; nobody else calls it';
COMMENT ON SCHEMA log IS 'how schema/82_log_tables.sql says what the event log records; nobody else calls it';
COMMENT ON SCHEMA report IS 'views for analysis: documented, with the rights of their reader';
COMMENT ON SCHEMA register IS 'the public register of grants: what is published, and the ground of what is not';
COMMENT ON SCHEMA past IS 'the tables as they were at the moment of instant.enter(), under their own names';
COMMENT ON SCHEMA instant IS 'the clock, stopped at the moment of instant.enter()';

-- Stops of one deadline cannot overlap: an exclusion constraint over a number and a range needs it. A trusted extension.
CREATE EXTENSION IF NOT EXISTS btree_gist SCHEMA public;

-- A function is executed by those it is granted to. PostgreSQL's default is everybody, and whoever may execute a trigger
-- function may hang it on a temporary table of theirs: with record_change that would be a forged event.
ALTER DEFAULT PRIVILEGES FOR ROLE sandbox_owner REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;

-- Nobody keeps bytes where no policy and no log is, or writes into what the server ships to its replicas. These functions belong to
-- the superuser: another administrator cannot take them from PUBLIC, and `sandbox doctor` says so.
DO $$
DECLARE item regprocedure;
BEGIN
    IF (SELECT r.rolsuper FROM pg_roles AS r WHERE r.rolname = current_user) THEN
        FOR item IN SELECT p.oid FROM pg_proc AS p WHERE p.pronamespace = 'pg_catalog'::regnamespace
            AND p.proname IN ('lo_creat', 'lo_create', 'lo_from_bytea', 'lo_import', 'pg_logical_emit_message')
        LOOP
            EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', item);
        END LOOP;
    END IF;
END $$;

-- Nobody puts a function of theirs where the others' sessions look for names. PostgreSQL 15 and later begin like that.
DO $$
BEGIN
    REVOKE CREATE ON SCHEMA public FROM PUBLIC;
EXCEPTION WHEN insufficient_privilege OR invalid_schema_name THEN
    NULL;
END $$;
