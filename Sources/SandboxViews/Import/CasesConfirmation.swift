package import SandboxCore
import SandboxDomain
import SandboxPresentation

extension Confirmation {
    /// Cases of the past that were taken over from a file.
    package init(_ outcome: ImportedCases, _ file: String) {
        let count = outcome.imported
        var next: [Wording] = []
        if let first = outcome.first, let last = outcome.last {
            next.append(Wording("  \(first) … \(last)", "  \(first) … \(last)"))
        }
        if outcome.known > 0 {
            next.append(
                Wording(
                    "  이미 등록된 과제 \(outcome.known)건은 그대로 두었습니다.",
                    "  \(Wording.known(outcome.known)); nothing of that was changed."))
        }
        for row in outcome.differingRows.prefix(20) {
            next.append(
                Wording(
                    "  \(file):\(row.line): \(row.reference)의 등록 내용과 다릅니다. 고치지 않았습니다.",
                    "  \(file):\(row.line): says something else of \(row.reference), which was not changed"))
        }
        if outcome.differing > 20 {
            next.append(Wording("  … 모두 \(outcome.differing)건", "  … \(outcome.differing) in all"))
        }
        next +=
            Wording.made(outcome.companyNames, of: outcome.companies, "기업", "company", "companies")
            + Wording.made(outcome.ministryNames, "부처", "ministry", "ministries") + Wording.taken(outcome.taken)
        if outcome.undecided > 0 {
            next.append(
                Wording(
                    "  의결하지 않은 과제 \(outcome.undecided)건은 등록하지 않았습니다.",
                    "  \(Wording.counted(outcome.undecided, "row is of a case", "rows are of cases")) not decided, and not entered"
                ))
        }
        if !outcome.ignoredColumns.isEmpty {
            let columns = outcome.ignoredColumns.joined(separator: ", ")
            next.append(Wording("  읽지 않은 열: \(columns)", "  columns that were not read: \(columns)"))
        }
        self.init(
            name: "\(count)",
            said: Wording("\(count)건을 등록했습니다.", "\(Wording.counted(count, "case was", "cases were")) entered."),
            next: next,
            fields: [
                .init("imported", "등록", "Entered", .integer(count)),
                .init("first", "처음", "First", .text(outcome.first?.description)),
                .init("last", "마지막", "Last", .text(outcome.last?.description)),
                .init("known", "이미 있음", "Known", .integer(outcome.known)),
                .init(
                    "differing", "내용 다름", "Differing", .texts(outcome.differingRows.map(\.reference.description))),
                .init("differing_total", "내용 다른 과제 수", "Differing in all", .integer(outcome.differing)),
                .init("companies", "새 기업", "New companies", .texts(outcome.companyNames)),
                .init("companies_total", "새 기업 수", "New companies in all", .integer(outcome.companies)),
                .init("ministries", "새 부처", "New ministries", .texts(outcome.ministryNames)),
                .init(
                    "taken", "같은 이름으로 봄", "Taken for the same",
                    .texts(outcome.taken.map { "\($0.name) = \($0.registered)" })),
                .init("undecided", "의결 전", "Not decided", .integer(outcome.undecided)),
                .init("ignored_columns", "읽지 않은 열", "Columns not read", .texts(outcome.ignoredColumns)),
            ])
    }
}

extension Wording {
    /// The names that were taken for another spelling of one in the register.
    static func taken(_ names: [TakenName]) -> [Wording] {
        names.prefix(20).map {
            Wording("  같은 이름으로 보았습니다: \($0.name) = \($0.registered)", "  \($0.name) was taken for \($0.registered)")
        } + (names.count > 20 ? [Wording("  … 모두 \(names.count)개", "  … \(names.count) in all")] : [])
    }

    /// The organisations that were entered along the way; none, no words.
    /// - Parameter total: how many, if not all are named.
    static func made(
        _ names: [String], of total: Int? = nil, _ ko: String, _ singular: String, _ plural: String
    ) -> [Wording] {
        let total = total ?? names.count
        if total == 0 { return [] }
        let shown = names.prefix(8).joined(separator: ", ") + (total > 8 ? ", …" : "")
        return [
            Wording(
                "  새로 등록한 \(ko) \(total)곳: \(shown)",
                "  \(counted(total, "\(singular) was", "\(plural) were")) entered too: \(shown)")
        ]
    }
}
