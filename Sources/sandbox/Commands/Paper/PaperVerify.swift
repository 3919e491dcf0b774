import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

extension Paper {
    struct Verify: TrackerCommand {
        static let configuration = CommandConfiguration(
            name: "verify",
            abstract: "Say whether a file, or the paper of a number, was issued, and whether it still holds.",
            discussion: """
                  sandbox paper verify certificate.html
                  sandbox paper verify 1234-5678-9012-3456

                A file is the paper only if every byte of it is. Exit status 3: there is no such paper, or it is not yours to
                see; 7: the file bears the number of a paper and is not what was issued, a later edition took its place, or
                the grant that it certifies is over.
                """
        )
        @Argument(help: ArgumentHelp("A file, or a number.", valueName: "file")) var file: String
        @OptionGroup(title: "Everywhere") var global: GlobalOptions

        var notDone: Wording { Wording("확인하지 못했습니다", "it was not verified") }

        func run(_ tracker: Tracker) async throws {
            let isFile = FileSystem.status(of: file, followingLinks: true) != nil
            let asked: VerifyPaper.Asked =
                isFile ? .bytes(try InputFile.bytes(of: file)) : .number(try .label(.number, file))
            let found: VerifiedPaper
            do { found = try await tracker.answer(VerifyPaper(asked)) } catch let missing as NotFound where isFile {
                throw NotFound(missing.kind, file)
            }
            try global.confirm(Confirmation(verified: found))
            if !found.holds { throw ExitCode(7) }
        }
    }
}
