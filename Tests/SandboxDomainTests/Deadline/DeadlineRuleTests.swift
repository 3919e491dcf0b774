import SandboxDomain
import Testing

/// Who may stop and extend a deadline, and what may become of a lapse.
@Suite("Rules of deadlines")
struct DeadlineRuleTests {
    private func rule(
        extensions: Int = 1, stoppedBy: [StopCause] = [.mediation], whenMissed: MissedEffect = .none
    ) -> DeadlineRule {
        DeadlineRule(
            code: "k6", korean: "상정", english: "tabling", basis: "§ 1", length: PeriodLength(90, .day),
            method: CountingMethod(
                code: "civil", countsFirstDay: false, countsOpenDaysOnly: false, runsBackward: false, endMoves: true,
                endsOnSameDate: false),
            stoppedBy: stoppedBy, extensionLength: extensions == 0 ? nil : PeriodLength(30, .day),
            extensions: extensions, whenMissed: whenMissed)
    }

    private func facts(_ edit: (inout DeadlineFacts) -> Void = { _ in }) -> DeadlineFacts {
        var facts = DeadlineFacts(
            rule: rule(), startedOn: "2026-09-01", dueOn: "2026-11-30", today: "2026-11-26", isOwn: true)
        edit(&facts)
        return facts
    }

    private func refusal(_ act: () throws(Refusal) -> Void) -> Refusal? {
        do {
            try act()
            return nil
        } catch { return error }
    }

    @Test("an extension: by who owes the act, before the end, as often and as long as the rule says") func extending() {
        #expect(refusal { () throws(Refusal) in try facts().mayExtend(by: 30) } == nil)
        let tries: [(DeadlineFacts, Int, Refusal)] = [
            (facts { ($0.isOwn, $0.debtor) = (false, "MOJ") }, 30, .deadline(.notOwed("MOJ"))),
            (facts { $0.rule = rule(extensions: 0) }, 30, .deadline(.extensionNotInRule(basis: "§ 1"))),
            (facts { $0.rule = rule(whenMissed: .ends) }, 30, .deadline(.extensionNotInRule(basis: "§ 1"))),
            (facts { $0.endedOn = "2026-10-01" }, 30, .deadline(.ended("2026-10-01"))),
            (facts { $0.extended = 1 }, 30, .deadline(.extensionUsedUp(1))),
            (facts(), 31, .deadline(.extensionTooLong(maximum: 30, .day))),
            (facts { $0.today = "2026-12-01" }, 30, .deadline(.extensionTooLate("2026-11-30"))),
        ]
        for (facts, days, expected) in tries {
            #expect(refusal { () throws(Refusal) in try facts.mayExtend(by: days) } == expected)
        }
        #expect(refusal { () throws(Refusal) in try facts { $0.today = "2026-11-30" }.mayExtend(by: 1) } == nil)
    }

    @Test("a stop: a cause of the rule that no supplement makes, one at a time, between the start and today")
    func stopping() {
        #expect(refusal { () throws(Refusal) in try facts().mayStop(for: .mediation, from: "2026-09-01") } == nil)
        let supplement = facts { $0.rule = rule(stoppedBy: [.supplementByDebtor]) }
        let tries: [(DeadlineFacts, StopCause, CivilDate, Refusal)] = [
            (facts(), .revision, "2026-11-26", .deadline(.stopCauseUnknown(.revision, known: [.mediation]))),
            (
                supplement, .supplementByDebtor, "2026-11-26",
                .deadline(.stopCauseUnknown(.supplementByDebtor, known: []))
            ),
            (facts { $0.endedOn = "2026-10-01" }, .mediation, "2026-09-02", .deadline(.ended("2026-10-01"))),
            (
                facts { $0.openStop = .init(beganOn: "2026-10-02", cause: .mediation) }, .mediation, "2026-11-26",
                .deadline(.stopped("2026-10-02"))
            ),
            (
                facts(), .mediation, "2026-11-27",
                .dateOutside("2026-11-27", earliest: "2026-09-01", latest: "2026-11-26")
            ),
            (
                facts(), .mediation, "2026-08-31",
                .dateOutside("2026-08-31", earliest: "2026-09-01", latest: "2026-11-26")
            ),
        ]
        for (facts, cause, day, expected) in tries {
            #expect(refusal { () throws(Refusal) in try facts.mayStop(for: cause, from: day) } == expected)
        }
    }

    @Test("a stop ends between its beginning and today; a supplement's ends with its answer") func resuming() {
        let stopped = facts { $0.openStop = .init(beganOn: "2026-10-02", cause: .mediation) }
        #expect(refusal { () throws(Refusal) in try stopped.mayResume(on: "2026-10-02") } == nil)
        #expect(
            refusal { () throws(Refusal) in try stopped.mayResume(on: "2026-10-01") }
                == .dateOutside("2026-10-01", earliest: "2026-10-02", latest: "2026-11-26"))
        #expect(
            refusal { () throws(Refusal) in try stopped.mayResume(on: "2026-11-27") }?.code == .dateOutside)
        #expect(refusal { () throws(Refusal) in try facts().mayResume(on: "2026-11-26") } == .deadline(.notStopped))
        let asked = facts { $0.openStop = .init(beganOn: "2026-10-02", cause: .supplementByDesk) }
        #expect(refusal { () throws(Refusal) in try asked.mayResume(on: "2026-11-26") } == .deadline(.notStopped))
    }

    @Test("a notice is recorded once, while the round is open, between the day it was sent and today") func notices() {
        func told(_ edit: (inout ConsultationFacts) -> Void, _ day: CivilDate = "2026-11-25") -> Refusal? {
            var facts = ConsultationFacts(
                stage: .consulting, track: .rapidConfirmation, knownOpinions: [], latestRound: 1, isOpen: true)
            edit(&facts)
            return refusal { () throws(Refusal) in
                try facts.mayNotify(on: day, sentOn: "2026-11-24", today: "2026-11-26")
            }
        }
        #expect(told { _ in } == nil)
        #expect(told { $0.isOpen = false } == .consultation(.missing))
        #expect(told { $0.stage = .returned } == .wrongStage(.returned, allowed: [.consulting]))
        #expect(told { $0.notifiedOn = "2026-11-24" } == .consultation(.alreadyNotified("2026-11-24")))
        #expect(told({ _ in }, "2026-11-23")?.code == .dateOutside)
        #expect(told({ _ in }, "2026-11-27")?.code == .dateOutside)
    }

    @Test("silence with a meaning takes no reply; it is contested once and resolved once, both with a reason")
    func lapses() {
        let silent = ConsultationFacts(
            stage: .consulting, track: .rapidConfirmation, knownOpinions: [.agree], latestRound: 1, isOpen: true,
            lapsedOn: "2026-11-02")
        #expect(
            refusal { () throws(Refusal) in try silent.mayReply(.agree, conditions: 0, reason: nil) }
                == .consultation(.replyLapsed("2026-11-02")))
        func lapse(_ contested: Bool, _ resolved: Bool, _ stage: Stage = .consulting) -> LapseFacts {
            LapseFacts(stage: stage, isContested: contested, isResolved: resolved)
        }
        #expect(refusal { () throws(Refusal) in try lapse(false, false).mayContest(reason: "x") } == nil)
        #expect(refusal { () throws(Refusal) in try lapse(false, false).mayContest(reason: " ") } == .reasonRequired)
        #expect(
            refusal { () throws(Refusal) in try lapse(true, false).mayContest(reason: "x") }
                == .consultation(.lapseContested))
        #expect(
            refusal { () throws(Refusal) in try lapse(false, false, .decided).mayContest(reason: "x") }?.code
                == .wrongStage)
        #expect(refusal { () throws(Refusal) in try lapse(true, false).mayResolve(reason: "x") } == nil)
        #expect(refusal { () throws(Refusal) in try lapse(true, false).mayResolve(reason: "") } == .reasonRequired)
        #expect(
            refusal { () throws(Refusal) in try lapse(true, true).mayResolve(reason: "x") }
                == .consultation(.lapseNotContested))
        #expect(
            refusal { () throws(Refusal) in try lapse(false, false).mayResolve(reason: "x") }
                == .consultation(.lapseNotContested))
        let contested = DecisionFacts(
            stage: .consulting, track: .rapidConfirmation, knownOutcomes: [.noRegulation], repliedMinistries: ["MOJ"],
            openMinistries: [], contestedMinistries: ["MOJ"], openSupplements: [], filedOn: "2026-09-01",
            today: "2026-11-26")
        #expect(
            refusal { () throws(Refusal) in
                try contested.mayDecide(.noRegulation, conditions: 0, reason: nil, on: "2026-11-26")
            } == .consultation(.lapseOpen(["MOJ"])))
    }

    @Test("a deadline is read as people write it") func references() throws {
        #expect(try DeadlineReference(" de-2026-0001／3 ").description == "DE-2026-0001/3")
        for text in ["DE-2026-0001", "DE-2026-0001/0", "DE-2026-0001/x", "/3", "DE-2026-0001/3/4"] {
            #expect(throws: InputProblem.notADeadlineReference(text)) { try DeadlineReference(text) }
        }
    }
}
