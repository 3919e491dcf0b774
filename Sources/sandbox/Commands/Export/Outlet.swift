import Digest
import SandboxCore
import SandboxPresentation
import Synchronization

/// Where the bytes of a reading go: to standard output, to a file, or nowhere but into their digest.
final class Outlet: Sendable {
    /// How the bytes are written.
    let output: Output
    /// Of a workbook, the only moment in it; nil for any other file.
    let workbookOf: Instant?
    private let file: ReplacedFile?
    private let console: Console?
    private let progress: Progress?
    private let state = Mutex(State())

    private struct State {
        var digest = SHA256()
        var copied: CopiedBytes?
    }

    /// - Parameters:
    ///   - file: where to write; nil for standard output.
    ///   - isSilent: write to no console, whatever `file` is.
    init(
        _ output: Output, file: ReplacedFile?, console: Console, isSilent: Bool = false, workbookOf: Instant? = nil
    ) {
        self.output = output
        self.workbookOf = workbookOf
        self.file = file
        self.console = file == nil && !isSilent ? console : nil
        progress = file != nil && console.isInteractive ? Progress(console) : nil
        state.withLock { $0.copied = CopiedBytes(output) }
    }

    /// The digest of everything written so far.
    var digits: String { state.withLock { $0.digest.digits() } }

    /// Writes bytes as they are.
    func write(_ bytes: [UInt8]) throws {
        if let console { return console.writeOut(bytes) }
        state.withLock { $0.digest.update(bytes) }
        try file?.write(bytes)
        progress?.add(bytes.count)
    }

    /// Writes what PostgreSQL's COPY gave.
    func writeCopied(_ piece: [UInt8]) throws {
        let bytes = state.withLock { $0.copied?.bytes(piece) }
        try write(bytes ?? piece)
    }

    /// Writes what comes behind the last piece of a COPY.
    func endCopied() throws {
        let bytes = state.withLock { $0.copied?.end() } ?? []
        if !bytes.isEmpty { try write(bytes) }
    }

    /// The bytes are whole: the file takes its name.
    func finish() throws {
        progress?.end()
        try file?.finish()
    }

    /// They will not be: nothing is left of them.
    func discard() {
        progress?.end()
        file?.discard()
    }
}

/// A line on the terminal for work that takes longer than two seconds: how much is written, and for how long.
final class Progress: Sendable {
    private let console: Console
    private let start = ContinuousClock.now
    private let state = Mutex((bytes: 0, said: ContinuousClock.now, isShown: false))

    init(_ console: Console) { self.console = console }

    func add(_ count: Int) {
        let now = ContinuousClock.now
        let bytes: Int? = state.withLock { state in
            state.bytes += count
            guard now - start > .seconds(2), !state.isShown || now - state.said > .milliseconds(250) else { return nil }
            (state.said, state.isShown) = (now, true)
            return state.bytes
        }
        guard let bytes else { return }
        let (seconds, _) = (now - start).components
        let full = Int(seconds % 10)
        let bar = String(repeating: "▪", count: full) + String(repeating: "·", count: 10 - full)
        console.writeError(Array("\r\(bar) \(bytes / 1_048_576) MiB, \(seconds) s ".utf8))
    }

    /// Wipes the line.
    func end() {
        let isShown = state.withLock { state in
            defer { state.isShown = false }
            return state.isShown
        }
        if isShown { console.writeError(Array("\r\u{1B}[K".utf8)) }
    }
}
