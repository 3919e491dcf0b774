import Postgres
import SandboxDomain
import SandboxTesting
import Testing

@testable import SandboxCore

@Suite("Work is handed over", .database)
struct HandOverTests {
    @Test("whoever leaves hands all open work over in one act; shutting the login says what is left") func handOver()
        async throws
    {
        let office = try await Office()
        let casework = office.casework
        let open = [try await casework.filed(), try await casework.received()]
        let over = try await casework.filed()
        for reference in open + [over] {
            _ = try await casework.desk.perform(AssignCase(reference, to: .person(office.name(office.lee))))
        }
        _ = try await casework.company.perform(WithdrawCase(over, reason: "철회"))
        let operatorOne = try office.test.tracker(as: try await office.test.person(.operator))
        let disabled = try await operatorOne.perform(DisablePersons([office.name(office.lee)]))
        #expect(disabled.map(\.openCases) == [2])
        for outsider in [casework.company, casework.mcst] {
            await #expect(throws: NotFound.self) {
                try await outsider.perform(
                    HandOverWork(of: office.name(office.lee), to: office.name(casework.desk), reason: "x"))
            }
        }
        await #expect(throws: Refusal.office(.notColleague(casework.company.name))) {
            try await operatorOne.perform(
                HandOverWork(of: office.name(office.lee), to: office.name(casework.company), reason: "x"))
        }
        let handed = try await operatorOne.perform(
            HandOverWork(of: office.name(office.lee), to: office.name(casework.desk), reason: "인사이동"))
        #expect(handed.cases == 2)
        let list = try await casework.desk.answer(CaseList())
        #expect(Set(list.filter { $0.assignedTo == casework.desk.name }.map(\.reference)) == Set(open))
        let logged = try await casework.auditor.answer(CaseHistory(open[0]))
        #expect(logged.filter { $0.act == "hand-over" }.count == 1)
        #expect(try await casework.auditor.answer(AuditVerify()).breaks.isEmpty)
    }
}
