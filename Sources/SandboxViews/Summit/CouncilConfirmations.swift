import SandboxCore
import SandboxDomain
import SandboxPresentation

extension Confirmation {
    /// The expert council of a topic.
    package init(council: String, of topic: Int, at summit: Int) {
        self.init(
            name: council,
            said: Wording(
                "\(summit)회 \(topic)번 주제의 협의체: \(council)",
                "topic \(topic) of summit \(summit) has a council: \(council)"),
            fields: [
                .init("summit", "회차", "Summit", .text("\(summit)")), .init("topic", "주제", "Topic", .integer(topic)),
                .init("council", "협의체", "Council", .text(council)),
            ])
    }

    /// The report of a council to a later summit.
    package init(report council: String, of topic: Int, at summit: Int, to next: Int) {
        self.init(
            name: council,
            said: Wording("\(council, .subject) \(next)회에 보고했습니다.", "\(council) has reported to summit \(next)."),
            fields: [
                .init("summit", "회차", "Summit", .text("\(summit)")), .init("topic", "주제", "Topic", .text("\(topic)")),
                .init("to", "보고 회차", "Reported to", .text("\(next)")), .init("council", "협의체", "Council", .text(council)),
            ])
    }
}
