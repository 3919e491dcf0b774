/// The rules for what a case file may still take up.
public enum Filing {
    /// The greatest size of an attached paper in bytes: 20 MiB.
    public static let maxBytes = 20 * 1024 * 1024

    /// Whether a proposal that lacks `gaps` may be filed: only one that lacks nothing (Decree 39①, 40①, 42의4①).
    ///
    /// - Throws: ``CaseFileRefusal/papersMissing(_:)``, ``CaseFileRefusal/fieldsMissing(_:)`` or
    ///   ``CaseFileRefusal/proposalIncomplete(papers:fields:)``, with every gap at once.
    public static func mayFile(lacking gaps: [Gap]) throws(Refusal) {
        let papers = gaps.filter { $0.kind == .paper }
        let fields = gaps.filter { $0.kind != .paper }
        switch (papers.isEmpty, fields.isEmpty) {
        case (true, true): return
        case (false, true): throw .caseFile(.papersMissing(papers))
        case (true, false): throw .caseFile(.fieldsMissing(fields))
        case (false, false): throw .caseFile(.proposalIncomplete(papers: papers, fields: fields))
        }
    }

    /// Whether something may be drafted and filed in a track: as long as its regime has it.
    ///
    /// - Throws: ``CaseFileRefusal/trackClosed(_:)``. Cases that are under way in a closed track go on.
    public static func mayUse(_ track: TrackCode, isOpen: Bool) throws(Refusal) {
        guard isOpen else { throw .caseFile(.trackClosed(track)) }
    }

    /// Whether a company may begin something new: as long as it is not closed. What it has under way goes on.
    public static func mayBegin(_ company: String, isClosed: Bool) throws(Refusal) {
        guard !isClosed else { throw .caseFile(.companyClosed(company)) }
    }

    /// Whether a proposal may be filed that the company has filed already, word for word and file for file: only on purpose.
    ///
    /// - Parameter before: the case by which it was; nil: none that is not returned or withdrawn.
    public static func mayFile(before: CaseReference?, onPurpose: Bool) throws(Refusal) {
        if let before, !onPurpose { throw .caseFile(.filedBefore(before)) }
    }

    /// Whether the proposal itself may be changed: as long as it is a draft.
    public static func mayEdit(at stage: Stage) throws(Refusal) {
        guard stage == .draft else { throw .caseFile(.draftOnly(stage)) }
    }

    /// Whether it may be said whom to contact from now on: of a case that was filed and not closed without a decision. A draft is edited.
    public static func mayReplaceContact(at stage: Stage) throws(Refusal) {
        let allowed: [Stage] = [.filed, .received, .consulting, .decided]
        guard allowed.contains(stage) else { throw .wrongStage(stage, allowed: allowed) }
    }

    /// Whether a paper of `size` bytes may be attached: to a draft, to answer a supplement that is open, or
    /// as a proof that goes with an act upon a grant.
    public static func mayAttach(
        _ name: String, size: Int, at stage: Stage, answering: Bool, ofGrant: Bool = false
    ) throws(Refusal) {
        guard stage == .draft || ofGrant || (answering && !stage.isFinal) else {
            throw .caseFile(.attachmentNotEditable(stage))
        }
        guard size > 0 else { throw .caseFile(.attachmentEmpty(name: name)) }
        guard size <= maxBytes else { throw .caseFile(.attachmentTooLarge(name: name, size: size, limit: maxBytes)) }
    }

    /// Whether a supplement may be asked for (보완: Decree 39②, 40②, 42의4②): between filing and decision.
    public static func maySupplement(at stage: Stage) throws(Refusal) {
        let allowed: [Stage] = [.filed, .received, .consulting]
        guard allowed.contains(stage) else { throw .wrongStage(stage, allowed: allowed) }
    }
}
