import Dispatch

#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

/// Runs one of PostgreSQL's programs to its end.
///
/// Its output goes to a file, never to a pipe: the server that `pg_ctl` leaves running could hold a pipe open, and
/// `sandbox db start | cat` would not return.
struct Program: Sendable {
    let path: String
    let user: ServerUser

    struct Outcome: Sendable {
        let status: Int32
        let output: String
    }

    /// Waits on a thread of its own: those that async code shares are few.
    /// - Parameter output: a file that is overwritten with what the program says.
    func run(_ arguments: [String], output: String) async throws -> Outcome {
        try await withCheckedThrowingContinuation { continuation in
            DispatchQueue.global().async { @Sendable in
                continuation.resume(with: Result { try runToEnd(arguments, output: output) })
            }
        }
    }

    private func runToEnd(_ arguments: [String], output: String) throws -> Outcome {
        var command = [path] + arguments
        if user.isAnother { command = [Self.runuser, "-u", user.name, "--"] + command }
        // The caller's directory may be closed to the server's user, or vanish under a server that lives long.
        command = ["/bin/sh", "-c", "cd / && exec \"$@\"", "sh"] + command
        let file = unsafe open(output, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw SystemError("open", output) }
        defer { close(file) }
        let process = try spawn(command, output: file)
        var status: Int32 = 0
        while unsafe waitpid(process, &status, 0) < 0 {
            guard errno == EINTR else { throw SystemError("waitpid", path) }
        }
        let ended = status & 0x7f == 0 ? (status >> 8) & 0xff : 128 + (status & 0x7f)
        return Outcome(status: ended, output: FileSystem.text(of: output) ?? "")
    }

    private static var runuser: String {
        ["/usr/sbin/runuser", "/sbin/runuser", "/usr/bin/runuser"].first(where: FileSystem.isExecutable) ?? "runuser"
    }

    private func spawn(_ command: [String], output: Int32) throws(SystemError) -> pid_t {
        #if canImport(Darwin)
            var actions: posix_spawn_file_actions_t?
            var attributes: posix_spawnattr_t?
        #else
            var actions = unsafe posix_spawn_file_actions_t()
            var attributes = posix_spawnattr_t()
        #endif
        unsafe posix_spawn_file_actions_init(&actions)
        defer { unsafe posix_spawn_file_actions_destroy(&actions) }
        unsafe posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        unsafe posix_spawn_file_actions_adddup2(&actions, output, 1)
        unsafe posix_spawn_file_actions_adddup2(&actions, output, 2)

        unsafe posix_spawnattr_init(&attributes)
        defer { unsafe posix_spawnattr_destroy(&attributes) }
        // A group of its own: Ctrl-C ends the command, not a half-made cluster.
        // Nor may our way of hearing of Ctrl-C, which is to block the signal, be inherited.
        var signals = sigset_t()
        unsafe sigemptyset(&signals)
        unsafe posix_spawnattr_setsigmask(&attributes, &signals)
        unsafe posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK))

        var words: [UnsafeMutablePointer<CChar>?] = unsafe command.map { unsafe strdup($0) } + [nil]
        var settings: [UnsafeMutablePointer<CChar>?] = unsafe Self.environment.map { unsafe strdup($0) } + [nil]
        defer { unsafe (words + settings).forEach { unsafe free($0) } }
        var process: pid_t = 0
        let answer = unsafe posix_spawn(&process, command[0], &actions, &attributes, &words, &settings)
        guard answer == 0 else {
            errno = answer
            throw SystemError("posix_spawn", command[0])
        }
        return process
    }

    /// A clean environment: the caller's `PGDATA`, `PGPORT` or locale must not reach the server.
    private static var environment: [String] {
        let path = unsafe getenv("PATH").map { unsafe String(cString: $0) } ?? "/usr/bin:/bin"
        return ["PATH=\(path)", "LC_ALL=C", "TZ=UTC", "HOME=/"]
    }
}
