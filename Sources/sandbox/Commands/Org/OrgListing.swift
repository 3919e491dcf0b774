import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation

struct OrgListing: TrackerCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List the organisations you may see: public bodies, and the companies of cases you see.",
        discussion: """
              sandbox org list --kind ministry
              sandbox org list --format csv > organisations.csv
            """
    )
    @OptionGroup(title: "Everywhere") var global: GlobalOptions
    @Option(help: "Only this kind; may be given several times.") var kind: [OrganisationKind] = []
    @Option(help: ArgumentHelp("At most so many; 0 for all (default: 100 on a terminal, else all).", valueName: "n"))
    var limit: Int?

    func run(_ tracker: Tracker) async throws {
        let limit = try global.output.limit(asked: global.checked(limit: limit), table: 100)
        var list = OrganisationList()
        (list.kinds, list.limit) = (kind, limit)
        try await global.print(list, Self.listing, tracker, limit: limit)
    }

    static let listing = Listing<Organisation>([
        Column("name", "이름", "Name") { .text($0.name) },
        Column("kind", "종류", "Kind") { .code($0.kind) },
        Column("name_en", "영문 이름", "Name in English") { .text($0.englishName) },
        Column("registration_no", "사업자등록번호", "Registration no.") { .text($0.registrationNumber) },
        Column("closed_on", "폐지일", "Closed") { .date($0.closedOn) },
        Column("version", "판", "Version") { .integer($0.version) },
    ])
}

struct OrgView: TrackerCommand {
    static let configuration = CommandConfiguration(
        commandName: "view",
        abstract: "Show an organisation.",
        discussion: """
              sandbox org view 문화체육관광부
              sandbox org view 문화체육관광부 --format json
            """
    )
    @OptionGroup(title: "Everywhere") var global: GlobalOptions
    @Argument(help: "Its name.") var name: String

    func run(_ tracker: Tracker) async throws {
        try global.print(Detail(try await tracker.answer(OrganisationView(name))))
    }
}

extension Detail {
    /// An organisation in full.
    init(_ organisation: Organisation) {
        self.init(
            organisation.name,
            [
                .field("name", Wording("이름", "Name"), .text(organisation.name)),
                .field("kind", Wording("종류", "Kind"), .code(organisation.kind)),
                .field("name_en", Wording("영문 이름", "Name in English"), .text(organisation.englishName)),
                .field(
                    "registration_no", Wording("사업자등록번호", "Registration no."), .text(organisation.registrationNumber)),
                .field("closed_on", Wording("폐지일", "Closed"), .date(organisation.closedOn)),
                .field("version", Wording("판", "Version"), .integer(organisation.version)),
            ])
    }
}
