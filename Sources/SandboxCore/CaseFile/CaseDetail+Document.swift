public import SandboxDomain

extension CaseDetail {
    /// What was proposed, as far as the reader may see it.
    public var proposal: Proposal {
        var proposal = Proposal(
            track: head.track,
            service: .init(
                name: head.service, type: head.serviceType.flatMap(ServiceType.init(rawValue:)), summary: head.summary))
        proposal.regime = head.regime
        proposal.reasons = head.reasons
        proposal.period = .init(from: head.periodFrom, to: head.periodTo, months: head.periodMonths)
        if let contact {
            proposal.contact = .init(
                name: contact.name, phone: contact.phone, email: contact.email, address: contact.address,
                representative: contact.representative)
        }
        proposal.exemptions = exemptions.map {
            .init(
                law: $0.law, article: $0.article, ministry: $0.ministry, obstacle: $0.obstacle,
                exemption: $0.exemption, application: $0.application, question: $0.question)
        }
        proposal.participants = participants.map {
            .init(organisation: $0.organisation, responsible: $0.responsible, part: $0.part)
        }
        proposal.sections = sections.map { .init($0.code, $0.body) }
        proposal.risks = risks.map { .init(category: $0.category, scenario: $0.scenario, response: $0.response) }
        proposal.stakeholders = stakeholders.map {
            .init(
                conflict: $0.conflict, impact: $0.impact, mitigation: $0.mitigation, consultation: $0.consultation)
        }
        return proposal
    }

    /// The proposal as a company edits it: with its version, without the papers, which are attached and detached.
    public var document: ProposalDocument { ProposalDocument(proposal, version: head.version) }
}
