package import SandboxCore
package import SandboxDomain
import SandboxPresentation

extension Confirmation {
    /// The company objected to a disposition.
    package init(objected disposition: Disposition, in reference: CaseReference, openTasks: [CaseDetail.OpenTask]) {
        let due = disposition.answerDueOn
        self.init(
            reference, disposition,
            said: Wording(
                "\(reference): \(disposition.kind.wording.ko) 처분에 이의신청을 했습니다."
                    + (due.map { " 결과 통지 기한은 \($0.told(disposition.answerDoubt).ko)입니다." } ?? ""),
                "\(reference): objected to the \(disposition.kind.wording.en.lowercased())."
                    + (due.map { " The answer is due on \($0.told(disposition.answerDoubt).en)." } ?? "")),
            next: openTasks.sentences)
    }

    /// The authority answered the objection.
    package init(
        answered disposition: Disposition, _ ruling: ObjectionRuling, in reference: CaseReference,
        openTasks: [CaseDetail.OpenTask]
    ) {
        let until = disposition.appealUntil
        self.init(
            reference, disposition,
            said: Wording(
                "\(reference): 이의신청 결과를 통지했습니다(\(ruling.wording.ko))."
                    + (until.map { " 행정심판·행정소송은 \($0.told(disposition.appealDoubt).ko)까지 제기할 수 있습니다." } ?? ""),
                "\(reference): the objection was answered (\(ruling.wording.en.lowercased()))."
                    + (until.map { " An appeal or a suit is open until \($0.told(disposition.appealDoubt).en)." } ?? "")
            ),
            next: (ruling.leavesAppeal ? [] : [disposition.kind.followed(in: reference)]) + openTasks.map(\.sentence))
    }

    private init(_ reference: CaseReference, _ disposition: Disposition, said: Wording, next: [Wording]) {
        self.init(
            name: reference.description, said: said, next: next,
            fields: [
                .init("reference", "과제번호", "Reference", .text(reference.description)),
                .init("number", "처분 번호", "Number", .integer(disposition.number)),
                .init("kind", "처분", "Disposition", .code(disposition.kind)),
                .init("objected_on", "이의신청일", "Objected", .date(disposition.objectedOn)),
                .init("answer_due_on", "결과 통지 기한", "Answer due", .date(disposition.answerDueOn)),
                .init("ruling", "결과", "Answer", .code(disposition.ruling)),
                .init("ruled_on", "결과 통지일", "Answered", .date(disposition.ruledOn)),
                .init("appeal_until", "행정심판·소송 기한", "Appeal until", .date(disposition.appealUntil)),
            ])
    }
}

extension DispositionKind {
    /// What an upheld objection leads to.
    fileprivate func followed(in reference: CaseReference) -> Wording {
        let name = reference.description
        return switch self {
        case .return: Wording("다음: 반려가 취소되어 신청을 다시 처리합니다.", "Next: the return is undone, and the case goes on.")
        case .suspend:
            Wording(
                "다음: 중지를 풉니다. sandbox grant resume \(name)", "Next: end the suspension. sandbox grant resume \(name)")
        case .refuseExtension:
            Wording(
                "다음: 기한 안이면 유효기간을 연장합니다. sandbox grant extend \(name)",
                "Next: extend the validity, if there is time. sandbox grant extend \(name)")
        case .rejection, .correct, .revoke:
            Wording(
                "다음: \(wording.ko, .object) 바로잡습니다. 이 결정만으로 되돌려지지는 않습니다.",
                "Next: put the \(wording.en.lowercased()) right. The answer alone does not undo it.")
        }
    }
}
