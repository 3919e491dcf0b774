import SandboxDomain

/// Papers about case 5, which is decided, and case 2, which is consulting.
enum PaperGuards {
    private static let reachable = Attempt.Step.by(
        .desk, "INSERT INTO paper_official (role_name, title, phone) VALUES (current_user, '주무관', '044-202-0000')")

    private static func issue(
        _ paper: String, _ caseFile: Int, about: String = "NULL", reason: String = "NULL", template: String? = nil,
        official: String = "current_user", addressee: String = "비이"
    ) -> Attempt.Step {
        .by(
            .desk,
            """
            INSERT INTO official_paper (paper, template_no, case_file_id, about_no, addressee_id, language, verification,
                title, reason, official, content)
            SELECT '\(paper)', \(template ?? "(SELECT min(template_no) FROM paper_template WHERE paper = '\(paper)')"),
                \(caseFile), \(about), o.organisation_id, 'ko', new_verification(), '문서', \(reason), \(official), '문서'
            FROM organisation AS o WHERE o.name = '\(addressee)';
            """)
    }

    static let attempts: [Attempt] = [
        Attempt(nil, after: [reachable], issue("receipt", 5)),
        Attempt("official_paper_template_guard", after: [reachable], issue("receipt", 5, template: "32000")),
        Attempt("official_paper_subject_guard", after: [reachable], issue("return-notice", 5)),
        Attempt("official_paper_subject_guard", after: [reachable], issue("receipt", 5, addressee: "에이")),
        Attempt("official_paper_subject_guard", after: [reachable], issue("reminder", 2, about: "9", addressee: "두나부")),
        Attempt(nil, after: [reachable], issue("reminder", 2, about: "1", addressee: "두나부")),
        Attempt("official_paper_reason_guard", after: [reachable], issue("receipt", 5), issue("receipt", 5)),
        Attempt("official_paper_reason_guard", after: [reachable], issue("receipt", 5, reason: "'까닭'")),
        Attempt(nil, after: [reachable], issue("receipt", 5), issue("receipt", 5, reason: "'오기 정정'")),
        Attempt("official_paper_official_guard", issue("receipt", 5)),
        Attempt(
            "official_paper_append_only_guard", after: [reachable], issue("receipt", 5),
            .owner("UPDATE official_paper SET title = '다른 제목'")),
        Attempt(
            "paper_official_person_guard",
            .by(
                .desk,
                """
                INSERT INTO paper_official (role_name, title, phone)
                SELECT rolname, '과장', '1' FROM pg_roles WHERE rolname LIKE '%companyb%' LIMIT 1
                """)),
    ]
}
