public import SandboxDomain

/// Where the bytes of an input come from: a file of any size, piece by piece, or bytes that are there already.
///
/// ```swift
/// let source = InputSource(name: "cases.csv") { () throws(BadInput) in try openedFile.pieces() }
/// ```
public struct InputSource: Sendable {
    /// Gives the next piece of any size; nil at the end.
    public typealias Pieces = () throws(BadInput) -> [UInt8]?

    /// The name of the file as it was given; nil for standard input.
    public let name: String?
    private let begin: @Sendable () throws(BadInput) -> Pieces

    /// - Parameters:
    ///   - name: the name of the file, for messages.
    ///   - begin: begins to read. An act that is repeated reads from the beginning again.
    public init(name: String?, _ begin: @escaping @Sendable () throws(BadInput) -> Pieces) {
        (self.name, self.begin) = (name.map(normalised), begin)
    }

    /// Bytes that are there already.
    public init(_ bytes: [UInt8], name: String?) {
        self.init(name: name) { () throws(BadInput) -> Pieces in
            var rest: [UInt8]? = bytes
            return { () throws(BadInput) in
                defer { rest = nil }
                return rest
            }
        }
    }

    /// Begins to read.
    package func pieces() throws(BadInput) -> Pieces { try begin() }
}
