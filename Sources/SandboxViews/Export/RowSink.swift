package import SandboxCore
package import SandboxPresentation

/// Takes rows and makes them a file at its end: a workbook. The library for it is the program's, not the views'.
package protocol RowSink: Sendable {
    func append(_ cells: [Cell]) throws
    /// Hands over the bytes of the file; answers the number of rows.
    func finish(_ sink: ([UInt8]) throws -> Void) throws -> Int
}

/// Makes a workbook with these titles. The instant is the only time in it.
package typealias WorkbookMaker = @Sendable (_ titles: [String], _ instant: Instant) throws -> any RowSink
