package import Postgres

/// Everything that the catalogue says of our schemas, as sorted lines: two databases of the same lines have the same
/// schema, however they came to it.
///
/// ```swift
/// let before = try await database.catalogue()
/// …
/// #expect(try await database.catalogue().differences(from: before) == [])
/// ```
package struct Catalogue: Equatable, Sendable {
    /// `function sandbox.acting_role(): CREATE OR REPLACE FUNCTION …`
    package let lines: [String]

    /// The lines that only one of two has: `-` of the other, `+` of this one.
    package func differences(from other: Catalogue) -> [String] {
        let (mine, theirs) = (Set(lines), Set(other.lines))
        return other.lines.filter { !mine.contains($0) }.map { "- \($0)" }
            + lines.filter { !theirs.contains($0) }.map { "+ \($0)" }
    }

    /// The lines that speak of something, by the beginning of their text.
    package func lines(of name: String) -> [String] { lines.filter { $0.contains(" \(name)") } }
}

extension Database {
    /// What the catalogue of this database says of our schemas.
    /// - Parameter schemas: ours, and those of other people that belong to a test.
    package func catalogue(
        of schemas: [String] = ["sandbox", "report", "instant", "past", "register", "access", "log"]
    ) async throws -> Catalogue {
        let lines: [String] = try await read(.snapshot) { session in
            try session.simple("SET LOCAL search_path TO pg_catalog")
            return try session.all(catalogueQuery(schemas))
        }
        return Catalogue(lines: lines.sorted())
    }
}

/// A line for each thing, so that the order in which files made them does not matter.
private func catalogueQuery(_ schemas: [String]) -> SQL {
    """
    WITH schema AS (SELECT n.oid, n.nspname, n.nspowner, n.nspacl FROM pg_namespace AS n WHERE n.nspname = ANY (\(schemas))),
    relation AS (
        SELECT c.*, format('%I.%I', s.nspname, c.relname) AS name FROM pg_class AS c JOIN schema AS s ON s.oid = c.relnamespace
    ), acl (name, acl) AS (
        SELECT 'schema ' || s.nspname, coalesce(s.nspacl, acldefault('n', s.nspowner)) FROM schema AS s
        UNION ALL SELECT 'relation ' || r.name,
            coalesce(r.relacl, acldefault(CASE r.relkind WHEN 'S' THEN 's' ELSE 'r' END::"char", r.relowner))
        FROM relation AS r WHERE r.relkind IN ('r', 'p', 'v', 'm', 'S')
        UNION ALL SELECT format('column %s.%I', r.name, a.attname), a.attacl
        FROM relation AS r JOIN pg_attribute AS a ON a.attrelid = r.oid
        UNION ALL SELECT 'function ' || p.oid::regprocedure, coalesce(p.proacl, acldefault('f', p.proowner))
        FROM pg_proc AS p JOIN schema AS s ON s.oid = p.pronamespace
        UNION ALL SELECT 'type ' || t.oid::regtype, coalesce(t.typacl, acldefault('T', t.typowner))
        FROM pg_type AS t JOIN schema AS s ON s.oid = t.typnamespace
    )
    SELECT format('schema %I of %s', s.nspname, pg_get_userbyid(s.nspowner)) FROM schema AS s
    UNION ALL
    SELECT format('relation %s: %s of %s %s%s%s', r.name, r.relkind, pg_get_userbyid(r.relowner), r.reloptions,
        CASE WHEN r.relrowsecurity THEN ' row security' END, CASE WHEN r.relforcerowsecurity THEN ' forced' END)
    FROM relation AS r WHERE r.relkind NOT IN ('i', 't')
    UNION ALL
    SELECT format('view %s: %s', r.name, pg_get_viewdef(r.oid)) FROM relation AS r WHERE r.relkind IN ('v', 'm')
    UNION ALL
    SELECT format('column %s.%I: %s%s%s%s', r.name, a.attname, format_type(a.atttypid, a.atttypmod),
        CASE WHEN a.attnotnull THEN ' not null' END, ' default ' || pg_get_expr(d.adbin, d.adrelid),
        nullif(' ' || a.attidentity::text || a.attgenerated::text, ' '))
    FROM relation AS r JOIN pg_attribute AS a ON a.attrelid = r.oid AND a.attnum > 0 AND NOT a.attisdropped
    LEFT JOIN pg_attrdef AS d ON d.adrelid = r.oid AND d.adnum = a.attnum WHERE r.relkind NOT IN ('i', 't', 'S')
    UNION ALL
    SELECT format('constraint %s on %s: %s', c.conname, coalesce(nullif(c.conrelid, 0)::regclass::text, c.contypid::regtype::text),
        pg_get_constraintdef(c.oid))
    FROM pg_constraint AS c JOIN schema AS s ON s.oid = c.connamespace
    UNION ALL
    SELECT 'index ' || pg_get_indexdef(i.indexrelid) FROM pg_index AS i JOIN relation AS r ON r.oid = i.indexrelid
    UNION ALL
    SELECT format('function %s of %s: %s', p.oid::regprocedure, pg_get_userbyid(p.proowner),
        CASE WHEN p.prokind = 'a' THEN (SELECT format('%s %s %s', g.aggtransfn, g.aggtranstype::regtype, g.agginitval)
            FROM pg_aggregate AS g WHERE g.aggfnoid = p.oid) ELSE pg_get_functiondef(p.oid) END)
    FROM pg_proc AS p JOIN schema AS s ON s.oid = p.pronamespace
    UNION ALL
    SELECT 'trigger ' || pg_get_triggerdef(t.oid) FROM pg_trigger AS t JOIN relation AS r ON r.oid = t.tgrelid
    WHERE NOT t.tgisinternal
    UNION ALL
    SELECT format('policy %I on %s: %s %s to %s using %s check %s', p.polname, r.name, p.polcmd, p.polpermissive,
        (SELECT string_agg(CASE o.role WHEN 0 THEN 'public' ELSE pg_get_userbyid(o.role) END, ', ' ORDER BY 1)
            FROM unnest(p.polroles) AS o (role)),
        pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid))
    FROM pg_policy AS p JOIN relation AS r ON r.oid = p.polrelid
    UNION ALL
    SELECT format('type %s: %s %s %s %s', t.oid::regtype, t.typtype, nullif(t.typbasetype, 0)::regtype, t.typnotnull, t.typdefault)
    FROM pg_type AS t JOIN schema AS s ON s.oid = t.typnamespace WHERE t.typtype IN ('d', 'e', 'c') AND t.typrelid = 0
    UNION ALL
    SELECT format('privilege on %s: %s to %s by %s%s', a.name, x.privilege_type,
        CASE x.grantee WHEN 0 THEN 'public' ELSE pg_get_userbyid(x.grantee) END, pg_get_userbyid(x.grantor),
        CASE WHEN x.is_grantable THEN ' with grant option' END)
    FROM acl AS a, LATERAL aclexplode(a.acl) AS x
    UNION ALL
    SELECT format('default privilege %s %s %s', pg_get_userbyid(d.defaclrole), d.defaclobjtype, d.defaclacl)
    FROM pg_default_acl AS d WHERE d.defaclnamespace = 0 OR d.defaclnamespace IN (SELECT s.oid FROM schema AS s)
    UNION ALL
    SELECT format('comment on %s: %s', pg_describe_object(d.classoid, d.objoid, d.objsubid), d.description)
    FROM pg_description AS d
    LEFT JOIN pg_class AS c ON d.classoid = 'pg_class'::regclass AND c.oid = d.objoid
    LEFT JOIN pg_proc AS p ON d.classoid = 'pg_proc'::regclass AND p.oid = d.objoid
    LEFT JOIN pg_type AS t ON d.classoid = 'pg_type'::regclass AND t.oid = d.objoid
    WHERE coalesce(c.relnamespace, p.pronamespace, t.typnamespace) IN (SELECT s.oid FROM schema AS s)
    """
}
