import SandboxPresentation
import SandboxViews

/// Which database a command works on: `--database-url`, else `DATABASE_URL`, else libpq's own variables, else the
/// embedded one.
enum ConnectionChoice: Equatable {
    /// A conninfo string or URI, as libpq reads it.
    case given(String)
    /// `PGHOST`, `PGSERVICE` and their relatives say where; libpq reads them itself.
    case libpqVariables
    /// The embedded database, as this person.
    case embedded(person: String)

    /// Who acts on the embedded database when nobody is named: the one person that exists from the beginning.
    static let firstPerson = "operator"

    /// Any of these says that a connection was configured. A password or a TLS mode alone does not.
    static let libpqNames = ["PGHOST", "PGHOSTADDR", "PGPORT", "PGDATABASE", "PGUSER", "PGSERVICE"]

    /// - Parameter remembered: who acted last, where nobody is named.
    init(
        databaseURL: String?, person: String?, environment: [String: String],
        remembered: () -> String? = { nil }
    ) throws(Failure) {
        if databaseURL?.isEmpty == true { throw .databaseURLEmpty }
        func isSet(_ name: String) -> Bool { environment[name]?.isEmpty == false }
        let person = person ?? (isSet("SANDBOX_AS") ? environment["SANDBOX_AS"] : nil)
        if let url = databaseURL ?? (isSet("DATABASE_URL") ? environment["DATABASE_URL"] : nil) {
            self = .given(url)
        } else if Self.libpqNames.contains(where: isSet) {
            self = .libpqVariables
        } else {
            self = .embedded(person: person ?? remembered() ?? Self.firstPerson)
            return
        }
        if let person { throw .personNeedsEmbedded(person) }
    }
}

extension Failure {
    static let databaseURLEmpty = Failure(
        code: "database-url-empty", status: .usage,
        what: Wording("연결하지 못했습니다", "no connection was made"),
        why: Wording("--database-url이 비어 있습니다", "--database-url is empty"),
        hint: "--database-url postgresql://user@host/database"
    )

    static func personNeedsEmbedded(_ person: String) -> Failure {
        Failure(
            code: "as-needs-embedded", status: .usage,
            what: Wording("\(person, .toward) 실행하지 못했습니다", "the command was not run as \(person)"),
            why: Wording(
                "--as와 SANDBOX_AS는 내장 데이터베이스에서만 쓰입니다. 다른 서버에서는 PostgreSQL이 사용자를 인증합니다",
                "--as and SANDBOX_AS choose a person on the embedded database only; on any other server "
                    + "authentication is PostgreSQL's job"
            ),
            hint: Wording(
                "--database-url에 그 사용자를 쓰십시오: postgresql://\(person)@host/database",
                "name the user in --database-url: postgresql://\(person)@host/database"
            )
        )
    }
}
