import ArgumentParser

extension CommandConfiguration {
    /// A command below `sandbox`.
    ///
    /// Its name is written out and it is said to be below another: a parser that has to find that out asks the runtime
    /// about the type of every command, which takes longer than all the rest of a short command.
    init(
        name: String, abstract: String, discussion: String = "", subcommands: [any ParsableCommand.Type] = []
    ) {
        self.init(
            commandName: name, _superCommandName: "sandbox", abstract: abstract, discussion: discussion,
            subcommands: subcommands)
    }
}

extension Sandbox {
    /// Parses a command line.
    ///
    /// One that names a command is given to that command alone, since the parser looks at every command there is if it
    /// begins with the program. Whatever the command does not take is parsed from the program, which knows what to say.
    static func command(of arguments: [String]) throws -> any ParsableCommand {
        if let (named, rest) = named(by: arguments), let command = try? named.parseAsRoot(rest),
            type(of: command) == named
        {
            return command
        }
        return try parseAsRoot(arguments)
    }

    /// The command without others below it that the words name, and the arguments without these words. Options of
    /// every command may come first.
    static func named(by arguments: [String]) -> (command: any ParsableCommand.Type, rest: [String])? {
        var rest = arguments[...]
        var options: [String] = []
        while let option = rest.first, option.hasPrefix("-"), option != "--" {
            let count = Typo.optionsWithValue.contains(option) ? 2 : 1
            options += rest.prefix(count)
            rest = rest.dropFirst(count)
        }
        var command: any ParsableCommand.Type = Sandbox.self
        while !command.configuration.subcommands.isEmpty {
            guard let word = rest.popFirst(),
                let next = command.configuration.subcommands.first(where: { $0.configuration.commandName == word })
            else { return nil }
            command = next
        }
        return (command, options + rest)
    }
}
