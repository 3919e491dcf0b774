/// Reads dates and times from left to right.
struct ISOReader<Text: Collection<UInt8>> {
    private var rest: Text.SubSequence

    init(_ text: Text) {
        rest = text[...]
    }

    var isAtEnd: Bool { rest.isEmpty }

    mutating func skip(_ character: Unicode.Scalar) -> Bool {
        guard rest.first == UInt8(ascii: character) else { return false }
        rest.removeFirst()
        return true
    }

    /// Exactly that many digits.
    mutating func number(_ digits: Int) -> Int? {
        var value = 0
        for _ in 0..<digits {
            guard let digit = digit() else { return nil }
            value = value * 10 + digit
        }
        return value
    }

    /// `2026-03-01`
    mutating func date() -> PostgresDate? {
        guard let year = number(4), skip("-"), let month = number(2), skip("-"), let day = number(2) else { return nil }
        return PostgresDate(year: year, month: month, day: day)
    }

    /// `09:00:00.5`, in microseconds since midnight.
    mutating func time() -> Int64? {
        guard let hour = number(2), hour < 24, skip(":"), let minute = number(2), minute < 60, skip(":"),
            let second = number(2), second < 60
        else { return nil }
        var fraction = 0
        if skip(".") {
            var unit = 100_000
            while let digit = digit() {
                fraction += digit * unit
                unit /= 10
            }
        }
        return Int64((hour * 60 + minute) * 60 + second) * 1_000_000 + Int64(fraction)
    }

    /// `Z`, `+09` or `+09:00`, in seconds east of Greenwich.
    mutating func zone() -> Int? {
        if skip("Z") { return 0 }
        let east = skip("+")
        guard east || skip("-"), let hours = number(2), hours < 24 else { return nil }
        var seconds = hours * 3600
        if skip(":") {
            guard let minutes = number(2), minutes < 60 else { return nil }
            seconds += minutes * 60
        }
        return east ? seconds : -seconds
    }

    private mutating func digit() -> Int? {
        guard let byte = rest.first, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
        rest.removeFirst()
        return Int(byte - UInt8(ascii: "0"))
    }
}
