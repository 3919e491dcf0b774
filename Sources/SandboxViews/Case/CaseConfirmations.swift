package import SandboxCore
import SandboxDomain
import SandboxPresentation

extension Confirmation {
    /// A case was filed.
    package init(filed moved: MovedCase, openTasks: [CaseDetail.OpenTask]) {
        self.init(moved, openTasks, Wording("\(moved.reference): 제출했습니다.", "\(moved.reference) was filed."))
    }

    /// A case was received.
    package init(received moved: MovedCase, openTasks: [CaseDetail.OpenTask]) {
        self.init(moved, openTasks, Wording("\(moved.reference): 접수했습니다.", "\(moved.reference) was received."))
    }

    /// A case was returned to its company.
    package init(returned moved: MovedCase, openTasks: [CaseDetail.OpenTask]) {
        self.init(
            moved, openTasks, Wording("\(moved.reference): 반려했습니다.", "\(moved.reference) was returned to the company."))
    }

    /// A case was withdrawn.
    package init(withdrawn moved: MovedCase, openTasks: [CaseDetail.OpenTask]) {
        self.init(moved, openTasks, Wording("\(moved.reference): 철회했습니다.", "\(moved.reference) was withdrawn."))
    }

    /// A rejected case is to be deliberated again.
    package init(redeliberated moved: MovedCase, openTasks: [CaseDetail.OpenTask]) {
        self.init(
            moved, openTasks,
            Wording("\(moved.reference): 재심의를 신청했습니다.", "\(moved.reference): re-deliberation was asked for."))
    }

    /// Somebody else is to be contacted.
    package init(contactOf moved: MovedCase) {
        self.init(
            moved, [], Wording("\(moved.reference): 연락처를 바꿨습니다.", "\(moved.reference): the contact was replaced."))
    }

    private init(_ moved: MovedCase, _ openTasks: [CaseDetail.OpenTask], _ said: Wording) {
        self.init(
            name: moved.reference.description, said: said, next: openTasks.sentences,
            fields: [
                .init("reference", "과제번호", "Reference", .text(moved.reference.description)),
                .init("stage", "단계", "Stage", .code(moved.stage)),
            ])
    }
}

extension Confirmation {
    /// A case was proposed for the fast track.
    package init(_ proposed: FastTrack) {
        let (name, precedent) = (proposed.reference.description, proposed.precedent.description)
        self.init(
            name: name,
            said: Wording(
                "\(name): \(precedent)의 동일·유사 과제로 지정했습니다.",
                "\(name) was proposed for the fast track after \(precedent)."),
            fields: [
                .init("reference", "과제번호", "Reference", .text(name)),
                .init("precedent", "선례", "Precedent", .text(precedent)),
            ])
    }
}
