/// A place in a text file, as editors count it.
public struct Position: Hashable, Sendable, Comparable {
    /// Line, from 1.
    public let line: Int
    /// Character within the line, from 1.
    public let column: Int

    /// A place; both numbers count from 1.
    public init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }

    /// Earlier in the file comes first.
    public static func < (a: Position, b: Position) -> Bool { (a.line, a.column) < (b.line, b.column) }
}
