-- The words that columns are made of, and the one function that their defaults call.

-- Text a person typed. Hangul is stored composed (NFC) so that equal words are equal bytes. No control character can reach a
-- terminal, and nothing that is not seen can reverse a text or make two names look like one: format characters, marks of
-- direction, fillers, selectors, noncharacters. HiddenCharacters.swift has the same list; a test compares them.
CREATE DOMAIN label AS text
    CONSTRAINT label_form_check CHECK (
        VALUE IS NFC NORMALIZED AND VALUE = btrim(VALUE) AND length(VALUE) BETWEEN 1 AND 300
        AND VALUE !~ ('[\x01-\x1f\x7f-\x9f\u00ad\u034f\u0600-\u0605\u061c\u06dd\u070f\u0890-\u0891\u08e2\u115f-\u1160\u17b4-\u17b5'
            '\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f\u2800\u3164\ufdd0-\ufdef\ufe00-\ufe0f\ufeff\uffa0'
            '\ufff0-\ufffb\ufffe-\uffff\U000110bd\U000110cd\U00013430-\U0001343f\U0001bca0-\U0001bca3'
            '\U0001d173-\U0001d17a\U000e0000-\U000e0fff'
            '\U0001fffe-\U0001ffff\U0002fffe-\U0002ffff\U0003fffe-\U0003ffff\U0004fffe-\U0004ffff'
            '\U0005fffe-\U0005ffff\U0006fffe-\U0006ffff\U0007fffe-\U0007ffff\U0008fffe-\U0008ffff'
            '\U0009fffe-\U0009ffff\U000afffe-\U000affff\U000bfffe-\U000bffff\U000cfffe-\U000cffff'
            '\U000dfffe-\U000dffff\U000efffe-\U000effff\U000ffffe-\U000fffff\U0010fffe-\U0010ffff]'));

-- In prose what is not seen may be part of an emoji (joiner, selector, tags of a flag), the variant of an ideograph, or the
-- filler of an old Hangul syllable.
CREATE DOMAIN prose AS text
    CONSTRAINT prose_form_check CHECK (
        VALUE IS NFC NORMALIZED AND length(VALUE) BETWEEN 1 AND 100000
        AND VALUE !~ ('[\x01-\x08\x0b-\x1f\x7f-\x9f\u00ad\u034f\u0600-\u0605\u061c\u06dd\u070f\u0890-\u0891\u08e2\u17b4-\u17b5'
            '\u180b-\u180f\u200b-\u200c\u200e-\u200f\u2028-\u202e\u2060-\u206f\u2800\u3164\ufdd0-\ufdef\ufeff\uffa0'
            '\ufff0-\ufffb\ufffe-\uffff\U000110bd\U000110cd\U00013430-\U0001343f\U0001bca0-\U0001bca3'
            '\U0001d173-\U0001d17a'
            '\U0001fffe-\U0001ffff\U0002fffe-\U0002ffff\U0003fffe-\U0003ffff\U0004fffe-\U0004ffff'
            '\U0005fffe-\U0005ffff\U0006fffe-\U0006ffff\U0007fffe-\U0007ffff\U0008fffe-\U0008ffff'
            '\U0009fffe-\U0009ffff\U000afffe-\U000affff\U000bfffe-\U000bffff\U000cfffe-\U000cffff'
            '\U000dfffe-\U000dffff\U000efffe-\U000effff\U000ffffe-\U000fffff\U0010fffe-\U0010ffff'
            '\U000e0000-\U000e001f\U000e0080-\U000e00ff\U000e01f0-\U000e0fff]'
            '|(?<![\u2190-\u2bff\u3030\u303d\u3297\u3299\U0001f000-\U0001faff\ufe0f])\u200d'
            '|\u200d(?![\u2190-\u2bff\u3030\u303d\u3297\u3299\U0001f000-\U0001faff])'
            '|(?<![\u2190-\u2bff\u3030\u303d\u3297\u3299\U0001f000-\U0001faff#*0-9\u00a9\u00ae\u203c\u2049\u2122\u2139])'
            '[\ufe0e\ufe0f]'
            '|(?<![\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff])[\ufe00-\ufe0d\U000e0100-\U000e01ef]'
            '|(?<![\U0001f3f4\U000e0020-\U000e007e])[\U000e0020-\U000e007f]'
            '|\u115f(?![\u1161-\u11a7\ud7b0-\ud7c6])|(?<![\u1100-\u115e\ua960-\ua97c])\u1160'));

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
