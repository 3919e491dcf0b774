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
    name_ko label NOT NULL,
    name_en label NOT NULL,
    basis label NOT NULL
);
COMMENT ON COLUMN counting_method.end_moves IS 'an end on a closed day moves to the next open day';
INSERT INTO counting_method VALUES
    ('civil', false, false, false, true, '초일 불산입, 말일이 토요일·공휴일이면 다음 날',
        'first day out, an end on a Saturday or holiday moves on', '민법 제157조, 제159조~제161조'),
    ('burden', true, false, false, false, '초일 산입, 말일 이동 없음',
        'first day in, the end does not move', '행정기본법 제6조 제2항'),
    ('petition', true, true, false, true, '초일 산입, 토요일·공휴일 불산입, 5일 이하는 근무시간 8시간을 1일로',
        'first day in, Saturdays and holidays out; five days or fewer in working hours', '민원처리법 제19조'),
    ('validity', true, false, false, false, '초일 산입, 말일 이동 없음(유효기간)',
        'first day in, the end does not move (validity)', '지정서·허가증에 적힌 유효기간'),
    ('backward', true, false, true, false, '만료일부터 거꾸로 계산, 휴일이면 앞선 근무일이 안전',
        'back from the day the validity ends; on a closed day the earlier open day is safe', '민법 제157조 단서의 유추');

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
    unit code NOT NULL CONSTRAINT clock_rule_unit_check CHECK (unit IN ('day', 'month', 'year')),
    counting code NOT NULL CONSTRAINT clock_rule_counting_fkey REFERENCES counting_method,
    stopped_by code[] NOT NULL DEFAULT '{}' CONSTRAINT clock_rule_stopped_by_check CHECK (
        stopped_by <@ ARRAY['supplement-by-debtor', 'supplement-by-desk', 'supplement-by-others', 'mediation', 'revision']::code[]
    ),
    cap_length smallint CONSTRAINT clock_rule_cap_check CHECK (cap_length > 0),
    cap_unit code CONSTRAINT clock_rule_cap_unit_check CHECK (cap_unit IN ('day', 'month', 'year')),
    extension_length smallint CONSTRAINT clock_rule_extension_length_check CHECK (extension_length > 0),
    extension_unit code CONSTRAINT clock_rule_extension_unit_check CHECK (extension_unit IN ('day', 'month', 'year')),
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

-- The last day of a period without stops, before an end on a closed day is moved. `first_day` is the first that counts.
-- A month or year ends on the day before the corresponding one; where there is none, on the last of the month (민법 제160조).
CREATE FUNCTION period_end(first_day date, length integer, unit text) RETURNS date
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN CASE unit
        WHEN 'day' THEN first_day + length - 1
        ELSE (first_day + length * CASE unit WHEN 'year' THEN interval '1 year' ELSE interval '1 month' END)::date
            - CASE WHEN extract(day FROM first_day + length
                    * CASE unit WHEN 'year' THEN interval '1 year' ELSE interval '1 month' END)
                < extract(day FROM first_day) THEN 0 ELSE 1 END
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
CREATE FUNCTION open_day_end(calendar text, known_on date, first_day date, length integer, stops datemultirange)
    RETURNS date
    LANGUAGE sql STABLE PARALLEL SAFE SET search_path = sandbox, pg_temp
    AS $$
SELECT min(n.day) FROM (
    SELECT d.day, row_number() OVER (ORDER BY d.day) AS number
    FROM calendar_days(open_day_end.known_on) AS d
    WHERE d.calendar = open_day_end.calendar AND d.is_open AND d.day >= open_day_end.first_day
        AND NOT d.day <@ coalesce(open_day_end.stops, '{}')
    ORDER BY d.day LIMIT open_day_end.length
) AS n WHERE n.number = open_day_end.length
$$;

-- The day itself if it is open, otherwise the next (direction 1) or the one before (-1) that is, as it was known on a day.
CREATE FUNCTION open_day_as_known(calendar text, day date, direction integer, known_on date) RETURNS date
    LANGUAGE sql STABLE PARALLEL SAFE SET search_path = sandbox, pg_temp
    AS $$
SELECT g.day FROM calendar AS c, LATERAL (SELECT open_day_as_known.day + n * direction AS day FROM generate_series(0, 60) AS n) AS g
WHERE c.calendar = open_day_as_known.calendar AND NOT extract(isodow FROM g.day)::smallint = ANY (c.closed_weekdays)
    AND NOT EXISTS (SELECT FROM public_holiday AS h
        WHERE h.calendar = c.calendar AND h.day = g.day AND h.known_from <= open_day_as_known.known_on
            AND coalesce(h.known_to > open_day_as_known.known_on, true))
ORDER BY direction * (g.day - open_day_as_known.day) LIMIT 1
$$;

-- Counts one period: when it ends, and what would have been without stops, moves and cap.
--   start, start_time  the day of the event, and its time where a period is counted in working hours
--   added              how much extensions add, in units of added_unit
--   stops              the days that do not count; an upper bound of infinity: it lasts
-- counted_end is NULL while a stop lasts. A backward period ends on the day by which the act must be done; safe_on is then
-- the open day before it. A function of columns and not of a rule's row, so that it is planned with the query around it.
CREATE FUNCTION count_period(
    calendar text, known_on date, start date, start_time time, counting text, length integer, unit text,
    added integer, added_unit text, cap_length integer, cap_unit text, stops datemultirange
) RETURNS TABLE (first_day date, plain_end date, counted_end date, cap_on date, due_on date, due_time time, safe_on date)
    LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
    SELECT c.first_day, c.plain_end, c.counted_end, CASE WHEN c.end_moves THEN c.cap_open ELSE c.cap_end END,
        CASE WHEN c.end_moves THEN least(c.end_open, c.cap_open) ELSE least(c.counted_end, c.cap_end) END,
        c.due_time, c.open_before
    FROM (
        -- Looked up day by day: a join would have the planner read the whole calendar for the clocks of one case.
        SELECT c.first_day, c.plain_end, c.counted_end, c.end_moves, c.cap_end, c.due_time,
            CASE WHEN NOT c.end_moves THEN NULL WHEN count_period.known_on IS NULL THEN
                (SELECT d.next_open FROM calendar_day AS d WHERE d.calendar = count_period.calendar AND d.day = c.counted_end)
                ELSE open_day_as_known(count_period.calendar, c.counted_end, 1, count_period.known_on) END AS end_open,
            CASE WHEN NOT c.end_moves OR c.cap_end IS NULL THEN NULL WHEN count_period.known_on IS NULL THEN
                (SELECT d.next_open FROM calendar_day AS d WHERE d.calendar = count_period.calendar AND d.day = c.cap_end)
                ELSE open_day_as_known(count_period.calendar, c.cap_end, 1, count_period.known_on) END AS cap_open,
            CASE WHEN NOT c.runs_backward THEN NULL WHEN count_period.known_on IS NULL THEN
                (SELECT d.previous_open FROM calendar_day AS d
                WHERE d.calendar = count_period.calendar AND d.day = c.counted_end)
                ELSE open_day_as_known(count_period.calendar, c.counted_end, -1, count_period.known_on) END AS open_before
    FROM (
        SELECT p.first_day, p.plain_end, p.end_moves, p.runs_backward, p.cap_end, p.due_time,
            CASE WHEN p.open_days_only THEN open_day_end(count_period.calendar, count_period.known_on, p.first_open,
                    count_period.length + count_period.added, count_period.stops)
                WHEN count_period.stops IS NULL OR p.runs_backward THEN p.plain_end
                ELSE stopped_end(p.plain_end, p.first_day, count_period.stops) END AS counted_end
        FROM (
            SELECT f.first_day, m.end_moves, m.runs_backward,
                m.counts_open_days_only AND count_period.unit = 'day' AS open_days_only,
                period_end(f.first_day, count_period.cap_length, count_period.cap_unit) AS cap_end,
                CASE WHEN m.runs_backward THEN (count_period.start - count_period.length * CASE count_period.unit
                        WHEN 'day' THEN interval '1 day' WHEN 'month' THEN interval '1 month'
                        ELSE interval '1 year' END)::date
                    WHEN count_period.added > 0 THEN period_end(
                        period_end(f.first_day, count_period.length, count_period.unit) + 1,
                        count_period.added, count_period.added_unit)
                    ELSE period_end(f.first_day, count_period.length, count_period.unit) END AS plain_end,
                CASE WHEN h.by_hours AND (NOT h.is_open OR h.start_time > h.opens_at) THEN f.first_day + 1
                    ELSE f.first_day END AS first_open,
                CASE WHEN h.by_hours THEN CASE
                    WHEN h.is_open AND h.start_time > h.opens_at AND h.start_time < h.closes_at THEN h.start_time
                    ELSE h.closes_at END END AS due_time
            FROM counting_method AS m
            CROSS JOIN LATERAL (SELECT count_period.start
                + CASE WHEN m.counts_first_day THEN 0 ELSE 1 END AS first_day) AS f
            LEFT JOIN LATERAL (SELECT true AS by_hours, k.opens_at, k.closes_at,
                    coalesce(count_period.start_time, k.opens_at) AS start_time,
                    (SELECT d.is_open FROM calendar_days(count_period.known_on) AS d
                    WHERE d.calendar = k.calendar AND d.day = count_period.start) AS is_open
                FROM calendar AS k WHERE m.counts_open_days_only AND count_period.unit = 'day'
                    AND count_period.length <= 5 AND k.calendar = count_period.calendar) AS h ON true
            WHERE m.counting = count_period.counting
            OFFSET 0
        ) AS p
        OFFSET 0
    ) AS c
    OFFSET 0
    ) AS c;
END;
GRANT EXECUTE ON FUNCTION period_end, stopped_end, open_day_end, open_day_as_known, count_period TO PUBLIC;
