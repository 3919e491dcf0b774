package import SandboxCore
package import SandboxPresentation

extension Listing<SchemaDisagreement> {
    /// Where a schema and this program do not agree.
    package static var disagreements: Self {
        Listing([
            Column("code", "종류", "Kind", mayShrink: false) { .text($0.code) },
            Column("migration", "파일", "Migration", mayShrink: false) { .text($0.name) },
        ])
    }
}
