import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

/// A command that does one act upon a grant.
protocol GrantActCommand: TrackerCommand {
    var subject: GrantOptions { get }
    var writing: WritingOptions { get }
    /// The act as it was typed; case and day are filled in.
    func act(_ reference: CaseReference) throws -> ActOnGrant
}

/// Which grant, which day, and under which key.
struct GrantOptions: ParsableArguments {
    @Argument(help: ArgumentHelp("The case whose grant it is, e.g. DE-2026-0001.", valueName: "ref"))
    var reference: String
    @Option(
        help: ArgumentHelp("The day it takes effect (default: today in the authority's zone).", valueName: "date"))
    var on: String?
    @OptionGroup var retry: RetryOptions
}

extension GrantActCommand {
    var notDone: Wording { Wording("기록하지 않았습니다", "nothing was recorded") }

    func run(_ tracker: Tracker) async throws {
        let reference = try CaseReference.one(subject.reference)
        var act = try act(reference)
        act.on = try subject.on.map { try CivilDate(option: .on, $0) }
        try global.confirm(
            Confirmation(try await tracker.perform(act, key: subject.retry.key, dryRun: writing.dryRun)),
            dryRun: writing.dryRun)
    }
}

extension Confirmation {
    /// An act as it stands in the journal.
    fileprivate init(_ done: RecordedGrantAct) {
        let name = done.reference.description
        self.init(
            name: name,
            said: Wording(
                "\(name) #\(done.number): \(done.act.wording.ko) (\(done.day.text(.korean)))",
                "\(name) #\(done.number): \(done.act.wording.en) (\(done.day.text(.english)))"),
            next: [
                done.endOn.map {
                    Wording(
                        "상태: \(done.state.wording.ko), 유효기간 \($0.text(.korean))까지",
                        "The grant is “\(done.state.wording.en)”, valid until \($0.text(.english)).")
                }
                    ?? Wording(
                        "상태: \(done.state.wording.ko), 유효기간은 사업개시일부터",
                        "The grant is “\(done.state.wording.en)”; its validity begins with the business.")
            ],
            fields: [
                .init("reference", "과제번호", "Reference", .text(name)),
                .init("certificate", "허가증·지정서", "Certificate", .text(done.certificate)),
                .init("act", "절차", "Act", .code(done.act)),
                .init("number", "번호", "Number", .integer(done.number)),
                .init("on_day", "날짜", "Day", .date(done.day)),
                .init("state", "상태", "State", .code(done.state)),
                .init("end_on", "만료일", "Valid until", .date(done.endOn)),
            ])
    }
}
