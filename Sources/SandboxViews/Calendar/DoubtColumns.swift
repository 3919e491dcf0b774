import SandboxCore
package import SandboxDomain
package import SandboxPresentation

extension Listing {
    /// How certain the ends of rows are, for machines: people read it beside the day.
    static func doubtColumns(_ doubt: @escaping @Sendable (Row) -> CalendarDoubt?) -> [Column<Row>] {
        [
            Column("certainty", "확실성", "Certainty", for: .machines) { .code(doubt($0)?.certainty ?? .known) },
            Column("holidays_known_to", "공휴일 확정", "Holidays known to", for: .machines) { .date(doubt($0)?.knownTo) },
        ]
    }
}

extension CivilDate {
    /// The day as a sentence tells it, with what is doubtful about it; of one that nobody can tell only the doubt.
    package func told(_ doubt: CalendarDoubt?) -> Wording {
        guard let doubt else { return Wording(description, description) }
        if doubt.certainty == .unknown { return doubt.wording }
        return Wording("\(self)(\(doubt.wording.ko))", "\(self) (\(doubt.wording.en))")
    }
}

extension Confirmation {
    /// How certain the end is that a confirmation tells, for machines.
    static func doubtFields(_ doubt: CalendarDoubt?) -> [Field] {
        [
            .init("certainty", "확실성", "Certainty", .code(doubt?.certainty ?? .known)),
            .init("holidays_known_to", "공휴일 확정", "Holidays known to", .date(doubt?.knownTo)),
        ]
    }
}
