import SandboxCore
package import SandboxDomain
package import Testing

/// Expects that a rule or the server refuses, with exactly this code.
/// - Returns: the refusal of the rule, for more to be expected of it; nil if the server refused.
@discardableResult
package func expectRefusal<Outcome>(
    _ code: Refusal.Code, _ comment: @autoclosure () -> Comment? = nil,
    sourceLocation: SourceLocation = #_sourceLocation, _ act: () async throws -> Outcome
) async -> Refusal? {
    do {
        _ = try await act()
        Issue.record(comment() ?? "nothing was refused; expected \(code.rawValue)", sourceLocation: sourceLocation)
    } catch let refusal as Refusal {
        #expect(refusal.code == code, comment(), sourceLocation: sourceLocation)
        return refusal
    } catch let refusal as ServerRefusal {
        #expect(refusal.code == code, comment(), sourceLocation: sourceLocation)
    } catch {
        Issue.record(error, comment(), sourceLocation: sourceLocation)
    }
    return nil
}
