import ArgumentParser
import SandboxDomain
import SandboxPresentation
import SandboxViews

#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

/// The one place where an error becomes a message and a status.
enum Exit {
    /// Parses and runs a command line.
    static func status(of arguments: [String]) async -> EndStatus {
        var notDone = Wording.notDone
        do {
            var command = try Sandbox.command(of: arguments)
            notDone = explanation(of: command)
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
            return lost(arguments) ?? .done
        } catch {
            return report(error, arguments: arguments, notDone: notDone)
        }
    }

    /// The status of a command that did what it should, if not all was written that it printed.
    private static func lost(_ arguments: [String]) -> EndStatus? {
        Console.lostOutput.map { report($0, arguments: arguments) }
    }

    private static func explanation(of command: any ParsableCommand) -> Wording {
        (command as? any Explained)?.notDone ?? .notDone
    }

    /// Says what went wrong, on standard error, in the form that was asked for.
    static func report(_ error: any Error, arguments: [String], notDone: Wording = .notDone) -> EndStatus {
        if error is CancellationError { return .interrupted }
        let console = Console.current
        if let status = error as? ExitCode { return EndStatus(rawValue: status.rawValue) ?? .unexpected }
        let style = Style(arguments: arguments, environment: console.environment)
        if var failure = Failure((error as? BadInput)?.asTyped ?? error, notDone: notDone) {
            if let remedy = failure.remedy { failure.hint = remedy.typed }
            if failure.hint == nil, let missing = error as? NotFound { failure.hint = missing.listing }
            console.observe?(.failure(failure.shape(style.language)))
            console.writeError(style.isJSON ? failure.line(style.language) : Array(failure.text(style.language).utf8))
            return EndStatus(failure.status)
        }
        // The parser writes its whole help to answer this: it is asked about its own errors only.
        let parserStatus = Sandbox.exitCode(for: error)
        if parserStatus == .success {
            if let typo = unanswered(error, arguments) { return report(typo.failure, arguments: arguments) }
            console.print(answer(Sandbox.fullMessage(for: error), style))
            return lost(arguments) ?? .done
        }
        guard parserStatus == .validationFailure else {
            return report(Failure.unexpected(error, debug: style.isDebug), arguments: arguments)
        }
        let said = Sandbox.message(for: error)
        let option = said.hasPrefix("Unknown option '") ? said.split(separator: "'").dropFirst().first : nil
        let meant = Typo(arguments: arguments, root: Sandbox.self, option: option.map(String.init))?.advice
        let message = option.map { "Unknown option '\($0)'" } ?? said
        if style.isJSON {
            var failure = Failure.usage(Wording(ParserText.sentence(message), message))
            failure.hint = meant
            console.writeError(failure.line(style.language))
        } else {
            let advice = meant.map { "  " + $0[style.language] + "\n" } ?? ""
            let english = Sandbox.fullMessage(for: error).replacing(said, with: message, maxReplacements: 1)
            let text = style.language == .korean ? ParserText.korean(english) : english
            console.writeError(Array((advice + text + "\n").utf8))
        }
        return .usage
    }

    /// What the parser answers who asks it for help or the version, in the person's language.
    private static func answer(_ said: String, _ style: Style) -> String {
        guard style.language == .korean, let page = HelpPage(answering: said) else { return said }
        return page.korean(columns: Console.current.terminalWidth ?? 80)
    }

    /// What was meant by a command line that asks for help or the version, and is wrong all the same: a topic that is
    /// not there, or `--version 3` where another option takes the version.
    private static func unanswered(_ error: any Error, _ arguments: [String]) -> Typo? {
        let asksHelp =
            Typo.words(of: arguments).first == "help" || arguments.contains("-h") || arguments.contains("--help")
        if asksHelp { return Typo(arguments: arguments, root: Sandbox.self) }
        guard Sandbox.fullMessage(for: error) == Sandbox.configuration.version,
            let typo = Typo(arguments: arguments, root: Sandbox.self, option: "--version"), typo.meant != nil,
            Typo.words(of: arguments).count >= typo.group.split(separator: " ").count
        else { return nil }
        return typo
    }

    /// How errors are written. Read from the bare words, for a command line that does not parse has errors too.
    struct Style: Equatable {
        let isJSON: Bool
        let isDebug: Bool
        let language: Language

        init(arguments: [String], environment: [String: String]) {
            func value(of option: String) -> String? {
                let words = Array(arguments.prefix { $0 != "--" })
                if let joined = words.last(where: { $0.hasPrefix(option + "=") }) {
                    return String(joined.dropFirst(option.count + 1))
                }
                return words.lastIndex(of: option).flatMap { $0 + 1 < words.count ? words[$0 + 1] : nil }
            }
            isDebug = arguments.prefix { $0 != "--" }.contains("--debug")
            isJSON = ["json", "jsonl"].contains(value(of: "--format"))
            language = Language(choice: value(of: "--lang").flatMap(Language.init(rawValue:)), environment: environment)
        }
    }

    /// Runs a command and ends the process with its status. Ctrl-C cancels it, which takes its statement back; whoever does
    /// not end within a second is ended.
    static func afterRunning(_ command: @escaping @Sendable () async -> EndStatus) -> Never {
        // Every thread that begins from now on leaves the signal to this one, which waits for nothing else.
        var signals = sigset_t()
        unsafe sigemptyset(&signals)
        unsafe sigaddset(&signals, SIGINT)
        unsafe pthread_sigmask(SIG_BLOCK, &signals, nil)
        let running = Task.detached { exit(await command().rawValue) }
        var signal: Int32 = 0
        while unsafe sigwait(&signals, &signal) != 0 {}
        running.cancel()
        sleep(1)
        _exit(EndStatus.interrupted.rawValue)
    }
}
