package import SandboxDomain

extension NotFound {
    /// Says the same whether a thing is not there or may not be seen. The definitions are in the program, where everybody
    /// sees all of them.
    package var message: Message {
        let kind = kind.wording
        return Message(
            "not-found",
            self.kind == .definition
                ? Wording("이름이 \(name)인 정의가 없습니다", "nothing of the database is called \(name)")
                : Wording(
                    "\(kind.ko) \(name, .subject) 없거나 볼 수 없습니다",
                    "\(kind.en) \(name) does not exist or is not visible to you"),
            hint: suggestion.map { Wording("혹시 \($0, .named)는 뜻입니까?", "Did you mean \($0)?") })
    }
}

extension NotFound.Kind {
    /// The kind of thing, as it is written in the middle of a sentence.
    package var wording: Wording {
        switch self {
        case .caseFile: Wording("과제", "case file")
        case .organisation: Wording("기관", "organisation")
        case .person: Wording("사용자", "person")
        case .consultation: Wording("협의", "consultation")
        case .supplement: Wording("보완 요청", "supplement")
        case .attachment: Wording("첨부 서류", "attachment")
        case .decision: Wording("의결", "decision")
        case .condition: Wording("부가조건", "condition")
        case .meeting: Wording("심의위원회 회차", "committee meeting")
        case .committee: Wording("위원회", "committee")
        case .committeeMember: Wording("위원", "member")
        case .regime: Wording("제도", "regime")
        case .track: Wording("트랙", "track")
        case .roadmap: Wording("로드맵", "roadmap")
        case .reformTask: Wording("법령정비 과제", "reform task")
        case .provision: Wording("조항", "provision")
        case .summit: Wording("전략대화", "summit")
        case .topic: Wording("논의 주제", "topic")
        case .council: Wording("전문가 협의체", "expert council")
        case .commitment: Wording("이행 약속", "commitment")
        case .event: Wording("기록", "event")
        case .calendar: Wording("달력", "calendar")
        case .deadline: Wording("기한", "deadline")
        case .deadlineStop: Wording("기한 정지", "stop")
        case .holiday: Wording("공휴일", "holiday")
        case .deadlineRule: Wording("기한 규정", "deadline rule")
        case .grant: Wording("지정·허가", "grant")
        case .paper: Wording("공문서", "official paper")
        case .definition: Wording("정의", "definition")
        }
    }
}

extension NotPermitted {
    /// Who may do it, and who tried.
    package var message: Message {
        let needed = Wording.words(needed)
        let why =
            role.map {
                Wording("‘\($0.wording.ko)’ 사용자는 할 수 없습니다", "not permitted to the role “\($0.wording.en)”")
            }
            ?? (self.needed.isEmpty
                ? Wording("이 사용자에게 허용되지 않습니다", "not permitted to this person")
                : Wording("등록된 사용자가 아닙니다", "this login does not belong to an enabled person"))
        return Message(
            "not-permitted", why,
            hint: self.needed.isEmpty
                ? nil : Wording("할 수 있는 역할: \(needed.ko)", "Roles that may do it: \(needed.en)"))
    }
}

extension Conflict {
    /// Both sides of every field in which they differ.
    package var message: Message {
        Message(
            "conflict", why,
            details: fields.map { field in
                Wording(
                    "\(field.name): 내 값 ‘\(field.yours ?? "-")’, 지금 값 ‘\(field.theirs ?? "-")’",
                    "\(field.name): yours “\(field.yours ?? "-")”, now “\(field.theirs ?? "-")”")
            },
            hint: yourVersion == nil
                ? Wording("등록된 것을 고치거나 다른 코드로 등록하십시오.", "Edit what is registered, or import under another code.")
                : Wording("지금 판을 다시 읽고 고치십시오.", "Read the present version and edit that."))
    }

    private var why: Wording {
        guard let yourVersion, let theirVersion else {
            return Wording(
                "\(name, .topic) 다른 내용으로 이미 있습니다", "\(name) is registered already, with other contents")
        }
        return Wording(
            "\(name, .subject) 그사이 바뀌었습니다(읽은 판 \(yourVersion), 지금 판 \(theirVersion))",
            "\(name) has been changed meanwhile (you read version \(yourVersion), now it is \(theirVersion))")
    }
}
