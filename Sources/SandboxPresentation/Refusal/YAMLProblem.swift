/// What is wrong with the form of a YAML or JSON file: the words of the reader, and what to do about it.
enum YAMLProblem {
    /// - Parameter words: those of libyaml, which knows English only.
    static func wording(_ words: String) -> Wording {
        guard let known = known.first(where: { words.contains($0.words) }) else {
            return Wording(
                "YAML 문법 오류: 이 자리를 읽을 수 없습니다. 이 줄과 앞 줄의 들여쓰기, 따옴표, 괄호를 확인하십시오",
                "not well-formed YAML: \(words). Check indentation, quotes and brackets of this line and the one before"
            )
        }
        return Wording(
            "YAML 문법 오류: \(known.problem). \(known.remedy.ko)", "not well-formed YAML: \(words). \(known.remedy.en)")
    }

    private typealias Known = (words: String, problem: String, remedy: Wording)

    private static let indent = Wording(
        "같은 층의 줄은 같은 칸수의 빈칸으로 들여 쓰십시오", "Indent lines of one level by the same number of spaces")
    private static let spaces = Wording("탭 대신 빈칸으로 들여 쓰십시오", "Indent with spaces, not with tabs")
    private static let quote = Wording(
        "값을 따옴표로 묶으십시오: \"…\"", "Put the value in quotes: \"…\"")
    private static let close = Wording(
        "여기나 앞 줄에서 열린 따옴표나 괄호를 닫으십시오", "Close the quote or bracket that is open here or on a line before")
    private static let colon = Wording(
        "‘이름: 값’으로 쓰고 쌍점 뒤를 한 칸 띄우십시오. 값에 쌍점이 있으면 따옴표로 묶으십시오",
        "Write “name: value” with a space after the colon; put a value that has a colon in quotes")
    private static let comma = Wording(
        "항목 사이에 쉼표를 넣고 괄호를 닫으십시오", "Put a comma between the items and close the bracket")
    private static let escape = Wording(
        "역빗금을 두 번 쓰거나(\\\\) 작은따옴표로 묶으십시오", "Write the backslash twice (\\\\), or use single quotes")
    private static let encoding = Wording("파일을 UTF-8로 저장하십시오", "Save the file as UTF-8")
    private static let plain = Wording(
        "지시어(%), 꼬리표(!), 별칭(*)을 지우고 값을 그대로 적으십시오",
        "Leave out directives (%), tags (!) and aliases (*), and write the value itself")
    private static let split = Wording("파일을 나누거나 줄이십시오", "Split the file, or make it smaller")

    /// The most particular words first.
    private static let known: [Known] = [
        ("found a tab character", "들여쓰기에 탭 문자가 있습니다", spaces),
        ("character that cannot start any token", "값이 시작할 수 없는 문자가 있습니다", quote),
        ("mapping values are not allowed", "여기에는 ‘이름: 값’이 올 수 없습니다", colon),
        ("mapping keys are not allowed", "여기에는 이름이 올 수 없습니다", indent),
        ("block sequence entries are not allowed", "여기에는 목록의 항목(-)이 올 수 없습니다", indent),
        ("expected ',' or ']'", "목록의 쉼표나 닫는 대괄호(])가 없습니다", comma),
        ("expected ',' or '}'", "묶음의 쉼표나 닫는 중괄호(})가 없습니다", comma),
        ("expected '-' indicator", "목록의 항목을 나타내는 ‘-’가 없습니다", indent),
        ("could not find expected ':'", "이름 뒤에 쌍점(:)이 없습니다", colon),
        ("did not find expected key", "‘이름: 값’이 와야 할 자리입니다", indent),
        ("expected node content", "값이 와야 할 자리입니다", quote),
        ("unexpected end of stream", "따옴표가 닫히지 않은 채 파일이 끝납니다", close),
        ("unexpected document indicator", "따옴표가 닫히기 전에 문서가 나뉩니다", close),
        ("found unexpected ':'", "쌍점(:)이 올 수 없는 자리입니다", quote),
        ("unknown escape character", "따옴표 안에 알 수 없는 역빗금 글자가 있습니다", escape),
        ("escape code", "따옴표 안의 글자 번호가 유니코드에 없습니다", escape),
        ("hexdecimal number", "따옴표 안의 글자 번호가 16진수가 아닙니다", escape),
        ("URI escaped octet", "꼬리표를 읽을 수 없습니다", plain),
        ("expected whitespace or line break", "빈칸이나 줄바꿈이 와야 할 자리입니다", quote),
        ("expected comment or line break", "줄바꿈이 와야 할 자리입니다", quote),
        ("indentation indicator equal to 0", "들여쓰기 표시가 0입니다", indent),
        ("undefined alias", "정하지 않은 별칭(*)입니다", quote),
        ("alphabetic or numeric character", "이름표(&)나 별칭(*)에 이름이 없습니다", quote),
        ("control characters are not allowed", "쓸 수 없는 제어 문자가 있습니다", encoding),
        ("octet", "UTF-8이 아닙니다", encoding),
        ("UTF-8", "UTF-8이 아닙니다", encoding),
        ("surrogate", "유니코드가 아닙니다", encoding),
        ("UTF-16", "유니코드가 아닙니다", encoding),
        ("invalid Unicode character", "유니코드에 없는 문자가 있습니다", encoding),
        ("directive", "지시어(%)를 읽을 수 없습니다", plain),
        ("version number", "지시어(%)를 읽을 수 없습니다", plain),
        ("incompatible YAML document", "YAML의 판이 다릅니다", plain),
        ("tag", "꼬리표(!)를 읽을 수 없습니다", plain),
        ("expected '!'", "꼬리표(!)를 읽을 수 없습니다", plain),
        ("expected '>'", "꼬리표(!)를 읽을 수 없습니다", plain),
        ("<document start>", "문서가 여기서 시작할 수 없습니다", indent),
        ("expected whitespace", "빈칸이 와야 할 자리입니다", quote),
        ("nested too deeply", "너무 여러 겹으로 들어가 있습니다", split),
        ("too many values", "값이 너무 많습니다", split),
        ("too long", "파일이 너무 깁니다", split),
        ("out of memory", "기억 장치가 모자랍니다", split),
    ]
}
