import ArgumentParser
import SandboxDomain

/// A whole number as people write it: `150,000,000`, `1억 5천만 원`, `24개월`, `2년`, `40%`; full-width digits too.
struct Measured<Unit: Measure>: ExpressibleByArgument, Sendable {
    /// The number, in the unit.
    let value: Int64

    init?(argument: String) {
        if let number = Int64(argument) {
            value = number
            return
        }
        for (word, size) in Unit.words where trimmed(halfWidth(argument)).hasSuffix(word) {
            let (number, isTooLarge) =
                WrittenNumber.whole(argument, units: [word])?.multipliedReportingOverflow(by: size) ?? (0, true)
            if !isTooLarge {
                value = number
                return
            }
        }
        guard let number = WrittenNumber.whole(argument) else { return nil }
        value = number
    }

    /// The number; one that is too large is the largest there is.
    var int: Int { Int(clamping: value) }
}

/// In what something is measured: the words that may follow the number, and how many units each is.
protocol Measure: Sendable {
    static var words: [(String, Int64)] { get }
}

/// 금액, in won.
enum InWon: Measure { static let words: [(String, Int64)] = [("원", 1)] }
/// 기간, in months.
enum InMonths: Measure {
    static let words: [(String, Int64)] = [("개월", 1), ("달", 1), ("월", 1), ("년", 12)]
}
/// 날수.
enum InDays: Measure { static let words: [(String, Int64)] = [("일", 1), ("주", 7)] }
/// 비율, in a hundred.
enum InPercent: Measure { static let words: [(String, Int64)] = [("%", 1), ("퍼센트", 1), ("프로", 1)] }
/// 사람 수.
enum InPersons: Measure { static let words: [(String, Int64)] = [("명", 1), ("인", 1)] }
