/// A document for people: values in, one HTML file out that needs nothing else, neither network nor script, and that can
/// be printed in black and white.
///
/// ```swift
/// let page = Page(Wording("의결 현황", "Decisions"), facts: [.init(Wording("기준일", "As of"), .date(day))], [
///     .init(Wording("트랙별", "By track"), [
///         .table(Wording("의결", "Decisions"), EmbeddedTable(Self.listing, rows)),
///         .figure(Figure(Wording("추이", "Trend"), LineChart(…), EmbeddedTable(Self.months, months))),
///     ]),
/// ])
/// try target.write(page.html(.korean))
/// ```
/// The same values give the same bytes: no clock, no random name.
package struct Page: Sendable {
    package let title: Wording
    /// What a reader must know before believing it: as of when, what was filtered, who looked.
    package let facts: [Fact]
    package let sections: [Section]

    package init(_ title: Wording, facts: [Fact] = [], _ sections: [Section]) {
        self.title = title
        self.facts = facts
        self.sections = sections
    }

    /// A title and its value, under a key for machines if they are to have it.
    package struct Fact: Sendable {
        package let key: String?
        package let title: Wording
        package let value: Cell

        package init(_ title: Wording, _ value: Cell) { (key, self.title, self.value) = (nil, title, value) }

        package init(_ key: String, _ title: Wording, _ value: Cell) {
            (self.key, self.title, self.value) = (key, title, value)
        }
    }

    /// Blocks under a heading, or under none.
    package struct Section: Sendable {
        let title: Wording?
        let blocks: [Block]

        package init(_ title: Wording?, _ blocks: [Block]) {
            self.title = title
            self.blocks = blocks
        }
    }

    /// A part of a page.
    package indirect enum Block: Sendable {
        /// A sentence of the program.
        case note(Wording)
        /// A text somebody wrote, its line breaks kept.
        case paragraph(String)
        /// Titles and values, a line each.
        case facts([Fact])
        /// A bulleted list.
        case list([Cell])
        /// Rows under a caption.
        case table(Wording, EmbeddedTable)
        /// A picture with its numbers.
        case figure(Figure)
        /// Other files of the same folder.
        case links([Link])
        /// Blocks under a heading of their own, one level down.
        case section(Section)
    }

    /// A file beside this one.
    package struct Link: Sendable {
        let file: String
        let title: Wording
        let note: Wording?

        /// - Parameter file: its name, of small letters, digits, `-`, `_` and `.` only.
        package init(_ file: String, _ title: Wording, _ note: Wording? = nil) {
            precondition(
                file.utf8.allSatisfy { (0x61...0x7A).contains($0) || $0.isDigit || "-_.".utf8.contains($0) },
                "the name of a file that needs no escape")
            (self.file, self.title, self.note) = (file, title, note)
        }
    }

    /// The file.
    package func html(_ language: Language) -> [UInt8] { html(Output(format: .html, language: language)) }

    /// The file, with the names of tracks that the output knows.
    package func html(_ output: Output) -> [UInt8] { Array(PageWriter(output).document(self).source.utf8) }
}

/// A picture. It cannot be made without the table of what it shows, for those who cannot see it and those who doubt it.
package struct Figure: Sendable {
    let caption: Wording
    let chart: any Chart
    let table: EmbeddedTable

    package init(_ caption: Wording, _ chart: some Chart, _ table: EmbeddedTable) {
        self.caption = caption
        self.chart = chart
        self.table = table
    }
}
