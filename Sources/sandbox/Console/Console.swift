import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews
import Synchronization

#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

/// What a command sees of the world around the process: its streams and its environment.
///
/// Commands reach it through ``Console/current``, so a test can run one in process and read what it wrote:
/// ```swift
/// let (console, written) = Console.captured(environment: [:])
/// try await Console.$current.withValue(console) { try await command.run() }
/// ```
struct Console: Sendable {
    /// The environment variables.
    var environment: [String: String]
    /// The columns of the terminal on standard output; nil when it is a file or a pipe.
    var terminalWidth: Int?
    /// Whether somebody can be asked: standard input and standard error are a terminal.
    var isInteractive: Bool
    /// Standard input, piece by piece.
    var inputSource: InputSource
    /// The next line somebody types after this prompt, without its line break; nil at the end of the input or when it is
    /// interrupted.
    var readLine: @Sendable (String) -> String?
    /// The next line that is not shown while it is typed.
    var readSecret: @Sendable () -> String?
    /// Data, to standard output.
    var writeOut: @Sendable ([UInt8]) -> Void
    /// Messages, to standard error.
    var writeError: @Sendable ([UInt8]) -> Void
    /// Is told what machines get of everything that is written; see ``Output/observe``.
    var observe: (@Sendable (Observation) -> Void)?
    /// Connections that outlive a command, by the words that name a database; nil: a command opens its own and closes it.
    var tracker: (@Sendable (String) -> Tracker?)?

    @TaskLocal static var current = Console.process

    private static let hasReadInput = Atomic(false)

    /// The number of the error that ended the writing to standard output; 0: everything was written.
    private static let outputError = Atomic<Int32>(0)

    /// That what a command printed was not all written.
    static var lostOutput: Failure? {
        let number = outputError.load(ordering: .relaxed)
        return number == 0 ? nil : Failure.outputNotWritten(number)
    }

    /// Data, with a line break.
    func print(_ line: String) { writeOut(Array((line + "\n").utf8)) }

    /// A message to the person, in the language of this run: `sandbox: making a database in …`.
    func say(_ wording: Wording, in language: Language) { writeError(Array("sandbox: \(wording[language])\n".utf8)) }

    /// The real streams.
    static let process = Console(
        environment: processEnvironment(),
        terminalWidth: widthOfTerminal(),
        isInteractive: isatty(STDIN_FILENO) == 1 && isatty(STDERR_FILENO) == 1,
        inputSource: InputSource(name: "-") { () throws(BadInput) in
            // What was read from it is gone.
            if hasReadInput.exchange(true, ordering: .relaxed) { throw InputFile.unreadable("-", ESPIPE) }
            return OpenFile(STDIN_FILENO, name: "-").next
        },
        readLine: { LineEditor.line($0, columns: widthOfTerminal() ?? 80) },
        readSecret: { readUnseen() },
        // A reader that went away ends the process by SIGPIPE, as it should; nothing is said.
        writeOut: { bytes in
            guard outputError.load(ordering: .relaxed) == 0 else { return }
            if !FileSystem.write(bytes, to: STDOUT_FILENO) { outputError.store(errno, ordering: .relaxed) }
        },
        writeError: { _ = FileSystem.write($0, to: STDERR_FILENO) }
    )

    /// What a captured console was written.
    final class Saved: Sendable {
        private let text = Mutex((out: [UInt8](), error: [UInt8]()))
        var out: String { text.withLock { String(decoding: $0.out, as: UTF8.self) } }
        var error: String { text.withLock { String(decoding: $0.error, as: UTF8.self) } }
        fileprivate func appendOut(_ bytes: [UInt8]) { text.withLock { $0.out += bytes } }
        fileprivate func appendError(_ bytes: [UInt8]) { text.withLock { $0.error += bytes } }
    }

    private final class Typed: Sendable {
        private let lines: Mutex<[String]>
        init(_ lines: [String]) { self.lines = Mutex(lines.reversed()) }
        func next() -> String? { lines.withLock { $0.popLast() } }
    }

    /// A console that keeps what is written to it.
    /// - Parameters:
    ///   - input: what standard input holds.
    ///   - answers: the lines somebody types when asked; nil when nobody can be asked.
    static func captured(
        environment: [String: String], terminalWidth: Int? = nil, input: String = "", answers: [String]? = nil
    ) -> (Console, Saved) {
        let written = Saved()
        let typed = Typed(answers ?? [])
        let console = Console(
            environment: environment, terminalWidth: terminalWidth, isInteractive: answers != nil,
            inputSource: InputSource(Array(input.utf8), name: "-"),
            readLine: { prompt in
                written.appendError(Array(prompt.utf8))
                return typed.next()
            },
            readSecret: { typed.next() }, writeOut: { written.appendOut($0) }, writeError: { written.appendError($0) }
        )
        return (console, written)
    }

    /// A line of the terminal, which shows nothing of it.
    private static func readUnseen() -> String? {
        var shown = termios()
        guard unsafe tcgetattr(STDIN_FILENO, &shown) == 0 else { return Swift.readLine() }
        var unseen = shown
        unseen.c_lflag &= ~tcflag_t(ECHO)
        _ = unsafe tcsetattr(STDIN_FILENO, TCSAFLUSH, &unseen)
        let line = Swift.readLine()
        _ = unsafe tcsetattr(STDIN_FILENO, TCSAFLUSH, &shown)
        return line
    }

    private static func widthOfTerminal() -> Int? {
        guard isatty(STDOUT_FILENO) == 1 else { return nil }
        var size = winsize()
        guard unsafe ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
        return Int(size.ws_col)
    }

    private static func processEnvironment() -> [String: String] {
        var variables: [String: String] = [:]
        var next = unsafe environ
        while let entry = unsafe next.pointee {
            let text = unsafe String(cString: entry)
            if let sign = text.firstIndex(of: "=") {
                variables[String(text[..<sign])] = String(text[text.index(after: sign)...])
            }
            unsafe next += 1
        }
        return variables
    }
}
