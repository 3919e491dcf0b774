import ArgumentParser
import Synchronization

@testable import sandbox

/// The parser, for tests. Built for debugging it checks the declarations of all options of the whole program, over and over:
/// that took a third of the time of all tests. So a command line with the options of an earlier one is given to the parser of
/// its command, which has the same options and rules there as below the program.
enum ShortParse {
    private static let known = Mutex<Set<[String]>>([])

    /// As `Sandbox.parseAsRoot` has it. What the command's own parser refuses is for the program's to tell.
    static func parse(_ arguments: [String]) throws -> any ParsableCommand {
        if let leaf = LeafCommand(running: arguments), let rest = leaf.rest(of: arguments), isKnown(leaf, arguments),
            let command = try? leaf.type.parseAsRoot(rest)
        {
            return command
        }
        return try Sandbox.parseAsRoot(arguments)
    }

    /// Whether a command line of this command with these options went through the whole program's parser.
    private static func isKnown(_ leaf: LeafCommand, _ arguments: [String]) -> Bool {
        let options = Set(arguments.filter { $0.hasPrefix("-") }.map { String($0.prefix { $0 != "=" }) })
        return !known.withLock { $0.insert([leaf.name] + options.sorted()).inserted }
    }
}
