import SandboxCore
import SandboxDomain
import SandboxTesting

extension Casework {
    /// A filed case of the regime of regimes/eu-ai-act.yaml, once that is applied.
    func filedInEurope() async throws -> CaseReference {
        var proposal = Proposal(
            track: "ai-sandbox", service: .init(name: "Triage", type: .service, summary: "Sorts calls."))
        var item = Proposal.Exemption(law: "Regulation (EU) 2024/1689", article: "Article 57")
        (item.exemption, item.application) = ("participation", "for a year")
        proposal.exemptions = [item]
        proposal.sections = ["description", "objectives", "schedule", "safeguards"].map { .init($0, "Text.") }
        var act = FileCase(ProposalDocument(proposal), papers: [.text("sandbox-plan", "Plan.")])
        act.again = true
        return try await company.perform(act).reference
    }
}
