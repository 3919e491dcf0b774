package import SandboxDomain

extension Refusal {
    /// The refusal in words.
    package var message: Message {
        Message(code.rawValue, why, details: gaps.map(\.wording), hint: remedy.wording)
    }

    /// One table, so that the compiler sees whether a refusal is without words.
    private var why: Wording {
        switch self {
        case .wrongStage(let stage, let allowed):
            allowed.isEmpty
                ? Wording("‘\(stage.wording.ko)’ 단계에서는 할 수 없습니다", "not possible at the stage “\(stage.wording.en)”")
                : Wording(
                    "‘\(stage.wording.ko)’ 단계이며, 가능한 단계는 \(Wording.words(allowed).ko)입니다",
                    "it is at the stage “\(stage.wording.en)”, and must be at: \(Wording.words(allowed).en)")
        case .draftOnly(let stage):
            Wording(
                "작성 중인 제안만 고칠 수 있는데 ‘\(stage.wording.ko)’ 단계입니다",
                "only a draft can be edited, and it is at the stage “\(stage.wording.en)”")
        case .papersMissing: Wording("첨부 서류가 빠졌습니다", "papers are missing")
        case .fieldsMissing: Wording("빈 항목이 있습니다", "parts of the form are empty")
        case .proposalIncomplete: Wording("첨부 서류와 항목이 빠졌습니다", "papers and parts of the form are missing")
        case .reasonRequired: Wording("사유가 필요합니다", "a reason is required")
        case .attachmentTooLarge(let name, let size, let limit):
            Wording(
                "\(name, .subject) \(Wording.grouped(size))바이트로 한도 \(Wording.grouped(limit))바이트를 넘습니다",
                "\(name) has \(Wording.grouped(size)) bytes, and the limit is \(Wording.grouped(limit))")
        case .attachmentEmpty(let name): Wording("\(name, .topic) 빈 파일입니다", "\(name) is empty")
        case .attachmentNotEditable(let stage):
            Wording(
                "서류는 작성 중이거나 보완을 답할 때만 첨부하거나 지우는데 ‘\(stage.wording.ko)’ 단계입니다",
                "papers are attached and removed in a draft or to answer a supplement, and it is at the stage "
                    + "“\(stage.wording.en)”")
        case .supplementOpen(let numbers):
            Wording(
                "답하지 않은 보완 요청이 있습니다: \(Wording.names(numbers.map { "\($0)" }).ko)번",
                "supplements are not answered yet: no. \(Wording.names(numbers.map { "\($0)" }).en)")
        case .supplementNoneOpen: Wording("답할 보완 요청이 없습니다", "no supplement has been asked for")
        case .alreadyAnswered(let number):
            Wording("\(number)번 보완 요청은 이미 답했습니다", "supplement no. \(number) has been answered")
        case .consultationOpen(let ministries):
            Wording(
                "아직 회신하지 않은 부처가 있습니다: \(Wording.names(ministries).ko)",
                "not every ministry has replied; still open: \(Wording.names(ministries).en)")
        case .consultationMissing:
            Wording("이 부처에 열린 협의가 없습니다", "no consultation of this ministry is open")
        case .roundOpen(let ministry, let round):
            Wording(
                "\(ministry, .with) \(round)차 협의가 진행 중입니다", "round \(round) with \(ministry) is still open")
        case .alreadyReplied(let round):
            Wording("\(round)차 협의는 이미 회신했습니다", "round \(round) has been replied to, and a reply is not changed")
        case .notAMinistry(let name):
            Wording("\(name, .topic) 협의할 수 있는 공공기관이 아닙니다", "\(name) is no public body that could be consulted")
        case .opinionNotForTrack(let opinion, let track, let known):
            Wording(
                "\(track.wording.ko)에는 ‘\(opinion.wording.ko)’ 의견이 없습니다. 가능: \(Wording.words(known).ko)",
                "the track “\(track.wording.en)” has no opinion “\(opinion.wording.en)”; it has: "
                    + Wording.words(known).en)
        case .ministryNotConsulted:
            Wording("회신한 부처가 하나도 없습니다", "no ministry has replied, and a grant needs at least one")
        case .outcomeNotForTrack(let outcome, let track, let known):
            Wording(
                "\(track.wording.ko)에는 ‘\(outcome.wording.ko)’ 의결이 없습니다. 가능: \(Wording.words(known).ko)",
                "the track “\(track.wording.en)” has no outcome “\(outcome.wording.en)”; it has: "
                    + Wording.words(known).en)
        case .conditionsRequired: Wording("조건이 하나도 없습니다", "conditions are announced, but none is named")
        case .conditionsNotAllowed: Wording("여기에는 조건을 붙일 수 없습니다", "conditions do not go with this")
        case .decisionDateOutside(let date, let earliest, let latest):
            Wording(
                "의결일 \(date, .subject) \(earliest)부터 \(latest) 사이에 있지 않습니다",
                "the date \(date) is not between \(earliest) and \(latest)")
        case .alreadyDecided: Wording("이미 의결되었습니다", "the case has been decided")
        case .alreadyNotified(let day):
            Wording("\(day)에 이미 통보되었습니다", "the ministry was told on \(day), and its period runs from then")
        case .dateOutside(let date, let earliest, let latest):
            Wording(
                "\(date, .topic) \(earliest)부터 \(latest) 사이에 있지 않습니다",
                "the date \(date) is not between \(earliest) and \(latest)")
        case .replyLapsed(let day):
            Wording(
                "회신 기한이 \(day)에 회신 없이 지났습니다",
                "the period for the reply ended on \(day) in silence, which the law gives a meaning")
        case .lapseContested: Wording("이 기한 경과에는 이미 이의가 제기되었습니다", "the lapse has been contested")
        case .lapseOpen(let ministries):
            Wording(
                "이의가 제기된 기한 경과가 있습니다: \(Wording.names(ministries).ko)",
                "a lapse is contested and not resolved: \(Wording.names(ministries).en)")
        case .noFastTrack(let track):
            Wording(
                "\(track.wording.ko)에는 동일·유사 과제 신속 협의가 없습니다",
                "the track “\(track.wording.en)” has no shorter period for same-or-similar cases")
        case .lapseMissing(let ministry):
            Wording("\(ministry)의 기한 경과 기록이 없습니다", "no lapse is recorded for the ministry \(ministry)")
        case .lapseNotContested:
            Wording("이의가 제기되지 않았거나 이미 처리되었습니다", "the lapse is not contested, or has been resolved")
        case .clockEnded(let day): Wording("이 기한은 \(day)에 끝났습니다", "the clock ended on \(day)")
        case .extensionNotInRule(let basis):
            Wording("이 기한에는 연장이 없습니다(\(basis))", "the rule knows no extension (\(basis))")
        case .extensionUsedUp(let count):
            Wording("연장은 \(count)회까지이며 모두 썼습니다", "the period has been extended \(count)×, which is all the rule allows")
        case .extensionTooLong(let most, let unit):
            Wording(
                "한 번에 \(unit.wording(most).ko)까지 연장할 수 있습니다",
                "an extension has \(unit.wording(most).en) at most")
        case .extensionTooLate(let day):
            Wording("기한이 \(day)에 이미 지났습니다", "a period is extended before it ends, and it ended on \(day)")
        case .clockNotOwed(let organisation):
            Wording(
                "기한은 그 의무를 진 쪽이 연장합니다: \(organisation ?? "주무관청")",
                "who owes the act extends its period: \(organisation ?? "the lead authority")")
        case .stopCauseUnknown(let cause, let known):
            known.isEmpty
                ? Wording(
                    "\(cause.wording.ko, .toward) 멈추지 않는 기한입니다", "it is not stopped by “\(cause.wording.en)”")
                : Wording(
                    "\(cause.wording.ko, .toward) 멈추지 않습니다. 가능: \(Wording.words(known).ko)",
                    "it is not stopped by “\(cause.wording.en)”, but by: \(Wording.words(known).en)")
        case .clockStopped(let day): Wording("\(day)부터 이미 멈춰 있습니다", "the clock is stopped since \(day)")
        case .clockNotStopped: Wording("손으로 끝낼 정지가 없습니다", "no stop is open that is ended by hand")
        case .stopPaperRequired: Wording("근거 문서가 필요합니다", "a stop names the paper it rests on")
        case .stopsOverlap: Wording("다른 정지와 날짜가 겹칩니다", "another stop has left out some of these days")
        case .stopUndone(let number): Wording("\(number)번 정지는 이미 취소되었습니다", "stop no. \(number) has been undone")
        case .committee(let refusal): refusal.why
        case .condition(let refusal): refusal.why
        case .objection(let refusal): refusal.why
        case .grant(let refusal): refusal.why
        case .organisationKind(let role, let kind):
            Wording(
                "‘\(role.wording.ko)’ 사용자는 ‘\(kind.wording.ko)’ 기관에 속할 수 없습니다",
                "a person of the role “\(role.wording.en)” cannot belong to an organisation of the kind "
                    + "“\(kind.wording.en)”")
        case .organisationRequired(let role):
            Wording(
                "‘\(role.wording.ko)’ 사용자는 기관에 속해야 합니다",
                "a person of the role “\(role.wording.en)” acts for an organisation, and none was named")
        case .organisationExists(let name): Wording("\(name, .topic) 이미 있습니다", "\(name) exists already")
        case .organisationClosed(let name): Wording("\(name, .topic) 닫힌 기관입니다", "\(name) is closed")
        case .personExists(let name):
            Wording("사용자 \(name, .subject) 이미 있습니다", "a person of the login \(name) exists already")
        case .personIsAdministrator(let name):
            Wording(
                "\(name, .topic) 관리 권한을 가진 역할이어서 사용자가 될 수 없습니다",
                "\(name) has administrative rights and cannot act for anybody")
        case .personDisabled(let name): Wording("\(name, .topic) 중지된 사용자입니다", "\(name) is disabled")
        case .personIsSelf: Wording("자기 자신은 중지할 수 없습니다", "nobody disables themselves")
        case .taskNotOwed(let ministries):
            Wording(
                "이 부처의 과제가 아닙니다. 소관: \(Wording.names(ministries.isEmpty ? ["-"] : ministries).ko)",
                "this task is not owed by your ministry, but by: "
                    + Wording.names(ministries.isEmpty ? ["-"] : ministries).en)
        case .inForceDateNotForStatus(let status):
            Wording(
                "‘\(status.wording.ko)’ 상태에는 시행일이 없습니다",
                "a task at the status “\(status.wording.en)” has no day of entry into force")
        case .statusUnreachable(let from, let to):
            Wording(
                "‘\(from.wording.ko)’ 상태의 과제는 ‘\(to.wording.ko)’ 상태가 될 수 없습니다",
                "a reform task does not go from “\(from.wording.en)” to “\(to.wording.en)”")
        case .taskContinued(let other):
            Wording("이 과제는 \(other)에서 이어집니다", "the task is continued by \(other)")
        case .taskEnded(let other, let status):
            Wording(
                "\(other, .topic) ‘\(status.wording.ko)’ 상태여서 다른 과제를 이어받을 수 없습니다",
                "\(other) is at the status “\(status.wording.en)” and cannot continue another task")
        case .alreadyPromised(let said, let day):
            Wording(
                "이미 약속했습니다(\(day), ‘\(said)’). 바뀐 시기는 사유와 함께 다시 약속합니다(roadmap forecast)",
                "it was promised on \(day) for “\(said)”; another date is a forecast with a reason (roadmap forecast)")
        case .beforeBaseline(let day):
            Wording("첫 약속은 \(day)에 있었고 그 앞에 둘 수 없습니다", "the first promise was made on \(day); nothing is put before it")
        case .dateInFuture(let day):
            Wording("\(day, .topic) 아직 오지 않은 날입니다", "\(day) lies in the future")
        case .nothingToTakeBack: Wording("되돌릴 것이 없습니다", "nothing was said that could be taken back")
        case .reportTooEarly(let day):
            Wording("이 보고는 \(day)부터 할 수 있습니다", "this report is given from \(day) on")
        case .noReportOwed:
            Wording("지금 이 과제에 낼 보고가 없습니다", "your ministry owes no report on this task now")
        case .commitmentNotOwn(let owner):
            Wording("\(owner)의 몫이어서 말할 수 없습니다", "only \(owner) or the desk may say what became of it")
        case .commitmentSettled:
            Wording("이미 끝난 약속입니다", "the commitment is settled; reopen it first")
        case .commitmentOpen: Wording("아직 열려 있는 약속입니다", "the commitment is open")
        case .councilReportsLater:
            Wording("협의체는 다음 회의부터 보고합니다", "a council reports to a later summit than the one it was set up at")
        case .appendOnly: Wording("기록은 고치거나 지울 수 없습니다", "what has been recorded can only grow")
        case .notAGrant(let reference):
            Wording(
                "\(reference)에는 지정·허가가 없어 공개 등록부에 없습니다",
                "\(reference) is no grant, so it is not in the public register")
        case .trackClosed(let track):
            Wording(
                "\(track.wording.ko) 트랙은 닫혀 새로 작성하거나 제출할 수 없습니다",
                "the track “\(track.wording.en)” is closed; nothing is drafted or filed in it")
        case .regimeFixed(let place, let before, let after):
            Wording(
                "\(place, .topic) 이미 준 번호와 날짜에 들어 있어 바꿀 수 없습니다(지금 \(before), 파일 \(after))",
                "\(place) stands in numbers and dates that were given and is not changed (now \(before), file \(after))"
            )
        case .regimeBegun(let day):
            Wording("이미 \(day)로 기록되어 있습니다", "it is recorded already, for \(day)")
        case .regimeNotBegun:
            Wording("그 날까지 시작된 기한이 없습니다", "no period that it ends has begun by that day")
        case .prefixTaken(let prefix, let regime):
            Wording(
                "번호 앞자리 \(prefix, .topic) \(regime) 제도가 쓰고 있습니다",
                "the prefix \(prefix) belongs to a track of the regime \(regime)")
        case .bodyTaken(let body, let regime):
            Wording(
                "위원회 부호 \(body, .topic) \(regime) 제도가 쓰고 있습니다",
                "the code \(body) belongs to a committee of the regime \(regime)")
        case .idempotencyKeyReused(let key):
            Wording("재시도 키 \(key, .topic) 다른 일에 쓰였습니다", "the key \(key) was used for something else")
        case .schemaOlder(let database, let program):
            Wording(
                "데이터베이스(\(database)판)가 프로그램(\(program)판)보다 오래되었습니다",
                "the database (version \(database)) is older than the program (version \(program))")
        case .schemaNewer(let database, let program):
            Wording(
                "데이터베이스(\(database)판)가 프로그램(\(program)판)보다 새롭습니다",
                "the database (version \(database)) is newer than the program (version \(program))")
        case .schemaDefinitionsDiffer:
            Wording(
                "데이터베이스의 함수·뷰·권한 정의가 이 프로그램의 것이 아닙니다",
                "the database's definitions are not this program's")
        case .schemaBeforeRelease:
            Wording(
                "첫 출시 전 버전으로 만든 데이터베이스입니다", "the database was made by a version before the first release")
        case .superuserActing:
            Wording(
                "슈퍼유저로 로그인한 서비스는 다른 사람을 대신할 수 없습니다",
                "a service that logs in as a superuser does not act for others")
        }
    }
}

extension Gap {
    /// What is missing and who demands it: `손해배상 방안 (정보통신융합법 시행령 제42조의4제1항)`.
    package var wording: Wording {
        let article = basis.isEmpty ? "" : " (\(basis))"
        return Wording("\(name.ko) [\(code)]\(article)", "\(name.en) [\(code)]\(article)")
    }
}

extension Refusal.Remedy {
    /// The way out in a sentence; `nil` if there is none.
    package var wording: Wording? {
        switch self {
        case .rightStage: Wording("과제가 그 단계에 오면 다시 하십시오.", "Do it again once the case has come to that stage.")
        case .supplement: Wording("보완 요청에 답하여 고치십시오.", "Correct it by answering a supplement.")
        case .attachPapers: Wording("위 서류를 첨부하십시오.", "Attach the papers named above.")
        case .completeFields: Wording("위 항목을 채우십시오.", "Fill in what is named above.")
        case .giveReason: Wording("사유를 쓰십시오.", "Give a reason.")
        case .otherFile: Wording("다른 파일을 첨부하십시오.", "Attach another file.")
        case .answerSupplement: Wording("먼저 보완 요청에 답하십시오.", "Answer the supplements first.")
        case .awaitReplies: Wording("회신을 기다리거나 반려하십시오.", "Wait for the replies, or return the case.")
        case .sendConsultation: Wording("담당 창구가 협의를 보내야 합니다.", "Have the desk send a round of consultation.")
        case .chooseKnown: Wording("가능한 것 중에서 고르십시오.", "Choose one of those.")
        case .nameConditions:
            Wording("조건을 적거나 조건 없는 것을 고르십시오.", "Name the conditions, or choose the value without.")
        case .dropConditions:
            Wording("조건을 빼거나 조건부인 것을 고르십시오.", "Leave the conditions out, or choose the value with.")
        case .completeConditions:
            Wording("조건마다 목적과 확인 자료를 적으십시오.", "Say of each condition what it is for and how one sees that it is met.")
        case .composeLawfully: Wording("법이 정한 대로 구성하십시오.", "Compose it as the law has it.")
        case .laterSession: Wording("다음 회차에 상정하십시오.", "Table it at a later session.")
        case .freezeAgenda: Wording("먼저 안건을 확정하십시오.", "Freeze the agenda first.")
        case .tableCase: Wording("먼저 안건으로 상정하십시오.", "Table the case first.")
        case .namePrecedent: Wording("동일·유사 과제를 먼저 지정하십시오.", "Name the precedent it follows first.")
        case .deferItem: Wording("보류하여 다음 회차에 올리십시오.", "Defer it to a later session.")
        case .insureGrant:
            Wording("책임보험을 제출하고 확인을 받으십시오.", "Hand in an insurance that suffices, and have it confirmed.")
        case .confirmConditions: Wording("조건 이행을 확인받으십시오.", "Have the conditions confirmed by the desk.")
        case .holdHearing: Wording("먼저 그 사유로 청문을 하십시오.", "Hold a hearing on that ground first.")
        case .fileOtherTrack: Wording("먼저 임시허가 과제를 제출하십시오.", "File the case of the other track first.")
        case .otherDate: Wording("그 사이의 날짜를 쓰십시오.", "Give a date within these bounds.")
        case .fittingOrganisation: Wording("알맞은 기관을 쓰십시오.", "Name a fitting organisation.")
        case .otherName: Wording("다른 이름을 쓰십시오.", "Choose another name.")
        case .askDesk: Wording("담당 창구나 소관 부처에 요청하십시오.", "Ask the desk, or the ministry that owes it.")
        case .dropDate:
            Wording("시행일을 빼거나 공포·시행 상태를 고르십시오.", "Leave the day out, or choose promulgated or in-force.")
        case .contest:
            Wording("다투려면 사유를 들어 이의를 제기하십시오.", "Contest the lapse, with the reason: sandbox consult contest.")
        case .awaitResolution:
            Wording("담당 창구가 이의를 처리해야 합니다.", "The desk resolves what is contested: sandbox consult resolve.")
        case .shorterExtension: Wording("더 짧게 연장하십시오.", "Extend by less.")
        case .resumeFirst: Wording("먼저 그 정지를 끝내십시오.", "End that stop first: sandbox deadline resume.")
        case .namePaper: Wording("근거 문서를 쓰십시오.", "Name the paper: --paper.")
        case .otherDays: Wording("그 정지를 취소하거나 다른 날짜를 쓰십시오.", "Undo that stop, or choose other days.")
        case .askOperator: Wording("운영자에게 요청하십시오.", "Ask an operator.")
        case .newKey:
            Wording("새 키를 쓰거나 처음 요청을 그대로 되풀이하십시오.", "Use a new key, or repeat the first call unchanged.")
        case .migrate: Wording("sandbox db migrate로 데이터베이스를 올리십시오.", "Update the database: sandbox db migrate.")
        case .newDatabase: Wording("새 데이터베이스를 만드십시오.", "Make a new database.")
        case .updateProgram: Wording("프로그램을 새 판으로 바꾸십시오.", "Update the program.")
        case .none: nil
        }
    }
}
