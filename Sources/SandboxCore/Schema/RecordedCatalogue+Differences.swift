internal import Postgres

extension RecordedCatalogue {
    /// Everything that differs, in an order in which the scripts can be run. A thing that is gone or foreign as a whole
    /// is named without its parts, and so are the rows of a table whose columns differ.
    ///
    /// Where one column or constraint is missing in a table and another of the same text is foreign, it was renamed: the
    /// script gives it its name back, and what follows its name needs none.
    /// - Parameter record: to compare with; nil for the last one recorded.
    static func differences(_ session: Session, comparing record: String? = nil) throws -> [SchemaDifference] {
        try session.withNamesInFull {
            try session.all(
                CatalogueQuery(session).statement(
                    """
                    , difference AS (
                        SELECT CASE WHEN f.kind IS NULL THEN 'missing' WHEN r.kind IS NULL THEN 'foreign' ELSE 'changed'
                                END AS change,
                            coalesce(r.kind, f.kind) AS kind, coalesce(r.name, f.name) AS name,
                            coalesce(r.part_of, f.part_of) AS part_of, coalesce(r.is_state, f.is_state) AS is_state,
                            coalesce(r.sha256, f.sha256) AS sha256, f.text,
                            CASE WHEN r.kind IS NULL THEN f.removal
                                WHEN f.kind IS NOT NULL OR r.kind NOT IN ('column', 'sequence') THEN r.making END AS repair
                        FROM found AS f FULL JOIN recorded AS r ON r.kind = f.kind AND r.name = f.name
                        WHERE f.sha256 IS DISTINCT FROM r.sha256
                    ), candidate AS (
                        SELECT d.kind, d.part_of, min(d.name) FILTER (WHERE d.change = 'missing') AS name,
                            min(d.name) FILTER (WHERE d.change = 'foreign') AS found_name
                        FROM difference AS d WHERE d.kind IN ('column', 'constraint') AND d.change <> 'changed'
                        GROUP BY d.kind, d.part_of, d.sha256
                        HAVING count(*) FILTER (WHERE d.change = 'missing') = 1 AND count(*) FILTER (WHERE d.change = 'foreign') = 1
                    ), renamed AS (
                        SELECT c.kind, c.part_of, c.name, c.found_name, o.old, o.new,
                            format('ALTER TABLE %s RENAME %s %s TO %s', c.part_of, upper(c.kind), o.new, o.old) AS script
                        FROM candidate AS c, LATERAL (SELECT
                            CASE c.kind WHEN 'column' THEN substr(c.name, length(c.part_of) + 2)
                                ELSE left(c.name, -length(' on ' || c.part_of)) END AS old,
                            CASE c.kind WHEN 'column' THEN substr(c.found_name, length(c.part_of) + 2)
                                ELSE left(c.found_name, -length(' on ' || c.part_of)) END AS new) AS o
                        WHERE to_regclass(c.part_of) IS NOT NULL
                    )
                    SELECT d.change, d.kind, d.name, d.is_state, CASE
                        WHEN NOT d.is_state THEN NULL
                        WHEN EXISTS (SELECT FROM renamed AS n WHERE n.kind = d.kind AND n.found_name = d.name AND d.change = 'foreign')
                            THEN NULL
                        WHEN d.change = 'changed' AND EXISTS (SELECT FROM renamed AS n, recorded AS r
                            WHERE n.kind = 'column' AND r.kind = d.kind AND r.name = d.name
                                AND r.sha256 = encode(sha256(convert_to(
                                    regexp_replace(d.text, '\\m' || n.new || '\\M', n.old, 'g'), 'UTF8')), 'hex')) THEN NULL
                        ELSE coalesce((SELECT n.script FROM renamed AS n
                            WHERE n.kind = d.kind AND n.name = d.name AND d.change = 'missing'), d.repair) END
                    FROM difference AS d
                    WHERE d.change = 'changed' OR NOT EXISTS (SELECT FROM difference AS w
                        WHERE w.name = d.part_of AND w.change = d.change
                            AND w.kind IN ('schema', 'type', 'function', 'sequence', 'table', 'view'))
                        AND NOT (d.kind = 'row' AND EXISTS (SELECT FROM difference AS w
                            WHERE w.kind = 'column' AND w.part_of = d.part_of))
                    ORDER BY array_position(ARRAY['schema', 'type', 'function', 'sequence', 'table', 'column', 'index',
                            'constraint', 'row', 'view', 'trigger', 'rule', 'policy'], d.kind),
                        d.repair LIKE '%FOREIGN KEY%', d.name
                    """, comparing: record), SchemaDifference.init(change:kind:name:isState:repair:))
        }
    }
}
