import SandboxCore
import SandboxDomain
import SandboxPresentation

extension GlobalOptions {
    /// Writes a page to a new file, or to standard output.
    func write(_ page: Page, to file: String, _ tracker: Tracker) async throws {
        var output = Output(format: .html, language: language)
        output.name(try await tracker.answer(TrackList()))
        let bytes = page.html(output)
        if file == "-" { return Console.current.writeOut(bytes) }
        try OutputFile.create(file, bytes)
        Console.current.print(file)
    }
}
