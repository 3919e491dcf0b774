-- sandbox: as-administrator
-- Rooms for what is read as a whole: `report` for other tools, `instant` and `past` for reading the register as it stood at
-- a moment, and `register` with what is published. `sandbox_register` owns the public register and can read nothing else.

DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'sandbox_register') THEN
        CREATE ROLE sandbox_register NOLOGIN;
    END IF;
    IF NOT pg_has_role(current_user, 'sandbox_register', 'MEMBER') THEN
        EXECUTE format('GRANT sandbox_register TO %I', current_user);
    END IF;
    -- The owner makes the register's views and hands them over.
    IF NOT pg_has_role('sandbox_owner', 'sandbox_register', 'MEMBER') THEN
        GRANT sandbox_register TO sandbox_owner;
    END IF;
END
$$;

DO $$
DECLARE
    room text;
BEGIN
    FOREACH room IN ARRAY ARRAY['report', 'instant', 'past', 'register'] LOOP
        EXECUTE format('CREATE SCHEMA IF NOT EXISTS %I', room);
        EXECUTE format('ALTER SCHEMA %I OWNER TO sandbox_owner', room);
        EXECUTE format('GRANT USAGE ON SCHEMA %I TO sandbox_company, sandbox_ministry, sandbox_desk, sandbox_analyst, '
            'sandbox_auditor, sandbox_operator, sandbox_public', room);
    END LOOP;
END
$$;
GRANT USAGE ON SCHEMA sandbox TO sandbox_register;
GRANT CREATE, USAGE ON SCHEMA register TO sandbox_register;
COMMENT ON SCHEMA report IS 'views for analysis: documented, with the rights of their reader';
COMMENT ON SCHEMA register IS 'the public register of grants: what is published, and the ground of what is not';
COMMENT ON SCHEMA past IS 'the tables as they stood at the moment of instant.enter(), under their own names';
COMMENT ON SCHEMA instant IS 'the clock, stopped at the moment of instant.enter()';
