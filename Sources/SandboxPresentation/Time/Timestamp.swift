package import SandboxDomain

/// A moment as the authority's wall clock shows it. PostgreSQL has applied the zone; nothing here converts one.
package struct Timestamp: Sendable, Hashable {
    package var date: CivilDate
    /// 0…23.
    package var hour: Int
    /// 0…59.
    package var minute: Int
    /// 0…60.
    package var second: Int
    /// The offset from UTC as it was handed over, as `+09:00` or `Z`; empty if none was said.
    package var offset: String

    package init(date: CivilDate, hour: Int, minute: Int, second: Int = 0, offset: String = "") {
        self.date = date
        self.hour = hour
        self.minute = minute
        self.second = second
        self.offset = offset
    }

    /// Reads what PostgreSQL prints for a `timestamp` or `timestamptz` in ISO style: `2026-11-23 14:05:09.12+09`.
    ///
    /// Fractions of a second are dropped, an offset of hours gets its minutes (`+09:00`). `nil` for anything else,
    /// `infinity` included.
    package init?(postgres text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count >= 19, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
            bytes[10] == UInt8(ascii: " ") || bytes[10] == UInt8(ascii: "T"),
            bytes[13] == UInt8(ascii: ":"), bytes[16] == UInt8(ascii: ":"),
            let date = try? CivilDate(iso: text.prefix(10)),
            let hour = number(bytes[11..<13]), let minute = number(bytes[14..<16]), let second = number(bytes[17..<19]),
            hour < 24, minute < 60, second <= 60
        else { return nil }
        var rest = bytes[19...]
        if rest.first == UInt8(ascii: ".") { rest = rest.dropFirst().drop(while: \.isDigit) }
        guard let offset = normalizedOffset(rest) else { return nil }
        self.init(
            date: date, hour: hour, minute: minute, second: second,
            offset: offset)
    }
}

private func number(_ digits: ArraySlice<UInt8>) -> Int? {
    digits.reduce(into: Optional(0)) { value, digit in
        value = digit.isDigit ? value.map { $0 * 10 + Int(digit - UInt8(ascii: "0")) } : nil
    }
}

/// `+09`, `+0930` and `+09:30` in the one spelling `+09:30`; `nil` if it is not an offset.
private func normalizedOffset(_ bytes: ArraySlice<UInt8>) -> String? {
    guard let sign = bytes.first else { return "" }
    if sign == UInt8(ascii: "Z") && bytes.count == 1 { return "Z" }
    guard sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") else { return nil }
    let digits = bytes.dropFirst().filter(\.isDigit)
    let others = bytes.dropFirst().filter { !$0.isDigit }
    guard digits.count == 2 || digits.count == 4, others.isEmpty || others == [UInt8(ascii: ":")] else { return nil }
    let text = String(decoding: digits, as: UTF8.self)
    return (sign == UInt8(ascii: "-") ? "-" : "+") + text.prefix(2) + ":" + (digits.count == 4 ? text.suffix(2) : "00")
}
