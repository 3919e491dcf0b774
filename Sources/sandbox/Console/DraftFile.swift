#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

/// A file in the making beside the one it will be. Nobody but its owner may read it.
///
/// On Linux it has no name until it is whole, so whatever ends the process leaves nothing. Where the file system cannot do
/// that it is `NAME.….part`, locked by who writes it; the next one who writes the same file removes those that nobody does.
final class DraftFile: Sendable {
    let descriptor: Int32
    private let target: String
    /// Its name until it is whole; nil: none.
    private let name: String?

    /// Nil, with the reason in `errno`, when there cannot be one.
    init?(of target: String) {
        self.target = target
        Self.sweep(target)
        #if os(Linux)
            if Self.mayBeNameless {
                // O_TMPFILE
                let file = unsafe open(
                    FileSystem.parent(of: target), O_WRONLY | 0o20_000_000 | O_DIRECTORY | O_CLOEXEC, 0o600)
                if file >= 0 {
                    (descriptor, name) = (file, nil)
                    flock(file, LOCK_EX | LOCK_NB)
                    return
                }
            }
        #endif
        let draft = Self.draftName(target)
        let file = unsafe open(draft, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard file >= 0 else { return nil }
        (descriptor, name) = (file, draft)
        flock(file, LOCK_EX | LOCK_NB)
    }

    deinit { close(descriptor) }

    /// Gives it its name. Nothing of that name may be there already.
    /// - Returns: false, with the reason in `errno`, if it cannot have it.
    func take() -> Bool {
        guard fsync(descriptor) == 0, give(target) else { return false }
        if let name { FileSystem.remove(name) }
        return true
    }

    /// Puts it in the place of what has its name.
    /// - Parameter permissions: those of the file it replaces; nil: there is none.
    /// - Returns: false, with the reason in `errno`, if it cannot be put there.
    func replace(_ permissions: UInt32?) -> Bool {
        if let permissions, fchmod(descriptor, mode_t(permissions & 0o777)) != 0 { return false }
        guard fsync(descriptor) == 0 else { return false }
        let draft = name ?? Self.draftName(target)
        if name == nil, !give(draft) { return false }
        if unsafe rename(draft, target) == 0 { return true }
        let reason = errno
        FileSystem.remove(draft)
        errno = reason
        return false
    }

    /// It will not be whole.
    func discard() { if let name { FileSystem.remove(name) } }

    private func give(_ path: String) -> Bool {
        guard let name else {
            #if os(Linux)
                return unsafe linkat(AT_FDCWD, "/proc/self/fd/\(descriptor)", AT_FDCWD, path, AT_SYMLINK_FOLLOW) == 0
            #else
                return false
            #endif
        }
        return unsafe link(name, path) == 0
    }

    private static let mayBeNameless = FileSystem.exists("/proc/self/fd")

    private static func draftName(_ target: String) -> String {
        "\(target).\(String(UInt32.random(in: .min ... .max), radix: 36)).part"
    }

    /// Removes what processes that were killed left of this file.
    private static func sweep(_ target: String) {
        let folder = FileSystem.parent(of: target)
        let start = (target.split(separator: "/").last ?? "") + "."
        for name in FileSystem.entries(of: folder) where name.hasPrefix(start) && name.hasSuffix(".part") {
            let middle = name.dropFirst(start.count).dropLast(5)
            guard (1...7).contains(middle.utf8.count), UInt32(middle, radix: 36) != nil else { continue }
            let path = folder + "/" + name
            guard let status = FileSystem.status(of: path), status.isRegularFile, status.owner == geteuid() else {
                continue
            }
            let file = unsafe open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
            guard file >= 0 else { continue }
            if flock(file, LOCK_EX | LOCK_NB) == 0 { FileSystem.remove(path) }
            close(file)
        }
    }
}
