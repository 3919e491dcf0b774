import SandboxDomain
import SandboxTesting
import Testing

@testable import SandboxCore

@Suite("Reading cases of the past") struct HistoricCaseFileTests {
    private let header =
        "company,service,track,ministries,regulation,conditions,filed_on,decided_on,decision,meeting,note,"
        + "inferred_fields,source\n"

    private func read(_ bytes: [UInt8], name: String? = nil) throws -> [HistoricCase] {
        var file = try HistoricCaseFile(InputSource(bytes, name: name), tracks: KnownTrack.ofKoreanICT)
        var cases: [HistoricCase] = []
        while let found = try file.next() { cases.append(found) }
        try file.finish()
        return cases
    }

    @Test("the sample file is read as it is") func sample() throws {
        let cases = try read(try sampleData("historic_cases.csv"))
        #expect(cases.count == 40)
        #expect(cases.count { $0.track == .temporaryPermit } == 7)
        let window = try #require(cases.first { $0.company.text == "쓰리알코리아" })
        #expect(window.ministries == ["보건복지부", "과학기술정보통신부"])
        #expect(window.conditions.count == 2)
        #expect(window.filedOn?.first == "2019-01-01")
        #expect(window.filedOn?.last == "2019-12-31")
        #expect(window.decidedOn == "2022-06-20")
        #expect(window.outcome == .grantedWithConditions)
        #expect(window.meeting == "22")
        #expect(window.inferredFields == ["ministries"])
        let last = try #require(cases.last)
        #expect(last.company.text == "유니온바이오메트릭스")
        #expect(last.inferredFields == ["company", "ministries", "regulation"])
        #expect(cases.last?.line == 41)
    }

    @Test("columns may be in any order") func order() throws {
        let text =
            "decision,source,inferred_fields,note,session,decided_on,filed_on,conditions,regulation,ministries,"
            + "track,service,company\ngranted,,,,,2025-12-23,,,,,임시허가,서비스,회사\n"
        let cases = try read(Array(text.utf8))
        #expect(cases.map(\.track) == [.temporaryPermit])
        #expect(cases[0].filedOn == nil && cases[0].ministries == [] && cases[0].provisions == [])
    }

    @Test("a file of an earlier date calls the meeting a session; one column it is, not two") func formerName() throws {
        let row = "회사,서비스,임시허가,,,,,2025-12-23,granted,43,,session track,\n"
        let former = header.replacing(",meeting,", with: ",session,")
        let cases = try read(Array((former + row).utf8))
        #expect(cases.map(\.meeting) == ["43"] && cases[0].inferredFields == ["meeting", "track"])
        let both = header.replacing("note", with: "session")
        let error = try #require(throws: BadInput.self) {
            try read(Array((both + row).utf8))
        }
        #expect(error.issues.contains { $0.problem == .repeatedName("meeting") })
    }

    @Test(
        "a day as offices and their spreadsheets write it",
        arguments: [
            "2024-05-30", "2024.5.30", "2024. 5. 30.", "2024.05.30.(목)", "2024/5/30", "20240530", "'24.5.30",
            "2024년 5월 30일",
            "2024-05-30 00:00:00", "2024-05-30T00:00:00Z", "2024. 5. 30. 오전 12:00:00", "45442", "45442.0", "２０２４-０５-３０",
        ])
    func days(text: String) throws {
        #expect(try CivilDate(asWritten: text) == "2024-05-30")
        let row = "회사,서비스,임시허가,,,,\(text),\(text),조건부 승인,,,,\n"
        let found = try #require(try read(Array((header + row).utf8)).first)
        #expect(found.decidedOn == "2024-05-30" && found.filedOn?.first == "2024-05-30")
        #expect(found.outcome == .grantedWithConditions)
    }

    @Test(
        "what is no day is none",
        arguments: ["2024-05", "2024", "5/30", "12345", "99999", "2024-02-30", "언젠가", "12:30"])
    func noDay(text: String) { #expect(throws: InputProblem.self) { try CivilDate(asWritten: text) } }

    @Test(
        "several ministries in a cell, however separated",
        arguments: [
            "개인정보보호위원회;국토교통부", "개인정보보호위원회·국토교통부", "개인정보보호위원회ㆍ국토교통부", "\"개인정보보호위원회, 국토교통부\"",
            "개인정보보호위원회/국토교통부", "\"개인정보보호위원회\n국토교통부\"", "개인정보보호위원회 및 국토교통부", "개인정보보호위원회、국토교통부",
        ])
    func ministries(cell: String) throws {
        let row = "회사,서비스,임시허가,\(cell),,,,2024-05-30,granted,,,,\n"
        #expect(try read(Array((header + row).utf8)).first?.ministries == ["개인정보보호위원회", "국토교통부"])
    }

    @Test(
        "several laws in a cell, and what is inside the name of one",
        arguments: [
            ("전파법, 전기통신사업법", ["전파법", "전기통신사업법"]), ("「전파법」·「전기통신사업법」", ["「전파법」", "「전기통신사업법」"]),
            ("「전파법」「전기통신사업법」", ["「전파법」", "「전기통신사업법」"]), ("전파법/전기통신사업법", ["전파법", "전기통신사업법"]),
            ("전파법 및 전기통신사업법", ["전파법", "전기통신사업법"]),
            ("정보통신망 이용촉진 및 정보보호 등에 관한 법률", ["정보통신망 이용촉진 및 정보보호 등에 관한 법률"]),
            ("식품ㆍ의약품분야 시험ㆍ검사 등에 관한 법률", ["식품ㆍ의약품분야 시험ㆍ검사 등에 관한 법률"]),
            ("감염병예방법·소방법", ["감염병예방법", "소방법"]), ("의료법 제17조, 제33조, 약사법 제50조", ["의료법 제17조, 제33조", "약사법 제50조"]),
            ("의료법 제17조(진단서, 처방전): 비대면, 초진", ["의료법 제17조(진단서, 처방전) 비대면, 초진"]),
            ("여객자동차 운수사업법·택시 합승 금지", ["여객자동차 운수사업법 택시 합승 금지"]), ("건축법(창고시설 용도)", ["건축법 창고시설 용도"]),
            ("개인정보의 안전한 처리 방법 및 절차에 관한 고시", ["개인정보의 안전한 처리 방법 및 절차에 관한 고시"]),
        ])
    func laws(cell: String, expected: [String]) throws {
        let row = "회사,서비스,임시허가,,\"\(cell)\",,,2024-05-30,granted,,,,\n"
        let found = try #require(try read(Array((header + row).utf8)).first).provisions
        #expect(found.map { [$0.law, $0.article, $0.obstacle].compactMap(\.self).joined(separator: " ") } == expected)
    }

    @Test("a list of its own columns is read by a mapping, with what it does not say") func mapping() throws {
        let text = "연번;과제 이름;신청 기업;구분;허가 번호;근거;기간\n1;서비스;㈜회사;실증;ICT-2024-1;-;2024.5.30.~2026.5.29.\n"
        var mapping = ColumnMapping()
        mapping.columns = [
            "service": "과제 이름", "designation_no": "허가 번호", "track": "구분", "validity": "기간", "regulation": "근거",
        ]
        mapping.words = ["track": ["실증": "실증특례"]]
        mapping.defaults = ["decision": "granted", "regulation": "전파법"]
        mapping.constants = ["decided_on": "2024-05-30"]
        var file = try HistoricCaseFile(
            InputSource(Array(text.utf8), name: "l.csv"), tracks: KnownTrack.ofKoreanICT, mapping: mapping)
        let found = try #require(try file.next())
        try file.finish()
        #expect(found.company.text == "㈜회사" && found.track == .demonstration && found.grant.number == "ICT-2024-1")
        #expect(found.grant.validFrom == "2024-05-30" && found.grant.validUntil == "2026-05-29")
        #expect(found.inferredFields == ["decided_on", "decision", "regulation"])
        #expect(found.provisions.map(\.law) == ["전파법"] && file.ignoredColumns == ["연번"])
        mapping.columns["note"] = "비고란"
        #expect(throws: BadInput.self) {
            var file = try HistoricCaseFile(InputSource(Array(text.utf8), name: "l.csv"), mapping: mapping)
            while try file.next() != nil {}
            try file.finish()
        }
        mapping.columns = ["servise": "과제 이름"]
        #expect(throws: BadInput.self) {
            try HistoricCaseFile(InputSource(Array(text.utf8), name: "l.csv"), mapping: mapping)
        }
    }

    @Test("every problem of every row is told at once, with line, column and field") func problems() throws {
        let rows = """
            ,서비스,demonstration,,,,,2025-12-23,granted,,,,
            회사,서비스,demonstation,,,,언젠가,2025-02-30,grant,,,ministry,
            회사,서비스,demonstration,,,,2026-01,2025-12-23,granted,,,,
            회사,서비스,temporary-permit,,,,,2025-12-23,granted,,,,
            회사,서비스,temporary-permit,보건복지부,,,,2025-12-23,granted,,,,
            회사,서비스,temporary-permit,,,,,,rejected,,,,
            """
        let error = try #require(throws: BadInput.self) {
            try read(Array((header + rows).utf8), name: "cases.csv")
        }
        let told = error.issues.map { issue in
            "\(issue.position?.line ?? 0):\(issue.position?.column ?? 0) \(issue.field?.name ?? "-") \(issue.problem.code)"
        }
        #expect(
            told == [
                "2:1 company missing-value", "3:8 track unknown-word", "3:24 filed_on not-a-period",
                "3:28 decided_on not-a-date", "3:39 decision unknown-word", "3:47 inferred_fields unknown-word",
                "4:33 decided_on ends-before-start",
            ])
        #expect(error.issues[1].problem.suggestion == "demonstration")
        #expect(error.issues[4].problem.suggestion == "granted")
        #expect(error.issues[5].problem.suggestion == "ministries")
        #expect(error.issues.allSatisfy { $0.file == "cases.csv" })
    }
}

@Suite("Reading a roadmap") struct RoadmapFileTests {
    @Test("the sample file is read as it is") func sample() throws {
        let tasks = try RoadmapFile.read(try sampleData("ai_law_roadmap_2020.csv"), name: "roadmap.csv")
        #expect(tasks.count == 19)
        #expect(tasks.first?.number == "P01")
        #expect(tasks.last?.number == "P19")
        #expect(tasks.filter { $0.status == .inForce }.map(\.number) == ["P01", "P02", "P04"])
        #expect(tasks.filter { $0.status == .planned }.map(\.number) == ["P05"])
        #expect(tasks.filter { $0.status == .drafting }.map(\.number) == ["P15"])
        #expect(tasks.filter { $0.target?.isDated == true }.count == 8)
        #expect(tasks[0].ministries == [Attributed(name: "과학기술정보통신부", isConfirmed: true)])
        #expect(tasks[1].ministries == [Attributed(name: "산업통상자원부", isConfirmed: false)])
        #expect(tasks[6].ministries == [] && tasks[6].laws == [] && tasks[6].target == nil)
        #expect(tasks[7].laws.map(\.name) == ["저작권법", "특허법"])
        #expect(tasks[8].laws == [.init(name: "민법", isConfirmed: true), .init(name: "형법", isConfirmed: true)])
        #expect(tasks[14].ministries.map(\.name) == ["행정안전부", "법제처"])
        #expect(tasks[16].ministries == [Attributed(name: "과학기술정보통신부", isConfirmed: false)])
        #expect(tasks[16].laws == [Attributed(name: "디지털포용법", isConfirmed: false)])
        #expect(tasks[17].target?.text == "기존 로드맵 일정")
    }

    @Test(
        "names are told apart where a name may end",
        arguments: [
            ("남녀고용평등과 일·가정 양립 지원에 관한 법률", ["남녀고용평등과 일·가정 양립 지원에 관한 법률"]),
            ("저작권법·특허법 (unconfirmed)", ["저작권법", "특허법"]),
            ("데이터 산업진흥 및 이용촉진에 관한 기본법; 저작권법 시행령", ["데이터 산업진흥 및 이용촉진에 관한 기본법", "저작권법 시행령"]),
            ("저작권법·가축·축산물 이력관리에 관한 법률", ["저작권법", "가축·축산물 이력관리에 관한 법률"]),
            ("unconfirmed", []), (" ; ", []), ("민법; 민법", ["민법"]), ("자동차관리법 (제3조)", ["자동차관리법 (제3조)"]),
        ])
    func laws(text: String, names: [String]) throws {
        let file = "area,task_no,task,ministries,laws,target,status_note,source\n,1,과제,,\(text),,,\n"
        #expect(try RoadmapFile.read(Array(file.utf8), name: nil)[0].laws.map(\.name) == names)
    }

    @Test(
        "a status column wins over the words of the note",
        arguments: [
            ("", "Done late: in force 2022", ReformStatus.inForce), ("", "Not done as of 2025", .planned),
            ("", "Partly done: Art. 20", .drafting), ("", "Later status unconfirmed", .undetermined),
            ("", "Donec", .undetermined), ("", "", .undetermined), ("assembly", "Done", .assembly),
            ("Pre-Announced", "", .preAnnounced),
        ])
    func status(code: String, note: String, status: ReformStatus) throws {
        let file = "status,area,task_no,task,ministries,laws,target,status_note,source\n\(code),,1,과제,,,,\(note),\n"
        #expect(try RoadmapFile.read(Array(file.utf8), name: nil)[0].status == status)
    }

    @Test("a task without a number or title, a repeated number and an unknown status are told") func problems() throws {
        let file = """
            area,task_no,task,ministries,laws,target,status_note,source,status
            ,,남은 과제 11건,,,,,,
            ,P1,,,,,,,
            ,P2,과제,,,,,,assemby
            ,P2,과제,,,,,,
            """
        let error = try #require(throws: BadInput.self) { try RoadmapFile.read(Array(file.utf8), name: "r.csv") }
        #expect(
            error.issues.map { "\($0.position?.line ?? 0) \($0.field?.name ?? "-") \($0.problem.code)" } == [
                "2 task_no missing-value", "3 task missing-value", "4 status unknown-word", "5 task_no repeated-row",
            ])
        #expect(error.issues[2].problem.suggestion == "assembly")
    }
}
