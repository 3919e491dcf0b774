/// An installed PostgreSQL server: the folder of its programs and its major version.
struct ServerPrograms: Equatable {
    let folder: String
    let major: Int

    static let oldestSupported = 14

    /// Every folder that holds a server, in the order of preference: `PATH`, the distribution's folders with the
    /// newest first, `pg_config`, Homebrew.
    static func folders(path: String, pgConfigFolder: String?) -> [String] {
        var folders = path.split(separator: ":").map(String.init)
        for parent in ["/usr/lib/postgresql", "/usr"] {
            let versions = FileSystem.entries(of: parent)
                .compactMap { name in
                    let digits = name.hasPrefix("pgsql-") ? String(name.dropFirst(6)) : name
                    return Int(digits).map { (number: $0, folder: "\(parent)/\(name)/bin") }
                }
                .sorted { $0.number > $1.number }
            folders += versions.map(\.folder)
        }
        if let pgConfigFolder { folders.append(pgConfigFolder) }
        for parent in ["/opt/homebrew/opt", "/usr/local/opt"] {
            folders += FileSystem.entries(of: parent).filter { $0.hasPrefix("postgresql") }.reversed()
                .map { "\(parent)/\($0)/bin" }
        }
        return complete(folders)
    }

    /// Those that hold everything we run, each once.
    static func complete(_ folders: [String]) -> [String] {
        var seen: Set<String> = []
        return folders.filter { folder in
            seen.insert(folder).inserted
                && ["initdb", "postgres", "pg_ctl"].allSatisfy { FileSystem.isExecutable("\(folder)/\($0)") }
        }
    }

    /// `postgres (PostgreSQL) 15.18 (Debian 15.18-0+deb12u1)` → 15; also `17beta1`, `18devel`.
    static func major(fromVersion text: String) -> Int? {
        guard let name = text.firstRange(of: "(PostgreSQL) ") else { return nil }
        return Int(text[name.upperBound...].prefix { $0.isASCII && $0.isNumber })
    }
}
