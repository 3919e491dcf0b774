extension RegimeDocument {
    /// What a regime says of the grants of a track (지정·허가): certificate, validity, and what its life rests on.
    public struct Grant: Hashable, Sendable {
        /// The first part of a certificate's number; nothing else is numbered with it.
        public var prefix: String
        /// What the certificate is called.
        public var certificate: Name
        /// The rule that says how long a grant is valid at most.
        public var validityRule: String
        /// The rule that says until when an extension may be applied for; nil: as long as the validity runs.
        public var extensionRule: String?
        /// The rule that says until when a law revision may be asked for; nil: as long as the grant is in force.
        public var revisionRule: String?
        /// The rule that says until when a grant of the other track may be applied for.
        public var permitRule: String?
        /// The track into whose grant it may be converted.
        public var convertsTo: TrackCode?
        /// What keeps a grant in force after its end.
        public var atEnd: AtEnd
        /// With ``AtEnd/untilLawChanges``: not where law of these levels must change. By code.
        public var barringLevels: [LawLevel]
        /// Whether a grant may be suspended.
        public var maySuspend: Bool
        /// The articles on which what is said and done is based: one entry for all topics that share an article, sorted
        /// by first topic.
        public var articles: [Article]
        /// The grounds for revocation, in the order of the law.
        public var revocationGrounds: [RevocationGround]

        /// What keeps a grant in force after the end of its validity.
        public enum AtEnd: String, StableCode {
            /// Nothing.
            case ends
            /// A revision procedure that was asked for (Act 38의5⑦).
            case revisionProcedure = "revision-procedure"
            /// That the law is not changed yet, once it was extended (Act 37⑦).
            case untilLawChanges = "until-law-changes"
        }

        /// A grant with nothing that may be left out.
        public init(
            prefix: String, certificate: Name, validityRule: String, atEnd: AtEnd, barringLevels: [LawLevel] = [],
            maySuspend: Bool, articles: [Article] = [], revocationGrounds: [RevocationGround] = []
        ) {
            (self.prefix, self.certificate, self.validityRule) = (prefix, certificate, validityRule)
            (self.atEnd, self.maySuspend, self.revocationGrounds) = (atEnd, maySuspend, revocationGrounds)
            // Their order means nothing; the same set is the same document.
            self.barringLevels = Set(barringLevels).sorted { $0.rawValue < $1.rawValue }
            self.articles = Dictionary(grouping: articles, by: \.basis).map { basis, articles in
                Article(articles.flatMap(\.topics).sorted(), basis: basis)
            }.sorted { ($0.topics.first ?? "") < ($1.topics.first ?? "") }
        }

        /// What an article may be about: the acts upon a grant, and the reasons of its legal state.
        public static let topics =
            GrantAct.allCases.map(\.rawValue)
            + GrantReason.allCases.map(\.rawValue).filter { GrantAct(rawValue: $0) == nil }
    }

    /// A cover that a liability insurance must have at least (책임보험).
    public struct Cover: Hashable, Sendable {
        /// Its code, e.g. `death`.
        public var code: String
        /// What it is called.
        public var name: Name
        /// The least amount.
        public var amount: Int64
        /// The article.
        public var basis: String

        /// A cover.
        public init(_ code: String, name: Name, amount: Int64, basis: String) {
            (self.code, self.name, self.amount, self.basis) = (code, name, amount, basis)
        }
    }
}

extension RegimeDocument.Grant {
    /// An article with all the topics that rest on it.
    public struct Article: Hashable, Sendable {
        /// The topics, by code.
        public var topics: [String]
        /// The article.
        public var basis: String

        /// An article.
        public init(_ topics: [String], basis: String) { (self.topics, self.basis) = (topics, basis) }
    }

    /// A ground for revocation (취소 사유).
    public struct RevocationGround: Hashable, Sendable {
        /// Its code, e.g. `fraud`.
        public var code: String
        /// What it is called.
        public var name: RegimeDocument.Name
        /// The fact that the register must know; nil: none.
        public var needs: Need?
        /// The article.
        public var basis: String

        /// A fact without which the ground is not given.
        public enum Need: String, StableCode {
            /// The period for the commencement has ended without it.
            case commencementOverdue = "commencement-overdue"
            /// The law has been revised.
            case lawRevised = "law-revised"
        }

        /// A ground.
        public init(_ code: String, name: RegimeDocument.Name, needs: Need? = nil, basis: String) {
            (self.code, self.name, self.needs, self.basis) = (code, name, needs, basis)
        }
    }

    /// Whether grants may be governed by `later` from now on: not by nothing, and not with another number or validity, nor
    /// with other periods than those that run already.
    func mayBecome(_ later: Self?, at place: String) throws(Refusal) {
        guard let later else { throw .regime(.fixed(place, from: prefix, to: "-")) }
        let fields: [(name: String, before: String?, after: String?)] = [
            ("prefix", prefix, later.prefix), ("validity", validityRule, later.validityRule),
            ("extension", extensionRule, later.extensionRule), ("revision", revisionRule, later.revisionRule),
            ("permit", permitRule, later.permitRule),
        ]
        for field in fields {
            if let before = field.before, before != field.after {
                throw .regime(.fixed("\(place).\(field.name)", from: before, to: field.after ?? "-"))
            }
        }
    }
}
