import CLibPQ

extension PostgresError {
    /// What a failed result says.
    init(result: OpaquePointer, statement: SQL, sentBy: CallSite) {
        func field(_ code: Int) -> String? {
            PQresultErrorField(result, Int32(code)).map { String(cString: $0) }
        }
        let state = field(LIBPQ_DIAG_SQLSTATE).map(SQLState.init(rawValue:)) ?? .connectionFailure
        let message =
            field(LIBPQ_DIAG_MESSAGE) ?? Self.firstLine(of: String(cString: PQresultErrorMessage(result)))
        self.init(Self.kind(of: state), message, state: state)
        severity = field(LIBPQ_DIAG_SEVERITY)
        detail = field(LIBPQ_DIAG_DETAIL)
        hint = field(LIBPQ_DIAG_HINT)
        position = field(LIBPQ_DIAG_POSITION).flatMap { Int($0) }
        internalPosition = field(LIBPQ_DIAG_INTERNAL_POSITION).flatMap { Int($0) }
        internalQuery = field(LIBPQ_DIAG_INTERNAL_QUERY)
        context = field(LIBPQ_DIAG_CONTEXT)
        schema = field(LIBPQ_DIAG_SCHEMA)
        table = field(LIBPQ_DIAG_TABLE)
        column = field(LIBPQ_DIAG_COLUMN)
        dataType = field(LIBPQ_DIAG_DATATYPE)
        constraint = field(LIBPQ_DIAG_CONSTRAINT)
        blame(statement, sentBy)
        withhold(statement.binds)
    }

    /// Notes which statement it was.
    mutating func blame(_ statement: SQL, _ sentBy: CallSite) {
        sql = statement.text
        bindCount = statement.bindCount
        location = sentBy.description
    }

    private static func kind(of state: SQLState) -> Kind {
        switch state.rawValue {
        case "57P01", "57P02", "57P03": .connection
        case "57014", "55P03", "25P03", "57P05": .timeout
        default: state.class == "08" ? .connection : .server
        }
    }

    static func firstLine(of text: String) -> String {
        let line = text.split(separator: "\n", maxSplits: 1).first.map(String.init) ?? ""
        return line.isEmpty ? "the connection to the server was lost" : line
    }
}

/// The line of source that sent a statement.
struct CallSite: Sendable, CustomStringConvertible {
    let file: StaticString
    let line: Int

    var description: String { "\(file):\(line)" }
}
