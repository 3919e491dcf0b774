package import SandboxCore
import SandboxDomain
package import SandboxPresentation

extension Finding {
    /// What to do about it; nil where all is well or nothing can be done.
    package var remedy: Wording? {
        switch verdict {
        case .ok: nil
        case .hidden: hiddenRemedy
        case .notice, .problem: check == .setting ? settingRemedy : ownRemedy
        }
    }

    private var hiddenRemedy: Wording? {
        switch check {
        case .transaction:
            Wording("pg_monitor 역할이 있는 사용자로 물으십시오", "Ask as a member of pg_monitor.")
        case .size: Wording("운영자나 감사자로 물으십시오", "Ask as an operator or an auditor.")
        case .seal, .log: Wording("감사자로 물으십시오", "Ask as an auditor.")
        case .deadlines, .search, .laws, .counts: Wording("담당 창구나 감사자로 물으십시오", "Ask as the desk or an auditor.")
        default: nil
        }
    }

    private var settingRemedy: Wording {
        if subject == "data_checksums" {
            return Wording(
                "서버를 멈추고 pg_checksums --enable을 실행하십시오", "Stop the server and run pg_checksums --enable.")
        }
        let value = expected ?? "60s"
        return Wording(
            "postgresql.conf, ALTER ROLE, ALTER DATABASE, PGOPTIONS에서 다음과 같이 정하십시오: \(subject ?? "") = \(value)",
            "Set \(subject ?? "") = \(value): look in postgresql.conf, ALTER ROLE, ALTER DATABASE and PGOPTIONS.")
    }

    private var ownRemedy: Wording? {
        switch check {
        case .schema where subject == Refusal.Code.schemaBeforeRelease.rawValue:
            Wording("새 데이터베이스를 만드십시오", "Make a new database.")
        case .schema where subject == Refusal.Code.schemaNewer.rawValue:
            Wording("이 프로그램을 새 버전으로 바꾸십시오", "Install a newer version of this program.")
        case .schema: Wording("sandbox db migrate를 실행하십시오", "Run sandbox db migrate.")
        case .role where found == "superuser":
            Wording("업무에는 사람마다 자기 사용자를 쓰십시오", "For casework use each person's own login.")
        case .role: Wording("sandbox user add로 등록하십시오", "Register the person with sandbox user add.")
        case .server: Wording("PostgreSQL 15 이상으로 올리십시오", "Upgrade to PostgreSQL 15 or newer.")
        case .standby: Wording("업무는 주 서버에 연결하십시오", "Connect to the primary for casework.")
        case .connections:
            Wording(
                "max_connections를 늘리거나 서비스의 연결 수를 줄이십시오",
                "Raise max_connections, or let services use fewer connections.")
        case .transaction:
            Wording(
                "SELECT pg_terminate_backend(\(subject ?? ""))로 끝낼 수 있습니다",
                "SELECT pg_terminate_backend(\(subject ?? "")) ends it.")
        case .locks:
            Wording("pg_blocking_pids로 누가 잠갔는지 확인하십시오", "See who holds the locks with pg_blocking_pids.")
        case .wraparound: Wording("VACUUM (FREEZE)를 실행하십시오", "Run VACUUM (FREEZE).")
        case .collation:
            Wording(
                "REINDEX DATABASE 뒤에 ALTER DATABASE … REFRESH COLLATION VERSION을 실행하십시오",
                "Run REINDEX DATABASE, then ALTER DATABASE … REFRESH COLLATION VERSION.")
        case .definition: difference?.remedy ?? .migrate
        case .index: Wording("REINDEX INDEX CONCURRENTLY로 다시 만드십시오", "Make it again with REINDEX INDEX CONCURRENTLY.")
        case .constraint: Wording("ALTER TABLE … VALIDATE CONSTRAINT를 실행하십시오", "Run ALTER TABLE … VALIDATE CONSTRAINT.")
        case .trigger: Wording("ALTER TABLE … ENABLE TRIGGER를 실행하십시오", "Run ALTER TABLE … ENABLE TRIGGER.")
        case .rowSecurity:
            Wording(
                "ALTER TABLE … ENABLE, FORCE ROW LEVEL SECURITY를 실행하십시오",
                "Run ALTER TABLE … ENABLE and FORCE ROW LEVEL SECURITY.")
        case .publicRight: Wording("REVOKE … FROM PUBLIC을 실행하십시오", "Run REVOKE … FROM PUBLIC.")
        case .calendar where subject == nil:
            Wording("sandbox regime apply로 등록하십시오", "Apply one with sandbox regime apply.")
        case .calendar:
            Wording(
                "발표되는 대로 sandbox calendar import로 등록하고 sandbox calendar declare로 확정하십시오",
                "Once they are published, enter them with sandbox calendar import and declare the year: sandbox calendar declare."
            )
        case .pastCalendar: Wording("sandbox calendar check로 확인하십시오", "List them with sandbox calendar check.")
        case .log:
            Wording(
                "데이터베이스를 그대로 보존하고 sandbox audit verify로 전체를 확인하십시오",
                "Keep the database as it is, and check all of it with sandbox audit verify.")
        case .deadlines: Wording("sandbox deadline check로 확인하십시오", "List them with sandbox deadline check.")
        case .search, .laws, .counts:
            Wording("담당 창구가 sandbox deadline recount로 바로잡습니다", "The desk puts it right: sandbox deadline recount.")
        case .seal: Wording("sandbox audit seal로 봉인하십시오", "Seal it with sandbox audit seal.")
        case .setting, .size: nil
        }
    }
}

extension Finding.Check {
    /// What the check is called.
    package var wording: Wording {
        switch self {
        case .schema: Wording("스키마", "the schema")
        case .role: Wording("사용자", "the role")
        case .server: Wording("서버 버전", "the server's version")
        case .standby: Wording("대기 서버", "whether the server is a standby")
        case .setting: Wording("설정", "a setting")
        case .connections: Wording("연결 수", "the connections")
        case .transaction: Wording("다른 사용자의 트랜잭션", "the transactions of others")
        case .locks: Wording("잠금", "the locks")
        case .wraparound: Wording("트랜잭션 번호", "the transaction numbers")
        case .collation: Wording("정렬 규칙", "the sorting rules")
        case .definition: Wording("만들어진 정의", "the definitions")
        case .index: Wording("인덱스", "the indexes")
        case .constraint: Wording("제약", "the constraints")
        case .trigger: Wording("트리거", "the triggers")
        case .rowSecurity: Wording("행 보안", "row security")
        case .publicRight: Wording("모두의 권한", "the rights of PUBLIC")
        case .calendar: Wording("달력", "the calendars")
        case .pastCalendar: Wording("달력을 벗어나는 기한", "the periods past a calendar")
        case .deadlines: Wording("기한의 확인", "the check of the deadlines")
        case .search: Wording("검색 글의 확인", "the check of what is searched")
        case .laws: Wording("과제의 법령의 확인", "the check of the laws of cases")
        case .counts: Wording("사건 수의 확인", "the check of the counts of cases")
        case .log: Wording("기록의 사슬", "the chains of the event log")
        case .seal: Wording("봉인", "the seals")
        case .size: Wording("크기", "the sizes")
        }
    }
}
