import ArgumentParser
import SandboxCore
import SandboxDomain

/// A text somebody writes: the text itself, `@FILE` for the text of a file, or `-` for standard input. `@@` begins a
/// text that begins with `@`.
struct Prose: ExpressibleByArgument, Equatable {
    let argument: String

    init(argument: String) { self.argument = argument }

    /// The text, checked as the register takes it.
    /// - Parameters:
    ///   - field: whose value it is, for the message.
    ///   - rule: what it may consist of.
    func text(_ field: Field, _ rule: TextRule = .prose) throws -> String {
        let file: String? =
            argument == "-"
            ? "-" : argument.hasPrefix("@") && !argument.hasPrefix("@@") ? String(argument.dropFirst()) : nil
        guard let file else {
            let text = argument.hasPrefix("@@") ? String(argument.dropFirst()) : argument
            do { return try rule.checked(text) } catch { throw BadInput(error, field: field) }
        }
        let plain = try TextFile(try InputFile.bytes(of: file), name: file).text
        do { return try rule.checked(plain) } catch { throw BadInput(error, file: file, field: field) }
    }
}
