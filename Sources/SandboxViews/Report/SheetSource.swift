package import SandboxCore
package import SandboxDomain
package import SandboxPresentation

/// A report: it reads, and says what a sheet says in any format. It is of one regime: the figures of two laws are not added up.
package protocol SheetSource: ExportSource {
    static var title: Wording { get }
    /// The regime; nil for the one that is taken where none is named.
    var regime: RegimeCode? { get set }
    /// Of which regime it is, by what was asked for.
    var regimeAsked: ReportedRegime { get }
    func sheet(_ tracker: Tracker) async throws -> ReportSheet
}

extension SheetSource {
    package var regimeAsked: ReportedRegime { ReportedRegime(regime) }

    package func write(_ tracker: Tracker, to writer: ExportWriter) async throws -> ExportOutcome {
        var source = self
        let taken = try await tracker.answer(regimeAsked)
        source.regime = taken?.code
        let sheet = try await source.sheet(tracker).of(taken)
        return ExportOutcome(rows: try writer.write(sheet), note: sheet.note)
    }
}

extension Wording {
    /// That a report took one regime of several; nil if there was no other.
    package init?(chosen taken: ReportedRegime.Taken) {
        if taken.others.isEmpty { return nil }
        let others = taken.others.map(\.code).joined(separator: ", ")
        self.init(
            "\(taken.korean)(\(taken.code.code)) 제도의 보고서입니다. 다른 제도는 --regime으로 정합니다: \(others)",
            "a report of \(taken.english) (\(taken.code.code)); --regime names another: \(others)")
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

/// The row of what nobody knows the day of.
enum Unknown: String, CaseIterable, HasWording {
    case unknown

    var wording: Wording { Wording("날짜 미상", "Day unknown") }
    var tone: Tone { .plain }
}

/// The last row of a table of figures.
enum Total: String, CaseIterable, HasWording {
    case total

    var wording: Wording { Wording("합계", "Total") }
    var tone: Tone { .strong }
}
