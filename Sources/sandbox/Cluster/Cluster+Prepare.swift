import SandboxCore
import SandboxPresentation

extension Cluster {
    /// The running server with a database of this program's schema: started, made and migrated as far as necessary.
    /// - Parameters:
    ///   - thoroughly: look even if the folder says that everything is there.
    ///   - anew: make a database although there was one in the folder.
    /// - Returns: the directory of its socket.
    func ready(thoroughly: Bool = false, anew: Bool = false) async throws -> String {
        if !thoroughly, isPrepared, case .running(_, let directory) = state() { return directory }
        return try await locked {
            let directory = try await startLocked(anew: anew)
            if thoroughly || !isPrepared { try await prepare(socketDirectory: directory) }
            return directory
        }
    }

    /// Also true for a newer schema: then the first transaction refuses, and says which side to update.
    private var isPrepared: Bool {
        guard let text = FileSystem.text(of: folder.prepared) else { return false }
        return text == Self.prepared || Int(text.prefix { $0.isNumber }).map { $0 > Migration.newest } ?? false
    }

    /// What a folder holds whose database has this program's schema.
    private static let prepared = "\(Migration.newest) \(SchemaDefinitions.embedded.sha256)\n"

    private func prepare(socketDirectory: String) async throws {
        let preparation = try DatabasePreparation(
            server: administration(socketDirectory, database: "postgres").conninfo)
        let notice = notice
        try await preparation.prepare(database: Self.database, firstOperator: ConnectionChoice.firstPerson) { version in
            notice(
                version == 0
                    ? Wording("스키마를 만듭니다(버전 \(Migration.newest))", "making the schema (version \(Migration.newest))")
                    : Wording(
                        "스키마를 버전 \(version)에서 \(Migration.newest, .toward) 올립니다",
                        "bringing the schema from version \(version) to \(Migration.newest)"
                    )
            )
        }
        try FileSystem.write(Self.prepared, to: folder.prepared, owner: user)
    }

    /// How the administrator connects: for the schema, never for casework.
    func administration(_ socketDirectory: String, database: String = Cluster.database) -> EmbeddedConnection {
        EmbeddedConnection(socketDirectory: socketDirectory, user: Self.administrator, database: database)
    }
}
