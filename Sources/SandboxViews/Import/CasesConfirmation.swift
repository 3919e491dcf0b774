package import SandboxCore
import SandboxDomain
import SandboxPresentation

extension Confirmation {
    /// Cases of the past that were taken over from a file.
    package init(_ outcome: ImportedCases, _ file: String) {
        let count = outcome.imported.count
        var next: [Wording] = []
        if let first = outcome.imported.first, let last = outcome.imported.last, count > 0 {
            next.append(Wording("  \(first.reference) … \(last.reference)", "  \(first.reference) … \(last.reference)"))
        }
        if outcome.known > 0 {
            next.append(
                Wording(
                    "  이미 등록된 과제 \(outcome.known)건은 그대로 두었습니다.",
                    "  \(Wording.known(outcome.known)); nothing of that was changed."))
        }
        for row in outcome.differing.prefix(20) {
            next.append(
                Wording(
                    "  \(file):\(row.line): \(row.reference)의 등록 내용과 다릅니다. 고치지 않았습니다.",
                    "  \(file):\(row.line): says something else of \(row.reference), which was not changed"))
        }
        if outcome.differing.count > 20 {
            next.append(Wording("  … 모두 \(outcome.differing.count)건", "  … \(outcome.differing.count) in all"))
        }
        next +=
            Wording.made(outcome.companies, "기업", "company", "companies")
            + Wording.made(outcome.ministries, "부처", "ministry", "ministries")
        self.init(
            name: "\(count)",
            said: Wording("\(count)건을 등록했습니다.", "\(Wording.counted(count, "case was", "cases were")) entered."),
            next: next,
            fields: [
                .init("imported", "등록", "Entered", .integer(count)),
                .init("first", "처음", "First", .text(outcome.imported.first?.reference.description)),
                .init("last", "마지막", "Last", .text(outcome.imported.last?.reference.description)),
                .init("known", "이미 있음", "Known", .integer(outcome.known)),
                .init("differing", "내용 다름", "Differing", .texts(outcome.differing.map(\.reference.description))),
                .init("companies", "새 기업", "New companies", .texts(outcome.companies)),
                .init("ministries", "새 부처", "New ministries", .texts(outcome.ministries)),
            ])
    }
}

extension Wording {
    /// The organisations that were entered along the way; none, no words.
    static func made(_ names: [String], _ ko: String, _ singular: String, _ plural: String) -> [Wording] {
        if names.isEmpty { return [] }
        let shown = names.prefix(8).joined(separator: ", ") + (names.count > 8 ? ", …" : "")
        return [
            Wording(
                "  새로 등록한 \(ko) \(names.count)곳: \(shown)",
                "  \(counted(names.count, "\(singular) was", "\(plural) were")) entered too: \(shown)")
        ]
    }
}
