import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

struct GrantCertificate: TrackerCommand {
    static let configuration = CommandConfiguration(
        commandName: "certificate",
        abstract: "Write the certificate of a grant (허가증·지정서), to print.",
        discussion: """
              sandbox grant certificate DE-2026-0001 --output certificate.html
              sandbox grant certificate DE-2026-0001 --output - --lang en > certificate.html

            Number and day, company and representative, address, the service and what it does, validity and conditions, as
            they stand now.
            """
    )
    @Argument(help: ArgumentHelp("The case whose grant it is, e.g. DE-2026-0001.", valueName: "ref"))
    var reference: String
    @Option(help: ArgumentHelp("The file, or - for standard output.", valueName: "file")) var output: String
    @OptionGroup(title: "Everywhere") var global: GlobalOptions

    var notDone: Wording { Wording("증서를 쓰지 않았습니다", "no certificate was written") }

    func run(_ tracker: Tracker) async throws {
        let reference = try CaseReference.one(reference)
        let letter = try await tracker.answer(DecisionLetter(reference))
        guard let grant = letter.grant else { throw NotFound(.grant, reference.description) }
        try await global.write(Page(grant, of: letter), to: output, tracker)
    }
}

extension Page {
    /// What the Decree wants on a certificate (40⑥, 42의4⑤).
    fileprivate init(_ grant: DecisionText.Grant, of letter: DecisionText) {
        var blocks: [Block] = []
        if let summary = letter.summary {
            blocks.append(.section(.init(Wording("주요 내용", "What the service does"), [.paragraph(summary)])))
        }
        if !letter.conditions.isEmpty {
            blocks.append(.table(Wording("부가조건", "Conditions"), EmbeddedTable(Self.obligations, letter.conditions)))
        }
        self.init(
            Wording(grant.korean, grant.english),
            facts: grant.facts + [
                .init(Wording("지정·허가일", "Granted"), .date(letter.decision.decidedOn)),
                .init(Wording("기업", "Company"), .text(letter.company)),
                .init(Wording("대표자", "Representative"), .text(letter.representative)),
                .init(Wording("주소", "Address"), .text(letter.address)),
                .init(Wording("서비스", "Service"), .text(letter.service)),
                .init(Wording("근거", "Basis"), .text(grant.basis)),
            ], [.init(nil, blocks)])
    }
}
