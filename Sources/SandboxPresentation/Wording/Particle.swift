/// A Korean particle whose form depends on how the word before it ends.
package enum Particle: Sendable, CaseIterable {
    /// 이 · 가
    case subject
    /// 을 · 를
    case object
    /// 은 · 는
    case topic
    /// 과 · 와
    case with
    /// 으로 · 로; after a final ㄹ it is 로.
    case toward
    /// 이라 · 라, as in "저작권법이라는"
    case named

    /// The form after `word`; where nobody can know how the word is read (Hanja, other scripts), both, as in `을(를)`.
    ///
    /// Read are Hangul in either normal form, digits and numbers as Koreans say them, Latin letters one by one in
    /// short capitals (`KT`) and by the usual rules of transcription in words (`Kakao`, `Google`). A closing
    /// part in brackets or quotes does not count: `과학기술정보통신부(MSIT)` ends in 부.
    package func after(_ word: some StringProtocol) -> String {
        let forms = forms
        return switch WordEnding(of: word) {
        case .vowel: forms.vowel
        case .rieul: self == .toward ? forms.vowel : forms.consonant
        case .consonant: forms.consonant
        case .unknown: forms.both
        }
    }

    private var forms: (consonant: String, vowel: String, both: String) {
        switch self {
        case .subject: ("이", "가", "이(가)")
        case .object: ("을", "를", "을(를)")
        case .topic: ("은", "는", "은(는)")
        case .with: ("과", "와", "과(와)")
        case .toward: ("으로", "로", "(으)로")
        case .named: ("이라", "라", "(이)라")
        }
    }
}

/// A Korean sentence in which a particle follows an inserted word: `"\(company, .subject) 제출했습니다"`.
package struct KoreanText: ExpressibleByStringInterpolation, Sendable {
    /// The finished sentence.
    package let text: String

    package init(stringLiteral value: String) { text = value }
    package init(stringInterpolation: StringInterpolation) { text = stringInterpolation.text }

    package struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var text = ""

        package init(literalCapacity: Int, interpolationCount: Int) { text.reserveCapacity(literalCapacity) }
        package mutating func appendLiteral(_ literal: String) { text += literal }
        /// The value with the form of the particle that fits it.
        package mutating func appendInterpolation(_ value: some CustomStringConvertible, _ particle: Particle) {
            text += value.description + particle.after(value.description)
        }
        /// The value alone.
        package mutating func appendInterpolation(_ value: some CustomStringConvertible) { text += value.description }
    }
}

extension Wording {
    /// A phrase with arguments, whose Korean chooses its particles.
    package init(_ ko: KoreanText, _ en: String) {
        self.init(ko.text, en)
    }
}
