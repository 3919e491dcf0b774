package import SandboxCore
import SandboxDomain
package import SandboxPresentation

extension Listing<InboxItem> {
    package static func inbox(_ language: Language) -> Listing<InboxItem> {
        Listing(
            Wording("할 일", "Open tasks"),
            [
                Column("reference", "과제번호", "Reference", mayShrink: false) { .text($0.reference.description) },
                Column("task", "할 일", "To do", for: .machines) { .code($0.task) },
                Column("to_do", "할 일", "To do", for: .people, mayShrink: false) { .text($0.toDo[language]) },
                Column("since", "대기 시작", "Since", dates: .relative) { .date($0.since) },
                Column("due_on", "기한", "Due", dates: .countdown) { .date($0.dueOn, $0.doubt) },
                Column("company", "기업", "Company") { .text($0.company) },
                Column("assigned_to", "담당자", "Assigned to", for: .machines) { .text($0.assignedTo) },
                Column("assigned_name", "담당자", "Assigned to", for: .people) { .text($0.assignedName) },
                Column("service", "서비스", "Service") { .text($0.service) },
                Column("request", "요청", "Request", for: .machines) { .text($0.request) },
                Column("about", "요청·지나면", "Request; if missed", for: .people) { .text($0.about(language)) },
                Column("late_meeting", "기한 뒤 회차", "Too late at") { .text($0.lateMeeting) },
                Column("late_on", "상대방 기한", "Others' day", for: .machines) { .date($0.lateOn) },
                Column("track", "트랙", "Track", for: .machines) { .code($0.track) },
                Column("stage", "단계", "Stage", for: .machines) { .code($0.stage) },
                Column("days_left", "남은 날", "Days left", for: .machines) { .integer($0.daysLeft) },
                Column("days", "대기 일수", "Days", for: .machines) { .integer($0.days) },
                Column("number", "번호", "Number", for: .machines) { .integer($0.number) },
                Column("rule", "규칙", "Rule", for: .machines) { .text($0.rule?.code) },
                Column("basis", "근거", "Article", for: .machines) { .text($0.rule?.basis) },
                Column("missed_ko", "지나면", "If missed (ko)", for: .machines) { .text($0.missed?.ko) },
                Column("missed_en", "지나면 (영문)", "If missed (en)", for: .machines) { .text($0.missed?.en) },
                Column("act", "소식", "News", for: .machines) { .text($0.act) },
            ] + doubtColumns { $0.doubt })
    }
}

extension InboxItem {
    /// What is to be done, or what was done, for people.
    fileprivate var toDo: Wording {
        if let act {
            let done = GrantAct(rawValue: act)?.wording ?? StableCodeWording(act, .events).wording
            return Wording("[소식] \(done.ko)", "[News] \(done.en)")
        }
        let words = if task == .keepDeadline, let rule { Wording(rule.korean, rule.english) } else { task.wording }
        guard let number, Self.numbered.contains(task) else { return words }
        return Wording("\(words.ko) #\(number)", "\(words.en) #\(number)")
    }

    /// What there may be several of on one case; the number tells them apart, and is what the commands ask for.
    private static let numbered: Set<InboxTask> = [
        .supplement, .answerObjection, .submitEvidence, .seeToCondition, .review, .pursueCondition, .opine, .rule,
        .confirm, .followOrder, .pursueOrder, .obtainInsurance, .issueExtensionCertificate, .issueRevisionFinding,
        .issueOrder, .issueObjectionAnswer,
    ]

    /// The day of the others, what is asked, and what follows when the day goes by.
    fileprivate func about(_ language: Language) -> String? {
        let late = lateOn.map { Wording("상대방 기한 \($0.text(.korean))", "others' day \($0.text(.english))")[language] }
        let said = [late, request, missed?[language]].compactMap(\.self)
        return said.isEmpty ? nil : said.joined(separator: "; ")
    }

    /// What follows when the day goes by: as the rule has it; of what has no rule, what then can happen.
    fileprivate var missed: Wording? {
        if let rule, let korean = rule.missedKorean, let english = rule.missedEnglish {
            return Wording(korean, english)
        }
        return switch task {
        case .supplement: Wording("반려될 수 있습니다.", "The case may be returned.")
        case .submitEvidence, .followOrder:
            Wording("취소 사유가 될 수 있습니다.", "It can be a ground for revocation.")
        case .obtainInsurance:
            Wording("보험이 없거나 부족하면 사업을 개시할 수 없습니다.", "Business cannot begin without a sufficient insurance.")
        case .renewInsurance: Wording("보험 없이 사업을 하게 됩니다.", "The trial goes on without an insurance.")
        default: nil
        }
    }
}
