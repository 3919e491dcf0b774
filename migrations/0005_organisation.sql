-- Organisations and the persons who act for them. A person is a PostgreSQL LOGIN role: who is acting is what
-- PostgreSQL authenticated, never a setting that a session could change.

CREATE TABLE organisation (
    organisation_id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT organisation_pkey PRIMARY KEY,
    kind code NOT NULL CONSTRAINT organisation_kind_check CHECK (kind IN ('company', 'ministry', 'authority', 'other')),
    name label NOT NULL,
    name_en label,
    registration_no label,
    closed_on civil_date,
    version integer NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT organisation_name_key UNIQUE (name),
    CONSTRAINT organisation_registration_no_check CHECK (is_registration_no(registration_no)),
    CONSTRAINT organisation_registration_no_key UNIQUE (registration_no)
);
COMMENT ON COLUMN organisation.registration_no IS
    'business registration number (사업자등록번호) of a company, as 000-00-00000; of a company abroad letters and digits';
CREATE INDEX organisation_key_idx ON organisation (organisation_key(name));
CREATE INDEX organisation_list_idx
    ON organisation (array_position('{authority,ministry,company,other}'::text[], kind::text), name);
CREATE INDEX organisation_authority_idx ON organisation (organisation_id) WHERE kind = 'authority';

-- Whose a regime is, where somebody has said so. One of which nobody has is of the authority that was entered first.
CREATE TABLE regime_authority (
    regime code CONSTRAINT regime_authority_pkey PRIMARY KEY
        CONSTRAINT regime_authority_regime_fkey REFERENCES regime,
    authority_id bigint NOT NULL CONSTRAINT regime_authority_authority_id_fkey REFERENCES organisation,
    assigned_at timestamptz NOT NULL DEFAULT now(), assigned_by name NOT NULL DEFAULT acting_role()
);
CREATE INDEX regime_authority_authority_id_idx ON regime_authority (authority_id);
COMMENT ON COLUMN regime_authority.authority_id IS 'only its desk acts under the regime (guard_authority)';

CREATE TABLE person (
    role_name name CONSTRAINT person_pkey PRIMARY KEY
        CONSTRAINT person_role_name_check CHECK (
            role_name ~ '^[a-z][a-z0-9_.-]{1,62}$' AND role_name !~ '^(pg|sandbox)_'),
    group_role text NOT NULL CONSTRAINT person_group_role_check CHECK (
        group_role IN ('sandbox_company', 'sandbox_ministry', 'sandbox_desk', 'sandbox_analyst',
            'sandbox_auditor', 'sandbox_operator', 'sandbox_public')),
    organisation_id bigint CONSTRAINT person_organisation_id_fkey REFERENCES organisation,
    display_name label NOT NULL,
    rights code[] NOT NULL DEFAULT '{file,decide,sign}'
        CONSTRAINT person_rights_check CHECK (rights <@ '{file,decide,sign}'::code[]),
    password_set_at timestamptz,
    disabled_at timestamptz,
    created_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT person_organisation_check CHECK (
        organisation_id IS NOT NULL OR group_role NOT IN ('sandbox_company', 'sandbox_ministry', 'sandbox_desk'))
);
CREATE INDEX person_organisation_id_idx ON person (organisation_id);
COMMENT ON COLUMN person.rights IS
    'which of the acts that bind the organisation the person may do (act_right): hand in, decide, sign; each once, in this order';
COMMENT ON COLUMN person.password_set_at IS 'when the register last gave the login a password; the password itself is PostgreSQL''s';

-- For whom the acting person acts; defaults of columns call it. NULL for a disabled person, for a group role that somebody
-- SET, and for an administrator. In plpgsql, as everything that policies, defaults and triggers ask: its plan is kept for the
-- session, where that of an SQL function is made anew for every statement that calls it.
CREATE FUNCTION acting_organisation_id() RETURNS bigint
    LANGUAGE plpgsql STABLE PARALLEL RESTRICTED SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
BEGIN
    RETURN (SELECT p.organisation_id FROM person AS p WHERE p.role_name = acting_role() AND p.disabled_at IS NULL);
END $$;
