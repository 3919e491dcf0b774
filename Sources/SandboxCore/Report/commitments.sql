-- What was promised at summits, counted by owner, summit or kind, and in total (the last row).
-- $1 as_of date: the day; NULL: the authority's today. Evidence of what had happened by then counts.
-- $2 by text: owner, summit or kind
-- $3 summit integer: its number; NULL: all summits
-- $4 regime text: NULL: all regimes
-- columns: is_total boolean, name text, as_of date, commitments bigint, kept bigint, open bigint, overdue bigint, withdrawn bigint
WITH commitment_then AS (
    SELECT x.as_of, x.state, s.summit_no, c.owner::text AS owner, c.kind::text AS kind
    FROM commitment_at($1::date) AS x JOIN commitment AS c USING (commitment_id) JOIN summit AS s USING (summit_id)
    WHERE ($3::integer IS NULL OR s.summit_no = $3::integer) AND ($4::text IS NULL OR s.regime = $4::text)
), member AS (
    SELECT false AS is_total, CASE $2::text WHEN 'owner' THEN c.owner WHEN 'kind' THEN c.kind ELSE c.summit_no::text END AS name,
        CASE $2::text WHEN 'summit' THEN c.summit_no ELSE 0 END AS place, c.as_of, c.state FROM commitment_then AS c
    UNION ALL
    SELECT true, NULL, 0, c.as_of, c.state FROM commitment_then AS c
)
SELECT m.is_total, m.name, max(m.as_of) AS as_of, count(*) AS commitments, count(*) FILTER (WHERE m.state = 'kept') AS kept,
    count(*) FILTER (WHERE m.state = 'open') AS open, count(*) FILTER (WHERE m.state = 'overdue') AS overdue,
    count(*) FILTER (WHERE m.state = 'withdrawn') AS withdrawn
FROM member AS m GROUP BY m.is_total, m.name ORDER BY m.is_total, min(m.place), m.name
