import Foundation
import SandboxTesting
import Testing

@testable import sandbox

@Suite("What is shipped")
struct PackageTests {
    private static let root = URL(filePath: projectFolder)

    private static func text(_ path: String) throws -> String {
        try String(contentsOf: root.appending(path: path), encoding: .utf8)
    }

    private static func run(_ program: String, _ words: [String], _ environment: [String: String] = [:]) throws
        -> String
    {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [program] + words
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        let output = Pipe()
        (process.standardOutput, process.standardError) = (output, output)
        try process.run()
        let said = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        try #require(process.terminationStatus == 0, "\(words): \(said)")
        return said
    }

    @Test("every dependency has its licence, and no licence is of something that is gone") func licences() throws {
        let rows = try Self.text("packaging/licences.tsv").split(separator: "\n").dropFirst()
            .map { $0.split(separator: "\t").map(String.init) }
        #expect(rows.allSatisfy { $0.count == 5 })
        let manifest = try Self.text("Package.swift")
        let packages = manifest.matches(of: /package\(url: "[^"]*\/([^"\/]+)", exact/).map { String($0.output.1) }
        let libraries = manifest.matches(of: /pkgConfig: "([^"]+)"/).map { String($0.output.1.prefix { $0 != "-" }) }
        #expect(packages.count == manifest.components(separatedBy: ".package(").count - 1)
        let named = Set(rows.map { String($0[0].prefix { $0 != " " }) })
        let ofTheLanguage: Set = ["sandbox", "swift", "llvm", "unicode", "gcc", "libc"]
        #expect(named == Set(packages + libraries).union(ofTheLanguage))
        for row in rows where row[3] == "program" && !row[4].hasPrefix("toolchain:") && !row[4].hasPrefix(".build/") {
            #expect(try Self.text(row[4]).count > 300)
        }
    }

    @Test("the unit runs a command that there is") func units() throws {
        let unit = try Self.text("packaging/sandbox-doctor.service")
        let line = try #require(unit.firstMatch(of: /ExecStart=\/usr\/bin\/sandbox (.+)/)).output.1
        let command = try Sandbox.command(of: line.split(separator: " ").map(String.init))
        #expect(command is Doctor)
    }

    @Test(
        "completions are made for three shells",
        arguments: [("bash", "complete "), ("zsh", "#compdef"), ("fish", "complete ")])
    func completions(shell: String, word: String) async throws {
        let (status, written) = await SandboxCommandTests.run(["--generate-completion-script", shell])
        #expect(status == .done)
        #expect(written.out.contains(word) && written.out.contains("precedents"))
    }

    #if os(Linux)
        private static let canPack =
            (try? run("dpkg-shlibdeps", ["--version"])) != nil
            && (try? run("clang", ["--version"])) != nil

        @Test("a package holds what it should, and is the same each time", .enabled(if: canPack))
        func contents() throws {
            let folder = FileManager.default.temporaryDirectory.appending(path: "package-\(UUID().uuidString)")
            defer { try? FileManager.default.removeItem(at: folder) }
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            // In the place of the program, whose release takes minutes to build.
            let (source, program) = (folder.appending(path: "program.c"), folder.appending(path: "program").path)
            try "#include <stdio.h>\nint main(void) { puts(\"sandbox 0.1\"); return 0; }\n"
                .write(to: source, atomically: true, encoding: .utf8)
            _ = try Self.run("clang", ["-o", program, source.path])
            let sums = try (0..<2).map { _ in
                let made = folder.appending(path: "made").path
                _ = try Self.run("\(projectFolder)/script/package", [program], ["SANDBOX_PACKAGE_FOLDER": made])
                return try String(contentsOfFile: made + "/SHA256SUMS", encoding: .utf8)
            }
            #expect(sums[0] == sums[1])
            let names = try FileManager.default.contentsOfDirectory(atPath: folder.path + "/made").sorted()
            #expect(names.count == 3 && names[0] == "SHA256SUMS")
            let package = folder.path + "/made/" + (try #require(names.first { $0.hasSuffix(".deb") }))
            let files = try Self.run("dpkg-deb", ["-c", package]).split(separator: "\n")
                .filter { $0.hasPrefix("-") }.map { String($0.split(separator: " ").last ?? "") }
            let documents = "./usr/share/doc/sandbox-tracker/"
            let expected =
                try ManPages.all().keys.map { "./usr/share/man/man1/\($0).gz" }
                + [
                    "changelog.gz", "changelog.Debian.gz", "copyright", "LICENCES.gz", "README.md", "README.ko.md",
                    "installation.md",
                ]
                .map { documents + $0 }
                + [
                    "./usr/bin/sandbox", "./usr/share/bash-completion/completions/sandbox",
                    "./usr/share/zsh/vendor-completions/_sandbox", "./usr/share/fish/vendor_completions.d/sandbox.fish",
                    "./usr/lib/systemd/system/sandbox-doctor.service", "./usr/lib/systemd/system/sandbox-doctor.timer",
                ]
            #expect(files.sorted() == expected.sorted())
            #expect(try Self.run("dpkg-deb", ["-f", package, "Depends"]).contains("libc6"))
            let owners = try Self.run(
                "tar", ["-tvzf", folder.path + "/made/" + (try #require(names.first { $0.hasSuffix(".gz") }))])
            #expect(owners.split(separator: "\n").allSatisfy { $0.contains(" 0/0 ") })
        }
    #endif
}
