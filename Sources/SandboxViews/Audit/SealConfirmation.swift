package import SandboxCore
import SandboxDomain
import SandboxPresentation

extension Confirmation {
    /// A seal, whose token an outsider keeps.
    package init(_ seal: LoggedSeal) {
        let token = seal.token.description
        self.init(
            name: token, said: Wording(token, token),
            next: [
                Wording(
                    "기록 \(Wording.grouped(seal.events))건을 봉인했습니다. 이 줄을 밖에 보관하십시오.",
                    "\(Wording.counted(seal.events, "event was", "events were")) sealed; "
                        + "keep this line where nobody here can change it.")
            ],
            fields: [
                .init("token", "봉인", "Token", .text(seal.token.description)),
                .init("seal_no", "번호", "Number", .integer(seal.token.number)),
                .init("up_to", "마지막 기록", "Up to event", .integer(seal.token.upTo)),
                .init("events", "기록 수", "Events", .integer(seal.events)),
            ])
    }
}
