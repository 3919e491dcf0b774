internal import SandboxDomain

/// What a paper of a case is about.
struct PaperPoint {
    /// The ministry it goes to.
    var ministry: String?
    /// The round, supplement, decision, act or disposition.
    var about: Int?
    /// The outcome or act, by which a template is chosen.
    var variant: String?
}

extension PaperKind {
    /// What such a paper of this case is about.
    /// - Parameters:
    ///   - ministry: the ministry named, of those asked.
    ///   - about: the number named; nil for the latest.
    /// - Throws: `Refusal.paper` where there is nothing that it tells; `NotFound`; `BadInput` where the ministry is not named.
    func point(_ material: PaperMaterial.CaseMaterial, ministry: String?, about: Int?) throws -> PaperPoint {
        let view = material.view
        guard view.head.number != nil else { throw Refusal.paper(.nothingToTell(self)) }
        switch self {
        case .receipt:
            guard view.head.receivedAt != nil else { throw Refusal.paper(.nothingToTell(self)) }
            return PaperPoint()
        case .returnNotice:
            guard view.head.stage == .returned else { throw Refusal.paper(.nothingToTell(self)) }
            return PaperPoint()
        case .supplementRequest:
            let number = try among(view.supplements.map(\.number), about, .supplement)
            return PaperPoint(about: number)
        case .consultation, .reminder:
            let open = view.consultations.filter { self == .consultation || $0.repliedAt == nil }
            let names = open.map(\.ministry).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
            if names.isEmpty { throw Refusal.paper(.nothingToTell(self)) }
            guard let name = ministry ?? (names.count == 1 ? names[0] : nil) else {
                throw BadInput(.missingName(.ministry, known: names), field: .ministry)
            }
            guard names.contains(normalised(name)) else { throw NotFound(.consultation, name) }
            let rounds = open.filter { $0.ministry == normalised(name) }.map(\.round)
            return PaperPoint(ministry: normalised(name), about: try among(rounds, about, .consultation))
        case .rapidResult, .decisionNotice:
            guard let decision = view.decision else { throw Refusal.paper(.nothingToTell(self)) }
            return PaperPoint(about: material.decisionNumber, variant: decision.outcome.rawValue)
        case .certificate:
            guard material.grant != nil else { throw Refusal.paper(.nothingToTell(self)) }
            return PaperPoint()
        case .extensionCertificate: return try act([.extend], material, about)
        case .revisionFinding: return try act([.recordFinding], material, about)
        case .order: return try act([.correct, .suspend, .revoke, .refuseExtension], material, about)
        case .objectionAnswer:
            let answered = view.dispositions.filter { $0.ruling != nil }.map(\.number)
            return PaperPoint(about: try among(answered, about, .decision))
        case .agenda, .minutes: throw Refusal.paper(.nothingToTell(self))
        }
    }

    private func act(
        _ acts: [GrantAct], _ material: PaperMaterial.CaseMaterial, _ about: Int?
    ) throws -> PaperPoint {
        let entries = (material.grant?.view.acts ?? []).filter { acts.contains($0.act) }
        let number = try among(entries.map(\.number), about, .grant)
        return PaperPoint(about: number, variant: entries.first { $0.number == number }?.act.rawValue)
    }

    private func among(_ numbers: [Int], _ asked: Int?, _ kind: NotFound.Kind) throws -> Int {
        guard let latest = numbers.max() else { throw Refusal.paper(.nothingToTell(self)) }
        guard let asked else { return latest }
        guard numbers.contains(asked) else { throw NotFound(kind, "\(asked)") }
        return asked
    }
}
