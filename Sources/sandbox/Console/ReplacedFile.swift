import SandboxPresentation
import SandboxViews

#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

/// A file that takes its name when it is whole: a reader sees the old contents or the new, never half of them. A new one is
/// its owner's alone; one that is replaced keeps its permissions. Pipes and devices are written as they are.
///
/// A symbolic link is refused, whatever it names: where others may write into the folder, it may be theirs.
final class ReplacedFile: Sendable {
    /// The name it takes.
    let path: String
    private let draft: DraftFile?
    private let permissions: UInt32?
    /// The pipe or device; -1: a file.
    private let device: Int32

    init(_ path: String) throws(Failure) {
        self.path = path
        guard let there = try Self.status(of: path), !there.isRegularFile else {
            permissions = FileSystem.status(of: path)?.permissions
            device = -1
            draft = DraftFile(of: path)
            if draft == nil { throw .notReplaced(path, errno) }
            return
        }
        (draft, permissions) = (nil, nil)
        device = unsafe open(path, O_WRONLY | O_CLOEXEC)
        guard device >= 0 else { throw .notReplaced(path, errno) }
    }

    /// Refuses what could not be replaced by a file.
    static func check(_ path: String) throws(Failure) { _ = try status(of: path) }

    /// What is there; `/dev/stdout`, a link to a pipe or a device, is that.
    private static func status(of path: String) throws(Failure) -> FileSystem.Status? {
        guard let own = try FileSystem.nameStatus(of: path) else { return nil }
        let there = own.isLink ? FileSystem.status(of: path, followingLinks: true) : own
        if there?.isDirectory == true { throw .notReplaced(path, EISDIR) }
        if own.isLink, there == nil || there?.isRegularFile == true { throw .isLink(path) }
        return there
    }

    /// Adds bytes at the end.
    func write(_ bytes: [UInt8]) throws(Failure) {
        guard FileSystem.write(bytes, to: draft?.descriptor ?? device) else { throw .notReplaced(path, errno) }
    }

    /// Whether it is a pipe or a device.
    var isDevice: Bool { device >= 0 }

    /// All its bytes: once they are written they are on the disk.
    func writeWhole(_ bytes: [UInt8]) throws(Failure) {
        try write(bytes)
        if let draft, fsync(draft.descriptor) != 0 { throw .notReplaced(path, errno) }
    }

    /// The file is whole: it takes its name.
    func finish() throws(Failure) {
        if device >= 0 {
            close(device)
        } else if draft?.replace(permissions) != true {
            throw .notReplaced(path, errno)
        }
    }

    /// The file will not be whole: nothing is left of it, and what was there before stays.
    func discard() { if device >= 0 { close(device) } else { draft?.discard() } }
}

extension Failure {
    /// What a command printed was not all written, as on a full disk. What it did is done.
    static func outputNotWritten(_ number: Int32) -> Failure {
        Failure(
            code: "output-not-written", status: .unexpected,
            what: Wording("표준 출력에 다 쓰지 못했습니다", "standard output was not written to its end"),
            why: Wording("운영체제가 거부했습니다", "the operating system refused"),
            detail: unsafe String(cString: strerror(number)),
            hint: Wording(
                "명령이 한 일은 그대로입니다. 자리를 마련한 뒤 다시 조회하십시오.",
                "What the command did is done; make room and look at it again."))
    }

    /// A name that nothing can be written under is the person's to change; a disk that takes no more is nobody's fault.
    static func notReplaced(_ path: String, _ number: Int32) -> Failure {
        Failure(
            code: "file-not-written", status: Self.isOfName(number) ? .usage : .unexpected,
            what: Wording("\(path)에 쓰지 못했습니다", "\(path) was not written"),
            why: Self.isFull(number)
                ? Wording("디스크가 가득 찼습니다", "the disk is full")
                : Wording("운영체제가 거부했습니다", "the operating system refused"),
            detail: unsafe String(cString: strerror(number)),
            hint: Self.isFull(number)
                ? Wording("자리를 마련하거나 --output으로 다른 곳을 쓰십시오.", "Make room, or name another place with --output.")
                : Wording("--output으로 다른 이름을 쓰십시오.", "Name another with --output."))
    }

    /// Whether the system has no room left for a file: on the disk, or for its owner.
    static func isFull(_ number: Int32) -> Bool { number == ENOSPC || number == EDQUOT }

    /// Whether it is the name, or a right to it, for which the system refused.
    private static func isOfName(_ number: Int32) -> Bool {
        [
            ENOENT, ENOTDIR, EISDIR, EEXIST, EACCES, EPERM, ELOOP, ENAMETOOLONG, EINVAL, EROFS, ENXIO, ENODEV, ETXTBSY,
        ].contains(number)
    }

    static func isLink(_ path: String) -> Failure {
        Failure(
            code: "file-is-link", status: .usage,
            what: Wording("\(path)에 쓰지 못했습니다", "\(path) was not written"),
            why: Wording("심볼릭 링크를 따라가 쓰지 않습니다", "it is a symbolic link, and none is followed"),
            hint: Wording(
                "링크가 가리키는 파일의 이름을 쓰거나 링크를 지우십시오.", "Name the file it points to, or remove the link."))
    }
}
