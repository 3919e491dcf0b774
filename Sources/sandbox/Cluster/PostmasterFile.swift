#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

/// `postmaster.pid`: what a server says about itself in its data directory. It survives a crash.
struct PostmasterFile: Equatable {
    enum State: String { case starting, stopping, ready, standby }

    let processID: Int32
    /// The data directory as it was called when the server started.
    let dataDirectory: String
    let startedAt: Int
    let port: Int
    let socketDirectory: String
    let state: State?

    /// - Returns: nil when the text is cut short, as while a server is writing it.
    init?(_ text: String) {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        guard lines.count >= 5, let process = Int32(lines[0]), let port = Int(lines[3]) else { return nil }
        self.processID = process
        self.dataDirectory = lines[1]
        self.startedAt = Int(lines[2]) ?? 0
        self.port = port
        self.socketDirectory = lines[4]
        let state = lines.count > 7 ? lines[7].prefix { $0 != " " } : ""
        self.state = State(rawValue: String(state))
    }

    enum Process: Equatable { case gone, thisServer, somethingElse }

    /// Whether the process with this number is still the server of `data`. After a crash the number may belong to
    /// anything; a server's working directory is its data directory.
    func process(of data: String) -> Process {
        guard processID > 0 else { return .gone }
        if kill(processID, 0) != 0 && errno == ESRCH { return .gone }
        #if os(Linux)
            if let its = FileSystem.status(of: "/proc/\(processID)/cwd", followingLinks: true),
                let ours = FileSystem.status(of: data, followingLinks: true)
            {
                return its.isSameFile(as: ours) ? .thisServer : .somethingElse
            }
        #endif
        return kill(processID, 0) == 0 ? .thisServer : .somethingElse
    }

    /// The processes of this server that somebody suspended (SIGSTOP, a debugger): until they go on, it cannot end.
    var suspended: [Int32] {
        #if os(Linux)
            return FileSystem.entries(of: "/proc").compactMap { Int32($0) }.filter { process in
                // "123 (postgres) T 1 …": the name may hold anything, parentheses too.
                guard let line = FileSystem.text(of: "/proc/\(process)/stat"), let end = line.lastIndex(of: ")")
                else { return false }
                let words = line[line.index(after: end)...].split(separator: " ")
                guard words.count > 1, words[0] == "T" || words[0] == "t" else { return false }
                return process == processID || Int32(words[1]) == processID
            }.sorted()
        #else
            return []
        #endif
    }

    /// Whether the folder was moved under the running server. It still answers, but its next checkpoint will fail,
    /// because PostgreSQL opens its control file by the old name.
    func wasMoved(to data: String) -> Bool {
        guard let its = FileSystem.status(of: dataDirectory, followingLinks: true),
            let ours = FileSystem.status(of: data, followingLinks: true)
        else { return true }
        return !its.isSameFile(as: ours)
    }

    /// The file's text with a process number that cannot exist: PostgreSQL then takes the file for a crash's, and
    /// still checks that no orphan holds the old shared memory, which deleting the file would skip.
    static func disowned(_ text: String) -> String {
        let rest = text.drop { $0 != "\n" }
        return "2147483646" + rest
    }
}
