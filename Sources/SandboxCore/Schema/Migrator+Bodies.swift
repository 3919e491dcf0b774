internal import Postgres

extension Migrator.Work {
    /// Checks the body of every function that is kept as text, as PostgreSQL would have done when the function was
    /// made: under the function's own settings, and now that everything that it may name exists.
    func checkBodies(_ session: Session) throws {
        let functions = try session.all(
            """
            SELECT p.oid::bigint, l.lanvalidator::regproc::text, coalesce((SELECT substr(s.setting, 13)
                FROM unnest(p.proconfig) AS s (setting) WHERE s.setting LIKE 'search_path=%'), 'sandbox, public')
            FROM pg_proc AS p JOIN pg_namespace AS n ON n.oid = p.pronamespace JOIN pg_language AS l ON l.oid = p.prolang
            WHERE n.nspname = ANY (\(Migrator.schemas)) AND l.lanname IN ('sql', 'plpgsql') AND p.prosqlbody IS NULL
            ORDER BY 3, 1
            """
        ) { (function: Int64, validator: String, path: String) in (function, validator, path) }
        try session.execute("SET LOCAL check_function_bodies TO on")
        try session.execute("SET LOCAL ROLE sandbox_owner")
        var current: String?
        for (function, validator, path) in functions {
            if path != current { try session.simple("SET LOCAL search_path TO \(unsafe: path)") }
            current = path
            do {
                try session.execute("SELECT \(unsafe: validator)(\(function)::oid)")
            } catch let error as PostgresError {
                throw failure(error)
            }
        }
        try session.execute("RESET ROLE")
    }

    /// PostgreSQL says where in the body the error is; the file with this body is at fault.
    private func failure(_ error: PostgresError) -> any Error {
        guard let body = error.internalQuery,
            let (file, line) = migrator.definitions.files.lazy.compactMap({ file in
                file.text.line(of: body).map { (file, $0) }
            }).first
        else { return MigrationFailure("schema/", "", error) }
        let before = body.unicodeScalars.prefix(max(0, (error.internalPosition ?? 1) - 1)).count { $0 == "\n" }
        return MigrationFailure(file.path, file.text, line: line + before, error)
    }
}

extension String {
    /// The line, from 1, on which another text begins in this one.
    fileprivate func line(of other: String) -> Int? {
        let (text, part) = (Array(utf8), Array(other.utf8))
        guard !part.isEmpty, part.count <= text.count else { return nil }
        let start = (0...(text.count - part.count)).first { text[$0...].starts(with: part) }
        return start.map { text[..<$0].count { $0 == UInt8(ascii: "\n") } + 1 }
    }
}
