import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

struct UserAdd: TrackerCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Make a person: a PostgreSQL login without a password, in one group role.",
        discussion: """
              sandbox user add kim --role company --org 한빛에이아이 --name '김하늘'
              sandbox user add park --role analyst

            How the person logs in is up to the server (peer, SCRAM, certificate, LDAP); on the embedded database
            --as NAME is enough.
            """
    )
    @OptionGroup(title: "Everywhere") var global: GlobalOptions
    @OptionGroup var writing: WritingOptions
    @Argument(help: "The login: lower-case letters, digits, _ . -") var login: String
    @Option(help: "What the person does.") var role: GroupRole?
    @Option(help: "The organisation the person acts for; companies, ministries and the desk need one.") var org: String?
    @Option(help: "How the person is called (default: the login).") var name: String?

    var notDone: Wording { Wording("사용자를 만들지 않았습니다", "the person was not made") }

    func run(_ tracker: Tracker) async throws {
        let role = try global.asked(role, .role, Wording("역할", "Role"))
        let act = AddPerson(
            try RoleName(option: .login, login), role: role, organisation: org,
            displayName: try name.map { try label($0, .name) })
        let person = try await tracker.perform(act, dryRun: writing.dryRun)
        try global.confirm(
            Confirmation(
                person,
                said: Wording(
                    "사용자 \(person.roleName, .object) 만들었습니다(\(person.role.wording.ko)).",
                    "\(person.roleName) was made (\(person.role.wording.en))")), dryRun: writing.dryRun)
    }
}

struct UserListing: TrackerCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List the persons you may see: operators and auditors all, everybody else their colleagues.",
        discussion: """
              sandbox user list --role ministry
              sandbox user list --org 한빛에이아이
            """
    )
    @OptionGroup(title: "Everywhere") var global: GlobalOptions
    @Option(help: "Only this role; may be given several times.") var role: [GroupRole] = []
    @Option(help: "Only those of this organisation.") var org: String?

    func run(_ tracker: Tracker) async throws {
        var list = PersonList()
        (list.roles, list.organisation) = (role, org)
        try await global.print(list, Self.listing, tracker)
    }

    static let listing = Listing<Person>([
        Column("login", "로그인", "Login", mayShrink: false) { .text($0.roleName) },
        Column("role", "역할", "Role") { .code($0.role) },
        Column("organisation", "기관", "Organisation") { .text($0.organisation) },
        Column("name", "이름", "Name") { .text($0.displayName) },
        Column("is_disabled", "중지", "Disabled") { .boolean($0.isDisabled) },
    ])
}

struct UserDisable: TrackerCommand {
    static let configuration = CommandConfiguration(
        commandName: "disable",
        abstract: "End the work of persons: they cannot log in, and an open session sees and does nothing more.",
        discussion: """
              sandbox user disable kim
              sandbox user disable kim lee

            All are disabled, or none.
            """
    )
    @OptionGroup(title: "Everywhere") var global: GlobalOptions
    @OptionGroup var writing: WritingOptions
    @Argument(help: ArgumentHelp("The logins.", valueName: "login")) var logins: [String]

    var notDone: Wording { Wording("아무도 중지하지 않았습니다", "nobody was disabled") }

    func run(_ tracker: Tracker) async throws {
        let names = try logins.map { try RoleName(option: .login, $0) }
        let persons = try await tracker.perform(DisablePersons(names), dryRun: writing.dryRun)
        try global.confirm(
            persons.map {
                Confirmation(
                    $0, said: Wording("사용자 \($0.roleName, .object) 중지했습니다.", "\($0.roleName) was disabled."))
            }, dryRun: writing.dryRun)
    }
}

extension Confirmation {
    fileprivate init(_ person: Person, said: Wording) {
        self.init(
            name: person.roleName, said: said,
            fields: [
                .init("login", "로그인", "Login", .text(person.roleName)),
                .init("role", "역할", "Role", .code(person.role)),
                .init("organisation", "기관", "Organisation", .text(person.organisation)),
                .init("name", "이름", "Name", .text(person.displayName)),
                .init("is_disabled", "중지", "Disabled", .boolean(person.isDisabled)),
            ])
    }
}

extension RoleName {
    /// The login in a word of the command line.
    init(option field: Field, _ text: String) throws {
        do { try self.init(text) } catch { throw BadInput(error, field: field) }
    }
}
