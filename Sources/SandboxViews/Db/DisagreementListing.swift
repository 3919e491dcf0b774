package import SandboxCore
import SandboxDomain
package import SandboxPresentation

extension SchemaDisagreement {
    /// What is wrong, in a sentence.
    package var sentence: Wording {
        switch self {
        case .missingHere:
            Wording("적용된 \(name, .subject) 이 프로그램에 없습니다", "\(name) was applied, but this program does not have it")
        case .changed:
            Wording("\(name)의 내용이 적용된 뒤 바뀌었습니다", "\(name) was changed after it was applied")
        case .unknownNewer:
            Wording("\(name, .topic) 이 프로그램이 아직 모르는 파일입니다", "\(name) is newer than this program")
        case .outOfOrder:
            Wording("뒤의 파일이 적용되었는데 \(name, .topic) 빠졌습니다", "\(name) was left out, though later files were applied")
        case .beforeRelease:
            Wording("첫 출시 전 버전으로 만든 데이터베이스입니다", "the database was made by a version before the first release")
        case .definitions:
            Wording("데이터베이스의 함수·뷰·권한 정의가 이 프로그램의 것이 아닙니다", "the database's definitions are not this program's")
        case .unrecorded:
            Wording(
                "이 PostgreSQL 버전에서 만든 것의 기록이 없어 비교할 수 없습니다",
                "nothing was recorded of what was made on this version of PostgreSQL, so nothing can be compared")
        case .object(let difference): difference.sentence
        }
    }

    /// What to do about it.
    package var remedy: Wording? {
        switch self {
        case .definitions, .unrecorded: .migrate
        case .beforeRelease:
            Wording("새 데이터베이스를 만드십시오. 그 버전에서 올리는 길은 없습니다", "make a new database; there is no upgrade from it")
        case .missingHere, .changed, .unknownNewer, .outOfOrder:
            Wording(
                "이 데이터베이스를 만든 버전의 sandbox를 쓰거나 백업에서 복원하십시오",
                "use the version of sandbox that made this database, or restore it from a backup")
        case .object(let difference): difference.remedy
        }
    }

    /// Its codes and its name on one line.
    package var line: String { [code, difference?.kind.rawValue, name].compactMap(\.self).joined(separator: " ") }

    fileprivate var difference: SchemaDifference? {
        if case .object(let difference) = self { difference } else { nil }
    }
}

extension Listing<SchemaDisagreement> {
    /// In what a database is not as this program would leave it.
    package static func disagreements(_ language: Language) -> Listing<SchemaDisagreement> {
        Listing([
            Column("code", "종류", "Kind", for: .machines) { .text($0.code) },
            Column("kind", "대상 종류", "Kind of thing", for: .machines) { .code($0.difference?.kind) },
            Column("name", "이름", "Name", for: .machines) { .text($0.name) },
            Column("repair", "되돌리는 SQL", "Repair", for: .machines) { .text($0.difference?.repair) },
            Column("says", "내용", "Finding", for: .people, wraps: true) { .text($0.sentence[language]) },
            Column("remedy", "조치", "Remedy", for: .people, wraps: true) { .text($0.remedy?[language]) },
        ])
    }
}
