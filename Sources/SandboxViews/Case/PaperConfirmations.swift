package import SandboxCore
package import SandboxDomain
import SandboxPresentation

extension Confirmation {
    /// A paper was attached to a case.
    package init(attached paper: PaperFile, number: Int, to reference: CaseReference) {
        self.init(
            name: "\(number)",
            said: Wording(
                "\(reference) #\(number): \(paper.name), 첨부했습니다.",
                "\(reference) #\(number): \(paper.name) was attached."),
            fields: [
                .init("reference", "과제번호", "Reference", .text(reference.description)),
                .init("number", "번호", "Number", .integer(number)),
                .init("paper", "서류", "Paper", .text(paper.paper)),
                .init("file_name", "파일", "File", .text(paper.name)),
            ])
    }

    /// A paper was taken out of a draft.
    package init(detached number: Int, from reference: CaseReference) {
        self.init(
            name: "\(number)",
            said: Wording("\(reference) #\(number): 뺐습니다.", "\(reference) #\(number) was detached."),
            fields: [
                .init("reference", "과제번호", "Reference", .text(reference.description)),
                .init("number", "번호", "Number", .integer(number)),
            ])
    }
}
