-- Who is acting, what day it is, and how the server refuses.

-- Every refusal of the server carries SQLSTATE SB001 and a constraint name that has a message in each language.
CREATE FUNCTION refuse(constraint_name text, message text, detail text DEFAULT NULL) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    IF detail IS NULL THEN
        RAISE EXCEPTION USING ERRCODE = 'SB001', CONSTRAINT = constraint_name, MESSAGE = message;
    END IF;
    RAISE EXCEPTION USING ERRCODE = 'SB001', CONSTRAINT = constraint_name, MESSAGE = message, DETAIL = detail;
END $$;

-- A refusal that is found before it is raised.
CREATE TYPE refusal AS (constraint_name text, message text);

-- These three answer NULL for a disabled person, for a group role that somebody SET, and for an administrator:
-- then nothing is visible and nothing may be done. Every policy asks: in PL/pgSQL the statement is planned once a session.
CREATE FUNCTION acting_group() RETURNS text
    LANGUAGE plpgsql STABLE PARALLEL RESTRICTED SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
BEGIN
    RETURN (SELECT p.group_role FROM person AS p WHERE p.role_name = acting_role() AND p.disabled_at IS NULL);
END $$;

CREATE FUNCTION acting_as(group_role text) RETURNS boolean LANGUAGE sql STABLE PARALLEL RESTRICTED
    RETURN coalesce(acting_group() = acting_as.group_role, false);

-- Whoever sees every case that was filed.
CREATE FUNCTION acting_as_staff() RETURNS boolean LANGUAGE sql STABLE PARALLEL RESTRICTED
    RETURN coalesce(acting_group() IN ('sandbox_desk', 'sandbox_analyst', 'sandbox_auditor'), false);

-- Whoever makes and mends the database, and is not a person in it.
CREATE FUNCTION acting_as_owner() RETURNS boolean LANGUAGE sql STABLE PARALLEL RESTRICTED
    RETURN pg_has_role(acting_role(), 'sandbox_owner', 'MEMBER');

-- The time zone of the regime's authority. Without a regime it is that of the authority whose regime was entered first, which
-- never changes, so that a list is in one zone and can be made again.
CREATE FUNCTION authority_zone(regime text DEFAULT NULL) RETURNS text
    LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path = sandbox, pg_temp AS $$
BEGIN
    RETURN coalesce((SELECT r.time_zone::text FROM regime AS r WHERE r.regime = coalesce(authority_zone.regime,
        (SELECT v.regime FROM regime_version AS v ORDER BY v.applied_at, v.regime, v.version LIMIT 1))), 'UTC');
END $$;

-- A moment as it is shown, with its offset.
CREATE FUNCTION zoned_time(at timestamptz, zone text) RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
    RETURN to_char(at AT TIME ZONE zone, 'YYYY-MM-DD"T"HH24:MI:SS')
        || CASE WHEN at AT TIME ZONE zone < at AT TIME ZONE 'UTC' THEN '-' ELSE '+' END
        || to_char(greatest(at AT TIME ZONE zone - at AT TIME ZONE 'UTC', at AT TIME ZONE 'UTC' - at AT TIME ZONE zone),
            'HH24:MI');

-- The same in the zone of the regime's authority.
CREATE FUNCTION authority_time(at timestamptz, regime text DEFAULT NULL) RETURNS text
    LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path = sandbox, pg_temp AS $$
BEGIN
    RETURN zoned_time(at, authority_zone(regime));
END $$;

-- The legal day of a moment: the date on the authority's calendar. Today, when no moment is given.
CREATE FUNCTION authority_date(regime text, at timestamptz DEFAULT now()) RETURNS date
    LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path = sandbox, pg_temp AS $$
BEGIN
    RETURN (SELECT (authority_date.at AT TIME ZONE r.time_zone)::date FROM regime AS r
        WHERE r.regime = authority_date.regime);
END $$;

-- What the desk or a ministry sets for the future lies at most two years ahead; what is beyond is a slip in the year.
CREATE FUNCTION last_planned_day(regime text) RETURNS date
    LANGUAGE sql STABLE PARALLEL SAFE SET search_path = sandbox, pg_temp AS $$
SELECT (authority_date(last_planned_day.regime) + interval '2 years')::date $$;

-- The day on which the first of a regime's tracks came into force.
CREATE FUNCTION regime_began_on(regime text) RETURNS date
    LANGUAGE sql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
SELECT min(t.since) FROM track AS t WHERE t.regime = regime_began_on.regime $$;

-- An edit counts the version up, so that a stale one is noticed.
CREATE FUNCTION count_version() RETURNS trigger LANGUAGE plpgsql SET search_path = sandbox, pg_temp AS $$
BEGIN
    NEW.version := OLD.version + 1;
    RETURN NEW;
END $$;
CREATE TRIGGER count_version BEFORE UPDATE ON summit FOR EACH ROW EXECUTE FUNCTION count_version();

-- The days of the week as a regime file calls them, Monday first.
CREATE FUNCTION weekday_names() RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN ARRAY['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

-- A length as a regime file says it: 30 days, 1 year.
CREATE FUNCTION length_text(length integer, unit text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN length::text || ' ' || unit || CASE WHEN length = 1 THEN '' ELSE 's' END;

GRANT EXECUTE ON FUNCTION refuse TO sandbox_role_admin;
-- What they say of the caller anybody may know of themselves; policies ask on everybody's behalf.
GRANT EXECUTE ON FUNCTION acting_role, acting_organisation_id, acting_as_owner, acting_group, acting_as, acting_as_staff,
    authority_zone, zoned_time, authority_time, authority_date, last_planned_day, regime_began_on, weekday_names, length_text TO PUBLIC;
