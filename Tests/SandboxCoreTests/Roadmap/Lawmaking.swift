import Postgres
import SandboxCore
import SandboxDomain
import SandboxTesting

/// A register with the roadmaps of the sample data in it, and the people who work on them.
struct Lawmaking {
    let test: TestDatabase
    let deskName: String
    let desk: Tracker
    /// 문화체육관광부, which owes ai-2020/P05 and some of 2025.
    let ministryName: String
    let ministry: Tracker

    init() async throws {
        test = try TestDatabase.current
        deskName = try await test.person(.desk, of: "과학기술정보통신부")
        ministryName = try await test.person(.ministry, of: "문화체육관광부", named: "mcst")
        desk = try test.tracker(as: deskName)
        ministry = try test.tracker(as: ministryName)
        for (file, code, name, day) in [
            ("ai_law_roadmap_2020.csv", "ai-2020", "인공지능 법·제도·규제 정비 로드맵", "2020-12-24" as CivilDate?),
            ("ai_law_roadmap_2025.csv", "ai-2025", "AI 분야 규제합리화 로드맵", "2025-11-27"),
            ("ai_basic_act.csv", "ai-basic-act", "인공지능기본법과 하위 법령", nil),
        ] {
            let bytes = try sampleData(file)
            _ = try await desk.perform(
                ImportRoadmap(bytes, file: file, code: try RoadmapCode(code), name: name, adoptedOn: day))
        }
    }

    /// Enters the history that the sources document.
    func history() async throws -> [ImportMilestones.Imported] {
        var outcomes: [ImportMilestones.Imported] = []
        for file in ["milestones/ai_law.csv", "milestones/ai_basic_act.csv"] {
            outcomes.append(try await desk.perform(ImportMilestones(try sampleData(file), file: file)))
        }
        return outcomes
    }

    func ref(_ text: String) throws -> TaskReference { try TaskReference(text) }

    /// One milestone of one task as it was on a day.
    func milestone(_ task: String, _ kind: Milestone, asOf: CivilDate? = nil, knownBy: CivilDate? = nil) async throws
        -> MilestoneRow?
    {
        var list = MilestoneList()
        (list.task, list.asOf, list.knownBy) = (try ref(task), asOf, knownBy)
        return try await desk.answer(list).first { $0.milestone == kind }
    }

    /// Does something as the superuser.
    func administer(_ script: String) async throws {
        try await test.administrator.write { try $0.simple("\(unsafe: script)") }
    }
}
