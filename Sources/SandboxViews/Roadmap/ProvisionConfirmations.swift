package import SandboxCore
import SandboxDomain
import SandboxPresentation

extension Confirmation {
    /// A provision that a task changes, or does so already.
    package init(noted edited: EditedProvision) {
        self.init(edited, Wording("조항으로 등록했습니다.", "was noted."), Wording("이미 등록되어 있습니다.", "was noted already."))
    }

    /// A provision that a task does not change, or did not before.
    package init(removed edited: EditedProvision) {
        self.init(edited, Wording("조항에서 뺐습니다.", "was taken away."), Wording("등록되어 있지 않습니다.", "was not noted."))
    }

    private init(_ edited: EditedProvision, _ done: Wording, _ idle: Wording) {
        let words = edited.isChanged ? done : idle
        self.init(
            name: edited.reference.description,
            said: Wording(
                "\(edited.reference) – \(edited.provision.marked(.korean)): \(words.ko)",
                "\(edited.reference) – \(edited.provision.marked(.english)): \(words.en)"),
            fields: [
                .init("task", "과제", "Task", .text(edited.reference.description)),
                .init("law", "법령", "Law", .text(edited.provision.law)),
                .init("article", "조항", "Article", .text(edited.provision.article)),
                .init("level", "법령 단계", "Level", .code(edited.provision.level)),
                .init("is_changed", "변경", "Changed", .boolean(edited.isChanged)),
            ])
    }
}

extension Provision {
    /// The provision with the kind of law it is.
    fileprivate func marked(_ language: Language) -> String {
        level.map { "\(description) (\($0.wording[language]))" } ?? description
    }
}
