internal import Postgres

extension Tracker {
    /// Looks at everything an operator must know: the schema, the server, the register. Changes nothing.
    ///
    /// Every role gets an answer. What it may not see is ``Finding/Verdict/hidden``. A schema that is not this program's
    /// is a finding too; the register is then left alone.
    public func diagnose() async throws -> [Finding] {
        try await database.namingWhoLocks {
            let lanes = database.lanes
            let schema = try await database.schemaState()
            return try await database.readUnchecked { session in
                var examination = Examination(session)
                try examination.schema(schema)
                try examination.server(lanes: lanes)
                try examination.activity()
                try examination.catalogue()
                if case .ours = schema {
                    try examination.definitions()
                    try examination.register()
                }
                return examination.findings
            }
        }
    }
}
