/// Input that cannot be used: every problem found in it, in the order of the file. Nothing of it was taken over.
public struct BadInput: Error, Hashable, Sendable {
    /// All that is wrong; never empty.
    public let issues: [Issue]

    /// One problem at one place.
    public struct Issue: Error, Hashable, Sendable {
        /// The file's name as it was given, or nil for a value of an act.
        public let file: String?
        /// Where in the file; nil when the problem has no place, e.g. a missing column of an empty file.
        public let position: Position?
        /// The field of the act, or the column or key of the file, e.g. `valid_months` or `exemptions.2.law`.
        public let field: Field?
        /// What is wrong.
        public let problem: InputProblem

        /// A problem and where it was found.
        public init(_ problem: InputProblem, file: String? = nil, at position: Position? = nil, field: Field? = nil) {
            self.file = file
            self.position = position
            self.field = field
            self.problem = problem
        }
    }

    /// Gathers problems, sorted by their place in the file; those of one place keep their order.
    ///
    /// `issues` must not be empty.
    public init(_ issues: [Issue]) {
        precondition(!issues.isEmpty, "bad input without an issue")
        self.issues = issues.enumerated().sorted { a, b in
            let places = (a.element.position ?? .start, b.element.position ?? .start)
            return places.0 == places.1 ? a.offset < b.offset : places.0 < places.1
        }.map(\.element)
    }

    /// A single problem.
    public init(_ problem: InputProblem, file: String? = nil, at position: Position? = nil, field: Field? = nil) {
        self.init([Issue(problem, file: file, at: position, field: field)])
    }
}

extension Position {
    fileprivate static let start = Position(line: 0, column: 0)
}
