package import SandboxCore
import SandboxDomain
package import SandboxPresentation

extension Listing<DeadlineExport.Row> {
    /// Legal periods; as ics a calendar feed of their ends.
    package static var deadlineFeed: Listing<DeadlineExport.Row> {
        Listing(
            Wording("샌드박스 기한", "Sandbox deadlines"),
            [
                Column("reference", "과제번호", "Reference", mayShrink: false) { .text($0.reference.description) },
                Column("regime", "제도", "Regime", for: .machines) { .text($0.regime.code) },
                Column("deadline", "기한", "Deadline") { .integer($0.deadline) },
                Column("rule", "규정", "Rule") { .text($0.rule) },
                Column("name_ko", "내용", "What (Korean)") { .text($0.what.ko) },
                Column("name_en", "영문 내용", "What") { .text($0.what.en) },
                Column("basis", "근거", "Basis") { .text($0.basis) },
                Column("company", "기업", "Company") { .text($0.company) },
                Column("service", "서비스", "Service") { .text($0.service) },
                Column("owed_by", "의무자", "Owed by", for: .machines) { .code($0.owedBy) },
                Column("organisation", "기관", "Organisation", for: .machines) { .text($0.organisation) },
                Column("owed_by_name", "의무자", "Owed by", for: .people) { .owner($0.organisation, else: $0.owedBy) },
                Column("started_on", "시작일", "Started") { .date($0.startedOn) },
                Column("promised_on", "당초 만료일", "Promised") { .date($0.promisedOn) },
                Column("due_on", "만료일", "Due") { .date($0.dueOn, $0.safeOn == nil ? $0.doubt : nil) },
                Column("safe_on", "안전한 근무일", "Safe by") { .date($0.safeOn, $0.doubt) },
                Column("ended_on", "종료일", "Ended") { .date($0.endedOn) },
                Column("days_left", "남은 일수", "Days left") { .integer($0.daysLeft) },
                Column("state", "상태", "State") { .text($0.state) },
            ] + doubtColumns { $0.doubt },
            event: { row, language in
                guard let due = row.dueOn, row.doubt?.certainty != .unknown else { return nil }
                return CalendarEvent(
                    uid: "\(row.name)@sandbox", stamp: row.asked, day: due,
                    summary: summary(row)[language], description: description(row)[language],
                    reminder: row.endedOn == nil ? row.reminder : nil, sequence: row.sequence)
            })
    }

    /// The title of an event: the rule, who owes it, and what became of it.
    private static func summary(_ row: DeadlineExport.Row) -> Wording {
        let start = row.task == nil ? "\(row.reference) \(row.rule.uppercased())" : row.reference.description
        let owner = Wording(row.organisation ?? row.owedBy.wording.ko, row.organisation ?? row.owedBy.wording.en)
        let state = row.endedOn == nil ? nil : DeadlineState(rawValue: row.state)?.wording
        let doubt = row.endedOn == nil && row.safeOn == nil ? row.doubt?.wording : nil
        return Wording(
            "\(start) \(row.what.ko) (\(owner.ko))" + (state.map { ": \($0.ko)" } ?? "")
                + (doubt.map { " [\($0.ko)]" } ?? ""),
            "\(start) \(row.what.en) (\(owner.en))" + (state.map { ": \($0.en)" } ?? "")
                + (doubt.map { " [\($0.en)]" } ?? ""))
    }

    /// The description of an event: who owes what by which article, and how to have it explained.
    private static func description(_ row: DeadlineExport.Row) -> Wording {
        var (ko, en) = (["\(row.company): \(row.service)"], ["\(row.company): \(row.service)"])
        if !row.basis.isEmpty { (ko, en) = (ko + ["근거: \(row.basis)"], en + ["Basis: \(row.basis)"]) }
        ko.append("의무자: \(row.organisation ?? row.owedBy.wording.ko)")
        en.append("Owed by: \(row.organisation ?? row.owedBy.wording.en)")
        if let doubt = row.doubt?.wording { (ko, en) = (ko + [doubt.ko], en + [doubt.en]) }
        if let safe = row.safeOn { (ko, en) = (ko + ["안전한 근무일: \(safe)"], en + ["Safe by: \(safe)"]) }
        if let promised = row.promisedOn, promised != row.dueOn {
            (ko, en) = (ko + ["당초 만료일: \(promised)"], en + ["Promised: \(promised)"])
        }
        if let missed = row.missedKorean { ko.append("경과하면: \(missed)") }
        if let missed = row.missedEnglish { en.append("If missed: \(missed)") }
        if let deadline = row.deadline {
            let explain = "sandbox deadline explain \(row.reference)/\(deadline)"
            (ko, en) = (ko + ["날짜별 설명: \(explain)"], en + ["Day by day: \(explain)"])
        }
        return Wording(ko.joined(separator: "\n"), en.joined(separator: "\n"))
    }
}

extension DeadlineExport.Row {
    /// The name of its rule, or of what has to be done.
    fileprivate var what: Wording { task?.wording ?? Wording(korean, english) }

    /// How it is told from all others.
    fileprivate var name: String {
        if let task, let subject { return "\(reference)-\(task.rawValue)-\(subject)" }
        return "\(reference)-\(deadline.map(String.init) ?? "")"
    }
}
