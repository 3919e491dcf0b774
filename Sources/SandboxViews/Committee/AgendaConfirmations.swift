package import SandboxCore
import SandboxDomain
import SandboxPresentation

extension Confirmation {
    /// A case was put on the agenda of a meeting.
    package init(tabled place: TabledCase) {
        let (name, meeting, number) = (place.reference, place.meeting, place.number)
        self.init(
            place,
            said: Wording(
                "\(name): \(meeting)의 \(number)번 안건으로 상정했습니다.", "\(name) was tabled at \(meeting) as item \(number)."))
    }

    /// A case was taken off the agenda of a meeting.
    package init(untabled place: TabledCase) {
        let (name, meeting) = (place.reference, place.meeting)
        self.init(
            place,
            said: Wording("\(name): \(meeting)의 안건에서 뺐습니다.", "\(name) was taken off the agenda of \(meeting)."))
    }

    /// An item was put off to a later meeting.
    package init(deferred place: TabledCase, openTasks: [CaseDetail.OpenTask]) {
        let (name, meeting) = (place.reference, place.meeting)
        self.init(
            place,
            said: Wording("\(name): \(meeting)에서 보류했습니다.", "\(name) was deferred by \(meeting)."),
            next: openTasks.sentences)
    }

    private init(_ place: TabledCase, said: Wording, next: [Wording] = []) {
        self.init(
            name: place.reference.description, said: said, next: next,
            fields: [
                .init("reference", "과제번호", "Reference", .text(place.reference.description)),
                .init("meeting", "회차", "Meeting", .text(place.meeting.description)),
                .init("item", "안건", "Item", .integer(place.number)),
                .init("held_on", "개최일", "Held", .date(place.heldOn)),
            ])
    }
}

extension Confirmation {
    /// An agenda was frozen.
    package init(_ frozen: FrozenAgenda) {
        let name = frozen.reference.description
        self.init(
            name: name,
            said: Wording(
                "\(name): 안건 \(frozen.items)건을 확정했습니다. 해시 \(frozen.digest)",
                "\(name): the agenda was frozen; \(Wording.counted(frozen.items, "item")), digest \(frozen.digest)"),
            fields: [
                .init("meeting", "회차", "Meeting", .text(name)),
                .init("items", "안건", "Items", .integer(frozen.items)),
                .init("digest", "해시", "Digest", .text(frozen.digest)),
            ])
    }
}
