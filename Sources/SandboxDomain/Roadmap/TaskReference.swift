/// The code of a roadmap, e.g. `ai-2020`: lower-case letters and digits, in parts joined by `-` or `_`.
public struct RoadmapCode: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// The code.
    public let text: String

    /// Reads a code as people write it: upper case, full-width letters and spaces at the ends are accepted.
    ///
    /// - Throws: ``InputProblem/notACode(_:)``.
    public init(_ text: String) throws(InputProblem) {
        let code = foldedWord(text)
        let parts = code.utf8.split(omittingEmptySubsequences: false) {
            $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_")
        }
        let isCode = parts.allSatisfy { part in
            !part.isEmpty && part.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) }
        }
        guard isCode, code.utf8.count <= 60 else { throw .notACode(text) }
        self.text = code
    }

    /// The code.
    public var description: String { text }
    /// Alphabetical.
    public static func < (a: RoadmapCode, b: RoadmapCode) -> Bool { a.text < b.text }
}

/// A reform task as people quote it: the roadmap and the task's number in it, `ai-2020/P05`.
///
/// A task in several roadmaps has a reference in each of them; all mean the same task.
public struct TaskReference: Hashable, Sendable, CustomStringConvertible {
    /// The roadmap.
    public let roadmap: RoadmapCode
    /// The task's number in that roadmap, as the roadmap writes it.
    public let number: String

    /// A task by its roadmap and number.
    public init(roadmap: RoadmapCode, number: String) { (self.roadmap, self.number) = (roadmap, number) }

    /// Reads `ai-2020/P05`; the number's letters may be lower case.
    ///
    /// - Throws: ``InputProblem/notATaskReference(_:)``.
    public init(_ text: String) throws(InputProblem) {
        let parts = halfWidth(text).split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, let code = try? RoadmapCode(String(parts[0])),
            let number = try? TextRule.label.checked(parts[1])
        else { throw .notATaskReference(text) }
        self.init(roadmap: code, number: number)
    }

    /// The reference as it is quoted.
    public var description: String { "\(roadmap)/\(number)" }
}
