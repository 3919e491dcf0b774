package import SandboxCore
import SandboxDomain
package import SandboxPresentation

extension Detail {
    /// A summit in full.
    package init(_ detail: SummitDetail) {
        let summit = detail.summit
        self.init(
            summit.name,
            [
                .field("number", Wording("회차", "Number"), .integer(summit.number)),
                .machines("name", .text(summit.name)),
                .field("held_on", Wording("개최일", "Held on"), .date(summit.heldOn), dates: .relative),
                .field("place", Wording("장소", "Place"), .text(summit.place)),
                .field("participants", Wording("참석 기관", "Participants"), .texts(detail.participants)),
                .paragraph("summary", Wording("요약", "Summary"), summit.summary),
                .rows("topics", Wording("논의 주제", "Topics"), .topics, detail.topics),
                .rows("raised", Wording("제안·애로·건의", "Raised"), .points, detail.points),
                .rows(
                    "follow_up", Wording("다음 회의 점검 목록", "For the next summit"), .followUp, detail.followUp),
                .paragraph("source", Wording("출처", "Source"), summit.source),
            ])
    }
}

extension Listing<SummitDetail.Topic> {
    fileprivate static var topics: Self {
        Listing([
            Column("number", "번호", "No.") { .integer($0.number) },
            Column("title", "주제", "Topic") { .text($0.title) },
            Column("participants", "참석 기관", "Participants") { .texts($0.participants) },
            Column("council", "협의체", "Council") { .text($0.council) },
            Column("chair", "의장", "Chair") { .text($0.chair) },
            Column("members", "위원", "Members", for: .machines) { .texts($0.members) },
            Column("summary", "요약", "Summary", for: .machines) { .text($0.summary) },
        ])
    }
}

extension Listing<SummitDetail.Point> {
    fileprivate static var points: Self {
        Listing([
            Column("kind", "구분", "Kind") { .code($0.kind) },
            Column("topic", "주제", "Topic") { .integer($0.topic) },
            Column("by", "기관", "By") { .text($0.by) },
            Column("text", "내용", "Text") { .text($0.text) },
            Column("reference", "과제번호", "Reference", mayShrink: false) { .text($0.caseFile?.description) },
        ])
    }
}

extension Listing<SummitDetail.FollowUp> {
    fileprivate static var followUp: Self {
        Listing([
            Column("summit", "회차", "Summit", for: .machines) { .integer($0.summit) },
            Column("number", "번호", "No.", for: .machines) { .integer($0.number) },
            Column("commitment", "약속", "Commitment", for: .people, mayShrink: false) { row in
                .text(row.number.map { "\(row.summit)/\($0)" } ?? "\(row.summit)")
            },
            Column("topic", "주제", "Topic") { .integer($0.topic) },
            Column("kind", "구분", "Kind") { row in row.kind.map { .code($0) } ?? .code(FollowUpWord.councilReport) },
            Column("owner", "기관", "Owner") { .text($0.owner) },
            Column("text", "내용", "What") { .text($0.text) },
            Column("due", "기한", "Due") { row in
                .text(row.kind == nil ? row.due.map { "#\($0)" } : row.due)
            },
            Column("state", "상태", "State") { .code($0.state) },
            Column("settled_on", "종결일", "Settled on") { .date($0.settledOn) },
            Column("outcome", "결과", "What became of it") { .text($0.outcome) },
        ])
    }
}

private enum FollowUpWord: String, CaseIterable, HasWording {
    case councilReport = "council-report"

    var wording: Wording { Wording("협의체 보고", "Council report") }
}
