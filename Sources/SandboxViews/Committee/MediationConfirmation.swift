package import SandboxCore
import SandboxDomain
import SandboxPresentation

extension Confirmation {
    /// Mediation began or ended.
    package init(_ mediated: MediatedCase) {
        let (name, council) = (mediated.reference.description, mediated.council)
        let said =
            if let ended = mediated.endedOn {
                Wording(
                    "\(name): \(council)의 조정이 끝났습니다(\(ended.text(.korean))).",
                    "\(name): the mediation by \(council) ended on \(ended.text(.english)).")
            } else {
                Wording(
                    "\(name): \(council)의 조정을 시작했습니다(\(mediated.begunOn.text(.korean))).",
                    "\(name): the mediation by \(council) began on \(mediated.begunOn.text(.english)).")
            }
        self.init(
            name: name, said: said,
            fields: [
                .init("reference", "과제번호", "Reference", .text(name)),
                .init("council", "조정 기구", "Council", .text(council)),
                .init("begun_on", "시작일", "From", .date(mediated.begunOn)),
                .init("ended_on", "종료일", "To", .date(mediated.endedOn)),
            ])
    }
}
