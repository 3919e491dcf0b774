package import SandboxCore
import SandboxDomain
package import SandboxPresentation

// By what a report counts: shown, and typed, in the words of its column.

extension RoadmapProgress.Grouping: HasWording {
    package var wording: Wording { StableCodeWording(rawValue, .groupings).wording }
}
extension DecisionsReport.Grouping: HasWording {
    package var wording: Wording { StableCodeWording(rawValue, .groupings).wording }
}
extension ConditionsReport.Grouping: HasWording {
    package var wording: Wording { StableCodeWording(rawValue, .groupings).wording }
}
extension OrganisationsReport.Kind: HasWording {
    package var wording: Wording { StableCodeWording(rawValue, .groupings).wording }
}
extension SlipSheet.Grouping: HasWording {
    package var wording: Wording { StableCodeWording(rawValue, .groupings).wording }
}
extension CommitmentsSheet.Grouping: HasWording {
    package var wording: Wording { StableCodeWording(rawValue, .groupings).wording }
}
extension TimeWithWhom.Grouping: HasWording {
    package var wording: Wording { StableCodeWording(rawValue, .groupings).wording }
}
extension ConsultationReport.Grouping: HasWording {
    package var wording: Wording { StableCodeWording(rawValue, .groupings).wording }
}
