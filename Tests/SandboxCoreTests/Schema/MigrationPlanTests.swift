import Postgres
import Testing

@testable import SandboxCore

@Suite("The plan of a migration")
struct MigrationPlanTests {
    private let files = (1...3).map { Migration(version: $0, name: "000\($0)_step", text: "", mode: .asOwner) }
    private let digests = ["a", "b", "c"]

    private func row(_ version: Int, name: String? = nil, sha256: String? = nil) -> AppliedMigration {
        AppliedMigration(
            version: version, name: name ?? "000\(version)_step",
            sha256: sha256 ?? (version <= 3 ? digests[version - 1] : "d"),
            appliedAt: Timestamp(microsecondsSinceEpoch: 0), appliedBy: "admin", milliseconds: 1
        )
    }

    private func plan(_ applied: [AppliedMigration], target: Int? = nil) -> MigrationPlan {
        MigrationPlan(embedded: files, digests: digests, applied: applied, target: target)
    }

    @Test("what is not applied is pending, up to the target") func pending() {
        #expect(plan([]).pending.map(\.version) == [1, 2, 3])
        #expect(plan([row(1)]).pending.map(\.version) == [2, 3])
        #expect(plan([row(1)], target: 2).pending.map(\.version) == [2])
        #expect(plan([row(1), row(2), row(3)]).pending.isEmpty)
        #expect(plan([row(1)]).disagreements.isEmpty)
    }

    @Test("every way to disagree is named") func disagreements() {
        #expect(plan([row(1, name: "0001_other")]).disagreements == [.missingHere(version: 1, name: "0001_other")])
        #expect(plan([row(1, sha256: "x")]).disagreements == [.changed(version: 1, name: "0001_step")])
        #expect(plan([row(1), row(3)]).disagreements == [.outOfOrder(version: 2, name: "0002_step")])
        #expect(
            plan([row(1), row(2), row(3), row(4, name: "0004_later")]).disagreements
                == [.unknownNewer(version: 4, name: "0004_later")])
    }

    @Test("a database from before the first release is told apart by a file that no release has") func beforeRelease() {
        #expect(plan([row(1), row(3, name: "0003_kr_ict")]).disagreements == [.beforeRelease(name: "0003_kr_ict")])
        #expect(plan([row(1), row(3, name: "0003_kr_ict")]).pending.isEmpty)
    }

    @Test("the embedded files are numbered without gaps and begin with the roles") func embedded() throws {
        let migrations = try Migration.embedded()
        #expect(migrations.map(\.version) == Array(1...migrations.count))
        #expect(migrations.first?.mode == .asAdministrator)
        #expect(Migration.newest == migrations.count)
    }

    @Test("a file set with a gap, a file without a number and an unknown directive are refused") func badSets() {
        #expect(throws: MigrationSetError.gap(expected: 2, found: "0003_c")) {
            try Migration.ordered([("0003_c", ""), ("0001_a", "")])
        }
        #expect(throws: MigrationSetError.gap(expected: 2, found: "0001_b")) {
            try Migration.ordered([("0001_a", ""), ("0001_b", "")])
        }
        #expect(throws: MigrationSetError.unnumbered("roles")) { try Migration.ordered([("roles", "")]) }
        #expect(throws: MigrationSetError.unknownDirective("0001_a", "as-root")) {
            try Migration.ordered([("0001_a", "-- sandbox: as-root\nSELECT 1")])
        }
    }

    @Test("the first line says whose rights a file has") func modes() throws {
        #expect(try Migration(name: "0001_a", text: "-- sandbox: no-transaction\nx").mode == .noTransaction)
        #expect(try Migration(name: "0001_a", text: "-- sandbox: as-administrator").mode == .asAdministrator)
        #expect(try Migration(name: "0001_a", text: "-- A comment\n-- sandbox: no-transaction").mode == .asOwner)
    }
}
