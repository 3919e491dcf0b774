internal import Postgres

/// How PostgreSQL writes an export.
public enum CopyForm: Sendable, Hashable {
    /// RFC 4180 with a header of names, lines ended by LF; texts that a spreadsheet would run are defused.
    case csv
    /// Tab-separated with a header of names, escaped as COPY does it; an absent value is nothing.
    case tsv
    /// One JSON object a line.
    case jsonLines
}

extension Tracker {
    /// The columns of an export.
    public func columns(of export: TableExport) async throws -> [TableExport.Column] {
        try await translatingErrors { try await read { try export.columns($0) } }
    }

    /// Hands over an export in pieces of whole rows, in constant memory.
    /// - Returns: how many rows there are.
    public func copy(
        _ export: TableExport, as form: CopyForm, into sink: @Sendable ([UInt8]) throws -> Void
    ) async throws -> Int {
        try await copying(export) { session in
            try session.copyOut(try export.copy(session, as: form)) { try sink($0) }
        }
    }

    /// Hands over the rows of an export one by one, in constant memory: the text of every value, nil for an absent one.
    /// - Returns: how many rows there are.
    @discardableResult
    public func forEach(
        _ export: TableExport, _ body: @Sendable ([String?]) throws -> Void
    ) async throws -> Int {
        try await copying(export) { session in
            try session.copyOut(try export.fields(session)) { piece in
                for row in CopyTextRow.rows(of: piece) { try body(row.fields) }
            }
        }
    }

    private func copying(_ export: TableExport, _ copy: @Sendable (Session) throws -> Int) async throws -> Int {
        try await translatingErrors {
            try await read { session in
                for setting in export.settings {
                    try session.execute("SELECT set_config(\(setting.name), \(try setting.value(session)), true)")
                }
                return try copy(session)
            }
        }
    }
}

extension TableExport {
    fileprivate func copy(_ session: Session, as form: CopyForm) throws -> SQL {
        let columns = try columns(session)
        switch form {
        case .csv:
            return "COPY (\(try rows(session, columns, defused))) TO STDOUT WITH (FORMAT csv, HEADER true)"
        case .tsv:
            return "COPY (\(try rows(session, columns, plain))) TO STDOUT WITH (FORMAT text, HEADER true, NULL '')"
        case .jsonLines:
            // JSON has no raw control character, so these delimiters leave it as it is.
            return """
                COPY (SELECT row_to_json(e) FROM (\(try rows(session, columns) { "\(identifier: $0.name)" })) AS e)
                TO STDOUT WITH (FORMAT csv, DELIMITER E'\\x02', QUOTE E'\\x01')
                """
        }
    }

    fileprivate func fields(_ session: Session) throws -> SQL {
        "COPY (\(try rows(session, try columns(session), plain))) TO STDOUT"
    }

    private func plain(_ column: Column) -> SQL {
        switch column.kind {
        case .text, .number, .date: "\(identifier: column.name)"
        case .boolean, .json: "\(identifier: column.name)::text"
        case .list: "array_to_string(\(identifier: column.name), '; ')"
        }
    }

    private func defused(_ column: Column) -> SQL {
        switch column.kind {
        case .text where !codes.contains(column.name), .list: "report.defused(\(plain(column)))"
        case .text, .number, .date, .boolean, .json: plain(column)
        }
    }
}
