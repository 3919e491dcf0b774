package import SandboxCore
import SandboxDomain
package import SandboxPresentation

extension Page {
    /// A decision, as the company is told it.
    package init(_ letter: DecisionText) {
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
        for correction in letter.corrections {
            let day = (ko: correction.correctedOn.text(.korean), en: correction.correctedOn.text(.english))
            blocks.append(
                .section(
                    .init(
                        Wording("정정(\(day.ko))", "Correction of \(day.en)"),
                        [.paragraph(correction.text), .paragraph(correction.reason)])))
        }
        if let day = letter.redeliberationUntil, let basis = letter.redeliberationBasis {
            let doubt = letter.redeliberationDoubt?.wording
            let ko = day.text(.korean) + (doubt.map { "(\($0.ko))" } ?? "")
            let en = day.text(.english) + (doubt.map { " (\($0.en))" } ?? "")
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
                .init(Wording("회차", "Meeting"), .text(decision.meeting)),
                .init(Wording("근거", "Basis"), .text(letter.basis)),
            ] + (letter.grant?.facts ?? []), [.init(nil, blocks)])
    }

    package static let obligations = Listing<StandingCondition>([
        Column("number", "번호", "No.") { .integer($0.number) },
        Column("phase", "시기", "When") { .code($0.phase) },
        Column("text", "조건", "Condition") { .text($0.text) },
        Column("purpose", "목적", "Purpose") { .text($0.purpose) },
        Column("evidence", "확인 자료", "Evidence") { .text($0.evidence) },
        Column("due", "기한", "Due") { .code($0.due) },
        Column("basis", "근거", "Basis") { .text($0.basis) },
    ])
}

extension DecisionText.Grant {
    /// Its number and its validity.
    package var facts: [Page.Fact] {
        let number = Page.Fact(Wording("허가증·지정서 번호", "Certificate"), .text(certificate))
        guard let validFrom, let validUntil else {
            let length =
                months.map { ("\($0)개월", Wording.counted($0, "month")) } ?? ("법정 기간", "as long as the law allows")
            let words = RuleName(
                "from-commencement", "사업개시일부터 \(length.0)", "\(length.1), from the commencement of business")
            return [number, .init(Wording("유효기간", "Validity"), .code(words))]
        }
        return [
            number, .init(Wording("유효기간 시작일", "Valid from"), .date(validFrom)),
            .init(Wording("유효기간 만료일", "Valid until"), .date(validUntil)),
        ]
    }
}
