package import SandboxCore
import SandboxDomain
package import SandboxPresentation

/// A report: it reads, and says what a sheet says in any format.
package protocol SheetSource: ExportSource {
    static var title: Wording { get }
    func sheet(_ tracker: Tracker) async throws -> ReportSheet
}

extension SheetSource {
    package func write(_ tracker: Tracker, to writer: ExportWriter) async throws -> ExportOutcome {
        let sheet = try await sheet(tracker)
        return ExportOutcome(rows: try writer.write(sheet), note: sheet.note)
    }
}

extension Page.Fact {
    /// What a figure must say of itself.
    static func asOf(_ day: CivilDate?) -> Page.Fact { .init("as_of", Wording("기준일", "As of"), .date(day)) }

    /// By what it counts.
    static func by(_ grouping: String) -> Page.Fact {
        .init("by", Wording("구분", "By"), .code(StableCodeWording(grouping, .groupings)))
    }
}

/// The last row of a table of figures.
enum Total: String, CaseIterable, HasWording {
    case total

    var wording: Wording { Wording("합계", "Total") }
    var tone: Tone { .strong }
}
