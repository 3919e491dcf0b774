public import SandboxDomain

/// A regime file: a whole regime as YAML, and how it is to be applied.
public struct RegimeFile: Sendable {
    /// What it says.
    public let document: RegimeDocument
    /// The day from which cases are filed under it; nil for the day it is applied.
    public let validFrom: CivilDate?
    /// Whether it also applies to open cases, and not only to those filed from then on.
    public let appliesToOpenCases: Bool
    /// Why it was made, in the words of whoever made it.
    public let note: String?
    /// The file as it was read; kept with the version it makes.
    public let text: String
    let file: String?
    let positions: [String: Position]

    /// Reads a regime file.
    ///
    /// The file is checked as far as possible without a register: names, dates and lengths; that nothing is named
    /// twice; and that every track, rule, event and counting method it names is there.
    /// - Throws: ``BadInput`` with every problem of the file, each with its line and character.
    public init(yaml bytes: [UInt8], file: String?) throws(BadInput) {
        let text = try TextFile(bytes, name: file)
        do { self.text = try TextRule.prose.checked(text.text) } catch {
            throw BadInput(error, file: text.name, at: Self.place(of: error, in: text.text))
        }
        var reader = FormReader(file: text, tracks: [])
        let read = try reader.read { (reader: inout FormReader, root) in reader.regimeFile(root) }
        document = read.document
        (validFrom, appliesToOpenCases, note) = (read.validFrom, read.appliesToOpenCases, read.note)
        (self.file, positions) = (text.name, reader.positions)
    }

    /// The place of a character that nobody may write.
    private static func place(of problem: InputProblem, in text: String) -> Position? {
        guard case .controlCharacter(let value) = problem,
            let found = text.unicodeScalars.firstIndex(where: { $0.value == value })
        else { return nil }
        let before = text[..<found]
        let line = before.unicodeScalars.count { $0 == "\n" } + 1
        let lineBefore = before.split(separator: "\n", omittingEmptySubsequences: false).last
        return Position(line: line, column: (lineBefore?.count ?? 0) + 1)
    }

    /// A problem that only the register reveals, at its place in the file.
    func issue(_ problem: InputProblem, field: String) -> BadInput {
        BadInput([.init(problem, file: file, at: positions[field], field: Field(field))])
    }
}
