import SandboxPresentation
import Synchronization

/// The answers to a long form, kept line by line as they are typed: whoever is interrupted goes on from there.
///
/// They are in a file of the person's own, `$XDG_STATE_HOME/sandbox/NAME` (by default below `~/.local/state`), which is removed
/// when the form is complete.
final class ResumedAnswers: Sendable {
    private let path: String?
    private let state: Mutex<(kept: [String], replayed: Int)>

    /// - Parameter name: of the form, and of whoever fills it in.
    init(_ name: String, _ environment: [String: String]) {
        func folder(_ variable: String, _ below: String) -> String? {
            environment[variable].flatMap { $0.hasPrefix("/") ? $0 + below : nil }
        }
        let path = (folder("XDG_STATE_HOME", "") ?? folder("HOME", "/.local/state")).map { "\($0)/sandbox/\(name)" }
        let lines = path.flatMap(FileSystem.text(of:))?.split(separator: "\n", omittingEmptySubsequences: false)
        self.path = path
        state = Mutex((lines?.dropLast().map(String.init) ?? [], 0))
    }

    /// Whether there are answers.
    var isBegun: Bool { state.withLock { !$0.kept.isEmpty } }

    /// The next answer: one of before, which is shown, or what is typed.
    /// - Parameter console: what reads a line; nil when it is interrupted.
    func next(_ prompt: String, _ console: Console) -> String? {
        let before = state.withLock { state -> String? in
            guard state.replayed < state.kept.count else { return nil }
            state.replayed += 1
            return state.kept[state.replayed - 1]
        }
        if let before {
            console.writeError(Array("\(prompt)\(before.visible())\n".utf8))
            return before
        }
        guard let line = console.readLine(prompt) else { return nil }
        let kept = state.withLock { state in
            state.kept.append(line)
            state.replayed = state.kept.count
            return state.kept
        }
        save(kept)
        return line
    }

    /// The form is complete, or begun anew.
    func forget() {
        state.withLock { $0 = ([], 0) }
        if let path { FileSystem.remove(path) }
    }

    private func save(_ kept: [String]) {
        guard let path else { return }
        try? FileSystem.makeDirectories(FileSystem.parent(of: path), permissions: 0o700)
        try? FileSystem.write(kept.map { $0 + "\n" }.joined(), to: path, owner: .myself)
    }
}
