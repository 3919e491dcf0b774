import Postgres
import SandboxCore
import SandboxDomain
import SandboxTesting
import Testing

/// A case as a random course of things would have left it, in days from the first of the register.
private struct Course {
    struct Supplement { var by: Int64, asked: Int, answered: Int? }
    struct Consultation { var ministry: Int64, sent: Int, notified: Int?, replied: Int? }

    var id: Int64 = 0
    var filed: Int
    var ended: Int?
    var isDecided: Bool
    /// Agendas it was on, from the freeze to the deferral; and mediations.
    var agendas: [(from: Int, to: Int?)] = []
    var mediation: (from: Int, to: Int?)?
    var supplements: [Supplement] = []
    var consultations: [Consultation] = []
    /// The day its linked task is in force; nil for none, `.max` for one that is not.
    var lawInForce: Int?

    init(ministries: [Int64], desk: Int64, using random: inout SeededGenerator) {
        func day(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
        func perhaps(_ day: Int) -> Int? { Bool.random(using: &random) ? day : nil }
        filed = day(0...400)
        ended = Int.random(in: 0...3, using: &random) == 0 ? nil : filed + day(0...200)
        isDecided = ended != nil && Bool.random(using: &random)
        if Bool.random(using: &random) {
            let first = filed + day(0...100)
            agendas.append((first, perhaps(first + day(0...30))))
            if let deferred = agendas[0].to, Bool.random(using: &random) {
                agendas.append((deferred + day(0...60), nil))
            }
        }
        if day(0...3) == 0 {
            let begun = filed + day(0...80)
            mediation = (begun, perhaps(begun + day(0...60)))
        }
        for _ in 0..<day(0...3) {
            let asked = filed + day(0...100)
            supplements.append(
                .init(
                    by: (ministries + [desk])[day(0...ministries.count)], asked: asked,
                    answered: perhaps(asked + day(0...40))))
        }
        for ministry in ministries.shuffled(using: &random).prefix(day(0...ministries.count)) {
            let sent = filed + day(0...60)
            let notified = perhaps(sent + day(0...20))
            let replied = notified.flatMap { perhaps($0 + day(0...60)) }
            consultations.append(.init(ministry: ministry, sent: sent, notified: notified, replied: replied))
            if let replied, Bool.random(using: &random) {
                let again = replied + day(0...30)
                consultations.append(.init(ministry: ministry, sent: again, notified: again, replied: nil))
            }
        }
        if isDecided { lawInForce = [nil, .max, ended.map { $0 + day(0...300) }][day(0...2)] }
    }

    /// Who is waited for at the midnight that ends a day, by the rule as the handbook tells it.
    func waitedFor(on day: Int) -> [String] {
        func covers(_ from: Int?, _ to: Int?) -> Bool { from.map { $0 <= day && day < to ?? .max } ?? false }
        var parties: Set<String> = []
        if supplements.contains(where: { covers($0.asked, $0.answered) }) { parties.insert("applicant") }
        for consultation in consultations {
            let isAsking = supplements.contains { $0.by == consultation.ministry && covers($0.asked, $0.answered) }
            if covers(consultation.notified, consultation.replied), !isAsking {
                parties.insert("ministry \(consultation.ministry)")
            }
            if covers(consultation.sent, consultation.notified ?? consultation.replied) { parties.insert("desk") }
        }
        if parties.isEmpty {
            let sits = (agendas + [mediation].compactMap { $0 }).contains { covers($0.from, $0.to) }
            parties = [sits ? "committee" : "desk"]
        }
        return parties.sorted()
    }

    /// The days of each party up to `today`, and the age, day by day.
    func recount(today: Int, within window: Range<Int>) -> (parties: [String: Double], age: Int) {
        var parties: [String: Double] = [:]
        let days = (filed..<max(filed, min(ended ?? today, today))).filter(window.contains)
        for day in days {
            let waited = waitedFor(on: day)
            for party in waited { parties[party, default: 0] += 1 / Double(waited.count) }
        }
        return (parties, days.count)
    }

    func legislature(today: Int) -> Int {
        guard let lawInForce, let ended, ended <= today else { return 0 }
        return max(0, min(lawInForce, today) - ended)
    }
}

@Suite("Time with whom", .database)
struct TimeWithWhomTests {
    private func register(_ courses: [Course], from first: CivilDate) async throws -> [Course] {
        let test = try TestDatabase.current
        return try await test.administrator.write { session in
            try session.simple("SET LOCAL search_path TO sandbox, public; SET LOCAL session_replication_role = replica")
            func moment(_ day: Int?) -> String? {
                day.flatMap { first.adding(days: $0) }.map { "\($0) 12:00+09" }
            }
            let company = try session.one(
                "SELECT organisation_id FROM organisation WHERE kind = 'company' ORDER BY 1 LIMIT 1", as: Int64.self)
            return try courses.enumerated().map { index, course in
                var course = course
                let stage = course.ended == nil ? "consulting" : course.isDecided ? "decided" : "returned"
                course.id = try session.one(
                    """
                    INSERT INTO case_file (regime, track, reference, company_id, stage, service_name, filed_at, closed_at,
                        closing_reason)
                    VALUES ('kr-ict', \(index.isMultiple(of: 2) ? "demonstration" : "temporary-permit"), \("ZZ-\(index)"),
                        \(company), \(stage), '서비스', \(moment(course.filed))::timestamptz,
                        \(moment(course.ended))::timestamptz, \(stage == "returned" ? "사유" : nil))
                    RETURNING case_file_id
                    """, as: Int64.self)
                for (n, s) in course.supplements.enumerated() {
                    try session.execute(
                        """
                        INSERT INTO supplement (case_file_id, supplement_no, asked_by_id, request, asked_at, asked_by,
                            answer, answered_at, answered_by)
                        VALUES (\(course.id), \(Int64(n + 1)), \(s.by), '자료', \(moment(s.asked))::timestamptz, 'x',
                            \(s.answered.map { _ in "답" }), \(moment(s.answered))::timestamptz,
                            \(s.answered.map { _ in "y" }))
                        """)
                }
                for (n, k) in course.consultations.enumerated() {
                    let day = k.notified.flatMap { first.adding(days: $0) }
                    try session.execute(
                        """
                        INSERT INTO consultation (case_file_id, ministry_id, round, sent_at, sent_by, replied_at,
                            notified_at, notified_on, notified_by, notice)
                        VALUES (\(course.id), \(k.ministry), \(Int64(n + 1)), \(moment(k.sent))::timestamptz, 'x',
                            \(moment(k.replied))::timestamptz, \(moment(k.notified))::timestamptz, \(day),
                            \(day.map { _ in "letter" }), \(day.map { _ in "등기" }))
                        """)
                }
                for (n, agenda) in course.agendas.enumerated() {
                    try session.execute(
                        """
                        WITH sitting AS (
                            INSERT INTO meeting (committee, meeting_no, form, held_on, closes_on, scheduled_by, frozen_at,
                                frozen_by, digest, opens_above_percent, carries_above_percent)
                            VALUES ('main', \(Int64(index * 2 + n + 1)), 'in-person', \(first.adding(days: agenda.from)),
                                \(first.adding(days: agenda.from)), 'x', \(moment(agenda.from))::timestamptz, 'x', '', 50, 50)
                            RETURNING meeting_id
                        )
                        INSERT INTO agenda_item (meeting_id, item_no, case_file_id, tabled_by, closed_as, closed_at,
                            closing_reason)
                        SELECT meeting_id, 1, \(course.id), 'x', \(agenda.to.map { _ in "deferred" }),
                            \(moment(agenda.to))::timestamptz, \(agenda.to.map { _ in "보완" })
                        FROM sitting
                        """)
                }
                if let mediation = course.mediation {
                    try session.execute(
                        """
                        INSERT INTO mediation (case_file_id, mediation_no, council, begun_on, ended_on, outcome, begun_by)
                        VALUES (\(course.id), 1, '조정협의회', \(first.adding(days: mediation.from)),
                            \(mediation.to.flatMap { first.adding(days: $0) }), \(mediation.to.map { _ in "합의" }), 'x')
                        """)
                }
                if course.isDecided, let ended = course.ended {
                    try session.execute(
                        """
                        INSERT INTO decision (case_file_id, outcome, decided_on, recorded_by)
                        VALUES (\(course.id), 'granted', \(first.adding(days: ended)), 'x')
                        """)
                }
                if let law = course.lawInForce {
                    let day = law == .max ? nil : first.adding(days: law)
                    try session.execute(
                        """
                        WITH task AS (INSERT INTO reform_task (title, status, in_force_on)
                            VALUES ('개정', \(day == nil ? "planned" : "in-force"), \(day)) RETURNING reform_task_id)
                        INSERT INTO case_task (case_file_id, reform_task_id) SELECT \(course.id), reform_task_id FROM task
                        """)
                }
                return course
            }
        }
    }

    private func thousandths(_ days: String) throws -> Int {
        let parts = days.split(separator: ".")
        let fraction = parts.count > 1 ? String(parts[1]) : ""
        #expect(fraction.utf8.count <= 3)
        let padded = fraction + String(repeating: "0", count: 3 - fraction.utf8.count)
        return 1000 * (try #require(Int(parts[0]))) + (try #require(Int(padded)))
    }

    private func courses(from first: CivilDate) async throws -> [Course] {
        let test = try TestDatabase.current
        var ministries: [Int64] = []
        for name in ["가부", "나부", "다부", "라처", "마청", "바위원회", "사원"] {
            ministries.append(try await test.organisation(name, kind: "ministry"))
        }
        let desk = try await test.organisation("과학기술정보통신부", kind: "authority")
        var random = SeededGenerator(seed: 20_261_126)
        var courses: [Course] = []
        for _ in 0..<120 { courses.append(Course(ministries: ministries, desk: desk, using: &random)) }
        return try await register(courses, from: first)
    }

    @Test(
        "the days of random cases are those of an independent recount, and add up to their age exactly",
        arguments: [700, 300, 60], [false, true])
    func recount(today: Int, isWindow: Bool) async throws {
        let casework = try await Casework()
        let first = try #require(try await casework.desk.answer(Today()).adding(days: -today))
        let courses = try await courses(from: first)
        let window = isWindow ? 100..<260 : 0..<Int.max
        var report = TimeWithWhom()
        report.by = .caseFile
        if isWindow { (report.from, report.to) = (first.adding(days: 100), first.adding(days: 259)) }
        let rows = try await casework.analyst.answer(report)
        let byCase = Dictionary(grouping: rows.filter { !$0.isTotal }, by: { $0.reference ?? "" })
        let names = try await TestDatabase.current.administrator.read { session in
            try session.all("SELECT organisation_id, name FROM sandbox.organisation") { (id: Int64, name: String) in
                (id, name)
            }
        }
        var ages = 0
        for (index, course) in courses.enumerated() {
            let expected = course.recount(today: today, within: window)
            ages += expected.age
            let found = byCase["ZZ-\(index)"] ?? []
            var sum = 0
            for row in found where row.party != .legislature {
                let id = names.first { $0.1 == row.organisation }?.0
                let party = (row.party?.rawValue ?? "") + (id.map { " \($0)" } ?? "")
                let days = try thousandths(row.days)
                sum += days
                // A thousandth is left over at most once a stretch.
                let exact = (expected.parties[party] ?? 0) * 1000
                #expect(abs(Double(days) - exact) < 40, "ZZ-\(index) \(party)")
                #expect(row.ageDays == expected.age)
            }
            #expect(sum == 1000 * expected.age, "ZZ-\(index)")
            #expect(found.filter { $0.party != .legislature }.count == expected.parties.count, "ZZ-\(index)")
            if !isWindow {
                let law = found.first { $0.party == .legislature }.map { Int($0.days) ?? -1 } ?? 0
                #expect(law == course.legislature(today: today), "ZZ-\(index)")
            }
        }
        let total = try #require(rows.first { $0.isTotal && $0.party == nil })
        #expect(total.days == "\(ages)" && total.ageDays == ages)
        // The same days by party, ministry and track.
        for by in [TimeWithWhom.Grouping.party, .ministry, .track] {
            report.by = by
            let grouped = try await casework.analyst.answer(report)
            let sum = try grouped.filter { !$0.isTotal && $0.party != .legislature }.map { try thousandths($0.days) }
                .reduce(0, +)
            #expect(sum == 1000 * ages, "\(by)")
        }
    }

    @Test("a case as it goes through the house: the desk, two ministries at once, the applicant") func story()
        async throws
    {
        let casework = try await Casework()
        let reference = try await casework.consulting(with: ["문화체육관광부", "개인정보보호위원회"])
        try await TestDatabase.current.administrator.write { session in
            try session.simple(
                """
                SET LOCAL search_path TO sandbox, public; SET LOCAL session_replication_role = replica;
                UPDATE case_file SET filed_at = filed_at - interval '10 days', received_at = received_at - interval '9 days';
                UPDATE consultation SET sent_at = sent_at - interval '7 days', notified_at = notified_at - interval '7 days',
                    notified_on = notified_on - 7;
                """)
        }
        var report = TimeWithWhom()
        (report.by, report.cases) = (.caseFile, [reference])
        var rows = try await casework.desk.answer(report)
        #expect(
            rows.map { "\($0.party?.rawValue ?? "total") \($0.organisation ?? "-") \($0.days)" } == [
                "ministry 개인정보보호위원회 3.5", "ministry 문화체육관광부 3.5", "desk - 3", "total - 10",
            ])
        try await casework.mcst.perform(ReplyToConsultation(reference, opinion: .agree))
        try await casework.pipc.perform(AskSupplement(reference, request: "자료"))
        report.by = .party
        rows = try await casework.company.answer(report)
        #expect(rows.map { "\($0.party?.rawValue ?? "total") \($0.days)" } == ["ministry 7", "desk 3", "total 10"])
        await #expect(throws: NotFound.self) { try await casework.rival.answer(report) }
        #expect(try await casework.rival.answer(TimeWithWhom()).isEmpty)
    }
}
