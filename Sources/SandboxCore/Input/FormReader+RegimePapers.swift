import SandboxDomain

/// The official papers of a regime file. A text that asks for a fact which no such paper has is refused here, before
/// anything is sent.
extension FormReader {
    mutating func regimeIssuer(_ tree: FormTree) -> RegimeDocument.Issuer? {
        guard !tree.isBlank else { return nil }
        let keys = tree.mapping(RegimeKeys.issuer, &self)
        let agency = keys["agency"].flatMap { regimeName($0, tree) }
        let head = keys["head"].flatMap { regimeName($0, tree) }
        guard let agency, let head else { return nil }
        return .init(agency: agency, head: head)
    }

    mutating func regimePaperParts(_ tree: FormTree) -> [RegimeDocument.PaperPart] {
        var parts: [RegimeDocument.PaperPart] = []
        for item in tree.list(&self) {
            let keys = item.mapping(RegimeKeys.paperPart, &self)
            let code = keys["part"]?.required(in: item, &self, RegimeWords.code)
            regimeCode(code, at: keys["part"], among: parts.map(\.code))
            let text = keys["text"].flatMap { regimeName($0, item, RegimeWords.lines) }
            if let code, let text { parts.append(.init(code, text: text)) }
        }
        return parts
    }

    mutating func regimePaperTemplates(
        _ tree: FormTree, _ parts: [RegimeDocument.PaperPart], tracks: [String]
    ) -> [RegimeDocument.PaperTemplate] {
        tree.list(&self).compactMap { regimePaperTemplate($0, parts, tracks) }
    }

    private mutating func regimePaperTemplate(
        _ tree: FormTree, _ parts: [RegimeDocument.PaperPart], _ tracks: [String]
    ) -> RegimeDocument.PaperTemplate? {
        let keys = tree.mapping(RegimeKeys.paperTemplate, &self)
        let kind = keys["paper"]?.required(in: tree, &self) { text throws(InputProblem) in try PaperKind(code: text) }
        let tracks = regimeList(keys["tracks"]) { text throws(InputProblem) in try RegimeWords.word(text, tracks) }
        let variants = regimeList(keys["variants"]) { text throws(InputProblem) in
            try RegimeWords.word(text, RegimeDocument.PaperTemplate.variants)
        }
        let layout = keys["layout"]?.required(in: tree, &self) { text throws(InputProblem) in
            try PaperLayout(code: text)
        }
        let form = keys["form"].flatMap { $0.isBlank ? nil : regimeName($0, tree) }
        let disclosure = keys["disclosure"].flatMap { $0.isBlank ? nil : regimeName($0, tree) }
        let number = keys["number"].flatMap { regimeName($0, tree, RegimeWords.paperNumber) }
        guard let kind else { return nil }
        let title = keys["title"].flatMap {
            regimeName($0, tree) { text throws(InputProblem) in
                let label = try RegimeWords.label(text)
                _ = try PaperText.words(label, of: kind)
                return label
            }
        }
        let text = keys["text"].flatMap { place in regimePaperText(place, tree, kind, parts) }
        guard let layout, let number, let title, let text else { return nil }
        return .init(
            kind, tracks: tracks.map { TrackCode($0) }, variants: variants, layout: layout, form: form, title: title,
            number: number, disclosure: disclosure, text: text)
    }

    private mutating func regimePaperText(
        _ tree: FormTree, _ parent: FormTree, _ kind: PaperKind, _ parts: [RegimeDocument.PaperPart]
    ) -> RegimeDocument.Name? {
        let keys = tree.mapping(RegimeKeys.name, &self)
        let place = tree.node == nil ? parent : tree
        func known(_ language: KeyPath<RegimeDocument.Name, String>) -> [String: String] {
            Dictionary(parts.map { ($0.code, $0.text[keyPath: language]) }) { first, _ in first }
        }
        let (inKorean, inEnglish) = (known(\.korean), known(\.english))
        let korean = keys["ko"]?.required(in: place, &self) { text throws(InputProblem) in
            let lines = try RegimeWords.lines(text)
            _ = try PaperText(lines, of: kind, parts: inKorean)
            return lines
        }
        let english = keys["en"]?.required(in: place, &self) { text throws(InputProblem) in
            let lines = try RegimeWords.lines(text)
            _ = try PaperText(lines, of: kind, parts: inEnglish)
            return lines
        }
        guard let korean, let english else { return nil }
        return .init(korean, english)
    }
}

extension RegimeWords {
    /// Lines of text, without white space at the end of the whole.
    static func lines(_ text: String) throws(InputProblem) -> String { try prose(trimmed(text)) }

    /// `제{year}-{no}호`.
    static func paperNumber(_ text: String) throws(InputProblem) -> String {
        let pattern = try label(text)
        for place in ["{year}", "{no}"] where pattern.firstRange(of: place) == nil { throw .missingPlace(place) }
        return pattern
    }
}
