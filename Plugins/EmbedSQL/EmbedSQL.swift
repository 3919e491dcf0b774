import Foundation
import PackagePlugin

/// Turns `migrations/*.sql`, `schema/*.sql`, the target's own `*.sql` queries, `regimes/*.yaml` and the lists of public
/// holidays in `data/` into one Swift file of string literals.
///
/// Resources would pull all of Foundation and a side folder into the binary and break when it is moved;
/// a literal is just there.
@main
struct EmbedSQL: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
        let package = context.package.directoryURL
        let inputs =
            files(below: package.appending(path: "migrations"), ending: ".sql")
            + files(below: package.appending(path: "schema"), ending: ".sql")
            + files(below: package.appending(path: "regimes"), ending: ".yaml")
            + files(below: package.appending(path: "data"), ending: "_public_holidays.csv")
            + files(below: target.directoryURL, ending: ".sql")
        let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedSQL.swift")
        return [
            .buildCommand(
                displayName: "Embedding \(inputs.count) files",
                executable: try context.tool(named: "embed-sql").url,
                arguments: [output.path()] + inputs.map { $0.path() },
                inputFiles: inputs,
                outputFiles: [output]
            )
        ]
    }

    private func files(below folder: URL, ending: String) -> [URL] {
        let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
        return (files?.compactMap { $0 as? URL } ?? [])
            .filter { $0.lastPathComponent.hasSuffix(ending) }
            .sorted { $0.path() < $1.path() }
    }
}
