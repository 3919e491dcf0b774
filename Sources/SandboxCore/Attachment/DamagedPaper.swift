internal import Postgres

/// A stored paper whose bytes are not those that were filed: its digest is another than the recorded one.
public struct DamagedPaper: Error, Hashable, Sendable {
    /// Which paper, as it is named on the command line, with its file's name.
    public let name: String
    /// The digest that was recorded, in hexadecimal digits.
    public let recorded: String
}

extension PaperFile {
    /// Reads a stored file: the columns of a paper, whether its bytes have the digest and the size that are recorded, and the
    /// digest.
    /// - Parameter name: what it is called in a message.
    /// - Throws: ``DamagedPaper``.
    static func stored(
        _ session: Session, _ sql: SQL, name: String
    ) throws -> PaperFile? {
        let found = try session.first(sql) {
            (paper: String, file: String, type: String, content: [UInt8], isWhole: Bool, digest: String) in
            (PaperFile(paper: paper, name: file, mediaType: type, content: content), isWhole, digest)
        }
        guard let (file, isWhole, digest) = found else { return nil }
        guard isWhole else { throw DamagedPaper(name: "\(name) (\(file.name))", recorded: digest) }
        return file
    }
}
