import SandboxDomain

/// Days laid out from left to right, whole years, a line a year and a faint one a quarter.
struct TimeAxis {
    let first: CivilDate
    let last: CivilDate
    let left: Int
    let right: Int

    /// An axis over these days; nil if there are none.
    init?(_ days: [CivilDate], left: Int, right: Int) {
        guard let earliest = days.min(), let latest = days.max(),
            let first = CivilDate(year: earliest.year, month: 1, day: 1),
            let last = CivilDate(year: latest.year, month: 12, day: 31)
        else { return nil }
        (self.first, self.last, self.left, self.right) = (first, last, left, right)
    }

    /// The position of a day on the axis.
    func x(_ day: CivilDate) -> Int {
        left + first.days(until: day) * (right - left) / max(1, first.days(until: last) + 1)
    }

    /// Draws the years and quarters over the height of the rows.
    func draw(_ drawing: inout Drawing, top: Int, bottom: Int) {
        let years = last.year - first.year + 1
        let every = max(1, (years * 40 + right - left - 1) / max(1, right - left))
        for year in first.year...last.year {
            for month in [1, 4, 7, 10] where month == 1 || years <= 8 {
                guard let day = CivilDate(year: year, month: month, day: 1) else { continue }
                drawing.line((x(day), month == 1 ? top - 6 : top), (x(day), bottom), isFaint: true)
            }
            guard (year - first.year) % every == 0, let start = CivilDate(year: year, month: 1, day: 1) else {
                continue
            }
            drawing.text(String(year), x: x(start) + 3, y: top - 6)
        }
    }
}
