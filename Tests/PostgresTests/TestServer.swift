import Glibc
import Postgres
import Testing

/// The server the tests run on, from the environment: a conninfo in `SANDBOX_TEST_SERVER`.
enum TestServer {
    /// - Throws: if the variable is missing; a test without a server fails, it is never skipped.
    static func options() throws -> ConnectionOptions {
        guard let conninfo = getenv("SANDBOX_TEST_SERVER") else { throw Missing() }
        var options = try ConnectionOptions(String(cString: conninfo))
        options.applicationName = "PostgresTests"
        return options
    }

    static func database(
        lanes: Int = 1, _ change: (inout ConnectionOptions) -> Void = { _ in }
    ) throws -> Database {
        var options = try options()
        change(&options)
        return Database(options, lanes: lanes)
    }

    struct Missing: Error, CustomStringConvertible {
        let description = "SANDBOX_TEST_SERVER must name a PostgreSQL server, such as host=/tmp/x user=postgres"
    }
}
