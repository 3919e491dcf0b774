extension DecisionOutcome {
    /// Reads an outcome by its code, or as the lists of offices have it: `승인`, `조건부승인`, `부결`, `적극해석`.
    ///
    /// - Throws: ``InputProblem/unknownWord(_:known:)`` with every code there is.
    public init(written text: String) throws(InputProblem) {
        let word = String(foldedWord(text).filter { !$0.isWhitespace && !"()（）·ㆍ・‧∙_-".contains($0) })
        guard let outcome = Self.words.first(where: { $0.words.contains(word) })?.outcome else {
            self = try Self(code: text)
            return
        }
        self = outcome
    }

    private static let words: [(outcome: DecisionOutcome, words: Set<String>)] = [
        (
            .granted,
            [
                "승인", "지정", "허가", "지정허가", "가결", "원안가결", "원안의결", "통과", "특례지정", "규제특례지정", "특례부여", "임시허가",
                "실증특례", "실증특례지정", "실증특례승인", "임시허가승인",
            ]
        ),
        (
            .grantedWithConditions,
            [
                "조건부", "조건부승인", "승인조건부", "조건부지정", "지정조건부", "조건부허가", "허가조건부", "조건부지정허가", "조건부가결", "조건부의결",
                "조건부통과", "조건부임시허가", "조건부실증특례", "조건부특례", "수정가결", "수정의결",
            ]
        ),
        (.rejected, ["부결", "불승인", "미승인", "불허", "불허가", "거부", "기각", "미지정"]),
        (.positiveInterpretation, ["적극해석", "적극행정", "적극행정처리"]),
        (.noRegulation, ["규제없음", "허가불필요", "규제미적용"]),
        (.permitNeeded, ["허가필요", "허가등필요"]),
        (.conditionsChanged, ["조건변경", "지정조건변경", "허가조건변경", "변경승인", "조건변경승인", "부가조건변경"]),
    ]
}
