/// The five characters by which PostgreSQL names what went wrong.
public struct SQLState: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
    /// Five characters, such as `23505`.
    public let rawValue: String

    /// A state by its characters.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// The first two characters: the family, such as `23` for every broken constraint.
    public var `class`: String { String(rawValue.prefix(2)) }

    /// The five characters.
    public var description: String { rawValue }

    /// A value collides with one that is there.
    public static let uniqueViolation = SQLState(rawValue: "23505")
    /// A row refers to one that is not there, or is referred to.
    public static let foreignKeyViolation = SQLState(rawValue: "23503")
    /// A value is missing.
    public static let notNullViolation = SQLState(rawValue: "23502")
    /// A value breaks a CHECK.
    public static let checkViolation = SQLState(rawValue: "23514")
    /// Two rows overlap that must not.
    public static let exclusionViolation = SQLState(rawValue: "23P01")
    /// Two transactions cannot both have happened one after the other.
    public static let serializationFailure = SQLState(rawValue: "40001")
    /// Two transactions waited for each other.
    public static let deadlockDetected = SQLState(rawValue: "40P01")
    /// A lock was not had in time, or at once with NOWAIT.
    public static let lockNotAvailable = SQLState(rawValue: "55P03")
    /// The statement was cancelled: by a person, or by `statement_timeout`.
    public static let queryCanceled = SQLState(rawValue: "57014")
    /// The role may not do this.
    public static let insufficientPrivilege = SQLState(rawValue: "42501")
    /// The text is not SQL.
    public static let syntaxError = SQLState(rawValue: "42601")
    /// There is no such table or view.
    public static let undefinedTable = SQLState(rawValue: "42P01")
    /// There is no such role or database object.
    public static let undefinedObject = SQLState(rawValue: "42704")
    /// A transaction failed before, and takes only ROLLBACK.
    public static let inFailedTransaction = SQLState(rawValue: "25P02")
    /// A write in a READ ONLY transaction.
    public static let readOnlyTransaction = SQLState(rawValue: "25006")
    /// A text cannot be read as the type that is wanted.
    public static let invalidTextRepresentation = SQLState(rawValue: "22P02")
    /// A character that the database cannot hold, such as the zero character.
    public static let characterNotInRepertoire = SQLState(rawValue: "22021")
    /// RAISE EXCEPTION without a state of its own.
    public static let raiseException = SQLState(rawValue: "P0001")
    /// No such role, or not by this way.
    public static let invalidAuthorization = SQLState(rawValue: "28000")
    /// The password is wrong.
    public static let invalidPassword = SQLState(rawValue: "28P01")
    /// There is no such database.
    public static let undefinedDatabase = SQLState(rawValue: "3D000")
    /// `invalid_schema_name`: there is no such schema.
    public static let undefinedSchema = SQLState(rawValue: "3F000")
    /// Every connection the server has is taken.
    public static let tooManyConnections = SQLState(rawValue: "53300")
    /// The connection could not be made.
    public static let connectionNotMade = SQLState(rawValue: "08001")
    /// The connection broke.
    public static let connectionFailure = SQLState(rawValue: "08006")

    /// Whether a transaction has been committed is not known.
    public static let resolutionUnknown = SQLState(rawValue: "08007")

    /// Matches a whole family: `switch error.state { case .integrityConstraint?: … }`.
    public static func ~= (family: Family, state: SQLState) -> Bool {
        state.class == family.characters
    }

    /// The first two characters of a state, to match with.
    public struct Family: Hashable, Sendable {
        let characters: String

        /// A family by its two characters.
        public init(_ characters: String) {
            self.characters = characters
        }

        /// `23`: a constraint is broken.
        public static let integrityConstraint = Family("23")
        /// `22`: a value is not what it must be.
        public static let data = Family("22")
        /// `28`: the server does not let this role in.
        public static let authorization = Family("28")
    }
}
