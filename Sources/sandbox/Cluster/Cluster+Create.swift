import SandboxPresentation
import SandboxViews

extension Cluster {
    /// Makes the data directory under another name and renames it when it is whole: a crash leaves no half cluster.
    func create(with programs: ServerPrograms) async throws {
        notice(
            Wording(
                "\(folder.path)에 데이터베이스를 만듭니다(PostgreSQL \(programs.major))",
                "making a database in \(folder.path) (PostgreSQL \(programs.major))"
            )
        )
        let remains = folder.unfinishedData
        if FileSystem.exists(remains) {
            _ = try await Program(path: "/bin/rm", user: user).run(["-rf", remains], output: folder.programLog)
        }
        // The same text order and upper case on every machine. From 17 on PostgreSQL brings it itself.
        let locale =
            programs.major >= 17
            ? ["--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"] : ["--locale=C.UTF-8"]
        let outcome = try await Program(path: programs.folder + "/initdb", user: user).run(
            ["-D", remains, "-U", Self.administrator, "-E", "UTF8", "--auth-local=trust", "--auth-host=reject"]
                + locale,
            output: folder.programLog
        )
        guard outcome.status == 0 else {
            throw Failure.serverDidNotStart(
                log: folder.programLog, tail: outcome.output.split(separator: "\n").suffix(5).joined(separator: "\n")
            )
        }
        let inherited = FileSystem.text(of: remains + "/postgresql.conf") ?? ""
        try FileSystem.write(
            inherited + "\ninclude = '../server.conf'\n", to: remains + "/postgresql.conf", owner: user)
        try FileSystem.write(Self.authentication, to: remains + "/pg_hba.conf", owner: user)
        try FileSystem.rename(remains, to: folder.data)
    }

    private static let authentication = """
        # Only the owner of the directory above, and root, can reach the socket: the file system authenticates.
        # Everything that is not listed is rejected.
        local  all          all            trust
        local  replication  sandbox_admin  trust

        """

    /// Written anew at each start, because the socket's directory follows the folder's path.
    func settings(socketDirectory: String) -> String {
        let quoted = socketDirectory.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''")
        return """
            # Saved by sandbox at every start of the server; changes belong in data/postgresql.conf.
            listen_addresses = ''
            port = 5432
            unix_socket_directories = '\(quoted)'
            cluster_name = 'sandbox'

            # What was acknowledged is on the disk.
            fsync = on
            synchronous_commit = on
            full_page_writes = on

            # The log is for the operator, who reads no contents of cases: no statements, no values, no details.
            logging_collector = off
            log_destination = 'stderr'
            log_timezone = 'UTC'
            log_line_prefix = '%m [%p] %q%u '
            log_error_verbosity = terse
            log_min_error_statement = panic
            log_parameter_max_length = 0
            log_parameter_max_length_on_error = 0
            lc_messages = 'C'
            timezone = 'UTC'

            """
    }
}
