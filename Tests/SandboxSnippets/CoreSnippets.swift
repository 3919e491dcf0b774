import SandboxCore
import SandboxDomain

/// The code of `SandboxCore.docc` and `SandboxDomain.docc`. A test holds them against each other, and runs it.
enum CoreSnippets {
    static func start(_ connection: String) async throws -> Principal {
        let tracker = try Tracker(connection, lanes: 4)
        let me = try await tracker.answer(WhoAmI())
        await tracker.close()
        return me
    }

    static func act(_ tracker: Tracker, _ reference: CaseReference) async throws -> Stage {
        let received = try await tracker.perform(ReceiveCase(reference))
        return received.stage
    }

    static func rehearse(_ tracker: Tracker, _ reference: CaseReference) async throws {
        _ = try await tracker.perform(ReceiveCase(reference), dryRun: true)
    }

    static func once(_ tracker: Tracker, _ document: ProposalDocument, _ papers: [PaperFile]) async throws -> CaseReference {
        let key = IdempotencyKey("form-4711")
        let filed = try await tracker.perform(FileCase(document, papers: papers), key: key)
        return filed.reference
    }

    static func questions(_ tracker: Tracker) async throws -> [String] {
        var list = CaseList()
        list.stages = [.filed, .received]
        let cases = try await tracker.answer(list)
        return cases.map(\.service)
    }

    static func rows(_ tracker: Tracker) async throws {
        try await tracker.forEach(CaseList()) { row in
            print(row.reference, row.service)
        }
    }

    static func errors(_ tracker: Tracker, _ reference: CaseReference) async throws -> String {
        do {
            _ = try await tracker.perform(ReceiveCase(reference))
            return "received"
        } catch let refusal as Refusal {
            return "a rule refuses: \(refusal.code)"
        } catch is NotFound {
            return "there is no such case, or you may not see it"
        } catch let missing as NotPermitted {
            return "needs \(missing.needed)"
        } catch let away as DatabaseUnavailable {
            return away.mayReturn ? "try again" : "call the operator"
        }
    }

    static func past(_ tracker: Tracker) async throws -> Int {
        let evening = try await tracker.instant(endOf: CivilDate(year: 2026, month: 11, day: 23))
        let then = tracker.reading(at: evening)
        return try await then.answer(CaseList()).count
    }

    static func days() throws -> Int {
        let filed = try CivilDate(iso: "2026-11-23")
        let due: CivilDate = "2026-12-23"
        return filed.days(until: due)
    }

    static func diagnose(_ tracker: Tracker) async throws -> [Finding] {
        let findings = try await tracker.diagnose()
        return findings.filter { $0.verdict == .problem }
    }
}
