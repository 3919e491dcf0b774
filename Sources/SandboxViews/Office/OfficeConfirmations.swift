package import SandboxCore
import SandboxDomain
import SandboxPresentation

extension Confirmation {
    /// Whose work a case is now.
    package init(assigned one: AssignedCase) {
        let name = one.reference.description
        self.init(
            name: name,
            said: one.assignedTo.map {
                Wording("\(name): 담당자를 지정했습니다(\($0)).", "\(name) is the work of \($0) now.")
            } ?? Wording("\(name): 담당자를 비웠습니다.", "\(name) is nobody's work in particular now."),
            fields: [
                .init("reference", "과제번호", "Reference", .text(name)),
                .init("assigned_to", "담당자", "Assigned to", .text(one.assignedTo)),
            ])
    }

    /// What a person had to do is somebody else's.
    package init(handedOver one: HandedOver) {
        self.init(
            name: one.to,
            said: Wording(
                "\(one.from)의 과제 \(one.cases)건을 \(one.to)에게 인계했습니다.",
                "\(Wording.counted(one.cases, "case")) of \(one.from) \(one.cases == 1 ? "is" : "are") the work of \(one.to) now."
            ),
            fields: [
                .init("from", "인계자", "From", .text(one.from)),
                .init("to", "인수자", "To", .text(one.to)),
                .init("cases", "과제", "Cases", .integer(one.cases)),
            ])
    }

    /// Somebody is away.
    package init(away one: Absence) {
        self.init(
            one,
            Wording(
                "\(one.person)의 부재: \(one.from.text(.korean)) ~ \(one.until.text(.korean)). 대결자: \(one.deputy)",
                "\(one.person) is away from \(one.from.text(.english)) to \(one.until.text(.english)); the deputy is \(one.deputy)."
            ))
    }

    /// Somebody is back, or does not go.
    package init(back one: Absence) {
        self.init(
            one,
            Wording(
                "\(one.person)의 부재를 끝냈습니다. 대결자: \(one.deputy)",
                "The absence of \(one.person) ended; \(one.deputy) is the deputy no more."))
    }

    private init(_ one: Absence, _ said: Wording) {
        self.init(
            name: one.person, said: said,
            fields: [
                .init("login", "로그인", "Login", .text(one.person)),
                .init("deputy", "대결자", "Deputy", .text(one.deputy)),
                .init("from", "시작일", "From", .date(one.from)),
                .init("until", "종료일", "Until", .date(one.until)),
            ])
    }

    /// Something was noted on a case.
    package init(noted one: NotedCase) {
        let name = one.reference.description
        self.init(
            name: name,
            said: Wording("\(name): 내부 메모를 남겼습니다.", "\(name): noted for your colleagues."),
            fields: [
                .init("reference", "과제번호", "Reference", .text(name)),
                .init("notes", "메모", "Notes", .integer(one.notes)),
            ])
    }

    /// A login has another password.
    package init(passwordOf login: String) {
        self.init(
            name: login,
            said: Wording("\(login)의 비밀번호를 설정했습니다.", "The password of \(login) was set."),
            fields: [.init("login", "로그인", "Login", .text(login))])
    }
}
