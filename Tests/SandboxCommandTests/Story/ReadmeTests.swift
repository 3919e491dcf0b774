import SandboxTesting
import Testing

@testable import sandbox

@Suite("The commands of the README", .database)
struct ReadmeTests {
    @Test("that decide a case can be typed one after the other", arguments: ["README.md", "README.ko.md"])
    func desk(page: String) async throws {
        let text = String(decoding: try InputFile.bytes(of: "\(projectFolder)/\(page)"), as: UTF8.self)
        let block = try #require(text.split(separator: "```").first { $0.contains("sandbox committee schedule") })
        let folder = try ScratchFolder()
        let lines = block.split(separator: "\n").filter { $0.hasPrefix("sandbox ") }
            .flatMap { $0.replacing(" && ", with: "\n").split(separator: "\n") }
            .map { line in
                let words = line.split(separator: "#")[0].replacing("--output ", with: "--output \(folder.path)/")
                return "desk" + words.dropFirst("sandbox".count).replacing("data/", with: projectFolder + "/data/")
            }
        #expect(lines.count == 9)
        var story = try await Story(companies: ["firm": "한빛에이아이"], ministries: ["mcst": "문화체육관광부"])
        story.name("proposal", projectFolder + "/data/proposals/hyperscale-ai.yaml")
        try await story.play(
            """
            2026-11-30
            firm case file $proposal
            desk case receive DE-2026-0001
            desk consult send DE-2026-0001 --to 문화체육관광부
            mcst consult reply DE-2026-0001 --opinion agree
            """)
        try await story.play(lines.joined(separator: "\n"))
    }

    @Test("a decision before the meeting names its day and says when to come back") func early() async throws {
        var story = try await Story(companies: ["firm": "한빛에이아이"], ministries: ["mcst": "문화체육관광부"])
        story.name("proposal", projectFolder + "/data/proposals/hyperscale-ai.yaml")
        try await story.play(
            """
            2026-11-30
            $case = firm case file $proposal
            desk case receive $case
            desk consult send $case --to 문화체육관광부
            mcst consult reply $case --opinion agree
            desk committee schedule main --on 2026-12-10
            desk committee compose main/1 --member chair:위원장 --member standing-agency:상임 --member private:민간1 --member private:민간2
            desk committee table main/1 $case
            desk committee freeze main/1
            desk! committee vote $case --rest in-favour # the meeting is on 2026-12-10
            desk! committee decide $case --outcome granted # the meeting is on 2026-12-10
            desk! committee decide $case --outcome granted --on 2026-12-10 # Vote and decide from then on.
            2026-12-10
            desk committee vote $case --rest in-favour
            desk committee decide $case --outcome granted
            """)
    }
}
