/// A day of the calendar.
package struct CivilDate: Sendable, Hashable {
    package var year: Int, month: Int, day: Int
    package init(year: Int, month: Int, day: Int) { (self.year, self.month, self.day) = (year, month, day) }
    var dayNumber: Int {
        let y = month <= 2 ? year - 1 : year
        let era = (y >= 0 ? y : y - 399) / 400
        let yoe = y - era * 400
        let doy = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        return era * 146097 + yoe * 365 + yoe / 4 - yoe / 100 + doy
    }
}
