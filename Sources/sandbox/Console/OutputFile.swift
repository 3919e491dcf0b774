import SandboxPresentation
import SandboxViews

#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

/// Writes what a command hands out as files.
enum OutputFile {
    /// Makes a file of these bytes, its owner's alone. One of that name that is there already is never overwritten.
    static func create(_ path: String, _ bytes: [UInt8]) throws(Failure) {
        guard FileSystem.status(of: path) == nil else { throw .notWritten(path, EEXIST) }
        guard let draft = DraftFile(of: path) else { throw .notWritten(path, errno) }
        guard FileSystem.write(bytes, to: draft.descriptor), draft.take() else {
            let failure = Failure.notWritten(path, errno)
            draft.discard()
            throw failure
        }
    }

    /// Whether the path names a folder that is there.
    static func isFolder(_ path: String) -> Bool {
        FileSystem.status(of: path, followingLinks: true)?.isDirectory == true
    }
}

extension Failure {
    fileprivate static func notWritten(_ path: String, _ number: Int32) -> Failure {
        guard number == EEXIST else { return notReplaced(path, number) }
        return Failure(
            code: "file-exists", status: .usage,
            what: Wording("\(path)에 쓰지 못했습니다", "\(path) was not written"),
            why: Wording("그 이름의 파일이 이미 있습니다", "there is a file of that name already"),
            hint: Wording("--output으로 다른 이름을 쓰십시오.", "Name another with --output."))
    }
}
