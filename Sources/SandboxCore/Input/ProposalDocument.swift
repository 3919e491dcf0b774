public import SandboxDomain

/// A proposal as a company writes it down: the proposal itself, the papers to attach and, for an edit, the version it was
/// made from.
public struct ProposalDocument: Sendable {
    /// The file's name as it was given; nil for standard input.
    public var file: String?
    /// The version of the draft it was made from; nil for a new one.
    public var version: Int?
    /// What is proposed.
    public var proposal: Proposal
    /// The papers to attach.
    public var papers: [Paper]
    /// Where each field is in the file, by its name: `track`, `sections.necessity`, `papers.1.paper`.
    var positions: [String: Position] = [:]

    /// A paper to attach.
    public struct Paper: Hashable, Sendable {
        /// What it is: the code of a paper in reference data, e.g. `demonstration-plan`.
        public var paper: String
        /// The path of the file, from the folder of the proposal file.
        public var file: String

        /// A paper to attach.
        public init(_ paper: String, file: String) {
            self.paper = paper
            self.file = file
        }
    }

    /// A document that was not read from a file.
    public init(_ proposal: Proposal, version: Int? = nil, papers: [Paper] = []) {
        self.proposal = proposal
        self.version = version
        self.papers = papers
    }

    /// A problem of a field that was found after reading, e.g. a section that the track does not have, with the place
    /// of the field.
    public func issue(_ problem: InputProblem, field: String) -> BadInput.Issue {
        BadInput.Issue(problem, file: file, at: positions[field], field: Field(field))
    }
}
