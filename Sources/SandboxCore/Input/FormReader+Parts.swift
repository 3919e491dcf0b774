import SandboxDomain

/// The parts of a proposal file. Each is read to its end whatever was wrong before it.
extension FormReader {
    mutating func document(_ root: FormTree) -> ProposalDocument? {
        let keys = root.mapping(FormKeys.document, &self)
        func tree(_ key: String) -> FormTree { keys[key] ?? FormTree(node: nil, name: key) }
        let tracks = tracks
        let track = tree("track").required(in: root, &self) { text throws(InputProblem) in
            try TrackCode(text, among: tracks)
        }
        let service = service(tree("service"), root)
        let regime = tree("regime").value(&self) { text throws(InputProblem) in RegimeCode(try code(text)) }
        let version = tree("version").value(&self) { text throws(InputProblem) in
            try number(text, 1, Int(Int32.max))
        }
        var proposal = Proposal(track: track ?? "", service: service ?? Proposal.Service(name: ""))
        proposal.regime = regime
        proposal.reasons = tree("reasons").list(&self).compactMap { $0.value(&self, prose) }
        proposal.period = period(tree("period"))
        proposal.contact = contact(tree("contact"))
        proposal.exemptions = items(tree("exemptions")) { $0.exemption($1) }
        proposal.participants = items(tree("participants")) { $0.participant($1) }
        for (code, section) in tree("sections").coded(&self) {
            if let body = section.value(&self, prose) { proposal.sections.append(.init(code, body)) }
        }
        proposal.risks = items(tree("risks")) { $0.risk($1) }
        proposal.stakeholders = items(tree("stakeholders")) { $0.stakeholder($1) }
        let papers = items(tree("papers")) { $0.paper($1) }
        guard track != nil, service != nil else { return nil }
        return ProposalDocument(proposal, version: version, papers: papers)
    }

    private mutating func items<T>(
        _ list: FormTree, _ read: (inout FormReader, FormTree) -> T?
    ) -> [T] {
        list.list(&self).compactMap { read(&self, $0) }
    }

    private mutating func service(_ tree: FormTree, _ root: FormTree) -> Proposal.Service? {
        let keys = tree.mapping(FormKeys.service, &self)
        let name = keys["name"]?.required(in: tree.node == nil ? root : tree, &self, label)
        let type = keys["type"]?.value(&self) { text throws(InputProblem) in
            let korean = FormKeys.serviceTypes[foldedWord(text).filter { !$0.isWhitespace }]
            return if let korean { korean } else { try ServiceType(code: text) }
        }
        let summary = keys["summary"]?.value(&self, prose)
        return name.map { .init(name: $0, type: type, summary: summary) }
    }

    private mutating func period(_ tree: FormTree) -> Proposal.Period {
        let keys = tree.mapping(FormKeys.period, &self)
        let from = keys["from"]?.value(&self, date)
        let to = keys["to"]?.value(&self, date)
        let months = keys["months"]?.value(&self) { text throws(InputProblem) in try number(text, 1, 120) }
        if let from, let to, from > to { report(.endsBeforeStart, at: keys["to"]?.node, field: "period.to") }
        if to != nil, months != nil {
            report(.contradiction(.field(.to), .field(.months)), at: tree.node, field: "period")
        }
        return .init(from: from, to: to, months: months)
    }

    private mutating func contact(_ tree: FormTree) -> Proposal.Contact {
        let keys = tree.mapping(FormKeys.contact, &self)
        return .init(
            name: keys["name"]?.value(&self, label), phone: keys["phone"]?.value(&self, label),
            email: keys["email"]?.value(&self, label), address: keys["address"]?.value(&self, label),
            representative: keys["representative"]?.value(&self, label))
    }

    private mutating func exemption(_ tree: FormTree) -> Proposal.Exemption? {
        let keys = tree.mapping(FormKeys.exemption, &self)
        let law = keys["law"]?.required(in: tree, &self, label)
        let exemption = Proposal.Exemption(
            law: law ?? "", article: keys["article"]?.value(&self, label),
            ministry: keys["ministry"]?.value(&self, label),
            obstacle: keys["obstacle"]?.value(&self, prose), exemption: keys["exemption"]?.value(&self, prose),
            application: keys["application"]?.value(&self, prose), question: keys["question"]?.value(&self, prose))
        return law == nil ? nil : exemption
    }

    private mutating func participant(_ tree: FormTree) -> Proposal.Participant? {
        let keys = tree.mapping(FormKeys.participant, &self)
        let organisation = keys["organisation"]?.required(in: tree, &self, label)
        let responsible = keys["responsible"]?.value(&self, label)
        let part = keys["part"]?.value(&self, prose)
        return organisation.map { .init(organisation: $0, responsible: responsible, part: part) }
    }

    private mutating func risk(_ tree: FormTree) -> Proposal.Risk? {
        let keys = tree.mapping(FormKeys.risk, &self)
        let category = keys["category"]?.required(in: tree, &self, label)
        let scenario = keys["scenario"]?.required(in: tree, &self, prose)
        let response = keys["response"]?.required(in: tree, &self, prose)
        guard let category, let scenario, let response else { return nil }
        return .init(category: category, scenario: scenario, response: response)
    }

    private mutating func stakeholder(_ tree: FormTree) -> Proposal.Stakeholder? {
        let keys = tree.mapping(FormKeys.stakeholder, &self)
        let conflict = keys["conflict"]?.required(in: tree, &self, prose)
        let impact = keys["impact"]?.value(&self, prose)
        let mitigation = keys["mitigation"]?.value(&self, prose)
        let consultation = keys["consultation"]?.value(&self, prose)
        return conflict.map { .init(conflict: $0, impact: impact, mitigation: mitigation, consultation: consultation) }
    }

    private mutating func paper(_ tree: FormTree) -> ProposalDocument.Paper? {
        let keys = tree.mapping(FormKeys.paper, &self)
        let paper = keys["paper"]?.required(in: tree, &self, code)
        let file = keys["file"]?.required(in: tree, &self) { text throws(InputProblem) in
            let path = try TextRule.prose.checked(text)
            guard !path.contains("\n"), !path.hasSuffix("/") else { throw .notAFileName(text) }
            return path
        }
        guard let paper, let file else { return nil }
        return .init(paper, file: file)
    }
}

private func label(_ text: String) throws(InputProblem) -> String { try TextRule.label.checked(text) }
private func prose(_ text: String) throws(InputProblem) -> String { try TextRule.prose.checked(text) }
private func date(_ text: String) throws(InputProblem) -> CivilDate { try CivilDate(asWritten: trimmed(text)) }
private func code(_ text: String) throws(InputProblem) -> String { foldedWord(try TextRule.label.checked(text)) }

private func number(_ text: String, _ minimum: Int, _ maximum: Int) throws(InputProblem) -> Int {
    guard let number = Int(foldedWord(text)), (minimum...maximum).contains(number) else {
        throw .notInRange(text, minimum: minimum, maximum: maximum)
    }
    return number
}
