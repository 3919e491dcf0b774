/// Small drawings of numbers for reports. They are shown beside the number, never instead of it.
package enum Bar {
    /// A bar of always `width` columns, filled by the share `value` has of `whole`: `██████░░░░`.
    ///
    /// A share above nothing shows at least one block and one short of the whole never a full bar, so that 1 of 1000
    /// does not look like none. Values outside 0…whole count as the nearest end; a whole of 0 is empty.
    package static func text(_ value: Int, of whole: Int, width: Int) -> String {
        let width = max(0, width)
        let filled: Int
        if whole <= 0 || value <= 0 {
            filled = 0
        } else if value >= whole {
            filled = width
        } else {
            let rounded = Int((Double(value) / Double(whole) * Double(width)).rounded())
            filled = min(max(rounded, min(1, width)), max(width - 1, 0))
        }
        return String(repeating: "█", count: filled) + String(repeating: "░", count: width - filled)
    }

    /// One column a value, its height relative to the largest: `▁▃▇`. Zero and less is a blank, anything above at
    /// least the lowest block.
    package static func sparkline(_ values: [Int]) -> String {
        let blocks = Array("▁▂▃▄▅▆▇█")
        guard let largest = values.max(), largest > 0 else { return String(repeating: " ", count: values.count) }
        return String(
            values.map { value -> Character in
                guard value > 0 else { return " " }
                return blocks[Int(Double(value) / Double(largest) * Double(blocks.count - 1))]
            })
    }
}
