package import SandboxDomain

extension InputProblem {
    /// The problem in words, without its place.
    package var wording: Wording {
        switch self {
        case .emptyFile: Wording("파일이 비어 있습니다", "the file is empty")
        case .notUTF8(nil): Wording("UTF-8이 아닙니다", "not UTF-8")
        case .notUTF8(.cp949?):
            Wording(
                "UTF-8이 아니라 CP949로 보입니다. 엑셀에서 ‘CSV UTF-8’로 저장하거나 iconv -f CP949 -t UTF-8로 바꾸십시오",
                "not UTF-8; it looks like CP949. Save it as “CSV UTF-8” in Excel, or convert it: iconv -f CP949 -t UTF-8"
            )
        case .notUTF8(let encoding?):
            Wording("UTF-8이 아니라 \(encoding.name, .toward) 보입니다", "not UTF-8; it looks like \(encoding.name)")
        case .unclosedQuote: Wording("따옴표가 닫히지 않았습니다", "a quoted field never ends")
        case .strayQuote: Wording("따옴표가 잘못 놓였습니다", "a quote is out of place")
        case .fieldCount(let expected, let found):
            Wording(
                "칸이 \(expected)개여야 하는데 \(found)개입니다", "expected \(Wording.counted(expected, "field")), found \(found)")
        case .repeatedRow(let line): Wording("\(line)행과 같은 항목입니다", "repeats the row of line \(line)")
        case .rowTooLarge(let size):
            Wording(
                "한 행이 \(size) MiB를 넘습니다. 빠진 따옴표가 없는지 확인하십시오",
                "a row larger than \(size) MiB; a quote may be missing in it")
        case .moreProblems(let limit):
            Wording(
                "문제가 \(Wording.grouped(limit))개를 넘어 여기부터 읽지 않았습니다. 이것부터 고치십시오",
                "more than \(Wording.counted(limit, "problem")): the file is not read from here on. Correct these first"
            )
        case .yamlSyntax(let words): YAMLProblem.wording(words)
        case .yamlFeature(let feature):
            Wording(
                "YAML의 이름표 \(feature, .topic) 읽지 않습니다. 값을 그 자리마다 적으십시오",
                "YAML's \(feature) is not read. Write the value itself wherever it belongs")
        case .severalDocuments:
            Wording(
                "YAML 문서가 여럿입니다. ‘---’ 줄에서 파일을 나누십시오",
                "more than one YAML document. Split the file at the line ---")
        case .unreadableFile(let name): Wording("파일 \(name, .object) 읽을 수 없습니다", "cannot read the file \(name)")
        case .missingName(let field, let known):
            missing(known.isEmpty ? field.name : "\(field) (\(known.joined(separator: ", ")))")
        case .unknownName(let name, let known): unknown(Wording("알 수 없는 이름: \(name)", "unknown name: \(name)"), known)
        case .repeatedName(let name): Wording("\(name, .subject) 두 번 나옵니다", "\(name) occurs twice")
        case .missingValue: Wording("값이 없습니다", "a value is required")
        case .unknownWord(let word, let known):
            unknown(Wording("알 수 없는 말: \(word)", "unknown word: \(word)"), known)
        case .notAPhase(let word):
            Wording(
                "‘\(word)’: 시기가 아닙니다. 시기는 ‘실증 전:’, ‘실증 중:’, ‘실증 후:’로 씁니다. 시기를 정하지 않은 조건이면 ‘:’으로 시작합니다",
                "“\(word)” is no phase: write before:, during: or after:, or begin with a colon where there is none")
        case .wrongShape(let shape):
            Wording("\(shape.wording.ko, .subject) 와야 합니다", "a \(shape.wording.en) is expected here")
        case .notADate(let text):
            Wording("날짜(2026-11-23 꼴)가 아닙니다: \(text)", "not a date of the form 2026-11-23: \(text)")
        case .notAPeriod(let text):
            Wording("날, 월, 해, 반기, 분기가 아닙니다: \(text)", "not a day, month, year, half or quarter: \(text)")
        case .endsBeforeStart: Wording("시작보다 먼저 끝납니다", "ends before it begins")
        case .contradiction(let one, let other):
            Wording(
                "\(one.text, .with) \(other.text, .topic) 함께 쓸 수 없습니다",
                "\(one.text) and \(other.text) exclude each other")
        case .notInRange(let text, let minimum, let maximum):
            Wording(
                "\(minimum)부터 \(maximum)까지의 수가 아닙니다: \(text)", "not a number from \(minimum) to \(maximum): \(text)")
        case .tooLong(let found, let maximum):
            Wording(
                "\(Wording.grouped(found))자로 한도 \(Wording.grouped(maximum))자를 넘습니다",
                "\(Wording.counted(found, "character")), and the limit is \(Wording.grouped(maximum))")
        case .controlCharacter(let value):
            Wording("쓸 수 없는 문자: \(codePoint(value))", "a character that cannot be used: \(codePoint(value))")
        case .tooManyMarks(let maximum):
            Wording(
                "한 글자에 덧붙은 부호가 \(Wording.grouped(maximum))개를 넘습니다",
                "a letter with more than \(Wording.counted(maximum, "mark"))")
        case .tooMany(let maximum):
            Wording("\(Wording.grouped(maximum))개를 넘습니다", "more entries than \(Wording.grouped(maximum))")
        case .unstorable:
            Wording(
                "데이터베이스에 넣을 수 없는 값이 있습니다. 수와 날짜의 범위, 글의 길이와 문자를 확인하십시오",
                "a value that the database has no place for; check the range of numbers and dates, and the length and characters of texts"
            )
        case .notAReference(let text):
            Wording(
                "과제번호(TP-2026-0001이나 DRAFT-17)가 아닙니다: \(text)",
                "not a reference such as TP-2026-0001 or DRAFT-17: \(text)")
        case .notARoleName(let text):
            Wording(
                "로그인 이름(소문자, 숫자, _ . -)이 아닙니다: \(text)",
                "not a login (lower-case letters, digits, _ . -): \(text)")
        case .notACode(let text):
            Wording(
                "코드(소문자, 숫자, - _; 예: ai-2020)가 아닙니다: \(text)",
                "not a code (lower-case letters, digits, - _) such as ai-2020: \(text)")
        case .notADueRule(let text):
            Wording(
                "기한(예: before commencement, every 6 months, within 30 days of end, on 2026-12-31)이 아닙니다: \(text)",
                "not a due rule such as before commencement, every 6 months, within 30 days of end or on 2026-12-31: \(text)"
            )
        case .notAMeetingReference(let text):
            Wording("심의위원회 회차(예: main/43)가 아닙니다: \(text)", "not a committee meeting such as main/43: \(text)")
        case .notAValidityRule(let rule):
            Wording(
                "기한 규칙 \(rule, .topic) 이 트랙의 유효기간이 될 수 없습니다. validity-begun에 시작하고 validity로 세며 날짜의 제한 없이 이 트랙에 적용되는 규칙이어야 합니다",
                "no grant of this track is valid by the rule \(rule): it must start on validity-begun, be counted as validity, "
                    + "and hold for the track on every day")
        case .notAPrefix(let text):
            Wording(
                "번호 앞자리(대문자와 숫자 2~8자)가 아닙니다: \(text)",
                "not a prefix of 2 to 8 capital letters and digits: \(text)")
        case .notALength(let text):
            Wording(
                "기간(예: 30 days, 2 months, 1 year)이 아닙니다: \(text)", "not a length such as 30 days or 1 year: \(text)")
        case .notATime(let text): Wording("시각(09:00 꼴)이 아닙니다: \(text)", "not a time such as 09:00: \(text)")
        case .notATimeZone(let text):
            Wording("시간대(예: Asia/Seoul)가 아닙니다: \(text)", "not a time zone such as Asia/Seoul: \(text)")
        case .missingPlace(let place): Wording("\(place) 자리가 없습니다", "it has no place for \(place)")
        case .notATaskReference(let text):
            Wording(
                "법령정비 과제(로드맵/번호, 예: ai-2020/P05)가 아닙니다: \(text)",
                "not a reform task (roadmap/number) such as ai-2020/P05: \(text)")
        case .notACommitment(let text):
            Wording(
                "이행 약속(회의/번호, 예: 1/2)이 아닙니다: \(text)", "not a commitment (summit/number) such as 1/2: \(text)")
        case .notADeadlineReference(let text):
            Wording(
                "기한(과제/번호, 예: DE-2026-0001/3)이 아닙니다: \(text)",
                "not a deadline (case/number) such as DE-2026-0001/3: \(text)")
        case .dateOutside(let date, let earliest, let latest):
            Wording(
                "\(date, .subject) \(earliest)부터 \(latest) 사이에 있지 않습니다",
                "\(date) is not between \(earliest) and \(latest)")
        case .nothingToSearch(let text):
            Wording(
                "찾을 글자가 없습니다: \(text). 글자나 숫자가 든 낱말을 적으십시오",
                "nothing to look for in “\(text)”: give a word with a letter or a digit in it")
        case .differsFromRegister(let text, let registered):
            Wording(
                "등록된 값과 다릅니다: \(text) (등록: \(registered))",
                "differs from the register, which an import does not change: \(text) (registered: \(registered))")
        case .notAFileName(let text): Wording("파일 이름이 아닙니다: \(text)", "not a file name: \(text)")
        case .fileOutsideFolder(let text):
            Wording(
                "\(text, .topic) 이 파일의 폴더 밖에 있습니다. 폴더 안에 복사하거나 명령에 직접 적으십시오",
                "\(text) is outside the folder of this file. Copy it there, or name it on the command line")
        case .notARegistrationNumber(let text):
            Wording(
                "‘\(text)’ 값은 사업자등록번호가 아닙니다(숫자 10자리, 끝자리는 검증 숫자)",
                "“\(text)” is no registration number; a Korean one has ten digits, the last of which is a check digit")
        case .notASeal(let text):
            Wording(
                "봉인(SEAL-번호-기록-해시 64자리)이 아닙니다: \(text)", "not a seal (SEAL-number-event-64 digits): \(text)")
        }
    }

    private func missing(_ name: String) -> Wording {
        Wording("\(name, .subject) 없습니다", "\(name) is missing")
    }

    /// What there is, and which of it was probably meant.
    private func unknown(_ words: Wording, _ known: [String]) -> Wording {
        let list = known.joined(separator: ", ")
        let words =
            known.isEmpty
            ? Wording("\(words.ko) (쓸 수 있는 것이 없습니다)", "\(words.en) (there is none to name)")
            : Wording("\(words.ko) (가능: \(list))", "\(words.en) (known: \(list))")
        guard let suggestion else { return words }
        let meant: KoreanText = "\(words.ko). 혹시 \(suggestion, .named)는 뜻입니까?"
        return Wording(meant, "\(words.en). Did you mean \(suggestion)?")
    }

    private func codePoint(_ value: UInt32) -> String {
        let digits = String(value, radix: 16, uppercase: true)
        return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}

extension InputProblem.Side {
    fileprivate var text: String {
        switch self {
        case .field(let field): field.name
        case .said(let field, let value): "\(field) \(value)"
        case .value(let text): text
        }
    }
}

extension InputProblem.Encoding {
    fileprivate var name: String {
        switch self {
        case .cp949: "CP949"
        case .utf16: "UTF-16"
        }
    }
}

extension InputProblem.Shape {
    fileprivate var wording: Wording {
        switch self {
        case .text: Wording("글", "text")
        case .number: Wording("정수", "whole number")
        case .list: Wording("목록", "list")
        case .mapping: Wording("이름과 값의 묶음", "group of names and values")
        }
    }
}

extension BadInput {
    /// Everything that is wrong, a line each, with file, line and column: `cases.csv:3:7: decided_on: not a date …`.
    package var message: Message {
        Message(
            issues.count == 1 ? issues[0].problem.code.rawValue : "bad-input",
            Wording(
                "입력에 문제가 \(issues.count)개 있습니다",
                issues.count == 1
                    ? "the input has a problem" : "the input has \(Wording.counted(issues.count, "problem"))"),
            details: issues.map(\.wording),
            hint: Wording("고쳐서 다시 하십시오. 아무것도 반영하지 않았습니다.", "Correct it and try again; nothing was taken over."))
    }

    /// The problems as objects for machines: file, line, column, field, code and the sentence.
    package func json(_ language: Language) -> JSON {
        .array(
            issues.map { issue in
                [
                    "file": issue.file.map(JSON.string) ?? .null,
                    "line": issue.position.map { .integer($0.line) } ?? .null,
                    "column": issue.position.map { .integer($0.column) } ?? .null,
                    "field": issue.field.map { .string($0.name) } ?? .null,
                    "code": .string(issue.problem.code.rawValue),
                    "message": .string(issue.problem.wording[language]),
                ]
            })
    }
}

extension BadInput.Issue {
    /// The problem and its place, as compilers print them.
    package var wording: Wording {
        let place = ([file].compactMap { $0 } + (position.map { ["\($0.line)", "\($0.column)"] } ?? []))
            .joined(separator: ":")
        let prefix = [place, field?.name ?? ""].filter { !$0.isEmpty }.map { $0 + ": " }.joined()
        return Wording(prefix + problem.wording.ko, prefix + problem.wording.en)
    }
}
