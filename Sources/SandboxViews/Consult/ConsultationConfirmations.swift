package import SandboxCore
package import SandboxDomain
import SandboxPresentation

extension Confirmation {
    /// A ministry was asked for its opinion.
    package init(sent round: SentConsultation) {
        self.init(
            round,
            said: Wording(
                "\(round.reference): \(round.ministry)에 협의를 요청했습니다(\(round.round)차)."
                    + (round.dueOn.map { " 회신 기한 \($0.told(round.doubt).ko)" } ?? " 통보가 기록되면 회신 기한이 시작됩니다."),
                "\(round.reference) was sent to \(round.ministry) (round \(round.round))."
                    + (round.dueOn.map { " Reply due \($0.told(round.doubt).en)." }
                        ?? " Its period runs once it is told.")))
    }

    /// A ministry replied.
    package init(replied round: SentConsultation, _ opinion: Opinion, openTasks: [CaseDetail.OpenTask]) {
        self.init(
            round,
            said: Wording(
                "\(round.reference): \(round.ministry) 의견을 회신했습니다(\(round.round)차): \(opinion.wording.ko)",
                "\(round.reference): \(round.ministry) replied to round \(round.round): \(opinion.wording.en)"),
            next: openTasks.sentences)
    }

    /// A round was called off.
    package init(recalled round: SentConsultation, openTasks: [CaseDetail.OpenTask]) {
        self.init(
            round,
            said: Wording(
                "\(round.reference): \(round.ministry, .with) 한 \(round.round)차 협의를 철회했습니다.",
                "\(round.reference): round \(round.round) with \(round.ministry) was called off."),
            next: openTasks.sentences)
    }

    /// A ministry is not asked.
    package init(_ omitted: OmittedConsultation, openTasks: [CaseDetail.OpenTask]) {
        let name = omitted.reference.description
        self.init(
            name: name,
            said: Wording(
                "\(name): \(omitted.ministry, .with) 협의하지 않는 사유를 기록했습니다.",
                "\(name): why \(omitted.ministry) is not asked was recorded."),
            next: openTasks.sentences,
            fields: [
                .init("reference", "과제번호", "Reference", .text(name)),
                .init("ministry", "부처", "Ministry", .text(omitted.ministry)),
            ])
    }

    private init(_ round: SentConsultation, said: Wording, next: [Wording] = []) {
        self.init(
            name: round.reference.description, said: said, next: next,
            fields: [
                .init("reference", "과제번호", "Reference", .text(round.reference.description)),
                .init("ministry", "부처", "Ministry", .text(round.ministry)),
                .init("round", "차수", "Round", .integer(round.round)),
                .init("due_on", "회신 기한", "Due", .date(round.dueOn)),
            ] + Self.doubtFields(round.doubt))
    }

    /// A ministry without an account was told.
    package init(_ told: NotifiedMinistry) {
        let (name, due) = (told.reference.description, told.dueOn?.told(told.doubt) ?? Wording("-", "-"))
        self.init(
            name: name,
            said: Wording(
                "\(name): \(told.ministry) \(told.round)차 통보(\(told.notifiedOn)). 회신 기한 \(due.ko)",
                "\(name): \(told.ministry) was told of round \(told.round) on \(told.notifiedOn). Reply due \(due.en)."),
            fields: [
                .init("reference", "과제번호", "Reference", .text(name)),
                .init("ministry", "부처", "Ministry", .text(told.ministry)),
                .init("round", "차수", "Round", .integer(told.round)),
                .init("notified_on", "통보일", "Told on", .date(told.notifiedOn)),
                .init("due_on", "회신 기한", "Due", .date(told.dueOn)),
            ] + Self.doubtFields(told.doubt))
    }
}

extension Confirmation {
    /// The meaning of a ministry's silence was contested.
    package init(contested lapse: ContestedLapse) {
        self.init(
            lapse,
            said: Wording(
                "\(lapse.reference): \(lapse.ministry) 기한 경과에 이의를 제기했습니다.",
                "\(lapse.reference): the lapse of \(lapse.ministry) is contested."))
    }

    /// A contested lapse was resolved.
    package init(resolved lapse: ContestedLapse, as resolution: LapseResolution) {
        self.init(
            lapse,
            said: Wording(
                "\(lapse.reference): \(lapse.ministry) 기한 경과 이의를 처리했습니다: \(resolution.wording.ko)",
                "\(lapse.reference): the lapse of \(lapse.ministry) was resolved: \(resolution.wording.en)"))
    }

    private init(_ lapse: ContestedLapse, said: Wording) {
        self.init(
            name: lapse.reference.description, said: said,
            fields: [
                .init("reference", "과제번호", "Reference", .text(lapse.reference.description)),
                .init("ministry", "부처", "Ministry", .text(lapse.ministry)),
                .init("resolution", "처리", "Resolution", .code(lapse.resolution)),
            ])
    }
}
