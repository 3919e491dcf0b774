import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

extension User {
    struct Add: TrackerCommand {
        static let configuration = CommandConfiguration(
            name: "add",
            abstract: "Make a person: a PostgreSQL login without a password, in one group role.",
            discussion: """
                  sandbox user add kim --role company --org 한빛에이아이 --name '김하늘'
                  sandbox user add park --role analyst

                How the person logs in is up to the server (peer, SCRAM, certificate, LDAP); “user password” sets a \
                password where it asks for one. On the embedded database --as NAME is enough.
                """
        )
        @OptionGroup(title: "Everywhere") var global: GlobalOptions
        @OptionGroup var writing: WritingOptions
        @Argument(help: "The login: lower-case letters, digits, _ . -") var login: String
        @Option(help: "What the person does.") var role: GroupRole?
        @Option(help: "The organisation the person acts for; companies, ministries and the desk need one.") var org:
            String?
        @Option(help: "How the person is called (default: the login).") var name: String?

        var notDone: Wording { Wording("사용자를 만들지 않았습니다", "the person was not made") }

        func run(_ tracker: Tracker) async throws {
            let role = try global.asked(role, .role, Wording("역할", "Role"))
            let act = AddPerson(
                try RoleName(option: .login, login), role: role, organisation: org,
                displayName: try name.map { try .label(.name, $0) })
            let person = try await tracker.perform(act, dryRun: writing.dryRun)
            try global.confirm(Confirmation(made: person), dryRun: writing.dryRun)
        }
    }
}
