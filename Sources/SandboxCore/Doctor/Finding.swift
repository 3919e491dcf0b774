public import SandboxDomain

/// One thing that an operator must know of an installation, and whether it is as it should be.
public struct Finding: Hashable, Sendable {
    /// What was looked at.
    public let check: Check
    public let verdict: Verdict
    /// Which of several: a setting, a regime, an index, a process.
    public let subject: String?
    /// What is there.
    public let found: String?
    /// What should be, or what `found` is measured by.
    public let expected: String?
    /// Of ``Check/definition``: the thing that is not as it was made.
    public private(set) var difference: SchemaDifference?

    init(_ check: Check, _ verdict: Verdict, _ subject: String? = nil, found: String? = nil, expected: String? = nil) {
        (self.check, self.verdict, self.subject) = (check, verdict, subject)
        (self.found, self.expected) = (found, expected)
    }

    init(_ difference: SchemaDifference) {
        self.init(
            .definition, difference.isProblem ? .problem : .notice, "\(difference.kind) \(difference.name)",
            found: difference.change.rawValue)
        self.difference = difference
    }

    /// How it is.
    public enum Verdict: String, StableCode {
        case ok
        /// For information; nothing is broken.
        case notice
        /// Must be put right.
        case problem
        /// The role that asks may not see it.
        case hidden
    }

    /// What is looked at.
    public enum Check: String, StableCode {
        /// Whether the schema and its definitions are this program's: `subject` is the code of the refusal if not.
        case schema
        /// Who asks: `subject` is the login, `found` the group role or `superuser`.
        case role
        /// The version of PostgreSQL.
        case server
        /// Whether the server is a standby, on which nothing can be written.
        case standby
        /// A setting of the server or of this session: `subject` is its name.
        case setting
        /// How many connections are in use, of how many.
        case connections
        /// A transaction that has been open for many minutes: `subject` is its process.
        case transaction
        /// How many statements wait for a lock.
        case locks
        /// How many transaction numbers are used up before PostgreSQL must have cleaned up.
        case wraparound
        /// Whether the system's sorting rules are still those that the indexes were made with.
        case collation
        /// Something that was dropped, changed or added since the schema was made: `subject` is its kind and name.
        case definition
        /// An index that PostgreSQL does not use.
        case index
        /// A constraint that old rows were not checked against.
        case constraint
        /// A trigger, and with it a rule, that is switched off.
        case trigger
        /// A table that shows all rows to everybody who may read it.
        case rowSecurity = "row-security"
        /// A right that everybody on the server has and nobody should.
        case publicRight = "public-right"
        /// Up to when the holidays of a regime are known.
        case calendar
        /// An open period that runs past its calendar: `subject` is its case, `found` how many there are.
        case pastCalendar = "past-calendar"
        /// Whether the deadlines agree with a second count.
        case deadlines
        /// Whether what is searched is what cases say: `subject` is the first case that differs, `found` how many do.
        case search
        /// Whether the laws that are kept of cases are those that they name: `subject` is the first case that differs, `found` how
        /// many do.
        case laws
        /// Whether the counts of cases that are kept are those of the cases: `subject` is the first that differs.
        case counts
        /// Whether the event log is what was recorded since the last seal: `subject` is the first break or, if there is
        /// none, the event after which it was checked.
        case log
        /// When the event log was last sealed.
        case seal
        /// How large the event log and the whole database are.
        case size
    }
}
