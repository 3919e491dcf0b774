package import SandboxCore
import SandboxDomain
import SandboxPresentation

extension Confirmation {
    /// An act as it is recorded in the journal.
    package init(_ done: RecordedGrantAct) {
        let name = done.reference.description
        self.init(
            name: name,
            said: Wording(
                "\(name) #\(done.number): \(done.act.wording.ko) (\(done.day.text(.korean)))",
                "\(name) #\(done.number): \(done.act.wording.en) (\(done.day.text(.english)))"),
            next: [Self.standing(done)],
            fields: [
                .init("reference", "과제번호", "Reference", .text(name)),
                .init("certificate", "지정·허가번호", "Grant number", .text(done.certificate)),
                .init("act", "절차", "Act", .code(done.act)),
                .init("number", "번호", "Number", .integer(done.number)),
                .init("on_day", "날짜", "Day", .date(done.day)),
                .init("state", "상태", "State", .code(done.state)),
                .init("end_on", "만료일", "Valid until", .date(done.endOn)),
                .init("last_on", "효력 종료일", "In force until", .date(done.lastOn)),
            ])
    }

    /// In which state the grant is, and until when it is valid; of one that is over, on which day it ended.
    private static func standing(_ done: RecordedGrantAct) -> Wording {
        let state = done.state.wording
        let start = Wording("상태: \(state.ko)", "The grant is “\(state.en)”")
        if !done.state.isInForce {
            guard let last = done.lastOn else { return Wording(start.ko, start.en + ".") }
            return Wording(
                "\(start.ko), 효력 종료일 \(last.text(.korean))", "\(start.en); it ended on \(last.text(.english)).")
        }
        guard let end = done.endOn else {
            return Wording("\(start.ko), 유효기간은 사업개시일부터", "\(start.en); its validity begins with the business.")
        }
        if end < done.today {
            return Wording(
                "\(start.ko), 유효기간은 \(end.text(.korean))에 끝났고 효력은 계속됩니다",
                "\(start.en): its validity ended on \(end.text(.english)), and it stays in force.")
        }
        return Wording(
            "\(start.ko), 유효기간 \(end.text(.korean))까지", "\(start.en), valid until \(end.text(.english)).")
    }
}
