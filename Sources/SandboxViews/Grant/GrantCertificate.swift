package import SandboxCore
import SandboxDomain
package import SandboxPresentation

extension Page {
    /// What the Decree wants on a certificate (40⑥, 42의4⑤).
    package init(_ grant: DecisionText.Grant, of letter: DecisionText) {
        var blocks: [Block] = []
        if let summary = letter.summary {
            blocks.append(.section(.init(Wording("주요 내용", "What the service does"), [.paragraph(summary)])))
        }
        if !letter.conditions.isEmpty {
            blocks.append(.table(Wording("부가조건", "Conditions"), EmbeddedTable(Self.obligations, letter.conditions)))
        }
        let standing: [Fact] =
            grant.state.isInForce ? [] : [.init(Wording("효력", "Standing"), .code(grant.state))]
        self.init(
            Wording(grant.korean, grant.english),
            facts: grant.facts + standing + [
                .init(Wording("지정·허가일", "Granted"), .date(letter.decision.decidedOn)),
                .init(Wording("기업", "Company"), .text(letter.company)),
                .init(Wording("대표자", "Representative"), .text(letter.representative)),
                .init(Wording("주소", "Address"), .text(letter.address)),
                .init(Wording("서비스", "Service"), .text(letter.service)),
                .init(Wording("근거", "Basis"), .text(grant.basis)),
            ], [.init(nil, blocks)])
    }
}
