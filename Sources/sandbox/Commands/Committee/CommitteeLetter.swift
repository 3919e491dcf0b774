import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation

struct CommitteeLetter: TrackerCommand {
    static let configuration = CommandConfiguration(
        commandName: "letter",
        abstract: "Write the letter that tells the company what was decided (의결 결과 통지), to print.",
        discussion: """
              sandbox committee letter DE-2026-0001 --output letter.html
              sandbox committee letter DE-2026-0001 --output - --lang en > letter.html

            It names the case, the outcome, the reason, and the conditions with what shows that they are met; of a grant also
            the number of its certificate and its validity, and after a rejection until when re-deliberation may be asked for.
            """
    )
    @Argument(help: .reference) var reference: String
    @Option(help: ArgumentHelp("The file, or - for standard output.", valueName: "file")) var output: String
    @OptionGroup(title: "Everywhere") var global: GlobalOptions

    var notDone: Wording { Wording("통지서를 쓰지 않았습니다", "no letter was written") }

    func run(_ tracker: Tracker) async throws {
        let letter = try await tracker.answer(DecisionLetter(try CaseReference.one(reference)))
        try await global.write(Page(letter), to: output, tracker)
    }
}

extension Page {
    /// A decision, as the company is told it.
    init(_ letter: DecisionText) {
        let (decision, outcome) = (letter.decision, letter.decision.outcome.wording)
        var blocks: [Block] = [
            .note(
                Wording(
                    "귀사가 신청한 ‘\(letter.service)’에 대하여 다음과 같이 의결되었음을 알려 드립니다: \(outcome.ko)",
                    "This is to tell you what was decided on your application “\(letter.service)”: \(outcome.en)"))
        ]
        if let reason = decision.reason {
            blocks.append(.section(.init(Wording("사유", "Reason"), [.paragraph(reason)])))
        }
        if !letter.conditions.isEmpty {
            blocks.append(.table(Wording("부가조건", "Conditions"), EmbeddedTable(Self.obligations, letter.conditions)))
        }
        if let day = letter.redeliberationUntil, let basis = letter.redeliberationBasis {
            let (ko, en) = (day.text(.korean), day.text(.english))
            blocks.append(
                .note(
                    Wording(
                        "새로운 증거가 있거나 사정이 바뀌면 \(ko)까지 한 번 재심의를 신청할 수 있습니다(\(basis)).",
                        "With new evidence or changed circumstances you may ask once, until \(en), to have it deliberated "
                            + "again (\(basis)).")))
        }
        self.init(
            Wording("의결 결과 통지서", "Notice of decision"),
            facts: [
                .init(Wording("과제번호", "Reference"), .text(letter.reference.description)),
                .init(Wording("기업", "Company"), .text(letter.company)),
                .init(Wording("대표자", "Representative"), .text(letter.representative)),
                .init(Wording("주소", "Address"), .text(letter.address)),
                .init(Wording("서비스", "Service"), .text(letter.service)),
                .init(Wording("트랙", "Track"), .code(letter.track)),
                .init(Wording("의결", "Outcome"), .code(decision.outcome)),
                .init(Wording("의결일", "Decided"), .date(decision.decidedOn)),
                .init(Wording("회차", "Session"), .text(decision.session)),
                .init(Wording("근거", "Basis"), .text(letter.basis)),
            ] + (letter.grant?.facts ?? []), [.init(nil, blocks)])
    }

    static let obligations = Listing<StandingCondition>([
        Column("number", "번호", "No.") { .integer($0.number) },
        Column("phase", "시기", "When") { .code($0.phase) },
        Column("text", "조건", "Condition") { .text($0.text) },
        Column("purpose", "목적", "Purpose") { .text($0.purpose) },
        Column("evidence", "확인 자료", "Evidence") { .text($0.evidence) },
        Column("due", "기한", "Due") { .text($0.due?.description) },
        Column("basis", "근거", "Basis") { .text($0.basis) },
    ])
}
