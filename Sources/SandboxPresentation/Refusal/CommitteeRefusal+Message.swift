import SandboxDomain

extension CommitteeRefusal {
    /// Why, in words.
    var why: Wording {
        switch self {
        case .committeeClosed(let committee):
            Wording(
                "위원회 \(committee, .topic) 닫혀 회의를 열지 않습니다",
                "the committee “\(committee)” is closed and holds no more meetings")
        case .meetingExists(let meeting):
            Wording("\(meeting.description, .topic) 이미 있습니다", "\(meeting) exists already")
        case .compositionUnlawful(let faults):
            Wording(
                "위원 구성이 법에 맞지 않습니다: \(faults.map(\.wording.ko).joined(separator: ", "))",
                "the meeting is not composed as the law has it: \(faults.map(\.wording.en).joined(separator: ", "))")
        case .agendaFrozen(let meeting):
            Wording("\(meeting)의 안건은 확정되었습니다", "the agenda of \(meeting) is frozen")
        case .agendaNotFrozen(let meeting):
            Wording("\(meeting)의 안건이 확정되지 않았습니다", "the agenda of \(meeting) is not frozen")
        case .meetingCancelled(let meeting):
            Wording("\(meeting.description, .topic) 취소된 회차입니다", "\(meeting) was cancelled")
        case .meetingBegun(let meeting):
            Wording(
                "\(meeting.description, .topic) 이미 표결하거나 처리한 안건이 있습니다", "votes or results of \(meeting) are recorded")
        case .agendaEmpty(let meeting): Wording("\(meeting)에 안건이 없습니다", "the agenda of \(meeting) is empty")
        case .alreadyTabled(let meeting):
            Wording("\(meeting)에 이미 상정되었습니다", "it is on the agenda of \(meeting) already")
        case .committeeNotForTrack(let committee, let track, let known):
            Wording(
                "\(committee, .topic) \(track.wording.ko) 과제를 의결하지 않습니다. 가능: \(Wording.names(known.isEmpty ? ["-"] : known).ko)",
                "\(committee) does not decide the track “\(track.wording.en)”; it is decided by: "
                    + Wording.names(known.isEmpty ? ["-"] : known).en)
        case .precedentRequired:
            Wording("동일·유사 과제만 의결하는 위원회입니다", "this committee decides only cases that follow a precedent")
        case .delegationRequired:
            Wording(
                "위임받은 안건만 의결하는 위원회입니다",
                "this committee decides only what was delegated to it, and no resolution is named")
        case .delegationNotAllowed:
            Wording("위임 없이 의결하는 위원회입니다", "this committee decides of its own right, so no resolution delegates to it")
        case .notOnAgenda:
            Wording("그 심의위원회의 안건이 아닙니다", "a committee decides this, and the case is not on its agenda")
        case .itemClosed: Wording("이미 처리된 안건입니다", "the item has been dealt with")
        case .meetingNotBegun(let day): Wording("회의는 \(day)에 열립니다", "the meeting is on \(day)")
        case .memberRecused(let name):
            Wording("\(name) 위원은 이 안건에서 제척·기피·회피되었습니다", "\(name) takes no part in this item")
        case .memberHasVoted(let name): Wording("\(name) 위원은 이미 표결했습니다", "\(name) has voted on this item")
        case .voteUnchanged(let name):
            Wording("\(name)의 표결은 이미 그렇게 기록되어 있습니다", "the vote of \(name) is recorded so already")
        case .memberHasNotVoted(let name):
            Wording("\(name) 위원의 표결 기록이 없습니다", "no vote of \(name) on this item is recorded")
        case .quorumMissing(let present, let composed):
            Wording(
                "의사정족수에 미치지 못합니다(구성 \(composed)명 중 출석 \(present)명)",
                "there is no quorum: present \(present), composed of \(composed)")
        case .votesSayOtherwise(let outcome, let inFavour, let present):
            Wording(
                "표결과 맞지 않습니다: \(outcome.wording.ko) (출석 \(present)명 중 찬성 \(inFavour)명)",
                "the votes say otherwise than “\(outcome.wording.en)”: present \(present), in favour \(inFavour)"
            )
        case .notRejected: Wording("부결된 과제만 재심의를 신청할 수 있습니다", "only a rejected case is deliberated again")
        case .redeliberatedOnce: Wording("재심의는 한 번만 신청할 수 있습니다", "a case is deliberated again once")
        case .redeliberationTooLate(let day):
            Wording("재심의 신청 기한(\(day))이 지났습니다", "the period for it ended on \(day)")
        case .notAPrecedent(let reference):
            Wording(
                "\(reference.description, .topic) 같은 트랙에서 같은 법령으로 지정·허가된 과제가 아닙니다",
                "\(reference) is not a grant of the same track that concerned all laws of this case")
        case .precedentNamed: Wording("동일·유사 과제가 이미 제안되었습니다", "the precedent of this case has been named")
        case .mediationOpen: Wording("갈등 조정이 진행 중입니다", "a mediation is under way")
        case .mediationNoneOpen: Wording("진행 중인 갈등 조정이 없습니다", "no mediation is under way")
        case .mediationDateOutside(let day, let earliest, let latest):
            Wording(
                "조정일 \(day, .subject) \(earliest)부터 \(latest) 사이에 있지 않습니다",
                "the date \(day) is not between \(earliest) and \(latest)")
        }
    }
}

extension CompositionFault {
    fileprivate var wording: Wording {
        switch self {
        case .members(let count, let minimum, let maximum):
            Wording("위원 \(count)명(\(minimum)~\(maximum)명)", "members: \(count) (\(minimum) to \(maximum))")
        case .chairs(let count): Wording("위원장 \(count)명(1명)", "chairs: \(count) (one)")
        case .privateMembers(let count, let minimum):
            Wording("민간위원 \(count)명(\(minimum)명 이상)", "private members: \(count) (at least \(minimum))")
        case .fromMain(let count, let minimum):
            Wording("본위원회 위원 \(count)명(\(minimum)명 이상)", "from the main committee: \(count) (at least \(minimum))")
        }
    }
}
