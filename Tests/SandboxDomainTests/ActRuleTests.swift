import SandboxDomain
import Testing

@Suite("Rules of single acts") struct ActRuleTests {
    private func wrong(_ check: () throws(BadInput) -> Void) -> BadInput? {
        do throws(BadInput) { try check() } catch { return error }
        return nil
    }

    @Test("companies, ministries and the desk act for an organisation that fits and is open") func persons() {
        func belong(_ role: GroupRole, _ kind: OrganisationKind?, isClosed: Bool = false) -> Refusal? {
            refused { () throws(Refusal) in
                try PersonRule.mayBelong(role, to: kind.map { ("KT", $0, isClosed) })
            }
        }
        #expect(belong(.company, .company) == nil && belong(.auditor, nil) == nil)
        #expect(belong(.company, nil) == .organisation(.required(.company)))
        #expect(belong(.desk, .company) == .organisation(.wrongKind(.desk, .company)))
        #expect(belong(.company, .company, isClosed: true) == .organisation(.closed("KT")))
    }

    @Test("a login is given once, and nobody disables themselves") func logins() {
        #expect(refused { () throws(Refusal) in try PersonRule.mayAdd("kim", isDisabled: nil) } == nil)
        #expect(
            refused { () throws(Refusal) in try PersonRule.mayAdd("kim", isDisabled: false) }
                == .organisation(.personExists("kim")))
        #expect(
            refused { () throws(Refusal) in try PersonRule.mayAdd("kim", isDisabled: true) }
                == .organisation(.personDisabled("kim")))
        func disable(by acting: String, _ role: GroupRole = .company, isDisabled: Bool = false, others: Int = 0)
            -> Refusal?
        {
            refused { () throws(Refusal) in
                try PersonRule.mayDisable("kim", role, by: acting, isDisabled: isDisabled, others: others)
            }
        }
        #expect(disable(by: "lee", .auditor) == .organisation(.personIsLast(.auditor)))
        #expect(disable(by: "lee", .desk) == .organisation(.personIsLast(.desk)))
        #expect(disable(by: "lee", .desk, others: 1) == nil)
        #expect(disable(by: "lee") == nil && disable(by: "kim") == .organisation(.personIsSelf))
        #expect(disable(by: "lee", isDisabled: true) == .organisation(.personDisabled("kim")))
    }

    @Test("only an open public body is consulted, in the shorter period only where there is one") func consulted() {
        func ask(_ kind: OrganisationKind, isClosed: Bool = false) -> Refusal? {
            refused { () throws(Refusal) in try ConsultationFacts.mayAsk("MOJ", kind, isClosed: isClosed) }
        }
        #expect(ask(.ministry) == nil && ask(.company) == .consultation(.notAMinistry("MOJ")))
        #expect(ask(.ministry, isClosed: true) == .organisation(.closed("MOJ")))
        #expect(
            refused { () throws(Refusal) in
                try ConsultationFacts.mayHasten(.demonstration, hasFastTrack: false, hasPrecedent: true)
            } == .consultation(.noFastTrack(.demonstration)))
        #expect(
            refused { () throws(Refusal) in
                try ConsultationFacts.mayHasten(.demonstration, hasFastTrack: true, hasPrecedent: false)
            } == .consultation(.fastTrackUnfounded))
    }

    @Test("a supplement is answered once, and named where several are open") func supplements() {
        func answer(_ number: Int?, _ open: [Int], _ answered: [Int] = []) -> Refusal? {
            refused { () throws(Refusal) in
                try SupplementRule.mayAnswer(number, open: open, answered: answered)
            }
        }
        #expect(answer(nil, [1]) == nil && answer(2, [1, 2]) == nil)
        #expect(answer(1, [2], [1]) == .caseFile(.alreadyAnswered(1)))
        #expect(answer(nil, []) == .caseFile(.supplementNoneOpen))
        #expect(answer(nil, [1, 2]) == .caseFile(.supplementAmbiguous([1, 2])))
    }

    @Test("an event of a regime is recorded once, not in the future, and ends only what has begun") func regimeEvents()
    {
        func record(_ day: CivilDate, begun: CivilDate? = nil, isWaiting: Bool = false) -> Refusal? {
            refused { () throws(Refusal) in
                try RegimeRule.mayRecord(on: day, today: "2026-11-23", begun: begun, isWaiting: isWaiting)
            }
        }
        #expect(record("2026-11-23") == nil && record("2026-11-24") == .dateInFuture("2026-11-24"))
        #expect(record("2026-11-23", begun: "2026-08-02") == .regime(.begun("2026-08-02")))
        #expect(record("2026-11-23", isWaiting: true) == .regime(.notBegun))
    }

    @Test("a validity is no longer than the law allows, and not over before the decision (Decree 41, 42의5)")
    func validity() {
        func give(_ end: CivilDate) -> Refusal? {
            refused { () throws(Refusal) in
                try ShorterValidity.mayGive(until: end, from: "2026-11-23", longest: "2028-11-22")
            }
        }
        #expect(give("2028-11-22") == nil && give("2026-11-23") == nil)
        #expect(give("2028-11-23") == .grant(.validityTooLong(latest: "2028-11-22")))
        #expect(give("2026-11-22") == .grant(.validityTooLong(latest: "2028-11-22")))
    }

    @Test("the validity of a decision has months or a last day, goes with a grant, and has 1 to 120 months")
    func validityFields() throws {
        #expect(try ShorterValidity(months: nil, until: nil) == nil)
        #expect(try ShorterValidity(months: 6, until: nil) == .months(6))
        #expect(
            wrong { () throws(BadInput) in _ = try ShorterValidity(months: 6, until: "2027-01-01") }
                == BadInput(.contradiction(.field(.validMonths), .field(.validUntil))))
        func check(_ validity: ShorterValidity, _ outcome: DecisionOutcome, _ later: Bool = false) -> BadInput? {
            wrong { () throws(BadInput) in try validity.check(outcome, beginsWithCommencement: later) }
        }
        #expect(check(.months(120), .granted, true) == nil && check(.until("2027-01-01"), .granted) == nil)
        for months in [0, 121] {
            #expect(
                check(.months(months), .granted)
                    == BadInput(.notInRange("\(months)", minimum: 1, maximum: 120), field: .validMonths))
        }
        #expect(
            check(.until("2027-01-01"), .rejected)
                == BadInput(.contradiction(.field(.outcome), .field(.validUntil))))
        #expect(
            check(.until("2027-01-01"), .granted, true)
                == BadInput(.contradiction(.field(.validUntil), .field(.validFromCommencement))))
    }

    @Test("of several fields that say one thing exactly one is said") func oneOf() {
        func check(_ months: Bool, _ until: Bool) -> BadInput? {
            wrong { () throws(BadInput) in try BadInput.checkOne(of: [(.months, months), (.until, until)]) }
        }
        #expect(check(true, false) == nil && check(false, true) == nil)
        #expect(check(false, false) == BadInput(.missingName(.months)))
        #expect(check(true, true) == BadInput(.contradiction(.field(.months), .field(.until))))
    }
}
