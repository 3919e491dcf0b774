package import SandboxCore
import SandboxDomain
package import SandboxPresentation

extension SchemaDifference {
    /// What it is of what, and how it differs.
    package var sentence: Wording {
        let (own, place) = parts
        let ko = (place.map { "\($0)의 " } ?? "") + "\(kind.wording.ko) \(own)"
        return Wording("\(change.wording.ko): \(ko)", "\(change.wording.en): \(kind.wording.en) \(name)")
    }

    /// What puts it right.
    package var remedy: Wording? {
        if change == .foreign, isState { return foreignRemedy }
        if !isState { return .migrate }
        return repair == nil
            ? Wording("백업과 대조하여 되돌리십시오", "Compare it with a backup and put it back.")
            : Wording("sandbox db verify --sql이 되돌리는 SQL을 출력합니다", "sandbox db verify --sql prints what puts it right.")
    }

    private var foreignRemedy: Wording {
        if [.roleAttribute, .membership, .personPrivilege].contains(kind) {
            return Wording(
                "거두십시오. sandbox db verify --sql이 그 SQL을 출력합니다. 한 사람은 한 역할에만 속합니다",
                "Take it away: sandbox db verify --sql prints how. A person belongs to one group role and has what that has."
            )
        }
        if kind == .row {
            return Wording(
                "지우십시오. sandbox db verify --sql이 그 SQL을 출력합니다",
                "Delete it: sandbox db verify --sql prints how.")
        }
        return repair == nil
            ? Wording("필요 없으면 지우십시오", "Drop it if nobody needs it.")
            : Wording(
                "필요 없으면 지우십시오. sandbox db verify --sql이 그 SQL을 출력합니다",
                "Drop it if nobody needs it: sandbox db verify --sql prints how.")
    }

    /// `staff` of `sandbox.opinion`, or a name alone.
    private var parts: (own: String, place: String?) {
        guard let place = name.ranges(of: " on ").last else { return (name, nil) }
        return (String(name[..<place.lowerBound]), String(name[place.upperBound...]))
    }
}

extension Wording {
    /// For definitions, which are applied again as a whole.
    static let migrate = Wording(
        "관리자로 연결하여 실행하십시오: sandbox db migrate", "As the database's administrator run sandbox db migrate.")
}

extension SchemaDifference.Change: HasWording {
    package var wording: Wording {
        switch self {
        case .missing: Wording("없음", "missing")
        case .changed: Wording("바뀜", "changed")
        case .foreign: Wording("이 프로그램의 것이 아님", "not of this program")
        }
    }

    package var tone: Tone {
        switch self {
        case .missing, .changed: .bad
        case .foreign: .caution
        }
    }
}

extension SchemaDifference.Kind: HasWording {
    package var wording: Wording {
        switch self {
        case .schema: Wording("스키마", "schema")
        case .type: Wording("자료형", "type")
        case .function: Wording("함수", "function")
        case .sequence: Wording("일련번호", "sequence")
        case .table: Wording("표", "table")
        case .column: Wording("열", "column")
        case .index: Wording("인덱스", "index")
        case .constraint: Wording("제약", "constraint")
        case .view: Wording("뷰", "view")
        case .trigger: Wording("트리거", "trigger")
        case .rule: Wording("규칙", "rule")
        case .policy: Wording("정책", "policy")
        case .rowSecurity: Wording("행 보안", "row security of")
        case .privilege: Wording("권한", "privilege of")
        case .defaultPrivilege: Wording("기본 권한", "default privilege of")
        case .comment: Wording("설명", "comment on")
        case .row: Wording("행", "row")
        case .roleAttribute: Wording("역할 속성", "role attribute")
        case .membership: Wording("역할 가입", "membership")
        case .personPrivilege: Wording("개인에게 준 권한", "privilege given to a person,")
        case .publication: Wording("게시", "publication")
        case .eventTrigger: Wording("이벤트 트리거", "event trigger")
        }
    }

    package var tone: Tone { .plain }
}
