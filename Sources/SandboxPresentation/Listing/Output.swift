package import SandboxDomain

/// How rows and details come out.
package enum Format: String, CaseIterable, Sendable {
    /// For people: aligned, translated, coloured on a terminal.
    case table
    /// Tab-separated with a header line of keys; `\t`, `\n`, `\r`, `\\` and `\xHH` as PostgreSQL's COPY escapes them.
    case tsv
    /// One array, complete; or, with a limit the caller set, one object that says whether the limit bit.
    case json
    /// One object a line.
    case jsonl
    /// RFC 4180 with a header line of keys.
    case csv
    /// A calendar feed (RFC 5545), of listings whose rows are days.
    case ics
    /// One printable page that needs nothing else.
    case html

    /// Whether people read it, in their language.
    package var isForPeople: Bool { self == .table || self == .html }
}

/// Everything that decides what bytes come out of the same values.
package struct Output: Sendable {
    package var format: Format
    package var language: Language
    /// Whether a person reads along. Only then is anything fitted to a width.
    package var isTerminal: Bool
    /// The width in columns to which tables and paragraphs are fitted; `nil` fits nothing.
    package var width: Int?
    /// Whether colours may be used. They never carry meaning alone.
    package var hasColours: Bool
    /// The authority's date, for `3일 전` and `D-3`; without it dates are shown as they are.
    package var today: CivilDate?
    package var csv: CSVDialect
    /// The language in which csv, tsv and workbooks have their headers and values in words, for a spreadsheet; nil: they have
    /// keys and codes.
    package var labels: Language?
    /// What the tracks are called, where the register was asked; a track without a name is told by its own words.
    package private(set) var trackNames: [TrackCode: Wording] = [:]
    /// Is told what machines get of everything that is written. Tests set it, to compare it with the published schemas.
    package var observe: (@Sendable (Observation) -> Void)?

    /// Exactly these choices; the defaults are those of a file or a pipe.
    package init(
        format: Format, language: Language, isTerminal: Bool = false, width: Int? = nil, hasColours: Bool = false,
        today: CivilDate? = nil, csv: CSVDialect = .plain
    ) {
        self.format = format
        self.language = language
        self.isTerminal = isTerminal
        self.width = width
        self.hasColours = hasColours
        self.today = today
        self.csv = csv
    }

    /// The choices for standard output: what was asked for, else a table on a terminal and tsv elsewhere.
    ///
    /// - Parameters:
    ///   - format: `--format`, if given.
    ///   - language: `--lang`, if given.
    ///   - terminalWidth: the terminal's columns; `nil` if standard output is not a terminal.
    package init(
        format: Format?, language: Language?, environment: [String: String], terminalWidth: Int?,
        today: CivilDate? = nil, csv: CSVDialect = .plain
    ) {
        let isTerminal = terminalWidth != nil
        self.init(
            format: format ?? (isTerminal ? .table : .tsv),
            language: Language(choice: language, environment: environment),
            isTerminal: isTerminal, width: terminalWidth.flatMap { $0 > 0 ? $0 : nil },
            hasColours: Colours.areWanted(environment: environment, isTerminal: isTerminal), today: today, csv: csv)
    }

    /// Learns what the tracks are called.
    package mutating func name(_ tracks: [KnownTrack]) { trackNames = TrackNames.names(tracks) }

    /// The same for a part of what is observed as a whole, and for what only people are shown.
    package var unobserved: Output {
        var output = self
        output.observe = nil
        return output
    }

    /// Whether anything is told in words, so that the names of the tracks are needed.
    package var hasWords: Bool { format.isForPeople || labels != nil }

    /// The words for a value of a vocabulary.
    func wording(_ value: any HasWording) -> Wording {
        (value as? TrackCode).flatMap { trackNames[$0] } ?? value.wording
    }

    /// The limit for a listing: what was asked for, else the default, which only tables have. `0` means all.
    package func limit(asked: Int?, table: Int) -> Int? {
        let limit = asked ?? (format == .table && isTerminal ? table : 0)
        return limit > 0 ? limit : nil
    }
}
