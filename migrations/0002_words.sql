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

-- Texts in their order: one after the other, none missing.
CREATE DOMAIN prose_list AS prose[]
    CONSTRAINT prose_list_form_check CHECK (CASE array_ndims(VALUE)
        WHEN 1 THEN array_lower(VALUE, 1) = 1 AND array_position(VALUE, NULL) IS NULL ELSE cardinality(VALUE) = 0 END);

-- before commencement · every 6 months · within 30 days of end · on 2026-12-31
CREATE DOMAIN due_rule AS text
    CONSTRAINT due_rule_form_check CHECK (
        VALUE ~ ('^(before (commencement|end)|every [1-9][0-9]{0,2} (days|months)'
            || '|within [1-9][0-9]{0,2} (days|months) of (grant|commencement|end)'
            || '|on [12][0-9]{3}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01]))$')
        AND VALUE !~ '-(02-3[01]|(04|06|09|11)-31)$'
        AND CASE WHEN VALUE ~ '^on .*-02-29$' THEN substr(VALUE, 4, 4)::integer % 4 = 0
            AND (substr(VALUE, 4, 4)::integer % 100 <> 0 OR substr(VALUE, 4, 4)::integer % 400 = 0) ELSE true END);

-- Inside a SECURITY DEFINER function current_user is the owner; the role that was SET, or else the role that
-- logged in, is the acting one. Only roles one is a member of can be SET.
CREATE FUNCTION acting_role() RETURNS name LANGUAGE sql STABLE PARALLEL RESTRICTED
    RETURN coalesce(nullif(current_setting('role'), 'none'), session_user::text)::name;

-- What two spellings of a name have in common. These three are state, since an index and columns are made of them.
--
-- Half-width letters in lower case, one middle dot for all of them, and neither white space nor quotation marks nor characters
-- without a width. Nearly every name has none of them, which is quicker to see than to fold.
CREATE FUNCTION name_key(name text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN CASE WHEN name COLLATE "C" ~ E'^[ !#-&(-_a-~\u00B7\uAC00-\uD7A3]*$' THEN lower(replace(name, ' ', ''))
        ELSE lower(regexp_replace(normalize(regexp_replace(name,
            E'[\u0387\u119E\u16EB\u2022\u2024\u2027\u2219\u22C5\u2E31\u30FB\u318D\uFF65]', E'\u00B7', 'g'), NFKC),
            E'[\\s"''`\u00AB\u00AD\u00BB\u115F\u1160\u180E\u200B-\u200F\u2018-\u201F\u2039\u203A\u2060-\u2064\u3008-\u300F\uFEFF]',
            '', 'g')) END;

-- The name of a law without its middle dots, without remarks in parentheses, and without the article that follows it:
-- 「식품ㆍ의약품분야 시험ㆍ검사 등에 관한 법률」(약칭: 식품의약품검사법) 제6조, 식품·의약품분야 시험·검사 등에 관한 법률.
CREATE FUNCTION law_key(law text) RETURNS text
    LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE SET search_path = sandbox, pg_temp AS $$
DECLARE
    whole text := replace(name_key(law), '·', '');
    bare text := whole;
BEGIN
    IF bare ~ '[])]' THEN
        bare := regexp_replace(regexp_replace(bare, '\([^()]*\)|\[[^][]*\]', '', 'g'), '\([^()]*\)', '', 'g');
    END IF;
    IF bare ~ '[0-9]조' THEN
        bare := regexp_replace(bare, '(부칙)?제?[0-9]+조.*$', '');
    END IF;
    bare := regexp_replace(bare, '([법령칙])등$', '\1');
    RETURN CASE WHEN bare = '' THEN whole ELSE bare END;
END $$;

-- The name of an organisation without the form of a stock company, wherever it is written: ㈜한울, (주) 한울, 주식회사 한울,
-- 한울 주식회사, Hanul Co., Ltd. Any other form is part of the name, and comes last.
CREATE FUNCTION organisation_key(name text) RETURNS text
    LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE COST 1000 SET search_path = sandbox, pg_temp AS $$
DECLARE
    -- Names of files have _ for a space.
    whole text := replace(regexp_replace(name_key(CASE WHEN name ~ '[A-Za-z]\.?\s*$' THEN regexp_replace(name,
        '[,\s]+(co\.?,?\s*ltd|inc|corp|corporation|ltd|limited|company)\.?\s*$', '', 'i') ELSE name END),
        '_주$', '(주)'), '_', '');
    others CONSTANT text := '유한회사|유한책임회사|합자회사|합명회사|사단법인|재단법인|\((?:유|有|유한|사|社|재|財|합자|합명)\)';
    base text := whole;
    form text := '';
BEGIN
    IF whole ~ '회사|법인|\((주|株|유|有|유한|사|社|재|財|합자|합명)\)' THEN
        base := regexp_replace(whole, '^(주식회사|\([주株]\))|(주식회사|\([주株]\))$', '', 'g');
        form := coalesce(substring(base FROM '^(?:' || others || ')'), '');
        base := substr(base, length(form) + 1);
        IF form = '' THEN
            form := coalesce(substring(base FROM '(?:' || others || ')$'), '');
            base := left(base, length(base) - length(form));
        END IF;
        form := CASE WHEN form IN ('유한회사', '(유)', '(有)', '(유한)') THEN '(유)' WHEN form IN ('합자회사', '(합자)') THEN '(합자)'
            WHEN form IN ('합명회사', '(합명)') THEN '(합명)' WHEN form IN ('사단법인', '(사)', '(社)') THEN '(사)'
            WHEN form IN ('재단법인', '(재)', '(財)') THEN '(재)' ELSE form END;
    END IF;
    RETURN CASE WHEN base = '' THEN whole ELSE base || form END;
END $$;

-- Whether a number can be one under which a company is registered: in Korea ten digits, of which the last one follows from the
-- others (사업자등록번호); elsewhere letters and digits.
CREATE FUNCTION is_registration_no(number text) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN CASE WHEN number ~ '^[0-9]{3}-[0-9]{2}-[0-9]{5}$' THEN
        (SELECT (sum(d.digit * w.weight) + max(d.digit) FILTER (WHERE w.place = 9) * 5 / 10) % 10 = 0
        FROM (SELECT n.place, n.weight FROM unnest(ARRAY[1, 3, 7, 1, 3, 7, 1, 3, 5, 1]) WITH ORDINALITY AS n (weight, place)) AS w
        CROSS JOIN LATERAL (SELECT substr(replace(number, '-', ''), w.place::integer, 1)::integer AS digit) AS d)
        ELSE number ~ '^(?=.*[A-Z])(?=.*[0-9])[0-9A-Z][0-9A-Z ./-]*$' END;
