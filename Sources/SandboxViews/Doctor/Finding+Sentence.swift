package import SandboxCore
import SandboxDomain
package import SandboxPresentation

extension Finding {
    private var it: String { subject ?? "" }
    private var value: String { found ?? "-" }
    private var measure: String { expected ?? "-" }
    private var isOK: Bool { verdict == .ok }

    /// What was found.
    package var sentence: Wording {
        if verdict == .hidden { return hidden }
        return switch check {
        case .schema, .role, .calendar, .pastCalendar, .deadlines, .search, .laws, .counts, .log, .seal, .size:
            ofRegister
        case .server, .standby, .setting, .connections, .transaction, .locks, .wraparound, .collation: ofServer
        case .definition, .index, .constraint, .trigger, .rowSecurity, .publicRight: ofCatalogue
        }
    }

    private var hidden: Wording {
        let name = check.wording
        let subject = subject.map { ": \($0)" } ?? ""
        return Wording(
            "이 사용자는 볼 수 없는 항목입니다: \(name.ko)\(subject)", "This role may not see: \(name.en)\(subject).")
    }

    private var ofRegister: Wording {
        switch check {
        case .schema where isOK:
            Wording("스키마 버전 \(value): 이 프로그램의 것입니다", "The schema is this program's: version \(value).")
        case .schema where subject == Refusal.Code.schemaDefinitionsDiffer.rawValue:
            Wording(
                "스키마의 함수, 뷰, 정책이 이 프로그램의 것이 아닙니다",
                "The functions, views and policies of the database are not this program's.")
        case .schema where subject == Refusal.Code.schemaBeforeRelease.rawValue:
            Wording("첫 배포 전의 판이 만든 데이터베이스입니다", "The database was made by a version before the first release.")
        case .schema:
            Wording(
                "스키마 버전 \(value): 이 프로그램의 것(\(measure))이 아닙니다",
                "The schema has version \(value); this program needs \(measure).")
        case .role where found == "superuser":
            Wording("\(it): 모든 권한이 있어 열람 제한을 받지 않습니다", "\(it) is bound by no access rule (superuser or BYPASSRLS).")
        case .role where found == nil:
            Wording("\(it): 등록된 사용자가 아닙니다", "\(it) is not a person of this register.")
        case .role: Wording("\(it): \(value) 역할로 묻습니다", "\(it) asks, in the role \(value).")
        case .calendar where subject == nil: Wording("등록된 제도가 없습니다", "There is no regime.")
        case .calendar where found == nil:
            Wording("\(it): 공휴일이 등록되지 않아 주말만 쉽니다", "\(it): no holidays are known, only weekends.")
        case .calendar: Wording("\(it): 공휴일을 \(value)까지 압니다", "\(it): holidays are known up to \(value).")
        case .pastCalendar where isOK:
            Wording("달력을 벗어나는 기한이 없습니다", "No open period runs past its calendar.")
        case .pastCalendar:
            Wording(
                "달력을 벗어나는 기한이 \(value)건 있습니다. 처음은 \(it)",
                "Open periods that run past their calendar: \(value), the first of \(it).")
        case .log where isOK && it == "0":
            Wording("기록 \(value)건이 모두 그대로입니다", "All events are as they were recorded: \(value).")
        case .log where isOK:
            Wording(
                "기록 \(it)번 뒤의 \(value)건이 그대로입니다. 그 앞은 확인하지 않았습니다",
                "The events after number \(it) are as they were recorded: \(value). Earlier ones were not checked.")
        case .log:
            Wording(
                "기록이 그대로가 아닙니다. 문제 \(measure)건, 처음은 \(it): \(problem.ko)",
                "The event log is not what was recorded. Problems: \(measure), the first at \(it): \(problem.en).")
        case .deadlines where isOK:
            Wording("기한 \(value)건이 다시 센 것과 같습니다", "The deadlines agree with a second count: \(value).")
        case .deadlines:
            Wording(
                "기한 \(measure)건에 모순이 \(value)건 있습니다. 처음은 \(it)",
                "Deadlines: \(measure). Contradictions among them: \(value), the first at \(it).")
        case .search where isOK:
            Wording("검색 글이 과제의 내용과 같습니다", "What is searched is what the cases say.")
        case .search:
            Wording(
                "과제의 내용과 다른 검색 글이 \(value)건 있습니다. 처음은 \(it)",
                "Cases of which something else is searched than they say: \(value), the first \(it).")
        case .laws where isOK: Wording("과제의 법령이 신청한 내용과 같습니다", "The laws kept of cases are those they name.")
        case .laws:
            Wording(
                "신청한 내용과 다른 법령이 기록된 과제가 \(value)건 있습니다. 처음은 \(it)",
                "Cases of which other laws are kept than they name: \(value), the first \(it).")
        case .counts where isOK: Wording("사건 수가 다시 센 것과 같습니다", "The counts of cases agree with a second count.")
        case .counts:
            Wording(
                "사건 수가 다시 센 것과 다릅니다. \(it): 기록 \(value)건, 실제 \(measure)건",
                "A count of cases differs: \(it) is kept as \(value) and is \(measure).")
        case .seal where found == nil: Wording("기록을 봉인한 적이 없습니다", "The event log was never sealed.")
        case .seal:
            Wording(
                "마지막 봉인 \(it): \(value), 그 뒤 기록 \(measure)건",
                "The last seal is number \(it) of \(value); events since then: \(measure).")
        default: Wording("기록과 데이터베이스 전체의 크기: \(value)", "The event log and the whole database take \(value).")
        }
    }

    private var ofServer: Wording {
        switch check {
        case .server: Wording("PostgreSQL \(value)", "The server is PostgreSQL \(value).")
        case .standby where isOK: Wording("쓸 수 있는 주 서버입니다", "The server is the primary.")
        case .standby: Wording("대기 서버라서 아무것도 쓸 수 없습니다", "The server is a standby: nothing can be written.")
        case .setting where isOK: Wording("설정 \(it): \(value)", "The setting \(it) is \(value).")
        case .setting where expected == nil:
            Wording("설정 \(it): 제한이 없습니다", "The setting \(it) is 0: there is no limit.")
        case .setting:
            Wording("설정 \(it): \(value), \(measure)이어야 합니다", "The setting \(it) is \(value); it should be \(measure).")
        case .connections:
            Wording("연결 \(measure)개 중 \(value)개를 쓰고 있습니다", "Connections in use: \(value) of \(measure).")
        case .transaction where isOK: Wording("오래 열린 거래가 없습니다", "No transaction has been open for long.")
        case .transaction:
            Wording(
                "서버 프로세스 \(it)의 거래가 \(value)분째 열려 있습니다",
                "Server process \(it) keeps a transaction open; minutes so far: \(value).")
        case .locks where isOK: Wording("잠금을 오래 기다리는 문장이 없습니다", "No statement waits long for a lock.")
        case .locks: Wording("잠금을 기다리는 문장: \(value)개", "Statements that wait for a lock: \(value).")
        case .wraparound:
            Wording("거래 번호 사용: \(value) / \(measure)", "Transaction numbers in use: \(value) of \(measure).")
        case .collation where isOK: Wording("정렬 규칙이 그대로입니다", "The sorting rules are those of the indexes.")
        default:
            Wording(
                "정렬 규칙이 바뀌었습니다: \(value) → \(measure)",
                "The system's sorting rules changed from \(value) to \(measure).")
        }
    }

    private var problem: Wording { AuditProblem(rawValue: value)?.wording ?? Wording(value, value) }

    private var ofCatalogue: Wording {
        switch check {
        case .definition where isOK: Wording("모든 정의가 만들어진 대로입니다", "All definitions are as they were made.")
        case .definition: difference?.sentence ?? SchemaDisagreement.unrecorded.sentence
        case .index where isOK: Wording("모든 인덱스가 유효합니다", "All indexes are valid.")
        case .index: Wording("유효하지 않은 인덱스: \(it)", "This index is not valid: \(it).")
        case .constraint where isOK: Wording("모든 제약이 확인되었습니다", "All constraints are validated.")
        case .constraint: Wording("확인되지 않은 제약: \(it)", "This constraint is not validated: \(it).")
        case .trigger where isOK: Wording("모든 트리거가 켜져 있습니다", "All triggers are enabled.")
        case .trigger: Wording("꺼진 트리거: \(it)", "This trigger is disabled: \(it).")
        case .rowSecurity where isOK: Wording("모든 표에 행 보안이 강제됩니다", "Row security is forced on all tables.")
        case .rowSecurity: Wording("행 보안이 강제되지 않은 표: \(it)", "Row security is not forced on \(it).")
        case .publicRight where isOK: Wording("모두에게 준 위험한 권한이 없습니다", "PUBLIC has no right that it should not have.")
        default: Wording("모두에게 있는 권한: \(it)", "PUBLIC has a right that it should not have: \(it).")
        }
    }
}
