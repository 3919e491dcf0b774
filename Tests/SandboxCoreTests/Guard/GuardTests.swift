import SandboxDomain
import SandboxTesting
import Testing

@testable import SandboxCore

/// Guards and constraints are met in plain SQL, past the rules in Swift: each has a statement that it refuses.
@Suite("Guards and constraints against plain SQL", .database)
struct GuardTests {
    @Test(
        "what is tried in plain SQL is refused by the guard or constraint that is there for it",
        arguments: Part.allCases)
    func refused(part: Part) async throws {
        let world = try await World.forAttempts()
        for attempt in part.attempts {
            let found = try await world.refusal(of: attempt)
            #expect(found == attempt.refused, "\(attempt.steps)")
        }
    }

    @Test("every guard and constraint that a person can run into is met by a statement") func complete() async throws {
        let met = Set(Part.allCases.flatMap(\.attempts).compactMap(\.refused))
        let there = try await TestDatabase.current.constraints().filter { ConstraintMeaning.code(of: $0) != nil }
        #expect(there.subtracting(met).sorted() == [])
    }

    /// A part of the law.
    enum Part: CaseIterable {
        case caseFile, consultation, lapse, deadline, committee, decision, condition, grant, objection, paper
        case roadmap, summit, person, regime, log, recall

        var attempts: [Attempt] {
            switch self {
            case .caseFile: CaseFileGuards.attempts
            case .consultation: ConsultationGuards.attempts
            case .lapse: LapseGuards.attempts
            case .deadline: DeadlineGuards.attempts
            case .committee: CommitteeGuards.attempts
            case .decision: DecisionGuards.attempts
            case .condition: ConditionGuards.attempts
            case .grant: GrantGuards.attempts
            case .objection: ObjectionGuards.attempts
            case .paper: PaperGuards.attempts
            case .roadmap: RoadmapGuards.attempts
            case .summit: SummitGuards.attempts
            case .person: PersonGuards.attempts
            case .regime: RegimeGuards.attempts
            case .log: LogGuards.attempts
            case .recall: RecallGuards.attempts
            }
        }
    }
}
