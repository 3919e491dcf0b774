package import SandboxCore
import SandboxDomain
import SandboxPresentation

extension Confirmation {
    /// A clerical error was put right.
    package init(_ made: Correction) {
        let (name, subject) = (made.reference.description, made.subject.wording)
        self.init(
            name: name,
            said: Wording(
                "\(name): \(subject.ko, .object) 정정했습니다(정정 \(made.number)번).",
                "\(name): the \(subject.en.lowercased()) was corrected (no. \(made.number))."),
            fields: [
                .init("reference", "과제번호", "Reference", .text(name)),
                .init("number", "번호", "Number", .integer(made.number)),
                .init("subject", "대상", "Of", .code(made.subject)),
                .init("corrected_on", "정정일", "Corrected", .date(made.correctedOn)),
            ])
    }
}
