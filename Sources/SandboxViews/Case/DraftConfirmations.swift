package import SandboxCore
import SandboxDomain
import SandboxPresentation

extension Confirmation {
    /// A draft was begun.
    package init(drafted draft: DraftedCase) {
        let name = draft.reference
        self.init(
            draft,
            said: Wording(
                "\(name): 작성했습니다. 아직 기업 밖에서는 보이지 않습니다.",
                "\(name) was drafted; nobody outside your company sees it yet."))
    }

    /// A draft was changed, or nothing of it differed.
    package init(edited draft: DraftedCase) {
        let (name, version) = (draft.reference, draft.version)
        let fields = draft.changed.map(\.name).joined(separator: ", ")
        self.init(
            draft,
            said: draft.changed.isEmpty
                ? Wording("\(name): 바뀐 것이 없습니다(\(version)판).", "\(name): nothing differs (version \(version)).")
                : Wording(
                    "\(name): 고쳤습니다(\(version)판): \(fields)", "\(name) was changed (version \(version)): \(fields)"))
    }

    /// What a draft is now, and what filing still needs.
    private init(_ draft: DraftedCase, said: Wording) {
        let name = draft.reference.description
        self.init(
            name: name, said: said, next: Self.next(draft),
            fields: [
                .init("reference", "과제번호", "Reference", .text(name)),
                .init("version", "판", "Version", .integer(draft.version)),
                .init("changed", "바뀐 항목", "Changed", .texts(draft.changed.map(\.name))),
                .init("missing", "빠진 것", "Missing", .texts(draft.gaps.map(\.code))),
            ])
    }

    private static func next(_ draft: DraftedCase) -> [Wording] {
        let name = draft.reference
        guard !draft.gaps.isEmpty else {
            return [
                Wording("다음: 제출할 수 있습니다. sandbox case file \(name)", "Next: it can be filed. sandbox case file \(name)")
            ]
        }
        let list = draft.gaps.map { Wording("  - \($0.wording.ko)", "  - \($0.wording.en)") }
        let hasPapers = draft.gaps.contains { $0.kind == .paper }
        return [
            Wording(
                "제출하려면 더 필요합니다(\(draft.gaps.count)가지):", "Still missing before it can be filed (\(draft.gaps.count)):")
        ]
            + list
            + [
                Wording(
                    "항목: sandbox case view \(name) --yaml > \(name).yaml 뒤 고쳐서 sandbox case edit \(name) \(name).yaml",
                    "Fields: sandbox case view \(name) --yaml > \(name).yaml, edit it, sandbox case edit \(name) \(name).yaml"
                )
            ]
            + (hasPapers
                ? [
                    Wording(
                        "서류: sandbox case attach \(name) 파일 --paper 종류",
                        "Papers: sandbox case attach \(name) FILE --paper CODE")
                ] : [])
    }
}
