import SandboxDomain
import SandboxTesting

@testable import SandboxCore

extension Casework.Person {
    /// What an act upon a grant is refused with; nil if it was done.
    func refusal(_ act: ActOnGrant) async -> Refusal? {
        do {
            try await perform(act)
            return nil
        } catch { return error as? Refusal }
    }

    /// The grant as the person sees it, on a day.
    func grant(_ reference: CaseReference, on day: CivilDate? = nil) async throws -> GrantDetail {
        var view = GrantView(reference)
        view.asOf = day
        return try await answer(view)
    }
}
