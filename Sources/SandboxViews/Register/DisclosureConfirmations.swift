package import SandboxDomain
import SandboxPresentation

extension Confirmation {
    /// A field of a grant that the public register withholds.
    package init(withheld field: RegisterField, of reference: CaseReference, ground: String, basis: String) {
        self.init(
            name: reference.description,
            said: Wording(
                "\(reference): 공개 등록부에서 ‘\(field.wording.ko)’ 항목을 비공개로 합니다(\(basis)).",
                "\(reference): the public register withholds “\(field.rawValue)” (\(basis))."),
            fields: [
                .init("reference", "과제번호", "Reference", .text(reference.description)),
                .init("field", "항목", "Field", .text(field.rawValue)),
                .init("ground", "사유", "Ground", .text(ground)), .init("basis", "근거", "Basis", .text(basis)),
            ])
    }

    /// A field of a grant that the public register shows.
    package init(disclosed field: RegisterField, of reference: CaseReference, wasWithheld: Bool) {
        self.init(
            name: reference.description,
            said: wasWithheld
                ? Wording(
                    "\(reference): 공개 등록부에 ‘\(field.wording.ko)’ 항목을 공개합니다.",
                    "\(reference): the public register shows “\(field.rawValue)”.")
                : Wording(
                    "\(reference): ‘\(field.wording.ko)’ 항목은 이미 공개되어 있습니다.",
                    "\(reference): “\(field.rawValue)” was not withheld."),
            fields: [
                .init("reference", "과제번호", "Reference", .text(reference.description)),
                .init("field", "항목", "Field", .text(field.rawValue)),
                .init("was_withheld", "비공개였음", "Was withheld", .boolean(wasWithheld)),
            ])
    }
}
