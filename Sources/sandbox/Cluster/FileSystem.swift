#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

/// The few calls to the operating system that the embedded cluster needs. Foundation would double the binary and
/// checks neither owner nor mode.
enum FileSystem {
    struct Status: Equatable {
        let isDirectory: Bool
        let isRegularFile: Bool
        let isLink: Bool
        let owner: UInt32
        let group: UInt32
        /// The permission bits, as `0o700`.
        let permissions: UInt32
        let device: UInt64
        let inode: UInt64
        let size: Int

        func isSameFile(as other: Status) -> Bool { device == other.device && inode == other.inode }
    }

    static func status(of path: String, followingLinks: Bool = false) -> Status? {
        var buffer = stat()
        let answer = unsafe followingLinks ? stat(path, &buffer) : lstat(path, &buffer)
        guard answer == 0 else { return nil }
        let kind = buffer.st_mode & S_IFMT
        return Status(
            isDirectory: kind == S_IFDIR,
            isRegularFile: kind == S_IFREG,
            isLink: kind == S_IFLNK,
            owner: buffer.st_uid,
            group: buffer.st_gid,
            permissions: UInt32(buffer.st_mode & 0o7777),
            device: UInt64(truncatingIfNeeded: buffer.st_dev),
            inode: UInt64(buffer.st_ino),
            size: Int(buffer.st_size)
        )
    }

    /// The path without links and without `..`; nil if nothing is there.
    static func whole(_ path: String) -> String? {
        guard let found = unsafe realpath(path, nil) else { return nil }
        defer { unsafe free(found) }
        return unsafe String(cString: found)
    }

    static func exists(_ path: String) -> Bool { status(of: path, followingLinks: true) != nil }

    static func isExecutable(_ path: String) -> Bool { unsafe access(path, X_OK) == 0 }

    /// Makes the directory and every missing one above it, each with exactly these permissions.
    static func makeDirectories(_ path: String, permissions: UInt32) throws(SystemError) {
        if status(of: path, followingLinks: true)?.isDirectory == true { return }
        let parent = parent(of: path)
        if parent != path { try makeDirectories(parent, permissions: permissions) }
        try makeDirectory(path, permissions: permissions)
    }

    /// - Returns: false when something of that name exists already, which is then left as it is: below /tmp it may be
    ///   somebody's trap.
    @discardableResult
    static func makeDirectory(_ path: String, permissions: UInt32) throws(SystemError) -> Bool {
        guard unsafe mkdir(path, mode_t(permissions)) == 0 else {
            if errno == EEXIST { return false }
            throw SystemError("mkdir", path)
        }
        guard unsafe chmod(path, mode_t(permissions)) == 0 else { throw SystemError("chmod", path) }
        return true
    }

    static func changeOwner(of path: String, to owner: UInt32, group: UInt32) throws(SystemError) {
        guard unsafe lchown(path, owner, group) == 0 else { throw SystemError("chown", path) }
    }

    static func rename(_ from: String, to: String) throws(SystemError) {
        #if canImport(Darwin)
            let answer = unsafe Darwin.rename(from, to)
        #else
            let answer = unsafe Glibc.rename(from, to)
        #endif
        guard answer == 0 else { throw SystemError("rename", from) }
    }

    /// Writes everything to an open file.
    /// - Returns: false, with the reason in `errno`, when something is left that cannot be written.
    static func write(_ bytes: [UInt8], to file: Int32) -> Bool {
        var rest = bytes[...]
        while !rest.isEmpty {
            #if canImport(Darwin)
                let count = unsafe rest.withUnsafeBytes { unsafe Darwin.write(file, $0.baseAddress, $0.count) }
            #else
                let count = unsafe rest.withUnsafeBytes { unsafe Glibc.write(file, $0.baseAddress, $0.count) }
            #endif
            if count > 0 { rest = rest.dropFirst(count) } else if errno != EINTR && errno != EAGAIN { return false }
        }
        return true
    }

    /// Deletes a file; one that is not there is fine.
    static func remove(_ path: String) { _ = unsafe unlink(path) }

    static func entries(of directory: String) -> [String] {
        guard let stream = unsafe opendir(directory) else { return [] }
        defer { unsafe closedir(stream) }
        var names: [String] = []
        while let entry = unsafe readdir(stream) {
            let name = unsafe withUnsafeBytes(of: entry.pointee.d_name) { bytes in
                unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name != "." && name != ".." { names.append(name) }
        }
        return names.sorted()
    }

    /// The whole file as text; nil when it cannot be read. Meant for files of a few kilobytes.
    static func text(of path: String) -> String? {
        let file = unsafe open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { return nil }
        defer { close(file) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 16_384)
        while true {
            let count = unsafe read(file, &chunk, chunk.count)
            if count < 0 && errno == EINTR { continue }
            if count < 0 { return nil }
            if count == 0 { return String(decoding: bytes, as: UTF8.self) }
            bytes += chunk[..<count]
        }
    }

    /// Replaces the file in one step: a reader, or a crash, sees the old text or the new one.
    static func write(_ text: String, to path: String, owner: ServerUser) throws(SystemError) {
        let temporary = path + ".new"
        let file = unsafe open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw SystemError("open", temporary) }
        defer { close(file) }
        let bytes = Array(text.utf8)
        guard write(bytes, to: file) else { throw SystemError("write", temporary) }
        guard fchown(file, owner.id, owner.group) == 0 || !owner.isAnother else {
            throw SystemError("chown", temporary)
        }
        guard fsync(file) == 0 else { throw SystemError("fsync", temporary) }
        try rename(temporary, to: path)
    }

    static func parent(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }
}

/// A call to the operating system failed.
struct SystemError: Error, CustomStringConvertible {
    let call: String
    let path: String
    let number: Int32

    init(_ call: String, _ path: String) {
        self.call = call
        self.path = path
        self.number = errno
    }

    var description: String { "\(call) \(path): \(unsafe String(cString: strerror(number)))" }
}
