-- Versions of a regime and its clock rules: how long the law gives, counted how, stopped by what, and what follows when
-- nothing happens. A rule is data with its article; the arithmetic that all rules share is below.

CREATE TABLE regime_version (
    regime code NOT NULL CONSTRAINT regime_version_regime_fkey REFERENCES regime,
    version integer NOT NULL CONSTRAINT regime_version_version_check CHECK (version > 0),
    valid_from date NOT NULL,
    note prose,
    document prose,
    applied_at timestamptz NOT NULL DEFAULT now(),
    applied_by name NOT NULL DEFAULT acting_role(),
    CONSTRAINT regime_version_pkey PRIMARY KEY (regime, version)
);
COMMENT ON COLUMN regime_version.valid_from IS 'cases filed on this day or later are under this version, until the next one';
COMMENT ON COLUMN regime_version.document IS 'the regime file as it was applied; NULL: the version that came with the schema';
INSERT INTO regime_version (regime, version, valid_from) SELECT regime, 1, '-infinity' FROM regime;

-- A case keeps the version it was filed under.
ALTER TABLE case_file ADD COLUMN regime_version integer NOT NULL DEFAULT 1;
ALTER TABLE case_file ADD CONSTRAINT case_file_regime_version_fkey
    FOREIGN KEY (regime, regime_version) REFERENCES regime_version;

-- What happens to a case and can start or end a clock. The acts of casework report these; a rule names them.
CREATE TABLE clock_event (
    event code CONSTRAINT clock_event_pkey PRIMARY KEY,
    subject code NOT NULL,
    name_ko label NOT NULL,
    name_en label NOT NULL
);
COMMENT ON COLUMN clock_event.subject IS 'what a clock started by it is about: the case, one consultation, one decision …';
INSERT INTO clock_event VALUES
    ('application-received', 'case', '신청 접수', 'application received'),
    ('consultation-notified', 'consultation', '협의 통보', 'consultation notified to the ministry'),
    ('fast-track-consultation-notified', 'consultation', '동일·유사 과제 협의 통보', 'same-or-similar consultation notified'),
    ('replied', 'consultation', '회신', 'reply'),
    ('replies-complete', 'case', '모든 회신 완료', 'all replies are there'),
    ('replies-reopened', 'case', '협의 재개', 'consultation opened again'),
    ('result-notified', 'case', '결과 통지', 'result notified to the applicant'),
    ('tabled', 'case', '심의위원회 상정', 'tabled at the committee'),
    ('decided', 'case', '의결', 'decision'),
    ('returned', 'case', '반려', 'returned'),
    ('withdrawn', 'case', '철회', 'withdrawn'),
    ('rejected', 'decision', '부결 통지', 'rejection notified'),
    ('granted', 'decision', '지정·허가', 'grant'),
    ('validity-begun', 'decision', '유효기간 시작', 'validity begun'),
    ('redeliberation-requested', 'decision', '재심의 요청', 're-deliberation requested'),
    ('redeliberated', 'decision', '재심의 의결', 're-deliberation decided'),
    ('change-requested', 'change', '조건 변경 요청 통보', 'change of conditions notified'),
    ('change-replied', 'change', '조건 변경 회신', 'reply on the change of conditions'),
    ('change-ruled', 'change', '조건 변경 처리', 'ruling on the change of conditions'),
    ('revision-requested', 'revision', '법령정비 요청 접수', 'request for law revision received'),
    ('revision-planned', 'decision', '법령정비계획 통보', 'law-revision plan notified'),
    ('revision-found', 'revision', '법령정비 판단결과 통지', 'finding on the law revision notified'),
    ('extension-applied', 'decision', '연장 신청', 'extension applied for'),
    ('revision-applied', 'decision', '법령정비 요청', 'law revision asked for'),
    ('temporary-permit-applied', 'revision', '임시허가 신청', 'temporary permit applied for'),
    ('expired', 'decision', '유효기간 만료', 'validity ended'),
    ('result-reported', 'decision', '결과보고', 'result reported'),
    ('commenced', 'decision', '사업 개시', 'business commenced'),
    ('insured', 'decision', '책임보험 가입', 'insured'),
    ('insurance-renewed', 'insurance', '책임보험 갱신', 'insurance renewed'),
    ('insurance-copied', 'insurance', '갱신 증서 제출', 'copy of the renewed insurance handed in'),
    ('claim-received', 'claim', '손해배상 청구 접수', 'damages claim received'),
    ('claim-paid', 'claim', '손해배상 지급', 'damages paid'),
    ('claim-settled', 'claim', '손해배상 처리', 'damages claim dealt with'),
    ('claim-reported', 'claim', '손해배상 결과 보고', 'outcome of the claim reported'),
    ('disposition-received', 'objection', '처분 통지', 'disposition received'),
    ('objection-filed', 'objection', '이의신청', 'objection filed'),
    ('objection-answered', 'objection', '이의신청 결과 통지', 'objection answered'),
    ('exit', 'decision', '실증 종료', 'trial ended'),
    ('exit-reported', 'decision', '종료보고서', 'exit report handed in'),
    ('established', 'regime', '샌드박스 설치', 'sandbox established'),
    ('annual-reported', 'regime', '연차보고', 'annual report published');

-- The ways the law counts. Each is three answers; the names are those of regime files.
CREATE TABLE counting_method (
    counting code CONSTRAINT counting_method_pkey PRIMARY KEY,
    counts_first_day boolean NOT NULL,
    counts_open_days_only boolean NOT NULL,
    runs_backward boolean NOT NULL,
    end_moves boolean NOT NULL,
    ends_on_same_date boolean NOT NULL,
    name_ko label NOT NULL,
    name_en label NOT NULL,
    basis label NOT NULL
);
COMMENT ON COLUMN counting_method.end_moves IS 'an end on a closed day moves to the next open day';
COMMENT ON COLUMN counting_method.ends_on_same_date IS
    'months and years end on the date of the event, or the last of the month, and not on the day before the corresponding one';
INSERT INTO counting_method VALUES
    ('civil', false, false, false, true, false, '초일 불산입, 말일이 토요일·공휴일이면 다음 날',
        'first day out, an end on a Saturday or holiday moves on', '민법 제157조, 제159조~제161조'),
    ('burden', true, false, false, false, false, '초일 산입, 말일 이동 없음',
        'first day in, the end does not move', '행정기본법 제6조 제2항'),
    ('petition', true, true, false, true, false, '초일 산입, 토요일·공휴일 불산입, 5일 이하는 근무시간 8시간을 1일로',
        'first day in, Saturdays and holidays out; five days or fewer in working hours', '민원처리법 제19조'),
    ('validity', true, false, false, false, false, '초일 산입, 말일 이동 없음(유효기간)',
        'first day in, the end does not move (validity)', '지정서·허가증에 적힌 유효기간'),
    ('backward', true, false, true, false, false, '만료일부터 거꾸로 계산, 휴일이면 앞선 근무일이 안전',
        'back from the day the validity ends; on a closed day the earlier open day is safe', '민법 제157조 단서의 유추'),
    ('same-date', false, false, false, true, true, '초일 불산입, 사건일과 같은 날짜에 끝남, 말일이 휴무일이면 다음 근무일',
        'first day out, ends on the date of the event, an end on a closed day moves on',
        'Regulation (EEC, Euratom) No 1182/71, Article 3');

CREATE TABLE clock_rule (
    clock_rule_id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT clock_rule_pkey PRIMARY KEY,
    regime code NOT NULL,
    version integer NOT NULL,
    rule code NOT NULL,
    position smallint NOT NULL,
    name_ko label NOT NULL,
    name_en label NOT NULL,
    basis label NOT NULL,
    tracks code[] NOT NULL DEFAULT '{}',
    owed_by code NOT NULL CONSTRAINT clock_rule_owed_by_check CHECK (
        owed_by IN ('applicant', 'ministry', 'desk', 'committee')
    ),
    starts_on code CONSTRAINT clock_rule_starts_on_fkey REFERENCES clock_event,
    ends_on code[] NOT NULL DEFAULT '{}',
    anchor_rule code,
    floor_rule code,
    length smallint NOT NULL CONSTRAINT clock_rule_length_check CHECK (length BETWEEN 0 AND 3660),
    unit code NOT NULL CONSTRAINT clock_rule_unit_check CHECK (unit IN ('day', 'week', 'month', 'year')),
    counting code NOT NULL CONSTRAINT clock_rule_counting_fkey REFERENCES counting_method,
    stopped_by code[] NOT NULL DEFAULT '{}' CONSTRAINT clock_rule_stopped_by_check CHECK (
        stopped_by <@ ARRAY['supplement-by-debtor', 'supplement-by-desk', 'supplement-by-others', 'mediation', 'revision']::code[]
    ),
    cap_length smallint CONSTRAINT clock_rule_cap_check CHECK (cap_length > 0),
    cap_unit code CONSTRAINT clock_rule_cap_unit_check CHECK (cap_unit IN ('day', 'week', 'month', 'year')),
    extension_length smallint CONSTRAINT clock_rule_extension_length_check CHECK (extension_length > 0),
    extension_unit code CONSTRAINT clock_rule_extension_unit_check CHECK (extension_unit IN ('day', 'week', 'month', 'year')),
    extensions smallint NOT NULL DEFAULT 0 CONSTRAINT clock_rule_extensions_check CHECK (extensions BETWEEN 0 AND 12),
    when_missed code NOT NULL DEFAULT 'none' CONSTRAINT clock_rule_when_missed_check CHECK (
        when_missed IN ('none', 'deemed-not-needed', 'right-lost', 'ends', 'ground-for-revocation', 'fine')
    ),
    missed_ko prose,
    missed_en prose,
    valid_from date NOT NULL DEFAULT '-infinity',
    valid_to date,
    CONSTRAINT clock_rule_rule_key UNIQUE (regime, version, rule),
    CONSTRAINT clock_rule_version_fkey FOREIGN KEY (regime, version) REFERENCES regime_version,
    CONSTRAINT clock_rule_start_check CHECK ((starts_on IS NULL) <> (anchor_rule IS NULL)),
    CONSTRAINT clock_rule_cap_unit_length_check CHECK ((cap_length IS NULL) = (cap_unit IS NULL)),
    CONSTRAINT clock_rule_extension_check CHECK (
        (extensions = 0) = (extension_length IS NULL) AND (extension_length IS NULL) = (extension_unit IS NULL)
    ),
    CONSTRAINT clock_rule_valid_check CHECK (valid_from <= valid_to)
);
COMMENT ON COLUMN clock_rule.tracks IS 'the tracks it holds for; none: all';
COMMENT ON COLUMN clock_rule.anchor_rule IS 'the rule whose end is this one''s start: two months before the end of the validity';
COMMENT ON COLUMN clock_rule.floor_rule IS 'it does not end before that rule''s clock does: the later of three months and the expiry';
COMMENT ON COLUMN clock_rule.stopped_by IS 'causes whose time is not counted: supplements asked by the one who owes the reply, by the desk, by others …';
COMMENT ON COLUMN clock_rule.cap_length IS 'the end in any case, stops and extensions or not';

-- So many days, weeks, months or years, as an interval.
CREATE FUNCTION period_length(length integer, unit text) RETURNS interval
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN length * CASE unit WHEN 'day' THEN interval '1 day' WHEN 'week' THEN interval '7 days'
        WHEN 'month' THEN interval '1 month' ELSE interval '1 year' END;

-- The last day of a period without stops, before an end on a closed day is moved. `first_day` is the first that counts.
-- A month or year ends on the day before the corresponding one; where there is none, on the last of the month (민법 제160조).
CREATE FUNCTION period_end(first_day date, length integer, unit text) RETURNS date
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN CASE
        WHEN unit IN ('day', 'week') THEN first_day + length * CASE unit WHEN 'day' THEN 1 ELSE 7 END - 1
        ELSE (first_day + period_length(length, unit))::date
            - CASE WHEN extract(day FROM first_day + period_length(length, unit)) < extract(day FROM first_day)
                THEN 0 ELSE 1 END
    END;

-- The end moved by the days that do not count: each stop that begins no later than the end so far moves it by its length.
-- NULL: a stop that has not ended holds it up.
CREATE FUNCTION stopped_end(period_end date, first_day date, stops datemultirange) RETURNS date
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$
SELECT CASE WHEN coalesce(bool_or(upper_inf(s.days)), false) THEN NULL
    ELSE stopped_end.period_end + coalesce(sum(upper(s.days) - lower(s.days)), 0)::integer END
FROM (
    SELECT d.days, coalesce(sum(CASE WHEN upper_inf(d.days) THEN NULL ELSE upper(d.days) - lower(d.days) END)
        OVER (ORDER BY lower(d.days) ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0)::integer AS before
    FROM (SELECT x * daterange(stopped_end.first_day, NULL) AS days FROM unnest(stopped_end.stops) AS x) AS d
    WHERE NOT isempty(d.days)
) AS s
WHERE lower(s.days) - s.before <= stopped_end.period_end
$$;

-- The n-th open day from `first_day` on, stops left out. NULL: a stop that has not ended holds it up, or the calendar ends.
-- On the calendar as it is known now it goes by the index, no further than it has to look.
CREATE FUNCTION open_day_end(
    calendar text, known_on date, first_day date, length integer, stops datemultirange
) RETURNS date
    LANGUAGE sql STABLE PARALLEL SAFE SET search_path = sandbox, pg_temp
    AS $$
SELECT CASE WHEN open_day_end.known_on IS NULL THEN (
    SELECT max(n.day) FILTER (WHERE n.number = open_day_end.length) FROM (
        SELECT d.day, row_number() OVER (ORDER BY d.day) AS number FROM calendar_day AS d
        WHERE d.calendar = open_day_end.calendar AND d.is_open AND d.day >= open_day_end.first_day
            AND NOT d.day <@ coalesce(open_day_end.stops, '{}')
        ORDER BY d.day LIMIT open_day_end.length
    ) AS n
) ELSE (
    SELECT max(n.day) FILTER (WHERE n.number = open_day_end.length) FROM (
        SELECT d.day, row_number() OVER (ORDER BY d.day) AS number
        FROM calendar_as_known(open_day_end.calendar, open_day_end.known_on) AS d
        WHERE d.is_open AND d.day >= open_day_end.first_day AND NOT d.day <@ coalesce(open_day_end.stops, '{}')
        ORDER BY d.day LIMIT open_day_end.length
    ) AS n
) END
$$;

-- The nearest open day from one on, either way, as the calendar was known on a day: looked up where it is asked, so that
-- counting a thousand periods does not read the calendar a thousand times.
CREATE FUNCTION nearest_open(calendar text, known_on date, day date, step integer) RETURNS date
    LANGUAGE sql STABLE PARALLEL SAFE SET search_path = sandbox, pg_temp
    AS $$
SELECT CASE WHEN nearest_open.step > 0 THEN min(d.day) ELSE max(d.day) END
FROM (SELECT nearest_open.day + n * nearest_open.step AS day FROM generate_series(0, 60) AS n) AS d
JOIN calendar AS c ON c.calendar = nearest_open.calendar
WHERE d.day BETWEEN '2000-01-01' AND '2061-01-31' AND NOT extract(isodow FROM d.day)::smallint = ANY (c.closed_weekdays)
    AND NOT d.day = ANY (ARRAY(SELECT h.day FROM public_holiday AS h
        WHERE h.calendar = nearest_open.calendar AND h.known_from <= nearest_open.known_on
            AND coalesce(h.known_to > nearest_open.known_on, true)
            AND h.day BETWEEN nearest_open.day - 60 AND nearest_open.day + 60))
$$;

-- A period of open days. Five days or fewer are counted in working hours: what comes after the opening, or on a closed day,
-- is due at its hour a day later (민원처리법 제19조). `length` is the rule's, `added` what extensions add.
CREATE TYPE day_and_hour AS (day date, hour time);
CREATE FUNCTION petition_end(
    calendar text, known_on date, first_day date, start date, start_time time, length integer, added integer,
    stops datemultirange
) RETURNS day_and_hour
    LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
    SELECT (
        open_day_end(petition_end.calendar, petition_end.known_on,
            petition_end.first_day + CASE WHEN h.by_hours AND (NOT h.is_open OR h.at > h.opens_at) THEN 1 ELSE 0 END,
            petition_end.length + petition_end.added, petition_end.stops),
        CASE WHEN h.by_hours THEN
            CASE WHEN h.is_open AND h.at > h.opens_at AND h.at < h.closes_at THEN h.at ELSE h.closes_at END END
    )::day_and_hour
    FROM (
        SELECT petition_end.length <= 5 AS by_hours, k.opens_at, k.closes_at,
            coalesce(petition_end.start_time, k.opens_at) AS at,
            CASE WHEN petition_end.known_on IS NULL
                THEN (SELECT d.is_open FROM calendar_day AS d WHERE d.calendar = k.calendar AND d.day = petition_end.start)
                ELSE nearest_open(k.calendar, petition_end.known_on, petition_end.start, 1) = petition_end.start
            END AS is_open
        FROM calendar AS k WHERE k.calendar = petition_end.calendar
    ) AS h;
END;

-- Counts one period by the answers of its counting method: when it ends, and what would have been without stops, moves and
-- cap.
--   start, start_time  the day of the event, and its time where a period is counted in working hours
--   added              how much extensions add, in units of added_unit
--   stops              the days that do not count; an upper bound of infinity: it lasts
-- counted_end is NULL while a stop lasts. A backward period ends on the day by which the act must be done; safe_on is then
-- the open day before it. A function of columns and not of a rule's row, so that it is planned with the query around it;
-- the calendar is joined, so that many periods read it once.
CREATE FUNCTION counted_period(
    calendar text, known_on date, start date, start_time time, counts_first_day boolean, counts_open_days_only boolean,
    runs_backward boolean, end_moves boolean, ends_on_same_date boolean, length integer, unit text, added integer,
    added_unit text, cap_length integer, cap_unit text, stops datemultirange
) RETURNS TABLE (first_day date, plain_end date, counted_end date, cap_on date, due_on date, due_time time, safe_on date)
    LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
    SELECT p.first_day, p.plain_end, p.counted_end,
        CASE WHEN p.cap_end IS NULL OR NOT counted_period.end_moves THEN p.cap_end
            WHEN counted_period.known_on IS NULL THEN k.next_open
            ELSE nearest_open(counted_period.calendar, counted_period.known_on, p.cap_end, 1) END,
        least(
            CASE WHEN p.counted_end IS NULL OR NOT counted_period.end_moves THEN p.counted_end
                WHEN counted_period.known_on IS NULL THEN e.next_open
                ELSE nearest_open(counted_period.calendar, counted_period.known_on, p.counted_end, 1) END,
            CASE WHEN p.cap_end IS NULL OR NOT counted_period.end_moves THEN p.cap_end
                WHEN counted_period.known_on IS NULL THEN k.next_open
                ELSE nearest_open(counted_period.calendar, counted_period.known_on, p.cap_end, 1) END),
        p.due_time,
        CASE WHEN p.counted_end IS NULL OR NOT counted_period.runs_backward THEN NULL
            WHEN counted_period.known_on IS NULL THEN e.previous_open
            ELSE nearest_open(counted_period.calendar, counted_period.known_on, p.counted_end, -1) END
    FROM (
        SELECT a.first_day, a.plain_end, (a.petition).hour AS due_time, a.cap_end,
            CASE WHEN counted_period.counts_open_days_only AND counted_period.unit = 'day' THEN (a.petition).day
                WHEN counted_period.stops IS NULL OR counted_period.runs_backward THEN a.plain_end
                ELSE stopped_end(a.plain_end, a.first_day, counted_period.stops) END AS counted_end
        FROM (
            SELECT f.first_day,
                CASE WHEN counted_period.runs_backward
                        THEN (counted_period.start - period_length(counted_period.length, counted_period.unit))::date
                    WHEN counted_period.ends_on_same_date AND counted_period.added > 0
                        THEN (counted_period.start + period_length(counted_period.length, counted_period.unit)
                            + period_length(counted_period.added, counted_period.added_unit))::date
                    WHEN counted_period.ends_on_same_date
                        THEN (counted_period.start + period_length(counted_period.length, counted_period.unit))::date
                    WHEN counted_period.added > 0 THEN period_end(
                        period_end(f.first_day, counted_period.length, counted_period.unit) + 1,
                        counted_period.added, counted_period.added_unit)
                    ELSE period_end(f.first_day, counted_period.length, counted_period.unit) END AS plain_end,
                CASE WHEN counted_period.runs_backward THEN NULL
                    WHEN counted_period.ends_on_same_date
                        THEN (counted_period.start + period_length(counted_period.cap_length, counted_period.cap_unit))::date
                    ELSE period_end(f.first_day, counted_period.cap_length, counted_period.cap_unit) END AS cap_end,
                CASE WHEN counted_period.counts_open_days_only AND counted_period.unit = 'day' THEN petition_end(
                    counted_period.calendar, counted_period.known_on, f.first_day, counted_period.start,
                    counted_period.start_time, counted_period.length, counted_period.added, counted_period.stops)
                END AS petition
            FROM (SELECT counted_period.start
                + CASE WHEN counted_period.counts_first_day THEN 0 ELSE 1 END AS first_day) AS f
            OFFSET 0
        ) AS a
        OFFSET 0
    ) AS p
    LEFT JOIN calendar_day AS e ON counted_period.known_on IS NULL AND e.calendar = counted_period.calendar
        AND e.day = p.counted_end
    LEFT JOIN calendar_day AS k ON counted_period.known_on IS NULL AND k.calendar = counted_period.calendar
        AND k.day = p.cap_end;
END;

-- The same by the name of the counting method, for a period that no rule describes.
CREATE FUNCTION count_period(
    calendar text, known_on date, start date, start_time time, counting text, length integer, unit text,
    added integer, added_unit text, cap_length integer, cap_unit text, stops datemultirange
) RETURNS TABLE (first_day date, plain_end date, counted_end date, cap_on date, due_on date, due_time time, safe_on date)
    LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
    SELECT p.first_day, p.plain_end, p.counted_end, p.cap_on, p.due_on, p.due_time, p.safe_on
    FROM counting_method AS m
    CROSS JOIN LATERAL counted_period(count_period.calendar, count_period.known_on, count_period.start,
        count_period.start_time, m.counts_first_day, m.counts_open_days_only, m.runs_backward, m.end_moves,
        m.ends_on_same_date, count_period.length, count_period.unit, count_period.added, count_period.added_unit,
        count_period.cap_length, count_period.cap_unit, count_period.stops) AS p
    WHERE m.counting = count_period.counting;
END;
GRANT EXECUTE ON FUNCTION period_length, period_end, stopped_end, open_day_end, nearest_open, petition_end,
    counted_period, count_period TO PUBLIC;
