public import Postgres
public import SandboxDomain

extension CalendarDoubt: ColumnDecodable {
    /// Reads what `calendar_doubt` answers: `foreseen 2027-12-31`, or `foreseen` where no year is known.
    public init(cell: borrowing Cell) throws(PostgresError) {
        let parts = try String(cell: cell).split(separator: " ").map(String.init)
        guard let certainty = parts.first.flatMap(Certainty.init(rawValue:)),
            let doubt = CalendarDoubt(certainty, knownTo: parts.count > 1 ? try? CivilDate(iso: parts[1]) : nil)
        else { throw cell.mismatch(Self.self) }
        self = doubt
    }
}
