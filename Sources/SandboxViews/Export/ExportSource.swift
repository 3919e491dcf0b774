package import SandboxCore
package import SandboxDomain
package import SandboxPresentation

/// What a file is made of: a table or a report, with its filters. The value says what is read, and nothing of who reads
/// it, where the bytes go, or with which words it was asked for.
package protocol ExportSource: Codable, Hashable, Sendable {
    /// How a manifest calls it: `cases`, `report-slip`.
    static var code: String { get }
    /// What a past day means to it.
    static var past: PastDay { get }
    /// Whether the past of what it shows can be put together from the event log.
    static var isReproducible: Bool { get }
    /// Reads, and writes what was read.
    func write(_ tracker: Tracker, to writer: ExportWriter) async throws -> ExportOutcome
}

extension ExportSource {
    package static var past: PastDay { .asItWas }
    package static var isReproducible: Bool { true }
}

/// What it means to ask for a past day.
package enum PastDay: Sendable {
    /// The register is read as it was at the end of that day.
    case asItWas
    /// What is known of that day now is told. The day is a filter of the source.
    case asItIsKnown
}

extension PastDay {
    /// What a reader of figures of that day must know: that the register had not begun, or that the day has not come.
    package func note(on day: CivilDate, _ span: RegisterSpan.Days) -> Wording? {
        if day > span.today {
            return self == .asItWas
                ? Wording(
                    "\(day, .topic) 아직 오지 않은 날이어서 지금 상태로 읽었습니다", "\(day) is in the future: it was read as it is now")
                : nil
        }
        guard day < span.began else { return nil }
        return self == .asItWas
            ? Wording(
                "등록부는 \(span.began)에 시작되어 \(day) 당시의 상태는 알지 못합니다",
                "the register began on \(span.began) and knows nothing of how it was on \(day)")
            : Wording(
                "등록부는 \(span.began)에 시작되어 \(day)의 모습은 지금 알려진 대로입니다",
                "the register began on \(span.began): what is told of \(day) is what is known of it now")
    }
}

/// What was written.
package struct ExportOutcome: Sendable, Hashable {
    package var rows: Int
    /// What a reader of the figures should know.
    package var note: Wording?

    package init(rows: Int, note: Wording? = nil) { (self.rows, self.note) = (rows, note) }
}

/// Everything a file can be made of. A manifest names one of these.
package let exportSources: [any ExportSource.Type] = [
    CasesExport.self, ConsultationsExport.self, DecisionsExport.self, GrantsExport.self, ConditionsExport.self,
    RoadmapExport.self, MilestonesExport.self, DeadlinesExport.self, EventsExport.self, RegisterExport.self,
    PipelineSheet.self, AgeingSheet.self, DecisionsSheet.self, ConditionsSheet.self, OrganisationsSheet.self,
    RoadmapSheet.self, SlipSheet.self, CommitmentsSheet.self, ExpiriesSheet.self, TimeWithWhomSheet.self,
    ConsultationsSheet.self,
]
