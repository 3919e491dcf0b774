import SandboxDomain
import SandboxTesting
import Testing

@testable import SandboxCore

@Suite("Committees and grants in a regime file")
struct RegimeGrantFileTests {
    private func problems(_ replaced: [String: String]) throws -> [String] {
        let error = try #require(throws: BadInput.self) { try SmallRegime.file(replaced) }
        return error.issues.map { issue in
            let place = issue.position.map { "\($0.line):\($0.column)" } ?? "-"
            return "\(place) \(issue.field?.name ?? "") \(issue.problem.code.rawValue)"
        }
    }

    @Test("are read, and written as a file and as JSON that read back as the same regime") func whole() throws {
        let document = try SmallRegime.file().document
        #expect(try RegimeFile(yaml: Array(document.yaml.utf8), file: nil).document == document)
        #expect(try RegimeFile(yaml: Array(document.json.utf8), file: nil).document == document)
        #expect(
            document.committees.map(\.code) == ["board", "panel"]
                && document.committees[1].members.minPrivatePercent == 0)
        #expect(document.tracks[0].deciders.map(\.needs) == [.nothing, .delegation])
        let grant = try #require(document.tracks[0].grant)
        // Articles that say the same are one; neither their order nor that of the levels means anything.
        #expect(grant.articles.map(\.topics) == [["commence", "insure", "publish"], ["correct"]])
        #expect(grant.barringLevels == [.act, .decree] && grant.permitRule == "permit" && grant.revisionRule == nil)
        #expect(grant.revocationGrounds.map(\.needs) == [nil, .commencementOverdue])
        #expect(document.insurance.map(\.amount) == [100] && document.disclosureGrounds.map(\.code) == ["secret"])
    }

    @Test("may be left out: a file of before says the same as ever") func without() throws {
        let text = SmallRegime.yaml()
        let (committees, tracks) = (
            try #require(text.firstRange(of: "committees:")), try #require(text.firstRange(of: "tracks:"))
        )
        let (decided, licence) = (
            try #require(text.firstRange(of: "    decided_by:")),
            try #require(text.firstRange(of: "  - track: licence"))
        )
        let (rules, insurance) = (
            try #require(text.firstRange(of: "rules:")), try #require(text.firstRange(of: "insurance:"))
        )
        let old =
            text[..<committees.lowerBound] + text[tracks.lowerBound..<decided.lowerBound]
            + text[rules.lowerBound..<insurance.lowerBound]
        #expect(licence.lowerBound < rules.lowerBound)
        let document = try RegimeFile(yaml: Array(old.utf8), file: nil).document
        #expect(document.committees == [] && document.tracks[0].grant == nil && document.tracks[0].deciders == [])
        #expect(document.insurance == [] && document.disclosureGrounds == [])
        #expect(try RegimeFile(yaml: Array(document.yaml.utf8), file: nil).document == document)
    }

    @Test("differ in every field that changed, each at its place") func differences() throws {
        let changed = try SmallRegime.file([
            "max: 7": "max: 9", "needs: delegation": "needs: precedent", "[decree, act]": "[act]",
            "{topics: [correct], basis: 제8조}": "{topics: [correct], basis: 제8조 제1항}", "amount: 100": "amount: 200",
            "name: {ko: 거짓, en: fraud}": "name: {ko: 거짓, en: deceit}", "ground: secret": "ground: private",
        ]).document
        let found = changed.differences(since: try SmallRegime.file().document)
        #expect(
            found.map { "\($0.place) \($0.before ?? "-") \($0.after ?? "-")" } == [
                "disclosure_grounds secret private", "committees.board.members.max 7 9",
                "tracks.trial.decided_by.panel.needs delegation precedent",
                "tracks.trial.grant.barring_levels act, decree act",
                "tracks.trial.grant.articles.correct.basis 제8조 제8조 제1항",
                "tracks.trial.grant.revocation_grounds.fraud.name.en fraud deceit", "insurance.death.amount 100 200",
                "disclosure_grounds.private - 비밀", "disclosure_grounds.secret 비밀 -",
            ])
    }

    @Test("are told every problem at once, each with its line and column") func everything() throws {
        #expect(
            try problems([
                "min: 3": "min: 0", "min: 2": "min: 4", "private_percent: 50": "private_percent: 101",
                "from_main: 0": "from_main: 8", "carries_above_percent: 66": "carries_above_percent: 100",
                "- {committee: board, needs: nothing": "- {committee: bord, needs: nothing",
                "needs: delegation": "needs: leave",
                "prefix: TRC": "prefix: trc", "at_end: until": "at_end: til", "[decree, act]": "[decree, actt]",
                "may_suspend: false": "may_suspend: maybe", "[publish, insure]": "[publish, insured]",
                "needs: commencement-overdue": "needs: overdue", "amount: 100": "amount: 0",
            ]) == [
                "11:20 committees.1.members.min not-in-range",
                "11:48 committees.1.members.private_percent not-in-range",
                "11:64 committees.1.members.from_main not-in-range",
                "13:28 committees.1.carries_above_percent not-in-range",
                "17:28 committees.2.members.max not-in-range", "31:21 tracks.1.decided_by.1.committee unknown-word",
                "32:35 tracks.1.decided_by.2.needs unknown-word", "34:15 tracks.1.grant.prefix not-a-prefix",
                "40:15 tracks.1.grant.at_end unknown-word", "41:32 tracks.1.grant.barring_levels.2 unknown-word",
                "42:20 tracks.1.grant.may_suspend unknown-word",
                "44:30 tracks.1.grant.articles.1.topics.2 unknown-word",
                "49:60 tracks.1.grant.revocation_grounds.2.needs unknown-word",
                "87:55 insurance.1.amount not-in-range",
            ])
    }

    @Test("name only rules, tracks and committees that are there and fit") func names() throws {
        let place = "36:17 tracks.1.grant.validity not-a-validity-rule"
        #expect(
            try problems(["      validity: validity\n": "      validity: valid\n"])
                == ["36:17 tracks.1.grant.validity unknown-word"])
        // A validity begins on its own day and lasts as the permit says, on every day of the law.
        #expect(try problems(["      validity: validity\n": "      validity: permit\n"]) == [place])
        #expect(
            try problems(["counting: validity": "counting: civil"])
                == [place, "57:73 tracks.2.grant.validity not-a-validity-rule"])
        #expect(try problems(["when_missed: ends": "when_missed: ends\n    valid_from: 2030-01-01"]).first == place)
        #expect(
            try problems([
                "      extension: extension": "      extension: extend",
                "      permit: permit": "      revision: extend",
                "converts_to: licence": "converts_to: trial",
            ]) == [
                "37:18 tracks.1.grant.extension unknown-word", "38:17 tracks.1.grant.revision unknown-word",
                "39:20 tracks.1.grant.converts_to unknown-word",
            ])
        #expect(
            try problems(["tracks: [trial]": "tracks: [licence]"])
                == ["37:18 tracks.1.grant.extension unknown-word"])
        #expect(
            try problems(["      converts_to: licence\n": ""]) == ["34:7 tracks.1.grant.converts_to missing-value"])
        // A rule with a mistake in it is there all the same.
        #expect(try problems(["length: 2 years": "length: 2 yers"]) == ["65:13 rules.1.length not-a-length"])
    }

    @Test("name nothing twice, and contradict nothing") func repeated() throws {
        #expect(
            try problems(["committee: panel\n": "committee: board\n"]).first
                == "14:16 committees.2.committee repeated-name")
        #expect(
            try problems(["{committee: panel,": "{committee: board,"]) == [
                "32:21 tracks.1.decided_by.2.committee repeated-name"
            ])
        #expect(try problems(["prefix: TRC": "prefix: TR"]) == ["34:15 tracks.1.grant.prefix repeated-name"])
        #expect(try problems(["prefix: LIC": "prefix: TRC"]) == ["57:21 tracks.2.grant.prefix repeated-name"])
        #expect(
            try problems(["topics: [commence]": "topics: [insure]"])
                == ["46:21 tracks.1.grant.articles.3.topics.1 repeated-name"])
        #expect(
            try problems(["ground: late": "ground: fraud"])
                == ["49:20 tracks.1.grant.revocation_grounds.2.ground repeated-name"])
        #expect(
            try problems([
                "grants: true\n    since: 2020-01-01\n    outcomes":
                    "grants: false\n    since: 2020-01-01\n    outcomes"
            ]) == ["57:12 tracks.2.grant contradiction"])
        #expect(
            try problems(["topics: [correct], ": ""]) == ["45:11 tracks.1.grant.articles.2.topics missing-value"])
    }
}
