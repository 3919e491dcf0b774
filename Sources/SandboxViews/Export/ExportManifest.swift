import Digest
package import SandboxCore
import SandboxDomain
package import SandboxPresentation
import Synchronization

/// What is kept beside an exported file: enough to make the same bytes again, and to tell whether they are the same.
package struct ExportManifest: Codable, Sendable {
    /// The version of this form of manifest.
    package static let version = 1

    private var manifest = Self.version
    package var request: ExportRequest
    /// The group role of who exported.
    package var role: String
    /// The organisation, if what the role sees depends on it.
    package var organisation: String?
    /// The version of the program.
    package var program: String
    /// The version of the schema.
    package var schema: Int
    /// The version of each regime's rules.
    package var rules: [String: Int]
    /// The file's name.
    package var file: String
    /// How many rows are in it.
    package var rows: Int
    /// The digest of the file's bytes, in hexadecimal digits.
    package var sha256: String
    /// Whether the past of what it shows can be put together again.
    package var isReproducible: Bool

    private enum CodingKeys: String, CodingKey {
        case manifest, request, role, organisation, program, schema, rules, file, rows, sha256
        case isReproducible = "reproducible"
    }

    /// Whether this program writes manifests of this form.
    var isOfThisVersion: Bool { manifest == Self.version }

    /// - Parameters:
    ///   - role: empty for a login that does not belong to an enabled person.
    ///   - isFromStandby: what was being recorded at that moment may have reached the standby since.
    package init(
        _ request: ExportRequest, role: String, organisation: String?, rules: [String: Int], program: String,
        file: String, rows: Int, sha256: String, isFromStandby: Bool = false
    ) {
        (self.request, self.role, self.organisation, self.rules) = (request, role, organisation, rules)
        (self.program, self.file, self.rows, self.sha256) = (program, file, rows, sha256)
        schema = Tracker.schemaVersion
        isReproducible = type(of: request.source).isReproducible && !isFromStandby
    }
}

extension Tracker {
    /// Writes the file that is asked for; answers its manifest, and what a reader of the figures should know.
    /// - Parameters:
    ///   - file: what the file is called.
    ///   - program: the version of this program.
    ///   - sink: takes the bytes in order.
    package func export(
        _ request: ExportRequest, to file: String, program: String, workbook: @escaping WorkbookMaker,
        sink: @escaping @Sendable ([UInt8]) throws -> Void
    ) async throws -> (manifest: ExportManifest, note: Wording?) {
        let past = reading(at: request.instant)
        var output = request.output
        if output.hasWords { output.name(try await answer(TrackList())) }
        let digest = Mutex(SHA256())
        var maker: (@Sendable ([String]) throws -> any RowSink)?
        if request.format == .workbook { maker = { try workbook($0, request.instant) } }
        let writer = ExportWriter(output, workbook: maker) { bytes in
            digest.withLock { $0.update(bytes) }
            try sink(bytes)
        }
        let outcome = try await request.source.write(past, to: writer)
        let reader = try await past.answer(Reader())
        let manifest = ExportManifest(
            request, role: reader.role?.rawValue ?? "", organisation: reader.organisation, rules: reader.rules,
            program: program, file: file, rows: outcome.rows, sha256: digest.withLock { $0.digits() },
            isFromStandby: reader.isOnStandby)
        return (manifest, outcome.note)
    }
}
