package import SandboxCore
import SandboxDomain
package import SandboxPresentation

extension Detail {
    /// The consultations on a case; its rounds come the latest first.
    package init(_ rounds: [ConsultationSummary]) {
        self.init(
            rounds.first.map { "\($0.reference) \($0.service)" } ?? "",
            [.each("consultations", Wording("관계부처 협의", "Consultations"), rounds.reversed().map(Self.part))])
    }

    /// One round of consultation.
    static func part(_ round: ConsultationSummary) -> Part {
        Part(
            "\(round.ministry) #\(round.round)",
            [
                .machines("ministry", .text(round.ministry)),
                .machines("round", .integer(round.round)),
                .field("sent_at", Wording("요청", "Sent"), .moment(round.sentAt)),
                .field("notified_on", Wording("통보일", "Told on"), .date(round.notifiedOn)),
                .field("notice", Wording("통보", "Notice"), .text(round.notice)),
                .field("fast_track", Wording("동일·유사 과제", "Same or similar"), .boolean(round.isFastTrack)),
                .field(
                    "due_on", Wording("회신 기한", "Due"), .date(round.dueOn, round.doubt),
                    dates: round.state?.isOpen == true ? .countdown : .absolute),
                .field("state", Wording("상태", "State"), .code(round.state)),
                .field("replied_at", Wording("회신", "Replied"), .moment(round.repliedAt)),
                .field("document_no", Wording("문서번호", "Document"), .text(round.document)),
                .field("arrived_on", Wording("도착일", "Arrived"), .date(round.arrivedOn)),
                .field("opinion", Wording("의견", "Opinion"), .code(round.opinion)),
                .paragraph("question", Wording("질의", "Question"), round.question),
                .paragraph("reason", Wording("사유", "Reason"), round.reason),
                .list("conditions", Wording("조건", "Conditions"), round.conditions),
                .paragraph("recall_reason", Wording("협의 철회 사유", "Called off because"), round.recallReason),
            ] + (round.lapse.map { [section($0)] } ?? []))
    }

    /// Silence with a meaning: the proposed outcome, its basis and the proof that the ministry was told.
    private static func section(_ lapse: ConsultationSummary.Lapse) -> Item {
        .section(
            "lapse", Wording("회신 없이 기한 경과", "Lapsed in silence"),
            [
                .field("proposes", Wording("제안 결과", "Proposes"), .code(lapse.proposes)),
                .field("basis", Wording("근거", "Article"), .text(lapse.basis)),
                .field("lapsed_at", Wording("경과 시점", "Lapsed at"), .moment(lapse.lapsedAt)),
                .field("notified_on", Wording("통보일", "Told on"), .date(lapse.notifiedOn)),
                .field("notice", Wording("통보 증빙", "Proof of the notice"), .text(lapse.notice)),
                .paragraph("contested", Wording("이의", "Contested"), lapse.contestReason),
                .field("resolution", Wording("이의 처리", "Resolution"), .code(lapse.resolution)),
                .paragraph("resolution_reason", Wording("처리 사유", "Why"), lapse.resolutionReason),
                .field("undone_at", Wording("기록 취소", "Undone"), .moment(lapse.undoneAt)),
            ])
    }
}
