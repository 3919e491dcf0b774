import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

extension User {
    struct Password: TrackerCommand {
        static let configuration = CommandConfiguration(
            name: "password",
            abstract: "Set the password of your login, or of another person's as an operator.",
            discussion: """
                  sandbox user password
                  sandbox user password kim --from -

                It is typed when it is asked for, and not shown; or it is the first line of a file. It is never on \
                the command line, in a statement or in a log: the server gets what PostgreSQL keeps of it \
                (SCRAM-SHA-256). Whether a login is asked for a password says the server's pg_hba.conf; \
                on the embedded database nobody is.
                """
        )
        @OptionGroup(title: "Everywhere") var global: GlobalOptions
        @OptionGroup var writing: WritingOptions
        @Argument(help: "The login (default: yours).") var login: String?
        @Option(help: ArgumentHelp("A file whose first line it is; - for standard input.", valueName: "file"))
        var from: String?

        var notDone: Wording { Wording("비밀번호를 설정하지 않았습니다", "no password was set") }

        func run() async throws {
            if case .embedded = try global.connection() { throw Failure.noPasswords }
            let person = try login.map { try RoleName(option: .login, $0) }
            let password = try typed()
            try await global.withTracker { tracker in
                let set = try await tracker.perform(SetPassword(of: person, password), dryRun: writing.dryRun)
                try global.confirm(Confirmation(passwordOf: set), dryRun: writing.dryRun)
            }
        }

        func run(_ tracker: Tracker) async throws {}

        private func typed() throws -> String {
            if let from {
                let text = try TextFile(try InputFile.bytes(of: from), name: from).text
                return String(text.prefix { !$0.isNewline })
            }
            guard global.mayAsk else { throw BadInput(.missingName(.from)) }
            let once = try asked(Wording("새 비밀번호", "New password"))
            let twice = try asked(Wording("한 번 더", "Once more"))
            guard once == twice else { throw Failure.passwordsDiffer }
            return once
        }

        private func asked(_ question: Wording) throws -> String {
            let console = Console.current
            console.writeError(Array("\(question[global.language]): ".utf8))
            let line = console.readSecret()
            console.writeError([UInt8(ascii: "\n")])
            guard let line else { throw CancellationError() }
            return line
        }
    }
}

extension Failure {
    fileprivate static let noPasswords = Failure(
        code: "embedded-has-no-passwords", status: .usage,
        what: Wording("비밀번호를 설정하지 않았습니다", "no password was set"),
        why: Wording(
            "내장 데이터베이스는 비밀번호를 묻지 않습니다. 파일을 볼 수 있는 사람만 쓸 수 있습니다",
            "the embedded database asks for no password: whoever owns its files uses it"),
        hint: Wording(
            "서버에서는 --database-url 또는 DATABASE_URL로 연결하십시오", "on a server, connect with --database-url or DATABASE_URL"))

    fileprivate static let passwordsDiffer = Failure(
        code: "passwords-differ", status: .usage,
        what: Wording("비밀번호를 설정하지 않았습니다", "no password was set"),
        why: Wording("두 번 입력한 비밀번호가 다릅니다", "the two passwords that were typed are not the same"),
        hint: Wording("다시 입력하십시오", "type it again"))
}
