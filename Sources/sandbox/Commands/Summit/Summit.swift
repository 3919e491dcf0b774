import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

struct Summit: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "summit",
        abstract: "Strategy summits (전략대화): topics, what was raised, expert councils, and what was promised.",
        subcommands: [
            SummitSchedule.self, SummitImport.self, SummitListing.self, SummitViewing.self, SummitTopic.self,
            SummitParticipant.self, SummitRaise.self, SummitCouncil.self, SummitReport.self, SummitCommit.self,
            SummitFulfil.self, SummitProgress.self, SummitWithdraw.self, SummitReopen.self,
        ]
    )
}

extension Int {
    /// The number of a summit or topic in a word of the command line.
    init(summit word: String, _ field: Field = .summitNumber) throws {
        guard let number = Int(word), (1...9999).contains(number) else {
            throw BadInput(.notInRange(word, least: 1, most: 9999), field: field)
        }
        self = number
    }
}

extension String {
    /// A label in an option's value, as the register takes it.
    static func label(_ field: Field, _ text: String) throws -> String {
        do { return try TextRule.label.checked(text) } catch { throw BadInput(error, field: field) }
    }
}

extension ArgumentHelp {
    /// What a summit is called.
    static let summit = ArgumentHelp("The number of the summit, e.g. 1.", valueName: "number")
    /// What a topic is called.
    static let topic = ArgumentHelp("The number of the topic.", valueName: "number")
    /// What a commitment is called.
    static let commitment = ArgumentHelp("The commitment, summit and number, e.g. 1/2.", valueName: "commitment")
    /// Where something is written.
    static let source = ArgumentHelp.prose("Where it is written.")
}

struct SummitSchedule: TrackerCommand {
    static let configuration = CommandConfiguration(
        commandName: "schedule",
        abstract: "Plan a summit, or correct what is known of one.",
        discussion: """
              sandbox summit schedule 2 --on 2027-03-09 --name '제2회 인공지능 최고위 전략대화' --place '서울 코엑스'
              sandbox summit schedule 2 --on 2027-03-16
            """
    )
    @OptionGroup(title: "Everywhere") var global: GlobalOptions
    @OptionGroup var writing: WritingOptions
    @Argument(help: .summit) var number: String
    @Option(help: ArgumentHelp("The day.", valueName: "date")) var on: String?
    @Option(help: "What it is called.") var name: String?
    @Option(help: "Where it is held.") var place: String?
    @Option(help: ArgumentHelp("Whose it is, if there are several regimes.", valueName: "code")) var regime: String?
    @Option(parsing: .unconditional, help: .prose("What it came to.")) var summary: Prose?
    @Option(parsing: .unconditional, help: .source) var source: Prose?

    var notDone: Wording { Wording("전략대화를 등록하지 않았습니다", "the summit was not entered") }

    func run(_ tracker: Tracker) async throws {
        var act = ScheduleSummit(try Int(summit: number))
        act.regime = regime.map { RegimeCode($0) }
        act.heldOn = try on.map { try CivilDate(option: .on, $0) }
        (act.name, act.place) = (try name.map { try .label(.name, $0) }, try place.map { try .label(.place, $0) })
        (act.summary, act.source) = (try summary?.text(.summary), try source?.text(.source))
        let summit = try await tracker.perform(act, dryRun: writing.dryRun)
        try global.confirm(
            Confirmation(
                name: "\(summit.number)",
                said: summit.isNew
                    ? Wording(
                        "\(summit.number)회 \(summit.name): \(summit.heldOn) 개최로 등록했습니다.",
                        "summit \(summit.number), \(summit.name), was entered for \(summit.heldOn).")
                    : Wording(
                        "\(summit.number)회: \(summit.name), \(summit.heldOn) 개최.",
                        "summit \(summit.number) is now \(summit.name), on \(summit.heldOn)."),
                fields: [
                    .init("number", "회차", "Number", .integer(summit.number)),
                    .init("name", "이름", "Name", .text(summit.name)),
                    .init("held_on", "개최일", "Held on", .date(summit.heldOn)),
                ]), dryRun: writing.dryRun)
    }
}

struct SummitTopic: TrackerCommand {
    static let configuration = CommandConfiguration(
        commandName: "topic",
        abstract: "Enter a topic of a summit.",
        discussion: """
              sandbox summit topic 2 --title 'AI 반도체'
              sandbox summit topic 2 --title 'AI 인재' --summary @topic.txt
            """
    )
    @OptionGroup(title: "Everywhere") var global: GlobalOptions
    @OptionGroup var writing: WritingOptions
    @Argument(help: .summit) var number: String
    @Option(help: "What it is about.") var title: String
    @Option(parsing: .unconditional, help: .prose("What was talked about.")) var summary: Prose?
    @Option(parsing: .unconditional, help: .source) var source: Prose?

    var notDone: Wording { Wording("주제를 등록하지 않았습니다", "the topic was not entered") }

    func run(_ tracker: Tracker) async throws {
        var act = AddTopic(try Int(summit: number), title: try .label(.title, title))
        (act.summary, act.source) = (try summary?.text(.summary), try source?.text(.source))
        let topic = try await tracker.perform(act, dryRun: writing.dryRun)
        try global.confirm(
            Confirmation(
                name: "\(topic)",
                said: Wording(
                    "\(number)회 \(topic)번 주제: \(title)", "topic \(topic) of summit \(number): \(title)"),
                fields: [
                    .init("summit", "회차", "Summit", .text(number)), .init("topic", "주제", "Topic", .integer(topic)),
                    .init("title", "제목", "Title", .text(title)),
                ]), dryRun: writing.dryRun)
    }
}

struct SummitParticipant: TrackerCommand {
    static let configuration = CommandConfiguration(
        commandName: "participant",
        abstract: "Enter organisations that take part in a summit, or in one of its topics.",
        discussion: """
              sandbox summit participant 2 네이버 카카오 KT
              sandbox summit participant 2 --topic 1 보건복지부
            """
    )
    @OptionGroup(title: "Everywhere") var global: GlobalOptions
    @OptionGroup var writing: WritingOptions
    @Argument(help: .summit) var number: String
    @Argument(help: ArgumentHelp("The organisations.", valueName: "name")) var names: [String]
    @Option(help: .topic) var topic: String?
    @Option(parsing: .unconditional, help: .source) var source: Prose?

    var notDone: Wording { Wording("참석 기관을 등록하지 않았습니다", "no participant was entered") }

    func run(_ tracker: Tracker) async throws {
        var act = AddParticipants(
            try Int(summit: number), topic: try topic.map { try Int(summit: $0, .topic) },
            try names.map { try .label(.memberName, $0) })
        act.source = try source?.text(.source)
        let new = try await tracker.perform(act, dryRun: writing.dryRun)
        try global.confirm(
            Confirmation(
                name: number,
                said: Wording(
                    "참석 기관 \(new.count)곳을 등록했습니다(이미 있음 \(names.count - new.count)곳).",
                    "\(new.count) participants were entered (\(names.count - new.count) were there already)."),
                fields: [
                    .init("summit", "회차", "Summit", .text(number)), .init("added", "등록", "Entered", .texts(new)),
                ]), dryRun: writing.dryRun)
    }
}

struct SummitRaise: TrackerCommand {
    static let configuration = CommandConfiguration(
        commandName: "raise",
        abstract: "Enter a proposal, a difficulty or a suggestion that was raised at a summit.",
        discussion: """
              sandbox summit raise 2 --kind difficulty --by 카카오 --text '학습용 저작물의 이용 범위가 불분명하다'
              sandbox summit raise 2 --kind proposal --by '예시 초거대AI 주식회사' --text @proposal.txt --case DE-2026-0001

            What came to be a case is seen by those who may see the case, and by nobody else.
            """
    )
    @OptionGroup(title: "Everywhere") var global: GlobalOptions
    @OptionGroup var writing: WritingOptions
    @Argument(help: .summit) var number: String
    @Option(help: "What it is.") var kind: PointKind
    @Option(parsing: .unconditional, help: .prose("What was said.")) var text: Prose
    @Option(help: ArgumentHelp("Who raised it.", valueName: "name")) var by: String?
    @Option(help: .topic) var topic: String?
    @Option(name: .customLong("case"), help: .reference) var reference: String?
    @Option(parsing: .unconditional, help: .source) var source: Prose?

    var notDone: Wording { Wording("제기된 내용을 등록하지 않았습니다", "nothing was entered of what was raised") }

    func run(_ tracker: Tracker) async throws {
        var point = SummitPoint(kind, try text.text(.text))
        (point.by, point.topic) = (
            try by.map { try .label(.by, $0) }, try topic.map { try Int(summit: $0, .topic) }
        )
        point.caseFile = try reference.map { try CaseReference.one($0) }
        point.source = try source?.text(.source)
        let raised = try await tracker.perform(RaisePoint(try Int(summit: number), point), dryRun: writing.dryRun)
        try global.confirm(
            Confirmation(
                name: number,
                said: Wording(
                    "\(number)회 전략대화의 \(raised.kind.wording.ko): 등록했습니다.",
                    "a \(raised.kind.wording.en.lowercased()) of summit \(number) was entered."),
                fields: [
                    .init("summit", "회차", "Summit", .text(number)), .init("kind", "구분", "Kind", .code(raised.kind)),
                    .init("by", "기관", "By", .text(raised.by)), .init("text", "내용", "Text", .text(raised.text)),
                    .init("reference", "과제번호", "Reference", .text(raised.caseFile?.description)),
                ]), dryRun: writing.dryRun)
    }
}

struct SummitCouncil: TrackerCommand {
    static let configuration = CommandConfiguration(
        commandName: "council",
        abstract: "Set up the expert council of a topic, which reports to the next summit.",
        discussion: """
              sandbox summit council 2 --topic 1 --name 'AI 반도체 협의체' --chair 산업통상부 --member KT --member 삼성전자
              sandbox summit council 2 --topic 2 --name 'AI 인재 협의체'

            The organisation in the chair may report for it, if the register knows it by that name.
            """
    )
    @OptionGroup(title: "Everywhere") var global: GlobalOptions
    @OptionGroup var writing: WritingOptions
    @Argument(help: .summit) var number: String
    @Option(help: .topic) var topic: String
    @Option(help: "What it is called.") var name: String
    @Option(help: "The organisation in the chair.") var chair: String?
    @Option(help: "An organisation that sits on it; may be given several times.") var member: [String] = []
    @Option(parsing: .unconditional, help: .source) var source: Prose?

    var notDone: Wording { Wording("협의체를 구성하지 않았습니다", "the council was not set up") }

    func run(_ tracker: Tracker) async throws {
        let place = try Int(summit: topic, .topic)
        var act = SetUpCouncil(try Int(summit: number), topic: place, name: try .label(.name, name))
        act.chair = try chair.map { try .label(.chair, $0) }
        act.members = try member.map { try .label(.member, $0) }
        act.source = try source?.text(.source)
        let council = try await tracker.perform(act, dryRun: writing.dryRun)
        try global.confirm(
            Confirmation(
                name: council,
                said: Wording(
                    "\(number)회 \(place)번 주제의 협의체: \(council)",
                    "topic \(place) of summit \(number) has a council: \(council)"),
                fields: [
                    .init("summit", "회차", "Summit", .text(number)), .init("topic", "주제", "Topic", .integer(place)),
                    .init("council", "협의체", "Council", .text(council)),
                ]), dryRun: writing.dryRun)
    }
}

struct SummitReport: TrackerCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "Report what the expert council of a topic came to: the organisation in its chair, or the desk.",
        discussion: """
              sandbox summit report 1 --topic 2 --to 2 --text '인재 양성 과제 7건을 정리하여 보고한다'
              sandbox summit report 1 --topic 1 --to 2 --text @report.txt

            A council reports to a later summit than the one it was set up at.
            """
    )
    @OptionGroup(title: "Everywhere") var global: GlobalOptions
    @OptionGroup var writing: WritingOptions
    @Argument(help: .summit) var number: String
    @Option(help: .topic) var topic: String
    @Option(help: ArgumentHelp("The number of the summit it reports to.", valueName: "number")) var to: String
    @Option(parsing: .unconditional, help: .prose("The report.")) var text: Prose
    @Option(parsing: .unconditional, help: .source) var source: Prose?

    var notDone: Wording { Wording("협의체 보고를 등록하지 않았습니다", "the report was not entered") }

    func run(_ tracker: Tracker) async throws {
        var act = ReportCouncil(
            try Int(summit: number), topic: try Int(summit: topic, .topic), to: try Int(summit: to, .to),
            report: try text.text(.text))
        act.source = try source?.text(.source)
        let council = try await tracker.perform(act, dryRun: writing.dryRun)
        try global.confirm(
            Confirmation(
                name: council,
                said: Wording("\(council, .subject) \(to)회에 보고했습니다.", "\(council) has reported to summit \(to)."),
                fields: [
                    .init("summit", "회차", "Summit", .text(number)), .init("topic", "주제", "Topic", .text(topic)),
                    .init("to", "보고 회차", "Reported to", .text(to)), .init("council", "협의체", "Council", .text(council)),
                ]), dryRun: writing.dryRun)
    }
}
