import ArgumentParser
import SandboxCore
import SandboxDomain

/// A text somebody writes: as it stands, `@FILE` for the text of a file, or `-` for standard input. `@@` begins a text
/// that begins with `@`.
struct Prose: ExpressibleByArgument, Equatable {
    let argument: String

    init(argument: String) { self.argument = argument }

    /// The text, checked as the register takes it.
    /// - Parameters:
    ///   - option: where it was typed, e.g. `--reason`, for the message.
    ///   - rule: what it may consist of.
    func text(_ option: String, _ rule: TextRule = .prose) throws -> String {
        let file: String? =
            argument == "-"
            ? "-" : argument.hasPrefix("@") && !argument.hasPrefix("@@") ? String(argument.dropFirst()) : nil
        guard let file else {
            let text = argument.hasPrefix("@@") ? String(argument.dropFirst()) : argument
            do { return try rule.checked(text) } catch { throw BadInput(error, field: option) }
        }
        let plain = try TextFile(try InputFile.bytes(of: file), name: file).text
        do { return try rule.checked(plain) } catch { throw BadInput(error, file: file, field: option) }
    }
}
