import SandboxDomain
import SandboxTesting

@testable import sandbox

#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

/// Types command lines as the people of a case, on the running test's database.
struct Shell: Sendable {
    let casework: Casework
    var language = "en"
    /// The columns of the terminal; nil for a pipe.
    var width: Int?
    var input = ""
    /// What somebody types when asked; nil when nobody is there.
    var answers: [String]?

    init() async throws { casework = try await Casework() }

    /// Runs a command line as a person: `company`, `rival`, `desk`, `mcst`, `pipc`, `analyst` or `auditor`.
    func callAsFunction(_ person: KeyPath<Casework, Casework.Person>, _ words: String...) async -> Outcome {
        await run(person, words)
    }

    func run(_ person: KeyPath<Casework, Casework.Person>, _ words: [String]) async -> Outcome {
        let url = casework.database.conninfo(as: casework[keyPath: person].name)
        let (status, written) = await SandboxCommandTests.run(
            ["--database-url", url, "--lang", language] + words, environment: ["LANG": "C", "NO_COLOR": "1"],
            terminalWidth: width, input: input, answers: answers)
        return Outcome(status: status, out: written.out, error: written.error)
    }

    /// What a command line came to.
    struct Outcome: Equatable {
        let status: EndStatus
        let out: String
        let error: String

        /// The first line of standard output, where a bare name is printed.
        var name: String { String(out.prefix { $0 != "\n" }) }
    }
}

/// A folder of the running test, gone with it.
struct ScratchFolder: ~Copyable {
    let path: String

    init() throws {
        path = "/tmp/sbxf-" + String(UInt64.random(in: .min ... .max), radix: 36)
        try FileSystem.makeDirectory(path, permissions: 0o700)
    }

    deinit {
        for name in FileSystem.entries(of: path) { FileSystem.remove(path + "/" + name) }
        _ = unsafe rmdir(path)
    }

    /// Writes a file and answers its path.
    borrowing func file(_ name: String, _ bytes: [UInt8]) throws -> String {
        try OutputFile.create(path + "/" + name, bytes)
        return path + "/" + name
    }

    borrowing func file(_ name: String, _ text: String) throws -> String { try file(name, Array(text.utf8)) }
}
