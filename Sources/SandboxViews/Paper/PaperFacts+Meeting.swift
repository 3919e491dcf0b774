import SandboxCore
import SandboxDomain
import SandboxPresentation

extension PaperFacts {
    /// A meeting: who sat in it and whether it could open.
    func meetingFacts(_ meeting: MeetingDetail) -> PaperSheet.Facts {
        var facts = PaperSheet.Facts()
        let summary = meeting.summary
        facts.set(.meeting, said(summary.koreanLabel, summary.englishLabel))
        facts.set(.committee, said(summary.korean, summary.english))
        facts.set(.form, summary.form.wording[language])
        facts.set(
            .meetingOn,
            summary.heldOn == summary.closesOn ? day(summary.heldOn) : span(summary.heldOn, summary.closesOn))
        facts.set(.itemCount, count(meeting.items.count))
        let present = meeting.items.compactMap { $0.tally?.present }.max() ?? 0
        let composed = meeting.items.compactMap { $0.tally?.composed }.max() ?? meeting.members.count
        if present > 0 {
            facts.set(
                .quorum,
                said(
                    "구성 위원 \(composed)명 중 \(present)명 출석으로 개의",
                    "\(present) of \(Wording.counted(composed, "member")) present"))
        }
        let isOver = material.template.kind == .minutes
        facts.set(
            .members,
            .init(
                [said("위원", "Member"), said("자격", "Capacity"), said("참석", "Attendance")],
                meeting.members.map { member in
                    let took = meeting.votes.contains { $0.member == member.name }
                    return [
                        member.name, member.capacity.wording[language],
                        isOver ? (took ? said("참석", "present") : said("불참", "absent")) : nil,
                    ]
                }), nil, count)
        facts.set(
            .items,
            .init(
                [said("번호", "No."), said("안건", "Item"), said("신청인", "Applicant"), said("결과", "Result")],
                meeting.items.map { item in
                    [
                        "\(item.number)", item.service, item.company,
                        isOver ? item.outcome.map(outcome) ?? item.result?.wording[language] : nil,
                    ]
                }), nil, count)
        return facts
    }

    /// An item of its agenda.
    func itemFacts(_ entry: PaperMaterial.ItemMaterial, _ meeting: MeetingDetail) -> PaperSheet.Facts {
        var facts = ofCase(entry.caseFile)
        let item = entry.item
        facts.set(.itemNumber, "\(item.number)")
        facts.set(.replies, replies(entry.caseFile.view), .replyCount, count)
        facts.set(
            .conditions,
            conditions(
                entry.proposed.enumerated().map {
                    (
                        $0.offset + 1, $0.element.phase, $0.element.text, $0.element.due, nil, $0.element.evidence,
                        $0.element.askedBy, $0.element.purpose
                    )
                }), .conditionCount, count)
        if material.template.kind == .minutes {
            let ofMeeting = entry.caseFile.view.corrections.filter {
                $0.meeting == meeting.summary.reference.description
            }
            facts.set(.corrections, corrections(ofMeeting), .correctionCount, count)
        }
        facts.set(.isRedeliberation, entry.caseFile.view.redeliberation?.statement)
        facts.set(
            .precedents,
            .init(
                [said("과제", "Case"), said("기업", "Company"), said("의결일", "Decided"), said("조건", "Conditions")],
                entry.precedents.map {
                    [
                        $0.service, $0.company, day($0.decidedOn),
                        $0.conditions.enumerated().map { "\($0.offset + 1). \($0.element)" }.joined(separator: "\n"),
                    ]
                }), .precedentCount, count)
        facts.set(.outcome, item.outcome.map(outcome) ?? item.result?.wording[language])
        facts.set(.reason, item.reason ?? (item.outcome == nil ? nil : entry.caseFile.view.decision?.reason))
        if let tally = item.tally, tally.present > 0 {
            facts.set(
                .vote,
                said(
                    "출석 \(tally.present)명, 찬성 \(tally.inFavour)명, 반대 \(tally.against)명, 기권 \(tally.abstained)명",
                    "\(tally.present) present, \(tally.inFavour) for, \(tally.against) against, \(tally.abstained) abstained"
                ))
        }
        let recused = meeting.votes.filter { $0.item == item.number && $0.recusal != nil }
        facts.set(
            .recused,
            recused.map { "\($0.member)(\($0.recusal?.wording[language] ?? ""))" }.joined(separator: ", "))
        facts.state(material.stated[item.reference.description] ?? [:])
        return facts
    }
}
