internal import Postgres

extension Examination {
    /// What is not as it was made. See ``RecordedCatalogue`` for what that proves.
    mutating func definitions() throws {
        try check(.definition) { session in
            guard try Migrator.comparable(in: session, Migrator.applied(in: session)) != nil else {
                return [Finding(.definition, .notice)]
            }
            let differences = try RecordedCatalogue.differences(session)
            return differences.isEmpty ? [Finding(.definition, .ok)] : differences.map(Finding.init)
        }
    }

    /// What the definitions of the database have lost since they were made.
    mutating func catalogue() throws {
        let schemas = Migrator.schemas
        try nothing(
            .index,
            """
            SELECT i.indexrelid::regclass::text FROM pg_index AS i JOIN pg_class AS c ON c.oid = i.indexrelid
            WHERE c.relnamespace::regnamespace::text = ANY (\(schemas)::text[]) AND NOT (i.indisvalid AND i.indisready)
            ORDER BY 1
            """)
        try nothing(
            .constraint,
            """
            SELECT c.conname || ' ON ' || c.conrelid::regclass FROM pg_constraint AS c
            WHERE c.connamespace::regnamespace::text = ANY (\(schemas)::text[]) AND NOT c.convalidated
            ORDER BY 1
            """)
        try nothing(
            .trigger,
            """
            SELECT t.tgname || ' ON ' || t.tgrelid::regclass FROM pg_trigger AS t JOIN pg_class AS c ON c.oid = t.tgrelid
            WHERE c.relnamespace::regnamespace::text = ANY (\(schemas)::text[]) AND t.tgenabled NOT IN ('O', 'A')
            ORDER BY 1
            """)
        try nothing(
            .rowSecurity,
            """
            SELECT c.oid::regclass::text FROM pg_class AS c
            WHERE c.relnamespace::regnamespace::text = ANY (\(schemas)::text[]) AND c.relkind IN ('r', 'p')
                AND NOT (c.relrowsecurity AND c.relforcerowsecurity)
            ORDER BY 1
            """)
        // Functions that change data, or that run with their owner's rights and may do so. One function does neither:
        // it waits for acts.
        try nothing(
            .publicRight,
            """
            SELECT 'EXECUTE ON ' || p.oid::regprocedure FROM pg_proc AS p
            WHERE p.pronamespace::regnamespace::text = ANY (\(schemas)::text[]) AND p.prosecdef AND p.provolatile = 'v'
                AND p.oid IS DISTINCT FROM to_regprocedure('instant.stable()')
                AND EXISTS (SELECT FROM aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) AS a WHERE a.grantee = 0)
            UNION ALL
            SELECT a.privilege_type || ' ON ' || c.oid::regclass FROM pg_class AS c, aclexplode(c.relacl) AS a
            WHERE c.relnamespace::regnamespace::text = ANY (\(schemas)::text[]) AND a.grantee = 0
                AND NOT (a.privilege_type = 'SELECT' AND c.relname::text = ANY (\(Migrator.bookkeepingTables)::text[]))
            UNION ALL
            SELECT a.privilege_type || ' ON SCHEMA ' || n.nspname FROM pg_namespace AS n, aclexplode(n.nspacl) AS a
            WHERE n.nspname::text = ANY (\(schemas)::text[]) AND a.grantee = 0
            ORDER BY 1
            """)
        // What everybody may do on a server whose administrator is no superuser (migrations/0001_roles.sql).
        try check(.publicRight) { session in
            try session.all(
                """
                SELECT 'EXECUTE ON ' || p.oid::regprocedure FROM pg_proc AS p
                WHERE p.pronamespace = 'pg_catalog'::regnamespace
                    AND p.proname IN ('lo_creat', 'lo_create', 'lo_from_bytea', 'lo_import', 'pg_logical_emit_message')
                    AND EXISTS (SELECT FROM aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) AS a
                        WHERE a.grantee = 0)
                ORDER BY 1
                """
            ) { (right: String) in Finding(.publicRight, .notice, right) }
        }
    }
}
