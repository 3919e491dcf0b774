package import SandboxCore
package import SandboxDomain
package import SandboxPresentation

/// By what a report counts: shown, and typed, in the words of its column.
package protocol ReportGrouping: StableCode, HasWording {}

extension ReportGrouping {
    package var wording: Wording { StableCodeWording(rawValue, .groupings).wording }
}

extension RoadmapProgress.Grouping: ReportGrouping {}
extension DecisionsReport.Grouping: ReportGrouping {}
extension ConditionsReport.Grouping: ReportGrouping {}
extension OrganisationsReport.Kind: ReportGrouping {}
extension SlipSheet.Grouping: ReportGrouping {}
extension CommitmentsSheet.Grouping: ReportGrouping {}
extension TimeWithWhom.Grouping: ReportGrouping {}
extension ConsultationReport.Grouping: ReportGrouping {}
