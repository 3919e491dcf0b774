/// A committee meeting as people quote it: the body's code and the meeting's number, `main/43`.
public struct MeetingReference: Hashable, Sendable, CustomStringConvertible {
    /// The body's code, e.g. `main`, `fast-track`.
    public let body: String
    /// The meeting's number, counted per body from 1.
    public let number: Int

    /// A meeting by its body and number.
    public init(body: String, number: Int) { (self.body, self.number) = (body, number) }

    /// Reads `main/43`; upper case, full-width letters and spaces at the ends are accepted.
    ///
    /// - Throws: ``InputProblem/notAMeetingReference(_:)``.
    public init(_ text: String) throws(InputProblem) {
        let parts = foldedWord(text).split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, let body = try? RoadmapCode(String(parts[0])).text,
            parts[1].utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(parts[1]),
            (1...Int(Int16.max)).contains(number)
        else { throw .notAMeetingReference(text) }
        self.init(body: body, number: number)
    }

    /// The reference as it is quoted.
    public var description: String { "\(body)/\(number)" }
}
