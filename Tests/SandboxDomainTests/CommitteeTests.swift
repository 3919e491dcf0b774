import SandboxDomain
import Testing

@Suite("The committee")
struct CommitteeTests {
    private let main = CommitteeRule(minMembers: 2, maxMembers: 20, minPrivatePercent: 50, minFromMain: 0)

    private let fastTrack = CommitteeRule(minMembers: 7, maxMembers: 20, minPrivatePercent: 0, minFromMain: 1)

    private func members(_ agencies: Int, _ privateMembers: Int, chairs: Int = 1) -> [CommitteeMember] {
        (0..<chairs).map { .init("chair \($0)", .chair) } + (0..<agencies).map { .init("agency \($0)", .agency) }
            + (0..<privateMembers).map { .init("private \($0)", .private) }
    }

    @Test("is composed as the Act and the Decree have it (Act 10의2; Decree 8의2)") func composition() {
        #expect(refused { () throws(Refusal) in try main.mayCompose(members(1, 2)) } == nil)
        #expect(
            refused { () throws(Refusal) in try main.mayCompose(members(2, 2)) }
                == .committee(.compositionUnlawful([.privateMembers(2, minimum: 3)])))
        #expect(
            refused { () throws(Refusal) in try main.mayCompose(members(10, 11, chairs: 0)) }
                == .committee(.compositionUnlawful([.members(21, minimum: 2, maximum: 20), .chairs(0)])))
        #expect(
            refused { () throws(Refusal) in try fastTrack.mayCompose(members(1, 4)) }
                == .committee(.compositionUnlawful([.members(6, minimum: 7, maximum: 20), .fromMain(0, minimum: 1)])))
        var seven = members(1, 5)
        seven[3].isFromMain = true
        #expect(refused { () throws(Refusal) in try fastTrack.mayCompose(seven) } == nil)
    }
}
