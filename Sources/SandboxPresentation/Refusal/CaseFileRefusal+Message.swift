import SandboxDomain

extension CaseFileRefusal {
    /// Why, in words.
    var why: Wording {
        switch self {
        case .draftOnly(let stage):
            Wording(
                "작성 중인 제안만 고칠 수 있는데 ‘\(stage.wording.ko)’ 단계입니다",
                "only a draft can be edited, and it is at the stage “\(stage.wording.en)”")
        case .papersMissing: Wording("첨부 서류가 빠졌습니다", "papers are missing")
        case .fieldsMissing: Wording("빈 항목이 있습니다", "parts of the form are empty")
        case .proposalIncomplete: Wording("첨부 서류와 항목이 빠졌습니다", "papers and parts of the form are missing")
        case .attachmentTooLarge(let name, let size, let limit):
            Wording(
                "\(name, .subject) \(Wording.grouped(size))바이트로 한도 \(Wording.grouped(limit))바이트를 넘습니다",
                "\(name) has \(Wording.counted(size, "byte")), and the limit is \(Wording.grouped(limit))")
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
        case .supplementRepeated(let number):
            Wording(
                "\(number)번 보완 요청이 같은 내용이고 아직 답하지 않았습니다",
                "supplement no. \(number) asks for the same, and is not answered yet")
        case .supplementAmbiguous(let numbers):
            Wording(
                "답하지 않은 보완 요청이 여럿입니다: \(Wording.names(numbers.map { "\($0)" }).ko)번",
                "several supplements are open: no. \(Wording.names(numbers.map { "\($0)" }).en)")
        case .supplementNotOwn(let number, let asker):
            Wording(
                "\(number)번 보완 요청은 \(asker, .subject) 한 것이어서 그 기관만 철회합니다",
                "supplement no. \(number) was asked for by \(asker), which alone takes it back")
        case .supplementNotDue(let number, let day):
            day.map {
                Wording(
                    "\(number)번 보완 요청의 답변 기한(\($0))이 지나지 않았습니다",
                    "the period for supplement no. \(number) has not ended: it runs until \($0)")
            }
                ?? Wording(
                    "\(number)번 보완 요청에는 답변 기한이 없습니다", "no last day was set for supplement no. \(number)")
        case .supplementNoneOpen: Wording("답할 보완 요청이 없습니다", "no supplement has been asked for")
        case .alreadyAnswered(let number):
            Wording("\(number)번 보완 요청은 이미 답했습니다", "supplement no. \(number) has been answered")
        case .companyClosed(let name):
            Wording("\(name, .topic) 닫힌 기관이어서 새로 작성하거나 제출할 수 없습니다", "\(name) is closed; it drafts and files nothing")
        case .filedBefore(let reference):
            Wording(
                "내용과 첨부 서류가 모두 같은 과제를 이미 제출했습니다: \(reference)",
                "the same proposal with the same papers has been filed already: \(reference)")
        case .trackClosed(let track):
            Wording(
                "\(track.wording.ko) 트랙은 닫혀 새로 작성하거나 제출할 수 없습니다",
                "the track “\(track.wording.en)” is closed; nothing is drafted or filed in it")
        }
    }
}
