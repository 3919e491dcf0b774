import Foundation

@testable import sandbox

extension CommandDump.Command {
    /// The command as it is said in Korean, with all below it.
    /// - Parameter path: its words.
    func korean(_ path: [String] = []) -> Self {
        Self(
            commandName: commandName, abstract: KoreanHelp.command(path)?.abstract ?? abstract,
            discussion: discussion.map { text in
                KoreanHelp.discussion(of: path, HelpPage.blocks(text)).joined(separator: "\n\n")
            },
            arguments: arguments?.map(\.korean),
            subcommands: subcommands?.map { $0.korean(path + [$0.commandName]) }, shouldDisplay: shouldDisplay)
    }

    /// Every command that people are shown, with its words; the program itself has none.
    func all(_ path: [String] = []) -> [(path: [String], command: CommandDump.Command)] {
        [(path, self)] + shown.flatMap { $0.all(path + [$0.commandName]) }
    }
}

extension CommandDump.Argument {
    /// Everything that is said of it in English, sentence by sentence.
    var sentences: [String] { [abstract, discussion].compactMap { $0 }.filter { !$0.isEmpty } }

    fileprivate var korean: Self {
        let said = sentences.map { KoreanHelp.sentence($0) ?? $0 }
        return Self(
            abstract: KoreanHelp.explanation(said, values: allValues ?? [], defaultValue: nil), discussion: nil,
            allValues: nil, isOptional: isOptional, isRepeating: isRepeating, kind: kind, preferredName: preferredName,
            sectionTitle: sectionTitle, shouldDisplay: shouldDisplay,
            valueName: valueName.map(KoreanHelp.placeholder))
    }
}
