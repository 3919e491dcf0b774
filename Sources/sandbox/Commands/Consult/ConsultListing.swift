import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation

struct ConsultListing: TrackerCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List rounds of consultation, the latest first.",
        discussion: """
              sandbox consult list --open
              sandbox consult list --case DE-2026-0001 --format json
            """
    )
    @Flag(help: "Only those that wait for a reply.") var open = false
    @Option(help: "Only those with this ministry.") var ministry: String?
    @Option(name: .customLong("case"), help: ArgumentHelp("Only those of this case.", valueName: "ref")) var reference:
        String?
    @OptionGroup(title: "Everywhere") var global: GlobalOptions

    func run(_ tracker: Tracker) async throws {
        var list = ConsultationList()
        (list.openOnly, list.ministry) = (open, ministry)
        list.reference = try reference.map { try CaseReference.one($0) }
        try await global.print(list, Self.listing, tracker)
    }

    static let listing = Listing<ConsultationSummary>([
        Column("reference", "과제번호", "Reference", mayShrink: false) { .text($0.reference.description) },
        Column("ministry", "부처", "Ministry") { .text($0.ministry) },
        Column("round", "차수", "Round") { .integer($0.round) },
        Column("sent_on", "요청일", "Sent", dates: .relative) { .date($0.sentOn) },
        Column("due_on", "회신 기한", "Due") { .date($0.dueOn) },
        Column("days_left", "남은 날", "Days left") { $0.repliedAt == nil ? .integer($0.daysLeft) : .null },
        Column("state", "상태", "State") { .code($0.state) },
        Column("replied_at", "회신", "Replied") { .timestamp($0.repliedAt.flatMap(Timestamp.init(postgres:))) },
        Column("days", "일수", "Days") { .integer($0.days) },
        Column("opinion", "의견", "Opinion") { .code($0.opinion) },
        Column("service", "서비스", "Service") { .text($0.service) },
        Column("question", "질의", "Question", for: .machines) { .text($0.question) },
        Column("reason", "사유", "Reason", for: .machines) { .text($0.reason) },
        Column("conditions", "조건", "Conditions", for: .machines) { .texts($0.conditions) },
        Column("fast_track", "동일·유사", "Fast track", for: .machines) { .boolean($0.isFastTrack) },
        Column("notified_on", "통보일", "Told on", for: .machines) { .date($0.notifiedOn) },
        Column("notice", "통보", "Notice", for: .machines) { .text($0.notice) },
        Column("proposes", "제안 결과", "Proposes", for: .machines) { .code($0.lapse?.proposes) },
        Column("contested", "이의", "Contested", for: .machines) { .text($0.lapse?.contestReason) },
        Column("resolution", "이의 처리", "Resolution", for: .machines) { .code($0.lapse?.resolution) },
        Column("sent_at", "요청 시각", "Sent at", for: .machines) { .timestamp(Timestamp(postgres: $0.sentAt)) },
    ])
}

struct ConsultView: TrackerCommand {
    static let configuration = CommandConfiguration(
        commandName: "view",
        abstract: "Show the consultations on a case: what was asked, and what was replied as far as you may see it.",
        discussion: """
              sandbox consult view DE-2026-0001
              sandbox consult view DE-2026-0001 --ministry 문화체육관광부 --round 1

            Opinions are shown to the desk at once, to the applicant and other ministries with the decision.
            """
    )
    @Argument(help: .reference) var reference: String
    @Option(help: "Only this ministry.") var ministry: String?
    @Option(help: ArgumentHelp("Only this round.", valueName: "n")) var round: Int?
    @OptionGroup(title: "Everywhere") var global: GlobalOptions

    func run(_ tracker: Tracker) async throws {
        var list = ConsultationList()
        (list.ministry, list.reference) = (ministry, try CaseReference.one(reference))
        let rounds = try await tracker.answer(list).filter { round == nil || $0.round == round }
        guard !rounds.isEmpty else {
            throw NotFound(
                .consultation, [reference, ministry, round.map { "#\($0)" }].compactMap { $0 }.joined(separator: " "))
        }
        let output = try await global.dated(tracker)
        guard output.format == .table else { return try global.print(rounds, ConsultListing.listing) }
        let heading = "\(rounds[0].reference) \(rounds[0].service)"
        try global.print(
            Detail(
                heading,
                [.each("consultations", Wording("관계부처 협의", "Consultations"), rounds.reversed().map { Detail.part($0) })]
            ),
            output)
    }
}
