-- The words that columns are made of, and the one function that their defaults call.

-- Text a person typed. Hangul is stored composed (NFC) so that equal words are equal bytes, and no control
-- character can reach a terminal.
CREATE DOMAIN label AS text
    CONSTRAINT label_form_check CHECK (
        VALUE IS NFC NORMALIZED AND VALUE !~ '[[:cntrl:]]' AND VALUE = btrim(VALUE) AND length(VALUE) BETWEEN 1 AND 300
    );

CREATE DOMAIN prose AS text
    CONSTRAINT prose_form_check CHECK (
        VALUE IS NFC NORMALIZED AND VALUE !~ '[\x01-\x08\x0b\x0c\x0e-\x1f\x7f]' AND length(VALUE) BETWEEN 1 AND 100000);

CREATE DOMAIN code AS text CONSTRAINT code_form_check CHECK (VALUE ~ '^[a-z0-9]+([-_][a-z0-9]+)*$');

-- A day that a person wrote. An infinite one, or one whose year has five digits, would fail whoever counts with it.
CREATE DOMAIN civil_date AS date CONSTRAINT civil_date_form_check CHECK (VALUE BETWEEN '1900-01-01' AND '2999-12-31');

-- before commencement · every 6 months · within 30 days of end · on 2026-12-31
CREATE DOMAIN due_rule AS text
    CONSTRAINT due_rule_form_check CHECK (
        VALUE ~ ('^(before (commencement|end)|every [1-9][0-9]{0,2} (days|months)'
            || '|within [1-9][0-9]{0,2} (days|months) of (grant|commencement|end)|on [0-9]{4}-[0-9]{2}-[0-9]{2})$'));

-- Inside a SECURITY DEFINER function current_user is the owner; the role that was SET, or else the role that
-- logged in, is the acting one. Only roles one is a member of can be SET.
CREATE FUNCTION acting_role() RETURNS name LANGUAGE sql STABLE PARALLEL RESTRICTED
    RETURN coalesce(nullif(current_setting('role'), 'none'), session_user::text)::name;
