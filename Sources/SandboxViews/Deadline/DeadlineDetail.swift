package import SandboxCore
import SandboxDomain
package import SandboxPresentation

extension Detail {
    /// A deadline and every day of its count.
    package init(_ explanation: DeadlineExplanation, fold: Bool) {
        let deadline = explanation.deadline
        let (rule, doubt) = (deadline.rule, explanation.doubt)
        let name = RuleName(rule.code, rule.korean, rule.english)
        self.init(
            "\(deadline.reference)  \(rule.code)  \(rule.korean) · \(rule.english)",
            [
                .field("reference", Wording("기한", "Deadline"), .text(deadline.reference.description)),
                .field("rule", Wording("규칙", "Rule"), .code(name)),
                .field("basis", Wording("근거", "Article"), .text(rule.basis)),
                .field("length", Wording("기간", "Period"), .code(Measure(rule.length))),
                .field(
                    "counting", Wording("계산 방법", "Counted"),
                    .code(
                        RuleName(
                            rule.method.code, "\(rule.method.wording.ko) (\(rule.method.basis.ko))",
                            "\(rule.method.wording.en) (\(rule.method.basis.en))"))),
                .field("owed_by", Wording("의무자", "Owed by"), .code(deadline.owedBy)),
                .field("organisation", Wording("기관", "Organisation"), .text(deadline.organisation)),
                .field("started_on", Wording("시작", "Started"), .date(deadline.count?.start)),
                .field("anchor", Wording("시작의 근거 기한", "Runs from the end of"), .integer(deadline.anchor)),
                .field(
                    "extended", Wording("연장", "Extended by"), .code(deadline.count?.added.map { Measure($0) })),
                .field("cap_on", Wording("늦어도", "In any case by"), .date(explanation.period.capOn)),
                .field("due_on", Wording("만료일", "Due"), .date(explanation.period.dueOn, doubt), dates: .countdown),
                .field("due_at", Wording("만료 시각", "Due at"), .text(explanation.period.dueMinute.map(Self.hour))),
                .field("safe_on", Wording("안전한 날", "Safe"), .date(explanation.period.safeOn, doubt)),
                .machines("certainty", .code(explanation.period.certainty)),
                .machines("holidays_known_to", .date(doubt?.knownTo)),
                .field("promised_on", Wording("처음 만료일", "Promised"), .date(deadline.promisedOn)),
                .field(
                    "difference", Wording("다른 까닭", "Why they differ"), .codes(explanation.differences)),
                .field("state", Wording("상태", "State"), .code(deadline.state)),
                .field("ended_on", Wording("끝", "Ended"), .date(deadline.endedOn)),
                .rows("otherwise", Wording("다른 해석", "Read otherwise"), .otherReadings, explanation.otherwise),
                .rows("days", Wording("계산", "Count"), CountedRow.listing, CountedRow.rows(explanation, fold: fold)),
            ])
    }

    private static func hour(_ minute: Int) -> String {
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(two(minute / 60)):\(two(minute % 60))"
    }
}

/// So many days, months or years: `30-day` for machines.
private struct Measure: HasWording {
    let code: String
    let wording: Wording

    init(_ length: PeriodLength) {
        code = "\(length.count)-\(length.unit)"
        wording = length.unit.wording(length.count)
    }
}
