-- Whose a regime is. Everybody who reads cases reads those of all regimes; the desk of an authority acts under its own only.

-- The authority of a regime: the one that was named, else the one that was entered first, which never becomes another. NULL
-- as long as there is none.
CREATE FUNCTION regime_authority_id(regime text) RETURNS bigint
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
BEGIN
    RETURN coalesce((SELECT a.authority_id FROM regime_authority AS a WHERE a.regime = regime_authority_id.regime),
        (SELECT min(o.organisation_id) FROM organisation AS o WHERE o.kind = 'authority'));
END $$;

-- Its name, which is nobody's secret.
CREATE FUNCTION authority_of(regime text) RETURNS text
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
BEGIN
    RETURN (SELECT o.name FROM organisation AS o
        WHERE o.organisation_id = regime_authority_id(authority_of.regime));
END $$;

-- The regimes of the authority for which the person acts; none for whoever acts for no authority.
CREATE FUNCTION own_regimes() RETURNS text[]
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
BEGIN
    RETURN ARRAY(SELECT g.regime::text FROM regime AS g
        WHERE regime_authority_id(g.regime) = acting_organisation_id() ORDER BY g.regime);
END $$;

-- The regimes whose cases a list shows where none is named; NULL: all there are. A desk looks at its own.
CREATE FUNCTION listed_regimes() RETURNS text[]
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
BEGIN
    IF acting_as('sandbox_desk')
        AND EXISTS (SELECT FROM regime AS g WHERE regime_authority_id(g.regime) <> acting_organisation_id()) THEN
        RETURN own_regimes();
    END IF;
    RETURN NULL;
END $$;

-- Refuses an act under these regimes to an authority that has none of them.
CREATE FUNCTION refuse_other_authority(regimes text[], authority bigint) RETURNS void
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
DECLARE named text;
BEGIN
    SELECT r.regime || ' ' || o.name INTO named
    FROM unnest(regimes) AS r (regime) JOIN organisation AS o ON o.organisation_id = regime_authority_id(r.regime)
    WHERE NOT EXISTS (SELECT FROM unnest(regimes) AS w (regime) WHERE regime_authority_id(w.regime) = authority)
    ORDER BY r.regime LIMIT 1;
    IF FOUND THEN
        PERFORM refuse('regime_other_authority_guard', 'the regime belongs to another authority', named);
    END IF;
END $$;

-- Where one authority's cases are under way, no other's desk closes the company or the ministry. Whether it may be edited at all
-- guard_authority asks.
CREATE FUNCTION guard_organisation() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
DECLARE item text;
BEGIN
    NEW.version := OLD.version + 1;
    IF NEW.closed_on IS NOT DISTINCT FROM OLD.closed_on OR NOT acting_as('sandbox_desk') THEN
        RETURN NEW;
    END IF;
    FOR item IN SELECT DISTINCT c.regime FROM case_file AS c JOIN stage AS s USING (stage)
        WHERE c.reference IS NOT NULL AND (s.is_open OR EXISTS (SELECT FROM kept_grant AS g
                WHERE g.case_file_id = c.case_file_id AND g.final_act IS NULL))
            AND (c.company_id = NEW.organisation_id OR EXISTS (SELECT FROM case_ministry AS m
                WHERE m.ministry_id = NEW.organisation_id AND m.case_file_id = c.case_file_id))
    LOOP
        PERFORM refuse_other_authority(ARRAY[item], acting_organisation_id());
    END LOOP;
    RETURN NEW;
END $$;
CREATE TRIGGER guard_organisation BEFORE UPDATE ON organisation FOR EACH ROW EXECUTE FUNCTION guard_organisation();

-- Makes a regime that authority's. Nothing is kept of what holds anyway; without an authority nothing changes.
CREATE FUNCTION assign_regime(regime text, authority bigint) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
BEGIN
    IF assign_regime.authority IS NULL
        OR assign_regime.authority IS NOT DISTINCT FROM regime_authority_id(assign_regime.regime) THEN
        RETURN;
    END IF;
    IF NOT EXISTS (SELECT FROM organisation AS o
        WHERE o.organisation_id = assign_regime.authority AND o.kind = 'authority') THEN
        PERFORM refuse('regime_organisation_kind_guard', 'a regime belongs to an authority');
    END IF;
    INSERT INTO regime_authority AS a (regime, authority_id) VALUES (assign_regime.regime, assign_regime.authority)
    ON CONFLICT ON CONSTRAINT regime_authority_pkey DO UPDATE
    SET (authority_id, assigned_at, assigned_by) = (excluded.authority_id, now(), acting_role());
END $$;

GRANT EXECUTE ON FUNCTION authority_of, own_regimes, listed_regimes TO PUBLIC;
