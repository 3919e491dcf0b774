import Postgres
import SandboxDomain
import SandboxTesting
import Testing

@testable import SandboxCore

@Suite("What a regime file cannot change", .database)
struct RegimeFixedTests {
    private static let regime: RegimeCode = "small"

    @Test("what certificates and deadlines rest on stays, and no code or number is given twice") func refusals()
        async throws
    {
        let casework = try await Casework()
        try await SmallRegime.apply(casework)
        func refused(_ replaced: [String: String]) async -> Refusal? {
            do { try await SmallRegime.apply(casework, replaced) } catch { return error as? Refusal }
            return nil
        }
        let text = SmallRegime.yaml()
        let (grant, next) = (
            try #require(text.firstRange(of: "    grant:\n")), try #require(text.firstRange(of: "  - track: licence"))
        )
        let place = "tracks.trial.grant"
        #expect(
            await refused([String(text[grant.lowerBound..<next.lowerBound]): ""])
                == .regime(.fixed(place, from: "TRC", to: "-")))
        #expect(
            await refused(["prefix: TRC": "prefix: TRX"]) == .regime(.fixed("\(place).prefix", from: "TRC", to: "TRX")))
        #expect(
            await refused(["      extension: extension\n": ""])
                == .regime(.fixed("\(place).extension", from: "extension", to: "-")))
        #expect(
            await refused(["      permit: permit\n": "      permit: extension\n"])
                == .regime(.fixed("\(place).permit", from: "permit", to: "extension")))
        // What was not set may be.
        #expect(await refused(["      permit: permit\n": "      permit: permit\n      revision: extension\n"]) == nil)
        #expect(
            await refused([:]) == .regime(.fixed("\(place).revision", from: "extension", to: "-")))

        #expect(
            await refused([
                "committee: board": "committee: main",
                "      permit: permit\n": "      permit: permit\n      revision: extension\n",
            ])
                == .regime(.committeeTaken("main", by: .koreanICT)))
        let other = [
            "regime: small": "regime: other", "prefix: TR\n": "prefix: OT\n", "prefix: LI\n": "prefix: OL\n",
            "prefix: LIC": "prefix: OLC",
        ]
        func elsewhere(_ prefix: String) async -> Refusal? {
            await refused(other.merging(["prefix: TRC": "prefix: \(prefix)"]) { first, _ in first })
        }
        #expect(await elsewhere("TRC") == .regime(.prefixTaken("TRC", by: Self.regime)))
        #expect(await elsewhere("DEC") == .regime(.prefixTaken("DEC", by: .koreanICT)))
        #expect(await elsewhere("DE") == .regime(.prefixTaken("DE", by: .koreanICT)))
        #expect(await elsewhere("OTC") == .regime(.committeeTaken("board", by: Self.regime)))
    }

    @Test("the server refuses the same of whoever calls it directly") func server() async throws {
        let casework = try await Casework()
        let document = try SmallRegime.file().document
        func refused(_ change: (inout RegimeDocument) -> Void) async throws -> String? {
            var changed = document
            change(&changed)
            let json = changed.json
            do {
                try await TestDatabase.current.database(as: casework.desk.name).write { session in
                    try session.execute("SELECT apply_regime(\(json)::jsonb, 'file')")
                }
            } catch let error as PostgresError { return error.constraint ?? error.state?.rawValue }
            return nil
        }
        #expect(try await refused { $0.tracks[0].deciders[0].committee = "nobody" } == "regime_committee_guard")
        #expect(try await refused { $0.tracks[0].grant?.validityRule = "permit" } == "regime_grant_guard")
        #expect(try await refused { $0.tracks[0].grant?.extensionRule = "nothing" } == "regime_grant_guard")
        #expect(try await refused { $0.tracks[0].grant?.convertsTo = "trial" } == "regime_grant_guard")
        #expect(try await refused { $0.tracks[0].grant?.convertsTo = nil } == "regime_grant_guard")
        #expect(try await refused { $0.tracks[1].grants = false } == "regime_grant_guard")
        #expect(try await refused { $0.rules[0].validFrom = "2030-01-01" } == "regime_grant_guard")
        #expect(
            try await refused {
                $0.committees[0].code = "main"
                $0.tracks[0].deciders[0].committee = "main"
            } == "committee_regime_guard")
        #expect(try await refused { $0.tracks[0].grant?.prefix = "DEC" } == "regime_prefix_guard")
        #expect(try await refused { $0.tracks[0].grant?.prefix = "DE" } == "regime_prefix_guard")
        #expect(try await refused { $0.tracks[0].grant?.prefix = "LI" } == "regime_prefix_guard")
        #expect(try await refused { $0.tracks[0].prefix = "DEC" } == "regime_prefix_guard")
        #expect(try await refused { $0.committees[0].opensAbovePercent = 100 } == "committee_percent_check")
        #expect(
            try await refused {
                $0.committees[0].members = CommitteeRule(
                    minMembers: 4, maxMembers: 3, minPrivatePercent: 0, minFromMain: 0)
            } == "committee_members_check")
        #expect(try await refused { $0.tracks[0].grant?.articles[0].topics = ["weather"] } == "grant_basis_topic_check")

        #expect(try await refused { _ in } == nil)
        let fixed = "regime_fixed_guard"
        #expect(try await refused { $0.tracks[0].grant = nil } == fixed)
        #expect(try await refused { $0.tracks[0].grant?.prefix = "TRX" } == fixed)
        #expect(try await refused { $0.tracks[0].grant?.extensionRule = nil } == fixed)
        #expect(try await refused { $0.tracks[0].grant?.permitRule = "extension" } == fixed)
        #expect(
            try await refused { document in
                var second = document.rules[0]
                second.code = "second"
                document.rules.append(second)
                document.tracks[0].grant?.validityRule = "second"
            } == fixed)
        // A track that was closed meanwhile comes back as it was, or not at all.
        #expect(
            try await refused { document in
                document.tracks.removeFirst()
                document.rules[1].tracks = []
            } == nil)
        #expect(try await refused { $0.tracks[0].grant?.prefix = "TRX" } == fixed)
        #expect(try await refused { _ in } == nil)
    }
}
