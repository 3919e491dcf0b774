extension RegimeDocument {
    /// Over whose name the papers go out (발신 명의).
    public struct Issuer: Hashable, Sendable {
        /// The agency.
        public var agency: Name
        /// Its head, in whose name it writes.
        public var head: Name

        /// An issuer.
        public init(agency: Name, head: Name) { (self.agency, self.head) = (agency, head) }
    }

    /// What several papers say alike.
    public struct PaperPart: Hashable, Sendable {
        /// Its code.
        public var code: String
        /// Its lines, as ``PaperText`` reads them.
        public var text: Name

        /// A part.
        public init(_ code: String, text: Name) { (self.code, self.text) = (code, text) }
    }

    /// The words of an official paper (공문서).
    public struct PaperTemplate: Hashable, Sendable {
        /// Which paper.
        public var kind: PaperKind
        /// The tracks it is for; none: all. By code.
        public var tracks: [TrackCode]
        /// The outcomes or acts it is for; none: all. By code.
        public var variants: [String]
        /// How it is laid out.
        public var layout: PaperLayout
        /// Which statutory form it is.
        public var form: Name?
        /// What it is called.
        public var title: Name
        /// Its number: `{year}`, `{no}` and `{division}`.
        public var number: Name
        /// Whether it is open to the public (공개 구분).
        public var disclosure: Name?
        /// Its lines, as ``PaperText`` reads them.
        public var text: Name

        /// A template.
        public init(
            _ kind: PaperKind, tracks: [TrackCode] = [], variants: [String] = [], layout: PaperLayout,
            form: Name? = nil, title: Name, number: Name, disclosure: Name? = nil, text: Name
        ) {
            (self.kind, self.layout, self.form, self.title) = (kind, layout, form, title)
            (self.number, self.disclosure, self.text) = (number, disclosure, text)
            // Their order means nothing; the same set is the same document.
            self.tracks = tracks.sorted { $0.code < $1.code }
            self.variants = variants.sorted()
        }

        /// Whether it is the one for a case of that track, and that outcome or act.
        public func fits(_ kind: PaperKind, _ track: TrackCode?, _ variant: String?) -> Bool {
            self.kind == kind && (tracks.isEmpty || track.map(tracks.contains) == true)
                && (variants.isEmpty || variant.map(variants.contains) == true)
        }

        /// The outcomes, acts and rulings that a template may be for.
        public static let variants =
            DecisionOutcome.allCases.map(\.rawValue) + ["correct", "suspend", "revoke", "refuse-extension"]
            + ObjectionRuling.allCases.map(\.rawValue)
    }

    /// The texts of the parts in one language.
    func parts(_ language: KeyPath<Name, String>) -> [String: String] {
        Dictionary(paperParts.map { ($0.code, $0.text[keyPath: language]) }) { first, _ in first }
    }
}
