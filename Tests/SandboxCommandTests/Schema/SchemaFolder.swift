import Foundation
import SandboxPresentation
import SandboxTesting
import Synchronization

/// The published schemas, `docs/schema`. With UPDATE=1 what the tests print is merged into them.
enum SchemaFolder {
    static let isUpdated = ProcessInfo.processInfo.environment["UPDATE"] == "1"
    static let folder = URL(filePath: projectFolder).appending(path: "docs/schema")

    /// A schema, as it is written and as it is compared.
    struct Published: Sendable {
        let shape: PrintedShape
        let schema: JSON
    }

    private static let all = Mutex<[String: Published]>(
        (try? names())?.reduce(into: [:]) { $0[$1] = try? published($1) } ?? [:])

    /// The names of all schemas: `case-list`.
    static func names() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path)
            .filter { $0.hasSuffix(".json") }.map { String($0.dropLast(5)) }.sorted()
    }

    private static func file(_ name: String) -> URL { folder.appending(path: "\(name).json") }

    static func text(_ name: String) throws -> String { try String(contentsOf: file(name), encoding: .utf8) }

    private static func published(_ name: String) throws -> Published {
        let schema = try JSON(reading: try text(name))
        return Published(shape: PrintedShape(schema: schema), schema: schema)
    }

    /// The schema of this name as it is now.
    static func schema(_ name: String) -> Published? { all.withLock { $0[name] } }

    /// What was printed and is not described, a sentence each.
    static func undescribed(_ printed: PrintedShape, in name: String) throws -> [String] {
        try all.withLock { all in
            guard let published = all[name] else {
                if isUpdated { all[name] = try write(printed, name) }
                return isUpdated ? [] : ["there is no such schema"]
            }
            let found = published.shape.undescribed(in: printed)
            guard isUpdated else { return found }
            // What the parser says of the command may have changed alone.
            if found.isEmpty, schema(of: published.shape, name) == published.schema { return [] }
            var shape = published.shape
            shape.merge(printed)
            all[name] = try write(shape, name)
            return []
        }
    }

    private static func write(_ shape: PrintedShape, _ name: String) throws -> Published {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let schema = schema(of: shape, name)
        try bytes(schema).write(to: file(name), options: .atomic)
        return Published(shape: shape, schema: schema)
    }

    /// A schema under its title.
    static func schema(of shape: PrintedShape, _ name: String) -> JSON {
        let leaf = LeafCommand.all.first { $0.name == name }
        return shape.schema(
            title: leaf.map { "sandbox \($0.words.joined(separator: " "))" } ?? name,
            description: leaf?.abstract ?? others[name])
    }

    static func bytes(_ schema: JSON) -> Data { Data(schema.bytes(indented: true) + [UInt8(ascii: "\n")]) }

    /// What is written and is not what a command prints.
    static let others = [
        "failure": "What is written to standard error with --format json or jsonl when a command fails.",
        "manifest": "The file beside an exported file, from which sandbox report reproduce makes it again.",
    ]
}
