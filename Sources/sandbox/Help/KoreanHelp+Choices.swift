import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

extension KoreanHelp {
    /// The words of a set of values that an option takes, by their codes; empty where they have none.
    static func choices(_ values: [String]) -> [String: String] {
        for type in vocabularies {
            let words = words(of: type)
            if !values.isEmpty, words.map(\.code) == values {
                return Dictionary(words.map { ($0.code, $0.word) }) { first, _ in first }
            }
        }
        return [:]
    }

    /// Codes with the words that they are shown as, and that can be typed in their place.
    private static func words<Choice: StableCode & HasWording>(of type: Choice.Type) -> [(code: String, word: String)] {
        Choice.allCases.map { ($0.rawValue, $0.wording.ko) }
    }

    /// What options take.
    static let vocabularies: [any (StableCode & HasWording).Type] = [
        ServiceType.self, RedeliberationGround.self, Stage.self, WaitingOn.self, Opinion.self, MeetingForm.self,
        RecusalKind.self, RecusalGround.self, Vote.self, DecisionOutcome.self, ChangeOpinion.self, GrantState.self,
        TrialReportKind.self, RevisionFinding.self, LawLevel.self, RevisionStep.self, ObjectionRuling.self,
        PaperKind.self, PeriodUnit.self, StopCause.self, ReformStatus.self, Milestone.self, TaskReferenceKind.self,
        Standing.self, RoadmapProgress.Grouping.self, PointKind.self, CommitmentKind.self,
        DecisionsReport.Grouping.self,
        ConditionsReport.Grouping.self, OrganisationsReport.Kind.self, SlipSheet.Grouping.self,
        CommitmentsSheet.Grouping.self, TimeWithWhom.Grouping.self, ConsultationReport.Grouping.self,
        RegisterField.self, OrganisationKind.self, GroupRole.self,
    ]
}
