package import SandboxCore
import SandboxDomain
package import SandboxPresentation

extension Listing<CasePaper> {
    /// The papers a case needs and has, named in this language.
    package static func papers(_ language: Language) -> Listing<CasePaper> {
        Listing(
            Wording("서류", "Papers"),
            [
                Column("number", "번호", "No.") { .integer($0.number) },
                Column("paper", "서류", "Paper", mayShrink: false) { .text($0.paper) },
                Column("name", "이름", "Name", for: .people) { .text(language == .korean ? $0.korean : $0.english) },
                Column("name_ko", "한국어 이름", "Korean name", for: .machines) { .text($0.korean) },
                Column("name_en", "영어 이름", "English name", for: .machines) { .text($0.english) },
                Column("state", "상태", "State") { .code(PaperState($0)) },
                Column("file_name", "파일", "File") { .text($0.fileName) },
                Column("size", "바이트", "Bytes") { .integer($0.size) },
                Column("sha256", "SHA-256", "SHA-256") { .text($0.sha256) },
                Column("media_type", "형식", "Type", for: .machines) { .text($0.mediaType) },
                Column("required", "필수", "Required", for: .machines) { .boolean($0.isRequired) },
                Column("basis", "근거", "Basis", for: .machines) { .text($0.basis) },
                Column("attached_at", "첨부 시각", "Attached", for: .machines) { .moment($0.attachedAt) },
            ])
    }
}

/// Whether a paper is there.
private enum PaperState: String, CaseIterable, HasWording {
    case attached, missing

    init(_ paper: CasePaper) { self = paper.number == nil ? .missing : .attached }

    var wording: Wording {
        self == .attached ? Wording("있음", "Attached") : Wording("없음(필수)", "Missing")
    }
    var tone: Tone { self == .attached ? .good : .bad }
}
