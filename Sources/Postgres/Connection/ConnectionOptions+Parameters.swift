import CLibPQ
import Glibc

extension ConnectionOptions {
    /// What is handed to libpq.
    func libpqParameters() -> [String: String] {
        var all = parameters
        all["client_encoding"] = "UTF8"
        all["fallback_application_name"] = applicationName
        all["options"] = sessionOptions(operator: operatorOptions())
        // What a service says is known to libpq only, and would be overruled.
        guard parameters["service"] == nil, Self.environment("PGSERVICE") == nil else { return all }
        return all.merging(Self.watchfulness) { given, _ in given }
    }

    /// A network that swallows what is sent is noticed: while connecting, so that the next host gets its turn; while a
    /// statement is on its way; and while its answer is waited for, after 25 seconds. The systems' own limits are hours.
    private static let watchfulness = [
        "tcp_user_timeout": "5000", "keepalives_idle": "10", "keepalives_interval": "5", "keepalives_count": "3",
    ]

    /// The settings of a session as `-c name=value` switches. They arrive with the connection request, so they cost no
    /// round trip. The last one of a name wins: defaults come first, then the operator's, then what nobody may change.
    func sessionOptions(operator given: String?) -> String {
        let given = given.flatMap { $0.isEmpty ? nil : [$0] } ?? []
        return (defaultSettings.map(Self.switch) + given + pinnedSettings.map(Self.switch)).joined(separator: " ")
    }

    /// The same settings for one transaction, as a statement that goes along with BEGIN: for a pooler that lends another
    /// connection to each. The operator's `options` are not among them.
    var transactionSettings: SQL {
        let all = defaultSettings + pinnedSettings
        return """
            SELECT set_config(s.name, s.value, true)
            FROM unnest(\(all.map(\.0))::text[], \(all.map(\.1))::text[]) AS s (name, value)
            """
    }

    private var defaultSettings: [(String, String)] {
        var defaults = defaults.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
        let timeouts = [
            ("statement_timeout", statementTimeout), ("lock_timeout", lockTimeout),
            ("idle_in_transaction_session_timeout", idleInTransactionTimeout),
        ]
        for (name, timeout) in timeouts {
            if let timeout { defaults.append((name, String(timeout.milliseconds))) }
        }
        return defaults
    }

    private var pinnedSettings: [(String, String)] {
        var pinned = settings.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
        if let searchPath {
            pinned.append(("search_path", searchPath.map { Identifier($0).quoted }.joined(separator: ", ")))
        }
        return pinned + [
            ("datestyle", "ISO"), ("timezone", "UTC"), ("intervalstyle", Self.intervalStyle), ("bytea_output", "hex"),
            ("extra_float_digits", "1"),
        ]
    }

    /// A server tells every client the style of intervals, and has another one by itself: this shows whether the settings
    /// of the session have arrived.
    static let intervalStyle = "iso_8601"

    private static func `switch`(_ name: String, _ value: String) -> String {
        let escaped = value.reduce(into: "") { text, character in
            if character == " " || character == "\\" { text += "\\" }
            text.append(character)
        }
        return "-c \(name)=\(escaped)"
    }

    /// The `options` that the operator gave: in the connection string, in a service file or in `PGOPTIONS`.
    private func operatorOptions() -> String? {
        if let given = parameters["options"] { return given }
        guard let service = parameters["service"] ?? Self.environment("PGSERVICE") else {
            return Self.environment("PGOPTIONS")
        }
        // What a service says is known to libpq only while connecting: here to a socket that is not there.
        let connection = Self.withParameters(["service": service, "host": "/nonexistent"]) {
            PQconnectStartParams($0, $1, 0)
        }
        defer { PQfinish(connection) }
        return Self.read(PQconninfo(connection))["options"]
    }

    private static func environment(_ name: String) -> String? {
        getenv(name).map { String(cString: $0) }
    }

    static func parse(_ conninfo: String) throws(PostgresError) -> [String: String] {
        var message: UnsafeMutablePointer<CChar>?
        let parsed = PQconninfoParse(conninfo, &message)
        PQfreemem(message)  // It quotes the string, and with it perhaps the password.
        let hint = "Give postgresql://user@host:port/database or host=… port=… user=… dbname=…"
        guard let parsed else {
            throw PostgresError(.usage, "the connection string cannot be read", hint: hint)
        }
        let given = read(parsed)
        guard (given["port"] ?? "").utf8.allSatisfy({ $0 == UInt8(ascii: ",") || (48...57).contains($0) }) else {
            throw PostgresError(.usage, "the port in the connection string is not a number", hint: hint)
        }
        return given
    }

    /// The parameters that libpq itself would not show.
    static let secrets: Set<String> = {
        guard let list = PQconndefaults() else { return ["password", "sslpassword"] }
        defer { PQconninfoFree(list) }
        var names: Set<String> = []
        var option = list
        while let keyword = option.pointee.keyword {
            if option.pointee.dispchar.map({ String(cString: $0) }) == "*" { names.insert(String(cString: keyword)) }
            option += 1
        }
        return names
    }()

    /// The options that have a value. Frees the list.
    static func read(_ list: UnsafeMutablePointer<PQconninfoOption>?) -> [String: String] {
        guard let list else { return [:] }
        defer { PQconninfoFree(list) }
        var values: [String: String] = [:]
        var option = list
        while let keyword = option.pointee.keyword {
            if let value = option.pointee.val { values[String(cString: keyword)] = String(cString: value) }
            option += 1
        }
        return values
    }

    /// The two parallel lists that libpq wants.
    static func withParameters<Value>(
        _ parameters: [String: String],
        _ body: (UnsafePointer<UnsafePointer<CChar>?>, UnsafePointer<UnsafePointer<CChar>?>) -> Value
    ) -> Value {
        let pairs = parameters.map { (strdup($0.key), strdup($0.value)) }
        defer {
            for (key, value) in pairs {
                free(key)
                free(value)
            }
        }
        return body(pairs.map { UnsafePointer($0.0) } + [nil], pairs.map { UnsafePointer($0.1) } + [nil])
    }
}

extension Duration {
    /// Whole milliseconds, rounded up, so that a short timeout does not become "none".
    var milliseconds: Int64 {
        let (seconds, attoseconds) = components
        return seconds * 1000 + (attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000
    }
}
