import SandboxDomain
import Testing

@Suite("The course of a reform task") struct ReformCourseTests {
    @Test("forward as it may, back only with a reason, never out of a merge") func moves() {
        func attempt(_ from: ReformStatus, _ to: ReformStatus, _ reason: String? = nil) -> Refusal? {
            refused { () throws(Refusal) in try ReformRule.mayMove(from: from, to: to, reason: reason) }
        }
        #expect(attempt(.planned, .promulgated) == nil)
        #expect(attempt(.undetermined, .inForce) == nil)
        #expect(attempt(.assembly, .drafting) == .reasonRequired)
        #expect(attempt(.assembly, .drafting, "임기 만료 폐기") == nil)
        #expect(attempt(.inForce, .promulgated) == .reasonRequired)
        #expect(attempt(.drafting, .dropped) == .reasonRequired)
        #expect(attempt(.dropped, .planned) == .reasonRequired)
        #expect(attempt(.dropped, .undetermined, "x") == .roadmap(.statusUnreachable(.dropped, .undetermined)))
        #expect(attempt(.inForce, .merged, "x") == .roadmap(.statusUnreachable(.inForce, .merged)))
        #expect(attempt(.planned, .planned) == nil)
        for to in ReformStatus.allCases where to != .merged {
            #expect(attempt(.merged, to, "x") == .roadmap(.statusUnreachable(.merged, to)))
        }
    }

    @Test("every status may be left or ended by the rules alone: no status but merged and superseded is a trap")
    func noTraps() {
        let left = Set(ReformTransition.table.map(\.from))
        #expect(Set(ReformStatus.allCases).subtracting(left) == [.merged, .superseded])
        #expect(ReformTransition.table.filter { !$0.needsReason }.count == 45 + 10)
    }

    @Test("a task is continued by one that has not itself ended without a change of law") func merging() {
        func attempt(_ status: ReformStatus, _ other: ReformStatus) -> Refusal? {
            refused { () throws(Refusal) in
                try ReformRule.mayContinue(status, how: .merged, in: other, "ai-2025/T01")
            }
        }
        #expect(attempt(.planned, .drafting) == nil)
        #expect(attempt(.planned, .inForce) == nil)
        #expect(attempt(.planned, .superseded) == .roadmap(.taskEnded("ai-2025/T01", .superseded)))
        #expect(attempt(.inForce, .drafting) == .roadmap(.statusUnreachable(.inForce, .merged)))
    }
}

@Suite("Promises") struct PromiseRuleTests {
    @Test("the first needs no reason, a later one does; none is put before the first or into the future")
    func promising() {
        func attempt(_ saidOn: CivilDate?, _ baseline: CivilDate?, _ reason: String?) -> Refusal? {
            refused { () throws(Refusal) in
                try PromiseRule.mayPromise(saidOn: saidOn, baseline: baseline, today: "2026-11-26", reason: reason)
            }
        }
        #expect(attempt("2020-12-24", nil, nil) == nil)
        #expect(attempt(nil, "2020-12-24", nil) == .reasonRequired)
        #expect(attempt(nil, "2020-12-24", "지연") == nil)
        #expect(attempt("2020-12-23", "2020-12-24", "지연") == .roadmap(.beforeBaseline("2020-12-24")))
        #expect(attempt("2026-11-27", nil, nil) == .dateInFuture("2026-11-27"))
    }

    @Test("an arrival lies in the past, a correction says why, and only what was said is taken back") func arriving() {
        func attempt(_ day: CivilDate?, _ isFirst: Bool, _ reason: String?) -> Refusal? {
            refused { () throws(Refusal) in
                try PromiseRule.mayArrive(day, isFirst: isFirst, today: "2026-11-26", reason: reason)
            }
        }
        #expect(attempt("2026-11-26", true, nil) == nil)
        #expect(attempt("2026-11-27", true, nil) == .dateInFuture("2026-11-27"))
        #expect(attempt("2026-01-01", false, nil) == .reasonRequired)
        #expect(attempt(nil, true, "x") == .roadmap(.nothingToTakeBack))
        #expect(attempt(nil, false, "x") == nil)
    }

    @Test("a report is given once it is open, and says why when its day has passed") func reporting() {
        func attempt(_ today: CivilDate, _ reason: String?) -> Refusal? {
            refused { () throws(Refusal) in
                try PromiseRule.mayReport(opens: "2026-12-01", due: "2026-12-31", today: today, lateReason: reason)
            }
        }
        #expect(attempt("2026-11-30", nil) == .roadmap(.reportTooEarly("2026-12-01")))
        #expect(attempt("2026-12-31", nil) == nil)
        #expect(attempt("2027-01-01", nil) == .reasonRequired)
        #expect(attempt("2027-01-01", "담당 부서 개편") == nil)
    }
}
