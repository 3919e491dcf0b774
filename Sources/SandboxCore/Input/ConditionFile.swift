public import SandboxDomain

extension [ProposedCondition] {
    /// Reads conditions from a YAML file: a list under `conditions`, each with its `text`, and as far as it is known
    /// `phase`, `purpose`, `evidence`, `basis`, `asked_by`, `due` and `responsible`. Keys may be Korean.
    /// - Throws: ``BadInput`` with every problem of the file, each with its line and character.
    public init(yaml bytes: [UInt8], file: String?) throws(BadInput) {
        let text = try TextFile(bytes, name: file)
        var reader = FormReader(file: text, tracks: [])
        self = try reader.read { (reader: inout FormReader, root) in reader.conditions(root) }
    }
}

extension FormReader {
    fileprivate mutating func conditions(_ root: FormTree) -> [ProposedCondition]? {
        let list = root.mapping([("conditions", ["조건", "부가조건"])], &self)["conditions"]
        guard let list, !list.isBlank else {
            report(.missingName(Field("conditions")), at: root.node, field: nil)
            return nil
        }
        return list.list(&self).compactMap { condition($0) }
    }

    private mutating func condition(_ tree: FormTree) -> ProposedCondition? {
        let keys = tree.mapping(Self.keys, &self)
        func label(_ text: String) throws(InputProblem) -> String { try TextRule.label.checked(text) }
        func prose(_ text: String) throws(InputProblem) -> String { try TextRule.prose.checked(text) }
        let text = keys["text"]?.required(in: tree, &self, prose)
        let phase = keys["phase"]?.value(&self) { text throws(InputProblem) in
            try ConditionPhase(said: text)
        }
        let responsible = keys["responsible"]?.value(&self) { text throws(InputProblem) in
            if let korean = Self.parties[foldedName(text)] { korean } else { try ResponsibleParty(code: text) }
        }
        let condition = ProposedCondition(
            phase: phase, text: text ?? "", askedBy: keys["asked_by"]?.value(&self, label),
            basis: keys["basis"]?.value(&self, label), purpose: keys["purpose"]?.value(&self, prose),
            evidence: keys["evidence"]?.value(&self, prose),
            due: keys["due"]?.value(&self) { text throws(InputProblem) in try DueRule(text) },
            responsible: responsible ?? .company)
        return text == nil ? nil : condition
    }

    private static let keys: FormKeys.Keys = [
        ("phase", ["시기"]), ("text", ["내용"]), ("purpose", ["목적"]), ("evidence", ["확인자료"]), ("basis", ["근거"]),
        ("asked_by", ["요청기관"]), ("due", ["기한"]), ("responsible", ["책임"]),
    ]
    private static let parties: [String: ResponsibleParty] = [
        "기업": .company, "사업자": .company, "소관부처": .ministry, "부처": .ministry, "담당창구": .desk, "창구": .desk,
    ]
}
