/// The text forms of a connection to the embedded database.
struct EmbeddedConnection: Equatable {
    let socketDirectory: String
    let user: String
    var database = Cluster.database

    /// `host='/…' port=5432 user='operator' dbname='sandbox'`
    var conninfo: String {
        func quoted(_ value: String) -> String {
            "'" + value.reduce(into: "") { $0 += $1 == "'" || $1 == "\\" ? "\\\($1)" : String($1) } + "'"
        }
        return "host=\(quoted(socketDirectory)) port=5432 user=\(quoted(user)) dbname=\(quoted(database))"
    }

    /// The same for `psql`, `pg_dump` and everything else that speaks libpq.
    var uri: String {
        "postgresql://\(percentEncoded(user))@/\(percentEncoded(database))?host=\(percentEncoded(socketDirectory))"
            + "&port=5432"
    }
}

private func percentEncoded(_ text: String) -> String {
    let plain = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~".utf8)
    return text.utf8.reduce(into: "") { result, byte in
        if plain.contains(byte) {
            result.unicodeScalars.append(Unicode.Scalar(byte))
        } else {
            let digits = String(byte, radix: 16, uppercase: true)
            result += "%" + (digits.count == 1 ? "0" : "") + digits
        }
    }
}
