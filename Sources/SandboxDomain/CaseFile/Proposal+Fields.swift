extension Proposal {
    /// Every filled field with its name in the proposal file, in the order of the form.
    ///
    /// Items of lists are counted from 1: `exemptions.1.law`. Sections go by their code: `sections.necessity`.
    public var fields: [(name: String, value: String)] {
        var all: [(name: String, value: String)] = []
        func add(_ name: String, _ value: String?) { if let value { all.append((name, value)) } }
        add("regime", regime?.code)
        add("track", track.code)
        add("service.name", service.name)
        add("service.type", service.type?.rawValue)
        add("service.summary", service.summary)
        for (n, reason) in reasons.enumerated() { add("reasons.\(n + 1)", reason) }
        add("period.from", period.from?.description)
        add("period.to", period.to?.description)
        add("period.months", period.months.map(String.init))
        for (name, value) in contact.fields { add("contact.\(name)", value) }
        for (n, item) in exemptions.enumerated() {
            for (name, value) in item.fields { add("exemptions.\(n + 1).\(name)", value) }
        }
        for (n, item) in participants.enumerated() {
            for (name, value) in item.fields { add("participants.\(n + 1).\(name)", value) }
        }
        for section in sections { add("sections.\(section.code)", section.body) }
        for (n, item) in risks.enumerated() {
            for (name, value) in item.fields { add("risks.\(n + 1).\(name)", value) }
        }
        for (n, item) in stakeholders.enumerated() {
            for (name, value) in item.fields { add("stakeholders.\(n + 1).\(name)", value) }
        }
        return all
    }

    /// The fields in which the two differ, this one being *yours*, in the order of the form.
    public func differences(from theirs: Proposal) -> [Conflict.Field] {
        let (mine, other) = (fields, theirs.fields)
        let yours = Dictionary(mine, uniquingKeysWith: { first, _ in first })
        let others = Dictionary(other, uniquingKeysWith: { first, _ in first })
        let names = mine.map(\.name) + other.map(\.name).filter { yours[$0] == nil }
        return names.filter { yours[$0] != others[$0] }.map { .init($0, yours: yours[$0], theirs: others[$0]) }
    }
}

/// The fields of each part in the order of the form, with their names in the proposal file.
extension Proposal.Contact {
    package var fields: [(String, String?)] {
        [("name", name), ("phone", phone), ("email", email), ("address", address), ("representative", representative)]
    }
}
extension Proposal.Exemption {
    package var fields: [(String, String?)] {
        [
            ("law", law), ("article", article), ("ministry", ministry), ("obstacle", obstacle),
            ("exemption", exemption), ("application", application), ("question", question),
        ]
    }
}
extension Proposal.Participant {
    package var fields: [(String, String?)] {
        [("organisation", organisation), ("responsible", responsible), ("part", part)]
    }
}
extension Proposal.Risk {
    package var fields: [(String, String?)] {
        [("category", category), ("scenario", scenario), ("response", response)]
    }
}
extension Proposal.Stakeholder {
    package var fields: [(String, String?)] {
        [("conflict", conflict), ("impact", impact), ("mitigation", mitigation), ("consultation", consultation)]
    }
}
