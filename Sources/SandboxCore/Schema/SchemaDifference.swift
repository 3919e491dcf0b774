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
    }

    /// An administrator may add tables, indexes and triggers of functions of his own; everything else is a problem.
    public var isProblem: Bool {
        change != .foreign || !isState || [.rule, .privilege, .defaultPrivilege].contains(kind)
    }
}

extension SchemaDifference.Change: PostgresValue {}
extension SchemaDifference.Kind: PostgresValue {}
