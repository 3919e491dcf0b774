import SandboxDomain

/// Writes an official paper as HTML for paper of A4: no script, nothing fetched, no seal drawn.
struct PaperWriter {
    private let sheet: PaperSheet
    private let words: PaperWords

    init(_ sheet: PaperSheet) {
        self.sheet = sheet
        words = PaperWords(sheet.language)
    }

    var document: Markup {
        let head: [Markup] = [
            .element("meta", [.init("charset", "utf-8")], isVoid: true),
            .element(
                "meta", [.init("name", "viewport"), .init("content", "width=device-width, initial-scale=1")],
                isVoid: true),
            .element(
                "meta",
                [
                    .init("http-equiv", "Content-Security-Policy"),
                    .init("content", "default-src 'none'; style-src 'unsafe-inline'"),
                ], isVoid: true),
            .element("title", text: sheet.title),
            .element("style", [], [.paperStyle]),
        ]
        let mark: [Markup] = sheet.isDraft ? [.element("p", [.init("class", "draft")], text: words.draft)] : []
        return .verbatim("<!DOCTYPE html>\n")
            + .element(
                "html", [.init("lang", sheet.language.rawValue)],
                [
                    .element("head", [], head),
                    .element(
                        "body", [],
                        [.element("main", [.init("class", sheet.layout.rawValue)], mark + parts + [foot])] + annexes),
                ])
            + .verbatim("\n")
    }

    private var parts: [Markup] {
        switch sheet.layout {
        case .letter: letter
        case .certificate: certificate
        case .form: form
        case .record: record
        }
    }

    // MARK: - Layouts

    /// 시행문: 행정업무의 운영 및 혁신에 관한 규정 시행규칙 별지 제1호서식.
    private var letter: [Markup] {
        let imprint = sheet.imprint
        let head: [Markup] = [
            .element("p", [.init("class", "agency")], text: imprint.agency),
            .element(
                "dl", [.init("class", "head")],
                [
                    pair(words.to, sheet.addressee ?? ""), pair(words.through, ""), pair(words.subject, sheet.title),
                ]),
        ]
        let enclosures = lines(sheet.text.lines, sheet.facts.values).compactMap { line -> String? in
            guard case .enclosure(let text) = line.content else { return nil }
            return text.filled(sheet.facts.values)
        }
        var body = blocks(sheet.text.lines, sheet.facts)
        let end = "\u{00A0}\u{00A0}" + words.end
        if enclosures.isEmpty {
            body.append(.element("p", [.init("class", "end")], text: words.end))
        } else {
            let numbered = enclosures.enumerated().map { index, text in
                let number = enclosures.count > 1 ? "\(index + 1). " : ""
                return Markup.element("dd", text: number + text + (index + 1 == enclosures.count ? end : ""))
            }
            body.append(
                .element(
                    "dl", [.init("class", "enclosures")], [.element("dt", text: words.enclosed)] + numbered))
        }
        return head + [.element("div", [.init("class", "body")], body), sender] + closing
    }

    /// What is below a letter: who signs, number and day, where the office is. Its labels are not printed, but for those
    /// the form keeps.
    private var closing: [Markup] {
        let imprint = sheet.imprint
        let signers = [imprint.signer, imprint.approver].compactMap(\.self).joined(separator: "    ")
        let place = [imprint.postcode.map { "\(words.postcode) \($0)" }, imprint.address].compactMap(\.self)
            .joined(separator: "  ")
        let reach = [
            imprint.phone.map { "\(words.phone) \($0)" }, imprint.fax.map { "\(words.fax) \($0)" }, imprint.email,
            imprint.disclosure,
        ].compactMap(\.self)
        return [
            .element(
                "div", [.init("class", "closing")],
                [
                    .element("p", text: signers), .element("p", text: words.cooperating),
                    .element(
                        "p", text: "\(words.issued) \(imprint.number)(\(imprint.issuedOn))          \(words.received)"),
                    .element(
                        "p", text: [place, imprint.homepage ?? ""].filter { !$0.isEmpty }.joined(separator: "  / ")),
                    .element("p", text: reach.joined(separator: "  / ")),
                ])
        ]
    }

    private var certificate: [Markup] {
        [
            .element("p", [.init("class", "form")], text: sheet.form ?? ""),
            .element(
                "p", [.init("class", "number")], text: sheet.facts.values[.certificateNumber] ?? sheet.imprint.number),
            .element("h1", text: sheet.title),
            .element("div", [.init("class", "body")], blocks(sheet.text.lines, sheet.facts, upTo: true)),
            .element("p", [.init("class", "day")], text: day), sender,
        ]
    }

    private var day: String { sheet.facts.values[.grantedInWords] ?? sheet.imprint.issuedInWords }

    private var form: [Markup] {
        [
            .element("p", [.init("class", "form")], text: sheet.form ?? ""),
            .element(
                "p", [.init("class", "number")], text: "\(sheet.imprint.number)(\(sheet.imprint.issuedOn))"),
            .element("h1", text: sheet.title),
            .element("div", [.init("class", "body")], blocks(sheet.text.lines, sheet.facts, upTo: true)),
            .element("p", [.init("class", "day")], text: sheet.imprint.issuedInWords), sender,
        ]
    }

    private var record: [Markup] {
        [
            .element("p", [.init("class", "form")], text: "\(sheet.imprint.agency)"),
            .element(
                "p", [.init("class", "number")], text: "\(sheet.imprint.number)(\(sheet.imprint.issuedOn))"),
            .element("h1", text: sheet.title),
            .element("div", [.init("class", "body")], blocks(sheet.text.lines, sheet.facts)),
        ]
    }

    /// What follows the page that is signed.
    private var annexes: [Markup] {
        guard sheet.layout == .certificate || sheet.layout == .form,
            let cut = sheet.text.lines.firstIndex(where: { $0.content == .pageBreak })
        else { return [] }
        let lines = Array(sheet.text.lines[(cut + 1)...])
        guard !self.lines(lines, sheet.facts.values).isEmpty else { return [] }
        return [
            .element(
                "main", [.init("class", "annex")],
                [
                    .element("p", [.init("class", "form")], text: "\(sheet.title) \(annexNumber)"),
                    .element("div", [.init("class", "body")], blocks(lines, sheet.facts)), foot,
                ])
        ]
    }

    private var annexNumber: String { sheet.facts.values[.certificateNumber] ?? sheet.imprint.number }

    private var sender: Markup {
        .element(
            "p", [.init("class", "sender")],
            [
                .element("span", text: sheet.imprint.head),
                .element("span", [.init("class", "seal")], text: words.seal),
            ])
    }

    private var foot: Markup {
        let imprint = sheet.imprint
        let edition = imprint.edition > 1 ? words.edition(imprint.edition) : nil
        let left = [
            "\(words.verification) \(imprint.verification)", edition,
            imprint.reference.map { "\(words.reference) \($0)" },
        ]
        .compactMap(\.self).joined(separator: " · ")
        return .element(
            "footer", [],
            [
                .element("p", text: sheet.isDraft ? "" : left),
                .element(
                    "p", [.init("class", "paper")],
                    text: sheet.layout == .letter || sheet.layout == .record ? "" : words.paper),
            ])
    }

    private func pair(_ title: String, _ value: String) -> Markup {
        .element("div", [], [.element("dt", text: title), .element("dd", text: value)])
    }

    // MARK: - Lines

    private func lines(_ lines: [PaperText.Line], _ values: [PaperField: String]) -> [PaperText.Line] {
        lines.filter { $0.isPrinted(values) }
    }

    private func blocks(_ all: [PaperText.Line], _ facts: PaperSheet.Facts, upTo isFirstPage: Bool = false) -> [Markup]
    {
        var blocks: [Markup] = []
        var rows: [[String]] = []
        var numbering = ItemNumbering()
        func flush() {
            if !rows.isEmpty { blocks.append(form(rows)) }
            rows = []
        }
        for line in lines(all, facts.values) {
            if case .row(let cells) = line.content {
                rows.append(cells.map { $0.filled(facts.values) })
                continue
            }
            flush()
            switch line.content {
            case .row, .enclosure: break
            case .heading(let words):
                numbering = ItemNumbering()
                blocks.append(.element("h2", text: words.filled(facts.values)))
            case .paragraph(let words, let level):
                blocks.append(paragraph(numbering.numbered(words, facts.values, level), level))
            case .table(let table, _): if let found = facts.tables[table] { blocks.append(self.table(found, table)) }
            case .each(let inner): blocks += sheet.items.map { item($0, inner) }
            case .pageBreak:
                if isFirstPage { return blocks }
                blocks.append(.element("div", [.init("class", "break")], []))
            }
        }
        flush()
        return blocks
    }

    private func item(_ item: PaperSheet.Facts, _ lines: [PaperText.Line]) -> Markup {
        var facts = item
        facts.values = sheet.facts.values.merging(item.values) { $1 }
        return .element("section", [], blocks(lines, facts))
    }

    /// A paragraph; what it begins with, such as `가.`, hangs out.
    private func paragraph(_ text: String, _ level: Int) -> Markup {
        let mark = text.prefix { $0 != " " }
        let hangs =
            mark.count <= 4 && (mark.hasSuffix(".") || mark.hasSuffix(")") || ["※", "□", "○", "-"].contains(mark))
        return .element(
            "p", [.init("class", "l\(min(level, 4))" + (hangs ? " item" : ""))], text: text)
    }

    /// A form: titles and values in turn.
    private func form(_ rows: [[String]]) -> Markup {
        let columns = rows.map(\.count).max() ?? 2
        return .element(
            "table", [.init("class", "facts")],
            [
                .element(
                    "tbody", [],
                    rows.map { row in
                        .element(
                            "tr", [],
                            row.enumerated().map { index, cell in
                                let span = index == row.count - 1 && columns > row.count ? columns - row.count + 1 : 1
                                let spans: [Markup.Attribute] = span > 1 ? [.init("colspan", span)] : []
                                return index % 2 == 0 && row.count > 1
                                    ? .element("th", [.init("scope", "row")] + spans, text: cell)
                                    : .element("td", spans, text: cell)
                            })
                    })
            ])
    }

    private func table(_ rows: PaperSheet.Rows, _ table: PaperTable) -> Markup {
        .element(
            "table", [.init("class", "rows \(table.rawValue)")],
            [
                .element(
                    "thead", [],
                    [.element("tr", [], rows.titles.map { .element("th", [.init("scope", "col")], text: $0) })]),
                .element(
                    "tbody", [],
                    rows.rows.map { row in .element("tr", [], row.map { .element("td", text: $0) }) }),
            ])
    }
}

/// The words of the layouts. Of the labels of a 시행문 only those are printed that the form keeps (별지 제1호서식 비고).
private struct PaperWords {
    private let language: Language

    init(_ language: Language) { self.language = language }

    var to: String { Wording("수신", "To")[language] }
    var through: String { Wording("(경유)", "(via)")[language] }
    var subject: String { Wording("제목", "Subject")[language] }
    var enclosed: String { Wording("붙임", "Enclosed")[language] }
    var end: String { Wording("끝.", "End.")[language] }
    var seal: String { Wording("직인", "Seal")[language] }
    var cooperating: String { Wording("협조자", "In agreement")[language] }
    var issued: String { Wording("시행", "Issued")[language] }
    var received: String { Wording("접수", "Received")[language] }
    var postcode: String { Wording("우", "Postcode")[language] }
    var phone: String { Wording("전화번호", "Telephone")[language] }
    var fax: String { Wording("팩스번호", "Fax")[language] }
    var verification: String { Wording("문서확인번호", "Verification number")[language] }
    var reference: String { Wording("과제번호", "Reference")[language] }
    var draft: String { Wording("초안", "Draft")[language] }
    var paper: String {
        Wording("210mm×297mm[백상지(80g/㎡) 또는 중질지(80g/㎡)]", "210 mm × 297 mm")[language]
    }
    func edition(_ number: Int) -> String { Wording("제\(number)판", "Edition \(number)")[language] }
}
