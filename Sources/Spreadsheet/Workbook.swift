/// A value of a cell, in the types a spreadsheet has.
package enum WorkbookValue: Sendable {
    case empty
    case text(String)
    case number(Double)
    case boolean(Bool)
    case date(year: Int, month: Int, day: Int)
}

/// Why a workbook cannot be written.
package enum WorkbookError: Error, Equatable {
    /// This program was built without the trait XLSX.
    case notBuilt
    /// A sheet has 1,048,576 rows, the first of which are the titles.
    case tooManyRows
    /// A cell has at most 32,767 characters; the row, counted below the titles.
    case textTooLong(row: Int)
    /// What libxlsxwriter says.
    case library(String)
}

#if XLSX
    import CXlsxWriter

    /// A workbook of one sheet, written row by row in constant memory: titles in bold that stay in sight, real dates and
    /// numbers, columns as wide as what is in them.
    package final class Workbook {
        package static let isAvailable = true

        private var book: UnsafeMutablePointer<lxw_workbook>?
        private let sheet: UnsafeMutablePointer<lxw_worksheet>
        private let dates: UnsafeMutablePointer<lxw_format>?
        private var row = 0
        private var widths: [Int]

        /// - Parameters:
        ///   - created: seconds since 1970; the only time in the file, so that the same rows make the same bytes.
        ///   - widths: of the titles, in columns of a terminal.
        package init(path: String, titles: [String], widths: [Int], created: Int) throws(WorkbookError) {
            var options = lxw_workbook_options()
            options.constant_memory = UInt8(LXW_TRUE.rawValue)
            guard let book = workbook_new_opt(path, &options), let sheet = workbook_add_worksheet(book, nil) else {
                throw .library("no workbook")
            }
            (self.book, self.sheet, self.widths) = (book, sheet, widths)
            var properties = lxw_doc_properties()
            properties.created = time_t(created)
            workbook_set_properties(book, &properties)
            dates = workbook_add_format(book)
            format_set_num_format(dates, "yyyy-mm-dd")
            let bold = workbook_add_format(book)
            format_set_bold(bold)
            for (column, title) in titles.enumerated() {
                worksheet_write_string(sheet, 0, lxw_col_t(column), title, bold)
            }
            worksheet_freeze_panes(sheet, 1, 0)
        }

        deinit { if let book { lxw_workbook_free(book) } }

        /// Adds a row.
        /// - Parameter widths: of its values, in columns of a terminal.
        package func append(_ values: [WorkbookValue], widths: [Int]) throws(WorkbookError) {
            row += 1
            guard row < 1_048_576 else { throw .tooManyRows }
            let line = lxw_row_t(row)
            for (index, value) in values.enumerated() {
                let column = lxw_col_t(index)
                let status: lxw_error
                switch value {
                case .empty: status = LXW_NO_ERROR
                case .text(let text): status = worksheet_write_string(sheet, line, column, text, nil)
                case .number(let number): status = worksheet_write_number(sheet, line, column, number, nil)
                case .boolean(let value): status = worksheet_write_boolean(sheet, line, column, value ? 1 : 0, nil)
                case .date(let year, let month, let day):
                    var date = lxw_datetime()
                    (date.year, date.month, date.day) = (Int32(year), Int32(month), Int32(day))
                    status = worksheet_write_datetime(sheet, line, column, &date, dates)
                }
                if status == LXW_ERROR_MAX_STRING_LENGTH_EXCEEDED { throw .textTooLong(row: row) }
                guard status == LXW_NO_ERROR else { throw .library(String(cString: lxw_strerror(status))) }
                self.widths[index] = max(self.widths[index], min(60, widths[index]))
            }
        }

        /// Writes the file.
        package func close() throws(WorkbookError) {
            guard let book else { return }
            for (index, width) in widths.enumerated() {
                worksheet_set_column(sheet, lxw_col_t(index), lxw_col_t(index), Double(width + 2), nil)
            }
            self.book = nil
            let status = workbook_close(book)
            guard status == LXW_NO_ERROR else { throw .library(String(cString: lxw_strerror(status))) }
        }
    }
#else
    /// A workbook cannot be written: the program was built without the trait XLSX.
    package final class Workbook {
        package static let isAvailable = false

        package init(path: String, titles: [String], widths: [Int], created: Int) throws(WorkbookError) {
            throw .notBuilt
        }
        package func append(_ values: [WorkbookValue], widths: [Int]) throws(WorkbookError) { throw .notBuilt }
        package func close() throws(WorkbookError) { throw .notBuilt }
    }
#endif
