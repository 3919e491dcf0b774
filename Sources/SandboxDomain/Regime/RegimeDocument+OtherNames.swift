extension RegimeDocument {
    /// The other names of a law or a ministry. Whatever is written is shown as it was; what it names is told by these.
    ///
    /// Example: 정보통신망법 is 정보통신망 이용촉진 및 정보보호 등에 관한 법률 (법제처 약칭), 미래창조과학부 is 과학기술정보통신부 today.
    public struct OtherNames: Hashable, Sendable {
        /// What is named.
        public var kind: Kind
        /// The full name.
        public var name: String
        /// Official short names.
        public var short: [String]
        /// Names it had before, where all that it did went to one successor.
        public var former: [String]

        /// What can have other names.
        public enum Kind: String, StableCode {
            /// A law of any level.
            case law
            /// A ministry or agency.
            case ministry
        }

        /// Other names.
        public init(_ kind: Kind, _ name: String, short: [String] = [], former: [String] = []) {
            (self.kind, self.name, self.short, self.former) = (kind, name, short, former)
        }
    }
}
