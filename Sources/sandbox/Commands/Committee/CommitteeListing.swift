import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation

struct CommitteeListing: TrackerCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List the sessions of the committees, the latest first.",
        discussion: """
              sandbox committee list --upcoming
              sandbox committee list --body main --format csv

            Companies and ministries see the sessions their cases are or were tabled at. “Too late for” counts the cases
            that can be tabled at this session at the earliest, and whose period for tabling ends before it.
            """
    )
    @Option(help: "Only this committee's.") var body: String?
    @Flag(help: "Only those that are not over yet.") var upcoming = false
    @OptionGroup(title: "Everywhere") var global: GlobalOptions

    func run(_ tracker: Tracker) async throws {
        var list = SessionList()
        (list.body, list.upcomingOnly) = (body, upcoming)
        try await global.print(list, listing, tracker)
    }

    private var listing: Listing<SessionSummary> {
        let language = global.language
        return Listing([
            Column("session", "회차", "Session", mayShrink: false) { .text($0.reference.description) },
            Column("body", "기구", "Committee", for: .people) {
                .text(language == .korean ? $0.korean : $0.english)
            },
            Column("form", "방식", "Form") { .code($0.form) },
            Column("held_on", "개최일", "Held", dates: .relative) { .date($0.heldOn) },
            Column("closes_on", "종료일", "Closes", for: .machines) { .date($0.closesOn) },
            Column("is_frozen", "안건 확정", "Frozen") { .boolean($0.isFrozen) },
            Column("items", "안건", "Items") { .integer($0.items) },
            Column("open_items", "미처리", "Open") { .integer($0.openItems) },
            Column("late_cases", "기한 넘길 과제", "Too late for") { .integer($0.lateCases) },
        ])
    }
}

struct CommitteeView: TrackerCommand {
    static let configuration = CommandConfiguration(
        commandName: "view",
        abstract: "Show a session: who sits, what is tabled, how it was voted on.",
        discussion: """
              sandbox committee view main/43
              sandbox committee view main/43 --format json

            Members and votes are shown to the desk, analysts and auditors. Companies and ministries see their cases' items.
            """
    )
    @Argument(help: .session) var session: String
    @OptionGroup(title: "Everywhere") var global: GlobalOptions

    func run(_ tracker: Tracker) async throws {
        let detail = try await tracker.answer(SessionView(try SessionReference.one(session)))
        let summary = detail.summary
        let name = global.language == .korean ? summary.korean : summary.english
        let output = try await global.dated(tracker)
        try global.print(
            Detail(
                "\(summary.reference) \(name)",
                [
                    .field("session", Wording("회차", "Session"), .text(summary.reference.description)),
                    .field("form", Wording("방식", "Form"), .code(summary.form)),
                    .field("held_on", Wording("개최일", "Held"), .date(summary.heldOn), dates: .relative),
                    .field("closes_on", Wording("종료일", "Closes"), .date(summary.closesOn)),
                    .field("frozen_at", Wording("안건 확정", "Frozen"), .moment(detail.frozenAt)),
                    .field("digest", Wording("해시", "Digest"), .text(detail.digest)),
                    .rows("members", Wording("위원", "Members"), Self.members, detail.members),
                    .rows("items", Wording("안건", "Agenda"), Self.items, detail.items),
                    .rows("votes", Wording("표결", "Votes"), Self.votes, detail.votes),
                ]), output)
    }

    private static let members = Listing<CommitteeMember>([
        Column("name", "위원", "Member") { .text($0.name) },
        Column("capacity", "자격", "Capacity") { .code($0.capacity) },
        Column("is_from_main", "본위원회", "Main committee", for: .machines) { .boolean($0.isFromMain) },
    ])
    private static let items = Listing<SessionDetail.Item>([
        Column("item", "번호", "No.") { .integer($0.number) },
        Column("reference", "과제번호", "Reference", mayShrink: false) { .text($0.reference.description) },
        Column("company", "기업", "Company") { .text($0.company) },
        Column("service", "서비스", "Service") { .text($0.service) },
        Column("result", "처리", "Result") { .code($0.result) },
        Column("outcome", "의결", "Outcome") { .code($0.outcome) },
        Column("has_changed", "확정 뒤 변경", "Changed since") { .boolean($0.hasChanged) },
        Column("composed", "구성", "Composed", for: .machines) { .integer($0.tally?.composed) },
        Column("recused", "제척 등", "Recused", for: .machines) { .integer($0.tally?.recused) },
        Column("present", "출석", "Present") { .integer($0.tally?.present) },
        Column("in_favour", "찬성", "In favour") { .integer($0.tally?.inFavour) },
        Column("against", "반대", "Against") { .integer($0.tally?.against) },
        Column("abstained", "기권", "Abstained", for: .machines) { .integer($0.tally?.abstained) },
        Column("is_quorate", "의사정족수", "Quorum", for: .machines) { .boolean($0.tally?.isQuorate) },
        Column("is_carried", "가결", "Carried", for: .machines) { .boolean($0.tally?.isCarried) },
        Column("reason", "보류 사유", "Reason", for: .machines) { .text($0.reason) },
    ])
    private static let votes = Listing<SessionDetail.MemberVote>([
        Column("item", "안건", "Item") { .integer($0.item) },
        Column("member", "위원", "Member") { .text($0.member) },
        Column("vote", "표결", "Vote") { .code($0.vote) },
        Column("recusal", "제척 등", "Recusal") { .code($0.recusal) },
        Column("ground", "사유", "Ground") { .code($0.ground) },
    ])
}
