import SandboxDomain
import SandboxTesting
import Testing

@testable import sandbox

@Suite("sandbox org and sandbox user", .database)
struct PeopleTests {
    @Test("an organisation is entered, listed, shown and edited") func organisations() async throws {
        let registry = try await Registry()
        let added = await registry.run(
            "org", "add", "한빛에이아이", "--kind", "company", "--registration-no", "１２４８１００９９８", "--format", "json")
        #expect(added.status == .done && added.out.contains(#""kind": "company""#))
        let edited = await registry.run("org", "edit", "한빛에이아이", "--if-version", "1", "--name-en", "Hanbit AI")
        #expect(edited.status == .done && edited.out == "한빛에이아이\n" && edited.error.contains("(version 2)"))
        let shown = await registry.run("org", "view", "한빛에이아이", "--format", "jsonl")
        #expect(
            shown.out == """
                {"name":"한빛에이아이","kind":"company","name_en":"Hanbit AI","registration_no":"124-81-00998","closed_on":null,"version":2}

                """)
        let cleared = await registry.run("org", "edit", "한빛에이아이", "--if-version", "2", "--name-en", "")
        #expect(cleared.status == .done)
        let list = await registry.run("org", "list", "--kind", "company")
        #expect(
            list.out
                == "name\tkind\tname_en\tregistration_no\tclosed_on\tversion\n한빛에이아이\tcompany\t\t124-81-00998\t\t3\n")
    }

    @Test("a stale edit ends with 5 and shows both sides, for people and as an object") func conflict() async throws {
        let registry = try await Registry()
        _ = await registry.run("org", "edit", "과학기술정보통신부", "--if-version", "1", "--name-en", "MSIT")
        let stale = await registry.run("org", "edit", "과학기술정보통신부", "--if-version", "1", "--name-en", "MOST")
        #expect(stale.status == .conflict)
        #expect(stale.error.contains("yours “MOST”, now “MSIT”"))
        let object = await registry.run(
            "org", "edit", "과학기술정보통신부", "--if-version", "1", "--name-en", "MOST", "--format", "json")
        #expect(object.error.contains(#""issues":[{"field":"name_en","yours":"MOST","theirs":"MSIT"}]"#))
    }

    @Test("a dry run does everything and keeps nothing") func dryRun() async throws {
        let registry = try await Registry()
        let dry = await registry.run("org", "add", "가나", "--kind", "company", "--dry-run")
        #expect(dry.status == .done && dry.error.contains("dry run"))
        #expect(await registry.run("org", "view", "가나").status == .notFound)
        let refused = await registry.run("org", "add", "과학기술정보통신부", "--kind", "authority", "--dry-run")
        #expect(refused.status == .refused)
    }

    @Test("what is missing is asked for, and without anybody there it is named") func missing() async throws {
        let registry = try await Registry()
        let nobody = await registry.run("org", "add", "가나")
        #expect(nobody.status == .usage && nobody.error.contains("--kind"))
        let url = registry.test.conninfo(as: registry.desk)
        let (status, _) = await run(
            ["org", "add", "가나", "--database-url", url], environment: ["LANG": "C"], answers: ["compny", "company"])
        #expect(status == .done)
        #expect(await registry.run("org", "add", " ", "--kind", "company").status == .usage)
        #expect(await registry.run("org", "edit", "가나", "--if-version", "1", "--closed-on", "soon").status == .usage)
    }

    @Test("an operator makes and disables persons; every refusal has its words and its status") func users()
        async throws
    {
        let registry = try await Registry()
        let op = try await registry.test.person(.operator)
        let kim = registry.test.roleName("kim")
        _ = await registry.run("org", "add", "한빛에이아이", "--kind", "company")
        let added = await registry.run(
            "user", "add", kim, "--role", "company", "--org", "한빛에이아이", "--name", "김하늘", as: op)
        #expect(added.status == .done && added.out == kim + "\n")
        let list = await registry.run("user", "list", "--role", "company", as: op)
        #expect(
            list.out == """
                login\trole\torganisation\tname\tis_disabled\trights\taway_until\tdeputy
                \(kim)\tcompany\t한빛에이아이\t김하늘\tfalse\tfile; decide; sign\t\t

                """)
        for (words, status, said) in [
            ([kim, "--role", "analyst"], .refused, "exists already"),
            (["new", "--role", "ministry", "--org", "한빛에이아이"], .refused, "cannot belong"),
            (["new", "--role", "desk"], .refused, "none was named"),
            (["new", "--role", "company", "--org", "없는회사"], .notFound, "없는회사"),
            (["postgres", "--role", "analyst"], .refused, "administrative rights"),
            (["pg_new", "--role", "analyst"], .usage, "not a login"),
            (["new"], .usage, "--role"),
        ] as [([String], EndStatus, String)] {
            let (ended, written) = await run(
                ["user", "add"] + words + ["--database-url", registry.test.conninfo(as: op)], environment: ["LANG": "C"]
            )
            #expect(ended == status && written.error.contains(said), "\(words) \(written.error)")
        }
        #expect(await registry.run("user", "add", "new", "--role", "analyst").status == .notPermitted)
        #expect(await registry.run("user", "disable", kim, op, as: op).status == .refused)
        #expect(await registry.run("user", "disable", kim, as: op).status == .done)
        #expect(await registry.run("user", "disable", kim, as: op).status == .refused)
        #expect(await registry.run("case", "list", as: kim).status != .done)
        let again = await registry.run("user", "enable", kim, as: op)
        #expect(again.status == .done && again.out == kim + "\n")
        #expect(await registry.run("user", "enable", kim, as: op).error.contains("can log in already"))
        #expect(await registry.run("user", "edit", kim, "--name", "김바다", as: op).error.contains("김바다"))
        let me = await registry.run("whoami", "--format", "jsonl", as: kim)
        #expect(me.out.contains(#""login":"\#(kim)","role":"company","organisation":"한빛에이아이""#))
        #expect(await registry.run("user", "edit", kim, "--name", "x", as: kim).status == .notPermitted)
    }

    @Test("work is assigned, noted on, deputised for and handed over; a password is typed unseen") func office()
        async throws
    {
        let shell = try await Shell()
        let (desk, reference) = (shell.casework.desk.name, try await shell.casework.filed())
        let lee = try await shell.casework.database.person(.desk, of: shell.casework.desk.organisation, named: "lee")
        let assigned = await shell(\.desk, "case", "assign", reference.description)
        #expect(assigned.status == .done && assigned.error.contains("is the work of \(desk) now"))
        #expect(await shell(\.desk, "inbox", "--mine").out.contains(reference.description))
        #expect(await shell(\.desk, "inbox", "--mine", "--seen").status == .usage)
        #expect(await shell(\.desk, "case", "assign", reference.description, "--nobody", "--to", lee).status == .usage)
        let noted = await shell(\.desk, "case", "note", reference.description, "--text", "전화했음")
        #expect(noted.status == .done && noted.error.contains("noted for your colleagues"))
        let shown = await shell(\.desk, "case", "view", reference.description, "--format", "json")
        #expect(shown.out.contains(#""assigned_to": "\#(desk)""#) && shown.out.contains("전화했음"))
        #expect(await !shell(\.company, "case", "view", reference.description).out.contains("전화했음"))
        #expect(await shell(\.desk, "case", "list", "--assigned-to", desk).out.contains(reference.description))
        #expect(await !shell(\.desk, "case", "list", "--assigned-to", lee).out.contains(reference.description))
        let away = await shell(\.desk, "user", "absent", "--until", "2020-01-01", "--deputy", lee)
        #expect(away.status == .refused)
        let handed = await shell(\.desk, "user", "hand-over", desk, "--to", lee, "--reason", "인사이동")
        #expect(handed.status == .done && handed.error.contains("1 case of \(desk)"))
        #expect(await shell(\.desk, "user", "hand-over", desk, "--to", desk, "--reason", "x").status == .refused)

        var typing = shell
        typing.answers = ["correct horse battery", "correct horse battery"]
        let set = await typing(\.desk, "user", "password")
        #expect(set.status == .done && !set.error.contains("horse") && !set.out.contains("horse"))
        typing.answers = ["correct horse battery", "another"]
        #expect(await typing(\.desk, "user", "password").error.contains("not the same"))
        var piped = shell
        piped.input = "correct horse battery\n"
        #expect(await piped(\.desk, "user", "password", "--from", "-").status == .done)
        #expect(await shell(\.desk, "user", "password").status == .usage)
        let (embedded, written) = await run(["user", "password", "--lang", "en"], environment: ["LANG": "C"])
        #expect(embedded == .usage && written.error.contains("asks for no password"))
    }
}
