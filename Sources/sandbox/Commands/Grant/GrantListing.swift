import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation

struct GrantListing: TrackerCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List grants with the legal state they are in and why.",
        discussion: """
              sandbox grant list --state running --state deemed-running
              sandbox grant list --as-of 2028-01-01 --format json
            """
    )
    @OptionGroup(title: "Everywhere") var global: GlobalOptions
    @OptionGroup var reading: ReadingOptions
    @Option(help: "Only this state; may be given several times.") var state: [GrantState] = []
    @Option(help: ArgumentHelp("At most so many; 0 for all (default: 100 on a terminal, else all).", valueName: "n"))
    var limit: Int?

    func run(_ tracker: Tracker) async throws {
        let limit = try global.output.limit(asked: global.checked(limit: limit), table: 100)
        var list = GrantList()
        (list.asOf, list.states, list.limit) = (reading.asOf, state, limit)
        try await global.print(list, Self.listing, tracker, limit: limit)
    }

    static let listing = Listing<GrantSummary>([
        Column("reference", "과제번호", "Reference", mayShrink: false) { .text($0.reference.description) },
        Column("certificate", "허가증·지정서", "Certificate", mayShrink: false) { .text($0.certificate) },
        Column("company", "기업", "Company") { .text($0.company) },
        Column("service", "서비스", "Service") { .text($0.service) },
        Column("state", "상태", "State") { .code($0.state) },
        Column("end_on", "유효기간", "Valid until") { .date($0.endOn) },
        Column("last_on", "효력 종료", "In force until", dates: .countdown) { .date($0.lastOn) },
        Column("reason", "이유", "Why") { .code($0.reason) },
        Column("since", "상태 시작", "Since", for: .machines) { .date($0.since) },
        Column("track", "트랙", "Track", for: .machines) { .code($0.track) },
        Column("granted_on", "지정일", "Granted", for: .machines) { .date($0.grantedOn) },
        Column("commenced_on", "개시일", "Commenced", for: .machines) { .date($0.commencedOn) },
    ])
}
