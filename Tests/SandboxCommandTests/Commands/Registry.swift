import SandboxDomain
import SandboxTesting

@testable import sandbox

/// A register with the sample data in it, and the persons that work on it.
struct Registry {
    let test: TestDatabase
    let desk: String
    static let roadmap = [
        "--roadmap", "ai-2020", "--name", "인공지능 법·제도·규제 정비 로드맵", "--adopted-on", "2020-12-24",
    ]

    /// An empty register with a desk.
    init() async throws {
        test = try TestDatabase.current
        desk = try await test.person(.desk, of: "과학기술정보통신부")
    }

    /// A register that others work on already, with one more desk.
    init(_ test: TestDatabase, desk: String) { (self.test, self.desk) = (test, desk) }

    /// Where a file of the project's `data` folder is.
    static func data(_ name: String) -> String { "\(projectFolder)/data/\(name)" }

    /// Runs a command line as this person.
    func run(
        _ words: String..., as role: String? = nil, language: String = "C", input: String = "", width: Int? = nil
    ) async -> (status: EndStatus, out: String, error: String) {
        let url = test.conninfo(as: role ?? desk)
        let (status, written) = await SandboxCommandTests.run(
            words + ["--database-url", url], environment: ["LANG": language], terminalWidth: width, input: input)
        return (status, written.out, written.error)
    }

    /// Enters the sample data.
    func fill() async throws {
        _ = await run("import", "cases", Self.data("historic_cases.csv"))
        let words = ["roadmap", "import", Self.data("ai_law_roadmap_2020.csv")] + Self.roadmap
        _ = await SandboxCommandTests.run(words + ["--database-url", test.conninfo(as: desk)])
    }
}
