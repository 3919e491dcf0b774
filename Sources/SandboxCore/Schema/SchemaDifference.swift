internal import Postgres
public import SandboxDomain

/// One thing of a database that is not as this program made it.
public struct SchemaDifference: Hashable, Sendable {
    /// How it differs.
    public let change: Change
    /// What it is.
    public let kind: Kind
    /// `sandbox.opinion`, or `staff on sandbox.opinion` for what belongs to a table.
    public let name: String
    /// Whether it belongs to `migrations/`, so that applying the definitions again does not put it right.
    public let isState: Bool
    /// The script that puts it right, or removes what is foreign; nil if `migrate` does, or nothing but a backup.
    public let repair: String?

    init(change: Change, kind: Kind, name: String, isState: Bool, repair: String?) {
        (self.change, self.kind, self.name, self.isState, self.repair) = (change, kind, name, isState, repair)
    }

    /// How a thing differs.
    public enum Change: String, StableCode {
        /// It was made and is not there.
        case missing
        /// It is not what was made.
        case changed
        /// It was not made by this program.
        case foreign
    }

    /// What can differ.
    public enum Kind: String, StableCode {
        case schema, type, function, sequence, table, column, index, constraint, view, trigger, rule, policy
        case rowSecurity = "row-security"
        case privilege
        case defaultPrivilege = "default-privilege"
        case comment
        /// A row of the program's own words, or of who may do what in which state.
        case row
        /// What a group role, or a person, may do as PostgreSQL's administrators do.
        case roleAttribute = "role-attribute"
        /// That a group role, or a person, has the rights of another role.
        case membership
        /// A right on something of ours that a person has without the group.
        case personPrivilege = "person-privilege"
        case publication
        case eventTrigger = "event-trigger"

        /// This program never makes one: whatever there is is foreign.
        var isNeverMade: Bool {
            [.roleAttribute, .membership, .personPrivilege, .publication, .eventTrigger].contains(self)
        }
    }

    /// An administrator may add tables, indexes, triggers of functions of his own, publications; everything else is a
    /// problem.
    public var isProblem: Bool {
        let isRight: Set<Kind> = [
            .rule, .policy, .privilege, .defaultPrivilege, .row, .roleAttribute, .membership, .personPrivilege,
        ]
        return change != .foreign || !isState || isRight.contains(kind)
    }
}

extension SchemaDifference.Change: PostgresValue {}
extension SchemaDifference.Kind: PostgresValue {}
