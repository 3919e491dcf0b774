package import SandboxCore
package import SandboxDomain
import SandboxPresentation

extension Confirmation {
    /// The company was asked for more.
    package init(asked supplement: AskedSupplement, openTasks: [CaseDetail.OpenTask]) {
        let (name, number) = (supplement.reference, supplement.number)
        self.init(
            supplement, openTasks,
            Wording("\(name): 보완을 요청했습니다(\(number)번).", "\(name): supplement no. \(number) was asked for."))
    }

    /// The company answered.
    package init(answered supplement: AskedSupplement, openTasks: [CaseDetail.OpenTask]) {
        let (name, number) = (supplement.reference, supplement.number)
        self.init(
            supplement, openTasks,
            Wording("\(name): \(number)번 보완 요청에 답했습니다.", "\(name): supplement no. \(number) was answered."))
    }

    /// A request ended without an answer.
    package init(
        ended supplement: AskedSupplement, as ending: SupplementEnding, openTasks: [CaseDetail.OpenTask]
    ) {
        let (name, number) = (supplement.reference, supplement.number)
        self.init(
            supplement, openTasks,
            ending == .recalled
                ? Wording(
                    "\(name): \(number)번 보완 요청을 철회했습니다.", "\(name): supplement no. \(number) was taken back.")
                : Wording(
                    "\(name): \(number)번 보완 요청을 답변 없이 종결했습니다.",
                    "\(name): supplement no. \(number) was closed without an answer."))
    }

    private init(_ supplement: AskedSupplement, _ openTasks: [CaseDetail.OpenTask], _ said: Wording) {
        self.init(
            name: supplement.reference.description, said: said,
            next: supplement.notes.map(\.sentence) + openTasks.sentences,
            fields: [
                .init("reference", "과제번호", "Reference", .text(supplement.reference.description)),
                .init("number", "번호", "Number", .integer(supplement.number)),
            ])
    }
}
