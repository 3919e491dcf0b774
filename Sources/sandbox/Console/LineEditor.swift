import SandboxPresentation
import Synchronization

#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

/// Reads a line from the terminal with the keys that people know: arrows, Home, End, what was typed before. The terminal's own
/// editing erases one column for a letter of Hangul, which has two, and takes an arrow for text.
struct LineEditor {
    /// What was typed in this run, the latest last.
    private static let typed = Mutex<[String]>([])

    /// The line that somebody types; nil at the end of the input or when it is interrupted.
    /// - Parameters:
    ///   - prompt: what is before the line.
    ///   - columns: the width of the terminal.
    static func line(_ prompt: String, columns: Int) -> String? {
        var before = termios()
        guard unsafe tcgetattr(STDIN_FILENO, &before) == 0 else { return plain(prompt) }
        var raw = before
        raw.c_lflag &= ~tcflag_t(ICANON | ECHO | ISIG | IEXTEN)
        guard unsafe tcsetattr(STDIN_FILENO, TCSADRAIN, &raw) == 0 else { return plain(prompt) }
        defer { _ = unsafe tcsetattr(STDIN_FILENO, TCSADRAIN, &before) }
        // A long question has a line of its own.
        var beside = prompt
        if prompt.displayWidth > columns / 2 {
            say(prompt + "\r\n")
            beside = "> "
        }
        let line = edited(beside, columns: columns) { text in say(text) }
        if line != nil { say("\r\n") }
        if let line, !line.isEmpty { typed.withLock { $0.append(line) } }
        return line
    }

    private static func edited(_ prompt: String, columns: Int, _ say: (String) -> Void) -> String? {
        let earlier = typed.withLock { $0 }
        var lines = earlier.map { EditedLine($0) } + [EditedLine()]
        var at = lines.count - 1
        while true {
            let shown = lines[at].shown(columns: columns - prompt.displayWidth)
            let column = prompt.displayWidth + shown.cursor
            say("\r\(prompt)\(shown.text.visible())\u{1B}[K\r" + (column > 0 ? "\u{1B}[\(column)C" : ""))
            guard let key = EditedLine.Key({ byte() }) else { return nil }
            switch key {
            case .enter: return lines[at].text
            case .interrupt:
                say("^C")
                return nil
            case .endOfInput where lines[at].letters.isEmpty: return nil
            case .endOfInput: lines[at].take(.eraseAfter)
            case .earlier: at = max(0, at - 1)
            case .later: at = min(lines.count - 1, at + 1)
            default: lines[at].take(key)
            }
        }
    }

    private static func byte() -> UInt8? {
        var byte: UInt8 = 0
        while true {
            let count = unsafe read(STDIN_FILENO, &byte, 1)
            if count == 1 { return byte }
            guard count < 0, errno == EINTR else { return nil }
        }
    }

    private static func say(_ text: String) { _ = FileSystem.write(Array(text.utf8), to: STDERR_FILENO) }

    private static func plain(_ prompt: String) -> String? {
        say(prompt)
        return Swift.readLine()
    }
}
