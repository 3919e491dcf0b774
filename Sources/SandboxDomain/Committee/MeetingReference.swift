/// A committee meeting as people quote it: the committee's code and the meeting's number, `main/43`.
public struct MeetingReference: Hashable, Sendable, CustomStringConvertible {
    /// The committee's code, e.g. `main`, `fast-track`.
    public let committee: String
    /// The meeting's number, counted per committee from 1.
    public let number: Int

    /// A meeting by its committee and number.
    public init(committee: String, number: Int) { (self.committee, self.number) = (committee, number) }

    /// Reads `main/43`; upper case, full-width letters and spaces at the ends are accepted.
    ///
    /// - Throws: ``InputProblem/notAMeetingReference(_:)``.
    public init(_ text: String) throws(InputProblem) {
        let parts = foldedWord(text).split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, let committee = try? RoadmapCode(String(parts[0])).text,
            parts[1].utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(parts[1]),
            (1...Int(Int16.max)).contains(number)
        else { throw .notAMeetingReference(text) }
        self.init(committee: committee, number: number)
    }

    /// The reference as it is quoted.
    public var description: String { "\(committee)/\(number)" }
}
