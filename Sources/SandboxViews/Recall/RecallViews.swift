package import SandboxCore
import SandboxDomain
import SandboxPresentation

extension Confirmation {
    /// An entry was taken back.
    package init(recalled entry: RecalledEntry, openTasks: [CaseDetail.OpenTask]) {
        let name = entry.reference.description
        let about = entry.ministry.map { "\($0) " } ?? "#\(entry.number) "
        let said = entry.saidWording.wording
        self.init(
            name: name,
            said: Wording(
                "\(name): \(about)\(entry.subject.wording.ko) 기록을 취소했습니다(\(said.ko), \(entry.saidOn.text(.korean))).",
                "\(name): \(about)\(entry.subject.wording.en.lowercased()) was taken back (\(said.en), \(entry.saidOn.text(.english)))."
            ),
            next: openTasks.sentences,
            fields: [
                .init("reference", "과제번호", "Reference", .text(name)),
                .init("subject", "대상", "Of", .code(entry.subject)),
                .init("number", "번호", "Number", .integer(entry.number)),
                .init("ministry", "부처", "Ministry", .text(entry.ministry)),
                .init("said", "내용", "Said", .code(entry.saidWording)),
                .init("said_on", "날짜", "Day", .date(entry.saidOn)),
                .init("document_no", "문서번호", "Document", .text(entry.document)),
                .init("reason", "취소 사유", "Reason", .text(entry.reason)),
                .init("recalled_on", "취소일", "Taken back", .date(entry.recalledOn)),
            ])
    }
}

extension RecalledEntry {
    /// What it said, in words.
    var saidWording: StableCodeWording { StableCodeWording(said, .recalled) }
}

extension Listing<RecalledEntry> {
    /// What was entered by mistake and taken back.
    static let recalled = Listing<RecalledEntry>([
        Column("subject", "대상", "Of") { .code($0.subject) },
        Column("number", "번호", "No.") { .integer($0.number) },
        Column("ministry", "부처", "Ministry") { .text($0.ministry) },
        Column("said", "내용", "Said") { .code($0.saidWording) },
        Column("said_on", "날짜", "Day") { .date($0.saidOn) },
        Column("document_no", "문서번호", "Document") { .text($0.document) },
        Column("recalled_on", "취소일", "Taken back") { .date($0.recalledOn) },
        Column("reason", "취소 사유", "Reason") { .text($0.reason) },
    ])
}
