package import SandboxCore
package import SandboxDomain
package import SandboxPresentation

/// The reports that are made together, in the order of their index. A new report is added here.
package enum ReportSet {
    /// The reports of a past day, or of now.
    /// - Parameter regime: of which they all are.
    package static func sources(asOf day: CivilDate?, of regime: RegimeCode? = nil) -> [any SheetSource] {
        [
            PipelineSheet(asOf: day, regime: regime), AgeingSheet(regime: regime), TimeWithWhomSheet(regime: regime),
            ConsultationsSheet(regime: regime, asOf: day), DecisionsSheet(by: .year, regime: regime),
            ConditionsSheet(regime: regime), ExpiriesSheet(asOf: day, regime: regime),
            OrganisationsSheet(regime: regime), RoadmapSheet(regime: regime), SlipSheet(asOf: day, regime: regime),
            CommitmentsSheet(asOf: day, regime: regime),
        ]
    }

    /// What the file of a report is called, before its ending.
    package static func name(_ source: any SheetSource) -> String {
        String(type(of: source).code.trimmingPrefix("report-"))
    }

    /// The page that leads to the files of all.
    /// - Parameter formats: the formats they were written in.
    package static func index(
        _ sources: [any SheetSource], as formats: [FileFormat], readAt instant: Instant, asOf day: CivilDate?,
        of regime: ReportedRegime.Taken?
    ) -> Page {
        Page(
            Wording("보고서", "Reports"),
            facts: [
                .init(Wording("제도", "Regime"), .code(RegimeName(of: regime))),
                .init(Wording("기준 시각", "Read at"), .text(instant.description)),
                .init(Wording("기준일", "As of"), .date(day)),
            ].filter { !$0.value.isAbsent },
            formats.map { format in
                let isPage = format == .text(.html)
                let links = sources.map {
                    Page.Link("\(name($0)).\(format.rawValue)", type(of: $0).title)
                }
                return .init(
                    isPage
                        ? Wording("인쇄용", "Pages")
                        : Wording("자료(\(format.rawValue))", "Data (\(format.rawValue))"),
                    [.links(links)])
            })
    }
}
