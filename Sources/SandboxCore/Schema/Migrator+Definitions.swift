internal import Postgres

extension Migrator {
    /// The schemas that are ours as a whole.
    static let schemas = ["access", "instant", "log", "past", "register", "report", "sandbox"]
}

extension Migrator.Work {
    private var definitions: SchemaDefinitions { migrator.definitions }

    /// Replaces the definitions if they are not this program's. Everything is done in the transaction of the caller.
    /// - Returns: since when the tables are locked; nil if there was nothing to do.
    func replaceIfDue(_ session: Session) throws -> ContinuousClock.Instant? {
        try lockOut(session)
        let status = try migrator.status(in: session, target: nil)
        guard status.areDefinitionsDue, status.plan.pending.isEmpty, status.plan.disagreements.isEmpty else {
            return nil
        }
        let isFirst = status.definitions == nil
        let state = try state(status, session)
        try lockTables(session)
        let begun = ContinuousClock.now
        progress(.definitions)
        try session.execute("SET LOCAL client_min_messages TO warning")
        try session.execute("SET LOCAL search_path TO pg_catalog")
        let replacement = try replacement(keeping: RecordedCatalogue.kept(state, session), session)
        if !replacement.blocking.isEmpty { throw OthersDepend(things: try names(replacement.blocking, session)) }
        let views = try foreignViews(replacement.views, session)
        let grants: [String] = try session.all(.embedded("foreign_grant", binding: Migrator.schemas))
        try drop(replacement, views, session)
        try revoke(session)
        try runFiles(session)
        try checkBodies(session)
        try restore(views, session)
        try restore(grants, session)
        try session.execute("SET LOCAL ROLE sandbox_owner")
        try RecordedCatalogue.record(
            AppliedDefinitions(version: migrator.migrations.count, sha256: definitions.sha256), .now - begun,
            state: state, session)
        try session.execute("RESET ROLE")
        if isFirst { try enter(regimes, session) }
        return begun
    }

    /// The state that there should be, to be recorded.
    private func state(_ status: Migrator.Status, _ session: Session) throws -> String {
        if status.recorded?.version == migrator.migrations.count { return try RecordedCatalogue.lastState(session) }
        // Nobody can have changed yet what was made a moment ago.
        if isNew { return try RecordedCatalogue.state(session) }
        return try migrator.expectedState(upTo: migrator.migrations.count, session)
    }

    private func replacement(keeping state: [Replacement.Item], _ session: Session) throws -> Replacement {
        let definitions = try session.all(
            .embedded("definition", binding: Migrator.schemas, Migrator.bookkeepingTables)
        ) { (catalogue: Int64, number: Int64, drop: String) in
            Replacement.Definition(item: .init(catalogue: catalogue, number: number), drop: drop)
        }
        let links = try session.all(.embedded("dependency", binding: Migrator.schemas)) {
            (catalogue: Int64, number: Int64, isOurs: Bool, isView: Bool, onCatalogue: Int64, onNumber: Int64) in
            Replacement.Link(
                item: .init(catalogue: catalogue, number: number), isOurs: isOurs, isView: isView,
                on: .init(catalogue: onCatalogue, number: onNumber))
        }
        return Replacement(definitions, links, state: state)
    }

    private func names(_ items: [Replacement.Item], _ session: Session) throws -> [String] {
        try items.map { item in
            try session.one(
                "SELECT pg_describe_object(\(item.catalogue)::oid, \(item.number)::oid, 0)", as: String.self)
        }
    }

    private func drop(_ replacement: Replacement, _ views: [ForeignView], _ session: Session) throws {
        // Other people's views belong to them: the connected administrator drops them, not our owner.
        for view in views { try session.simple("DROP VIEW \(unsafe: view.name)") }
        if replacement.drops.isEmpty { return }
        try session.execute("SET LOCAL ROLE sandbox_owner")
        try session.simple("\(unsafe: replacement.drops.joined(separator: ";\n"))")
        try session.execute("RESET ROLE")
    }

    /// Privileges are defined by the files that follow, and by nothing that was there before.
    private func revoke(_ session: Session) throws {
        let roles: [String] = try session.all(
            "SELECT rolname::text FROM pg_roles WHERE rolname ~ '^sandbox_' AND rolname <> 'sandbox_owner' ORDER BY 1")
        // What somebody else made among ours is his.
        let things: [String] = try session.all(
            """
            SELECT t.kind || ' ' || string_agg(t.name, ', ') FROM (
                SELECT CASE c.relkind WHEN 'S' THEN 'SEQUENCE' ELSE 'TABLE' END AS kind, c.oid::regclass::text AS name,
                    c.relnamespace AS namespace, c.relowner AS owner
                FROM pg_class AS c WHERE c.relkind IN ('r', 'p', 'v', 'S')
                UNION ALL SELECT 'ROUTINE', p.oid::regprocedure::text, p.pronamespace, p.proowner FROM pg_proc AS p) AS t
            WHERE t.namespace::regnamespace::text = ANY (\(Migrator.schemas))
                AND pg_has_role('sandbox_owner', t.owner, 'MEMBER')
            GROUP BY t.kind
            """)
        // What our roles give away with everything they make.
        let defaults: [String] = try session.all(
            """
            SELECT DISTINCT format('ALTER DEFAULT PRIVILEGES FOR ROLE %I%s REVOKE ALL ON %s FROM %s',
                pg_get_userbyid(d.defaclrole), ' IN SCHEMA ' || quote_ident(n.nspname),
                CASE d.defaclobjtype WHEN 'r' THEN 'TABLES' WHEN 'S' THEN 'SEQUENCES' WHEN 'f' THEN 'FUNCTIONS'
                    WHEN 'T' THEN 'TYPES' ELSE 'SCHEMAS' END,
                CASE x.grantee WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(x.grantee)) END)
            FROM pg_default_acl AS d LEFT JOIN pg_namespace AS n ON n.oid = d.defaclnamespace, aclexplode(d.defaclacl) AS x
            WHERE pg_get_userbyid(d.defaclrole) IN ('sandbox_owner', 'sandbox_role_admin', 'sandbox_register')
                AND x.grantee <> d.defaclrole
                AND pg_has_role(current_user, d.defaclrole, 'MEMBER')
            """)
        for statement in defaults { try session.execute("\(unsafe: statement)") }
        try session.execute("ALTER DEFAULT PRIVILEGES FOR ROLE sandbox_owner REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC")
        try session.execute("SET LOCAL ROLE sandbox_owner")
        let everybody: SQL = roles.map { "\(identifier: $0)" }.reduce("PUBLIC") { $0 + ", " + $1 }
        for thing in things { try session.execute("REVOKE ALL ON \(unsafe: thing) FROM \(everybody)") }
        try session.simple(Migrator.bookkeepingGrant)
        try session.execute("RESET ROLE")
    }

    private func runFiles(_ session: Session) throws {
        try session.execute("SET LOCAL search_path TO sandbox, public")
        // The order of the files is that of the law: a body may call what is defined later. All are checked at the end.
        try session.execute("SET LOCAL check_function_bodies TO off")
        try session.execute("SET LOCAL ROLE sandbox_owner")
        for file in definitions.files {
            do { try session.simple("\(unsafe: file.text)") } catch let error as PostgresError {
                throw MigrationFailure(file.path, file.text, error)
            }
        }
        try session.execute("RESET ROLE")
    }
}
