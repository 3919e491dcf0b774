import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

struct ConsultContest: TrackerCommand {
    static let configuration = CommandConfiguration(
        commandName: "contest",
        abstract: "Contest that a ministry's silence means what the law says; until resolved nothing is decided.",
        discussion: """
              sandbox consult contest RC-2026-0001 --reason '통보를 받지 못했습니다.' --as mcst
              sandbox consult contest RC-2026-0001 --ministry 문화체육관광부 --reason @reason.txt --as desk
            """
    )
    @OptionGroup var writing: WritingOptions
    @Argument(help: .reference) var reference: String
    @Option(help: "The ministry (default: your own).") var ministry: String?
    @Option(parsing: .unconditional, help: .prose("Why.")) var reason: Prose?
    @OptionGroup(title: "Everywhere") var global: GlobalOptions

    var notDone: Wording { Wording("이의를 제기하지 않았습니다", "nothing was contested") }

    func run(_ tracker: Tracker) async throws {
        let act = ContestLapse(
            try CaseReference.one(reference), ministry: ministry,
            reason: try global.asked(reason, .reason, Wording("사유", "Reason")))
        let lapse = try await tracker.perform(act, dryRun: writing.dryRun)
        try global.confirm(
            Confirmation(
                lapse,
                said: Wording(
                    "\(lapse.reference): \(lapse.ministry) 기한 경과에 이의를 제기했습니다.",
                    "\(lapse.reference): the lapse of \(lapse.ministry) is contested.")),
            dryRun: writing.dryRun)
    }
}

struct ConsultResolve: TrackerCommand {
    static let configuration = CommandConfiguration(
        commandName: "resolve",
        abstract: "Resolve a lapse that is contested: it stands, or the ministry is told anew.",
        discussion: """
              sandbox consult resolve RC-2026-0001 --ministry 문화체육관광부 --uphold --reason '통보 기록이 있습니다.'
              sandbox consult resolve RC-2026-0001 --ministry 문화체육관광부 --set-aside --reason '도달하지 않았습니다.'

            One that is set aside opens the round again; record the new notice with sandbox consult notify.
            """
    )
    @OptionGroup var writing: WritingOptions
    @Argument(help: .reference) var reference: String
    @Option(help: "The ministry.") var ministry: String
    @Flag(help: "The lapse stands.") var uphold = false
    @Flag(help: "The lapse does not stand.") var setAside = false
    @Option(parsing: .unconditional, help: .prose("Why.")) var reason: Prose?
    @OptionGroup(title: "Everywhere") var global: GlobalOptions

    var notDone: Wording { Wording("이의를 처리하지 않았습니다", "nothing was resolved") }

    func validate() throws {
        guard uphold != setAside else { throw ValidationError("Say --uphold or --set-aside.") }
    }

    func run(_ tracker: Tracker) async throws {
        let resolution: LapseResolution = uphold ? .upheld : .setAside
        let act = ResolveLapse(
            try CaseReference.one(reference), ministry: ministry, as: resolution,
            reason: try global.asked(reason, .reason, Wording("사유", "Reason")))
        let lapse = try await tracker.perform(act, dryRun: writing.dryRun)
        try global.confirm(
            Confirmation(
                lapse,
                said: Wording(
                    "\(lapse.reference): \(lapse.ministry) 기한 경과 이의를 처리했습니다: \(resolution.wording.ko)",
                    "\(lapse.reference): the lapse of \(lapse.ministry) was resolved: \(resolution.wording.en)")),
            dryRun: writing.dryRun)
    }
}

extension Confirmation {
    fileprivate init(_ lapse: ContestedLapse, said: Wording) {
        self.init(
            name: lapse.reference.description, said: said,
            fields: [
                .init("reference", "과제번호", "Reference", .text(lapse.reference.description)),
                .init("ministry", "부처", "Ministry", .text(lapse.ministry)),
                .init("resolution", "처리", "Resolution", .code(lapse.resolution)),
            ])
    }
}
