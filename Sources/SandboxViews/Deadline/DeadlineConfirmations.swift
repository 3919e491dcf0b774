package import SandboxCore
import SandboxDomain
import SandboxPresentation

extension Confirmation {
    /// A period was extended.
    package init(extended turned: ChangedDeadline) { self.init(turned, ko: "기한을 연장했습니다", en: "was extended") }
    /// A period was stopped.
    package init(stopped turned: ChangedDeadline) { self.init(turned, ko: "기한을 멈췄습니다", en: "was stopped") }
    /// A stop has ended.
    package init(resumed turned: ChangedDeadline) { self.init(turned, ko: "기한이 다시 흐릅니다", en: "runs again") }
    /// A stop was undone.
    package init(undone turned: ChangedDeadline) { self.init(turned, ko: "정지를 취소했습니다", en: "has a stop less") }

    /// What was kept otherwise than the facts come to was counted anew.
    package init(recounted count: Int) {
        self.init(
            name: String(count),
            said: count == 0
                ? Wording("보관된 기한, 지정, 할 일이 모두 맞아 바뀐 것이 없습니다", "All that is kept is right; nothing was changed")
                : Wording(
                    "틀리게 보관된 기한, 지정, 할 일, 검색 글, 집계 \(count)건을 바로잡았습니다",
                    "Deadlines, grants, open tasks, searched texts and counts that were put right: \(count)"
                ),
            fields: [.init("recounted", "다시 센 건수", "Recounted", .integer(count))])
    }

    /// A period after an act, and how its end has moved.
    private init(_ turned: ChangedDeadline, ko: String, en: String) {
        let before = turned.dueBefore?.description ?? "-"
        let due = turned.dueOn?.told(turned.doubt) ?? Wording("-", "-")
        self.init(
            name: turned.reference.description,
            said: Wording(
                "\(turned.reference) (\(turned.korean)): \(ko). 만료일 \(before) → \(due.ko)",
                "\(turned.reference) (\(turned.english)) \(en). Due \(before) → \(due.en)"),
            fields: [
                .init("reference", "기한", "Deadline", .text(turned.reference.description)),
                .init("rule", "규칙", "Rule", .text(turned.rule)),
                .init("due_before", "이전 만료일", "Due before", .date(turned.dueBefore)),
                .init("due_on", "만료일", "Due", .date(turned.dueOn)),
                .init("days_left", "남은 날", "Days left", .integer(turned.daysLeft)),
                .init("state", "상태", "State", .code(turned.state)),
            ] + Self.doubtFields(turned.doubt))
    }
}
