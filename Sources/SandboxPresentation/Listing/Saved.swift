package import SandboxDomain

/// What a listing wrote, and what its reader has to be told.
package struct Saved: Sendable {
    /// Rows written.
    package let rows: Int
    /// Whether the limit cut rows off.
    package let isTruncated: Bool
    /// The number of all rows, if it is known.
    package let total: Int?
    let output: Output

    /// The sentence for standard error: that a limit has bitten, or that a table is empty; `nil` if nothing is to say.
    package var notice: String? {
        if isTruncated { return Wording.truncated(rows, total)[output.language] }
        return rows == 0 && output.format == .table ? Wording.nothing[output.language] : nil
    }

    /// What would show the rest.
    package var remedy: Remedy? { isTruncated ? .raiseLimit : nil }
}

extension Wording {
    /// Nothing matched.
    package static let nothing = Wording("해당하는 항목이 없습니다.", "Nothing to show.")

    /// Rows were cut off by a limit.
    static func truncated(_ rows: Int, _ total: Int?) -> Wording {
        guard let total else {
            return Wording(
                "\(grouped(rows))건까지만 표시했습니다. 더 있습니다.",
                "Only the first \(counted(rows, "row is", "rows are")) shown; there are more.")
        }
        return Wording(
            "전체 \(grouped(total))건 중 \(grouped(rows))건만 표시했습니다.",
            "Only \(counted(rows, "row")) of \(grouped(total)) shown.")
    }
}
