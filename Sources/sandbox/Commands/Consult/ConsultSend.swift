import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

struct ConsultSend: TrackerCommand {
    static let configuration = CommandConfiguration(
        commandName: "send",
        abstract: "Ask ministries for their opinion; asking again after a reply is a new round.",
        discussion: """
              sandbox consult send DE-2026-0001 --to 문화체육관광부 --to 개인정보보호위원회
              sandbox consult send DE-2026-0001 --to 문화체육관광부 --question @question.txt

            All are asked, or none. sandbox org list --kind ministry names them. A ministry with an account is told in its
            inbox; where there is none, sandbox consult notify says that the letter arrived.
            """
    )
    @OptionGroup var writing: WritingOptions
    @Argument(help: .reference) var reference: String
    @Option(parsing: .upToNextOption, help: ArgumentHelp("The ministries to ask.", valueName: "ministry")) var to:
        [String]
    @Option(parsing: .unconditional, help: .prose("What is asked; else the proposal as such.")) var question: Prose?
    @Flag(help: "As a same-or-similar case, with the shorter period for the reply.") var fastTrack = false
    @OptionGroup(title: "Everywhere") var global: GlobalOptions

    var notDone: Wording { Wording("협의를 보내지 않았습니다", "nothing was sent") }

    func run(_ tracker: Tracker) async throws {
        let reference = try CaseReference.one(reference)
        let ministries = to.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
        let act = SendConsultation(
            reference, to: ministries, question: try question?.text(.question), isFastTrack: fastTrack)
        let sent = try await tracker.perform(act, dryRun: writing.dryRun)
        try global.confirm(
            sent.map { round in
                Confirmation(
                    round,
                    said: Wording(
                        "\(round.reference): \(round.ministry)에 협의를 요청했습니다(\(round.round)차)."
                            + (round.dueOn.map { " 회신 기한 \($0)" } ?? " 통보가 기록되면 회신 기한이 시작됩니다."),
                        "\(round.reference) was sent to \(round.ministry) (round \(round.round))."
                            + (round.dueOn.map { " Reply due \($0)." } ?? " Its period runs once it is told.")))
            }, dryRun: writing.dryRun)
    }
}

extension Confirmation {
    /// A round of consultation.
    init(_ round: SentConsultation, said: Wording, next: [Wording] = []) {
        self.init(
            name: round.reference.description, said: said, next: next,
            fields: [
                .init("reference", "과제번호", "Reference", .text(round.reference.description)),
                .init("ministry", "부처", "Ministry", .text(round.ministry)),
                .init("round", "차수", "Round", .integer(round.round)),
                .init("due_on", "회신 기한", "Due", .date(round.dueOn)),
            ])
    }
}
