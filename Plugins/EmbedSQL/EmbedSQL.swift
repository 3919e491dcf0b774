import Foundation
import PackagePlugin

/// Turns `migrations/*.sql` and the target's own `*.sql` reports into one Swift file of string literals.
///
/// Resources would pull all of Foundation and a side folder into the binary and break when it is moved;
/// a literal is just there.
@main
struct EmbedSQL: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
        let migrations = context.package.directoryURL.appending(path: "migrations")
        let inputs = try sqlFiles(below: migrations) + sqlFiles(below: target.directoryURL)
        let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedSQL.swift")
        return [
            .buildCommand(
                displayName: "Embedding \(inputs.count) SQL files",
                executable: try context.tool(named: "embed-sql").url,
                arguments: [output.path()] + inputs.map { $0.path() },
                inputFiles: inputs,
                outputFiles: [output]
            )
        ]
    }

    private func sqlFiles(below folder: URL) throws -> [URL] {
        let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
        return (files?.compactMap { $0 as? URL } ?? [])
            .filter { $0.pathExtension == "sql" }
            .sorted { $0.path() < $1.path() }
    }
}
