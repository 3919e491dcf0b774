extension Page {
    /// A detail as a page: what `view` prints on a terminal, for paper.
    package init(_ title: Wording, facts: [Fact] = [], detail: Detail) {
        self.init(title, facts: facts, Page.sections(of: detail.items))
    }

    /// Sections keep their headings; items outside of a section are put in sections without a heading.
    private static func sections(of items: [Detail.Item]) -> [Section] {
        var sections: [Section] = []
        var loose: [Detail.Item] = []
        func flush() {
            let gathered = blocks(of: loose)
            if !gathered.isEmpty { sections.append(Section(nil, gathered)) }
            loose = []
        }
        for item in items {
            guard case .section(_, let title, let inner) = item else {
                loose.append(item)
                continue
            }
            flush()
            let gathered = blocks(of: inner)
            if !gathered.isEmpty { sections.append(Section(title, gathered)) }
        }
        flush()
        return sections
    }

    private static func blocks(of items: [Detail.Item]) -> [Block] {
        var blocks: [Block] = []
        var facts: [Fact] = []
        func flush() {
            if !facts.isEmpty { blocks.append(.facts(facts)) }
            facts = []
        }
        for item in items {
            if case .field(_, let title, let cell, _) = item {
                facts.append(Fact(title, cell))
                continue
            }
            flush()
            blocks += Self.blocks(of: item)
        }
        flush()
        return blocks
    }

    private static func blocks(of item: Detail.Item) -> [Block] {
        switch item {
        case .field, .machines, .paragraph(_, _, nil): []
        case .paragraph(_, let title, let text?): [.section(Section(title, [.paragraph(text)]))]
        case .list(_, let title, let texts):
            texts.isEmpty ? [] : [.section(Section(title, [.list(texts.map { .text($0) })]))]
        case .section(_, let title, let inner): [.section(Section(title, blocks(of: inner)))]
        case .table(_, let title, let table): table.cells.isEmpty ? [] : [.table(title, table)]
        case .each(_, let title, let parts):
            parts.isEmpty
                ? []
                : [
                    .section(
                        Section(
                            title,
                            parts.map { .section(Section(Wording($0.heading, $0.heading), blocks(of: $0.items))) }))
                ]
        }
    }
}
