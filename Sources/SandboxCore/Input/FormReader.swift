public import SandboxDomain
import Yams

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

    mutating func report(_ problem: InputProblem, at node: Node?, field: String?) {
        issues.append(.init(problem, file: file.name, at: node.flatMap(position), field: field.map(Field.init)))
    }

    /// Remembers where a field is: at its value, or at its key when it has none.
    mutating func place(_ tree: FormTree, key: Node) {
        positions[tree.name] = position(tree.isBlank ? key : tree.node ?? key)
    }

    private func position(_ node: Node) -> Position? {
        node.mark.map(position)
    }

    private func position(_ mark: Mark) -> Position {
        let lineStart = lineStarts[min(max(1, mark.line), lineStarts.count) - 1]
        return file.position(line: mark.line, scalar: mark.column, lineStart: lineStart)
    }

    /// Parses the text. The parser must live as long as the tree is read, because it holds the anchors.
    private mutating func withTree<Value>(
        _ body: (inout FormReader, FormTree) -> Value?
    ) throws(BadInput) -> Value? {
        do {
            let parser = try Parser(yaml: file.text, encoding: .utf8)
            defer { withExtendedLifetime(parser) {} }
            let root = try parser.nextRoot()
            if let root, let anchored = anchored(in: root) {
                report(.yamlFeature("&" + (anchored.anchor?.rawValue ?? "")), at: anchored, field: nil)
                return nil
            }
            if let next = try parser.nextRoot() { report(.severalDocuments, at: next, field: nil) }
            guard let root else { throw BadInput(.emptyFile, file: file.name) }
            return body(&self, FormTree(node: root, name: ""))
        } catch let error as BadInput {
            throw error
        } catch let error as YamlError {
            throw badInput(error)
        } catch {
            throw BadInput(.yamlSyntax(String(describing: error)), file: file.name)
        }
    }

    /// The first node with an anchor; an alias that repeats it comes after it.
    private func anchored(in node: Node) -> Node? {
        if node.anchor != nil { return node }
        switch node {
        case .mapping(let mapping):
            for (key, value) in mapping { if let found = anchored(in: key) ?? anchored(in: value) { return found } }
        case .sequence(let sequence):
            for item in sequence { if let found = anchored(in: item) { return found } }
        case .scalar, .alias: break
        }
        return nil
    }

    private func badInput(_ error: YamlError) -> BadInput {
        func issue(_ problem: InputProblem, _ mark: Mark, field: String? = nil) -> BadInput.Issue {
            let position = mark.line > 0 ? position(mark) : nil
            return .init(problem, file: file.name, at: position, field: field.map(Field.init))
        }
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            return BadInput([issue(.yamlSyntax(problem), mark)])
        case .reader(let problem, let offset, _, _):
            let before = file.text.prefix(offset ?? 0)
            let line = before.count { $0.isNewline } + 1
            let column = before.reversed().prefix { !$0.isNewline }.count + 1
            let position = offset.map { _ in Position(line: line, column: column) }
            return BadInput(.yamlSyntax(problem), file: file.name, at: position)
        case .duplicatedKeysInMapping(let keys, let context):
            return BadInput(keys.map { issue(.repeatedName($0), context.mark, field: $0) })
        default:
            return BadInput(.yamlSyntax(String(describing: error)), file: file.name)
        }
    }
}
