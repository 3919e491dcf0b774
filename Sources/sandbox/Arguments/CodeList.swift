public import ArgumentParser
public import SandboxCore
public import SandboxDomain
import SandboxPresentation
package import SandboxViews

// The codes of the domain as values of options. Case, full-width letters and spaces around do not matter.

extension Stage: ExpressibleByArgument {}
extension ServiceType: ExpressibleByArgument {}
extension Opinion: ExpressibleByArgument {}
extension DecisionOutcome: ExpressibleByArgument {}
extension ReformStatus: ExpressibleByArgument {}
extension Milestone: ExpressibleByArgument {}
extension Standing: ExpressibleByArgument {}
extension LawLevel: ExpressibleByArgument {}
extension TaskReferenceKind: ExpressibleByArgument {}
extension CommitmentKind: ExpressibleByArgument {}
extension CommitmentState: ExpressibleByArgument {}
extension PointKind: ExpressibleByArgument {}
extension WaitingOn: ExpressibleByArgument {}
extension GrantState: ExpressibleByArgument {}
extension RevisionFinding: ExpressibleByArgument {}
extension RevisionStep: ExpressibleByArgument {}
extension TrialReportKind: ExpressibleByArgument {}
extension StopCause: ExpressibleByArgument {}
extension PaperKind: ExpressibleByArgument {}
extension GroupRole: ExpressibleByArgument {}
extension RegisterField: ExpressibleByArgument {}
extension OrganisationKind: ExpressibleByArgument {}
extension MeetingForm: ExpressibleByArgument {}
extension RecusalKind: ExpressibleByArgument {}
extension RecusalGround: ExpressibleByArgument {}
extension Vote: ExpressibleByArgument {}
extension ChangeOpinion: ExpressibleByArgument {}
extension RedeliberationGround: ExpressibleByArgument {}
extension ObjectionRuling: ExpressibleByArgument {}
extension RoadmapProgress.Grouping: ExpressibleByArgument {}
extension PeriodUnit: ExpressibleByArgument {}
extension DecisionsReport.Grouping: ExpressibleByArgument {}
extension ConditionsReport.Grouping: ExpressibleByArgument {}
extension OrganisationsReport.Kind: ExpressibleByArgument {}
extension ConsultationReport.Grouping: ExpressibleByArgument {}
extension SlipSheet.Grouping: ExpressibleByArgument {}
extension CommitmentsSheet.Grouping: ExpressibleByArgument {}

extension CivilDate: ExpressibleByArgument {
    /// Reads `2026-11-23`, or `2026. 11. 23.`
    public init?(argument: String) {
        guard let date = try? CivilDate(typed: argument) else { return nil }
        self = date
    }
}

extension CivilDate {
    /// The day in an option's value; what is wrong with another is told in the person's language.
    init(option field: Field, _ text: String) throws {
        do { try self.init(typed: text) } catch { throw BadInput(error, field: field) }
    }
}

extension StableCode where Self: ExpressibleByArgument {
    /// Reads a code as people write it, or the words it is shown as.
    public init?(argument: String) {
        if let value = try? Self(code: argument) {
            self = value
            return
        }
        // A choice has words if it is ever shown; the parser's protocol cannot ask for them.
        guard let shown = Self.self as? any (StableCode & HasWording).Type,
            let value = said(argument, as: shown) as? Self
        else { return nil }
        self = value
    }

    /// Every code, for help and completions.
    public static var allValueStrings: [String] { allCases.map(\.rawValue) }
}

extension TimeWithWhom.Grouping: ExpressibleByArgument {}

/// A choice of that type in the words it is shown as.
private func said<Choice: StableCode & HasWording>(_ text: String, as type: Choice.Type) -> Any? {
    try? Choice(said: text)
}
