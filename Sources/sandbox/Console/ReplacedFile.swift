import SandboxPresentation
import SandboxViews

#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

/// A file that is written under another name beside it and takes its name when it is whole: a reader sees the old
/// contents or the new, never half of them. Pipes and devices are written as they are.
final class ReplacedFile: Sendable {
    /// The name it takes.
    let path: String
    private let draft: String?
    private let target: String
    private let file: Int32

    init(_ path: String) throws(Failure) {
        self.path = path
        let there = FileSystem.status(of: path, followingLinks: true)
        if let there, !there.isRegularFile {
            guard !there.isDirectory else { throw .notReplaced(path, EISDIR) }
            (draft, target) = (nil, path)
            file = unsafe open(path, O_WRONLY | O_CLOEXEC)
        } else {
            // A link stays a link: what it names is replaced.
            target = there == nil ? path : Self.resolved(path)
            let suffix = String(UInt32.random(in: .min ... .max), radix: 36)
            draft = "\(target).\(suffix).part"
            file = unsafe open(draft ?? target, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, there?.permissions ?? 0o666)
        }
        guard file >= 0 else { throw .notReplaced(path, errno) }
    }

    private static func resolved(_ path: String) -> String {
        guard let name = unsafe realpath(path, nil) else { return path }
        defer { unsafe free(name) }
        return unsafe String(cString: name)
    }

    /// Adds bytes at the end.
    func write(_ bytes: [UInt8]) throws(Failure) {
        guard FileSystem.write(bytes, to: file) else { throw .notReplaced(path, errno) }
    }

    /// The file is whole: it takes its name.
    func finish() throws(Failure) {
        guard let draft else {
            close(file)
            return
        }
        guard fsync(file) == 0, close(file) == 0 else { throw .notReplaced(path, errno) }
        guard unsafe rename(draft, target) == 0 else { throw .notReplaced(path, errno) }
    }

    /// The file will not be whole: nothing is left of it, and what was there before stays.
    func discard() {
        close(file)
        if let draft { FileSystem.remove(draft) }
    }
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

    static func notReplaced(_ path: String, _ number: Int32) -> Failure {
        Failure(
            code: "file-not-written", status: .usage,
            what: Wording("\(path)에 쓰지 못했습니다", "\(path) was not written"),
            why: Wording("운영체제가 거부했습니다", "the operating system refused"),
            detail: unsafe String(cString: strerror(number)),
            hint: Wording("--output으로 다른 이름을 쓰십시오.", "Name another with --output."))
    }
}
