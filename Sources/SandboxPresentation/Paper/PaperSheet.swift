package import SandboxDomain

/// An official paper ready to be printed: its lines, the facts that go into them, and what is around them.
package struct PaperSheet: Sendable {
    /// How it is laid out.
    package var layout: PaperLayout
    /// Its language.
    package var language: Language
    /// Which statutory form it is.
    package var form: String?
    /// What it is called.
    package var title: String
    /// Over whose name it goes out, and what the office prints.
    package var imprint: Imprint
    /// To whom it goes.
    package var addressee: String?
    /// Its lines.
    package var text: PaperText
    /// Its facts and rows.
    package var facts: Facts
    /// The facts and rows of the items of a meeting.
    package var items: [Facts]
    /// Whether it is a trial that nobody issued.
    package var isDraft: Bool

    /// What is filled in.
    package struct Facts: Sendable {
        /// Texts by their field.
        package var values: [PaperField: String] = [:]
        /// Rows by their table.
        package var tables: [PaperTable: Rows] = [:]

        package init() {}
    }

    /// Rows under titles.
    package struct Rows: Sendable {
        /// The titles of the columns.
        package var titles: [String]
        /// The rows.
        package var rows: [[String]]

        /// Rows; a column that is empty in every row is left out.
        package init(_ titles: [String], _ rows: [[String?]]) {
            let used = titles.indices.filter { index in rows.contains { $0[index]?.isEmpty == false } }
            self.titles = used.map { titles[$0] }
            self.rows = rows.map { row in used.map { row[$0] ?? "" } }
        }
    }

    /// What is around the lines.
    package struct Imprint: Sendable {
        package var agency: String
        package var head: String
        package var number: String
        package var issuedOn: String
        package var issuedInWords: String
        package var verification: String
        package var edition: Int
        package var signer: String
        package var approver: String?
        package var postcode: String?
        package var address: String?
        package var homepage: String?
        package var phone: String?
        package var fax: String?
        package var email: String?
        package var disclosure: String?
        package var reference: String?

        package init(
            agency: String, head: String, number: String, issuedOn: String, issuedInWords: String,
            verification: String, edition: Int, signer: String
        ) {
            (self.agency, self.head, self.number) = (agency, head, number)
            (self.issuedOn, self.issuedInWords, self.verification) = (issuedOn, issuedInWords, verification)
            (self.edition, self.signer) = (edition, signer)
        }
    }

    package init(
        layout: PaperLayout, language: Language, title: String, imprint: Imprint, text: PaperText, facts: Facts,
        items: [Facts] = [], isDraft: Bool = false
    ) {
        (self.layout, self.language, self.title, self.imprint) = (layout, language, title, imprint)
        (self.text, self.facts, self.items, self.isDraft) = (text, facts, items, isDraft)
    }

    /// What it lacks.
    /// - Throws: `Refusal.paper(.incomplete)`.
    package func check() throws(Refusal) {
        var missing = text.missing(facts.values, filled: Set(facts.tables.keys))
        if let inner = text.ofItems {
            for item in items {
                missing += inner.missing(
                    facts.values.merging(item.values) { $1 }, filled: Set(item.tables.keys))
            }
        }
        guard missing.isEmpty else {
            throw .paper(.incomplete(missing.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }))
        }
    }

    /// The file: one page of HTML that needs nothing else.
    package var html: [UInt8] { Array(PaperWriter(self).document.source.utf8) }
}
