import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation

struct ConditionListing: TrackerCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List the conditions of a grant and how far they are met.",
        discussion: """
              sandbox condition list DE-2026-0001
              sandbox condition list DE-2026-0001 --diff

            With --diff: what the ministries asked for, what was tabled, what was decided, and what was changed since.
            """
    )
    @Argument(help: .reference) var reference: String
    @Flag(help: "How they became what they are.") var diff = false
    @OptionGroup(title: "Everywhere") var global: GlobalOptions

    func run(_ tracker: Tracker) async throws {
        let reference = try CaseReference.one(reference)
        guard diff else {
            return try await global.print(ConditionList(reference), Self.listing(global.language), tracker)
        }
        let course = try await tracker.answer(ConditionHistory(reference))
        let changed = course.changed.filter { $0.kind != .kept }
        let rows =
            course.proposed.pairs.map { Step("proposed", $0) }
            + (course.isDecided ? course.decided.pairs.map { Step("decided", $0) } : [])
            + changed.map { Step("changed", $0) }
        try global.print(rows, Self.steps)
    }

    private struct Step {
        let step: String
        let pair: ConditionDiff.Pair

        init(_ step: String, _ pair: ConditionDiff.Pair) { (self.step, self.pair) = (step, pair) }
    }

    private static let steps = Listing<Step>([
        Column("step", "단계", "Step") { .code(WordedCode($0.step, .conditionSteps)) },
        Column("kind", "구분", "What") { .code($0.pair.kind) },
        Column("before", "이전", "Before") { .text($0.pair.before) },
        Column("after", "이후", "After") { .text($0.pair.after) },
    ])

    static func listing(_ language: Language) -> Listing<StandingCondition> {
        Listing([
            Column("number", "번호", "No.") { .integer($0.number) },
            Column("phase", "시기", "When") { .code($0.phase) },
            Column("text", "조건", "Condition") { .text($0.text) },
            Column("due_text", "기한", "Due", for: .people) { .text($0.due?.wording[language]) },
            Column("due_on", "만료일", "Due on", dates: .countdown) { .date($0.dueOn) },
            Column("is_overdue", "경과", "Overdue") { .boolean($0.isOverdue) },
            Column("state", "이행", "State") { .code($0.state) },
            Column("state_since", "이행 기준일", "Since", dates: .relative) { .date($0.stateSince) },
            Column("version", "판", "Version") { .integer($0.version) },
            Column("is_change_asked", "변경 신청", "Change asked") { .boolean($0.isChangeAsked) },
            Column("purpose", "목적", "Purpose", for: .machines) { .text($0.purpose) },
            Column("evidence", "확인 자료", "Evidence", for: .machines) { .text($0.evidence) },
            Column("due", "기한", "Due", for: .machines) { .text($0.due?.description) },
            Column("asked_by", "요청 기관", "Asked by", for: .machines) { .text($0.askedBy) },
            Column("basis", "근거", "Basis", for: .machines) { .text($0.basis) },
            Column("responsible", "책임", "Responsible", for: .machines) { .code($0.responsible) },
            Column("ruling", "확인 의견", "Ruling", for: .machines) { .text($0.ruling) },
        ])
    }
}

struct ConditionViewing: TrackerCommand {
    static let configuration = CommandConfiguration(
        commandName: "view",
        abstract: "Show a condition with its versions and all evidence filed for it.",
        discussion: """
              sandbox condition view DE-2026-0001 2
              sandbox condition view DE-2026-0001 2 --format json
            """
    )
    @Argument(help: .reference) var reference: String
    @Argument(help: .condition) var number: Int
    @OptionGroup(title: "Everywhere") var global: GlobalOptions

    func run(_ tracker: Tracker) async throws {
        let detail = try await tracker.answer(ConditionView(try CaseReference.one(reference), number: number))
        let condition = detail.condition
        let output = try await global.dated(tracker)
        try global.print(
            Detail(
                "\(detail.reference) #\(condition.number)",
                [
                    .field("reference", Wording("과제번호", "Reference"), .text(detail.reference.description)),
                    .field("number", Wording("번호", "Number"), .integer(condition.number)),
                    .field("state", Wording("이행", "State"), .code(condition.state)),
                    .field("phase", Wording("시기", "When"), .code(condition.phase)),
                    .field("version", Wording("판", "Version"), .integer(condition.version)),
                    .field("due", Wording("기한", "Due"), .text(condition.due?.description)),
                    .field("due_on", Wording("만료일", "Due on"), .date(condition.dueOn), dates: .countdown),
                    .field("is_overdue", Wording("경과", "Overdue"), .boolean(condition.isOverdue)),
                    .field("asked_by", Wording("요청 기관", "Asked by"), .text(condition.askedBy)),
                    .field("basis", Wording("근거", "Basis"), .text(condition.basis)),
                    .field("responsible", Wording("책임", "Responsible"), .code(condition.responsible)),
                    .paragraph("text", Wording("조건", "Condition"), condition.text),
                    .paragraph("purpose", Wording("목적", "Purpose"), condition.purpose),
                    .paragraph("evidence_wanted", Wording("확인 자료", "Evidence wanted"), condition.evidence),
                    .rows("changes", Wording("변경", "Changes"), Self.changes, detail.changes),
                    .rows("replies", Wording("변경에 대한 회신", "Replies to changes"), Self.replies, detail.replies),
                    .rows("evidence", Wording("이행 자료", "Evidence"), Self.evidence, detail.evidence),
                ]), output)
    }

    private static let changes = Listing<ConditionDetail.Change>([
        Column("number", "번호", "No.") { .integer($0.number) },
        Column("asked_on", "신청일", "Asked", dates: .relative) { .date($0.askedOn) },
        Column("asked_by", "신청", "By") { .text($0.askedBy) },
        Column("text", "조건", "Condition") { .text($0.text) },
        Column("reason", "사유", "Reason") { .text($0.reason) },
        Column("is_accepted", "수용", "Accepted") { .boolean($0.isAccepted) },
        Column("ruling", "의견", "Ruling") { .text($0.ruling) },
    ])
    private static let replies = Listing<ConditionDetail.Reply>([
        Column("change", "변경", "Change") { .integer($0.change) },
        Column("ministry", "부처", "Ministry") { .text($0.ministry) },
        Column("opinion", "의견", "Opinion") { .code($0.opinion) },
        Column("reason", "사유", "Reason") { .text($0.reason) },
        Column("replied_on", "회신일", "Replied", dates: .relative) { .date($0.repliedOn) },
    ])
    private static let evidence = Listing<ConditionDetail.Evidence>([
        Column("number", "번호", "No.") { .integer($0.number) },
        Column("filed_on", "제출일", "Filed", dates: .relative) { .date($0.filedOn) },
        Column("note", "설명", "Note") { .text($0.note) },
        Column("file_name", "파일", "File") { .text($0.fileName) },
        Column("size", "바이트", "Bytes", for: .machines) { .integer($0.size) },
        Column("sha256", "SHA-256", "SHA-256", for: .machines) { .text($0.sha256) },
        Column("is_confirmed", "확인", "Confirmed") { .boolean($0.isConfirmed) },
        Column("ruling", "의견", "Ruling") { .text($0.ruling) },
    ])
}
