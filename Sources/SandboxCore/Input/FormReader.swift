public import SandboxDomain
import YAML

extension ProposalDocument {
    /// Reads a proposal from a YAML file.
    ///
    /// Keys are those of ``ProposalDocument/yaml`` or their Korean names on the form. `track`, `service.name` and,
    /// within an item, the key that names it are required. The rest may be missing from a draft.
    /// - Parameter tracks: the tracks there are, by which unknown codes are detected; none: any code is accepted.
    /// - Throws: ``BadInput`` with every problem of the file, each with its line and character.
    public init(
        yaml bytes: [UInt8], file: String?, tracks: [KnownTrack] = []
    ) throws(BadInput) {
        let text = try TextFile(bytes, name: file)
        var reader = FormReader(file: text, tracks: tracks)
        self = try reader.read()
    }
}

/// Walks the tree of a proposal file and gathers everything that is wrong with it.
struct FormReader {
    let file: TextFile
    let tracks: [KnownTrack]
    private var issues: [BadInput.Issue] = []
    private(set) var positions: [String: Position] = [:]
    private let lineStarts: [Int]

    init(file: TextFile, tracks: [KnownTrack] = []) {
        self.file = file
        self.tracks = tracks
        lineStarts = file.lineStarts()
    }

    mutating func read() throws(BadInput) -> ProposalDocument {
        let document = try withTree { (reader: inout FormReader, root) in reader.document(root) }
        guard issues.isEmpty, var document else { throw BadInput(issues) }
        document.file = file.name
        document.positions = positions
        return document
    }

    /// Reads a file of another kind in the same way: `body` returns nil only after it has reported what is wrong.
    mutating func read<Value>(_ body: (inout FormReader, FormTree) -> Value?) throws(BadInput) -> Value {
        let value = try withTree(body)
        guard issues.isEmpty, let value else { throw BadInput(issues) }
        return value
    }

    mutating func report(_ problem: InputProblem, at node: YAMLNode?, field: String?) {
        report(problem, at: node?.mark, field: field)
    }

    private mutating func report(_ problem: InputProblem, at mark: YAMLMark?, field: String?) {
        if issues.count > CSVReader.maxProblems { return }
        let isLast = issues.count == CSVReader.maxProblems
        let problem = isLast ? .moreProblems(than: CSVReader.maxProblems) : problem
        issues.append(.init(problem, file: file.name, at: mark.map(position), field: field.map(Field.init)))
    }

    /// Remembers where a field is: at its value, or at its key when it has none.
    mutating func place(_ tree: FormTree, key: YAMLNode) {
        positions[tree.name] = position((tree.isBlank ? key : tree.node ?? key).mark)
    }

    private func position(_ mark: YAMLMark) -> Position {
        let lineStart = lineStarts[min(mark.line, lineStarts.count) - 1]
        return file.position(line: mark.line, scalar: mark.column, lineStart: lineStart)
    }

    /// Reads the text. A tree of which parts repeat others is refused whole.
    private mutating func withTree<Value>(
        _ body: (inout FormReader, FormTree) -> Value?
    ) throws(BadInput) -> Value? {
        let document: YAMLDocument
        do { document = try YAMLDocument(file.bytes) } catch { throw badInput(error) }
        if let anchor = document.anchor {
            report(.yamlFeature("&" + anchor.name), at: anchor.mark, field: nil)
            return nil
        }
        if let second = document.second { report(.severalDocuments, at: second, field: nil) }
        guard let root = document.root else { throw BadInput(.emptyFile, file: file.name) }
        return body(&self, FormTree(node: root, name: ""))
    }

    private func badInput(_ error: YAMLError) -> BadInput {
        let place: Position? =
            switch error.place {
            case .mark(let mark): position(mark)
            case .byte(let offset):
                lineStarts.lastIndex { $0 <= offset }.map {
                    file.position(of: min(offset, file.bytes.count), line: $0 + 1, lineStart: lineStarts[$0])
                }
            case nil: nil
            }
        return BadInput(.yamlSyntax(error.problem), file: file.name, at: place)
    }
}
