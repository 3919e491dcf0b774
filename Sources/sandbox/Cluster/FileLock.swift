#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

/// Holds a lock file from `init` to `release`; the operating system lets go of it when the process ends in any way.
struct FileLock: ~Copyable {
    private let file: Int32

    /// Waits for whoever holds it.
    /// - Returns: nil if it was still held after `patience`.
    static func acquire(_ path: String, patience: Duration) async throws -> FileLock? {
        let file = unsafe open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw SystemError("open", path) }
        let deadline = ContinuousClock.now + patience
        while flock(file, LOCK_EX | LOCK_NB) != 0 {
            guard errno == EWOULDBLOCK || errno == EINTR, ContinuousClock.now < deadline else {
                close(file)
                return nil
            }
            do { try await Task.sleep(for: .milliseconds(20)) } catch {
                close(file)
                throw error
            }
        }
        return FileLock(file: file)
    }

    private init(file: Int32) { self.file = file }

    deinit { close(file) }
}
