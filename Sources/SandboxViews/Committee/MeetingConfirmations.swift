package import SandboxCore
import SandboxDomain
import SandboxPresentation

extension Confirmation {
    /// A meeting was scheduled.
    package init(_ scheduled: ScheduledMeeting) {
        let (name, day) = (scheduled.reference.description, scheduled.heldOn)
        self.init(
            name: name,
            said: Wording(
                "\(name): 회차를 정했습니다(\(day.text(.korean))).", "\(name) was scheduled for \(day.text(.english))."),
            next: scheduled.notes.map(\.sentence) + [
                Wording(
                    "다음: 위원을 구성합니다. sandbox committee compose \(name)",
                    "Next: compose it. sandbox committee compose \(name)")
            ],
            fields: [
                .init("meeting", "회차", "Meeting", .text(name)),
                .init("held_on", "개최일", "Held", .date(day)),
                .init("closes_on", "종료일", "Closes", .date(scheduled.closesOn)),
            ])
    }

    /// A meeting was moved to another day.
    package init(moved: ScheduledMeeting) {
        let (name, day) = (moved.reference.description, moved.heldOn)
        self.init(
            name: name,
            said: Wording("\(name): \(day.text(.korean))로 옮겼습니다.", "\(name) was moved to \(day.text(.english))."),
            next: moved.notes.map(\.sentence),
            fields: [
                .init("meeting", "회차", "Meeting", .text(name)),
                .init("held_on", "개최일", "Held", .date(day)),
                .init("closes_on", "종료일", "Closes", .date(moved.closesOn)),
            ])
    }

    /// A meeting was cancelled.
    package init(cancelled meeting: ChangedMeeting) {
        self.init(
            meeting,
            Wording(
                "\(meeting.reference): 취소했습니다. 안건 \(meeting.items)건은 다음 회차로 미룹니다.",
                "\(meeting.reference) was cancelled; put off: \(Wording.counted(meeting.items, "item"))"))
    }

    /// A frozen agenda was opened again.
    package init(reopened meeting: ChangedMeeting) {
        let name = meeting.reference
        self.init(
            meeting,
            Wording(
                "\(name): 안건 확정을 취소했습니다. 고친 뒤 다시 확정합니다: sandbox committee freeze \(name)",
                "\(name): the agenda is open again. Freeze it when it is right: sandbox committee freeze \(name)"))
    }

    private init(_ meeting: ChangedMeeting, _ said: Wording) {
        self.init(
            name: meeting.reference.description, said: said,
            fields: [
                .init("meeting", "회차", "Meeting", .text(meeting.reference.description)),
                .init("items", "안건", "Items", .integer(meeting.items)),
            ])
    }

    /// A meeting was composed of its members.
    package init(_ composed: ComposedMeeting) {
        let (name, count) = (composed.reference.description, composed.members.count)
        self.init(
            name: name,
            said: Wording(
                "\(name): 위원 \(count)명으로 구성했습니다.", "\(name) was composed of \(Wording.counted(count, "member"))."),
            fields: [
                .init("meeting", "회차", "Meeting", .text(name)),
                .init("members", "위원", "Members", .integer(count)),
                .init(
                    "private_members", "민간위원", "Private members",
                    .integer(composed.members.count { $0.capacity == .private })),
            ])
    }

    /// A member takes no part in an item.
    package init(_ recused: RecusedMember) {
        let (name, kind, ground) = (recused.reference.description, recused.kind.wording, recused.ground.wording)
        self.init(
            name: name,
            said: Wording(
                "\(name): \(recused.member) 위원의 \(kind.ko) 기록(\(ground.ko))",
                "\(name): \(recused.member) takes no part: \(kind.en.lowercased()) (\(ground.en.lowercased()))"),
            fields: [
                .init("reference", "과제번호", "Reference", .text(name)),
                .init("meeting", "회차", "Meeting", .text(recused.meeting.description)),
                .init("member", "위원", "Member", .text(recused.member)),
                .init("kind", "구분", "Kind", .code(recused.kind)),
                .init("ground", "사유", "Ground", .code(recused.ground)),
            ])
    }

    /// Votes were counted.
    package init(_ counted: CountedVotes) {
        let (name, tally) = (counted.reference.description, counted.tally)
        self.init(
            name: name,
            said: Wording("\(name): \(tally.sentence.ko)", "\(name): \(tally.sentence.en)"),
            fields: [
                .init("reference", "과제번호", "Reference", .text(name)),
                .init("meeting", "회차", "Meeting", .text(counted.meeting.description)),
                .init("composed", "구성", "Composed", .integer(tally.composed)),
                .init("recused", "제척 등", "Recused", .integer(tally.recused)),
                .init("present", "출석", "Present", .integer(tally.present)),
                .init("in_favour", "찬성", "In favour", .integer(tally.inFavour)),
                .init("against", "반대", "Against", .integer(tally.against)),
                .init("abstained", "기권", "Abstained", .integer(tally.abstained)),
                .init("is_quorate", "의사정족수", "Quorum", .boolean(tally.isQuorate)),
                .init("is_carried", "가결", "Carried", .boolean(tally.isCarried)),
            ])
    }
}

extension Tally {
    /// The count in one line.
    fileprivate var sentence: Wording {
        let result =
            !isQuorate
            ? Wording("의사정족수 미달", "no quorum")
            : isCarried ? Wording("가결", "carried") : Wording("부결", "not carried")
        return Wording(
            "구성 \(composed)명, 출석 \(present)명: 찬성 \(inFavour), 반대 \(against), 기권 \(abstained) – \(result.ko)",
            "\(present) of \(composed) present: \(inFavour) in favour, \(against) against, \(abstained) abstained – "
                + result.en)
    }
}
