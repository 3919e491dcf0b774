/// A column of a listing: its key for machines, its title for people, and how its cell comes out of a row.
package struct Column<Row>: Sendable {
    /// Who sees a column.
    package enum Audience: Sendable {
        /// The table and the machine formats.
        case everyone
        /// The machine formats only: keys, exact moments, whatever would make the table too wide.
        case machines
        /// The table only: several values in one cell.
        case people
        /// The table on a terminal only: a bar, where a page has a picture.
        case terminal
    }

    /// The stable snake_case key: JSON key, csv and tsv header.
    package let key: String
    package let title: Wording
    package let audience: Audience
    /// `nil`: numbers are aligned right, everything else left.
    package let alignment: Alignment?
    package let dates: DateStyle
    /// Whether its texts may be cut in a table wider than the terminal. References and codes never are.
    package let mayShrink: Bool
    /// Whether such a text goes on in the next line instead of being cut: a sentence.
    package let wraps: Bool
    let cell: @Sendable (Row) -> Cell

    /// - Parameters:
    ///   - key: snake_case, stable: renaming one breaks somebody's script.
    ///   - ko: the Korean title.
    ///   - en: the English title.
    ///   - mayShrink: false for texts that are worthless when cut, such as reference numbers.
    ///   - wraps: true for sentences, which go on in the next line.
    package init(
        _ key: String, _ ko: String, _ en: String, for audience: Audience = .everyone,
        alignment: Alignment? = nil, dates: DateStyle = .absolute, mayShrink: Bool = true, wraps: Bool = false,
        _ cell: @escaping @Sendable (Row) -> Cell
    ) {
        self.key = key
        self.title = Wording(ko, en)
        self.audience = audience
        self.alignment = alignment
        self.dates = dates
        self.mayShrink = mayShrink
        self.wraps = wraps
        self.cell = cell
    }
}

/// A listing a command prints: its columns in order. One constant per command.
///
/// ```swift
/// let listing = Listing<CaseSummary>(Wording("과제", "Cases"), [
///     Column("reference", "과제번호", "Reference", mayShrink: false) { .text($0.reference.text) },
///     Column("stage", "단계", "Stage") { .code($0.stage) },
///     Column("filed_on", "제출일", "Filed", dates: .relative) { .date($0.filedOn) },
/// ])
/// ```
package struct Listing<Row>: Sendable {
    /// What the rows are called together: the title of a page, the name of a calendar feed. Nil where they are only
    /// shown as a part of something else, which has a caption for them.
    package let title: Wording?
    package let columns: [Column<Row>]
    let event: (@Sendable (Row, Language) -> CalendarEvent?)?

    /// A listing of these columns, whose keys must differ.
    /// - Parameters:
    ///   - title: what the rows are called together.
    ///   - event: a row as a day in a calendar; nil for one that has none.
    package init(
        _ title: Wording?, _ columns: [Column<Row>],
        event: (@Sendable (Row, Language) -> CalendarEvent?)? = nil
    ) {
        (self.title, self.event) = (title, event)
        precondition(Set(columns.map(\.key)).count == columns.count, "two columns of a listing have the same key")
        self.columns = columns
    }

    /// Columns of rows that are only shown as a part of something else.
    package init(_ columns: [Column<Row>]) { self.init(nil, columns) }

    /// The keys and values that machines get of a row.
    package var keys: [String] { columns(for: .json).map(\.key) }
    /// The values under ``keys``.
    package func values(_ row: Row) -> [Cell] { columns(for: .json).map { $0.cell(row) } }

    /// The columns a format shows, in order.
    func columns(for format: Format) -> [Column<Row>] {
        columns.filter { column in
            switch column.audience {
            case .everyone: true
            case .machines: !format.isForPeople
            case .people: format.isForPeople
            case .terminal: format == .table
            }
        }
    }
}
