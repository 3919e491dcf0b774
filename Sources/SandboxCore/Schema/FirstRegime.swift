internal import Postgres
internal import SandboxDomain

/// A regime that a database has from the beginning, so that its first case can be filed.
public struct FirstRegime: Sendable {
    let file: RegimeFile

    /// The regime of a file. Where this program has a list of public holidays for its calendar, they are included.
    public init(_ file: RegimeFile) { self.file = file }

    /// The regimes that are part of this program.
    public static var shipped: [FirstRegime] {
        EmbeddedRegimes.files.map { name, text in
            do { return FirstRegime(try RegimeFile(yaml: Array(text.utf8), file: "regimes/\(name).yaml")) } catch {
                preconditionFailure("regimes/\(name).yaml, which was built in, cannot be read: \(error)")
            }
        }
    }

    /// What it says, with the holidays that are included.
    package var text: String { file.text + (holidays?.text ?? "") }

    var holidays: (name: String, text: String)? {
        EmbeddedRegimes.holidays.first { $0.name == "\(file.document.calendar.code)_public_holidays" }
    }

    func enter(_ session: Session) throws {
        _ = try ApplyRegime(file).apply(session)
        guard let holidays else { return }
        var change = CalendarChange()
        change.calendar = CalendarCode(file.document.calendar.code)
        change.file = (Array(holidays.text.utf8), "data/\(holidays.name).csv")
        let entered = try change.apply(session).entered
        let years = Set(entered.map(\.day.year)).sorted()
        _ = try session.one(
            "SELECT declare_years(\(file.document.calendar.code), \(years)::integer[], \("data/\(holidays.name).csv"))",
            as: Int.self)
    }
}

extension Migrator.Work {
    /// Whoever makes the database is its owner, and may do what the desk does later.
    func enter(_ regimes: [FirstRegime], _ session: Session) throws {
        try session.execute("SET LOCAL search_path TO sandbox, public")
        for regime in regimes {
            progress(.regime(regime.file.document.code.code))
            try regime.enter(session)
        }
    }
}
