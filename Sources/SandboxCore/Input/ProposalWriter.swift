import SandboxDomain

extension ProposalDocument {
    /// The document as YAML, to be edited and read back; what is not filled in is left out. The same document always
    /// gives the same text.
    public var yaml: String {
        var writer = YAMLWriter()
        writer.entry("version", bare: version)
        writer.entry("regime", proposal.regime?.code)
        writer.entry("track", proposal.track.code)
        writer.group("service") { writer in
            writer.entry("name", proposal.service.name)
            writer.entry("type", proposal.service.type?.rawValue)
            writer.entry("summary", proposal.service.summary)
        }
        if !proposal.reasons.isEmpty {
            writer.group("reasons") { writer in for reason in proposal.reasons { writer.item(reason) } }
        }
        if proposal.period != Proposal.Period() {
            writer.group("period") { writer in
                writer.entry("from", bare: proposal.period.from)
                writer.entry("to", bare: proposal.period.to)
                writer.entry("months", bare: proposal.period.months)
            }
        }
        if !proposal.contact.isEmpty {
            writer.group("contact") { writer in ProposalDocument.entries(proposal.contact.fields, &writer) }
        }
        list("exemptions", proposal.exemptions.map(\.fields), &writer)
        list("participants", proposal.participants.map(\.fields), &writer)
        if !proposal.sections.isEmpty {
            writer.group("sections") { writer in
                for section in proposal.sections { writer.entry(section.code, section.body) }
            }
        }
        list("risks", proposal.risks.map(\.fields), &writer)
        list("stakeholders", proposal.stakeholders.map(\.fields), &writer)
        list("papers", papers.map { [("paper", $0.paper), ("file", $0.file)] }, &writer)
        return writer.text
    }

    private func list(_ key: String, _ items: [[(String, String?)]], _ writer: inout YAMLWriter) {
        guard !items.isEmpty else { return }
        writer.group(key) { writer in
            for fields in items { writer.item { ProposalDocument.entries(fields, &$0) } }
        }
    }

    private static func entries(_ fields: [(String, String?)], _ writer: inout YAMLWriter) {
        for (name, value) in fields { writer.entry(name, value) }
    }
}
