import SandboxDomain
import Testing

@Suite("Organisations and persons")
struct OrganisationRuleTests {
    @Test("a person acts for an organisation that fits", arguments: GroupRole.allCases) func fits(role: GroupRole) {
        let kinds = OrganisationKind.allCases.filter { $0.fits(role) }
        switch role {
        case .company: #expect(kinds == [.company])
        case .ministry: #expect(kinds == [.ministry, .authority])
        case .desk: #expect(kinds == [.authority])
        case .analyst, .auditor, .operator, .public: #expect(kinds == OrganisationKind.allCases)
        }
    }
}
