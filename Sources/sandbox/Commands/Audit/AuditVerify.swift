import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

extension Audit {
    struct Verify: TrackerCommand {
        static let configuration = CommandConfiguration(
            name: "verify",
            abstract: "Check the event log, its seals, and the register against it; 7 if something is wrong.",
            discussion: """
                  sandbox audit verify
                  sandbox audit verify --seal SEAL-3-1041-5e018dd6704aa5c7…

                Every digest of the log is recomputed, and every row of the register that is recorded is compared with what
                its events put together. What is wrong is listed, the first broken event first, then rows, then seals.
                """
        )
        @OptionGroup(title: "Everywhere") var global: GlobalOptions
        @Option(help: ArgumentHelp("What was kept of a seal; the log must still bear it out.", valueName: "token"))
        var seal: String?
        @Flag(
            help: "Only what was recorded after that seal, and the rows that it changed; the rest was verified before.")
        var sinceSeal = false

        func validate() throws {
            if sinceSeal && seal == nil { throw ValidationError("--since-seal goes with --seal") }
        }

        var notDone: Wording { Wording("기록을 확인하지 못했습니다", "the event log was not checked") }

        func run(_ tracker: Tracker) async throws {
            let token = try seal.map(SealToken.init(option:))
            let verdict = try await tracker.answer(AuditVerify(token: token, onlyLater: sinceSeal))
            try global.print(verdict.breaks, .breaks, isCheck: true)
            guard let first = verdict.breaks.first else {
                Console.current.say(verdict.holds(token), in: global.language)
                return
            }
            throw Failure.auditBroken(first, count: verdict.breaks.count)
        }
    }
}

extension SealToken {
    /// The token in the value of `--seal`.
    fileprivate init(option text: String) throws {
        do { try self.init(text) } catch { throw BadInput(error, field: .seal) }
    }
}

extension Failure {
    /// Exit status 7, naming the first broken place.
    static func auditBroken(_ first: AuditBreak, count: Int) -> Failure {
        let place =
            first.row.map { "\($0) (\(first.chain))" } ?? first.event.map { "\($0) (\(first.chain) \(first.sequence))" }
            ?? first.chain
        return Failure(
            code: "audit-broken", status: .checkFailed,
            what: Wording("기록 또는 자료가 그대로가 아닙니다", "the event log or the register is not what was recorded"),
            why: Wording(
                "문제 \(count)건, 처음은 \(place): \(first.problem.wording.ko)",
                "\(count) problem\(count == 1 ? "" : "s"), the first at \(place): \(first.problem.wording.en)"),
            hint: Wording(
                "데이터베이스를 그대로 보존하고, 백업과 보관된 봉인을 대조하십시오",
                "keep the database as it is, and compare it with a backup and with the seals that were kept outside"))
    }
}
