package import SandboxCore
import SandboxDomain
package import SandboxPresentation

extension PaperSheet {
    /// A paper of what the register knows, in the words of the regime.
    /// - Parameter isDraft: marks it as one that nobody issued.
    /// - Throws: `Refusal.paper(.incomplete)` with everything that the words ask for and nobody has said.
    package init(_ material: PaperMaterial, isDraft: Bool = false) throws {
        let language: Language = material.language == "ko" ? .korean : .english
        let template = material.template
        let chosen: (RegimeDocument.Name) -> String = { language == .korean ? $0.korean : $0.english }
        let parts = Dictionary(material.parts.map { ($0.code, chosen($0.text)) }) { first, _ in first }
        let writer = PaperFacts(material, language)
        var facts = writer.common
        var items: [Facts] = []
        switch material.subject {
        case .caseFile(let subject): facts.merge(writer.caseFacts(subject))
        case .meeting(let meeting, let entries):
            facts.merge(writer.meetingFacts(meeting))
            items = entries.map { writer.itemFacts($0, meeting) }
        }
        facts.state(material.stated[nil] ?? [:])
        let title = try PaperText.words(chosen(template.title), of: template.kind)
        var imprint = Imprint(
            agency: chosen(material.issuer.agency), head: chosen(material.issuer.head), number: material.number.text,
            issuedOn: material.number.issuedOn.text(language),
            issuedInWords: material.number.issuedOn.inWords(language), verification: material.number.verification,
            edition: material.number.edition, signer: "\(material.official.title) \(material.official.name)")
        if let office = material.office {
            (imprint.approver, imprint.postcode, imprint.address) = (office.approver, office.postcode, office.address)
            (imprint.homepage, imprint.phone, imprint.fax) = (
                office.homepage, material.official.phone, material.official.fax ?? office.fax
            )
            imprint.email = material.official.email ?? office.email
        }
        imprint.disclosure = template.disclosure.map(chosen)
        imprint.reference = facts.values[.reference]
        let missing = title.fields.filter { facts.values[$0] == nil }
        if !missing.isEmpty { throw Refusal.paper(.incomplete(missing.map(PaperText.Missing.field))) }
        self.init(
            layout: template.layout, language: language, title: title.filled(facts.values), imprint: imprint,
            text: try PaperText(chosen(template.text), of: template.kind, parts: parts), facts: facts, items: items,
            isDraft: isDraft)
        form = template.form.map(chosen)
        addressee = material.addressee.map { writer.addressed($0, representative: facts.values[.representative]) }
        try check()
    }
}

extension PaperSheet.Facts {
    mutating func set(_ field: PaperField, _ text: String?) {
        if let text, !text.allSatisfy(\.isWhitespace) { values[field] = text }
    }

    /// What somebody says where the register does not know.
    mutating func state(_ stated: [PaperField: String]) {
        for (field, text) in stated where field.mayBeStated && values[field] == nil { set(field, text) }
    }

    mutating func merge(_ other: Self) {
        values.merge(other.values) { $1 }
        tables.merge(other.tables) { $1 }
    }

    /// Rows and how many there are; none are no rows.
    mutating func set(_ table: PaperTable, _ rows: PaperSheet.Rows, _ count: PaperField?, _ counted: (Int) -> String) {
        guard !rows.rows.isEmpty else { return }
        tables[table] = rows
        if let count { values[count] = counted(rows.rows.count) }
    }
}

extension CivilDate {
    /// The last day of a period as papers have it: with how far holidays are known, if it hangs on days that nobody has announced;
    /// none if nothing can be said of them.
    func onPaper(_ doubt: CalendarDoubt?, _ language: Language) -> String? {
        let day = text(language)
        switch (doubt?.certainty, doubt?.knownTo?.text(language), language) {
        case (.none, _, _), (.known, _, _): return day
        case (.unknown, _, _): return nil
        case (.foreseen, let known?, .korean): return "\(day)(예상일, 공휴일은 \(known)까지 확정)"
        case (.foreseen, let known?, .english): return "\(day) (expected; holidays are known to \(known))"
        case (.foreseen, nil, .korean): return "\(day)(예상일, 공휴일 미확정)"
        case (.foreseen, nil, .english): return "\(day) (expected; holidays are not known yet)"
        }
    }

    /// The day as a certificate has it: `2026년 11월 30일` · `30 November 2026`.
    func inWords(_ language: Language) -> String {
        switch language {
        case .korean: "\(year)년 \(month)월 \(day)일"
        case .english: "\(day) \(Wording.month(month).en) \(year)"
        }
    }
}
