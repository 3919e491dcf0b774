import SandboxPresentation
import SandboxViews

#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

/// A file that a command hands out, its owner's alone. One of that name that is there already is never overwritten. What could not
/// be written is known before anything is done for it.
final class OutputFile: Sendable {
    private let path: String
    private let draft: DraftFile

    /// Makes sure that there can be one of that name.
    init(_ path: String) throws(Failure) {
        self.path = path
        if try FileSystem.nameStatus(of: path) != nil { throw .fileExists(path) }
        guard let draft = DraftFile(of: path) else { throw .notReplaced(path, errno) }
        self.draft = draft
    }

    /// Writes the whole file, which then takes its name; nothing is left of it if that fails.
    func write(_ bytes: [UInt8]) throws(Failure) {
        guard FileSystem.write(bytes, to: draft.descriptor), draft.take() else {
            let number = errno
            draft.discard()
            throw number == EEXIST ? .fileExists(path) : .notReplaced(path, number)
        }
    }

    /// It will not be written.
    func discard() { draft.discard() }

    /// Makes a file of these bytes.
    static func create(_ path: String, _ bytes: [UInt8]) throws(Failure) { try OutputFile(path).write(bytes) }

    /// Whether the path names a folder that is there.
    static func isFolder(_ path: String) -> Bool {
        FileSystem.status(of: path, followingLinks: true)?.isDirectory == true
    }
}

extension FileSystem {
    /// What has that name; a link is itself.
    /// - Throws: if nothing can have it.
    static func nameStatus(of path: String) throws(Failure) -> Status? {
        if let there = status(of: path) { return there }
        guard errno == ENOENT else { throw .notReplaced(path, errno) }
        return nil
    }
}

extension Failure {
    fileprivate static func fileExists(_ path: String) -> Failure {
        Failure(
            code: "file-exists", status: .usage,
            what: Wording("\(path)에 쓰지 못했습니다", "\(path) was not written"),
            why: Wording("그 이름의 파일이 이미 있습니다", "there is a file of that name already"),
            hint: Wording("--output으로 다른 이름을 쓰십시오.", "Name another with --output."))
    }
}
