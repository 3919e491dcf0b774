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
