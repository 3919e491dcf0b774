package import SandboxCore
package import SandboxDomain
import SandboxPresentation

extension Confirmation {
    /// The days on which reports on a roadmap are due from now on.
    package init(_ code: RoadmapCode, reportsDue new: [CivilDate]) {
        let said = new.map(\.description).joined(separator: ", ")
        self.init(
            name: code.text,
            said: new.isEmpty
                ? Wording("\(code): 이미 정해진 날입니다.", "\(code): these days were set already.")
                : Wording("\(code): 보고 기한을 정했습니다: \(said)", "\(code): reports are due on \(said)"),
            fields: [
                .init("roadmap", "로드맵", "Roadmap", .text(code.text)),
                .init("added", "새 기한", "New days", .list(new.map { .date($0) }, of: .date)),
            ])
    }

    /// A report that was given.
    package init(_ given: GivenReport) {
        self.init(
            name: given.reference.description,
            said: Wording(
                "\(given.reference): \(given.dueOn) 기한의 보고를 냈습니다\(given.isLate ? "(기한 뒤)" : "").",
                "\(given.reference): the report due on \(given.dueOn) was given\(given.isLate ? ", late" : "")."),
            next: given.stillOwed == 0
                ? [] : [Wording("  남은 보고: \(given.stillOwed)건", "  still owed: \(given.stillOwed)")],
            fields: [
                .init("task", "과제", "Task", .text(given.reference.description)),
                .init("due_on", "기한", "Due", .date(given.dueOn)),
                .init("is_late", "기한 뒤", "Late", .boolean(given.isLate)),
                .init("still_owed", "남은 보고", "Still owed", .integer(given.stillOwed)),
            ])
    }
}
