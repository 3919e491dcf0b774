package import SandboxCore
package import SandboxDomain
import SandboxPresentation

extension Confirmation {
    /// A summit that was planned, or what is known of it now.
    package init(_ summit: ScheduleSummit.Scheduled) {
        self.init(
            name: "\(summit.number)",
            said: summit.isNew
                ? Wording(
                    "\(summit.number)회 \(summit.name): \(summit.heldOn) 개최로 등록했습니다.",
                    "summit \(summit.number), \(summit.name), was entered for \(summit.heldOn).")
                : Wording(
                    "\(summit.number)회: \(summit.name), \(summit.heldOn) 개최.",
                    "summit \(summit.number) is now \(summit.name), on \(summit.heldOn)."),
            fields: [
                .init("number", "회차", "Number", .integer(summit.number)),
                .init("name", "이름", "Name", .text(summit.name)),
                .init("held_on", "개최일", "Held on", .date(summit.heldOn)),
            ])
    }

    /// A summit that was taken over from a file.
    package init(_ outcome: ImportSummit.Imported) {
        self.init(
            name: "\(outcome.number)",
            said: outcome.isNew
                ? Wording(
                    "\(outcome.number)회 전략대화를 등록했습니다(주제 \(outcome.topics)개, 약속 \(outcome.commitments)건).",
                    "summit \(outcome.number) was entered with \(Wording.counted(outcome.topics, "topic")) "
                        + "and \(Wording.counted(outcome.commitments, "commitment")).")
                : Wording(
                    "\(outcome.number)회 전략대화가 이미 같은 내용으로 있어 바꾸지 않았습니다.",
                    "summit \(outcome.number) is there with the same contents; nothing was changed."),
            fields: [
                .init("summit", "회차", "Summit", .integer(outcome.number)),
                .init("is_new", "새로 등록", "New", .boolean(outcome.isNew)),
                .init("topics", "주제", "Topics", .integer(outcome.topics)),
                .init("commitments", "약속", "Commitments", .integer(outcome.commitments)),
            ])
    }

    /// A topic of a summit.
    package init(topic: Int, _ title: String, of summit: Int) {
        self.init(
            name: "\(topic)",
            said: Wording(
                "\(summit)회 \(topic)번 주제: \(title)", "topic \(topic) of summit \(summit): \(title)"),
            fields: [
                .init("summit", "회차", "Summit", .text("\(summit)")), .init("topic", "주제", "Topic", .integer(topic)),
                .init("title", "제목", "Title", .text(title)),
            ])
    }

    /// The participants of a summit that are new, of all that were named.
    package init(participants new: [String], of named: Int, at summit: Int) {
        self.init(
            name: "\(summit)",
            said: Wording(
                "참석 기관 \(new.count)곳을 등록했습니다(이미 있음 \(named - new.count)곳).",
                "\(Wording.counted(new.count, "participant was", "participants were")) entered "
                    + "(\(Wording.known(named - new.count)))."),
            fields: [
                .init("summit", "회차", "Summit", .text("\(summit)")), .init("added", "등록", "Entered", .texts(new)),
            ])
    }

    /// What was raised at a summit.
    package init(_ raised: SummitPoint, at summit: Int) {
        self.init(
            name: "\(summit)",
            said: Wording(
                "\(summit)회 전략대화의 \(raised.kind.wording.ko): 등록했습니다.",
                "a \(raised.kind.wording.en.lowercased()) of summit \(summit) was entered."),
            fields: [
                .init("summit", "회차", "Summit", .text("\(summit)")), .init("kind", "구분", "Kind", .code(raised.kind)),
                .init("by", "기관", "By", .text(raised.by)), .init("text", "내용", "Text", .text(raised.text)),
                .init("reference", "과제번호", "Reference", .text(raised.caseFile?.description)),
            ])
    }
}
