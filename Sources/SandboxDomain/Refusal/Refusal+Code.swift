/// What one part of the law refuses: every case is one rule, with its code and what would help beside it.
public protocol RefusalGroup: Hashable, Sendable {
    /// The codes of its rules.
    associatedtype Code: StableCode
    /// The code of the refusal, and what would make the refused act possible.
    var rule: (code: Code, remedy: Remedy?) { get }
}

extension Refusal {
    /// The stable code of a refusal, for JSON and scripts. It never changes once released.
    public struct Code: Hashable, Sendable, CaseIterable, CustomStringConvertible {
        /// The code itself, e.g. `wrong-stage`.
        public let rawValue: String

        /// The code itself.
        public var description: String { rawValue }

        private init(_ rawValue: String) { self.rawValue = rawValue }
        private init(_ code: some StableCode) { rawValue = code.rawValue }

        /// ``Refusal/wrongStage``.
        public static let wrongStage = Code("wrong-stage")
        /// ``Refusal/reasonRequired``.
        public static let reasonRequired = Code("reason-required")
        /// ``Refusal/dateOutside``.
        public static let dateOutside = Code("date-outside")
        /// ``Refusal/dateInFuture``.
        public static let dateInFuture = Code("date-in-future")
        /// ``Refusal/appendOnly``.
        public static let appendOnly = Code("append-only")
        /// ``Refusal/idempotencyKeyReused``.
        public static let idempotencyKeyReused = Code("idempotency-key-reused")
        /// ``Refusal/schemaOlder``.
        public static let schemaOlder = Code("schema-older")
        /// ``Refusal/schemaNewer``.
        public static let schemaNewer = Code("schema-newer")
        /// ``Refusal/schemaDefinitionsDiffer``.
        public static let schemaDefinitionsDiffer = Code("schema-definitions-differ")
        /// ``Refusal/schemaBeforeRelease``.
        public static let schemaBeforeRelease = Code("schema-before-release")
        /// ``Refusal/superuserActing``.
        public static let superuserActing = Code("superuser-acting")

        /// Of ``CaseFileRefusal``.
        public static func caseFile(_ code: CaseFileRefusal.Code) -> Code { Code(code) }
        /// Of ``ConsultationRefusal``.
        public static func consultation(_ code: ConsultationRefusal.Code) -> Code { Code(code) }
        /// Of ``CommitteeRefusal``.
        public static func committee(_ code: CommitteeRefusal.Code) -> Code { Code(code) }
        /// Of ``DecisionRefusal``.
        public static func decision(_ code: DecisionRefusal.Code) -> Code { Code(code) }
        /// Of ``ConditionRefusal``.
        public static func condition(_ code: ConditionRefusal.Code) -> Code { Code(code) }
        /// Of ``GrantRefusal``.
        public static func grant(_ code: GrantRefusal.Code) -> Code { Code(code) }
        /// Of ``ObjectionRefusal``.
        public static func objection(_ code: ObjectionRefusal.Code) -> Code { Code(code) }
        /// Of ``RecallRefusal``.
        public static func recall(_ code: RecallRefusal.Code) -> Code { Code(code) }
        /// Of ``PaperRefusal``.
        public static func paper(_ code: PaperRefusal.Code) -> Code { Code(code) }
        /// Of ``DeadlineRefusal``.
        public static func deadline(_ code: DeadlineRefusal.Code) -> Code { Code(code) }
        /// Of ``OrganisationRefusal``.
        public static func organisation(_ code: OrganisationRefusal.Code) -> Code { Code(code) }
        /// Of ``OfficeRefusal``.
        public static func office(_ code: OfficeRefusal.Code) -> Code { Code(code) }
        /// Of ``RoadmapRefusal``.
        public static func roadmap(_ code: RoadmapRefusal.Code) -> Code { Code(code) }
        /// Of ``SummitRefusal``.
        public static func summit(_ code: SummitRefusal.Code) -> Code { Code(code) }
        /// Of ``RegimeRefusal``.
        public static func regime(_ code: RegimeRefusal.Code) -> Code { Code(code) }

        /// Every code there is, the parts of the law in their order.
        public static let allCases: [Code] = {
            let parts: [[Code]] = [
                CaseFileRefusal.Code.allCases.map(Code.init),
                ConsultationRefusal.Code.allCases.map(Code.init),
                CommitteeRefusal.Code.allCases.map(Code.init),
                DecisionRefusal.Code.allCases.map(Code.init),
                ConditionRefusal.Code.allCases.map(Code.init),
                GrantRefusal.Code.allCases.map(Code.init),
                ObjectionRefusal.Code.allCases.map(Code.init),
                RecallRefusal.Code.allCases.map(Code.init),
                PaperRefusal.Code.allCases.map(Code.init),
                DeadlineRefusal.Code.allCases.map(Code.init),
                OrganisationRefusal.Code.allCases.map(Code.init),
                OfficeRefusal.Code.allCases.map(Code.init),
                RoadmapRefusal.Code.allCases.map(Code.init),
                SummitRefusal.Code.allCases.map(Code.init),
                RegimeRefusal.Code.allCases.map(Code.init),
            ]
            return [
                .wrongStage, .reasonRequired, .dateOutside, .dateInFuture, .appendOnly, .idempotencyKeyReused,
                .schemaOlder, .schemaNewer, .schemaDefinitionsDiffer, .schemaBeforeRelease, .superuserActing,
            ] + parts.joined()
        }()
    }

    /// The stable code of this refusal.
    public var code: Code { rule.code }

    /// What would make the refused act possible; nil: nothing.
    public var remedy: Remedy? { rule.remedy }

    private var rule: (code: Code, remedy: Remedy?) {
        switch self {
        case .wrongStage(let stage, let allowed):
            (.wrongStage, Transition.leads(from: stage, to: allowed) ? .rightStage : nil)
        case .reasonRequired: (.reasonRequired, .giveReason)
        case .dateOutside: (.dateOutside, .otherDate)
        case .dateInFuture: (.dateInFuture, .otherDate)
        case .appendOnly: (.appendOnly, nil)
        case .idempotencyKeyReused: (.idempotencyKeyReused, .newKey)
        case .schemaOlder: (.schemaOlder, .migrate)
        case .schemaNewer: (.schemaNewer, .updateProgram)
        case .schemaDefinitionsDiffer: (.schemaDefinitionsDiffer, .migrate)
        case .schemaBeforeRelease: (.schemaBeforeRelease, .newDatabase)
        case .superuserActing: (.superuserActing, .askOperator)
        case .caseFile(let refusal): (.caseFile(refusal.rule.code), refusal.rule.remedy)
        case .consultation(let refusal): (.consultation(refusal.rule.code), refusal.rule.remedy)
        case .committee(let refusal): (.committee(refusal.rule.code), refusal.rule.remedy)
        case .decision(let refusal): (.decision(refusal.rule.code), refusal.rule.remedy)
        case .condition(let refusal): (.condition(refusal.rule.code), refusal.rule.remedy)
        case .grant(let refusal): (.grant(refusal.rule.code), refusal.rule.remedy)
        case .objection(let refusal): (.objection(refusal.rule.code), refusal.rule.remedy)
        case .recall(let refusal): (.recall(refusal.rule.code), refusal.rule.remedy)
        case .paper(let refusal): (.paper(refusal.rule.code), refusal.rule.remedy)
        case .deadline(let refusal): (.deadline(refusal.rule.code), refusal.rule.remedy)
        case .organisation(let refusal): (.organisation(refusal.rule.code), refusal.rule.remedy)
        case .office(let refusal): (.office(refusal.rule.code), refusal.rule.remedy)
        case .roadmap(let refusal): (.roadmap(refusal.rule.code), refusal.rule.remedy)
        case .summit(let refusal): (.summit(refusal.rule.code), refusal.rule.remedy)
        case .regime(let refusal): (.regime(refusal.rule.code), refusal.rule.remedy)
        }
    }
}

extension Refusal {
    /// The articles the refusal is based on, as reference data names them, each once.
    public var basis: [String] {
        var articles: [String] = []
        for gap in gaps where !articles.contains(gap.basis) { articles.append(gap.basis) }
        return articles
    }

    /// Everything a proposal lacks, fields first; empty for any other refusal.
    public var gaps: [Gap] {
        switch self {
        case .caseFile(.papersMissing(let gaps)), .caseFile(.fieldsMissing(let gaps)): gaps
        case .caseFile(.proposalIncomplete(let papers, let fields)): fields + papers
        default: []
        }
    }
}
