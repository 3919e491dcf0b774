public import ArgumentParser
public import SandboxCore
public import SandboxDomain

// The codes of the domain as values of options. Case, full-width letters and spaces around do not matter.

extension Stage: ExpressibleByArgument {}
extension ServiceType: ExpressibleByArgument {}
extension Opinion: ExpressibleByArgument {}
extension DecisionOutcome: ExpressibleByArgument {}
extension ReformStatus: ExpressibleByArgument {}
extension WaitingOn: ExpressibleByArgument {}
extension StopCause: ExpressibleByArgument {}
extension GroupRole: ExpressibleByArgument {}
extension OrganisationKind: ExpressibleByArgument {}
extension RoadmapProgress.Grouping: ExpressibleByArgument {}

extension CivilDate: ExpressibleByArgument {
    /// Reads `2026-11-23`.
    public init?(argument: String) {
        guard let date = try? CivilDate(iso: argument) else { return nil }
        self = date
    }
}

extension CivilDate {
    /// The day in an option's value; what is wrong with another is told in the person's language.
    init(option: String, _ text: String) throws {
        do { try self.init(iso: text) } catch { throw BadInput(error, field: option) }
    }
}

extension Coded where Self: ExpressibleByArgument {
    /// Reads a code as people write it.
    public init?(argument: String) {
        guard let value = try? Self(code: argument) else { return nil }
        self = value
    }

    /// Every code, for help and completions.
    public static var allValueStrings: [String] { allCases.map(\.rawValue) }
}
