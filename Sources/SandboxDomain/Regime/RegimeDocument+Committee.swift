extension RegimeDocument {
    /// A committee (심의위원회, 전문위원회): how it is composed, with how many it opens and decides.
    public struct Committee: Hashable, Sendable {
        /// Its code, the first part of its meetings' references, e.g. `main`; no other regime has it.
        public var code: String
        /// What it is called.
        public var name: Name
        /// The articles.
        public var basis: String
        /// How it is composed.
        public var members: CommitteeRule
        /// More than so many of a hundred members composed must be present.
        public var opensAbovePercent: Int
        /// More than so many of a hundred members present must be in favour.
        public var carriesAbovePercent: Int

        /// A committee.
        public init(
            _ code: String, name: Name, basis: String, members: CommitteeRule, opensAbovePercent: Int,
            carriesAbovePercent: Int
        ) {
            (self.code, self.name, self.basis, self.members) = (code, name, basis, members)
            (self.opensAbovePercent, self.carriesAbovePercent) = (opensAbovePercent, carriesAbovePercent)
        }
    }

    /// A ground on which the public register may withhold something (비공개 사유).
    public struct DisclosureGround: Hashable, Sendable {
        /// Its code, e.g. `trade-secret`.
        public var code: String
        /// What it is called.
        public var name: Name
        /// The article.
        public var basis: String

        /// A ground.
        public init(_ code: String, name: Name, basis: String) {
            (self.code, self.name, self.basis) = (code, name, basis)
        }
    }
}

extension RegimeDocument {
    /// How the name of a law tells its level, e.g. 시행령 that of a decree.
    public struct LawEnding: Hashable, Sendable {
        /// What the name ends with.
        public var ending: String
        /// The level; nil: such a name tells nothing.
        public var level: LawLevel?

        /// An ending.
        public init(_ ending: String, level: LawLevel?) { (self.ending, self.level) = (ending, level) }
    }
}

extension RegimeDocument.Track {
    /// A committee that may decide the track, and what that takes.
    public struct Decider: Hashable, Sendable {
        /// The committee, by its code.
        public var committee: String
        /// What it must be given.
        public var needs: CommitteeNeed
        /// The article.
        public var basis: String

        /// A committee that may decide.
        public init(_ committee: String, needs: CommitteeNeed, basis: String) {
            (self.committee, self.needs, self.basis) = (committee, needs, basis)
        }
    }
}
