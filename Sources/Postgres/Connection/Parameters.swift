import CLibPQ

/// Bound values in the form libpq wants: parallel lists, the bytes in one piece of memory.
struct Parameters {
    private var types: [Oid] = []
    private var lengths: [Int32] = []
    private var formats: [Int32] = []
    /// Where each value begins in `bytes`; `nil` for NULL.
    private var offsets: [Int?] = []
    private var bytes: [UInt8] = []

    init(_ binds: [Bind]) throws(PostgresError) {
        for (index, bind) in binds.enumerated() {
            types.append(bind.oid)
            let start = bytes.count
            switch bind.value {
            case .null: break
            case .text(let text):
                bytes.append(contentsOf: text.utf8)
                guard !bytes[start...].contains(0) else {
                    throw PostgresError(
                        .usage, "parameter $\(index + 1) contains a zero character, which PostgreSQL cannot store",
                        state: .characterNotInRepertoire)
                }
            case .binary(let data): bytes.append(contentsOf: data)
            }
            lengths.append(Int32(bytes.count - start))
            if case .binary = bind.value { formats.append(1) } else { formats.append(0) }
            offsets.append(bind.value == .null ? nil : start)
            bytes.append(0)
        }
    }

    func withPointers<Value>(
        _ body: (
            Int32, UnsafePointer<Oid>, UnsafePointer<UnsafePointer<CChar>?>, UnsafePointer<Int32>,
            UnsafePointer<Int32>
        ) -> Value
    ) -> Value {
        bytes.withUnsafeBytes { memory in
            let start = memory.baseAddress?.assumingMemoryBound(to: CChar.self)
            let values = offsets.map { offset in offset.flatMap { start?.advanced(by: $0) } }
            return body(Int32(types.count), types, values, lengths, formats)
        }
    }
}
