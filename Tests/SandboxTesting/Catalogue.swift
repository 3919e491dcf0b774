package import Postgres
import SandboxCore

/// Everything that the catalogue says of our schemas, as sorted lines: two databases of the same lines have the same
/// schema, however they came to it.
///
/// ```swift
/// let before = try await database.catalogue()
/// …
/// #expect(try await database.catalogue().differences(from: before) == [])
/// ```
package struct Catalogue: Equatable, Sendable {
    /// `function sandbox.acting_role(): sandbox_owner CREATE OR REPLACE FUNCTION …`
    package let lines: [String]

    /// The lines that only one of two has: `-` of the other, `+` of this one.
    package func differences(from other: Catalogue) -> [String] {
        let (mine, theirs) = (Set(lines), Set(other.lines))
        return other.lines.filter { !mine.contains($0) }.map { "- \($0)" }
            + lines.filter { !theirs.contains($0) }.map { "+ \($0)" }
    }

    /// The lines that speak of something, by the beginning of their text.
    package func lines(of name: String) -> [String] { lines.filter { $0.contains(" \(name)") } }
}

extension Database {
    /// What the catalogue of this database says of our schemas, as the migrator reads it.
    /// - Parameter schemas: ours, and those of other people that belong to a test.
    package func catalogue(
        of schemas: [String] = ["sandbox", "report", "instant", "past", "register", "access", "log"]
    ) async throws -> Catalogue {
        let lines = try await read(.snapshot) { session in
            try session.catalogue(of: schemas).map { "\($0.kind) \($0.name): \($0.text)" }
        }
        return Catalogue(lines: lines.sorted())
    }
}
