package import SandboxCore
package import SandboxPresentation

extension Migrator.Step {
    /// What is going on, in a line.
    package var wording: Wording {
        switch self {
        case .migration(let migration): return Wording(migration.file, migration.file)
        case .waiting(let inUse):
            let users = inUse.users.map { "\($0.login) (\($0.process))" }.joined(separator: ", ")
            return Wording("표가 쓰이고 있어 기다립니다: \(users)", "waiting for the tables, which are used by \(users)")
        case .definitions: return Wording("schema/", "schema/")
        case .replaced(let duration):
            let milliseconds = Int(duration / .milliseconds(1))
            return Wording(
                "정의를 바꾸는 동안 표를 \(milliseconds)ms 잠갔습니다", "the tables were locked for \(milliseconds) ms")
        case .regime(let regime): return Wording("제도 \(regime)", "regime \(regime)")
        }
    }
}
