import Postgres
import SandboxCore
import SandboxDomain
import SandboxTesting
import Testing

@testable import sandbox

@Suite("Papers and texts on the command line", .database)
struct PapersTests {
    @Test("a paper goes in and comes out byte for byte, and no file is overwritten") func roundTrip() async throws {
        let type = try await Shell()
        let folder = try ScratchFolder()
        let draft = try await type.casework.drafted().description
        let bytes = (0...255).map { UInt8($0) }
        let path = try folder.file("자료.hwp", bytes)
        let attached = await type(\.company, "case", "attach", draft, path, "--paper", "other")
        #expect(attached.out == "4\n")
        #expect(attached.error == "\(draft) #4: 자료.hwp was attached.\n")
        let saved = await type(\.company, "case", "save", draft, "4", "--output", "\(folder.path)/copy")
        #expect(saved.out == "\(folder.path)/copy\n")
        #expect(try InputFile.bytes(of: "\(folder.path)/copy") == bytes)
        let again = await type(\.company, "case", "save", draft, "4", "--output", folder.path)
        #expect(again.status == .usage)
        #expect(again.error.contains("there is a file of that name already"))
        let papers = await type(\.company, "case", "papers", draft, "--format", "json").out
        let digest = "40aff2e9d2d8922e47afd4648e6967497158785fbd1da870e7110266bf944880"
        #expect(
            papers.contains(#""file_name":"자료.hwp","size":256,"sha256":"\#(digest)","media_type":"application/x-hwp""#))
        #expect(await type(\.company, "case", "detach", draft, "4").status == .done)
        #expect(await type(\.company, "case", "papers", draft).out.contains("자료") == false)
    }

    @Test("two papers of one name are both saved") func oneName() async throws {
        let type = try await Shell()
        let folder = try ScratchFolder()
        let reference = try await type.casework.drafted()
        let papers = ["하나", "둘"].map { PaperFile.text("other", $0, name: "자료.hwpx") }
        try await type.casework.company.perform(AttachPapers(reference, papers))
        let saved = await type(\.company, "case", "save", reference.description, "4", "5", "--output", folder.path)
        #expect(saved.out == "\(folder.path)/자료.hwpx\n\(folder.path)/자료-5.hwpx\n")
        #expect(try InputFile.bytes(of: "\(folder.path)/자료-5.hwpx") == Array("둘".utf8))
    }

    @Test("a paper that was changed past the program is named, and not saved") func damaged() async throws {
        let type = try await Shell()
        let folder = try ScratchFolder()
        let draft = try await type.casework.drafted().description
        let path = try folder.file("자료.hwp", "그대로")
        #expect(await type(\.company, "case", "attach", draft, path, "--paper", "other").out == "4\n")
        try await type.casework.database.administrator.write { session in
            try session.execute("SET LOCAL session_replication_role = replica")
            try session.execute("UPDATE attachment SET content = 'evil' WHERE attachment_no = 4")
        }
        let saved = await type(\.company, "case", "save", draft, "4", "--output", folder.path + "/x")
        #expect(saved.status == .checkFailed && saved.out.isEmpty)
        #expect(saved.error.contains("the bytes of \(draft) #4 (자료.hwp) are not those whose digest was recorded"))
        #expect(await type(\.company, "case", "save", draft, "4", "--output", "-").out.isEmpty)
        #expect(FileSystem.entries(of: folder.path) == ["자료.hwp"])
    }

    @Test(
        "a file whose name hides something, or is none, is bad input",
        arguments: ["a\nb.pdf", "a\u{1B}[2J.pdf", "fdp\u{202E}exe.pdf", "a\\b.pdf"])
    func badNames(name: String) async throws {
        let type = try await Shell()
        let folder = try ScratchFolder()
        let draft = try await type.casework.drafted().description
        let path = try folder.file(name, "x")
        let attached = await type(\.company, "case", "attach", draft, path, "--paper", "other")
        #expect(attached.status == .badInput, "\(attached.error)")
        #expect(!attached.error.contains("\u{1B}") && !attached.error.contains("\u{202E}"))
    }

    @Test("a name that hides something is saved under one that does not") func safeNames() {
        func safe(_ name: String) -> String { PaperFile.text("other", "x", name: name).safeName(3, besides: []) }
        #expect(safe("invoice\u{202E}fdp.exe") == "invoice_fdp.exe")
        #expect(safe("../../a\nb") == "_._.._a_b")
        #expect(safe("") == "_" && safe(".bashrc") == "_bashrc" && safe("자료.hwp") == "자료.hwp")
    }

    @Test("a saved paper never becomes a hidden file") func hiddenName() async throws {
        let type = try await Shell()
        let folder = try ScratchFolder()
        let reference = try await type.casework.drafted()
        try await type.casework.company.perform(AttachPapers(reference, [.text("other", "x", name: ".profile")]))
        let saved = await type(\.company, "case", "save", reference.description, "4", "--output", folder.path)
        #expect(saved.out == "\(folder.path)/_profile\n")
    }

    @Test("a text is typed, read from a file, or from standard input") func prose() throws {
        let folder = try ScratchFolder()
        let path = try folder.file("t.txt", "\u{FEFF}파일의\n글\n")
        let (console, _) = Console.captured(environment: [:], input: "입력의 글\n")
        try Console.$current.withValue(console) { () throws in
            #expect(try Prose(argument: "그대로").text(.reason) == "그대로")
            #expect(try Prose(argument: "@\(path)").text(.reason) == "파일의\n글")
            #expect(try Prose(argument: "-").text(.reason) == "입력의 글")
            #expect(try Prose(argument: "@@kim").text(.reason) == "@kim")
            let empty = #expect(throws: BadInput.self) { try Prose(argument: " ").text(.reason) }
            #expect(empty?.issues.first?.field == .reason)
            #expect(empty?.issues.first?.file == nil)
            let missing = #expect(throws: BadInput.self) { try Prose(argument: "@/nowhere").text(.reason) }
            #expect(missing?.issues.first?.file == "/nowhere")
        }
    }

    @Test("a short proposal is typed in options, each law with its own texts") func options() async throws {
        let type = try await Shell()
        let draft = await type(
            \.company, "case", "draft", "--track", "임시허가", "--service", "요약", "--type", "service",
            "--law", "저작권법 제35조의5", "--law", "Copyright Act Article 35-5", "--exemption", "- 하나", "--exemption", "둘",
            "--application", "이렇게", "--section", "market=시장", "--format", "json")
        #expect(draft.status == .done)
        let proposal = try await type.casework.company.answer(CaseView(CaseReference("DRAFT-1"))).proposal
        #expect(proposal.track == .temporaryPermit)
        #expect(proposal.exemptions.map(\.law) == ["저작권법", "Copyright Act"])
        #expect(proposal.exemptions.map(\.article) == ["제35조의5", "Article 35-5"])
        #expect(proposal.exemptions.map(\.exemption) == ["- 하나", "둘"])
        #expect(proposal.exemptions.map(\.application) == ["이렇게", nil])
        #expect(proposal.sections == [.init("market", "시장")])
        let wrong = await type(\.company, "case", "draft", "--exemption", "x")
        #expect(wrong.status == .usage)
        #expect(wrong.error.contains("--track is missing") && wrong.error.contains("--law is missing"))
    }

    @Test("references are taken as people write them, each once") func references() throws {
        let (console, _) = Console.captured(environment: [:], input: "de-2026-2\n")
        try Console.$current.withValue(console) { () throws in
            let words = ["ＤＥ-2026-1", "DE-2026-0001", "-", " draft-17 "]
            #expect(try CaseReference.all(words).map(\.description) == ["DE-2026-0001", "DE-2026-0002", "DRAFT-17"])
            let error = #expect(throws: BadInput.self) { try CaseReference.all(["x", "DE-2026-0001", "y"]) }
            #expect(error?.issues.count == 2)
        }
    }

    @Test("the empty form is printed, or written to a file that is not there yet") func template() async throws {
        let type = try await Shell()
        let folder = try ScratchFolder()
        let printed = await type(\.company, "case", "template", "--track", "demonstration").out
        #expect(printed.contains("\ntrack: demonstration\n"))
        let path = folder.path + "/form.yaml"
        #expect(await type(\.company, "case", "template", "--track", "실증특례", "--output", path).status == .done)
        #expect(try InputFile.bytes(of: path) == Array(printed.utf8))
        #expect(await type(\.company, "case", "template", "--track", "실증특례", "--output", path).status == .usage)
        #expect(
            await type(\.company, "case", "template", "--track", "demonstation").error.contains(
                "Did you mean demonstration?"))
    }
}
