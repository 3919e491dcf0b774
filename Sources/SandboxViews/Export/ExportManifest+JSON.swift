import SandboxCore
import SandboxPresentation

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension ExportManifest {
    /// Reads a manifest; nil for anything else, and for a manifest of another version.
    package init?(json: [UInt8]) {
        // A manifest has a few hundred bytes.
        guard json.count <= 1 << 20 else { return nil }
        guard let manifest = try? decodedTree(ExportManifest.self, from: json), manifest.isOfThisVersion else {
            return nil
        }
        self = manifest
    }

    /// The manifest as a file, for people to read as well.
    package func json() throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.keyEncodingStrategy = .convertToSnakeCase
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return try Array(encoder.encode(self)) + [UInt8(ascii: "\n")]
    }
}
