import SandboxCore
import SandboxDomain
import SandboxPresentation

#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

/// A proposal on disk, with the files it names.
struct ProposalFile {
    /// More than the papers of a proposal ever come to.
    private static let maxBytes = 512 * 1024 * 1024

    private(set) var document: ProposalDocument
    private(set) var papers: [PaperFile]

    /// Reads a YAML file, or standard input for `-`, and the papers it names, as seen from the file's folder.
    /// - Throws: `BadInput` with everything that is wrong with the file, or with every paper that cannot be read.
    init(_ path: String, tracks: [KnownTrack]) throws {
        let document = try ProposalDocument(yaml: try InputFile.bytes(of: path), file: path, tracks: tracks)
        try self.init(document, folder: path == "-" ? nil : FileSystem.parent(of: path), isBound: true)
    }

    /// Reads the papers a document names.
    /// - Parameters:
    ///   - folder: where relative paths begin; nil for the present folder.
    ///   - isBound: whether they must be in the folder or below, as those that a file names: whoever wrote it does not choose among
    ///     all that its reader may read.
    init(_ document: ProposalDocument, folder: String?, isBound: Bool = false) throws {
        self.document = document
        var papers: [PaperFile] = []
        var issues: [BadInput.Issue] = []
        var total = 0
        for (index, paper) in document.papers.enumerated() {
            do {
                let path = InputFile.path(paper.file, from: folder)
                guard !isBound || InputFile.isWithin(path, folder ?? ".") else {
                    throw BadInput(.fileOutsideFolder(paper.file))
                }
                let file = try PaperFile(paper.paper, path: path)
                total += file.content.count
                guard total <= Self.maxBytes else { throw InputFile.unreadable(paper.file, EFBIG) }
                papers.append(file)
            } catch let error as BadInput {
                issues += error.issues.map { document.issue($0.problem, field: "papers.\(index + 1).file") }
            }
        }
        guard issues.isEmpty else { throw BadInput(issues) }
        self.papers = papers
    }

    /// Adds papers that were named beside the file.
    mutating func add(_ more: [(ProposalDocument.Paper, PaperFile)]) {
        document.papers += more.map(\.0)
        papers += more.map(\.1)
    }
}

extension PaperFile {
    /// Reads a paper from disk.
    init(_ paper: String, path: String) throws {
        let name = InputFile.name(of: path)
        do throws(InputProblem) { _ = try TextRule.label.checked(name) } catch {
            throw BadInput(error, file: name.visible(), field: Field("file_name"))
        }
        self.init(paper: paper, name: name, content: try InputFile.bytes(of: path))
    }

    /// Reads a paper from a word of the form `CODE=FILE`.
    init(word: String, option field: Field) throws {
        let (code, path) = try splitAssignment(word, option: field)
        try self.init(code, path: path)
    }
}

/// `CODE=VALUE` in its two parts.
func splitAssignment(_ word: String, option field: Field) throws -> (code: String, value: String) {
    guard let sign = word.firstIndex(of: "="), sign != word.startIndex, word.index(after: sign) != word.endIndex else {
        throw BadInput(.missingName(Field("CODE=…"), known: [word]), field: field)
    }
    return (String(word[..<sign]), String(word[word.index(after: sign)...]))
}
