/// Writes a page in one language.
struct PageWriter {
    private let language: Language
    private let output: Output

    init(_ output: Output) {
        (language, self.output) = (output.language, output)
    }

    func document(_ page: Page) -> Markup {
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
            .element("title", text: page.title[language]),
            .element("style", [], [.pageStyle]),
        ]
        let header = [.element("h1", text: page.title[language])] + (page.facts.isEmpty ? [] : [facts(page.facts)])
        let main = [.element("header", [], header)] + page.sections.map { section($0, "h2", level: 2) }
        return .verbatim("<!DOCTYPE html>\n")
            + .element(
                "html", [.init("lang", language.rawValue)],
                [.element("head", [], head), .element("body", [], [.element("main", [], main)])])
            + .verbatim("\n")
    }

    private func section(_ section: Page.Section, _ heading: StaticString, level: Int) -> Markup {
        let title = section.title.map { [.element(heading, text: $0[language])] } ?? [Markup]()
        return .element("section", [], title + section.blocks.map { block($0, level: level) })
    }

    private func block(_ block: Page.Block, level: Int) -> Markup {
        switch block {
        case .note(let wording): .element("p", text: wording[language])
        case .paragraph(let text): .element("p", [.init("class", "written")], text: text)
        case .facts(let list): facts(list)
        case .list(let cells): .element("ul", [], cells.map { .element("li", [], [value($0)]) })
        case .table(let caption, let table): self.table(table, caption)
        case .figure(let figure): self.figure(figure)
        case .links(let links): .element("ul", [], links.map(link))
        case .section(let inner): section(inner, level == 2 ? "h3" : "h4", level: level + 1)
        }
    }

    private func link(_ link: Page.Link) -> Markup {
        let anchor = Markup.element("a", [.init("href", link.file)], text: link.title[language])
        return .element("li", [], [anchor] + (link.note.map { [.text(" — " + $0[language])] } ?? []))
    }

    private func facts(_ list: [Page.Fact]) -> Markup {
        .element(
            "dl", [],
            list.map { fact in
                .element(
                    "div", [], [.element("dt", text: fact.title[language]), .element("dd", [], [value(fact.value)])])
            })
    }

    /// What a cell shows; what a terminal prints bold is bold here. Other tones only repeat the words.
    private func value(_ cell: Cell, _ dates: DateStyle = .absolute) -> Markup {
        let shown = cell.shown(output, dates: dates, keepingLines: true)
        return shown.tone == .strong ? .element("strong", text: shown.text) : .text(shown.text)
    }

    private func figure(_ figure: Figure) -> Markup {
        let caption = figure.caption[language]
        let drawings = figure.chart.drawings(output)
        let pictures = drawings.enumerated().map { index, drawing in
            wide(
                caption,
                [drawing.svg(label: drawings.count > 1 ? "\(caption) \(index + 1)/\(drawings.count)" : caption)])
        }
        let data: Markup = .element(
            "details", [.init("open", "open")],
            [.element("summary", text: Wording("표로 보기", "The numbers")[language]), table(figure.table, figure.caption)])
        return .element("figure", [], [.element("figcaption", text: caption)] + pictures + [data])
    }

    /// What may be wider than a phone moves sideways by itself, by keyboard too.
    private func wide(_ label: String, _ children: [Markup]) -> Markup {
        .element(
            "div",
            [.init("class", "wide"), .init("role", "region"), .init("aria-label", label), .init("tabindex", "0")],
            children)
    }

    private func table(_ table: EmbeddedTable, _ caption: Wording) -> Markup {
        guard !table.cells.isEmpty else {
            return .element("p", text: "\(caption[language]): \(Wording.nothing[language])")
        }
        let numeric = table.numericColumns
        let whole = table.wholeColumns
        func attributes(_ index: Int) -> [Markup.Attribute] {
            numeric[index] ? [.init("class", "number")] : whole[index] ? [.init("class", "whole")] : []
        }
        let head = table.pageColumns.map { index in
            Markup.element("th", [.init("scope", "col")] + attributes(index), text: table.titles[index][language])
        }
        let rows = table.cells.map { row in
            Markup.element(
                "tr", [], table.pageColumns.map { .element("td", attributes($0), [value(row[$0].0, row[$0].1)]) })
        }
        return wide(
            caption[language],
            [
                .element(
                    "table", [],
                    [
                        .element("caption", text: caption[language]),
                        .element("thead", [], [.element("tr", [], head)]), .element("tbody", [], rows),
                    ])
            ])
    }
}
