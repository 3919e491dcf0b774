package import SandboxCore
package import SandboxDomain
import SandboxPresentation

extension Confirmation {
    /// A regime file with nothing wrong in it.
    package init(checked document: RegimeDocument) {
        let (tracks, committees, rules) = (document.tracks.count, document.committees.count, document.rules.count)
        self.init(
            name: document.code.code,
            said: Wording(
                "\(document.code): 트랙 \(tracks)개, 위원회 \(committees)개, 기한 규칙 \(rules)개, 문제없습니다.",
                "\(document.code): \(Wording.counted(tracks, "track")), \(Wording.counted(committees, "committee")), "
                    + "\(Wording.counted(rules, "deadline rule")), nothing wrong."),
            fields: [
                .init("regime", "제도", "Regime", .text(document.code.code)),
                .init("tracks", "트랙", "Tracks", .texts(document.tracks.map(\.code.code))),
                .init("committees", "위원회", "Committees", .texts(document.committees.map(\.code))),
                .init("rules", "기한 규칙", "Deadline rules", .texts(document.rules.map(\.code))),
            ])
    }

    /// What happened to a regime as a whole, and what it owes next.
    package init(recorded event: String, of regime: RegimeCode, _ duties: [RegimeDuty]) {
        self.init(
            name: regime.code, said: Wording("\(regime): 기록했습니다.", "\(regime): recorded."),
            next: duties.map { duty in
                let day = duty.dueOn?.told(duty.doubt) ?? Wording("-", "-")
                return Wording("다음: \(duty.korean), 기한 \(day.ko)", "Next: \(duty.english), due on \(day.en)")
            },
            fields: [
                .init("regime", "제도", "Regime", .text(regime.code)),
                .init("event", "기록", "Event", .text(event)),
                .init(
                    "due", "다음 기한", "Next due",
                    .texts(duties.map { "\($0.rule) \($0.dueOn?.description ?? "-")" })),
            ])
    }
}

extension Confirmation {
    /// A regime that was made what a file says.
    package init(_ applied: ApplyRegime.Applied) {
        let (name, version) = (applied.regime.code, applied.version)
        var next = applied.differences.prefix(40).map { difference in
            let line = "  \(difference.place): \(difference.before ?? "-") → \(difference.after ?? "-")"
            return Wording(line, line)
        }
        let rest = applied.differences.count - next.count
        if rest > 0 { next.append(Wording("  … 그 밖에 \(rest)건", "  … and \(rest) more")) }
        if !applied.moved.isEmpty {
            next.append(
                Wording("진행 중인 기한 \(applied.moved.count)건:", "Open deadlines that moved (\(applied.moved.count)):"))
        }
        next += applied.moved.map { deadline in
            let owner = deadline.organisation.map { " \($0)" } ?? ""
            let line = "  \(deadline.reference) #\(deadline.number) \(deadline.rule)\(owner): "
            return Wording(
                line + "\(deadline.before?.description ?? "정지 중") → \(deadline.after?.description ?? "정지 중")",
                line + "\(deadline.before?.description ?? "stopped") → \(deadline.after?.description ?? "stopped")")
        }
        let from = applied.validFrom
        self.init(
            name: name,
            said: applied.isNew
                ? Wording(
                    "\(name): \(version)판을 적용했습니다. \(from.map { "\($0)부터 제출하는 과제에 씁니다." } ?? "모든 과제에 씁니다.")",
                    "\(name): version \(version) was applied, for cases filed "
                        + (from.map { "from \($0) on." } ?? "on any day."))
                : Wording(
                    "\(name): \(version)판과 같은 내용이어서 바꾸지 않았습니다.",
                    "\(name) says the same as version \(version); nothing was changed."),
            next: next,
            fields: [
                .init("regime", "제도", "Regime", .text(name)),
                .init("authority", "소관 기관", "Authority", .text(applied.authority)),
                .init("version", "판", "Version", .integer(version)),
                .init("valid_from", "적용일", "Valid from", .date(from)),
                .init("is_new", "새 판", "New", .boolean(applied.isNew)),
                .init(
                    "changed", "바뀐 것", "Changed",
                    .texts(applied.differences.map { "\($0.place): \($0.before ?? "-") → \($0.after ?? "-")" })),
                .init(
                    "moved_deadlines", "옮긴 기한", "Moved deadlines",
                    .texts(
                        applied.moved.map {
                            "\($0.reference)#\($0.number) \($0.rule): \($0.before?.description ?? "-") → "
                                + ($0.after?.description ?? "-")
                        })),
            ])
    }
}
