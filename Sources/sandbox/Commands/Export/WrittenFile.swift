import SandboxPresentation
import SandboxViews
import Spreadsheet
import Synchronization

/// A file in the making, with a line on the terminal that says how far it is. It takes its name whole, or not at all.
final class WrittenFile: Sendable {
    private let file: ReplacedFile?
    private let progress: Progress?

    /// - Parameter path: nil for bytes that nobody keeps.
    init(_ path: String?, _ console: Console) throws {
        file = try path.map { try ReplacedFile($0) }
        progress = file != nil && console.isInteractive ? Progress(console) : nil
    }

    /// Whether it is a pipe or a device, beside which nothing is put.
    var isDevice: Bool { file?.isDevice == true }

    func write(_ bytes: [UInt8]) throws {
        try file?.write(bytes)
        progress?.add(bytes.count)
    }

    /// Runs what writes it. Nothing is left of the file if that fails.
    func finishing<Value>(_ body: () async throws -> Value) async throws -> Value {
        defer { progress?.end() }
        do {
            let value = try await body()
            try file?.finish()
            return value
        } catch {
            file?.discard()
            throw (error as? WorkbookError).map { Failure($0) } ?? error
        }
    }
}

/// A line on the terminal for work that takes longer than two seconds: how much is written, and for how long.
private final class Progress: Sendable {
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
