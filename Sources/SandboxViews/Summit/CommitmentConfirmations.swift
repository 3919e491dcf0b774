package import SandboxCore
package import SandboxDomain
import SandboxPresentation

extension Confirmation {
    /// A promise that was made at a summit.
    package init(_ promise: SummitPromise, as reference: CommitmentReference) {
        self.init(
            name: reference.description,
            said: Wording(
                "\(reference): \(promise.owner)의 약속을 등록했습니다.",
                "\(reference): a commitment of \(promise.owner) was entered."),
            fields: [
                .init("commitment", "약속", "Commitment", .text(reference.description)),
                .init("kind", "구분", "Kind", .code(promise.kind)), .init("owner", "기관", "Owner", .text(promise.owner)),
                .init("text", "내용", "Text", .text(promise.text)),
                .init("due", "기한", "Due", .text(promise.due?.text)),
                .init("due_on", "기한일", "Due on", .date(promise.due?.last)),
            ])
    }

    /// What became of a promise.
    package init(_ now: CommitmentRow, of reference: CommitmentReference, _ kind: EvidenceKind) {
        self.init(
            name: reference.description,
            said: Wording(
                "\(reference) \(kind.wording.ko): 기록했습니다(상태: \(now.state.wording.ko)).",
                "\(reference): “\(kind.wording.en)” was recorded (state: \(now.state.wording.en))."),
            fields: [
                .init("commitment", "약속", "Commitment", .text(reference.description)),
                .init("kind", "구분", "Kind", .code(kind)), .init("state", "상태", "State", .code(now.state)),
                .init("settled_on", "종결일", "Settled on", .date(now.settledOn)),
                .init("evidence", "실적 수", "Evidence", .integer(now.evidence)),
            ])
    }
}
