package import SandboxDomain

extension Refusal {
    /// The refusal in words.
    package var message: Message {
        Message(code.rawValue, why, details: gaps.map(\.wording), hint: remedy?.wording)
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
        case .reasonRequired: Wording("사유가 필요합니다", "a reason is required")
        case .dateOutside(let date, let earliest, let latest) where earliest == latest:
            Wording(
                "\(date, .topic) 쓸 수 없고, \(earliest)만 쓸 수 있습니다",
                "the date \(date) is not \(earliest), the only one possible")
        case .dateOutside(let date, let earliest, let latest):
            Wording(
                "\(date, .topic) \(earliest)부터 \(latest) 사이에 있지 않습니다",
                "the date \(date) is not between \(earliest) and \(latest)")
        case .dateInFuture(let day):
            Wording("\(day, .topic) 아직 오지 않은 날입니다", "\(day) is in the future")
        case .appendOnly: Wording("기록은 고치거나 지울 수 없습니다", "what has been recorded can only grow")
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
        case .caseFile(let refusal): refusal.why
        case .consultation(let refusal): refusal.why
        case .committee(let refusal): refusal.why
        case .decision(let refusal): refusal.why
        case .condition(let refusal): refusal.why
        case .grant(let refusal): refusal.why
        case .objection(let refusal): refusal.why
        case .recall(let refusal): refusal.why
        case .paper(let refusal): refusal.why
        case .deadline(let refusal): refusal.why
        case .organisation(let refusal): refusal.why
        case .office(let refusal): refusal.why
        case .roadmap(let refusal): refusal.why
        case .summit(let refusal): refusal.why
        case .regime(let refusal): refusal.why
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
