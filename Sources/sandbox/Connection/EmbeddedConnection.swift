/// A connection to the embedded database.
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
}
