import Postgres
import SandboxDomain
import SandboxTesting
import Testing

@testable import SandboxCore

@Suite("A regime file")
struct RegimeFileTests {
    private func problems(_ yaml: String) throws -> [String] {
        let error = try #require(throws: BadInput.self) { try RegimeFile(yaml: Array(yaml.utf8), file: "r.yaml") }
        return error.issues.map { issue in
            let place = issue.position.map { "\($0.line):\($0.column)" } ?? "-"
            return "\(place) \(issue.field?.name ?? "") \(issue.problem.code.rawValue)"
        }
    }

    /// A whole small regime, some of whose lines are replaced.
    private func yaml(_ replaced: [String: String] = [:]) -> String {
        var text = """
            regime: test
            name: {ko: 시험, en: test}
            basis: 시험법
            time_zone: Asia/Seoul
            calendar: {code: kr, name: {ko: 달력, en: calendar}, closed_weekdays: [saturday], opens_at: "09:00", closes_at: "18:00"}
            tracks:
              - track: trial
                prefix: TR
                name: {ko: 시험, en: trial}
                basis: 제1조
                grants: true
                since: 2020-01-01
                opinions: [agree]
                outcomes: [granted, rejected]
                sections: [{section: scope, name: {ko: 범위, en: scope}, required: true}]
                papers: [{paper: plan, name: {ko: 계획, en: plan}, basis: 제2조, required: false}]
            rules:
              - rule: validity
                name: {ko: 유효기간, en: validity}
                basis: 제3조
                owed_by: applicant
                starts_on: granted
                ends_on: [expired]
                length: 2 years
                counting: validity
                when_missed: ends
              - rule: extension
                name: {ko: 연장, en: extension}
                basis: 제4조
                tracks: [trial]
                owed_by: applicant
                starts_at_end_of: validity
                length: 2 months
                counting: backward
            meeting_name: {ko: "제{no}차 {committee}", en: "{committee} {no}"}

            """
        for (old, new) in replaced { text = text.replacing(old, with: new) }
        return text
    }

    @Test(
        "of the project reads, and is written as a file that reads back as the same regime",
        arguments: ["kr-ict.yaml", "eu-ai-act.yaml"])
    func project(name: String) throws {
        let file = try RegimeFile(yaml: try regimeFile(name), file: name)
        #expect(try RegimeFile(yaml: Array(file.document.yaml.utf8), file: nil).document == file.document)
        #expect(try RegimeFile(yaml: Array(file.document.json.utf8), file: nil).document == file.document)
        #expect(!file.appliesToOpenCases && file.validFrom == nil && file.note == nil)
    }

    @Test("says when it applies, to what and why") func application() throws {
        let text = yaml() + "valid_from: 2027-01-01\napplies_to: open-cases\nnote: 개정법\n"
        let file = try RegimeFile(yaml: Array(text.utf8), file: nil)
        #expect(file.validFrom == "2027-01-01" && file.appliesToOpenCases && file.note == "개정법")
    }

    @Test("is told every problem at once, each with its line and column") func everything() throws {
        #expect(
            try problems(
                yaml([
                    "time_zone: Asia/Seoul": "time_zone: Seoul",
                    "closed_weekdays: [saturday]": "closed_weekdays: [satturday]",
                    "prefix: TR": "prefix: tr", "grants: true": "grants: yes", "since: 2020-01-01": "since: 2020-02-30",
                    "opinions: [agree]": "opinions: [agreee]", "starts_on: granted": "starts_on: grantd",
                    "length: 2 years": "length: two years", "counting: backward": "counting: upward",
                    "tracks: [trial]": "tracks: [trail]", "ends_on: [expired]": "end_on: [expired]",
                ])) == [
                    "4:12 time_zone not-a-time-zone", "5:70 calendar.closed_weekdays.1 unknown-word",
                    "8:13 tracks.1.prefix not-a-prefix", "11:13 tracks.1.grants unknown-word",
                    "12:12 tracks.1.since not-a-date", "13:16 tracks.1.opinions.1 unknown-word",
                    "22:16 rules.1.starts_on unknown-word", "23:5 rules.1.end_on unknown-name",
                    "24:13 rules.1.length not-a-length", "30:14 rules.2.tracks.1 unknown-word",
                    "34:15 rules.2.counting unknown-word",
                ])
    }

    @Test("names meetings by their number and their committee") func meetingName() throws {
        #expect(
            try problems(yaml(["제{no}차 {committee}": "제{number}차 {committee}", "{committee} {no}": "meeting {no}"]))
                == ["35:20 meeting_name.ko missing-place", "35:50 meeting_name.en missing-place"])
        #expect(
            try problems(yaml(["meeting_name: {ko: \"제{no}차 {committee}\", en: \"{committee} {no}\"}\n": ""]))
                == ["1:1 meeting_name.ko missing-value", "1:1 meeting_name.en missing-value"])
    }

    @Test("tells by the end of its name how high a law is") func lawEndings() throws {
        let text = yaml() + "law_endings: [{ending: 법, level: act}, {ending: 법령}]\n"
        #expect(
            try RegimeFile(yaml: Array(text.utf8), file: nil).document.lawEndings
                == [.init("법", level: .act), .init("법령", level: nil)])
        #expect(
            try problems(yaml() + "law_endings: [{ending: 법, level: high}, {ending: 법}, {level: act}]\n")
                .map { $0.split(separator: " ", maxSplits: 1)[1] } == [
                    "law_endings.1.level unknown-word", "law_endings.2.ending repeated-name",
                    "law_endings.3.ending missing-value",
                ])
    }

    @Test("names nothing twice, and only tracks, rules and events that are there") func names() throws {
        #expect(
            try problems(yaml(["rule: extension": "rule: validity"])) == ["27:11 rules.2.rule repeated-name"])
        #expect(
            try problems(yaml(["starts_at_end_of: validity": "starts_at_end_of: valid"]))
                == ["32:23 rules.2.starts_at_end_of unknown-word"])
        // What hangs on the end of a rule that hangs on another is nobody's to follow.
        #expect(
            try problems(yaml(["starts_on: granted": "starts_at_end_of: extension"])).sorted() == [
                "22:23 rules.1.starts_at_end_of unknown-word", "32:23 rules.2.starts_at_end_of unknown-word",
            ])
        #expect(
            try problems(yaml(["    starts_on: granted\n": ""])) == ["18:5 rules.1.starts_on missing-value"])
        #expect(
            try problems(yaml(["starts_on: granted": "starts_on: granted\n    starts_at_end_of: extension"])).first
                == "23:23 rules.1.starts_at_end_of contradiction")
        #expect(
            try problems(yaml(["opens_at: \"09:00\"": "opens_at: \"18:00\""]))
                == ["5:111 calendar.closes_at ends-before-start"])
    }

    @Test("says how an extension runs, how else the law can be read, and which holidays are foreseen") func law() throws
    {
        func words(_ replaced: [String: String]) throws -> [String] {
            try problems(yaml(replaced)).map { $0.split(separator: " ").dropFirst().joined(separator: " ") }
        }
        let length = "    length: 2 years\n"
        #expect(
            try words([length: length + "    extensions: {times: 2, length: 1 year, from: expiry}\n"])
                == ["rules.1.extensions.times not-in-range"])
        #expect(
            try words([length: length + "    extensions: {times: 1, length: 1 year, from: tomorrow}\n"])
                == ["rules.1.extensions.from unknown-word"])
        let text = "basis: 제1조, text: {ko: 가, en: a}"
        #expect(
            try words([length: length + "    readings: [{reading: other-length, \(text)}]\n"])
                == ["rules.1.readings.1.length missing-value"])
        #expect(
            try words([length: length + "    readings: [{reading: start-day-out, length: 1 day, \(text)}]\n"])
                == ["rules.1.readings.1.length contradiction"])
        #expect(
            try words(["starts_on: granted": "starts_on: granted\n    or_at_end_of: nothing"])
                == ["rules.1.or_at_end_of unknown-word", "rules.2.starts_at_end_of unknown-word"])
        func foreseen(_ rest: String) throws -> [String] {
            try words(["closes_at: \"18:00\"": "closes_at: \"18:00\", foreseen: {\(rest)}"])
        }
        #expect(try foreseen("from: 2030, to: 2029") == ["calendar.foreseen.to ends-before-start"])
        let name = "name: {ko: 새해, en: new year}"
        #expect(
            try foreseen("from: 2028, to: 2029, holidays: [{\(name), every: 02-30}]")
                == ["calendar.foreseen.holidays.1.every not-a-date"])
        #expect(
            try foreseen("from: 2028, to: 2029, holidays: [{\(name), every: 01-01, on: [2028-01-01]}]")
                == ["calendar.foreseen.holidays.1.on contradiction"])
        #expect(
            try foreseen("from: 2028, to: 2029, holidays: [{\(name)}]")
                == ["calendar.foreseen.holidays.1.every missing-value"])
        let file = try RegimeFile(
            yaml: Array(
                yaml([
                    "closes_at: \"18:00\"":
                        "closes_at: \"18:00\", foreseen: {from: 2028, to: 2029, holidays: [{\(name), every: 01-01, substitute: sunday}]}"
                ]).utf8), file: nil)
        #expect(file.document.calendar.foreseen?.holidays.map(\.substitute) == [.sunday])
        #expect(try RegimeFile(yaml: Array(file.document.yaml.utf8), file: nil).document == file.document)
    }
}

@Suite("The words of regime files", .database)
struct RegimeWordTests {
    @Test("are those of the database") func words() async throws {
        func column(_ query: SQL) async throws -> Set<String> {
            try await TestDatabase.current.administrator.read { Set(try $0.all(query, as: String.self)) }
        }
        #expect(try await column("SELECT event FROM deadline_event") == Set(RegimeDocument.Rule.events))
        #expect(RegimeDocument.Rule.events.count == Set(RegimeDocument.Rule.events).count)
        #expect(
            try await column("SELECT counting FROM counting_method")
                == Set(RegimeDocument.Rule.Counting.allCases.map(\.rawValue)))
        #expect(
            try await column("SELECT unnest(weekday_names())")
                == Set(RegimeDocument.Weekday.allCases.map(\.rawValue)))
        func accepted(_ constraint: String) async throws -> Set<String> {
            try await column(
                """
                SELECT w[1] FROM pg_constraint AS c,
                    LATERAL regexp_matches(pg_get_constraintdef(c.oid), '''([a-z-]+)''::text', 'g') AS w
                WHERE c.conname = \(constraint)
                """)
        }
        #expect(
            try await accepted("deadline_rule_owed_by_check")
                == Set(RegimeDocument.Rule.Debtor.allCases.map(\.rawValue)))
        #expect(
            try await accepted("deadline_rule_when_missed_check")
                == Set(RegimeDocument.Rule.Effect.allCases.map(\.rawValue)))
        #expect(try await accepted("track_committee_needs_check") == Set(CommitteeNeed.allCases.map(\.rawValue)))
        #expect(
            try await accepted("grant_track_at_end_check")
                == Set(RegimeDocument.Grant.AtEnd.allCases.map(\.rawValue)))
        #expect(
            try await accepted("grant_track_barring_levels_check") == Set(LawLevel.allCases.map(\.rawValue)))
        #expect(
            try await accepted("revocation_ground_needs_check")
                == Set(RegimeDocument.Grant.RevocationGround.Need.allCases.map(\.rawValue)))
        #expect(try await accepted("grant_basis_topic_check") == Set(RegimeDocument.Grant.topics))
        #expect(RegimeDocument.Grant.topics.count == Set(RegimeDocument.Grant.topics).count)
    }

    @Test("say everything that the database holds by regime: no table is left to migrations alone") func whole()
        async throws
    {
        // Of these a file says nothing: whose the regime is, who sends its papers, what was done under it, and what is counted
        // or derived.
        let apart: Set = [
            "regime_version", "case_file", "reference_counter", "certificate_counter", "exemption_grant", "roadmap",
            "register_withholding", "summit", "regime_event", "kept_deadline", "kept_grant", "kept_open_task",
            "ministry_deadline", "ministry_grant", "case_count", "regime_authority", "issuing_office", "official_paper",
            "paper_counter",
        ]
        let tables = try await TestDatabase.current.administrator.read { session in
            try session.all(
                """
                SELECT c.relname::text FROM pg_class AS c JOIN pg_attribute AS a ON a.attrelid = c.oid
                WHERE c.relnamespace = 'sandbox'::regnamespace AND c.relkind = 'r' AND a.attname = 'regime'
                    AND NOT (SELECT p.prosrc ~ ('\\m' || c.relname || '\\M') FROM pg_proc AS p
                        WHERE p.oid = 'regime_document(text, integer)'::regprocedure)
                """, as: String.self)
        }
        #expect(Set(tables).subtracting(apart) == [])
    }
}
