import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxTesting
import Testing

@testable import sandbox

#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

@Suite("When a command says no", .database)
struct RefusalTests {
    @Test("what is hidden and what does not exist are told in the same words, with 3") func sameWords() async throws {
        let type = try await Shell()
        let hidden = try await type.casework.filed().description
        let absent = "DE-1999-0001"
        let pairs = [
            (await type(\.rival, "case", "view", hidden), await type(\.rival, "case", "view", absent)),
            (
                await type(\.rival, "case", "withdraw", hidden, "--reason", "x"),
                await type(\.rival, "case", "withdraw", absent, "--reason", "x")
            ),
            (
                await type(\.mcst, "consult", "reply", hidden, "--opinion", "agree"),
                await type(\.mcst, "consult", "reply", absent, "--opinion", "agree")
            ),
            (await type(\.rival, "case", "save", hidden, "1"), await type(\.rival, "case", "save", absent, "1")),
        ]
        for (one, other) in pairs {
            #expect(one.status == .notFound)
            #expect(one.out.isEmpty)
            #expect(one.error == other.error.replacing(absent, with: hidden))
            #expect(one.status == other.status)
        }
    }

    @Test("each kind of no has its status, its code and its reason", arguments: ["ko", "en"])
    func statuses(language: String) async throws {
        var type = try await Shell()
        type.language = language
        let filed = try await type.casework.filed().description
        let draft = try await type.casework.company.perform(DraftCase(.complete(.demonstration))).reference.description
        let outcomes: [(Shell.Outcome, EndStatus, String)] = [
            (await type(\.desk, "case", "receive", draft, "--format", "json"), .notFound, "not-found"),
            (await type(\.company, "case", "receive", filed, "--format", "json"), .notPermitted, "not-permitted"),
            (await type(\.company, "case", "file", filed, "--format", "json"), .refused, "wrong-stage"),
            (await type(\.company, "case", "file", draft, "--format", "json"), .refused, "papers-missing"),
            (await type(\.desk, "case", "receive", "foo", "--format", "json"), .usage, "not-a-reference"),
            (await type(\.desk, "consult", "send", filed, "--to", "없는부", "--format", "json"), .notFound, "not-found"),
            (await type(\.company, "case", "draft", "/nowhere.yaml", "--format", "json"), .badInput, "unreadable-file"),
            (
                await type(
                    \.desk, "committee", "decide", filed, "--outcome", "granted", "--on", "2026-02-30", "--format",
                    "json"),
                .usage, "not-a-date"
            ),
            (await type(\.desk, "case", "receive", filed, "--format", "json", "--bogus"), .usage, "usage"),
        ]
        for (outcome, status, code) in outcomes {
            #expect(outcome.status == status, "\(code)")
            #expect(outcome.out.isEmpty)
            #expect(outcome.error.hasPrefix(#"{"code":"\#(code)","exit":\#(status.rawValue),"#), "\(outcome.error)")
        }
    }

    @Test("everything that is missing is listed, for people and for programs") func gaps() async throws {
        let type = try await Shell()
        let draft = try await type.casework.company.perform(DraftCase(.complete(.demonstration))).reference.description
        let people = await type(\.company, "case", "file", draft)
        #expect(
            people.error == """
                sandbox: nothing was filed: papers are missing
                  - demonstration plan [demonstration-plan] (시행령 제42조의4 제1항)
                  - explanation that Article 38-2(1) applies [eligibility-statement] (시행령 제42조의4 제1항)
                  - user protection plan [user-protection-plan] (시행령 제42조의4 제1항)
                  hint: Attach the papers named above.

                """)
        let programs = await type(\.company, "case", "file", draft, "--format", "json").error
        #expect(
            programs.contains(#""issues":[{"kind":"paper","code":"demonstration-plan","message":"demonstration plan""#))
    }

    @Test("bad rows of a file are told by file, line and column, all at once") func badFile() async throws {
        let type = try await Shell()
        let folder = try ScratchFolder()
        let path = try folder.file(
            "p.yaml",
            """
            track: temporary-permit
            service:
              name: 요약
            sections:
              markt: x
            papers:
              - paper: busines-plan
                file: p.yaml
            """)
        let outcome = await type(\.company, "case", "draft", path)
        #expect(outcome.status == .badInput)
        let lines = outcome.error.split(separator: "\n")
        #expect(lines[0] == "sandbox: nothing was drafted: the input has 2 problems")
        #expect(lines[1].hasPrefix("  - \(path):5:10: sections.markt: unknown name: markt (known: "))
        #expect(lines[1].hasSuffix("Did you mean market?"))
        #expect(lines[2].hasPrefix("  - \(path):7:12: papers.1.paper: unknown word: busines-plan"))
        let missing = try folder.file(
            "q.yaml", "track: demonstration\nservice: {name: x}\npapers:\n  - {paper: other, file: no.pdf}\n")
        let unreadable = await type(\.company, "case", "draft", missing)
        #expect(
            unreadable.error.hasPrefix(
                "sandbox: nothing was drafted: \(missing):4:26: papers.1.file: cannot read the file"))
        let korean = try folder.file("c.yaml", [0x74, 0x3A, 0x20, 0xB0, 0xA1, 0xB3, 0xAA, 0x0A])
        let encoding = await type(\.company, "case", "draft", korean)
        #expect(encoding.error.hasPrefix("sandbox: nothing was drafted: \(korean):1:4: not UTF-8; it looks like CP949"))
        #expect(try await type.casework.company.answer(CaseList()).isEmpty)
    }

    @Test("a file names no paper outside its folder, nor through a link; whoever types a command does") func outside()
        async throws
    {
        var type = try await Shell()
        type.language = "en"
        let folder = try ScratchFolder()
        let secret = try folder.file("secret.txt", Array("x".utf8))
        try FileSystem.makeDirectory(folder.path + "/proposal", permissions: 0o700)
        #expect(unsafe symlink(secret, folder.path + "/proposal/link.txt") == 0)
        #expect(unsafe symlink(folder.path, folder.path + "/proposal/up") == 0)
        defer {
            for name in FileSystem.entries(of: folder.path + "/proposal") {
                FileSystem.remove("\(folder.path)/proposal/\(name)")
            }
            _ = unsafe rmdir(folder.path + "/proposal")
        }
        let named = ["../secret.txt", secret, "link.txt", "up/secret.txt", "./../secret.txt", "../no.txt"]
        for (number, named) in named.enumerated() {
            let file = try folder.file(
                "proposal/\(number).yaml",
                "track: demonstration\nservice: {name: x}\npapers:\n  - {paper: other, file: \(named)}\n")
            let refused = await type(\.company, "case", "draft", file)
            #expect(
                refused.status == .badInput && refused.error.contains("\(named) is outside the folder of this file"),
                "\(refused.error)")
        }
        let inside = try folder.file(
            "proposal/p.yaml",
            "track: demonstration\nservice: {name: x}\npapers:\n  - {paper: other, file: ../proposal/p.yaml}\n")
        #expect(await type(\.company, "case", "draft", inside, "--paper", "other=" + secret).status == .done)
    }

    @Test("a track is told by the name the register has for it, in refusals") func tracks() async throws {
        var type = try await Shell()
        let reference = try await type.casework.consulting().description
        let asked = await type(
            \.mcst, "consult", "reply", reference, "--opinion", "permit-needed", "--reason", "x")
        #expect(asked.status == .refused && asked.error.contains("the track “Demonstration exemption” has no opinion"))
        type.language = "ko"
        let korean = await type(
            \.mcst, "consult", "reply", reference, "--opinion", "permit-needed", "--reason", "x")
        #expect(korean.error.contains("실증특례에는") && !korean.error.contains("demonstration"))
    }

    @Test("of several cases every one that is in the way is named, and nothing is done") func several() async throws {
        var type = try await Shell()
        let good = try await type.casework.filed().description
        let taken = try await type.casework.received().description
        let outcome = await type(\.desk, "case", "receive", good, taken, "DE-1999-0001")
        #expect(outcome.status == .refused)
        #expect(
            outcome.error == """
                sandbox: nothing was received: 2 cannot be done, so none was done
                  - \(taken): it is at the stage “Received”, and must be at: Filed
                  - DE-1999-0001: case file DE-1999-0001 does not exist or is not visible to you

                """)
        let single = await type(\.desk, "case", "receive", good, taken)
        #expect(single.error.hasPrefix("sandbox: \(taken): nothing was received: it is at the stage “Received”"))
        type.input = "\(good)\n\nfoo\n"
        let listed = await type(\.desk, "case", "receive", "-")
        #expect(listed.status == .badInput)
        #expect(listed.error.hasPrefix("sandbox: nothing was received: -:3:1: REF: not a reference"))
        #expect(try await type.casework.desk.answer(CaseView(CaseReference(good))).head.stage == .filed)
    }

    @Test("a stale edit ends with 5 and shows both sides") func conflict() async throws {
        var type = try await Shell()
        let reference = try await type.casework.drafted()
        let yaml = await type(\.company, "case", "view", reference.description, "--yaml").out
        type.input = yaml.replacing("긴 문서를 요약합니다.", with: "나의 글")
        let edited = await type(\.company, "case", "edit", reference.description, "-")
        #expect(edited.error.hasPrefix("\(reference) was changed (version 2): service.summary\n"))
        type.input = yaml.replacing("긴 문서를 요약합니다.", with: "너의 글")
        let stale = await type(\.company, "case", "edit", reference.description, "-")
        #expect(stale.status == .conflict)
        #expect(
            stale.error == """
                sandbox: the draft was not changed: \(reference) has been changed meanwhile \
                (you read version 1, now it is 2)
                  - service.summary: yours “너의 글”, now “나의 글”
                  hint: Read the present version and edit that.

                """)
        type.input = type.input.replacing("version: 1\n", with: "")
        let unversioned = await type(\.company, "case", "edit", reference.description, "-")
        #expect(unversioned.status == .badInput)
        #expect(unversioned.error.contains("version is missing"))
        #expect(await type(\.company, "case", "edit", reference.description, "-", "--if-version", "2").status == .done)
    }

    @Test("a key has 1 to 200 characters, and under it filing has one effect") func keys() async throws {
        let type = try await Shell()
        let draft = try await type.casework.drafted().description
        for key in ["", String(repeating: "k", count: 201)] {
            #expect(await type(\.company, "case", "file", draft, "--idempotency-key", key).status == .usage)
        }
        let key = String(repeating: "키", count: 200)
        let first = await type(\.company, "case", "file", draft, "--idempotency-key", key)
        #expect(first.status == .done)
        #expect(await type(\.company, "case", "file", draft, "--idempotency-key", key) == first)
        #expect(await type(\.company, "case", "file", draft).status == .refused)
    }
}
