/// There is no such thing, or the acting person may not see it: the two are never told apart.
public struct NotFound: Error, Hashable, Sendable {
    /// What was looked for.
    public let kind: Kind
    /// The name or number it was looked for by, as it was given.
    public let name: String
    /// A visible name that was probably meant.
    public let suggestion: String?

    /// What can be looked for by name.
    public enum Kind: String, StableCode {
        case caseFile = "case-file"
        case organisation
        case person
        case consultation
        case supplement
        case attachment
        case decision
        case condition
        case meeting
        case committee
        case committeeMember = "committee-member"
        case regime
        case track
        case roadmap
        case reformTask = "reform-task"
        case provision
        case summit
        case topic
        case council
        case commitment
        case event
        case calendar
        case deadline
        case deadlineStop = "deadline-stop"
        case holiday
        case deadlineRule = "deadline-rule"
        case grant
        case paper
        case definition
    }

    /// Nothing visible of that kind has that name.
    public init(_ kind: Kind, _ name: String, suggestion: String? = nil) {
        self.kind = kind
        self.name = name
        self.suggestion = suggestion
    }
}

/// The acting person's group role does not do this, whatever the state of things.
public struct NotPermitted: Error, Hashable, Sendable {
    /// The group role of the person acting; nil when the login does not belong to an enabled person at all.
    public let role: GroupRole?
    /// The group roles that may do it; empty when nobody may.
    public let needed: [GroupRole]

    /// `role` asked for something that only `needed` do.
    public init(role: GroupRole?, needed: [GroupRole] = []) {
        self.role = role
        self.needed = needed
    }
}

/// Somebody else changed the same thing since it was read. Both sides are shown; nothing was overwritten.
public struct Conflict: Error, Hashable, Sendable {
    /// What was edited, e.g. `DRAFT-17`.
    public let name: String
    /// The version the edit was made from; nil for an import, which was made from none.
    public let yourVersion: Int?
    /// The current version; nil for what has no versions.
    public let theirVersion: Int?
    /// The fields in which the two differ, in the order of the form.
    public let fields: [Field]

    /// One field in which the two sides differ.
    public struct Field: Hashable, Sendable {
        /// The field's name in the proposal file, e.g. `service.summary`.
        public let name: String
        /// The value the edit wanted to write; nil if there is none.
        public let yours: String?
        /// The current value; nil if there is none.
        public let theirs: String?

        /// One differing field.
        public init(_ name: String, yours: String?, theirs: String?) {
            self.name = name
            self.yours = yours
            self.theirs = theirs
        }
    }

    /// An edit of `yourVersion` met `theirVersion`.
    public init(_ name: String, yourVersion: Int, theirVersion: Int, fields: [Field]) {
        self.name = name
        self.yourVersion = yourVersion
        self.theirVersion = theirVersion
        self.fields = fields
    }

    /// An import says something else than the register in these fields, and changes nothing that is there.
    public init(_ name: String, fields: [Field]) {
        self.name = name
        yourVersion = nil
        theirVersion = nil
        self.fields = fields
    }
}
