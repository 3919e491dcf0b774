// What acts check of their own fields, whoever filled them in.
extension BadInput {
    /// Refuses a number that the field does not take; nil is fine.
    public static func check<Number: FixedWidthInteger>(
        _ number: Number?, in range: ClosedRange<Number>, _ field: Field
    ) throws(BadInput) {
        guard let number, !range.contains(number) else { return }
        throw BadInput(
            .notInRange(
                "\(number)", minimum: Int(clamping: range.lowerBound), maximum: Int(clamping: range.upperBound)),
            field: field)
    }

    /// Refuses all but one of several fields that say the same thing in different ways, and none of them.
    ///
    /// Example: an extension has months, or a last day, or is refused.
    public static func checkOne(of fields: [(field: Field, isSaid: Bool)]) throws(BadInput) {
        let said = fields.filter(\.isSaid).map(\.field)
        if said.count > 1 { throw BadInput(.contradiction(.field(said[0]), .field(said[1]))) }
        if said.isEmpty { throw BadInput(.missingName(fields[0].field)) }
    }
}
