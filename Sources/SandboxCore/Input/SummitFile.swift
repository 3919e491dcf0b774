public import SandboxDomain

/// A summit as described by a file like `data/summits/2021-09-07.yaml`.
public struct SummitFile: Hashable, Sendable {
    /// Its number; the first is 1.
    public var number: Int
    /// What it is called.
    public var name: String
    /// The day.
    public var heldOn: CivilDate
    /// Where.
    public var place: String?
    /// What it came to.
    public var summary: String?
    /// Where it is written.
    public var source: String?
    /// Who took part in it as a whole.
    public var participants: [String] = []
    /// Its topics, in their order.
    public var topics: [Topic] = []
    /// What was raised.
    public var points: [SummitPoint] = []
    /// What was promised.
    public var promises: [SummitPromise] = []

    /// A topic.
    public struct Topic: Hashable, Sendable {
        /// What it is about.
        public var title: String
        /// What was talked about.
        public var summary: String?
        /// Who takes part in it.
        public var participants: [String] = []
        /// The name of its expert council.
        public var council: String?
        /// The organisation in the chair.
        public var chair: String?
        /// Who sits on it.
        public var members: [String] = []
        /// Where it is written.
        public var source: String?
    }

    /// Reads a YAML file: `number`, `name`, `held_on`, `place`, `summary`, `source`, `participants`, `topics` (with `title`,
    /// `summary`, `participants`, `council`, `source`), `raised` and `commitments`.
    ///
    /// - Throws: ``BadInput`` with every problem of the file, each with its line and character.
    public init(yaml bytes: [UInt8], file: String?) throws(BadInput) {
        var reader = FormReader(file: try TextFile(bytes, name: file))
        self = try reader.read { (reader: inout FormReader, root) in SummitFile(root, &reader) }
    }
}

extension SummitFile {
    fileprivate init?(_ root: FormTree, _ reader: inout FormReader) {
        let keys = root.mapping(Keys.document, &reader)
        func part(_ key: String) -> FormTree { keys[key] ?? FormTree(node: nil, name: key) }
        let number = part("number").required(in: root, &reader) { text throws(InputProblem) in
            try Self.number(text, maximum: 9999)
        }
        let name = part("name").required(in: root, &reader) { text throws(InputProblem) in
            try TextRule.label.checked(text)
        }
        let heldOn = part("held_on").required(in: root, &reader) { text throws(InputProblem) in
            try CivilDate(asWritten: text)
        }
        let place = Self.label(part("place"), &reader)
        let (summary, source) = (Self.prose(part("summary"), &reader), Self.prose(part("source"), &reader))
        let participants = Self.labels(part("participants"), &reader)
        let topics = part("topics").list(&reader).compactMap { Topic($0, &reader) }
        let points = part("raised").list(&reader).compactMap { Self.point($0, topics.count, &reader) }
        let promises = part("commitments").list(&reader).compactMap { Self.promise($0, topics.count, &reader) }
        guard let number, let name, let heldOn else { return nil }
        (self.number, self.name, self.heldOn, self.place) = (number, name, heldOn, place)
        (self.summary, self.source, self.participants) = (summary, source, participants)
        (self.topics, self.points, self.promises) = (topics, points, promises)
    }

    private static func point(_ tree: FormTree, _ topics: Int, _ reader: inout FormReader) -> SummitPoint? {
        let keys = tree.mapping(Keys.point, &reader)
        let kind = keys["kind"]?.required(in: tree, &reader) { text throws(InputProblem) in try PointKind(code: text) }
        let text = keys["text"]?.required(in: tree, &reader) { text throws(InputProblem) in
            try TextRule.prose.checked(text)
        }
        let by = keys["by"].flatMap { label($0, &reader) }
        let topic = keys["topic"]?.value(&reader) { text throws(InputProblem) in try number(text, maximum: topics) }
        let caseFile = keys["case"]?.value(&reader) { text throws(InputProblem) in try CaseReference(text) }
        let source = keys["source"].flatMap { prose($0, &reader) }
        guard let kind, let text else { return nil }
        var point = SummitPoint(kind, text)
        (point.by, point.topic, point.caseFile, point.source) = (by, topic, caseFile, source)
        return point
    }

    private static func promise(_ tree: FormTree, _ topics: Int, _ reader: inout FormReader) -> SummitPromise? {
        let keys = tree.mapping(Keys.promise, &reader)
        let kind = keys["kind"]?.required(in: tree, &reader) { text throws(InputProblem) in
            try CommitmentKind(code: text)
        }
        let owner = keys["owner"]?.required(in: tree, &reader) { text throws(InputProblem) in
            try TextRule.label.checked(text)
        }
        let text = keys["text"]?.required(in: tree, &reader) { text throws(InputProblem) in
            try TextRule.prose.checked(text)
        }
        let due = keys["due"].flatMap { label($0, &reader) }
        let topic = keys["topic"]?.value(&reader) { text throws(InputProblem) in try number(text, maximum: topics) }
        let source = keys["source"].flatMap { prose($0, &reader) }
        guard let kind, let owner, let text else { return nil }
        var promise = SummitPromise(kind, by: owner, text)
        (promise.due, promise.topic, promise.source) = (due.map { DatePhrase($0) }, topic, source)
        return promise
    }

    fileprivate static func label(_ tree: FormTree, _ reader: inout FormReader) -> String? {
        tree.value(&reader) { text throws(InputProblem) in try TextRule.label.checked(text) }
    }

    fileprivate static func prose(_ tree: FormTree, _ reader: inout FormReader) -> String? {
        tree.value(&reader) { text throws(InputProblem) in try TextRule.prose.checked(text) }
    }

    fileprivate static func labels(_ tree: FormTree, _ reader: inout FormReader) -> [String] {
        tree.list(&reader).compactMap { label($0, &reader) }
    }

    private static func number(_ text: String, maximum: Int) throws(InputProblem) -> Int {
        guard let number = Int(text), number >= 1, number <= maximum else {
            throw .notInRange(text, minimum: 1, maximum: maximum)
        }
        return number
    }

    fileprivate enum Keys {
        static let document: FormKeys.Keys = [
            ("number", ["회차"]), ("name", ["이름"]), ("held_on", ["개최일"]), ("place", ["장소"]), ("summary", ["요약"]),
            ("source", ["출처"]), ("participants", ["참석기관"]), ("topics", ["논의주제"]), ("raised", ["제안"]),
            ("commitments", ["이행약속"]),
        ]
        static let topic: FormKeys.Keys = [
            ("title", ["제목"]), ("summary", ["요약"]), ("participants", ["참석기관"]), ("council", ["협의체"]),
            ("source", ["출처"]),
        ]
        static let council: FormKeys.Keys = [("name", ["이름"]), ("chair", ["의장"]), ("members", ["위원"])]
        static let point: FormKeys.Keys = [
            ("kind", ["구분"]), ("by", ["기관"]), ("text", ["내용"]), ("topic", ["주제"]), ("case", ["과제"]), ("source", ["출처"]),
        ]
        static let promise: FormKeys.Keys = [
            ("kind", ["구분"]), ("owner", ["기관"]), ("text", ["내용"]), ("due", ["기한"]), ("topic", ["주제"]),
            ("source", ["출처"]),
        ]
    }
}

extension SummitFile.Topic {
    fileprivate init?(_ tree: FormTree, _ reader: inout FormReader) {
        let keys = tree.mapping(SummitFile.Keys.topic, &reader)
        let title = keys["title"]?.required(in: tree, &reader) { text throws(InputProblem) in
            try TextRule.label.checked(text)
        }
        let summary = keys["summary"].flatMap { SummitFile.prose($0, &reader) }
        let participants = keys["participants"].map { SummitFile.labels($0, &reader) } ?? []
        let source = keys["source"].flatMap { SummitFile.prose($0, &reader) }
        var council: (name: String?, chair: String?, members: [String]) = (nil, nil, [])
        if let tree = keys["council"], !tree.isBlank {
            let keys = tree.mapping(SummitFile.Keys.council, &reader)
            council.name = keys["name"]?.required(in: tree, &reader) { text throws(InputProblem) in
                try TextRule.label.checked(text)
            }
            council.chair = keys["chair"].flatMap { SummitFile.label($0, &reader) }
            council.members = keys["members"].map { SummitFile.labels($0, &reader) } ?? []
        }
        guard let title else { return nil }
        self.init(
            title: title, summary: summary, participants: participants, council: council.name, chair: council.chair,
            members: council.members, source: source)
    }
}
