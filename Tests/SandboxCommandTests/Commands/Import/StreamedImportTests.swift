import Foundation
import Postgres
import SandboxTesting
import Testing

@testable import sandbox

#if os(Linux)
    import Glibc

    @Suite("A file as large as one likes", .database)
    struct StreamedImportTests {
        private static let header =
            "company,service,track,ministries,regulation,conditions,filed_on,decided_on,decision,meeting,note,inferred_fields,source\n"

        /// A row of about 16 KiB.
        private static func row(_ number: Int) -> String {
            "회사 \(number % 7),서비스 \(number),demonstration,보건복지부,의료법: 비대면 진료,,,2024-01-02,granted,,\"\(String(repeating: "가나다, ", count: 1_640))\",,\n"
        }

        @Test("memory does not grow with the file") func memory() async throws {
            let registry = try await Registry()
            func peak(rows: Int) async throws -> Int {
                let process = try ImportProcess(registry)
                defer { process.end() }
                try await process.write(Self.header)
                for number in 0..<rows { try await process.write(Self.row(number)) }
                let kibibytes = try #require(process.peak)
                #expect(try await process.finish() == 0)
                return kibibytes
            }
            // 3 MiB and 16 MiB.
            let (small, large) = (try await peak(rows: 200), try await peak(rows: 1_000))
            #expect(large - small < 4 * 1024, "\(small) KiB, then \(large) KiB")
        }

        @Test("an import that is killed on the way leaves nothing, and is done again") func killed() async throws {
            let registry = try await Registry()
            let process = try ImportProcess(registry, "--format", "json")
            defer { process.end() }
            try await process.write(Self.header)
            for number in 0..<50 { try await process.write(Self.row(number)) }
            process.kill()
            let administrator = registry.test.administrator
            try await eventually {
                try await administrator.read {
                    try $0.one(
                        "SELECT count(*) = 0 FROM pg_class AS c WHERE c.relname = 'staged_case' AND c.relpersistence = 't'",
                        as: Bool.self)
                }
            }
            let left = try await administrator.read {
                try $0.one(
                    "SELECT (SELECT count(*) FROM sandbox.case_file) + (SELECT count(*) FROM sandbox.imported_case)",
                    as: Int.self)
            }
            #expect(left == 0)
            let again = await registry.run(
                "import", "cases", "-", "--format", "json", input: Self.header + Self.row(1) + Self.row(2))
            #expect(again.status == .done && again.out.contains(#""imported": 2"#))
        }
    }

    /// `sandbox import cases` as a process of its own, which reads what the test writes. It has read all of it whenever
    /// `write` returns.
    private final class ImportProcess {
        private let process = Process()
        private let path = "/tmp/sbxp-" + String(UInt64.random(in: .min ... .max), radix: 36)
        private var file: Int32 = -1

        init(_ registry: Registry, _ words: String...) throws {
            let made = unsafe mkfifo(path, 0o600)
            // Opened for reading too, so that the other reader may end first.
            file = unsafe open(path, O_RDWR)
            try #require(made == 0 && file >= 0)
            process.executableURL = URL(filePath: BuiltProgram.path)
            process.arguments =
                ["import", "cases", path, "--database-url", registry.test.conninfo(as: registry.desk)] + words
            process.environment = ["LANG": "C"]
            process.standardOutput = FileHandle.nullDevice
            process.standardError = FileHandle.nullDevice
            try process.run()
        }

        func write(_ text: String) async throws {
            var rest = Array(text.utf8)[...]
            while !rest.isEmpty {
                // An empty pipe takes this much at once.
                let piece = Array(rest.prefix(32_768))
                rest = rest.dropFirst(piece.count)
                try #require(FileSystem.write(piece, to: file))
                try await eventually { !self.process.isRunning || self.waiting == 0 }
                try #require(process.isRunning)
            }
        }

        /// Bytes that nobody has read yet.
        private var waiting: Int32 {
            var count: Int32 = 0
            _ = unsafe ioctl(file, UInt(FIONREAD), &count)
            return count
        }

        /// The largest size in memory so far, in KiB.
        var peak: Int? {
            guard let status = try? String(contentsOfFile: "/proc/\(process.processIdentifier)/status", encoding: .utf8)
            else { return nil }
            return status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
                .flatMap { Int($0.filter(\.isNumber)) }
        }

        /// Ends the file, and waits for the exit status.
        func finish() async throws -> Int32 {
            close(file)
            file = -1
            try await eventually(within: .seconds(180)) { !self.process.isRunning }
            return process.terminationStatus
        }

        func kill() { Glibc.kill(process.processIdentifier, SIGKILL) }

        func end() {
            if file >= 0 { close(file) }
            if process.isRunning { kill() }
            FileSystem.remove(path)
        }
    }
#endif
